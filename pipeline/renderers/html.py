"""Accessible HTML: one page for each leaflet and locale, and the index pages that lead to them.

A page holds its style, runs no script and asks for nothing but its own pictures, so that it works
from a USB stick as it does from a server.
"""

from itertools import groupby
from operator import attrgetter
from pathlib import Path
from posixpath import splitext

from pipeline.artifact import Artifact, Context, Format, Interface, Renderer
from pipeline.document import Block, Callout, Document, Edition, Heading, Words, text_of, words_of
from pipeline.locale import locale_of
from pipeline.renderers import _draftmark
from pipeline.renderers._beside import View, about, contents, explained
from pipeline.renderers._counts import counts
from pipeline.renderers._index import Entry, Shelf, from_above, neighbours, staff
from pipeline.renderers._shell import shell
from pipeline.renderers._xhtml import Html, Writer, safe_href

MEDIA_TYPES = {
    ".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png",
    ".svg": "image/svg+xml", ".webp": "image/webp",
}  # fmt: skip


def render(document: Document, context: Context) -> tuple[Artifact, ...]:
    """The page of a document, and the pictures beside it."""
    folder = f"{document.locale}/{document.leaflet}"
    view = _leaflet(document, context) if context.house else _foreign(document, context)
    name = "leaflet.html" if context.house else "foreign.html"
    page = _page(f"{folder}/index.html", name, view, context.interface, context.theme)
    return (page, *_pictures(folder, context))


RENDERER = Renderer("html", ".html", render)


def _page(path: str, name: str, view: View, interface: Interface, theme: str) -> Artifact:
    writer = Writer(interface, interface.locale, interface.direction)
    marks: View = {"draft_title": "", "draft_mark": ""}
    style = ("", "")
    if view.get("draft"):
        marks = {"draft_title": _draftmark.TITLE, "draft_mark": Html(_draftmark.ELEMENT)}
        style = (_draftmark.STYLE, _draftmark.PRINT)
    folder = Path(theme) if theme else None
    data = shell(name, view | marks, writer.t, interface.text, folder, style)
    return Artifact(path, "text/html", data, shell=name)


def _pictures(folder: str, context: Context) -> tuple[Artifact, ...]:
    return tuple(
        Artifact(
            f"{folder}/{src}",
            MEDIA_TYPES.get(splitext(src)[1].lower(), "application/octet-stream"),
            data,
        )
        for src, data in sorted(context.pictures.items())
    )


def _writer(document: Document, context: Context) -> Writer:
    writer = Writer(
        context.interface,
        document.locale,
        document.direction,
        document.region,
        house=context.house,
    )
    writer.explained = frozenset(each.id for each in document.terms)
    writer.titles = context.titles
    return writer


# ── documents that are not leaflets ────────────────────────────────────────────────────────────
def _foreign(document: Document, context: Context) -> View:
    """Nothing but the document: its words stand on the page once, in order."""
    writer = _writer(document, context)
    title = document.meta.title
    return {
        "lang": document.locale,
        "direction": document.direction,
        "title": text_of(title.children) or document.leaflet,
        "title_marks": Html(writer.language(title.shown)) if title.children else "",
        "body": writer.blocks(document.blocks),
        "notes": writer.blocks(document.footnotes),
    }


# ── leaflets ───────────────────────────────────────────────────────────────────────────────────
def _leaflet(document: Document, context: Context) -> View:
    writer, meta = _writer(document, context), document.meta
    writer.noting = any(words.shown.is_fallback for words in words_of(document))
    translated = meta.title.shown.origin != "source"
    first, rest = _parted(document.blocks)
    # Notes before fallbacks depend on what was written last: the order here is that of the page.
    view: View = {
        **_head(document, context),
        "title_note": writer.note(meta.title),
        "h1": writer.element("h1", meta.title),
        "description_note": writer.note(meta.description),
        "lead": writer.element("p", meta.description, "lead") if meta.description.children else "",
        "counts": counts(document),
        "source_title": meta.source_title if translated else "",
        "first": writer.blocks(first),
        "contents": contents(document, writer),
    }
    writer.running = False  # the list of contents stands between
    return view | {
        "body": writer.blocks(rest),
        "words": explained(document, writer),
        "interpreter": document.interpreter,
        "glossary": "../glossary/index.html" if "glossary" in context.titles else "",
        "notes": writer.blocks(document.footnotes),
        "about": about(document, context),
        "offers": _offers(context.formats, "lead"),
    }


def _head(document: Document, context: Context) -> View:
    """What the head and the header of a leaflet's page say."""
    here = document.locale
    pages = tuple(page for page in context.pages if page.locale != here)
    original = next((page for page in context.pages if page.locale == context.source), None)
    return {
        **_title(document, context),
        "lang": here,
        "direction": document.direction,
        "draft": document.edition == "draft",
        "site": context.site,
        "home": context.home,
        "pages": context.pages,
        "default": original or next(iter(context.pages), None),
        "original": original if original in pages else None,
        "locale": locale_of(here),
        "staff": staff(locale_of(here), locale_of(context.source)),
    }


def _title(document: Document, context: Context) -> View:
    """The page's title and description, each with its language."""
    title, description = document.meta.title, document.meta.description
    writer = Writer(context.interface, document.locale, document.direction)
    marks = writer.language(title.shown)
    return {
        "title": f"{text_of(title.children)} – {context.site}",
        "title_marks": Html(marks),
        "description": text_of(description.children),
        "description_lang": description.shown.lang,
    }


def _parted(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands before the list of contents: the key points, where a leaflet begins with them."""
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            break
        if isinstance(block, Callout) and block.kind == "key-points":
            return blocks[: index + 1], blocks[index + 1 :]
    return (), blocks


def _offers(formats: tuple[Format, ...], lead: str) -> tuple[tuple[str, tuple[Format, ...]], ...]:
    """The files that a page may link to, under what is said once before those of one kind."""
    safe = (each for each in formats if safe_href(each.href) is not None)
    return tuple(
        (said, tuple(several)) for said, several in groupby(safe, key=attrgetter(f"said.{lead}"))
    )


# ── index pages ────────────────────────────────────────────────────────────────────────────────
def index_pages(
    site: str, shelves: tuple[Shelf, ...], edition: Edition, theme: str = ""
) -> tuple[Artifact, ...]:
    """The index page of each locale, and one of all, in the language of the first shelf.

    The first shelf is the source's.
    """
    pages = [_shelf_page(site, shelf, shelves, edition, theme) for shelf in shelves]
    first = shelves[0]
    view = {
        **_index_head(site, first, shelves, edition, ""),
        "shelves": [
            (shelf, _entries(shelf, from_above(shelf)), staff(shelf.locale, first.locale))
            for shelf in shelves
        ],
    }
    return *pages, _page("index.html", "languages.html", view, first.interface, theme)


def _shelf_page(
    site: str, shelf: Shelf, shelves: tuple[Shelf, ...], edition: Edition, theme: str
) -> Artifact:
    view = {
        **_index_head(site, shelf, shelves, edition, "../"),
        "entries": _entries(shelf, shelf.entries),
    }
    path = f"{shelf.locale.tag}/index.html"
    return _page(path, "leaflets.html", view, shelf.interface, theme)


def _index_head(
    site: str, shelf: Shelf, shelves: tuple[Shelf, ...], edition: Edition, above: str
) -> View:
    """What the head of an index page says; `above` leads to the folder of all locales."""
    return {
        "lang": shelf.locale.tag,
        "direction": shelf.locale.direction,
        "locale": shelf.locale,
        "draft": edition == "draft",
        "site": site,
        "pages": neighbours(shelves, shelf.locale, above),
        "default": {"href": f"{above}index.html"},
        "staff": staff(shelf.locale, shelves[0].locale),
    }


def _entries(shelf: Shelf, entries: tuple[Entry, ...]) -> list[View]:
    writer = Writer(shelf.interface, shelf.locale.tag, shelf.locale.direction)
    return [
        {
            "title": writer.phrase(entry.title),
            "description": _description(writer, entry.description),
            "href": entry.href,
            "offers": _offers(entry.formats, "short_lead"),
            "source_title": entry.source_title if entry.title.shown.origin == "translation" else "",
        }
        for entry in entries
    ]


def _description(writer: Writer, words: Words) -> Html:
    return writer.phrase(words) if words.children else Html("")
