"""Every character of every page has a glyph in a face that the page's own style sheet names.

A browser finds some face for any letter, so only the faces' own tables of characters tell. Those
that are installed stand for Debian; the faces of other systems cannot be asked here.
"""

import re
import subprocess
import unicodedata
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from pipeline.renderers._shell import style
from tests.browser.selection import parsed
from tests.draft import PROJECT, files

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from playwright.sync_api import Browser

LOCALES = [locale.tag for locale in (PROJECT.source_locale, *PROJECT.locales)]
STACKS = """() => Object.fromEntries([...document.querySelectorAll('section')].map(e => [e.lang,
  ['p', 'h1', 'h2', 'em', 'strong'].map(n => getComputedStyle(e.querySelector(n)).fontFamily)]))"""
LABELS = "() => [...document.querySelectorAll('text')].map(\
e => [getComputedStyle(e).fontFamily, e.textContent])"
UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Controls, marks of direction, joiners and blanks draw nothing."""


def _add(found: dict[str, set[str]], element: "HtmlElement", lang: str) -> None:
    lang = str(element.get("lang") or lang)
    if element.tag not in {"style", "title", "meta"}:
        if isinstance(element.tag, str):
            found[lang] |= set(element.text or "")
        for child in element:
            _add(found, child, lang)
            found[lang] |= set(child.tail or "")


@cache
def _characters() -> dict[str, frozenset[str]]:
    """What is drawn on the pages, by the language in which it is marked."""
    found: dict[str, set[str]] = defaultdict(set)
    for path, file in files().items():
        if path.endswith(".html"):
            _add(found, parsed(file.data), "")
    return {
        lang: frozenset(one for one in drawn if unicodedata.category(one) not in UNSEEN)
        for lang, drawn in found.items()
    }


@cache
def _faces() -> dict[str, list[tuple[str, int]]]:
    """The installed faces by family: files, and the number of the face in its file."""
    listed = subprocess.run(
        ["fc-list", ":", "family", "file", "index"], check=True, capture_output=True, text=True
    )
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for line in listed.stdout.splitlines():
        file, families, index = re.fullmatch(r"(.*?): (.*?):index=(\d+)", line).groups()  # type: ignore[union-attr]  # a line of another form should fail
        for family in families.split(","):
            found[family.lower()].append((file, int(index) & 0xFFFF))
    return found


@cache
def _letters(family: str) -> frozenset[int]:
    """The characters that every face of a family has; none where it is not installed."""
    tables = []
    for file, index in sorted(set(_faces().get(family.lower(), ()))):
        if file.endswith((".ttf", ".otf", ".ttc")):
            with TTFont(file, fontNumber=index, lazy=True) as face:
                tables.append(frozenset(face.getBestCmap() or ()))
    return frozenset.intersection(*tables) if tables else frozenset()


def _missing(stack: str, drawn: frozenset[str]) -> list[str]:
    families = [name.strip().strip("\"'") for name in stack.split(",")]
    there = frozenset[int]().union(*map(_letters, families))
    return sorted(f"U+{ord(one):04X} {one}" for one in drawn if ord(one) not in there)


@pytest.fixture(scope="module")
def stacks(browser: "Browser") -> dict[str, list[str]]:
    """The faces that the style sheet gives to running text, headings and what is stressed."""
    words = "<h1>x</h1><h2>x</h2><p>x <em>x</em> <strong>x</strong></p>"
    sections = "".join(f"<section lang='{lang}'>{words}</section>" for lang in _characters())
    page = browser.new_page()
    page.set_content(f"<html lang='en'><style>{style(None)}</style><body>{sections}</body></html>")
    found: dict[str, list[str]] = page.evaluate(STACKS)
    page.close()
    return found


def test_each_character_has_a_glyph_in_a_face_that_its_page_names(
    stacks: dict[str, list[str]],
) -> None:
    assert set(stacks) >= set(LOCALES)
    lacking = {
        (lang, stack): missing
        for lang, drawn in _characters().items()
        for stack in set(stacks[lang])
        if (missing := _missing(stack, drawn))
    }
    assert not lacking


def test_each_label_of_the_body_map_has_its_glyphs_too(browser: "Browser") -> None:
    page, seen = browser.new_page(), set()
    for path, file in files().items():
        if path.endswith("body-map.svg"):
            page.set_content(file.data.decode().partition("?>")[2])
            for stack, words in page.evaluate(LABELS):
                drawn = frozenset(one for one in words if not one.isspace())
                assert _missing(stack, drawn) == [], (path, words, stack)
            seen.add(path.partition("/")[0])
    page.close()
    assert seen == set(LOCALES)
