"""Inlines as HTML: one function for each kind of node, and the marks of language."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from pipeline import document as doc
from pipeline.artifact import Interface
from pipeline.document import Inline, Shown, Words
from pipeline.locale import direction_of
from pipeline.renderers._xhtml.markup import (
    Html,
    attribute,
    isolated,
    label,
    note_id,
    safe_href,
    say,
    tel,
    text,
)


def _(msgid: str) -> str:
    """Mark a text of the interface for extraction."""
    return msgid


class Phrases:
    """Writes the words of one page and remembers what the next ones have to know."""

    def __init__(
        self,
        interface: Interface,
        lang: str,
        direction: str,
        region: str = "",
        *,
        house: bool = True,
    ) -> None:
        self.interface, self.lang, self.region, self.house = interface, lang, region, house
        self.rtl = direction == "rtl"
        self.around = lang
        """The language of the words that are being written."""
        self.running = False
        """Whether the words written last were a fallback."""
        self.plain = False
        """Whether links and marks are left out, as inside another link."""
        self.naming = False
        """Whether the words are a term whose meaning follows, which is marked by its place."""
        self.explained: frozenset[str] = frozenset()
        """Ids of the glossary terms that the page explains."""
        self.used: set[str] = set()
        """Ids of the terms whose first use has been written."""

    def t(self, msgid: str, **values: object) -> Html:
        """Words of the interface."""
        return say(self.interface, msgid, **values)

    def label(self, msgid: str, **values: str | int) -> str:
        """An `aria-label` in words of the interface."""
        return label(self.interface, msgid, **values)

    def marks(self, shown: Shown, classes: str = "") -> str:
        """The attributes that tell the language of words; none where it is the page's."""
        fallback = shown.origin == "fallback"
        if fallback:
            classes = f"{classes} untranslated".lstrip()
        own = f' class="{attribute(classes)}"' if classes else ""
        return self.language(shown) + own

    def language(self, shown: Shown) -> str:
        """The attributes that tell the language of words, and nothing else."""
        if shown.origin != "fallback" and shown.lang == self.lang:
            return ""
        return f' lang="{attribute(shown.lang)}" dir="{shown.direction}"'

    def inlines(self, children: Iterable[Inline]) -> str:
        """Inlines, one after the other."""
        return "".join([_INLINES[type(node)](self, node) for node in children])

    def turned(self, lang: str, direction: str, children: Iterable[Inline]) -> str:
        """Inlines in a language and direction of their own."""
        before = self.around, self.rtl
        self.around, self.rtl = lang, direction == "rtl"
        html = self.inlines(children)
        self.around, self.rtl = before
        return html

    def words(self, words: Words) -> Html:
        """The words of a segment, without the element that they stand in."""
        self.running = words.shown.origin == "fallback"
        return Html(self.turned(words.shown.lang, words.shown.direction, words.children))

    def element(self, tag: str, words: Words, classes: str = "", attributes: str = "") -> Html:
        """The words of a segment in an element of their own."""
        marks = self.marks(words.shown, classes)
        return Html(f"<{tag}{attributes}{marks}>{self.words(words)}</{tag}>")

    def phrase(self, words: Words) -> Html:
        """Words for a place that holds no links, with their language marked."""
        running, self.plain = self.running, True
        html, marks = self.words(words), self.language(words.shown)
        self.running, self.plain = running, False
        return Html(f"<span{marks}>{html}</span>") if marks else html


# ── inlines ────────────────────────────────────────────────────────────────────────────────────
def _text(page: Phrases, node: doc.Text) -> str:
    return isolated(node.text) if page.rtl else text(node.text)


def _strong(page: Phrases, node: doc.Strong) -> str:
    return f"<strong>{page.inlines(node.children)}</strong>"


def _emphasis(page: Phrases, node: doc.Emphasis) -> str:
    return f"<em>{page.inlines(node.children)}</em>"


def _code(_page: Phrases, node: doc.Code) -> str:
    return f'<code dir="ltr" translate="no">{text(node.text)}</code>'


def _link(page: Phrases, node: doc.Link) -> str:
    href, inner = safe_href(node.href), page.inlines(node.children)
    if href is None or page.plain:
        return inner
    title = f' title="{attribute(node.title)}"' if node.title else ""
    return f'<a href="{attribute(href)}"{title}>{inner}</a>'


def _term(page: Phrases, node: doc.Term) -> str:
    inner = page.inlines(node.children)
    if page.plain or not node.first or node.id not in page.explained - page.used:
        return inner
    page.used.add(node.id)
    name = attribute(node.id)
    link = f'<a class="term" id="term:{name}:use" href="#term:{name}">{inner}</a>'
    return link if page.naming else f"<dfn>{link}</dfn>"


def _language(page: Phrases, node: doc.Language) -> str:
    inner = page.turned(node.lang, node.direction, node.children)
    return f'<span lang="{attribute(node.lang)}" dir="{node.direction}">{inner}</span>'


def _datum(page: Phrases, node: doc.Datum) -> str:
    value = node.value
    if value is None or not value.text:
        # Translators: stands in place of a phone number or address that is not known yet.
        said, shown = page.interface.choose("to be supplied")
        return f'<mark class="missing"{_foreign(page, shown.lang)}>{text(said)}</mark>'
    hrefs = {
        "phone": lambda: tel(value.text, page.region),
        "text-phone": lambda: tel(value.text, page.region),
        "email": lambda: f"mailto:{value.text}",
        "url": lambda: value.text if "://" in value.text else f"https://{value.text}",
    }
    if value.kind not in hrefs:
        keep = "" if value.kind in {"hours", "text", "date"} else ' translate="no"'
        return f"<bdi{keep}{_foreign(page, value.lang)}>{text(value.text)}</bdi>"
    inner = f'<bdi dir="ltr" translate="no">{text(value.text)}</bdi>'
    href = safe_href(hrefs[value.kind]())
    if href is None or page.plain:
        return inner
    return f'<a class="{value.kind}" href="{attribute(href)}">{inner}</a>'


def _foreign(page: Phrases, lang: str) -> str:
    """The attributes of a value whose words are in another language than those around it."""
    if lang in {"", page.around}:
        return ""
    return f' lang="{attribute(lang)}" dir="{direction_of(lang)}"'


def _reference(page: Phrases, node: doc.FootnoteReference) -> str:
    if page.plain:
        return ""
    # Translators: read aloud in place of the small raised number of a note.
    name = page.label(_("note {number}"), number=str(node.number)) if page.house else ""
    target = note_id(node.id)
    return (
        f'<sup><a role="doc-noteref" id="{target}:use:{node.use}" href="#{target}"{name}>'
        f"{node.number}</a></sup>"
    )


def _inline_image(page: Phrases, node: doc.InlineImage) -> str:
    return picture(page, node.src, node.alt, "", node.title)


def picture(page: Phrases, src: str, alt: str, marks: str, title: str = "") -> str:
    """A picture; on a leaflet only one that lies beside it, since a page makes no request."""
    href = safe_href(src)
    if href is None or (page.house and re.match(r"https?:|//", href)):
        return f"<span{marks}>{text(alt)}</span>"
    more = f' title="{attribute(title)}"' if title else ""
    return f'<img src="{attribute(href)}" alt="{attribute(alt)}"{more}{marks}>'


def _abbreviation(page: Phrases, node: doc.Abbreviation) -> str:
    return f'<abbr title="{attribute(node.title)}">{page.inlines(node.children)}</abbr>'


def _planned(page: Phrases, node: doc.Planned) -> str:
    return page.inlines(node.children)


_INLINES: dict[type, Callable[[Phrases, Any], str]] = {
    doc.Text: _text,
    doc.LineBreak: lambda _page, _node: "<br>",
    doc.Strong: _strong,
    doc.Emphasis: _emphasis,
    doc.Code: _code,
    doc.Link: _link,
    doc.Planned: _planned,
    doc.Term: _term,
    doc.Language: _language,
    doc.Datum: _datum,
    doc.FootnoteReference: _reference,
    doc.InlineImage: _inline_image,
    doc.Abbreviation: _abbreviation,
    doc.RawInline: lambda _page, node: node.html,
}
