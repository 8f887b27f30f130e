"""Cells and dates of approval sheets: what goes out comes back, and no cell is a formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.document import Segment
from pipeline.exchange import SEPARATORS, get_exchange
from pipeline.exchange._cells import read, safe, unsafe, written
from pipeline.exchange._days import Dates, day_of
from pipeline.exchange._parcel import Circumstances, Entry, Order, Parcel
from pipeline.exchange._spoken import shown
from pipeline.locale import locale_of
from pipeline.persons import fault
from tests.conftest import TODAY

SIGNS = st.sampled_from("=+-@\t\r\n'\" ;,\uff1d")
TEXTS = st.lists(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=30).map("".join)
NAMES = ("source", "translation", "name")


@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS.filter(str.strip)), max_size=5),
    st.sampled_from(",;\t"),
)
def test_every_cell_comes_back_as_it_went_out_and_none_starts_with_a_formula_sign(
    rows: list[tuple[str, str, str]], separator: str
) -> None:
    data = written([NAMES, *rows], separator)
    cells = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator)
    assert not any(cell[:1] in set("=+-@\t\r") and cell for row in cells for cell in row)
    back = [tuple(record.cells[name] for name in NAMES) for record in read(data, "x.csv", NAMES)]
    assert back == rows


@given(TEXTS, TEXTS, TEXTS.filter(str.isprintable), st.sampled_from([*SEPARATORS.values()]))
def test_whatever_a_text_or_a_name_is_its_sheet_comes_back_as_one_signature(
    msgid: str, msgstr: str, name: str, separator: str
) -> None:
    name = f"A {name} Z"
    assume(fault("name", name) is None)
    entry = Entry(Segment("x", "heading", msgid, within=(msgstr,)), "k", msgstr, "translated")
    english, arabic = locale_of("en"), locale_of("ar")
    parcel = Parcel("s", "x", msgid, "1", english, arabic, (entry,), TODAY)
    approval = get_exchange("approval")
    page, table = approval.export(parcel, Order("revise", separator))
    text = io.StringIO(table.data.decode("utf-8-sig"), newline="")
    head, row = csv.reader(text, delimiter=separator)
    assert not any(cell[:1] in set("=+-@\t\r") and cell for cell in row)
    cells = dict(zip(head, row, strict=True))
    cells |= {"approved": "yes", "name": name, "role": "test reviser", "date": "2026-11-22"}
    data = written([head, [unsafe(cell) for cell in cells.values()]], separator)
    found = approval.take(data, "x.csv", Circumstances(TODAY, lambda *_: parcel))
    assert [(one.key, one.person) for one in found.signatures] == [("k", " ".join(name.split()))]
    assert page.data.count(b"<tbody") == 1


@given(TEXTS)
def test_what_is_made_safe_can_be_undone(cell: str) -> None:
    assert unsafe(safe(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "\uff1d1"])
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


def test_a_line_that_names_the_separator_may_come_first() -> None:
    data = b"sep=;\r\nsource;translation;name\r\na;b,c;d\r\n"
    (record,) = read(data, "x.csv", NAMES)
    assert (record.row, record.cells["translation"]) == (2, "b,c")


@pytest.mark.parametrize(
    "said",
    ["2026-11-22", "2026/11/22", "2026-11-22 00:00:00", "22/11/2026", "11/22/2026", "22.11.2026",
     "22 November 2026", "22 nov 2026", "22-Nov-2026", "November 22, 2026",
     "\u0662\u0660\u0662\u0666-11-22"],
)  # fmt: skip
def test_a_date_that_can_be_one_day_only_is_read(said: str) -> None:
    assert day_of(said) == date(2026, 11, 22)


@pytest.mark.parametrize("said", ["5/6/2026", "5.6.26", "05-Jun-26", "5 June 26", "2026-06-05"])
def test_a_date_in_doubt_is_read_once_somebody_says_how_it_was_written(said: str) -> None:
    assert day_of(said, "day-first") == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("said", "dates"), [("11/22/26", "day-first"), ("22/11/26", "month-first")]
)
def test_a_date_that_is_none_as_it_was_written_stays_none(said: str, dates: Dates) -> None:
    assert day_of(said, dates) is None


def test_a_date_whose_day_is_its_month_is_in_no_doubt() -> None:
    assert day_of("6/6/2026") == date(2026, 6, 6)


@pytest.mark.parametrize(
    "said",
    ["5/6/2026", "05.06.2026", "22/11/26", "22-Nov-26", "2026-13-01", "2026-02-30", "31/31/2026",
     "46348", "22 listopada 2026", "22 Novem 2026", "2026-11", "22-11/2026", "", "today"],
)  # fmt: skip
def test_a_date_in_doubt_is_none(said: str) -> None:
    assert day_of(said) is None


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ("a **b** c", "a <strong>b</strong> c"),
        ("[x](term:y)", '<span class="link">x</span>'),
        ("[x](02-y.md#z)", '<span class="link">x</span>'),
        ("Ring {region:line}.", 'Ring <bdi class="value">0800 &amp; 1</bdi>.'),
        ("{region:none}", '<bdi class="value">[to be supplied: none]</bdi>'),
        ("[<b>](javascript:x)", ('<span class="link">&lt;b&gt;</span> '
         '<bdi class="address" dir="ltr">(javascript:x)</bdi>')),
        ("[hej](lang:pl)", '<span lang="pl" dir="ltr">hej</span>'),
        ('[x](term:y "<i>")', ('<span class="link">x</span> '
         '<bdi class="address" dir="ltr">(term:y "&lt;i&gt;")</bdi>')),
        ("[a] (b) **", "[a] (b) **"),
        (r"1\. x", "1. x"),
        ("<script>", "&lt;script&gt;"),
    ],
)  # fmt: skip
def test_people_outside_read_words_and_nothing_is_hidden_from_them(words: str, markup: str) -> None:
    assert shown(words, locale_of("en"), {"line": "0800 & 1"}) == markup


@given(TEXTS)
def test_no_text_becomes_markup(words: str) -> None:
    made = shown(words + "<x>&", locale_of("ar"), {})
    assert "<x>" not in made


def test_a_link_that_never_closes_takes_no_time() -> None:
    words = "[a](" + "x" * 30_000 + "[b](c "
    assert shown(words, locale_of("en"), {}) == words
