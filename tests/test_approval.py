"""Approval sheets: what goes out, and what comes back."""

import json
from datetime import date

import pytest
from lxml.html import HtmlElement

from tests.approval import POLISH, SIGNED, Desk, MakeProject, make_desk, with_answer


@pytest.fixture
def desk(make_project: MakeProject) -> Desk:
    return make_desk(make_project)


def bodies(page: HtmlElement) -> list[HtmlElement]:
    """What the page says of each text."""
    return [one for one in page.iter("tbody") if isinstance(one, HtmlElement)]


# ── what goes out ──────────────────────────────────────────────────────────────────────────────
def test_the_page_says_what_is_signed_by_whom_and_what_that_means(desk: Desk) -> None:
    page = desk.page()
    head = " ".join(page.find_class("opening")[0].text_content().split())
    for said in ("Rest and pain", "Polish, Polski", "English", "Steprevise", "Version3",
                 "22 November 2026", "7 in all: 7 to sign", "I am not its translator"):  # fmt: skip
        assert said in head, said
    assert len(page.findall(".//tbody")) == len(POLISH)
    assert page.find(".//thead") is not None


def test_each_text_stands_in_its_language_with_note_glossary_and_value(desk: Desk) -> None:
    page = desk.page()
    row = next(one for one in bodies(page) if "aspiryny" in one.text_content())
    assert row.get("class") == "safety"
    assert row.xpath("string(.//*[@class='flag'])") == "Safety"
    there = next(cell for cell in row.iter("td") if cell.get("lang") == "pl")
    assert isinstance(there, HtmlElement)
    assert there.get("dir") == "ltr"
    assert there.text_content() == "Nie bierz więcej niż 5 tabletek aspiryny dziennie."
    said = " ".join(row.text_content().split())
    assert "Keep “not” as strong." in said
    assert "aspirin = aspiryna" in said
    everything = page.text_content()
    assert "zadzwoń: 0808 800 4040." in everything
    assert "zespołu (https://example.org/)" in everything


def test_a_page_in_arabic_runs_from_right_to_left_in_its_cells_only(desk: Desk) -> None:
    page = desk.page(locale="ar")
    assert page.get("dir") == "ltr"
    assert {cell.get("dir") for cell in page.iter("td") if cell.get("lang") == "ar"} == {"rtl"}


def test_a_page_runs_and_fetches_nothing(desk: Desk) -> None:
    page = desk.page()
    assert not page.xpath("//script | //link | //img | //@src | //form")


def test_the_table_opens_in_spreadsheets_and_holds_no_formula(desk: Desk) -> None:
    data = desk.export()[1].read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = desk.rows()
    assert [row["number"] for row in rows] == [str(n) for n in range(1, 8)]
    assert rows[1]["translation"] == "'=Co pomaga."
    assert rows[3]["where"].startswith("SAFETY: Do › ")
    assert rows[3]["note"] == "Keep “not” as strong.\nGlossary: aspirin → aspiryna"


def test_the_source_text_has_a_sheet_of_its_own(desk: Desk) -> None:
    rows = desk.rows("clinical", "en")
    assert all(row["source"] == row["translation"] for row in rows)
    page = desk.page("clinical", "en")
    assert "Back into" not in page.text_content()
    taken = desk.take(with_answer(rows, SIGNED))
    assert taken.signatures == 1
    assert [one.step for one in desk.signatures("en")] == ["clinical"]


def test_a_text_that_cannot_be_signed_yet_has_no_box(desk: Desk) -> None:
    desk.edit('msgstr "Nie rób"', 'msgstr ""')
    page = desk.page()
    waiting = [one for one in bodies(page) if not one.find_class("box")]
    assert len(waiting) == 1
    assert "There is no translation." in waiting[0].text_content()


# ── what comes back ────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16"])
def test_a_sheet_comes_back_however_a_program_saved_it(
    desk: Desk, separator: str, newline: str, encoding: str
) -> None:
    rows = [row | SIGNED for row in desk.rows()]
    taken = desk.take(rows, separator=separator, newline=newline, encoding=encoding)
    assert taken.signatures == len(rows)
    assert {one.key for one in desk.signatures()} == {row["key"] for row in rows}
    assert {(one.step, one.role, one.person, one.date) for one in desk.signatures()} == {
        ("revise", "test reviser", "A. Tester", date(2026, 11, 20))
    }


def test_a_row_without_approval_changes_nothing_and_its_comment_is_told(desk: Desk) -> None:
    rows = desk.rows()
    rows[0] |= {"approved": "no", "comment": "Too\x1b[31m\ngrim."}
    rows[1] |= {"comment": "Perhaps."}
    taken = desk.take(rows)
    assert taken.signatures == 0
    assert desk.signatures() == []
    assert "row 2, not approved, “Rest and pain”: Too[31m grim." in taken.told
    assert "row 3, not approved, “What helps.”: Perhaps." in taken.told


def test_what_is_signed_stands_in_the_next_sheet_and_is_not_signed_twice(desk: Desk) -> None:
    desk.take(with_answer(desk.rows(), SIGNED))
    rows = desk.rows()
    assert {name: rows[3][name] for name in SIGNED} == SIGNED
    page = desk.page()
    assert "Signed by A. Tester, test reviser, 20 November 2026" in page.text_content()
    assert desk.take(rows).signatures == 0
    assert len(desk.signatures()) == 1


def test_a_back_translation_is_kept_and_stands_in_the_next_sheet(desk: Desk) -> None:
    said = "Take at most 5 tablets of aspirin each day."
    taken = desk.take(with_answer(desk.rows(), SIGNED | {"back-translation": said}))
    assert taken.back == 1
    assert desk.rows("clinical")[3]["back-translation"] == said
    assert said in desk.export("clinical")[0].read_text("utf-8")
    assert desk.take(desk.rows()).back == 0
    path = desk.project.catalogues / "pl" / "back-translations" / "rest.jsonl"
    kept = json.loads(path.read_text("utf-8"))
    assert (kept["person"], kept["role"], kept["date"]) == (
        "A. Tester", "test reviser", "2026-11-20",
    )  # fmt: skip
    desk.edit("dziennie", "na dzień")
    assert desk.rows()[3]["back-translation"] == ""


def test_rows_may_be_sorted_left_out_and_have_columns_of_their_own(desk: Desk) -> None:
    rows = [row | SIGNED | {"my notes": "x"} for row in reversed(desk.rows()[2:])]
    assert desk.take(rows).signatures == len(rows)


def test_a_sheet_tells_before_whom_a_step_waits(desk: Desk) -> None:
    page = desk.page("clinical")
    assert not page.find_class("tick")
    assert "“clinical” counts only where “revise” stands before it" in page.text_content()
    desk.take(with_answer(desk.rows(), SIGNED))
    assert len(desk.page("clinical").find_class("tick")) == 1
    assert desk.take(with_answer(desk.rows("clinical"), SIGNED)).signatures == 1


def test_a_date_that_a_program_rewrote_is_read_as_somebody_says(desk: Desk) -> None:
    rows = with_answer(desk.rows(), SIGNED | {"date": "12/11/26"})
    assert desk.take(rows, "day-first").signatures == 1
    assert [one.date for one in desk.signatures()] == [date(2026, 11, 12)]


def test_a_signature_that_stands_is_known_though_its_date_is_in_doubt(desk: Desk) -> None:
    desk.take(with_answer(desk.rows(), SIGNED | {"date": "2026-11-12"}))
    desk.edit('msgstr "Nie rób"', 'msgstr ""')
    rows = with_answer(desk.rows(), {"date": "12/11/2026"})
    assert rows[3]["approved"] == "yes"
    assert desk.take(rows).signatures == 0
