"""Approval sheets as programs and people in a hurry hand them back."""

import csv
import io
from datetime import date

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Segment
from pipeline.errors import PlainleafError
from pipeline.exchange import get_exchange
from pipeline.exchange._answers import answer_of
from pipeline.exchange._days import day_of
from pipeline.exchange._parcel import Circumstances, Entry, Order, Parcel
from pipeline.exchange._texts import is_garbled
from pipeline.locale import locale_of
from tests.approval import EXPORTED, SIGNED, Desk, MakeProject, Row, make_desk, table, with_answer
from tests.conftest import TODAY

NOTE = "machine translation, 2026-11-22, not reviewed"


@pytest.fixture
def desk(make_project: MakeProject) -> Desk:
    return make_desk(make_project)


# ── whatever comes back ────────────────────────────────────────────────────────────────────────
def _sheet() -> tuple[Parcel, bytes]:
    texts = [("Do not wait.", "Nie czekaj."), ("=1", "=1"), ("Two\nlines", "Dwa\nwiersze")]
    entries = tuple(
        Entry(Segment("x", "text", one), f"{number:064x}", two, "translated")
        for number, (one, two) in enumerate(texts)
    )
    english, polish = locale_of("en"), locale_of("pl")
    parcel = Parcel("s", "x", "X", "1", english, polish, entries, TODAY)
    _, made = get_exchange("approval").export(parcel, Order("revise"))
    rows = csv.DictReader(io.StringIO(made.data.decode("utf-8-sig"), newline=""))
    return parcel, table([row | SIGNED | EXPORTED for row in rows])


PARCEL, WHOLE = _sheet()


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(WHOLE)),
            st.integers(0, 9),
            st.sampled_from(
                [b"", b"\r", b'"', b"\0", b",", b";\t", b"\xff\xfe", b"\n\n", b"'", b"on "]
            )
            | st.binary(max_size=4),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_a_damaged_sheet_is_refused_or_signs_what_was_read_and_never_fails_otherwise(
    damage: list[tuple[int, int, bytes]],
) -> None:
    data = WHOLE
    for start, length, put in damage:
        data = data[:start] + put + data[start + length :]
    here = Circumstances(TODAY, lambda *_: PARCEL)
    try:
        found = get_exchange("approval").take(data, "x.csv", here)
    except PlainleafError as error:
        lines = str(error).split("\n")
        assert all(line.startswith("x.csv: ") and len(line) < 600 for line in lines)
    else:
        keys = [one.key for one in found.signatures]
        assert len(keys) == len({*keys})
        assert {*keys} <= {entry.key for entry in PARCEL.entries}


# ── answers and days ───────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("several", "answer"),
    [
        (["yes", "YES", "Y", "TRUE", "✓", "✔\ufe0f", "☑", "tak", "\u200fنعم", "'yes"], "yes"),
        (["no", "N", "FALSE", "nie", "لا", "Fałsz"], "no"),
        (["", " ", "\u200e"], ""),
        (["x", "X", "✗", "☒", "1", "0", "?", "yes?", "not yet"], None),
    ],
)
def test_an_answer_counts_in_every_way_that_leaves_no_doubt(
    several: list[str], answer: str | None
) -> None:
    assert {one: answer_of(one) for one in several} == dict.fromkeys(several, answer)


def test_a_tick_signs_a_no_is_told_and_what_may_be_a_cross_is_asked_again(desk: Desk) -> None:
    rows = desk.rows()
    wrong, _ = desk.refused(with_answer(rows, SIGNED | {"approved": "x"}))
    assert wrong.startswith("back.csv: row 5: “approved” says “x”. Write yes, no, or nothing")
    ticked = with_answer(rows, SIGNED | {"approved": "✓"})
    taken = desk.take(with_answer(ticked, {"approved": "لا"}, 4))
    assert taken.signatures == 1
    assert "rest, pl, revise: 1 of 7 texts approved in this sheet." in taken.told
    assert any(line.startswith("row 6, not approved, “Rest, and") for line in taken.told)


@given(st.text(max_size=8))
def test_no_other_word_is_a_yes(said: str) -> None:
    assert answer_of(f"{said}q") is None


def test_marks_of_direction_are_no_part_of_a_date() -> None:
    assert day_of("\u200f22\u200f/11\u200f/2026") == date(2026, 11, 22)
    assert day_of("'2026-11-22") == date(2026, 11, 22)


# ── the days between which a sheet is signed ───────────────────────────────────────────────────
def test_a_sheet_is_signed_from_the_day_on_which_it_was_exported(desk: Desk) -> None:
    sheet = SIGNED | {"exported": "on 2026-11-20"}
    (wrong, _) = desk.refused(with_answer(desk.rows(), sheet | {"date": "2026-11-19"}))
    assert "row 5: its date, 2026-11-19, is before 2026-11-20, when this sheet was exp" in wrong
    assert desk.take(with_answer(desk.rows(), sheet)).signatures == 1


@pytest.mark.parametrize("said", ["", "on 2026-11-23", "20/11/2026", "on 2026-02-30"])
def test_a_sheet_that_does_not_say_when_it_was_exported_signs_nothing(
    desk: Desk, said: str
) -> None:
    (wrong, _) = desk.refused(with_answer(desk.rows(), SIGNED | {"exported": said}))
    assert f"row 5: “exported” says “{said}”, which is no day until today." in wrong


def test_a_sheet_is_exported_on_a_day_that_no_program_rewrites(desk: Desk) -> None:
    assert b'"on 2026-11-22"\r\n' in desk.export()[1].read_bytes()


def test_sheets_that_cross_in_the_post_are_both_taken(desk: Desk) -> None:
    reader, reviser = desk.rows("reader"), desk.rows()
    assert desk.take(with_answer(reviser, SIGNED)).signatures == 1
    early = SIGNED | {"name": "R. Reader", "role": "test reader", "date": "2026-11-18"}
    assert desk.take(with_answer(reader, early)).signatures == 1
    assert {one.step for one in desk.signatures()} == {"reader", "revise"}


def test_a_sheet_before_the_one_that_it_needs_says_so_and_can_come_again(desk: Desk) -> None:
    clinical, reviser = desk.rows("clinical"), desk.rows()
    nurse = SIGNED | {"name": "N. Tester", "role": "test nurse"}
    (wrong, _) = desk.refused(with_answer(clinical, nurse))
    assert wrong.endswith("Leave “approved” empty, or import first the sheet that it waits for.")
    desk.take(with_answer(reviser, SIGNED))
    assert desk.take(with_answer(clinical, nurse)).signatures == 1


def test_a_sheet_that_was_withdrawn_since_cannot_be_imported_again(desk: Desk) -> None:
    rows = with_answer(desk.rows(), SIGNED)
    desk.take(rows)
    path = desk.project.catalogues / "pl" / "ledger" / "rest.jsonl"
    last = path.read_text("utf-8").splitlines()[-1]
    ended = last.replace('"revise"', '"withdraw"').replace("2026-11-20", "2026-11-21")
    path.write_text(path.read_text("utf-8") + ended + "\n", "utf-8")
    assert "it was withdrawn on 2026-11-21" in desk.refused(rows)[0]


def test_a_sheet_that_is_imported_twice_signs_once(desk: Desk) -> None:
    rows = with_answer(desk.rows(), SIGNED)
    assert [desk.take(rows).signatures for _ in range(2)] == [1, 0]


# ── names ──────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"name": "=cmd|' /C calc'!A0"}, "the name begins with “=”, as a formula does."),
        ({"name": "'=cmd|' /C calc'!A0"}, "the name begins with “=”"),
        ({"role": "@test"}, "the role begins with “@”"),
        ({"name": "+test"}, "the name begins with “+”"),
        ({"name": "A. T\u0435ster"}, "mixes letters that look alike, Cyrillic and Latin"),
        ({"name": "T\u200f. Tester"}, "the name holds invisible characters"),
        ({"name": "Tester, Dr T."}, "“revise” and “translate” are signed by the same person"),
        ({"approved": "", "back-translation": "a", "name": "=x"}, "the name begins with “=”"),
    ],
)
def test_a_name_that_deceives_signs_nothing(desk: Desk, answer: Row, said: str) -> None:
    wrong, _ = desk.refused(with_answer(desk.rows(), SIGNED | answer))
    assert wrong.startswith("back.csv: row 5: ")
    assert said in wrong


def test_blanks_within_a_name_are_one_blank(desk: Desk) -> None:
    desk.take(with_answer(desk.rows(), SIGNED | {"name": " A. \u00a0 Tester"}))
    assert [one.person for one in desk.signatures()] == ["A. Tester"]


# ── texts ──────────────────────────────────────────────────────────────────────────────────────
def test_what_a_check_calls_wrong_is_approved_by_nobody(desk: Desk) -> None:
    desk.edit("Nie rób", "Rób")
    desk.take([row | SIGNED | {"approved": ""} for row in desk.rows("translate")])
    rows = desk.rows("translate")
    assert rows[5]["note"].startswith("NOT TO BE SIGNED YET: A check calls it wrong: ")
    (wrong, _) = desk.refused(with_answer(rows, SIGNED, 5))
    assert "row 7: it cannot be approved yet. A check calls it wrong: " in wrong


def test_a_draft_that_a_translator_signs_on_a_sheet_is_called_a_draft_no_more(desk: Desk) -> None:
    desk.edit("Rób", "Proszę")
    path = desk.project.catalogues / "pl" / "LC_MESSAGES" / "rest.po"
    catalogue = polib.pofile(str(path))
    (entry,) = (one for one in catalogue if one.msgid == "Do")
    entry.tcomment = NOTE
    catalogue.save(str(path))
    noted = path.read_bytes()
    taken = desk.take(with_answer(desk.rows("translate"), SIGNED, 2))
    assert (taken.signatures, taken.drafts) == (1, 1)
    assert path.read_bytes() == noted.replace(f"# {NOTE}\n".encode(), b"")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1250"])
def test_letters_that_a_program_lost_are_said_once(desk: Desk, encoding: str) -> None:
    rows = [row | SIGNED for row in desk.rows()]
    data = table(rows, encoding="utf-8")
    if encoding == "ascii":
        data = data.decode().encode("ascii", "replace")
    else:
        data = data.decode(encoding, "ignore").encode()
    with pytest.raises(PlainleafError, match="row 2: the program that saved this sheet lost let"):
        desk.take_bytes(data)
    assert desk.signatures() == []


def test_an_edit_is_no_lost_letter() -> None:
    assert not is_garbled("Weź 5 tabletek?", "Weź 5 tabletek.")
    assert not is_garbled("Bierz", "Nie bierz")


@pytest.mark.parametrize("said", ["=Co pomaga.", "'=Co pomaga."])
def test_the_apostrophe_before_a_formula_may_come_back_or_not(desk: Desk, said: str) -> None:
    rows = with_answer(desk.rows(), SIGNED | {"translation": said}, 1)
    assert desk.take(rows).signatures == 1


def test_rows_that_were_taken_out_are_counted(desk: Desk) -> None:
    taken = desk.take([row | SIGNED for row in desk.rows()[:4]])
    assert taken.signatures == 4
    assert "texts of the leaflet that have no row in this sheet: 3" in taken.told


def test_a_row_without_its_key_says_so(desk: Desk) -> None:
    wrong, _ = desk.refused(with_answer(desk.rows(), SIGNED | {"key": ""}))
    assert "row 5: its key is gone. Put the column “key” back" in wrong


def test_a_sheet_of_many_wrong_rows_is_read_no_further_than_people_read(desk: Desk) -> None:
    rows = [desk.rows()[0] | {"key": f"{number:064x}"} for number in range(120)]
    lines = desk.refused(rows)
    assert len(lines) == 51
    assert "50 rows are wrong, and the rest was not read: nothing is signed." in lines[-1]


@pytest.mark.parametrize("column", ["leaflet", "locale", "step"])
def test_no_cell_of_a_sheet_reaches_the_terminal_as_it_is(desk: Desk, column: str) -> None:
    said = f"\x1b[2J\n{'long' * 50}"
    (line,) = desk.refused([row | {column: said} for row in desk.rows()])
    assert "\x1b" not in line
    assert len(line) < 250


def test_a_head_that_names_a_column_twice_is_said_in_one_line(desk: Desk) -> None:
    head, _, rest = desk.export()[1].read_bytes().partition(b"\r\n")
    odd = b',"\x1b[2J\n","\x1b[2J\n"\r\n'
    with pytest.raises(PlainleafError) as error:
        desk.take_bytes(head + odd + rest)
    assert "\n" not in str(error.value)
    assert "\x1b" not in str(error.value)
