"""Approval sheets that are wrong: each wrong row is named, and nothing of the sheet is signed."""

import polib
import pytest

from pipeline.errors import PlainleafError
from tests.approval import SIGNED, Desk, MakeProject, Row, make_desk, with_answer


@pytest.fixture
def desk(make_project: MakeProject) -> Desk:
    return make_desk(make_project)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"name": ""}, "it is approved, but has no name."),
        ({"name": " - "}, "it is approved, but has no name."),
        ({"role": ""}, "it is approved, but has no role."),
        ({"date": ""}, "it is approved, but has no date."),
        ({"date": "2026-11-23"}, "its date, 2026-11-23, is in the future."),
        ({"date": "5/6/2026"}, "“5/6/2026” is no date, or could be one of two."),
        ({"date": "yesterday"}, "“yesterday” is no date"),
        ({"approved": "perhaps"}, "“approved” says “perhaps”."),
        ({"name": "A" * 201}, "the name is too long"),
        ({"name": "A\u202eB"}, "invisible characters"),
        ({"role": "A\nB"}, "a line break"),
        ({"key": "0" * 64}, "or its key was edited"),
        ({"key": "0" * 64, "source": "x", "translation": "y"}, "the key is unknown"),
        ({"source": "Do take more than 5."}, "the source was edited in the sheet"),
        ({"translation": "Bierz."}, "the translation was edited in the sheet: “Bierz.”"),
        ({"back-translation": "a\u202eb"}, "the back-translation holds an invisible character"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_signed(desk: Desk, answer: Row, said: str) -> None:
    rows = [row | SIGNED for row in desk.rows()]
    wrong, last = desk.refused(with_answer(rows, answer))
    assert wrong.startswith("back.csv: row 5: ")
    assert said in wrong
    assert "1 of 7 rows are wrong, so nothing is signed." in last


def test_nobody_revises_their_own_translation(desk: Desk) -> None:
    lines = desk.refused(with_answer(desk.rows(), SIGNED | {"name": "t. TESTER"}))
    assert "row 5: it cannot be approved: “revise” and “translate” are signed" in lines[0]


def test_no_step_is_signed_before_the_one_that_it_needs(desk: Desk) -> None:
    lines = desk.refused(with_answer(desk.rows("clinical"), SIGNED))
    assert "“clinical” counts only where “revise” stands before it" in lines[0]
    lines = desk.refused(with_answer(desk.rows(), SIGNED | {"date": "2026-11-09"}))
    assert "“revise” counts only where “translate” stands before it" in lines[0]


def test_a_machine_s_draft_is_signed_for_no_step(desk: Desk) -> None:
    path = desk.project.catalogues / "pl" / "LC_MESSAGES" / "rest.po"
    catalogue = polib.pofile(str(path))
    (entry,) = (one for one in catalogue if one.msgid == "Do")
    entry.flags.append("fuzzy")
    entry.tcomment = "machine translation, 2026-11-22, not reviewed"
    catalogue.save(str(path))
    assert next(one.text_content() for one in desk.page().find_class("flag")) == "Machine’s draft"
    for step in ("translate", "revise"):
        (said, _) = desk.refused(with_answer(desk.rows(step), SIGNED, 2))
        assert "row 4: it cannot be approved yet. It is a machine’s draft" in said


def test_a_source_text_has_no_translator(desk: Desk) -> None:
    with pytest.raises(PlainleafError, match="no step “translate”"):
        desk.export("translate", "en")


def test_every_wrong_row_has_a_line(desk: Desk) -> None:
    rows = [row | SIGNED | {"name": ""} for row in desk.rows()]
    assert len(desk.refused(rows)) == len(rows) + 1


@pytest.mark.parametrize("approved", ["yes", ""])
def test_a_text_that_changed_since_is_refused_with_what_changed(desk: Desk, approved: str) -> None:
    rows = [row | SIGNED | {"approved": approved} for row in desk.rows()]
    desk.edit("Nie bierz więcej niż", "Bierz nie więcej niż")
    (wrong, _) = desk.refused(rows)
    assert "row 5: the translation has changed: “Nie bierz" in wrong
    assert "is now “Bierz nie więcej niż" in wrong


def test_a_source_that_changed_since_is_refused_with_what_changed(desk: Desk) -> None:
    rows = [row | SIGNED for row in desk.rows()]
    path = desk.project.catalogues / "pl" / "LC_MESSAGES" / "rest.po"
    for file in ("source/leaflets/rest.md", "locales/pl/LC_MESSAGES/rest.po"):
        desk.edit("Rest, and ring", "Lie down, and ring", file)
    assert path.is_file()
    (wrong, _) = desk.refused(rows)
    assert "row 6: the source has changed: “Rest, and ring" in wrong


def test_a_text_that_moved_under_another_heading_is_refused(desk: Desk) -> None:
    rows = [row | SIGNED for row in desk.rows()]
    item = "- Rest, and ring {region:helpline}.\n\n"
    desk.edit(item, "", "source/leaflets/rest.md")
    desk.edit("Call [your", f"{item}Call [your", "source/leaflets/rest.md")
    (wrong, _) = desk.refused(rows)
    assert "row 6: the text stands in another place now" in wrong


def test_a_row_that_is_there_twice_is_refused(desk: Desk) -> None:
    rows = desk.rows()
    assert "it repeats row 2." in desk.refused([*rows, rows[0]])[0]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("leaflet", "other", "There is no leaflet “other”"),
        ("leaflet", "../../x", "There is no leaflet"),
        ("locale", "de", "The project has no locale “de”"),
        ("locale", "???", "The project has no locale"),
        ("step", "withdraw", "The column “step” says “withdraw”"),
    ],
)
def test_a_sheet_of_nothing_that_there_is_is_refused(
    desk: Desk, column: str, value: str, said: str
) -> None:
    (line,) = desk.refused([row | {column: value} for row in desk.rows()])
    assert said in line


def test_a_sheet_of_two_steps_is_refused(desk: Desk) -> None:
    (line,) = desk.refused(with_answer(desk.rows(), {"step": "clinical"}))
    assert "Rows of another leaflet, locale or step than the rest: 5." in line


def test_a_sheet_of_another_locale_cannot_pass_for_this_one(desk: Desk) -> None:
    rows = [row | SIGNED | {"locale": "ar"} for row in desk.rows()]
    lines = desk.refused(rows)
    assert len(lines) == len(rows) + 1
    assert desk.signatures("ar") == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The first row lacks key"),
        (b"a,b\n1,2\n", "The first row lacks key"),
        ("nąme".encode("cp1250"), "This is not UTF-8."),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "This is not UTF-8."),
        (b"x" * 8_000_001, "This is larger than 8 MB."),
    ],
    ids=["empty", "another table", "another encoding", "no text", "large"],
)
def test_a_file_that_is_no_sheet_is_refused_in_one_line(desk: Desk, data: bytes, said: str) -> None:
    with pytest.raises(PlainleafError) as error:
        desk.take_bytes(data)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_sheet_that_was_cut_off_signs_nothing(desk: Desk) -> None:
    data = desk.export()[1].read_bytes()
    with pytest.raises(PlainleafError, match="No table can be read from line"):
        desk.take_bytes(data[:-30])
    head = data.split(b"\r\n")[0]
    with pytest.raises(PlainleafError, match="The sheet has no row"):
        desk.take_bytes(head)
    with pytest.raises(PlainleafError, match="names name twice"):
        desk.take_bytes(head + b',"name"\r\n')
    with pytest.raises(PlainleafError, match="more than 20000 rows"):
        desk.take_bytes(head + b"\r\n1" * 20_001)
    with pytest.raises(PlainleafError, match="more cells than the head"):
        desk.take_bytes(head + b"\r\n" + b"1," * 40)
