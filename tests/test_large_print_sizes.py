"""Large print in every size: each fits its own lines, and all hold the same words."""

import re
from functools import cache

import pytest

from pipeline import build
from pipeline.artifact import Artifact
from pipeline.document import Document, Table, Text, nodes, text_of, words_of
from pipeline.edition import open_publication
from pipeline.renderers import RENDERERS, get_renderer, large_print
from pipeline.renderers._columns import width
from pipeline.renderers.large_print import PRESETS, Preset
from tests.conftest import TODAY
from tests.draft import PROJECT, ROOT, files, publication

MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))
SIZES = {16: 50, 18: 44, 20: 40, 24: 33, 28: 28}


@cache
def _documents() -> dict[tuple[str, str], Document]:
    return {
        (locality.locale.tag, name): document
        for locality in publication().localities
        for name, document in locality.documents.items()
    }


@cache
def _files() -> dict[str, Artifact]:
    return {path: one for path, one in files().items() if path.endswith(".txt")}


def _file(locale: str, leaflet: str, points: int) -> Artifact:
    return _files()[f"{locale}/{leaflet}/{leaflet}.large-print-{points}pt.{locale}.txt"]


def _said(text: str) -> str:
    """The letters of a text in their order: no blanks, no marks of direction."""
    return "".join(text.translate(MARKS).split())


@pytest.fixture(params=PRESETS.values(), ids=lambda preset: f"{preset.points}pt")
def preset(request: pytest.FixtureRequest) -> Preset:
    """Each size in turn."""
    found: Preset = request.param
    return found


def test_five_sizes_are_offered_and_every_leaflet_has_them_in_every_locale() -> None:
    assert {preset.points: preset.columns for preset in PRESETS.values()} == SIZES
    assert [get_renderer(name).name for name in RENDERERS if "large" in name] == [
        f"large-print-{points}pt" for points in SIZES
    ]
    leaflets = list((ROOT / "source" / "leaflets").glob("*.md"))
    assert len(_documents()) == len(leaflets) * (1 + len(PROJECT.locales))


def test_the_first_page_holds_the_title(preset: Preset) -> None:
    for (locale, leaflet), document in _documents().items():
        first = _file(locale, leaflet, preset.points).data.decode().partition("\f")[0]
        assert _said(text_of(document.meta.title)) in _said(first), f"{locale} {leaflet}"


def test_every_leaflet_has_every_size() -> None:
    assert len(_files()) == len(SIZES) * len(_documents())


def test_every_line_fits_its_column_and_every_page_its_lines(preset: Preset) -> None:
    for locale, leaflet in _documents():
        artifact = _file(locale, leaflet, preset.points)
        assert artifact.notes == (), artifact.path
        first, *others = artifact.data.decode().split("\f")
        for page in (first, *others):
            lines = page.removesuffix("\n").split("\n")
            assert len(lines) <= preset.lines, artifact.path
            assert max(map(width, lines)) <= preset.columns, artifact.path


def test_the_size_is_named_in_the_line_after_the_notices_of_a_draft(preset: Preset) -> None:
    for locale, leaflet in _documents():
        text = _file(locale, leaflet, preset.points).data.decode().translate(MARKS)
        assert re.search(rf"(?<!\d){preset.points}(?!\d)", text.partition("\n\n")[0]), text[:500]
        for number in (preset.points, preset.columns, preset.lines):
            assert re.search(rf"(?<!\d){number}(?!\d)", text[-400:]), text[-400:]
    english = _file("en", "01-what-it-means", preset.points).data.decode().replace("\n", " ")
    assert re.match(
        rf"DRAFT – Page 1 of \d+ This is a draft\. [^:]*For print at {preset.points} point\.",
        english,
    )


def test_all_words_of_a_document_are_in_every_size_in_the_same_order(preset: Preset) -> None:
    for (locale, leaflet), document in _documents().items():
        pages = _file(locale, leaflet, preset.points).data.decode().split("\f")
        said, at = _said("".join(page.partition("\n")[2] for page in pages)), 0
        tables = [node for node in nodes(document.blocks) if isinstance(node, Table)]
        # Column heads are said again in every row, and a caption comes first.
        heads = {cell.words for table in tables for cell in table.head}
        heads |= {table.caption for table in tables if table.caption}
        assert all(_said(text_of(words)) in said for words in heads)
        for words in words_of(document.blocks):
            texts = [node.text for node in nodes(words.children) if isinstance(node, Text)]
            for word in " ".join(texts).split() if words not in heads else ():
                assert _said(word) in said[at:], f"{leaflet} {locale}: {word}"
                at = said.index(_said(word), at) + len(_said(word))


def test_the_sizes_differ_in_nothing_but_lines_pages_and_the_words_on_size() -> None:
    for locale, leaflet in _documents():
        texts = set()
        for points in SIZES:
            pages = _file(locale, leaflet, points).data.decode().split("\f")
            # The first page begins with notices, of which the last names the size.
            rest = [page.partition("\n")[2] for page in pages]
            rest[0] = pages[0].partition("\n\n")[2]
            # So does the last paragraph, which says how the file is to be printed.
            texts.add(re.sub(r"\d+", "", _said("".join(rest))))
        assert len(texts) == 1, f"{leaflet} {locale}"


def test_a_leaflet_is_written_once_for_all_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    once = large_print.Leaflet.title

    def title(leaflet: large_print.Leaflet) -> object:
        written.append(leaflet.document.leaflet)
        return once(leaflet)

    monkeypatch.setattr(large_print.Leaflet, "title", title)
    assert list(build.artifacts_of(open_publication(PROJECT, "draft", TODAY)))
    assert len(written) == len(_documents())
