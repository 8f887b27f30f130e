"""A made-up translation into Greek letters: every visible and spoken word is extractable.

Every letter of every message is swapped for a Greek one; whatever is still in Latin letters on a
page or in a large-print text never was in a catalogue.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import polib
import pytest
from lxml import etree, html

from pipeline import build
from pipeline.config import Project, load
from tests.conftest import TODAY

ROOT = Path(__file__).resolve().parent.parent
GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβξδεφγηιξκλμνοπθρστυωωχψζΑΒΞΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΩΧΨΖ",
)
_KEPT = re.compile(r"(\]\([^)]*\)|\{[^}]*\}|\[\^[^\]]*\])")
_SPOKEN = (
    "//@alt", "//@title", "//@aria-label", "//@placeholder", "//meta[@name='description']/@content",
)  # fmt: skip
ALLOWED = (
    "In English:",
    "Plainleaf",  # the site's name
    "DRAFT",  # the mark that no catalogue may change
    "Cancer Research UK",  # a name, from region data
    "I speak Greek. May I have an interpreter, please?",  # what readers say in English
    "Leaflets (",  # the title of an index page in English, for staff
    "Languages",  # beside the same word in the page's language, for who does not read it
    "English",  # names of languages, in their own language and for staff
    "Greek",
)


def _greek(msgid: str) -> str:
    parts = _KEPT.split(msgid)
    return "".join(part if _KEPT.fullmatch(part) else part.translate(GREEK) for part in parts)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("pseudo")
    shutil.copytree(ROOT / "source", root / "source")
    planned = '", "'.join(load(ROOT).planned)
    settings = f'name = "Plainleaf"\nlocales = ["el"]\nplanned = ["{planned}"]\n'
    (root / "plainleaf.toml").write_text(settings, "utf-8")
    found = load(root)
    build.extract(found, TODAY)
    list(build.update(found, date(2026, 11, 22)))
    for path in (root / "locales").rglob("*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = _greek(entry.msgid)
        catalogue.save(str(path))
    build.build(found, "draft", TODAY)
    return found


def _left_over(text: str, titles: list[str]) -> list[str]:
    for allowed in (*titles, *ALLOWED):
        text = text.replace(allowed, " ")
    return re.findall(r"[A-Za-z]{2,}", text)


def _found(page: html.HtmlElement, path: str) -> list[str]:
    found = page.xpath(path)
    assert isinstance(found, list)
    return [str(one) for one in found]


def _titles(project: Project) -> list[str]:
    """The English titles, which staff need, and the codes of leaflets."""
    files = sorted((project.source / "leaflets").glob("*.md"))
    titles = [re.search(r"^title: (.*)$", file.read_text("utf-8"), re.MULTILINE) for file in files]
    return [title.group(1) for title in titles if title] + [file.stem for file in files]


def test_no_word_of_a_page_is_left_untranslated(project: Project) -> None:
    pages = sorted((project.output / "draft" / "el").rglob("*.html"))
    leaflets = list((project.source / "leaflets").glob("*.md"))
    assert len(pages) == len(leaflets) + 1
    for path in pages:
        page = html.fromstring(path.read_bytes())
        etree.strip_elements(page, "style", "script", with_tail=False)
        spoken = [value for path_of in _SPOKEN for value in _found(page, path_of)]
        seen = _found(page, "//text()")
        assert len(" ".join(seen)) > 500
        assert _left_over(" \n ".join([*seen, *spoken]), _titles(project)) == [], path.name


def test_no_word_of_a_large_print_text_is_left_untranslated(project: Project) -> None:
    texts = sorted((project.output / "draft" / "el").rglob("*.txt"))
    assert len(texts) == 5 * len({path.parent for path in texts})
    for path in texts:
        words = " ".join(path.read_text("utf-8").split())
        assert len(words) > 2000
        assert _left_over(words, _titles(project)) == [], path.name


def test_no_label_of_a_picture_is_left_untranslated(project: Project) -> None:
    pictures = sorted((project.output / "draft" / "el").rglob("*.svg"))
    assert pictures
    for path in pictures:
        root = html.fromstring(path.read_bytes())
        words = " ".join(_found(root, "//*[local-name()='text']//text()"))
        assert words.strip()
        assert _left_over(words, []) == []
