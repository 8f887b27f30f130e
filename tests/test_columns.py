"""Lines that fit a column and pages that fit a sheet, in every script."""

# ruff: noqa: RUF001  Chinese is written with full-width marks

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.renderers._columns import Strip, directed, isolated, paginate, tokens, width, wrap

LRI, RLI, PDI, RLM, LRM = "\u2066", "\u2067", "\u2069", "\u200f", "\u200e"
CONTROLS = dict.fromkeys(map(ord, (LRI, RLI, PDI, RLM, LRM)))

LETTERS = st.characters(categories=["L", "M", "N", "P"], exclude_characters="\u3164\u115f\u1160")
TEXTS = st.lists(
    st.one_of(
        st.text(LETTERS, min_size=1, max_size=14),
        st.sampled_from(
            ["5 mg", "0808 800 4040", "6 August 2018", "9am to 5pm", "中文，字。", "אבג"]
        ),
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


def bare(text: str) -> str:
    """The letters alone: no blanks, no marks of direction."""
    return "".join(text.translate(CONTROLS).split())


@pytest.mark.parametrize(
    "kept",
    [
        "5 mg", "2.5 ml", "6 August 2018", "0808 800 4040", "+44 (0)20 7946 0000", "9am to 5pm",
        "9 to 5", "6 de agosto de 2018", "6 sierpnia 2018", "٦ أغسطس ٢٠١٨", "10 000 people",
    ],
)  # fmt: skip
def test_a_number_is_never_parted_from_what_it_belongs_to(kept: str) -> None:
    for columns in range(width(kept), 40):
        lines = wrap(f"some words before it, {kept}, and some words after it", columns)
        assert any(kept in line for line in lines), columns


def test_a_number_within_a_name_ties_nothing() -> None:
    assert wrap("HER2 (médicaments anti-HER2).", 28) == ["HER2 (médicaments", "anti-HER2)."]


def test_chinese_breaks_between_characters_but_not_before_a_closing_mark() -> None:
    lines = wrap("请在2018年8月6日服用5毫克药片。然后（慢慢）喝水，休息。" * 3, 12)
    assert max(map(width, lines[1:])) <= 16
    assert not any(line[0] in "。，）" or line[-1] == "（" for line in lines)
    assert any("5毫克" in line for line in lines)


def test_phones_and_latin_names_are_isolated_in_right_to_left_text() -> None:
    assert isolated("اتصل 0808 800 4040.") == f"اتصل {LRI}0808 800 4040{PDI}."
    assert isolated("اشرب Green Tea الآن 5") == f"اشرب {LRI}Green Tea{PDI} الآن 5"
    assert isolated(f"قل {LRI}a 1{PDI}") == f"قل {LRI}a 1{PDI}"


def test_an_isolate_that_runs_over_a_line_is_closed_and_opened_again() -> None:
    assert list(directed([f"قل {LRI}ab", f"cd{PDI} ثم"], "rtl")) == [
        f"قل {LRI}ab{PDI}", f"{LRI}cd{PDI} ثم",
    ]  # fmt: skip


def test_a_line_that_would_turn_the_wrong_way_starts_with_a_mark() -> None:
    assert list(directed(["12", "abc", "قل", ""], "rtl")) == [f"{RLM}12", f"{RLM}abc", "قل", ""]
    assert list(directed(["قل", "abc", "12"], "ltr")) == [f"{LRM}قل", "abc", "12"]


# ── pages and properties ──
def test_a_page_leaves_at_least_three_lines_of_a_paragraph_on_either_side() -> None:
    strips = [Strip("a\n" * 4 + "a", "ltr"), Strip("b\n" * 6 + "b", "ltr")]
    assert [len(page) for page in paginate(strips, 10, 8, 8)] == [5, 7]
    assert [len(page) for page in paginate(strips, 10, 11, 11)] == [10, 3]


@given(TEXTS, st.integers(8, 60), st.sampled_from(["", "  ", "   "]))
@settings(max_examples=150)
def test_no_line_is_wider_than_its_column_but_for_a_single_token(
    text: str, columns: int, indent: str
) -> None:
    alone = {token.replace("\u00a0", " ") for token, _ in tokens(text)}
    for line in wrap(text, columns, indent, indent):
        assert width(line) <= columns or line.removeprefix(indent) in alone


@given(TEXTS, st.integers(1, 60))
@settings(max_examples=150)
def test_wrapping_keeps_every_token_whole_and_in_order(text: str, columns: int) -> None:
    expected = [token.replace("\u00a0", " ") for token, _ in tokens(text)]
    said, at = wrap(text, columns), 0
    for token in expected:
        while token not in said[0][at:]:
            said, at = said[1:], 0
        at = said[0].index(token, at) + len(token)
    assert bare("".join(expected)) == bare(text)


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 2), st.booleans()), max_size=30))
@settings(max_examples=100)
def test_pages_hold_every_line_once_and_never_too_many(shape: list[tuple[int, int, bool]]) -> None:
    strips = [
        Strip("\n".join(f"{at}.{line}" for line in range(lines)), "ltr", before=before, keep=keep)
        for at, (lines, before, keep) in enumerate(shape)
    ]
    pages = paginate(strips, 20, 5, 9)
    assert [line for page in pages for line in page if line] == [
        line for strip in strips for line in strip.text.split("\n")
    ]
    assert all(len(page) <= (9 if number else 5) for number, page in enumerate(pages))
    assert all(page[0] and page[-1] for page in pages[:1] if page)
    assert all(page[0] and page[-1] for page in pages[1:])


def test_a_first_page_with_little_room_stays_empty_rather_than_break_what_comes_first() -> None:
    title = Strip("a b c d", "ltr", keep=True)
    strips = [title, Strip("e", "ltr", before=0), Strip("f", "ltr")]
    assert paginate(strips, 1, 3, 6) == [[], ["a", "b", "c", "d", "e"], ["f"]]
    assert paginate(strips, 1, 3, 4) == [["a", "b", "c"], ["d", "e", "", "f"]]
    assert paginate(strips, 1, 5, 6) == [["a", "b", "c", "d", "e"], ["f"]]


def test_a_word_moves_out_where_its_indent_leaves_no_room() -> None:
    assert wrap("an extraordinary word", 16, "  • ", "    ") == [
        "  • an",
        "   extraordinary",
        "    word",
    ]
    assert wrap("extraordinary", 13, "  • ", "    ") == ["• extraordinary"]
    assert wrap("see extraordinary", 10, "  ", "  ") == ["  see", "extraordinary"]


@given(st.lists(st.sampled_from(["abc", "قل", "12", ".", f"{LRI}ab", "cd" + PDI]), min_size=1))
def test_every_line_of_right_to_left_text_runs_right_to_left_by_itself(parts: list[str]) -> None:
    for line in directed(wrap(" ".join(parts), 9), "rtl"):
        outside, count = line, 1
        while count:  # One isolate may stand within another.
            outside, count = re.subn(rf"{LRI}[^{LRI}{PDI}]*{PDI}", "", outside)
        strong = [one for one in map(unicodedata.bidirectional, outside) if one in {"L", "R", "AL"}]
        assert strong[:1] != ["L"]
        assert line.count(LRI) <= line.count(PDI)
