"""`plainleaf second-pass` as people meet it: figures, the report, sheets that go out and back."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html

from pipeline import secondpass
from pipeline.catalogue import Message
from pipeline.cli import BAD_INPUT, FINE, main
from pipeline.config import Project
from pipeline.inspection import inspect
from pipeline.locale import locale_of
from pipeline.rereading import EXAMPLES, Reread, Text
from pipeline.rereadingsheets import COLUMNS
from pipeline.secondpass import SecondPass
from tests.conftest import TODAY
from tests.rereading import append, line, make_leaflets, opened, text


@pytest.fixture
def leaflets(make_project: Callable[..., Path]) -> Project:
    """Two leaflets in Polish that nobody has read again."""
    return make_leaflets(make_project)


def _run(project: Project, *words: object) -> Result:
    arguments = ["--project", str(project.root), "second-pass", *map(str, words)]
    return CliRunner().invoke(main, [*arguments, "--today", "2026-11-22"], catch_exceptions=False)


def _fine(project: Project, *words: object) -> str:
    result = _run(project, *words)
    assert result.exit_code == FINE, result.output
    return result.stdout


def _refused(project: Project, *words: object) -> list[str]:
    """What is said of bad input; the file is as it was."""
    path = secondpass.path_of(project, project.locales[0])
    before = path.read_bytes() if path.is_file() else None
    result = _run(project, *words)
    assert result.exit_code == BAD_INPUT, result.output
    assert (path.read_bytes() if path.is_file() else None) == before
    return result.stderr.splitlines()


def _page(project: Project) -> html.HtmlElement:
    path = project.output / "draft" / "report" / "second-pass.html"
    return html.fromstring(path.read_bytes().decode())


# ── figures ────────────────────────────────────────────────────────────────────────────────────
def _some(project: Project) -> Path:
    """Lines of every kind; one text stands in two catalogues, and its line counts for both."""
    dose, rest, eat = (text(project, begins) for begins in ("Do not", "Rest when", "Eat"))
    return append(
        project,
        line(dose, "safety", was="Weź **5** tabletek.", finding="It lost “not”.", by="nurse"),
        line(rest, "meaning", finding="It lost “when you are tired”."),
        line(eat, back=eat.message.msgid.upper(), blind=False),
        line("0" * 64, "safety"),
    )


def test_the_figures_count_every_translation_that_there_is_now(leaflets: Project) -> None:
    _some(leaflets)
    (told,) = json.loads(_fine(leaflets, "--json"))["locales"]
    known: dict[str, float] = dict.fromkeys(
        ("with_line", "blind", "meaning", "open", "equal_to_source"), 0
    )
    known |= {"with_line": 4, "blind": 3, "meaning": 2, "open": 2, "equal_to_source": 1}
    known |= {"messages": 5, "not_yet": 1, "same_meaning": 1, "wording": 0, "safety": 1}
    known |= {"changed": 1, "longer_texts": 4, "share_equal": 0.25}
    assert {name: told[name] for name in known} == known
    assert told["by"] == {"machine": 3, "nurse": 1}
    (finding,) = told["open_findings"]
    assert finding["severity"] == "meaning"
    assert finding["place"].startswith("locales/pl/LC_MESSAGES/food.po:")


def test_the_table_fits_a_terminal_and_says_who_read(leaflets: Project) -> None:
    _some(leaflets)
    lines = _fine(leaflets).splitlines()
    assert max(map(len, lines[:-1])) <= 80, "all but the path of the page"
    assert lines[1].split() == [
        "locale", "texts", "read", "yet", "blind", "same", "wording", "meaning", "safety",
        "changed", "open", "equal",
    ]  # fmt: skip
    assert lines[2].split() == ["pl", "5", "4", "1", "3", "1", "0", "2", "1", "1", "2", "25%"]
    assert "a machine (3), and no person has reviewed that; by nurse (1)." in " ".join(lines)


def test_what_nobody_has_begun_is_said_to_be_so(leaflets: Project) -> None:
    told = _fine(leaflets, "--locale", "pl")
    assert "pl: Nobody has read these translations again." in told
    assert not leaflets.output.exists(), "one locale is no report"
    assert "Nothing is translated into “de”" in _refused(leaflets, "--locale", "de")[0]


def test_lines_that_count_for_nothing_are_named_by_the_word_and_by_check(leaflets: Project) -> None:
    path = _some(leaflets)
    path.write_bytes(b"{}\n" + path.read_bytes())
    said = "locales/pl/second-pass.jsonl:1: This line counts for nothing: it has not exactly"
    assert said in _run(leaflets).stderr
    named = [one for one in inspect(leaflets, "draft", TODAY) if one.check == "second-pass"]
    assert sum("counts for nothing" in one.sentence for one in named) == 1
    assert sum(one.verdict == "failed" for one in named) == 1, "copying is said once for a locale"
    (copied,) = (one for one in named if one.verdict == "failed")
    assert str(copied.place) == "locales/pl/second-pass.jsonl"
    assert "Of 4 back-translations of longer texts 1 are" in copied.sentence


# ── the report ─────────────────────────────────────────────────────────────────────────────────
def test_the_report_marks_the_language_of_every_text(leaflets: Project) -> None:
    _some(leaflets)
    _fine(leaflets)
    opened_, changed = _page(leaflets).findall(".//ol[@class='findings']")
    rows = {row.find("dt").text: row.find("dd") for row in changed.findall(".//dl/div")}
    assert list(rows) == ["English", "Before", "After", "Finding", "After, translated back"]
    spans = {name: cell.find("span") for name, cell in rows.items()}
    found = {name: one.attrib for name, one in spans.items() if one is not None}
    assert {name: dict(one) for name, one in found.items()} == {
        "English": {"lang": "en", "dir": "ltr"},
        "Before": {"lang": "pl", "dir": "ltr"},
        "After": {"lang": "pl", "dir": "ltr"},
        "After, translated back": {"lang": "en", "dir": "ltr"},
    }
    assert spans["Before"].text_content() == "Weź 5 tabletek."
    assert rows["Finding"].text_content() == "It lost “not”."
    assert len(opened_.findall("li")) == 1, "one wording in two places is one finding"
    assert "and in 1 other place" in opened_.text_content()


def test_a_page_that_a_machine_made_says_first_that_nobody_reviewed_it(leaflets: Project) -> None:
    append(
        leaflets, *(line(one) for one in {one.key: one for one in opened(leaflets).texts}.values())
    )
    _fine(leaflets)
    banner = _page(leaflets).find(".//div[@class='banner']/p")
    assert banner.text_content() == "Done by a machine; no person has reviewed it."


def test_what_a_line_holds_is_shown_and_never_run(leaflets: Project) -> None:
    harm = "<script>alert(1)</script>\u202e\x07\" onclick='a'"
    dose, ring = text(leaflets, "Do not"), text(leaflets, "Ring")
    append(leaflets, line(dose, "safety", was=harm, finding=harm, back=harm, by=harm))
    append(leaflets, line(ring, "wording", finding=harm))
    _fine(leaflets)
    page = _page(leaflets)
    assert page.findall(".//script") == []
    assert not page.xpath("//*[@onclick]")
    assert page.text_content().count("<script>alert(1)</script>\" onclick='a'") == 5
    assert "0808 800 4040" in page.text_content(), "values of the region are shown as such"


def test_examples_are_the_gravest_first_and_from_as_many_leaflets_as_may_be() -> None:
    one = opened_with(
        [("a", "wording")] * 4 + [("a", "meaning")] * 9 + [("b", "meaning"), ("c", "safety")]
    )
    told = [(each.domain, each.line.severity) for each in one.examples if each.line]
    assert len(told) == EXAMPLES
    assert told[:4] == [("c", "safety"), ("a", "meaning"), ("b", "meaning"), ("a", "meaning")]
    assert ("a", "wording") not in told


def opened_with(several: list[tuple[str, Any]]) -> Reread:
    """Changed texts of these catalogues and severities."""
    made = []
    for number, (domain, severity) in enumerate(several):
        name = f"{number:064}"
        changed = line(name, severity, was="Inaczej.")
        made.append(Text(domain, "", Message(f"t{number}", "t"), name, changed))
    return Reread(locale_of("pl"), tuple(made), SecondPass())


# ── sheets ─────────────────────────────────────────────────────────────────────────────────────
def _sheets(project: Project) -> dict[str, list[dict[str, str]]]:
    """The rows of each sheet, as a spreadsheet program shows them."""
    folder = project.root / "out"
    _fine(project, "--locale", "pl", "--blind", folder)
    return {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter="\t"))
        for path in sorted(folder.glob("*.tsv"))
    }


def _sheet(project: Project, rows: list[dict[str, str]]) -> Path:
    path = project.root / "back.tsv"
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), "utf-8")
    return path


def _take(project: Project, rows: list[dict[str, str]], by: str = "test reader") -> list[str]:
    return _refused(project, "--locale", "pl", "--take", _sheet(project, rows), "--by", by)


def test_a_sheet_holds_every_translation_without_a_line_and_no_english(leaflets: Project) -> None:
    append(leaflets, line(text(leaflets, "Eat")))
    sheets = _sheets(leaflets)
    rows = [row for each in sheets.values() for row in each]
    assert list(rows[0]) == list(COLUMNS)
    assert sorted(row["translation"] for row in rows) == sorted(
        {one.translation for one in opened(leaflets).texts} - {text(leaflets, "Eat").translation}
    ), "a wording that stands in two catalogues is asked for once"
    assert {row["kind"] for row in rows} == {"paragraph"}
    written = "".join(path.read_text("utf-8") for path in (leaflets.root / "out").glob("*.tsv"))
    for one in opened(leaflets).texts:
        assert one.message.msgid not in written


def test_a_translation_that_looks_like_a_formula_is_none_in_a_sheet(leaflets: Project) -> None:
    path = leaflets.catalogue("rest", leaflets.locales[0])
    path.write_text(path.read_text("utf-8").replace("Odpoczywaj i", "=HYPERLINK() i"), "utf-8")
    (cell,) = (
        row["translation"] for row in _sheets(leaflets)["rest"] if "HYPERLINK" in row["translation"]
    )
    assert cell.startswith("'=")


def test_a_sheet_that_comes_back_is_taken_once_and_nothing_is_left_to_do(leaflets: Project) -> None:
    sheets = _sheets(leaflets)
    told = {"back-translation": "Said again.", "severity": "same"}
    rows = [row | told for each in sheets.values() for row in each]
    rows[0] |= {"severity": "Meaning", "finding": "It is weaker."}
    words = "--locale", "pl", "--take", _sheet(leaflets, rows), "--by", "test reader"
    assert _fine(leaflets, *words).startswith("4 lines added to ")
    assert _fine(leaflets, *words).startswith("0 lines added to ")
    here = opened(leaflets)
    assert here.unread == ()
    assert {one.by for one in here.lines} == {"test reader"}
    assert all(one.blind and one.day == TODAY for one in here.lines)
    assert [one.key for one in here.open] == [rows[0]["hash"]]
    folder = leaflets.root / "none"
    assert "Every translation" in _fine(leaflets, "--locale", "pl", "--blind", folder)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"hash": "0" * 64}, "is the hash of no translation that there is now"),
        ({"back-translation": " "}, "The back-translation is empty"),
        ({"back-translation": "a\u202eb"}, "invisible character"),
        ({"severity": "bad", "finding": "It is wrong."}, "“bad” is no severity"),
        ({"severity": ""}, "Nobody has compared it with the source yet"),
        ({"severity": "safety"}, "A severity has no finding"),
        ({"finding": "It is wrong."}, "A finding has no severity"),
    ],
)
def test_one_wrong_row_keeps_a_sheet_out_and_is_named_with_its_line(
    changed: dict[str, str], said: str, leaflets: Project
) -> None:
    told = {"back-translation": "Again.", "severity": "same"}
    rows = [row | told for row in _sheets(leaflets)["rest"]]
    rows[1] |= changed
    wrong, rest = _take(leaflets, rows)
    assert wrong.startswith("back.tsv:3: ")
    assert said in wrong
    assert "nothing was taken" in rest


def test_two_rows_about_one_translation_are_one_too_many(leaflets: Project) -> None:
    row = _sheets(leaflets)["rest"][0] | {"back-translation": "Again.", "severity": "same"}
    assert "Row 2 is about the same translation" in _take(leaflets, [row, row])[0]


def test_what_is_no_sheet_and_who_is_no_role_are_refused(leaflets: Project) -> None:
    assert "lacks" in _take(leaflets, [{"a": "b"}])[0]
    row = _sheets(leaflets)["rest"][0] | {"back-translation": "Again."}
    assert "formula" in _take(leaflets, [row], by="=1+cmd")[0]


@pytest.mark.parametrize(
    "words",
    [
        ["--blind", "out"],
        ["--locale", "pl", "--take", "plainleaf.toml"],
        ["--locale", "pl", "--by", "test reader"],
        ["--locale", "pl", "--blind", "out", "--json"],
        ["--locale", "pl", "--blind", "out", "--take", "plainleaf.toml", "--by", "test reader"],
    ],
)
def test_options_that_do_not_go_together_are_refused(
    words: list[str], leaflets: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(leaflets.root)
    assert "Usage: " in _refused(leaflets, *words)[0]
    assert not (leaflets.root / "out").exists()
