"""The command line as people and machines meet it: words, exit codes, messages."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from pipeline import __version__
from pipeline.cli import BAD_INPUT, FAILED, FINE, main
from tests.test_build import LEAFLET, REGION, SETTINGS

MakeProject = Callable[..., Path]
EVIDENCE = '[facts]\nF001 = "A fact."\n'
POLISH = {
    "A small leaflet": "Mała ulotka",
    "About very little.": "O niczym wielkim.",
    "First": "Najpierw",
    "Take 5 tablets.": "Weź 5 tabletek.",
    "Call [your team](https://example.org/).": "Zadzwoń do [zespołu](https://example.org/).",
    "Ring {region:helpline}.": "Zadzwoń: {region:helpline}.",
}


def _run(folder: Path, *words: str) -> Result:
    arguments = ["--project", str(folder), *words]
    if words[0] not in {"translate", "--help"}:
        arguments += ["--today", "2026-11-22"]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def _leaflet() -> str:
    text = LEAFLET.replace("Take 5 tablets.", "Take 5 tablets. <!-- evidence: F001 -->")
    text = text.replace("your team](https://example.org/).", "your team](https://example.org/). "
                        "<!-- evidence: none, a test -->")  # fmt: skip
    return text.replace("{region:helpline}.", "{region:helpline}. <!-- evidence: none, a test -->")


@pytest.fixture
def folder(make_project: MakeProject) -> Path:
    """A project with one leaflet in Polish, in which no check fails."""
    source = {
        "leaflets": {"small.md": _leaflet()},
        "regions": {"gb.toml": REGION},
        "evidence.toml": EVIDENCE,
    }
    root = make_project({"source": source}, settings=SETTINGS.replace(', "ar"', ""))
    assert _run(root, "extract").exit_code == FINE
    assert _run(root, "update").exit_code == FINE
    path = root / "locales" / "pl" / "LC_MESSAGES" / "small.po"
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = POLISH[entry.msgid]
    catalogue.save(str(path))
    return root


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _catalogue(folder: Path) -> Path:
    return folder / "locales" / "pl" / "LC_MESSAGES" / "small.po"


def test_a_project_in_which_all_is_well_exits_0(folder: Path) -> None:
    result = _run(folder, "check")
    assert result.exit_code == FINE, result.output
    assert "0 failed" in result.output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('msgstr "Weź 5 tabletek."', 'msgstr ""', r"failed coverage: .*Write one"),
        ("Weź 5 tabletek.", "Weź 50 tabletek.", r"failed numbers: .*5"),
        ("[zespołu](https://example.org/)", "zespołu", r"failed links: .*example\.org"),
        ("{region:helpline}.", "112.", r"failed placeholders: "),
        ("Weź 5", "Weź <b>5</b>", r"failed markup: "),
        ("Weź 5", "Weź \u202e5", r"failed invisible: "),
    ],
)  # fmt: skip
def test_damage_to_a_catalogue_exits_1_with_file_line_and_what_to_do(
    folder: Path, old: str, new: str, said: str
) -> None:
    path = _catalogue(folder)
    text = path.read_text("utf-8")
    at = text.rindex(old)
    path.write_text(text[:at] + new + text[at + len(old) :], "utf-8")
    result = _run(folder, "check")
    assert result.exit_code == FAILED, result.output
    found = [line for line in result.output.splitlines() if re.search(said, line)]
    assert found, result.output
    assert re.match(r"locales/pl/LC_MESSAGES/small\.po:\d+: ", found[0])


def test_a_sub_list_that_is_not_indented_enough_stops_with_file_line_and_what_to_do(
    folder: Path,
) -> None:
    path = folder / "source" / "leaflets" / "small.md"
    path.write_text(_leaflet() + "\n1. One\n2. Two\n   - with food\n", "utf-8")
    line = path.read_text("utf-8").split("\n").index("   - with food") + 1
    for word in ("check", "build", "extract"):
        result = _run(folder, word)
        assert result.exit_code == (FAILED if word == "check" else BAD_INPUT)
        assert f"source/leaflets/small.md:{line}: " in result.output
        assert "Indent what belongs to an item by 4 blanks" in result.output


def test_a_sub_list_that_is_no_longer_one_makes_the_template_fail(folder: Path) -> None:
    path = folder / "source" / "leaflets" / "small.md"
    items = "\n- One <!-- evidence: none, a test -->\n\n{}- Part <!-- evidence: none, a test -->\n"
    path.write_text(_leaflet() + items.format("    "), "utf-8")
    assert _run(folder, "extract").exit_code == FINE
    path.write_text(_leaflet() + items.format(""), "utf-8")
    result = _run(folder, "check")
    assert result.exit_code == FAILED
    assert re.search(r"locales/small\.pot:\d+: failed template: .*plainleaf extract", result.output)


def test_any_catalogue_can_be_checked_alone(folder: Path) -> None:
    path = _catalogue(folder)
    assert _run(folder, "check", str(path)).exit_code == FINE
    _edit(path, "Weź 5", "Weź 6")
    result = _run(folder, "check", str(path))
    assert result.exit_code == FAILED
    assert re.search(r"small\.po:\d+: failed numbers", result.output)


def test_outcomes_can_be_read_by_machines(folder: Path) -> None:
    outcomes = json.loads(_run(folder, "check", "--json").output)
    assert {"check", "verdict", "sentence", "place", "requirement"} <= set(outcomes[0])
    assert {one["verdict"] for one in outcomes} <= {
        "passed", "failed", "cantTell", "inapplicable", "untested",
    }  # fmt: skip


def test_obsolete_translations_stay_until_they_are_cleaned_out(folder: Path) -> None:
    path = folder / "source" / "leaflets" / "small.md"
    _edit(path, "Take 5 tablets.", "Rest at home for the whole of the day.")
    for word in ("extract", "update"):
        assert _run(folder, word).exit_code == FINE
    kept = _catalogue(folder).read_text("utf-8")
    assert '#~ msgstr "Weź 5 tabletek."' in kept
    assert "1 obsolete taken out" in _clean(folder)
    assert "Weź 5" not in _catalogue(folder).read_text("utf-8")
    assert [one.msgid for one in polib.pofile(str(_catalogue(folder)))][-1].startswith("Ring")
    assert "Nothing is obsolete." in _clean(folder)


def _clean(folder: Path) -> str:
    result = CliRunner().invoke(main, ["--project", str(folder), "clean"], catch_exceptions=False)
    assert result.exit_code == FINE
    return result.output


def test_status_counts_every_state(folder: Path) -> None:
    path = _catalogue(folder)
    _edit(path, 'msgstr "Najpierw"', 'msgstr ""')
    rows = json.loads(_run(folder, "status", "--json").output)["rows"]
    row = next(one for one in rows if one["domain"] == "small")
    assert (row["segments"], row["missing"], row["translated"]) == (6, 1, 5)
    assert row["draft"] == pytest.approx(5 / 6)
    assert row["release"] == 0


def test_status_fits_a_terminal_of_80_columns(folder: Path) -> None:
    lines = _run(folder, "status").output.splitlines()
    table = lines[: next(i for i, line in enumerate(lines) if not line.strip())]
    assert any("small" in line for line in table)
    assert all(len(line) <= 80 for line in table)


def test_a_build_says_where_to_look_and_a_release_what_it_held_back(folder: Path) -> None:
    built = _run(folder, "build")
    assert built.exit_code == FINE
    assert "build/draft/index.html" in built.output
    held = _run(folder, "build", "--release")
    assert held.exit_code == FAILED
    assert "held back: small" in held.output
    assert "not signed" in held.output
    assert not (folder / "build" / "release" / "index.html").exists()


def test_machine_drafts_are_open_in_a_draft_and_failed_in_a_release(folder: Path) -> None:
    path = _catalogue(folder)
    note = "# machine translation, 2026-11-22, not reviewed\n"
    text = path.read_text("utf-8")
    at = text.index("#. paragraph")
    path.write_text(text[:at] + note + text[at:].replace("#, md-text", "#, fuzzy, md-text", 1))
    assert _run(folder, "check").exit_code == FINE
    assert re.search(r"cannot tell coverage: .*machine", _run(folder, "check").output)
    assert re.search(r"failed coverage: .*machine", _run(folder, "check", "--release").output)


def test_bad_input_is_one_clear_line_and_exit_2(folder: Path) -> None:
    _edit(folder / "plainleaf.toml", 'region = "gb"', 'region = "atlantis"')
    result = _run(folder, "build")
    assert result.exit_code == BAD_INPUT
    assert result.output.strip().count("\n") == 0
    assert "The region “atlantis” knows no “helpline”" in result.output


def test_a_wrong_day_and_a_missing_name_are_bad_input(folder: Path) -> None:
    arguments = ["--project", str(folder), "build", "--today", "soon"]
    assert CliRunner().invoke(main, arguments).exit_code == BAD_INPUT
    assert _run(folder, "extract", str(folder)).exit_code == BAD_INPUT


def test_the_day_may_come_from_the_environment(folder: Path) -> None:
    arguments = ["--project", str(folder), "check", "--json"]
    runner = CliRunner(env={"SOURCE_DATE_EPOCH": "1900000000"})  # in March 2030
    outcomes = json.loads(runner.invoke(main, arguments).output)
    contacts = [one for one in outcomes if one["check"] == "review-dates"]
    assert any("2026" in one["sentence"] for one in contacts)


def test_the_four_words_for_foreign_files_work_one_after_another(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "beans.md").write_text("# Beans\n\nSow 3 beans.\n", "utf-8")
    template, catalogue = tmp_path / "notes.pot", tmp_path / "pl.po"
    assert _run(tmp_path, "extract", str(folder), "--output", str(template)).exit_code == FINE
    assert _run(tmp_path, "update", str(template), str(catalogue)).exit_code == FINE
    po = polib.pofile(str(catalogue))
    for entry in po:
        entry.msgstr = {"Beans": "Fasola", "Sow 3 beans.": "Posiej 3 ziarna."}[entry.msgid]
    po.save(str(catalogue))
    assert _run(tmp_path, "check", str(catalogue)).exit_code == FINE
    output = tmp_path / "pages"
    words = ("translate", str(folder), "--catalogue", str(catalogue), "--output", str(output))
    assert _run(tmp_path, *words).exit_code == FINE
    assert "Posiej 3 ziarna." in (output / "beans.html").read_text("utf-8")


def test_the_version_is_the_package_s() -> None:
    assert __version__ in CliRunner().invoke(main, ["--version"]).output


def test_an_approval_sheet_goes_out_and_comes_back(folder: Path) -> None:
    words = ("approval", "small", "--locale", "pl", "--step", "translate")
    out = _run(folder, "export", *words, "--separator", "semicolon")
    assert out.exit_code == FINE
    assert "small.pl.translate.html" in out.output
    sheet = folder / "build" / "approval" / "small.pl.translate.csv"
    answer = '"yes";"A tester";"test translator";"2026-11-22";"";"small"'
    _edit(sheet, '"";"";"";"";"";"small"', answer)
    back = _run(folder, "import", "approval", str(sheet))
    assert back.exit_code == FINE, back.output
    assert "6 of 6 texts approved" in back.output
    assert "6 signatures added to" in back.output
    assert len((folder / "locales/pl/ledger/small.jsonl").read_text("utf-8").splitlines()) == 6
    _edit(sheet, '"A tester"', '""')
    wrong = _run(folder, "import", "approval", str(sheet))
    assert wrong.exit_code == BAD_INPUT
    assert "small.pl.translate.csv: row 2: it is approved, but has no name." in wrong.output


def test_a_catalogue_without_a_language_says_what_was_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "one.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(f'{head}msgid "Do not take it."\nmsgstr "Bierz to."\n', "utf-8")
    result = _run(tmp_path, "check", str(path))
    assert "The header names no language" in result.output


def test_a_catalogue_without_messages_is_not_fine(tmp_path: Path) -> None:
    header = 'msgid ""\nmsgstr "Language: pl\\n"\n'
    for text in ("", "# a\n", header, f'{header}\n#~ msgid "a"\n#~ msgstr "b"\n'):
        (tmp_path / "a.po").write_text(text, "utf-8")
        found = _run(tmp_path, "check", str(tmp_path / "a.po"))
        assert found.exit_code == FAILED
        assert "nothing to check: the file has no message" in found.output
