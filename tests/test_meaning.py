"""What an edit did to a text is named by the gravest thing that changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.meaning import difference

TERMS = (("lymph node", "lymph nodes", "lymph gland"), ("secondary", "metastasis"))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("You do take it.", "You do not take it.", "“not” is new"),
        ("Do not take it with milk.", "Do take it with milk.", "“not” is gone"),
        ("Do not take X. Take Y.", "Take X. Do not take Y.", "“not” has moved"),
        ("Take 5 mg at night.", "Take 50 mg at night.", "5 → 50"),
        ("Take 1.5 ml at night.", "Take 15 ml at night.", "1.5 → 15"),
        ("Take two of these a day.", "Take three of these a day.", "2 → 3"),
        ("Take 5 mg at night.", "Take 5 mcg at night.", "“mg” → “µg”"),
        ("You may ring the ward.", "You must ring the ward.", "“may” → “must”"),
        ("You should not ring us.", "You must not ring us.", "“should” → “must not”"),
        ("A lump in your breast.", "A lump in your neck.", "“breast” → “neck”"),
        ("Your left side hurts.", "Your right side hurts.", "“left” → “right”"),
        ("Your lymph nodes swell.", "Your glands swell.", "“lymph node” is gone"),
        ("Ring 0808 800 6000 now.", "Ring 0808 800 6001 now.", "a phone number"),
        ("See [this](https://a.example).", "See [this](https://b.example).", "a link"),
        ("Take 5 at noon and 10 later.", "Take 10 at noon and 5 later.", "5 has moved"),
    ],
)
def test_what_a_mistake_could_harm_is_a_meaning_however_alike_the_texts(
    old: str, new: str, reason: str
) -> None:
    found = difference(old, new, "en", TERMS)
    assert (found.kind, reason in found.reasons) == ("meaning", True), found


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        ("The colour of it.", "The color of it.", ("spelling",)),
        ("We organise visits.", "We organize visits.", ("spelling",)),
        ("Rest now.", "Rest now!", ("punctuation",)),
        ("Rest, then eat.", "Rest then eat.", ("punctuation",)),
        ("A follow up visit", "A follow-up visit", ("punctuation",)),
        ("Rest  now", "Rest now", ("white space",)),
        ('Say "yes"', "Say “yes”", ("typography",)),
        ("It’s fine", "It's fine", ("typography",)),
        ("Rest Now", "Rest now", ("case",)),
    ],
)
def test_what_a_reader_would_not_notice_is_cosmetic(
    old: str, new: str, reasons: tuple[str, ...]
) -> None:
    found = difference(old, new, "en", TERMS)
    assert (found.kind, found.reasons) == ("cosmetic", reasons)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rest a lot.", "Rest a while."),
        ("Do not rest.", "Don't rest."),
        ("Wait 2–3 days.", "Wait 2 to 3 days."),
        ("Wait five days.", "Wait 5 days."),
        ("Ask the IT team.", "Ask the it team."),
        ("You rest.", "You rest?"),
    ],
)
def test_all_else_is_wording(old: str, new: str) -> None:
    assert difference(old, new, "en", TERMS).kind == "wording"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Do not, stop.", "Do not stop.", "punctuation beside “not”"),
        ("Women, who smoke, cough.", "Women who smoke cough.", "punctuation beside “who”"),
        ("A polish nurse.", "A Polish nurse.", "“polish” → “Polish”"),
        ("A safe dose.", "A “safe” dose.", "quotation marks"),
    ],
)
def test_a_comma_or_a_capital_that_may_turn_a_sentence_is_not_cosmetic(
    old: str, new: str, why: str
) -> None:
    found = difference(old, new, "en")
    assert (found.kind, why in found.reasons) == ("wording", True), found


WORDS = ("rest", "at", "home", "and", "the", "ward", "then", "sleep")
PLAIN = st.lists(st.sampled_from(WORDS), max_size=12)


@given(PLAIN, PLAIN, PLAIN, PLAIN, st.sampled_from(["not", "never", "5", "must", "breast", "mg"]))
def test_a_word_that_weighs_is_seen_wherever_it_stands_and_whatever_else_changed(
    before: list[str], was: list[str], now: list[str], behind: list[str], word: str
) -> None:
    old, new = " ".join([*before, *was, *behind]), " ".join([*before, *now, word, *behind])
    assert difference(old, new, "en").kind == "meaning"
    assert difference(new, old, "en").kind == "meaning"


def test_a_language_without_lists_has_numbers_and_links_still() -> None:
    assert difference("Nehmen Sie 5.", "Nehmen Sie 50.", "de").label == "meaning (5 → 50)"
    assert difference("Ruhen Sie.", "Schlafen Sie.", "de").label == "wording"


def test_a_label_names_a_few_reasons_only() -> None:
    old, new = (" or ".join(str(n) for n in range(at, at + 8)) for at in (1, 31))
    assert difference(old, new, "en").label.endswith("; 6 → 36; 2 more)")
