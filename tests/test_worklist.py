"""`status`: how far each text is, counted by hand, and in which order to work."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.config import Project, load
from tests.conftest import TODAY
from tests.ledgers import SETTINGS, TREE, edit, renew, sign, signed_project, translate

MakeProject = Callable[..., Path]


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """Everything translated into Polish, and signed; Arabic is still missing."""
    return signed_project(load(make_project(TREE, settings=SETTINGS)))


def _status(project: Project, *words: str) -> str:
    arguments = ["--project", str(project.root), "status", "--today", TODAY.isoformat(), *words]
    return CliRunner().invoke(main, arguments, catch_exceptions=False).output


def _row(project: Project, tag: str = "pl", name: str = "small") -> dict[str, int]:
    rows = json.loads(_status(project, "--json"))["rows"]
    row: dict[str, int] = next(one for one in rows if (one["locale"], one["domain"]) == (tag, name))
    return row


def _jobs(project: Project, tag: str = "pl") -> list[tuple[str, int]]:
    jobs = json.loads(_status(project, "--json"))["next"]
    return [(one["what"].partition(":")[0], one["parts"]) for one in jobs if one["locale"] == tag]


def _catalogue(project: Project) -> Path:
    return project.catalogue("small", project.locales[0])


def test_what_is_signed_counts_as_revised_and_approved(project: Project) -> None:
    row = _row(project)
    assert [row[name] for name in ("segments", "translated", "revised", "approved")] == [9] * 4
    assert row["words"] == 22
    assert (row["draft"], row["release"]) == (1.0, 1.0)
    assert _row(project, "ar")["missing"] == 9
    assert _jobs(project) == []
    source = json.loads(_status(project, "--json"))["source"]
    assert all(one["approved"] == one["segments"] for one in source)


def test_a_changed_character_is_no_longer_revised(project: Project) -> None:
    edit(_catalogue(project), "Nie czekaj.", "Nie czekaj!")
    row = _row(project)
    assert (row["translated"], row["revised"], row["approved"]) == (9, 8, 8)
    assert _jobs(project) == [("waiting for translate", 1)]


def test_the_words_of_each_state_are_counted_too(project: Project) -> None:
    edit(_catalogue(project), 'msgstr "Nie czekaj."', 'msgstr ""')
    found = json.loads(_status(project, "--json"))["rows"]
    words = next(one for one in found if one["domain"] == "small" and one["locale"] == "pl")
    assert words["words_in"]["missing"] == 3
    assert words["words_in"]["approved"] == 22 - 3
    assert words["words_to_do"] == 3


def test_the_most_urgent_comes_first(project: Project) -> None:
    """Safety first, then what is wrong, then what is missing, then what is unread or unsigned."""
    path = _catalogue(project)
    edit(path, 'msgstr "Weź 5 tabletek."', 'msgstr ""')
    edit(path, 'msgstr "Nie czekaj."', 'msgstr ""')
    edit(path, "Zadzwoń: {region:helpline}.", "Zadzwoń.")
    edit(path, "Odstaw tabletki.", "Odstaw tabletki!")
    edit(project.source / "leaflets" / "small.md", "About very little.", "About so very little.")
    renew(project)
    assert _jobs(project) == [
        ("safety blocks that are missing, changed or broken", 1),
        ("broken", 1),
        ("changed", 1),
        ("missing", 1),
        ("waiting for translate", 1),
    ]
    shown = _status(project)
    assert shown.index("safety blocks") < shown.index("changed:") < shown.index("missing:")
    assert _catalogue(project).relative_to(project.root).as_posix() in shown


def test_a_change_of_meaning_comes_before_any_other(project: Project) -> None:
    source = project.source / "leaflets" / "small.md"
    edit(source, "Stop your tablets.", "Stop your 3 tablets. <!-- allow: 3 -->")
    edit(source, "About very little.", "About so very little.")
    renew(project)
    assert _jobs(project) == [("changed in meaning", 1), ("changed", 1)]


@pytest.mark.parametrize(
    ("label", "first"), [("meaning (“not” is new)", "changed in meaning"), ("wording", "changed")]
)
def test_the_label_of_a_change_decides_where_there_is_one(
    project: Project, label: str, first: str
) -> None:
    edit(project.source / "leaflets" / "small.md", "About very little.", "About 3 very little.")
    renew(project)
    path = _catalogue(project)
    text = path.read_text("utf-8")
    at = text.rindex("\n\n", 0, text.index('msgid "About 3')) + 2
    entry = re.sub(r"^# changed: .*\n", "", text[at:], count=1)
    path.write_text(f"{text[:at]}# changed: {label}\n{entry}", "utf-8")
    assert _jobs(project)[0] == (first, 1)


def test_machine_drafts_wait_for_a_person(project: Project) -> None:
    translate(project, {"Do": "افعل"}, "ar")
    path = project.catalogue("small", project.locales[1])
    text = path.read_text("utf-8")
    at = text.rindex("#.", 0, text.index('msgid "Do"\n'))
    note = "# machine translation, 2026-11-22, not reviewed\n"
    rest = text[at:].replace("#, md-text", "#, fuzzy, md-text", 1)
    path.write_text(f"{text[:at]}{note}{rest}", "utf-8")
    row = _row(project, "ar")
    assert (row["machine"], row["missing"]) == (1, 8)
    assert ("machine drafts", 1) in _jobs(project, "ar")


def test_the_next_step_is_named(project: Project) -> None:
    translate(project, {"Do": "افعل"}, "ar")
    sign(project, "ar", ("translate",), only="Do")
    assert ("waiting for revise", 1) in _jobs(project, "ar")


def test_the_table_fits_80_columns_with_every_column_in_it(project: Project) -> None:
    edit(project.source / "leaflets" / "small.md", "About very little.", "About so very little.")
    renew(project)
    lines = _status(project).splitlines()
    table = [line for line in lines if line.startswith(("locale", "pl ", "ar "))]
    for word in ("missing", "changed", "machine", "translated", "revised", "approved"):
        assert word in table[0]
    assert all(len(line) <= 80 for line in table)
    assert any(line.startswith("pl: ") and "words" in line for line in lines)
