"""An author may declare an edit cosmetic; what was confirmed and signed then stays so."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline import ledger
from pipeline.cli import main
from pipeline.cosmetic import objection
from pipeline.signature import Signature, signature_key
from tests.catalogues import HEADER, Folder, entry

OLD, NEW = "Rest at home for the whoole day.", "Rest at home for the whole day."
SETTINGS = 'name = "Test"\nlocales = ["de"]\n'
LEAFLET = """---
title: A case
description: A case
version: 1
owner:
reviewer:
reviewed:
next_review:
---

## {heading} {{#when}}

{mark}{text}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def _update(folder: Folder, *words: str) -> str:
    files = [str(folder.template), str(folder.catalogue)]
    done = CliRunner().invoke(main, ["update", *files, "--today", "2026-11-22", *words])
    assert done.exit_code == 0, done.output
    return done.output


DECLARED = ("--cosmetic", "--person", "test author")


def test_a_declared_edit_keeps_a_translation_confirmed(folder: Folder) -> None:
    folder.source(entry(NEW))
    folder.translations(entry(OLD, "Ruhen Sie.", above="# mine\n"))
    assert "1 carried" in _update(folder, *DECLARED)
    message = folder.message(NEW)
    assert (message.msgstr, message.state, message.comments) == (
        "Ruhen Sie.",
        "translated",
        "mine",
    )
    assert "up to date" in _update(folder, *DECLARED)


def test_an_edit_that_is_declared_late_is_carried_too(folder: Folder) -> None:
    folder.source(entry(NEW))
    folder.translations(entry(OLD, "Ruhen Sie."))
    assert "1 fuzzy" in _update(folder)
    assert "1 carried" in _update(folder, *DECLARED)
    assert (folder.message(NEW).state, folder.message(NEW).comments) == ("translated", "")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Take 5 mg at night.", "Take 50 mg at night.", "5 → 50"),
        ("Take 5 mg at night.", "Take 5 g at night.", "“mg” → “g”"),
        ("Do take it at night.", "Do not take it at night.", "“not” is new"),
        ("You may take it now.", "You must take it now.", "“may” → “must”"),
        ("Ring us at home.\\n", "Ring us, at home.", "a line break"),
        ("Ring {name} at night.", "Ring {other} at night.", "a placeholder"),
    ],
)
def test_a_declaration_is_refused_where_the_meaning_changed(
    folder: Folder, old: str, new: str, why: str
) -> None:
    folder.source(entry(new, above="#: a.md#b\n"))
    folder.translations(entry(old, old))
    said = _update(folder, *DECLARED)
    line = next(one for one in said.splitlines() if "is not carried on" in one)
    assert "a.md#b: “" in line
    assert why in line
    assert folder.message(new.replace("\\n", "\n")).state == "changed"


def test_an_edit_that_also_changes_the_context_is_not_carried(folder: Folder) -> None:
    folder.source(f'msgctxt "heading"\n{entry(NEW)}')
    folder.translations(entry(OLD, "Ruhen Sie."))
    _update(folder, *DECLARED)
    message = folder.message(NEW, "heading")
    assert (message.msgstr, message.state) == ("Ruhen Sie.", "changed")
    assert "up to date" in _update(folder, *DECLARED)


def test_an_entry_that_was_in_doubt_stays_in_doubt(folder: Folder) -> None:
    folder.source(entry(NEW))
    folder.translations(entry(OLD, "Ruhen Sie.", above="#, fuzzy\n"))
    _update(folder, *DECLARED)
    assert folder.message(NEW).state == "changed"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("test author, 2026-11-22", ""),
        ("test author", "write it as"),
        ("test author, 2026-11-31", "write it as"),
        ("test author, 2026-11-23", "in the future"),
        ("test author, 2025-12-31", "updated since"),
    ],
)
def test_a_directive_counts_with_a_name_and_a_day_until_the_next_update(
    folder: Folder, said: str, why: str
) -> None:
    folder.source(entry(NEW, above=f"#. cosmetic edit: {said}\n"))
    folder.translations(entry(OLD, "Ruhen Sie."))
    told = _update(folder)
    assert folder.message(NEW).state == ("changed" if why else "translated")
    assert why in told


@pytest.mark.parametrize("person", ["=cmd|x", "T\u0435st author", "test\u202eauthor"])
def test_nobody_declares_with_a_name_that_deceives(folder: Folder, person: str) -> None:
    folder.source(entry(NEW))
    folder.translations(entry(OLD, "Ruhen Sie."))
    assert "is not carried on: the name " in _update(folder, "--cosmetic", "--person", person)
    assert folder.message(NEW).state == "changed"


def test_nobody_declares_without_a_name(folder: Folder) -> None:
    folder.source(entry(NEW))
    files = [str(folder.template), str(folder.catalogue)]
    done = CliRunner().invoke(main, ["update", *files, "--cosmetic"])
    assert done.exit_code == 2
    assert "--person NAME" in done.output


# ── signatures ─────────────────────────────────────────────────────────────────────────────────
def _project(root: Path, heading: str, text: str, mark: str = "") -> None:
    (root / "source" / "leaflets").mkdir(parents=True, exist_ok=True)
    (root / "plainleaf.toml").write_text(SETTINGS, "utf-8")
    leaflet = LEAFLET.format(heading=heading, text=text, mark=mark)
    (root / "source" / "leaflets" / "rest.md").write_text(leaflet, "utf-8")


def _run(root: Path, *words: str) -> str:
    done = CliRunner().invoke(main, ["--project", str(root), *words])
    assert done.exit_code == 0, done.output
    return done.output


def _signed(root: Path) -> Path:
    """A project with one translated block that two test roles signed."""
    _project(root, "When you are tierd", OLD)
    _run(root, "extract", "--today", "2026-11-20")
    catalogue = root / "locales" / "de" / "LC_MESSAGES" / "rest.po"
    catalogue.parent.mkdir(parents=True)
    rows = (entry("When you are tierd", "Wenn Sie müde sind"), entry(OLD, "Ruhen Sie."))
    catalogue.write_text("\n".join([HEADER.format(date="2026-01-01"), *rows]), "utf-8")
    key = signature_key("de", "rest", None, ("When you are tierd",), OLD, "Ruhen Sie.")
    path = root / "locales" / "de" / "ledger" / "rest.jsonl"
    day = date(2026, 11, 21)
    ledger.append(
        path,
        [
            Signature(key, "translate", "test translator", "a tester", day),
            Signature(key, "revise", "test reviser", "another tester", day),
        ],
    )
    return path


def test_signatures_are_carried_on_by_new_lines_with_name_and_date(tmp_path: Path) -> None:
    path = _signed(tmp_path)
    before = path.read_bytes()
    _project(tmp_path, "When you are tierd", NEW, "<!-- cosmetic: test author, 2026-11-22 -->\n\n")
    _run(tmp_path, "extract", "--today", "2026-11-22")
    assert "1 carried" in _run(tmp_path, "update", "--today", "2026-11-22")
    assert path.read_bytes().startswith(before)
    held, ignored = ledger.read(path, "rest", "de", date(2026, 11, 22))
    key = signature_key("de", "rest", None, ("When you are tierd",), NEW, "Ruhen Sie.")
    assert held.steps_of(key) == {"translate", "revise"}
    assert not ignored
    new = held.standing(key)[-1]
    signer = ("another tester", "test reviser", "2026-11-22")
    assert (new.person, new.role, new.date.isoformat()) == signer
    former = held.signatures[0].key
    assert new.tool == f"cosmetic edit of test author, carried from {former}"
    assert held.steps_of(former) == frozenset()  # What is withdrawn later does not come back so.


def test_a_declaration_that_was_left_in_the_text_carries_no_later_edit(tmp_path: Path) -> None:
    path = _signed(tmp_path)
    mark = "<!-- cosmetic: test author, 2026-11-22 -->\n\n"
    _project(tmp_path, "When you are tierd", NEW, mark)
    _run(tmp_path, "extract", "--today", "2026-11-22")
    assert "1 carried" in _run(tmp_path, "update", "--today", "2026-11-22")
    before = path.read_bytes()
    _project(tmp_path, "When you are tierd", NEW.replace("whole", "whoole"), mark)
    _run(tmp_path, "extract", "--today", "2026-12-15")
    said = _run(tmp_path, "update", "--today", "2026-12-15")
    assert "the catalogue has been updated since" in said
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Take your paracetamol.", "Take your ibuprofen."),
        ("It is a safe place.", "It is a unsafe place."),
        ("You must rest.", "You must rest unless you bleed."),
        ("Keep taking it.", "Stop taking it."),
        ("Come today at noon.", "Come today at midnight."),
        ("Pain is \u2264 5 for you.", "Pain is \u2265 5 for you."),
        ("Water (not wine) helps.", "Water not wine helps."),
        ("You may feel tired.", "You might feel tired."),
        ("You can swim.", "You can not swim."),
        ("Take five tablets.", "Take 5 tablets."),
        ("Take 2, 3 times a day.", "Take 2 3 times a day."),
        ("It is in your left breast.", "It is in your right breast."),
        ("Take it daily.", "Take it weekly."),
        ("Eat before it.", "Eat after it."),
        ("Ring us now.", "Ring us not."),
        ("Do not, stop.", "Do not stop."),
        ("No more treatment.", "No, more treatment."),
        ("Women, who smoke, are in danger.", "Women who smoke are in danger."),
        ("Stop taking it, then call.", "Stop. Taking it then call."),
        ("The clinic-only line.", "The clinic only line."),
        ("A safe dose.", "A “safe” dose."),
        ("A polish nurse.", "A Polish nurse."),
        ("Keep it for your hormone.", "Keep it for your hormones."),
        ("Re-sign the form.", "Resign the form."),
        ("She'll rest.", "Shell rest."),
        ("A casual link.", "A causal link."),
        ("The prostate hurts.", "The prostrate hurts."),
        ("Ask for medication.", "Ask for mediation."),
        ("A filling of a tooth.", "A filing of a tooth."),
    ],
)
def test_an_edit_of_words_or_signs_is_not_cosmetic_whoever_says_so(old: str, new: str) -> None:
    assert objection(old, new, ["Text."], "en", ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You recieve a letter.", "You receive a letter."),
        ("Rest, then eat.", "Rest then eat."),
        ("Call the “team”.", 'Call the "team".'),
        ("The colour of the skin.", "The color of the skin."),
        ("Bread, milk and eggs.", "Bread, milk, and eggs."),
        ("Do not run", "Do not run."),
        ("Don’t run.", "Don't run."),
        ("You must  rest.", "You must rest."),
        ("Rest untill “noon”, please.", "Rest until “noon”, please."),
        ("The Nurse will ring.", "The nurse will ring."),
        ("It was cancelled.", "It was canceled."),
        ("You have diarrhoea.", "You have diarrhea."),
    ],
)
def test_a_slip_of_the_pen_is_cosmetic(old: str, new: str) -> None:
    assert objection(old, new, ["Text."], "en", ()) == ""


def test_what_stands_under_an_edited_heading_is_carried_on_too(tmp_path: Path) -> None:
    path = _signed(tmp_path)
    _project(tmp_path, "When you are tired", OLD)
    _run(tmp_path, "extract", "--today", "2026-11-22")
    _run(tmp_path, "update", "--today", "2026-11-22", *DECLARED)
    held, _ = ledger.read(path, "rest", "de", date(2026, 11, 22))
    key = signature_key("de", "rest", None, ("When you are tired",), OLD, "Ruhen Sie.")
    assert held.steps_of(key) == {"translate", "revise"}


def test_a_refused_edit_adds_no_line_to_any_ledger(tmp_path: Path) -> None:
    path = _signed(tmp_path)
    before = path.read_bytes()
    _project(tmp_path, "When you are tierd", OLD.replace("Rest", "Do not rest"))
    _run(tmp_path, "extract", "--today", "2026-11-22")
    assert "is not carried on" in _run(tmp_path, "update", "--today", "2026-11-22", *DECLARED)
    assert path.read_bytes() == before
