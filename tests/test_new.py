"""`plainleaf new`: a skeleton that passes every check, and that nobody can release."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import BAD_INPUT, FAILED, FINE, main
from pipeline.config import load
from pipeline.level import passages
from pipeline.skeleton import titled
from pipeline.sources import gather

ROOT = Path(__file__).resolve().parent.parent
MakeProject = Callable[..., Path]
SETTINGS = 'name = "Our garden"\nlocales = ["pl"]\n'
LEAFLET = "source/leaflets/99-a-new-one.md"


def _run(root: Path, *words: str) -> Result:
    if words[0] != "new":
        words = (*words, "--today", "2026-11-22")
    return CliRunner().invoke(main, ["--project", str(root), *words], catch_exceptions=False)


def _all(root: Path) -> dict[str, bytes]:
    """Every file of a folder; a folder stands for itself."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in root.rglob("*")
    }


@pytest.fixture
def fresh(make_project: MakeProject) -> Path:
    """A project that holds nothing but settings."""
    return make_project({}, settings=SETTINGS)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """This project in two languages, without what is made."""
    root = tmp_path / "copy"
    root.mkdir()
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    settings, count = re.subn(r"(?m)^locales = \[[^\]]*\]", 'locales = ["pl"]', settings)
    assert count == 1
    settings = re.sub(r"(?m)^\[tool\.plainleaf\.policy\.locales\]\n(?:.+\n)+", "", settings)
    (root / "pyproject.toml").write_text(settings, "utf-8")
    others = shutil.ignore_patterns(*(one.gettext for one in load(ROOT).locales if one.tag != "pl"))
    shutil.copytree(ROOT / "source", root / "source")
    shutil.copytree(ROOT / "locales", root / "locales", ignore=others)
    return root


def _failed(root: Path) -> list[dict[str, object]]:
    found = json.loads(_run(root, "check", "--json").output)
    return [one for one in found if one["verdict"] == "failed"]


def _wanting(one: dict[str, object]) -> bool:
    """Whether an outcome only says that a translator has not been there yet."""
    return one["check"] == "coverage" and "No translation of" in str(one["sentence"])


@pytest.mark.parametrize("project", ["fresh", "copy"])
def test_after_new_nothing_fails_but_translations_that_are_not_there_yet(
    project: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(project)
    for words in (("extract",), ("update",)) if project == "copy" else ():
        assert _run(root, *words).exit_code == FINE
    before = _failed(root) if project == "copy" else []
    done = _run(root, "new", "99-a-new-one")
    assert done.exit_code == FINE, done.output
    for word in ("extract", "update", "build"):
        result = _run(root, word)
        assert result.exit_code == FINE, result.output
    assert (root / "build/draft/pl/99-a-new-one/index.html").is_file()
    assert [one for one in _failed(root) if not _wanting(one) and one not in before] == []


def test_the_page_of_the_glossary_gets_a_place_for_its_words(fresh: Path) -> None:
    assert _run(fresh, "new", "glossary").exit_code == FINE
    assert "## The words {#words}" in (fresh / "source/leaflets/glossary.md").read_text("utf-8")
    assert _run(fresh, "build").exit_code == FINE


def test_a_project_without_locales_passes_every_check(make_project: MakeProject) -> None:
    root = make_project({}, settings='name = "Our garden"\n')
    for words in (("new", "tea"), ("extract",), ("update",), ("build",)):
        assert _run(root, *words).exit_code == FINE
    result = _run(root, "check")
    assert result.exit_code == FINE, result.output
    assert "0 failed" in result.output


def test_a_skeleton_is_never_released(fresh: Path) -> None:
    _run(fresh, "new", "watering")
    result = _run(fresh, "build", "--release")
    assert result.exit_code == FAILED
    assert "held back: watering" in result.output
    assert "Open task: Section talk" in result.output
    assert not (fresh / "build/release").exists()


def test_every_place_says_what_belongs_there_and_is_an_open_task(fresh: Path) -> None:
    _run(fresh, "new", "watering")
    (document,) = [one.document for one in gather(load(fresh)).readings.values()]
    texts = [passage.text for passage in passages(document)]
    assert len(texts) > 8
    assert all(text.startswith("Write here ") for text in texts), texts
    tasks = "\n".join(task.text for task in document.meta.tasks)
    anchors = [each.anchor for each in document.blocks if hasattr(each, "anchor")]
    assert anchors == ["what-it-is", "what-you-can-do", "talk"]
    for name in ("Title and description", "Owner and reviewer", "Key points", "Evidence", "Notes"):
        assert f"\n{name}" in f"\n{tasks}"
    assert all(f"Section {anchor}: " in tasks for anchor in anchors)


def test_the_nurse_line_stands_there_only_if_the_region_knows_one(fresh: Path, copy: Path) -> None:
    for root, known in ((fresh, False), (copy, True)):
        _run(root, "new", "99-a-new-one")
        assert ("{region:nurse-line-phone}" in (root / LEAFLET).read_text("utf-8")) is known
    some = '[nurse-line-name]\nkind = "name"\ntext = "A line"\n'
    (fresh / "source/regions").mkdir()
    (fresh / "source/regions/gb.toml").write_text(some, "utf-8")
    _run(fresh, "new", "another")
    assert "{region:" not in (fresh / "source/leaflets/another.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "title"),
    [("02-signs-to-look-for", "Signs to look for"), ("tea", "Tea"), ("01", "01"), ("-", "-"),
     ("a--b", "A b"), ("2-3-cups", "3 cups")],
)  # fmt: skip
def test_a_title_is_made_from_the_name(name: str, title: str) -> None:
    assert titled(name) == title


@pytest.mark.parametrize("title", ["Tea: what it is", "“Tea”", '"Tea"', "'T'", "A (b) c\\d"])
def test_a_title_is_taken_as_it_is_given(fresh: Path, title: str) -> None:
    assert _run(fresh, "new", "tea", "--title", title).exit_code == FINE
    (document,) = [one.document for one in gather(load(fresh)).readings.values()]
    assert document.meta.source_title == title


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Tea",), "“Tea”: The name is no address."),
        (("tea.md",), "The name is no address."),
        (("../tea",), "The name is no address."),
        (("",), "The name is no address."),
        (("interface",), "Plainleaf has a catalogue “interface” of its own."),
        (("t" * 99,), "65 are the most"),
        (("t" * 101, "--title", "Tea"), "The name is too long."),
        (("old",), "source/leaflets/old.md: This leaflet is there already."),
        (("dangling",), "This leaflet is there already."),
        (("tea", "--title", "x" * 66), "The title has 66 characters; 65 are the most."),
        (("tea", "--title", " "), "The title is empty"),
        (("tea", "--title", "a\nversion: 2"), "more than one line"),
        (("tea", "--title", "{b}"), "source/leaflets/tea.md:2: "),
        (("tea", "--title", "<b>a</b>"), "There is HTML in “title”"),
    ],
)
def test_what_cannot_be_a_leaflet_is_refused_in_one_line_and_nothing_changes(
    fresh: Path, words: tuple[str, ...], said: str
) -> None:
    _run(fresh, "new", "old")
    (fresh / "source/leaflets/dangling.md").symlink_to("nowhere.md")
    before = _all(fresh)
    result = _run(fresh, "new", *words)
    assert result.exit_code == BAD_INPUT
    assert said in result.output
    assert result.output.count("\n") == 1
    assert _all(fresh) == before


def test_a_folder_without_settings_is_refused(tmp_path: Path) -> None:
    result = _run(tmp_path, "new", "tea")
    assert result.exit_code == BAD_INPUT
    assert "holds no plainleaf.toml" in result.output
    assert result.output.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_planned_leaflet_is_named_and_the_settings_stay_as_they_are(fresh: Path) -> None:
    settings = fresh / "plainleaf.toml"
    settings.write_text(SETTINGS + 'planned = ["tea"]\n', "utf-8")
    before = settings.read_bytes()
    assert "plainleaf.toml names tea among what is “planned”" in _run(fresh, "new", "tea").output
    assert "among what is" not in _run(fresh, "new", "coffee").output
    assert settings.read_bytes() == before


def test_the_last_line_says_what_to_do_next(fresh: Path) -> None:
    last = _run(fresh, "new", "tea").output.splitlines()[-1]
    positions = [last.index(word) for word in ("write its text", "extract", "update", "build")]
    assert positions == sorted(positions)
