"""All files of an edition together: links lead somewhere, ids are unique, locales agree."""

import re
from functools import cache
from posixpath import dirname, join, normpath

from lxml import html

from tests.draft import PROJECT, files

LOCALES = [locale.tag for locale in (PROJECT.source_locale, *PROJECT.locales)]


@cache
def _files() -> dict[str, bytes]:
    return {path: one.data for path, one in files().items()}


@cache
def _pages() -> dict[str, html.HtmlElement]:
    return {
        path: html.fromstring(data) for path, data in _files().items() if path.endswith(".html")
    }


def _found(page: html.HtmlElement, path: str) -> list[str]:
    found = page.xpath(path)
    assert isinstance(found, list)
    return [str(one) for one in found]


def test_every_link_leads_to_a_file_and_a_place_that_are_there() -> None:
    ids = {path: set(_found(page, "//@id")) for path, page in _pages().items()}
    looked_at = 0
    for path, page in _pages().items():
        for href in _found(page, "//@href | //@src"):
            if re.match(r"(https?|mailto|tel):", href):
                continue
            target, _, anchor = href.partition("#")
            file = normpath(join(dirname(path), target)) if target else path
            assert file in _files(), f"{path}: {href}"
            assert not anchor or anchor in ids[file], f"{path}: {href}"
            looked_at += 1
    assert looked_at > 300


def test_no_id_is_used_twice_on_a_page() -> None:
    for path, page in _pages().items():
        ids = _found(page, "//@id")
        assert len(ids) == len(set(ids)), path


def test_heading_ids_are_the_same_in_every_locale() -> None:
    stems = {path.split("/", 1)[1] for path in _pages() if path.count("/") == 2}
    for stem in stems:
        found = [_found(_pages()[f"{tag}/{stem}"], "//h2/@id") for tag in LOCALES]
        # Pages in other languages have more beside the text, such as how to get an interpreter.
        ids = {tuple(one for one in each if not one.startswith("page:")) for each in found}
        assert len(ids) == 1, stem
        assert len(next(iter(ids))) > 1


def test_titles_are_unique_and_locales_name_each_other() -> None:
    titles = [_found(page, "//title/text()")[0] for page in _pages().values()]
    assert len(titles) == len(set(titles))
    for path, page in _pages().items():
        if path.count("/") != 2:
            continue
        for href in _found(page, "//link[@rel='alternate']/@href"):
            there = normpath(join(dirname(path), href))
            back = [
                normpath(join(dirname(there), one))
                for one in _found(_pages()[there], "//link[@rel='alternate']/@href")
            ]
            assert path in back, f"{there} does not lead back to {path}"


def test_a_draft_says_so_in_title_and_page_and_in_the_first_line_of_every_text() -> None:
    for path, page in _pages().items():
        assert _found(page, "//meta[@name='robots']/@content") == ["noindex"], path
        assert _found(page, "//*[contains(@class, 'draft')]"), path
        assert _found(page, "//title/text()")[0].startswith("DRAFT – "), path
    first = {path: data.split(b"\n")[0].decode() for path, data in _files().items()}
    texts = {path: line for path, line in first.items() if path.endswith(".txt")}
    assert len(texts) == len(LOCALES) * 5 * len({path.split("/")[1] for path in texts})
    assert all("DRAFT" in line for line in texts.values())
    arabic = [data.decode() for path, data in _files().items() if re.match(r"ar/.*\.txt$", path)]
    assert len({" ".join(text.partition("\n")[2].split())[:40] for text in arabic}) == 1
