"""Which signature counts: the table of transitions, in every order of lines."""

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import ledger
from pipeline.signature import STEPS, TRANSITIONS, Ledger, Policy, Signature, judged

DAY = date(2026, 11, 1)
TODAY = date(2026, 11, 22)

# What has to stand before a step counts, for a translation: any one of these.
NEEDS: dict[str, list[set[str]]] = {
    "translate": [set()],
    "revise": [{"translate"}],
    "clinical": [{"revise"}],
    "proofread": [{"revise"}, {"clinical"}],
    "reader": [{"translate"}],
}
WAYS = {
    "translate": (),
    "revise": ("translate",),
    "clinical": ("translate", "revise"),
    "proofread": ("translate", "revise"),
    "reader": ("translate",),
}


def _one(step: str, days: int = 0, person: str = "", key: str = "k") -> Signature:
    day = DAY + timedelta(days=days)
    return Signature(key, step, f"test {step}", person or f"test {step} person", day)


def _ledger(*steps: str, source: bool = False) -> Ledger:
    lines = tuple(_one(step, days) for days, step in enumerate(steps))
    return Ledger("one", "en" if source else "pl", lines, source)


# ── the table ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("step", "before"),
    [(step, before) for step, before in product(NEEDS, [(), *map(tuple, WAYS.values())])],
)
def test_a_step_counts_only_after_what_it_needs(step: str, before: tuple[str, ...]) -> None:
    way = tuple(dict.fromkeys(before))
    found = _ledger(*way, step).steps_of("k")
    stands = any(needs <= {*way} for needs in NEEDS[step])
    assert found == ({*way, step} if stands else {*way})


@pytest.mark.parametrize("step", NEEDS)
def test_a_step_that_comes_too_early_is_refused_and_says_what_it_needs(step: str) -> None:
    way = WAYS[step]
    for missing in way:
        # Without one link of the chain, the rest of it does not stand either.
        rest = tuple(each for each in way if each != missing)
        assert step not in _ledger(*rest, step).steps_of("k")
        assert "counts only where" in _ledger(*rest).refusal(_one(step, 9))
    assert _ledger(*way).refusal(_one(step, 9)) == ""


def test_every_step_has_a_line_in_the_table_and_is_known_to_policies() -> None:
    assert set(NEEDS) | {"withdraw"} == set(TRANSITIONS)
    for rule in TRANSITIONS.values():
        assert {*rule.needs, rule.unlike} <= {*STEPS, ""}


@pytest.mark.parametrize(
    "name",
    [
        "test translate person",
        "Test  TRANSLATE person ",
        "test translate per\u017fon",
        "Person, Translate Test",
        "Dr. Test Translate Person",
        "T. Translate Person",
        "t\u0435st tr\u0430nslate pers\u043en",
    ],
)
def test_nobody_revises_their_own_translation(name: str) -> None:
    held = Ledger("one", "pl", (_one("translate"), _one("revise", 1, name)))
    assert held.steps_of("k") == {"translate"}
    refusal = _ledger("translate").refusal(_one("revise", 1, name))
    assert "signed by the same person" in refusal


def test_two_people_of_one_name_are_told_what_to_do() -> None:
    held = _ledger("translate")
    said = held.refusal(_one("revise", 1, "Person, Translate Test"))
    assert "(there as test translate person)" in said
    assert "one adds a middle name or initial" in said
    assert held.refusal(_one("revise", 1, "test M. translate person")) == ""


def test_nothing_is_signed_that_would_end_what_somebody_signed() -> None:
    held = _ledger("translate", "revise")
    said = held.refusal(_one("translate", 0, "test revise person"))
    assert said == "it would end what test revise person signed as “revise”"
    assert held.refusal(_one("translate", 0, "test other person")) == ""


def test_the_same_person_may_translate_one_text_and_revise_another() -> None:
    lines = (_one("translate", 0, "test a"), _one("translate", 0, "test b", "other"))
    more = (_one("revise", 1, "test b"), _one("revise", 1, "test a", "other"))
    held = Ledger("one", "pl", (*lines, *more))
    assert held.steps_of("k") == held.steps_of("other") == {"translate", "revise"}


@pytest.mark.parametrize("step", ["revise", "clinical", "proofread", "reader"])
def test_a_source_text_needs_no_translation(step: str) -> None:
    assert _ledger(step, source=True).steps_of("k") == {step}


def test_a_source_text_is_never_translated() -> None:
    assert _ledger("translate", source=True).steps_of("k") == frozenset()
    assert "no step “translate”" in _ledger(source=True).refusal(_one("translate"))


def test_a_withdrawal_ends_everything_and_all_begins_anew() -> None:
    chain = ("translate", "revise", "clinical", "proofread", "reader")
    assert _ledger(*chain).steps_of("k") == {*chain}
    assert _ledger(*chain, "withdraw").steps_of("k") == frozenset()
    assert _ledger(*chain, "withdraw", "clinical").steps_of("k") == frozenset()
    assert _ledger(*chain, "withdraw", "translate", "revise").steps_of("k") == {
        "translate", "revise",
    }  # fmt: skip


def test_on_the_day_of_a_withdrawal_nothing_can_be_signed_again() -> None:
    held = _ledger("translate", "withdraw")
    assert "withdrawn on 2026-11-02" in held.refusal(_one("translate", 1))
    assert held.refusal(_one("translate", 2)) == ""
    assert "nothing stands" in held.refusal(_one("withdraw", 3))


# ── in every order ─────────────────────────────────────────────────────────────────────────────
SIGNATURES = st.builds(
    Signature,
    key=st.sampled_from(["k", "l"]),
    step=st.sampled_from(STEPS),
    role=st.just("test"),
    person=st.sampled_from(["test a", "test b", "test c"]),
    date=st.dates(DAY, DAY + timedelta(days=3)),
)


@given(st.lists(SIGNATURES, max_size=12), st.data())
def test_whatever_order_lines_are_in_the_same_steps_stand(
    lines: list[Signature], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(lines))
    for source in (False, True):
        one, two = (Ledger("one", "pl", tuple(each), source) for each in (lines, other))
        for key in ("k", "l"):
            assert one.standing(key) == two.standing(key)
            _holds(one, key, source=source)
    assert judged(lines, source=False)[1] == judged(other, source=False)[1]


def _holds(held: Ledger, key: str, *, source: bool) -> None:
    """What the table promises of whatever stands."""
    steps = held.steps_of(key)
    if source:
        assert "translate" not in steps
        return
    for step in steps:
        assert any(needs <= steps for needs in NEEDS[step])
    people = {step: {o.person for o in held.standing(key) if o.step == step} for step in steps}
    for person in people.get("revise", ()):
        assert people["translate"] != {person}


@settings(max_examples=40)
@given(st.lists(SIGNATURES, max_size=8), st.data())
def test_a_file_says_the_same_in_every_order_twice_over_and_with_other_line_ends(
    lines: list[Signature], data: st.DataObject
) -> None:
    doubled = data.draw(st.permutations([*lines, *lines]))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.jsonl"
        path.write_bytes(b"".join(ledger.line_of(one) + b"\r\n" for one in doubled))
        found, _ = ledger.read(path, "one", "pl", TODAY)
    plain = Ledger("one", "pl", tuple(lines))
    for key in ("k", "l"):
        assert found.steps_of(key) == plain.steps_of(key)


# ── the policy ─────────────────────────────────────────────────────────────────────────────────
def test_a_policy_may_ask_for_more_of_a_leaflet_a_locale_and_of_safety_blocks() -> None:
    policy = Policy(
        steps=("translate", "revise"),
        source_steps=("clinical",),
        safety=("translate", "revise", "clinical"),
        leaflets=(("strict", ("translate", "revise", "proofread")),),
        locales=(("so", ("translate", "reader")),),
    )

    def asked(leaflet: str, locale: str = "pl", *, safety: bool = False) -> tuple[str, ...]:
        return policy.needed(leaflet, locale, safety=safety, source=False)

    assert asked("any") == ("translate", "revise")
    assert asked("any", safety=True) == ("translate", "revise", "clinical")
    assert asked("strict") == ("translate", "revise", "proofread")
    assert asked("strict", safety=True) == ("translate", "revise", "clinical", "proofread")
    assert asked("any", "so") == ("translate", "revise", "reader")
    assert policy.needed("strict", "en", safety=True, source=True) == ("clinical",)
