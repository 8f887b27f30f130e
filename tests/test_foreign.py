"""Markdown that was not written for Plainleaf: extracted, translated, and never losing a word."""

import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path

import markdown
import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import PlainleafError
from pipeline.foreign import extract_folder, translate_folder
from pipeline.locale import locale_of
from pipeline.lone import update_file
from pipeline.reader.engine import FOREIGN
from pipeline.reader.raw import clean
from tests.conftest import TODAY

EN = locale_of("en")
FOLDER = Path(__file__).parent / "foreign"
_MARKS = re.compile(r' (?:lang|dir)="[\w-]+"| class="untranslated"')
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")


def _catalogue(folder: Path, output: Path, *, same: bool, language: str = "pl") -> Path:
    template = output / "all.pot"
    extract_folder(folder, template, EN, TODAY)
    catalogue = polib.pofile(str(template))
    catalogue.metadata["Language"] = language
    for entry in catalogue:
        entry.msgstr = entry.msgid if same else ""
    path = output / f"{'same' if same else 'empty'}.po"
    catalogue.save(str(path))
    return path


def _pages(folder: Path, output: Path, *, same: bool) -> dict[str, str]:
    catalogue = _catalogue(folder, output, same=same)
    target = output / catalogue.stem
    translate_folder(folder, catalogue, target, EN)
    found = target.rglob("*.html")
    return {path.relative_to(target).as_posix(): path.read_text("utf-8") for path in found}


def _words_of_main(page: str) -> list[str]:
    main = page[page.index("<main") : page.index("</main>")]
    return _WORD.findall(unescape(_TAG.sub(" ", main)))


def _words_of(source: str) -> list[str]:
    """The words that Python-Markdown itself shows of a text, made harmless as every page is."""
    body = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    html = clean(markdown.markdown(body, extensions=list(FOREIGN)))
    html = re.sub(r'<a[^>]*class="footnote-backref".*?</a>|&#8617;|↩', "", html)
    return _WORD.findall(unescape(_TAG.sub(" ", html)))


def test_an_identity_catalogue_and_an_empty_one_give_the_same_page_but_for_the_marks(
    tmp_path: Path,
) -> None:
    same, empty = _pages(FOLDER, tmp_path, same=True), _pages(FOLDER, tmp_path, same=False)
    assert set(same) == set(empty) == {"plain.html", "mixed.html"}
    for name in same:
        assert _MARKS.sub("", same[name]) == _MARKS.sub("", empty[name])
        assert same[name] != empty[name]


@pytest.mark.parametrize("name", ["plain", "mixed"])
def test_the_words_of_a_file_are_on_its_page_in_order_each_as_often(
    tmp_path: Path, name: str
) -> None:
    page = _pages(FOLDER, tmp_path, same=True)[f"{name}.html"]
    assert _words_of_main(page) == _words_of((FOLDER / f"{name}.md").read_text("utf-8"))


def test_nothing_that_runs_gets_into_a_page(tmp_path: Path) -> None:
    for page in _pages(FOLDER, tmp_path, same=True).values():
        assert "alert" not in page
        assert "<script" not in page
        assert "onclick" not in page
        assert "javascript:" not in page


HOSTILE = {
    "script": "Beans <script>alert(1)</script> like sun.",
    "handler": 'Beans <b onclick="alert(1)">like</b> sun.',
    "address": "See [the almanac](javascript:alert(1)).",
    "stray end tag": "Beans like sun.</main></body>",
    "bidi": "Beans \u202elike\u202c sun.",
    "attribute list": 'Beans **like**{: onclick="alert(1)" } sun.',
    "control": "Beans \x02wzxhzdk:0\x03 like sun.",
    "changed link": "See [the almanac](https://evil.example/almanac).",
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_a_hostile_translation_never_reaches_a_page(tmp_path: Path, attack: str) -> None:
    folder = tmp_path / "source"
    folder.mkdir()
    text = "Beans like sun.\n\nSee [the almanac](https://example.org/almanac).\n"
    (folder / "beans.md").write_text(text, "utf-8")
    path = _catalogue(folder, tmp_path, same=True)
    catalogue = polib.pofile(str(path))
    entry = next(one for one in catalogue if one.msgid.startswith(HOSTILE[attack][:3]))
    entry.msgstr = HOSTILE[attack]
    if "\x02" not in entry.msgstr:
        catalogue.save(str(path))
    else:
        said = path.read_text("utf-8").replace(f'msgstr "{entry.msgid}', f'msgstr "{entry.msgstr}')
        path.write_text(said, "utf-8")
    translate_folder(folder, path, tmp_path / "out", EN)
    page = (tmp_path / "out" / "beans.html").read_text("utf-8")
    assert entry.msgid.split("(")[0].split("[")[0] in page
    for trace in ("alert", "onclick", "javascript", "evil", "\u202e", "\x02", "wzxhzdk"):
        assert trace not in page
    assert page.count("</main>") == page.count("</body>") == 1
    assert 'class="untranslated"' in page


def test_a_translation_is_in_its_place_and_pictures_lie_beside_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "source"
    shutil.copytree(FOLDER, folder)
    (folder / "beans.png").write_bytes(b"a picture")
    path = _catalogue(folder, tmp_path, same=False)
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if entry.msgid == "They taste good.":
            entry.msgstr = "Smakują."
        if entry.msgid.startswith("![A row of beans]"):
            entry.msgstr = entry.msgid.replace("A row of beans", "Rząd fasoli")
    catalogue.save(str(path))
    done = translate_folder(folder, path, tmp_path / "out", EN)
    page = (tmp_path / "out" / "plain.html").read_text("utf-8")
    assert '<html lang="pl"' in page
    assert "Smakują." in page
    assert 'alt="Rząd fasoli"' in page
    assert (tmp_path / "out" / "beans.png").read_bytes() == b"a picture"
    assert done.pages == 2
    assert 0 < done.shown < done.segments


def test_updating_a_catalogue_that_is_not_there_makes_one_for_the_locale_of_its_name(
    tmp_path: Path,
) -> None:
    extract_folder(FOLDER, tmp_path / "all.pot", EN, TODAY)
    update_file(tmp_path / "all.pot", tmp_path / "ar.po", TODAY)
    catalogue = polib.pofile(str(tmp_path / "ar.po"))
    assert catalogue.metadata["Language"] == "ar"
    assert "nplurals=6" in catalogue.metadata["Plural-Forms"]
    before = (tmp_path / "ar.po").read_bytes()
    update_file(tmp_path / "all.pot", tmp_path / "ar.po", date(2030, 1, 1))
    assert (tmp_path / "ar.po").read_bytes() == before


def test_a_folder_without_markdown_and_a_catalogue_without_language_are_named(
    tmp_path: Path,
) -> None:
    with pytest.raises(PlainleafError, match="no Markdown"):
        extract_folder(tmp_path, tmp_path / "all.pot", EN, TODAY)
    (tmp_path / "nonsense.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    with pytest.raises(PlainleafError, match="no language"):
        translate_folder(FOLDER, tmp_path / "nonsense.po", tmp_path / "out", EN)


def test_a_declaration_in_a_file_is_no_words_and_stops_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "a.md").write_text("<!DOCTYPE html>\n\nWords here.\n\n<?php run() ?>\n", "utf-8")
    page = _pages(folder, tmp_path, same=True)["a.html"]
    assert _words_of_main(page) == ["Words", "here"]


def test_two_files_that_would_become_one_page_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "source"
    folder.mkdir()
    for name in ("a.md", "a.markdown"):
        (folder / name).write_text("Words.\n", "utf-8")
    catalogue = _catalogue(folder, tmp_path, same=True)
    with pytest.raises(
        PlainleafError, match=r"a\.md: It would become the same page as a\.markdown"
    ):
        translate_folder(folder, catalogue, tmp_path / "out", EN)
    assert not (tmp_path / "out").exists()


_LINES = st.lists(
    st.sampled_from(
        [
            "# Head", "words here", "more *words*", "- item", "    - nested", "1. first",
            "   - odd", "> quote", "| a | b |", "|---|---|", "", "", "`code`", "[x](y.md)",
            "<b>raw</b>", "<div>block</div>", "&amp; 5 < 7", "---", "Term", ":   Meaning",
            "text[^n]", "[^n]: Note", "![pic](p.png)", "line  ", "\\*star\\*",
        ]
    ),
    max_size=12,
)  # fmt: skip


@given(lines=_LINES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_markdown_no_word_is_lost_and_the_marks_are_the_only_difference(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    text = "\n".join(["Opening words.", "", *lines, ""])
    output = tmp_path_factory.mktemp("any")
    folder = output / "source"
    folder.mkdir()
    (folder / "any.md").write_text(text, "utf-8")
    same = _pages(folder, output, same=True)["any.html"]
    empty = _pages(folder, output, same=False)["any.html"]
    assert _MARKS.sub("", same) == _MARKS.sub("", empty)
    assert _words_of_main(same) == _words_of(text)
