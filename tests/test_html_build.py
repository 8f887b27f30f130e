"""The project's pages as they are built: what they link to, and what they say of it."""

import re
from functools import cache
from posixpath import dirname, join, normpath

from lxml.html import HtmlElement

from tests.browser.selection import every, parsed, words
from tests.draft import files

SIZES = ["16", "18", "20", "24", "28"]


@cache
def _page(path: str) -> HtmlElement:
    return parsed(files()[path].data)


def _pages() -> list[str]:
    return [path for path in files() if path.endswith(".html")]


def _leads(path: str, selector: str) -> list[str]:
    hrefs = [str(each.get("href")) for each in every(_page(path), selector)]
    return [normpath(join(dirname(path), href)) for href in hrefs]


def test_index_pages_link_to_large_print() -> None:
    texts = {path for path in files() if path.endswith(".txt")}
    assert len(texts) > 5
    assert set(_leads("index.html", ".entries .also a")) == texts
    for tag in ("en", "pl", "ar"):
        own = {path for path in texts if path.startswith(f"{tag}/")}
        assert set(_leads(f"{tag}/index.html", ".entries .also a")) == own


def test_a_link_to_large_print_tells_size_language_pages_and_weight() -> None:
    for path, file in files().items():
        if not re.fullmatch(r"en/.*\.txt", path):
            continue
        assert file.pages == file.data.count(b"\f") + 1
        kilobytes = max(1, round(len(file.data) / 1000))
        size = path.partition("print-")[2][:2]
        said = f"Large print, {size} point (pages: {file.pages}, {kilobytes} KB)"
        page = _page(f"{dirname(path)}/index.html")
        (link,) = [
            each for each in every(page, ".formats a") if path.endswith(str(each.get("href")))
        ]
        assert words(link) == said
        assert "plain text in English" in words(every(page, ".formats p")[0])


def test_a_link_to_large_print_alone_names_size_and_leaflet() -> None:
    for tag in ("en", "pl", "ar"):
        entries = every(_page(f"{tag}/index.html"), ".entries > li")
        assert len(entries) >= 3
        for entry in entries:
            title = words(every(entry, "h2 a")[0])
            links = [words(each) for each in every(entry, ".also a")]
            assert [re.findall(r"\d+", each)[0] for each in links] == SIZES
            assert all(each.endswith(f" – {title}") for each in links)


def test_no_two_links_of_a_page_have_the_same_words_and_lead_to_different_places() -> None:
    for path in _pages():
        places: dict[tuple[str, str], set[str]] = {}
        for link in every(_page(path), "main a"):
            shelf = "".join(str(one) for one in link.xpath("ancestor::section/@lang"))
            places.setdefault((shelf, words(link)), set()).add(str(link.get("href")))
        twins = {said for (_, said), hrefs in places.items() if len(hrefs) > 1}
        assert not {one for one in twins if re.search(r"\b(16|18|20|24|28)\b", one)}, path


def test_the_words_before_links_to_large_print_name_the_language_in_its_own_words() -> None:
    for tag, autonym in (("pl", "Polski"), ("ar", "العربية")):
        page = _page(f"{tag}/index.html")
        leads = every(page, ".also p")
        assert len(leads) == len(every(page, ".entries > li"))
        for lead in leads:
            assert autonym in words(lead)
            for fallback in every(lead, "span[lang=en]"):
                assert [each.get("lang") for each in every(fallback, "bdi")] == [tag]


def test_pages_that_are_named_as_alternates_name_the_page_in_turn() -> None:
    for path in _pages():
        there = set(_leads(path, "head link[rel=alternate]"))
        assert path in there, path
        for other in there | set(_leads(path, "nav.languages a[rel=alternate]")):
            assert path in _leads(other, "head link[rel=alternate]"), f"{other} ← {path}"
