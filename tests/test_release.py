"""What is released: what is signed, in leaflets that nothing holds back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib
import pytest

from pipeline import build
from pipeline.config import Project, load
from tests.conftest import TODAY
from tests.ledgers import sign
from tests.test_build import LEAFLET, POLISH, REGION, SETTINGS

MakeProject = Callable[..., Path]


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """A leaflet that lacks nothing but signatures."""
    text = LEAFLET.replace("owner:", "owner: A test owner").replace(
        "reviewer:\nreviewed:\nnext_review:",
        "reviewer: A test reviewer\nreviewed: 2026-11-01\nnext_review: 2027-11-01",
    )
    for end in ("tablets.", "example.org/).", "helpline}."):
        text = text.replace(end, f"{end} <!-- evidence: none, a test -->")
    text = text.replace("tablets. ", "tablets. <!-- allow: 5 --> ")
    tree = {"source": {"leaflets": {"small.md": text}, "regions": {"gb.toml": REGION}}}
    return load(make_project(tree, settings=SETTINGS))


def _prepared(project: Project) -> Project:
    build.extract(project, TODAY)
    list(build.update(project, TODAY))
    path = project.catalogue("small", project.locales[0])
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = POLISH.get(entry.msgid, "")
    catalogue.save(str(path))
    return project


def _page(project: Project, locale: str) -> str:
    path = project.output / "release" / locale / "small" / "index.html"
    return path.read_text("utf-8")


def test_a_release_shows_what_is_signed_and_english_for_the_rest(project: Project) -> None:
    sign(_prepared(project), "en", project.source_steps)
    sign(project, "pl", project.steps, only="Take 5 tablets.")
    built = build.build(project, "release", TODAY, allow_fallback=True)
    assert built.held == {}
    page = _page(project, "pl")
    assert "Weź 5 tabletek." in page
    assert "Najpierw" not in page
    assert ">First</h2>" in page
    assert "noindex" not in page


def test_a_leaflet_with_too_few_steps_is_released_nowhere(project: Project) -> None:
    sign(_prepared(project), "en", project.source_steps[:1])
    built = build.build(project, "release", TODAY)
    assert built.artifacts == ()
    assert "not signed" in built.held["small"][0]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("next_review: 2027-11-01", "next_review: 2026-11-21", "2026"),
        ("owner: A test owner", "owner:", "owner"),
        ("---\n## ", "tasks:\n  - Somebody has to look\n---\n## ", "Somebody has to look"),
        ("evidence: none, a test", "note: nothing", "evidence"),
    ],
)
def test_what_is_open_or_overdue_holds_a_signed_leaflet_back(
    project: Project, old: str, new: str, reason: str
) -> None:
    path = project.source / "leaflets" / "small.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    sign(_prepared(project), "en", project.source_steps)
    built = build.build(project, "release", TODAY)
    assert built.artifacts == ()
    assert any(reason in said for said in built.held["small"]), built.held


def test_a_leaflet_is_held_back_once_a_review_is_overdue(project: Project) -> None:
    sign(_prepared(project), "en", project.source_steps)
    assert build.build(project, "release", TODAY).held == {}
    later = build.build(project, "release", date(2027, 6, 1))
    assert later.held == {}
    assert "small" in build.build(project, "release", date(2027, 11, 3)).held
