"""Reading level: sentences, words, syllables, and the grades that come of them."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Code, Text, Words
from pipeline.level import measure, passages, sentences, words
from pipeline.level.syllables import syllables
from tests.outline import read

# As a dictionary of pronunciation has them.
SYLLABLES = {
    1: "the breast called likes lived moved through death eyes worked stage bones",
    2: "cancer being table wanted centre player science isn't doctor body careful treatment tissue "
    "changes lonely safely before create coffee fluid really",
    3: "medicine area element serious employees museum biopsy mammogram recover important heavily",
    4: "variety society material February experience secondary",
    5: "association immediately possibility university",
    6: "radiotherapy responsibility",
}


@pytest.mark.parametrize(
    ("count", "word"),
    [(count, word) for count, listed in SYLLABLES.items() for word in listed.split()],
)
def test_syllables_are_those_of_a_dictionary(count: int, word: str) -> None:
    assert syllables(word) == count


def test_capitals_are_spelled_out_and_hyphens_part_words() -> None:
    assert (syllables("NHS"), syllables("GP"), syllables("WHO")) == (3, 2, 5)
    assert syllables("follow-up") == 3
    assert syllables("40") == 1


# ── sentences ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("block", "count"),
    [
        ("You may feel tired", 1),
        ("Take 2.5 mg. Then rest.", 2),
        ("See Dr. Smith at 5.30 p.m. on Monday.", 1),
        ("Some people, e.g. Men, get it too.", 1),
        ("Ask J. Smith, your nurse.", 1),
        ("Ask them what I can do. They know.", 2),
        ("It is rare, but … it happens. Call!", 2),
        ("“Is it back?” she asked. “No.”", 2),
        ("Is it back? (Ask your team.) Rest.", 3),
        ("It took 3 days… Then it went.", 2),
        ("هل عاد؟ اتصل بالفريق.", 2),
        ("क्या यह वापस आया? टीम को बताएँ। आराम करें।", 3),
        ("它复发了吗\uff1f请告诉团队。休息。", 3),
        ("To jest np. badanie. To jest m.in. Skan.", 2),
        ("…", 0),
        ("", 0),
    ],
)
def test_a_block_has_so_many_sentences(block: str, count: int) -> None:
    assert len(sentences(block)) == count


@given(st.text())
def test_no_letter_is_lost_between_sentences(block: str) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    assert letters("".join(sentences(block))) == letters(block)


def test_words_stand_between_blanks_slashes_and_dashes() -> None:
    assert words("It’s a follow-up – and/or “2.5 mg” (daily)!") == (
        *("It’s", "a", "follow-up", "and", "or", "2.5", "mg", "daily"),
    )


# ── grades ─────────────────────────────────────────────────────────────────────────────────────
TEXT = "Cancer can come back. Your team can tell you what to do about it."


def test_grades_follow_the_published_formulas() -> None:
    level = measure([TEXT])
    counted = sum(syllables(word) for word in words(TEXT))
    assert (level.sentences, level.words, counted) == (2, 14, 16)
    assert level.fkgl_all == pytest.approx(0.39 * 14 / 2 + 11.8 * 16 / 14 - 15.59)
    assert level.smog == pytest.approx(3.1291)
    hard = measure(["Radiotherapy may follow surgery. Medicine can follow."])
    assert hard.smog == pytest.approx(1.0430 * math.sqrt(30 * 3 / 2) + 3.1291)


def test_an_item_without_a_full_stop_counts_like_one_with_it() -> None:
    items = ["a lump in your neck", "pain that does not go", "a new cough"]
    assert measure(items).fkgl_all == measure([f"{item}." for item in items]).fkgl_all
    assert measure(items).sentences == 3


def test_blocks_of_one_or_two_words_flatter_nobody() -> None:
    assert measure([TEXT, "Yes", "No answer"]) == measure([TEXT])


def test_addresses_and_phones_are_no_words() -> None:
    assert measure(["Call us on 0808 800 4040 or read www.example.org/page today"]).words == 6


def test_terms_set_aside_count_as_words_and_not_as_hard() -> None:
    text = "Most biopsies are done with a needle. A mammogram is an X-ray."
    aside = measure([text], ["biopsy", "mammogram"])
    every = measure([text])
    assert aside.fkgl < aside.fkgl_all == every.fkgl == every.fkgl_all
    assert aside.words == every.words
    assert measure(["Biopsies and biopsy or biopsies"], ["biopsy"]).fkgl < 10


def test_nothing_to_read_has_no_level() -> None:
    assert measure([]).sentences == 0
    assert not measure(["word " * 50]).is_long_enough
    assert measure(["word " * 100]).is_long_enough


@given(st.lists(st.text()), st.lists(st.text(min_size=1)))
def test_every_text_can_be_measured(blocks: list[str], aside: list[str]) -> None:
    level = measure(blocks, aside)
    assert math.isfinite(level.fkgl)
    assert math.isfinite(level.smog)
    assert level.sentences <= level.words


FRONT = """---
title: Heading words are left out
description: So are descriptions
version: 1
owner:
reviewer:
reviewed:
next_review:
---
"""
BODY = """
## A heading {#a}

A paragraph with a [link](#a) on {region:helpline}.[^n]

- An item

    Its second paragraph

> [!note] A title
>
> In the box

Table: A caption

| Head | Other |
| --- | --- |
| Row | A cell |

Word
:   What it means

- [ ] A question?

![A map of it](images/map.svg "A caption")

[^n]: A note.
"""


def test_passages_are_what_is_read_as_sentences() -> None:
    reading = read(FRONT + BODY)
    texts = [passage.text.strip() for passage in passages(reading.document)]
    assert texts == [
        "A paragraph with a link on .",
        "An item",
        "Its second paragraph",
        "In the box",
        "A cell",
        "What it means",
        "A question?",
        "A note.",
    ]
    lines = [one.segment.place.line for one in passages(reading.document) if one.segment]
    assert lines == sorted(lines)
    assert len(lines) == len(texts)


def test_code_is_not_read_as_words() -> None:
    document = read(FRONT + BODY).document
    words = Words((Text("Run "), Code("plainleaf check --all"), Text(" now.")))
    (found,) = passages(replace(document, blocks=(words,), footnotes=()))
    assert found.text == "Run  now."
