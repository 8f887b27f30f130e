"""A leaflet is signed as a whole too: what it holds, in what order, its pictures and its dates."""

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import build, handover, ledger
from pipeline.choose import key_of
from pipeline.cli import FINE, main
from pipeline.config import Project, load
from pipeline.document import Segment
from pipeline.edition import open_publication
from pipeline.errors import PlainleafError
from pipeline.outline import OUTLINE
from pipeline.release import held_back
from pipeline.sources import gather
from tests.approval import SIGNED, table
from tests.conftest import TODAY
from tests.ledgers import POLISH, SETTINGS, TEXT, TREE, edit, renew, sign, signed_project

MakeProject = Callable[..., Path]
NONE = "<!-- evidence: none, a test -->"
STEPS = f"""
1. Sit down. {NONE}
2. Ring your nurse. {NONE}

<!-- skip -->

In hospital

![An arm](images/arm.svg) {NONE}
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    '<circle r="2" cx="4" cy="4"/><text>arm</text></svg>'
)
WORDS = POLISH | {
    "Sit down.": "Usiądź.",
    "Ring your nurse.": "Zadzwoń do pielęgniarki.",
    "An arm": "Ramię",
    "arm": "ramię",
}
WHY = "What the leaflet holds, the order of its parts, its pictures or its dates have changed"
WHO = ("--person", "test clinician person", "--role", "test clinician")


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """A leaflet with steps and a picture, all of it signed in both languages."""
    source = TREE["source"] | {
        "leaflets": {"small.md": TEXT + STEPS},
        "images": {"arm.svg": DRAWING},
    }
    return signed_project(load(make_project({"source": source}, settings=SETTINGS)), WORDS)


def _leaflet(project: Project) -> Path:
    return project.source / "leaflets" / "small.md"


def _held(project: Project) -> tuple[str, ...]:
    return held_back(open_publication(project, "release", TODAY)).get("small", ())


def _outline(project: Project) -> Segment:
    return gather(project).outline("small")


def _run(project: Project, *words: str) -> Result:
    arguments = ["--project", str(project.root), *words, "--today", TODAY.isoformat()]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


# ── what it is bound to ────────────────────────────────────────────────────────────────────────
def test_what_is_signed_whole_is_released(project: Project) -> None:
    assert _held(project) == ()


def _swap(path: Path, first: str, second: str) -> None:
    edit(path, first, "\0")
    edit(path, second, first)
    edit(path, "\0", second)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"\nDo not wait. {NONE}\n", ""),
        (f"2. Ring your nurse. {NONE}\n", ""),
        (f"- Ring {{region:helpline}}. {NONE}\n", ""),
        ("1. Sit", "3. Sit"),
        ("1. Sit", "- Sit"),
        ("In hospital", "At home"),
        ("<!-- skip -->\n\nIn hospital\n", ""),
        ("owner: A test owner", "owner: Another test owner"),
        ("reviewer: A test reviewer", "reviewer: Another test reviewer"),
        ("reviewed: 2026-11-01", "reviewed: 2026-11-02"),
        ("next_review: 2027-11-01", "next_review: 2028-11-01"),
        ("version: 1", "version: 2"),
    ],
)
def test_what_is_taken_out_or_changed_holds_the_leaflet_back_until_it_is_signed(
    project: Project, old: str, new: str
) -> None:
    text = _leaflet(project).read_text("utf-8")
    assert old in text
    changed = text.replace(old, new)
    if new == "- Sit":
        changed = changed.replace("2. Ring your", "- Ring your")
    _leaflet(project).write_text(changed, "utf-8")
    renew(project)
    whys = _held(project)
    assert [one.startswith(WHY) for one in whys].count(True) == 1, whys
    sign(project, "en", project.source_steps)
    assert _held(project) == ()


def test_two_steps_that_change_places_hold_the_leaflet_back(project: Project) -> None:
    _swap(_leaflet(project), "Sit down.", "Ring your nurse.")
    renew(project)
    built = build.build(project, "release", TODAY, allow_fallback=True)
    assert built.artifacts == (), "it is released in no language"
    (why,) = built.held["small"]
    assert why.startswith(WHY)
    assert "plainleaf sign small --source --only outline" in why
    sign(project, "en", project.source_steps)
    built = build.build(project, "release", TODAY)
    assert built.held == {}
    assert [one for one in built.gaps if one.locale == "pl"] == [], "a locale follows its source"
    page = (project.output / "release" / "pl" / "small" / "index.html").read_text("utf-8")
    assert page.index("Zadzwoń do pielęgniarki.") < page.index("Usiądź.")


def test_another_drawing_holds_the_leaflet_back(project: Project) -> None:
    picture = project.source / "images" / "arm.svg"
    edit(picture, 'r="2"', 'r="3"')
    (why,) = _held(project)
    assert why.startswith(WHY)
    sign(project, "en", project.source_steps)
    assert _held(project) == ()


def test_a_picture_that_was_only_saved_anew_stays_signed(project: Project) -> None:
    picture = project.source / "images" / "arm.svg"
    edit(picture, '<circle r="2" cx="4" cy="4"/>', "<circle  cy='4' cx='4' r='2'></circle>")
    assert _held(project) == ()


def test_a_picture_of_points_is_signed_byte_by_byte(make_project: MakeProject) -> None:
    source = TREE["source"] | {
        "leaflets": {"small.md": f"{TEXT}\n![An arm](images/arm.png) {NONE}\n"},
        "images": {"arm.png": b"one drawing"},
    }
    project = signed_project(load(make_project({"source": source}, settings=SETTINGS)), WORDS)
    assert _held(project) == ()
    (project.source / "images" / "arm.png").write_bytes(b"two drawing")
    assert _held(project)[0].startswith(WHY)


def test_what_no_reader_sees_leaves_the_signature_alone(project: Project) -> None:
    was = _outline(project)
    path = _leaflet(project)
    edit(path, "Do not wait.", "<!-- note: Be kind. -->\n\nDo not\nwait.")
    edit(path, "title: A small leaflet", 'title: "A small leaflet"')
    now = _outline(project)
    assert key_of(now, now.msgid, "en") == key_of(was, was.msgid, "en")


# ── who signs it, and how ──────────────────────────────────────────────────────────────────────
def test_it_is_no_text_for_translators(project: Project) -> None:
    segments = gather(project).segments()
    assert OUTLINE not in {one.kind for several in segments.values() for one in several}
    for path in (*project.catalogues.glob("*.pot"), *project.catalogues.rglob("*.po")):
        assert "leaflet as a whole" not in path.read_text("utf-8")


def test_a_translator_signs_no_outline(project: Project) -> None:
    source, polish = (project.source_locale, project.locales[0])
    found = gather(project)
    assert found.signable(source)["small"][-1].kind == OUTLINE
    assert found.signable(polish) == found.segments()


def test_sign_takes_it_with_the_leaflet_and_says_so(project: Project) -> None:
    _swap(_leaflet(project), "Sit down.", "Ring your nurse.")
    words = ("sign", "small", "--source", "--step", "clinical", *WHO)
    for dry, word in ((("--dry-run",), "would be signed"), ((), "signed")):
        result = _run(project, *words, *dry)
        assert result.exit_code == FINE
        assert "The leaflet as a whole: 13 parts in this order" in result.output
        assert f"1 {word}, 0 not" in result.output
    assert _held(project), "proofread lacks still"


def test_it_can_be_signed_alone(project: Project) -> None:
    edit(_leaflet(project), "version: 1", "version: 2")
    for step in project.source_steps:
        words = ("sign", "small", "--source", "--step", step, "--only", "outline", *WHO)
        assert "1 signed, 0 not" in _run(project, *words).output
    assert _held(project) == ()


def test_a_section_is_signed_without_it(project: Project) -> None:
    words = ("sign", "small", "--source", "--step", "withdraw", "--only", "do-not", *WHO)
    assert "leaflet as a whole" not in _run(project, *words).output
    assert not any(one.startswith(WHY) for one in _held(project))


def test_status_counts_it_and_says_what_it_waits_for(project: Project) -> None:
    edit(_leaflet(project), "version: 1", "version: 2")
    said = _run(project, "status").output
    assert re.search(
        r"en: 1 waiting for clinical\n +0 words in small; begin at .*small\.md:1", said
    )


def test_a_declared_edit_carries_its_signatures_on(project: Project) -> None:
    edit(_leaflet(project), "Sit down.", "Sit  down!")
    build.extract(project, TODAY)
    list(build.update(project, TODAY, "test author"))
    assert _held(project) == ()
    path = project.ledger("small", project.source_locale)
    held, _ = ledger.read(path, "small", "en", TODAY, source=True)
    now = _outline(project)
    (one, *_) = held.standing(key_of(now, now.msgid, "en"))
    assert one.tool.startswith("cosmetic edit of test author, carried from ")


def test_a_declared_edit_carries_nothing_on_where_steps_change_places_too(
    project: Project,
) -> None:
    edit(_leaflet(project), "Do not wait.", "Do not wait!")
    _swap(_leaflet(project), "Sit down.", "Ring your nurse.")
    build.extract(project, TODAY)
    list(build.update(project, TODAY, "test author"))
    (why,) = _held(project)
    assert why.startswith(WHY)


def test_the_sheet_has_a_row_for_it_that_comes_back(project: Project) -> None:
    edit(_leaflet(project), "version: 1", "version: 2")
    page, lines = _sheet(project)
    (row,) = [one for one in csv.DictReader(lines) if one["where"] == OUTLINE]
    assert row["source"] == row["translation"] == _outline(project).msgid
    assert row["note"].startswith("Sign this last.")
    assert "The leaflet as a whole: 13 parts in this order, pictures: images/arm.svg." in page
    assert page.count("Sign this last.") == 1
    _bring_back(project, row)
    assert "lacks proofread" in _held(project)[0]


def test_a_row_that_came_back_too_late_says_what_has_changed(project: Project) -> None:
    edit(_leaflet(project), "version: 1", "version: 2")
    (row,) = [one for one in csv.DictReader(_sheet(project)[1]) if one["where"] == OUTLINE]
    _swap(_leaflet(project), "Sit down.", "Ring your nurse.")
    with pytest.raises(PlainleafError, match="parts, their order or a picture have changed since"):
        _bring_back(project, row)


def _sheet(project: Project) -> tuple[str, list[str]]:
    """The page, and the lines of the table."""
    page, sheet = handover.export(
        project, "approval", "small", TODAY, locale="en", step="clinical", output=project.root
    )
    return page.read_text("utf-8"), sheet.read_text("utf-8-sig").splitlines(keepends=True)


def _bring_back(project: Project, row: dict[str, str]) -> None:
    file = project.root / "back.csv"
    file.write_bytes(table([row | SIGNED | {"date": TODAY.isoformat()}]))
    handover.take(project, "approval", file, TODAY)


def test_no_two_leaflets_share_a_signature(project: Project) -> None:
    one = _outline(project)
    other = replace(one, leaflet="other")
    assert key_of(one, one.msgid, "en") != key_of(other, one.msgid, "en")
