"""What is not released leaves no trace: no link, no language, no word that it alone needs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import build
from pipeline.config import Project, load
from tests.conftest import TODAY
from tests.ledgers import OTHER, SETTINGS, TEXT, TREE, edit, renew, sign, signed_project, translate

MakeProject = Callable[..., Path]
HEAD = TEXT.partition("## ")[0].replace("A small leaflet", "Words")
PAGE = f"{HEAD}## The words {{#words}}\n\nThey follow. <!-- evidence: none, a test -->\n"


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """Two leaflets, one of which links to the other, and a page for the glossary; all is signed."""
    link = "Read [the other leaflet](other.md). <!-- evidence: none, a test -->\n\n## Do not"
    leaflets = {
        "small.md": TEXT.replace("## Do not", link),
        "other.md": OTHER,
        "glossary.md": PAGE,
    }
    tree = {"source": {**TREE["source"], "leaflets": leaflets}}
    return signed_project(load(make_project(tree, settings=SETTINGS)))


def _release(project: Project) -> build.Built:
    return build.build(project, "release", TODAY, allow_fallback=True)


def _pages(project: Project, edition: str = "release") -> dict[str, str]:
    folder = project.output / edition
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.suffix in {".html", ".txt"}
    }


def _dead(pages: dict[str, str]) -> list[str]:
    """Links from page to page that lead nowhere."""
    dead = []
    for name, page in pages.items():
        for href in re.findall(r'href="([^"#:]+)(?:#[^"]*)?"', page):
            target = Path("/", name).parent.joinpath(href)
            inside = target.as_posix()
            while "/../" in inside:
                inside = re.sub(r"/[^/]+/\.\./", "/", inside, count=1)
            if inside.lstrip("/") not in pages:
                dead.append(f"{name}: {href}")
    return dead


def test_a_leaflet_that_is_held_back_everywhere_is_linked_from_nowhere(project: Project) -> None:
    sign(project, "en", ("withdraw",), only="Drink water.")
    assert set(_release(project).held) == {"other"}
    pages = _pages(project)
    assert "Read the other leaflet." in pages["en/small/index.html"]
    assert not [name for name in pages if "other" in name]
    assert _dead(pages) == []


def test_a_leaflet_that_is_held_back_in_one_locale_is_linked_from_nowhere_there(
    project: Project,
) -> None:
    sign(project, "pl", ("withdraw",))
    for domain in ("small", "glossary", "interface"):
        text = project.ledger(domain, project.locales[0]).read_text("utf-8")
        kept = "".join(line for line in text.splitlines(keepends=True) if "withdraw" not in line)
        project.ledger(domain, project.locales[0]).write_text(kept, "utf-8")
    assert _release(project).absent["pl"] == {"other"}
    pages = _pages(project)
    assert "en/other/index.html" in pages
    assert "pl/small/index.html" in pages
    assert not [name for name in pages if name.startswith(("pl/other", "ar"))]
    assert 'href="../../pl/' not in pages["en/other/index.html"]
    assert _dead(pages) == []


def test_no_link_is_dead_where_everything_is_released(project: Project) -> None:
    assert _release(project).held == {}
    pages = _pages(project)
    assert 'href="../other/index.html"' in pages["pl/small/index.html"]
    assert _dead(pages) == []


def test_a_leaflet_needs_only_the_words_of_the_glossary_that_it_shows(project: Project) -> None:
    sign(project, "en", ("withdraw",), only="Frozen water.")
    assert set(_release(project).held) == {"glossary"}, "whose page shows every word"
    sign(project, "en", ("withdraw",), only="A hot drink.")
    held = _release(project).held
    assert set(held) == {"glossary", "small"}, "the other leaflet names no tea"
    assert re.match(r"1 of \d+ parts of the words that leaflets share", held["small"][0])


def test_words_of_plainleaf_itself_are_needed_everywhere(project: Project) -> None:
    sign(project, "en", ("withdraw",), only="Skip to the main text")
    assert set(_release(project).held) == {"glossary", "other", "small"}


# ── a draft is no release ──────────────────────────────────────────────────────────────────────
def test_a_draft_can_never_be_mistaken_for_a_release(project: Project) -> None:
    """It says so in its title, on the page, in the first line of every text, and by its folder."""
    edit(project.source / "leaflets" / "small.md", "Do not wait.", "Do not wait long.")
    renew(project)
    translate(project)
    built = build.build(project, "draft", TODAY)
    assert built.folder == project.output / "draft"
    pages = _pages(project, "draft")
    said = {"en": "This is a draft.", "pl": "To jest wersja robocza.", "ar": "هذه"}
    for name, text in pages.items():
        tag = name.partition("/")[0] if "/" in name else "en"
        if name.endswith(".html"):
            title = re.findall(r"<title[^>]*>(.*?)</title>", text)[0]
            assert title.startswith("DRAFT – "), (name, title)
            assert '<meta name="robots" content="noindex">' in text
            assert '<div class="banner draft">' in text
        else:
            first, second, *_ = text.splitlines()
            assert re.match("\u2066?DRAFT\u2069? – ", first), (name, first)
            assert said[tag] in second or said["en"] in second, (name, second)


def test_a_release_never_says_that_it_is_a_draft(project: Project) -> None:
    build.build(project, "draft", TODAY)
    assert _release(project).folder == project.output / "release"
    for name, text in _pages(project).items():
        for word in (
            "DRAFT",
            "Draft",
            "draft.",
            "draft-mark",
            "noindex",
            "banner draft",
            "robocza",
            "مسودة",
        ):
            assert word not in text, (name, word)
