"""The stages on a small project: extract, update, build, and what a killed run leaves behind."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib
import pytest

from pipeline import build
from pipeline.config import Project, load
from pipeline.errors import PlainleafError
from tests.crash import CALLS, run_until_killed

MakeProject = Callable[..., Path]
LEAFLET = """---
title: A small leaflet
description: About very little.
version: 1
owner:
reviewer:
reviewed:
next_review:
---
## First {#first}

Take 5 tablets.

- Call [your team](https://example.org/).
- Ring {region:helpline}.
"""
REGION = '[helpline]\ntext = "0808 800 4040"\nkind = "phone"\nchecked_on = 2026-11-01\n'
TREE = {"source": {"leaflets": {"small.md": LEAFLET}, "regions": {"gb.toml": REGION}}}
SETTINGS = 'name = "Small"\nlocales = ["pl", "ar"]\nregion = "gb"\n'
POLISH = {"Take 5 tablets.": "Weź 5 tabletek.", "First": "Najpierw"}


@pytest.fixture
def project(make_project: MakeProject, today: date) -> Project:
    found = load(make_project(TREE, settings=SETTINGS))
    build.extract(found, today)
    list(build.update(found, today))
    return found


def _translate(project: Project, words: dict[str, str], locale: str = "pl") -> Path:
    path = project.catalogues / locale / "LC_MESSAGES" / "small.po"
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = words.get(entry.msgid, entry.msgstr)
    catalogue.save(str(path))
    return path


def _page(project: Project, locale: str, today: date) -> str:
    build.build(project, "draft", today)
    return (project.output / "draft" / locale / "small" / "index.html").read_text("utf-8")


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_translation_is_on_the_page_and_the_rest_is_marked_english(
    project: Project, today: date
) -> None:
    _translate(project, POLISH)
    page = _page(project, "pl", today)
    assert "Weź 5 tabletek." in page
    assert re.search(r'<li[^>]* lang="en" dir="ltr" class="untranslated"[^>]*>Call', page)


def test_heading_ids_are_the_same_in_every_locale(project: Project, today: date) -> None:
    _translate(project, POLISH)
    assert '<h2 id="first">Najpierw</h2>' in _page(project, "pl", today)


def test_a_translation_that_changes_a_number_is_shown_in_english(
    project: Project, today: date
) -> None:
    _translate(project, {"Take 5 tablets.": "Weź 6 tabletek."})
    page = _page(project, "pl", today)
    assert "Weź 6" not in page
    assert "Take 5 tablets." in page


def test_nothing_is_released_while_nobody_has_signed(project: Project, today: date) -> None:
    _translate(project, POLISH)
    built = build.build(project, "release", today)
    assert built.artifacts == ()
    assert any("signed" in reason for reason in built.held["small"])


def test_stages_that_have_nothing_to_do_change_no_byte(project: Project, today: date) -> None:
    _translate(project, POLISH)
    list(build.update(project, today))
    build.build(project, "draft", today)
    before = _bytes(project.root)
    assert build.extract(project, date(2027, 1, 1)) == []
    assert all(not result.changed for _, result in build.update(project, date(2027, 1, 1)))
    build.build(project, "draft", today)
    assert _bytes(project.root) == before


def test_a_new_paragraph_changes_no_other_entry(project: Project, today: date) -> None:
    path = _translate(project, POLISH)
    list(build.update(project, today))
    before = path.read_text("utf-8").split("\n\n")
    source = project.source / "leaflets" / "small.md"
    source.write_text(source.read_text("utf-8").replace("Take 5", "A new one.\n\nTake 5"), "utf-8")
    build.extract(project, today)
    list(build.update(project, today))
    after = path.read_text("utf-8").split("\n\n")
    assert [entry for entry in after if entry not in before and "A new one." not in entry] == []
    assert len(after) == len(before) + 1


def test_what_no_longer_belongs_to_the_edition_is_taken_away(project: Project, today: date) -> None:
    build.build(project, "draft", today)
    stray = project.output / "draft" / "pl" / "gone" / "index.html"
    stray.parent.mkdir()
    stray.write_text("old", "utf-8")
    build.build(project, "draft", today)
    assert not stray.parent.exists()


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ("## First\n\n#### Third", "A heading level is skipped"),
        ("[x](term:nothing)", "knows no term"),
        ("![](images/a.svg)", "no words that can stand in"),
        ("![A](images/none.svg)", "There is no picture"),
        ("[x](03-gone.md)", "There is no leaflet"),
        ("[x](small.md#nowhere)", "has no place"),
        ("[x](other.html)", "is no leaflet and no web address"),
    ],
)
def test_a_wrong_source_is_named_with_its_line_and_leaves_every_file_alone(
    project: Project, today: date, wrong: str, problem: str
) -> None:
    build.build(project, "draft", today)
    before = _bytes(project.output) | _bytes(project.catalogues)
    source = project.source / "leaflets" / "small.md"
    source.write_text(f"{LEAFLET}\n{wrong}\n", "utf-8")
    for stage in (build.extract, lambda p, t: build.build(p, "draft", t)):
        with pytest.raises(PlainleafError, match=problem) as caught:
            stage(project, today)
        assert re.search(r"small\.md:\d+: ", str(caught.value))
    assert _bytes(project.output) | _bytes(project.catalogues) == before


def test_a_broken_catalogue_leaves_every_catalogue_alone(project: Project, today: date) -> None:
    path = project.catalogues / "pl" / "LC_MESSAGES" / "small.po"
    path.write_bytes(path.read_bytes() + b'\nmsgid "open\n')
    before = _bytes(project.catalogues)
    source = project.source / "leaflets" / "small.md"
    source.write_text(LEAFLET.replace("Take 5", "Take 7"), "utf-8")
    build.extract(project, today)
    templates = {name: data for name, data in _bytes(project.catalogues).items() if "/" not in name}
    with pytest.raises(PlainleafError, match=r"small\.po:\d+: "):
        list(build.update(project, today))
    assert _bytes(project.catalogues) == before | templates


@pytest.mark.parametrize("half", [False, True])
def test_a_run_that_is_killed_at_any_write_loses_no_file_and_the_next_run_is_right(
    make_project: MakeProject, today: date, *, half: bool
) -> None:
    # Before any other call the disk is as it was before a whole write, which False tries.
    calls = ("write",) if half else CALLS
    project = load(make_project(TREE, settings=SETTINGS))

    def run() -> None:
        build.extract(project, today)
        list(build.update(project, today))
        build.build(project, "draft", today)

    run()
    _translate(project, POLISH)
    source = project.source / "leaflets" / "small.md"
    source.write_text(LEAFLET.replace("Call", "Phone"), "utf-8")
    old = _bytes(project.root)
    run()
    new = _bytes(project.root)
    killed = 1
    while True:
        _restore(project.root, old)
        survived = not run_until_killed(run, killed, half=half, calls=calls)
        for name, data in _seen(project.root).items():
            assert data in {old.get(name), new.get(name)}, f"{name} is torn, call {killed}"
        assert set(old) <= set(_seen(project.root)) | (set(old) - set(new))
        run()
        assert _seen(project.root) == new
        if survived:
            break
        killed += 1
    assert killed > 20


def _seen(folder: Path) -> dict[str, bytes]:
    found = _bytes(folder)
    return {name: data for name, data in found.items() if not name.endswith(".plainleaf-tmp")}


def _restore(folder: Path, files: dict[str, bytes]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)


def test_a_leaflet_that_is_renamed_keeps_its_drafts(project: Project, today: date) -> None:
    path = _translate(project, POLISH)
    note = "# machine translation, 2026-11-22, not reviewed\n"
    text = path.read_text("utf-8").replace("#, md-text", "#, fuzzy, md-text")
    path.write_text(text.replace("\n\n#. ", f"\n\n{note}#. "), "utf-8")
    source = project.source / "leaflets" / "small.md"
    source.rename(source.with_name("tiny.md"))
    build.extract(project, today)
    results = {path.parts[-3:]: result for path, result in build.update(project, today)}
    assert results["pl", "LC_MESSAGES", "tiny.po"].from_memory == len(POLISH)
    build.build(project, "draft", today)
    page = (project.output / "draft" / "pl" / "tiny" / "index.html").read_text("utf-8")
    assert "Weź 5 tabletek." in page


def test_hours_that_nobody_has_translated_say_that_they_are_english(
    make_project: MakeProject, today: date
) -> None:
    hours = '[open]\ntext = "9am to 5pm"\nkind = "hours"\nchecked_on = 2026-11-01\n'
    text = LEAFLET.replace("{region:helpline}", "{region:helpline}, {region:open}")
    tree = {"source": {"leaflets": {"small.md": text}, "regions": {"gb.toml": REGION + hours}}}
    project = load(make_project(tree, settings=SETTINGS))
    build.extract(project, today)
    list(build.update(project, today))
    sentence = "Ring {region:helpline}, {region:open}."
    _translate(project, {sentence: "Zadzwoń: {region:helpline}, {region:open}."})
    page = _page(project, "pl", today)
    assert re.search(r'Zadzwoń: .*<bdi[^>]* lang="en"[^>]*>9am to 5pm</bdi>', page)
    path = project.catalogues / "pl" / "LC_MESSAGES" / "regions.po"
    catalogue = polib.pofile(str(path))
    catalogue[0].msgstr = "od 9:00 do 17:00"
    catalogue.save(str(path))
    page = _page(project, "pl", today)
    assert re.search(r"Zadzwoń: .*<bdi(?![^>]*lang)[^>]*>od 9:00 do 17:00</bdi>", page)
