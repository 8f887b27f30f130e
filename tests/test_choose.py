"""What a reader sees of a segment: every state × edition × ledger."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.catalogue import Message
from pipeline.choose import Rules, choose, words_of
from pipeline.document import Edition, Origin, Reason, Segment
from pipeline.locale import locale_of
from pipeline.signature import Ledger, Policy, Signature, signature_key

EN, AR = locale_of("en"), locale_of("ar")
SEGMENT = Segment("one", "paragraph", "Take 5 tablets.", around=("Do",))
MACHINE = "machine translation, 2026-11-22, not reviewed"
STEPS = ("translate", "revise")
SOURCE_STEPS = ("clinical", "proofread")
POLICY = Policy(STEPS, SOURCE_STEPS)

MESSAGES = {
    "none": None,
    "missing": Message("Take 5 tablets."),
    "changed": Message("Take 5 tablets.", "خذ 5 حبات.", flags=("fuzzy",), previous="Take 5 pills."),
    "needs work": Message("Take 5 tablets.", "خذ 5 حبات.", flags=("fuzzy",)),
    "machine": Message("Take 5 tablets.", "خذ 5 حبات.", flags=("fuzzy",), comments=MACHINE),
    "machine, then the source changed": Message(
        "Take 5 tablets.", "خذ 5 حبات.", flags=("fuzzy",), comments=MACHINE, previous="Take 6."
    ),
    "translated": Message("Take 5 tablets.", "خذ 5 حبات."),
    "broken, translated": Message("Take 5 tablets.", "خذ 6 حبات."),
    "broken, machine": Message("Take 5 tablets.", "خذ 6 حبات.", flags=("fuzzy",), comments=MACHINE),
    "broken, changed": Message("Take 5 tablets.", "خذ 6 حبات.", flags=("fuzzy",)),
}


def _ledger(text: str, steps: tuple[str, ...], locale: str = "ar") -> Ledger:
    key = signature_key(locale, "one", None, ("Do",), "Take 5 tablets.", text)
    day = date(2026, 11, 1)
    lines = (Signature(key, step, f"test {step}", f"a {step} tester", day) for step in steps)
    return Ledger("one", locale, tuple(lines), source=locale == "en")


def _choose(name: str, edition: Edition, ledger: Ledger) -> tuple[Origin, Reason | None, str]:
    rules = Rules(edition, EN, AR, POLICY)
    shown = choose(SEGMENT, MESSAGES[name], ledger, rules)
    assert (shown.lang, shown.direction) == (
        ("ar", "rtl") if shown.origin == "translation" else ("en", "ltr")
    )
    assert shown.machine == (shown.origin == "translation" and name == "machine")
    return shown.origin, shown.reason, words_of(SEGMENT, MESSAGES[name], shown)


NOBODY = Ledger("one", "ar")
ALL_SIGNED = _ledger("خذ 5 حبات.", STEPS)
SOURCE, TRANSLATION = "Take 5 tablets.", "خذ 5 حبات."

TABLE: list[tuple[str, Edition, Ledger, Origin, Reason | None]] = [
    ("none", "draft", NOBODY, "fallback", "missing"),
    ("missing", "draft", NOBODY, "fallback", "missing"),
    ("changed", "draft", NOBODY, "fallback", "changed"),
    ("needs work", "draft", NOBODY, "fallback", "changed"),
    ("machine", "draft", NOBODY, "translation", None),
    ("machine, then the source changed", "draft", NOBODY, "fallback", "changed"),
    ("translated", "draft", NOBODY, "translation", None),
    ("broken, translated", "draft", NOBODY, "fallback", "broken"),
    ("broken, machine", "draft", NOBODY, "fallback", "broken"),
    ("broken, changed", "draft", NOBODY, "fallback", "broken"),
    ("none", "release", NOBODY, "fallback", "missing"),
    ("missing", "release", NOBODY, "fallback", "missing"),
    ("changed", "release", NOBODY, "fallback", "changed"),
    ("needs work", "release", NOBODY, "fallback", "changed"),
    ("machine", "release", NOBODY, "fallback", "unsigned"),
    ("translated", "release", NOBODY, "fallback", "unsigned"),
    ("broken, translated", "release", NOBODY, "fallback", "broken"),
    ("none", "release", ALL_SIGNED, "fallback", "missing"),
    ("missing", "release", ALL_SIGNED, "fallback", "missing"),
    ("changed", "release", ALL_SIGNED, "fallback", "changed"),
    ("machine", "release", ALL_SIGNED, "fallback", "unsigned"),
    ("translated", "release", ALL_SIGNED, "translation", None),
    ("broken, translated", "release", _ledger("خذ 6 حبات.", STEPS), "fallback", "broken"),
    ("translated", "release", _ledger(TRANSLATION, ("translate",)), "fallback", "unsigned"),
    ("translated", "release", _ledger("خذ 5 حبات", STEPS), "fallback", "unsigned"),
    ("translated", "release", _ledger(TRANSLATION, STEPS, "pl"), "fallback", "unsigned"),
    (
        "translated",
        "release",
        _ledger(TRANSLATION, (*STEPS, "withdraw")),
        "fallback",
        "unsigned",
    ),
    ("translated", "draft", ALL_SIGNED, "translation", None),
    ("changed", "draft", ALL_SIGNED, "fallback", "changed"),
]


@pytest.mark.parametrize(("name", "edition", "ledger", "origin", "reason"), TABLE)
def test_a_row_of_the_table_of_states_editions_and_ledgers(
    name: str, edition: Edition, ledger: Ledger, origin: Origin, reason: Reason | None
) -> None:
    words = TRANSLATION if origin == "translation" else SOURCE
    assert _choose(name, edition, ledger) == (origin, reason, words)


@pytest.mark.parametrize(
    ("edition", "signed", "reason"),
    [("draft", (), None), ("release", (), "unsigned"), ("release", SOURCE_STEPS, None)],
)
def test_source_text_is_held_only_in_a_release_that_nobody_signed(
    edition: Edition,
    signed: tuple[str, ...],
    reason: Reason | None,
) -> None:
    ledger = _ledger(SOURCE, signed, "en")
    shown = choose(SEGMENT, None, ledger, Rules(edition, EN, EN, POLICY))
    assert (shown.origin, shown.reason, shown.lang) == ("source", reason, "en")


def test_a_policy_that_asks_for_no_steps_releases_nothing() -> None:
    shown = choose(SEGMENT, MESSAGES["translated"], ALL_SIGNED, Rules("release", EN, AR))
    assert shown.reason == "unsigned"


def test_an_item_that_moves_under_another_heading_loses_its_signature() -> None:
    moved = Segment("one", "paragraph", SOURCE, around=("Do not",))
    rules = Rules("release", EN, AR, POLICY)
    assert choose(moved, MESSAGES["translated"], ALL_SIGNED, rules).reason == "unsigned"


@pytest.mark.parametrize(
    ("policy", "safety", "reason"),
    [
        (Policy(STEPS), True, None),
        (Policy(STEPS, safety=(*STEPS, "clinical")), False, None),
        (Policy(STEPS, safety=(*STEPS, "clinical")), True, "unsigned"),
        (Policy(STEPS, leaflets=(("one", ("translate",)),)), False, None),
        (Policy(STEPS, leaflets=(("one", (*STEPS, "proofread")),)), False, "unsigned"),
        (Policy(STEPS, leaflets=(("two", (*STEPS, "proofread")),)), False, None),
    ],
)
def test_leaflets_and_safety_blocks_may_need_steps_of_their_own(
    policy: Policy, *, safety: bool, reason: str | None
) -> None:
    segment = replace(SEGMENT, safety=safety)
    shown = choose(segment, MESSAGES["translated"], ALL_SIGNED, Rules("release", EN, AR, policy))
    assert shown.reason == reason
