"""Inline elements → inline nodes, once Python-Markdown has parsed the words of a block."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from posixpath import splitext
from xml.etree.ElementTree import Element

from pipeline.document import (
    Abbreviation,
    Code,
    Datum,
    Emphasis,
    FootnoteReference,
    Inline,
    InlineImage,
    Language,
    LineBreak,
    Link,
    Planned,
    Region,
    Strong,
    Term,
    Text,
)
from pipeline.locale import direction_of, is_tag
from pipeline.place import Place
from pipeline.reader.engine import AMP, STASH
from pipeline.reader.marks import VARIABLE
from pipeline.registers import GlossaryTerm

BLOCKS = frozenset(
    {
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "blockquote",
        "pre",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "div",
        "section",
        "article",
        "aside",
        "details",
        "summary",
        "figure",
        "figcaption",
        "header",
        "footer",
        "main",
        "nav",
        "address",
        "form",
        "fieldset",
    }
)
_CONTROL = re.compile("[\x02\x03]")
_MAIL = re.compile(f"{AMP}(#[0-9]+;)")
"""One letter of an e-mail address, as Python-Markdown veils it."""


@dataclass(slots=True)
class Surroundings:
    """What links and names in a text can refer to."""

    region: Region
    terms: Mapping[str, GlossaryTerm] = field(default_factory=dict)
    leaflets: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()


@dataclass(slots=True)
class Seen:
    """What a document refers to, in order of first use, and what it refers to in vain."""

    terms: dict[str, None] = field(default_factory=dict)
    footnotes: dict[str, int] = field(default_factory=dict)
    """Uses of each footnote."""
    links: list[tuple[str, Place]] = field(default_factory=list)
    """Addresses as the author wrote them."""
    pictures: list[str] = field(default_factory=list)
    """The `src` of pictures within lines."""
    wrong: list[tuple[str, str, Place]] = field(default_factory=list)
    """(what is wrong, what to do, where)."""


class Inlines:
    """Makes inline nodes of elements, and notes what they refer to."""

    def __init__(self, surroundings: Surroundings, stashed: Callable[[int], str]) -> None:
        self.seen = Seen()
        self._around, self._stashed = surroundings, stashed
        self._place = Place("")
        self._makers: dict[str, Callable[[Element], Inline]] = {
            "strong": lambda element: Strong(self.of(element)),
            "em": lambda element: Emphasis(self.of(element)),
            "br": lambda _: LineBreak(),
            "abbr": lambda element: Abbreviation(element.get("title") or "", self.of(element)),
            "a": self._link,
            "img": self._image,
            "code": self._code,
        }

    def of(self, element: Element, place: Place | None = None) -> tuple[Inline, ...]:
        """The inlines of an element, up to its first block; its place is for findings."""
        self._place = place or self._place
        return tuple(self._children(element))

    def _wrong(self, problem: str, remedy: str) -> None:
        self.seen.wrong.append((problem, remedy, self._place))

    def _children(self, element: Element) -> Iterator[Inline]:
        yield from self._text(element.text or "")
        for child in element:
            if child.tag in BLOCKS:
                return
            yield from self._node(child)
            yield from self._text(child.tail or "")

    def _node(self, child: Element) -> Iterator[Inline]:
        make = self._makers.get(child.tag)
        if make:
            yield make(child)
        elif child.tag == "sup" and child.find("a[@class='footnote-ref']") is not None:
            yield self._footnote(child)
        else:
            yield from self._children(child)

    def _text(self, raw: str) -> Iterator[Inline]:
        """Words, with region data in their midst. Braces that were entities are only words."""
        at = 0
        for match in VARIABLE.finditer(raw):
            if match.start() > at:
                yield Text(self._decoded(raw[at : match.start()]))
            yield self._datum(match.group(1))
            at = match.end()
        if at < len(raw):
            yield Text(self._decoded(raw[at:]))

    def _decoded(self, raw: str) -> str:
        """Words once their entities, which were put aside as HTML, are back in their place."""
        if "\x02" not in raw:
            return raw
        raw = _MAIL.sub(lambda match: unescape(f"&{match.group(1)}"), raw).replace(AMP, "&")
        return _CONTROL.sub("", STASH.sub(lambda match: self._entity(int(match.group(1))), raw))

    def _entity(self, number: int) -> str:
        html = self._stashed(number)
        if html.startswith("&"):
            return unescape(html)
        self._wrong(f"There is raw HTML in the text: {html}", "Write it in Markdown.")
        return html

    def _datum(self, key: str) -> Datum:
        value = self._around.region.get(key)
        if value is None:
            code = self._around.region.code
            self._wrong(
                f"The region “{code}” knows no “{key}”.", f"Add it to source/regions/{code}.toml."
            )
        elif value.kind == "sentence":
            problem = f"“{key}” is for pages in other languages, which show it by themselves."
            self._wrong(problem, "Take it out.")
        return Datum(key, value if value and value.text else None)

    def _footnote(self, element: Element) -> FootnoteReference:
        link = element.find("a")
        href = (link.get("href") or "") if link is not None else ""
        name = href.removeprefix("#fn:")
        use = self.seen.footnotes.get(name, 0) + 1
        self.seen.footnotes[name] = use
        number = (link.text or "0") if link is not None else "0"
        return FootnoteReference(name, int(number), use)

    # ── links, in their five meanings ──────────────────────────────────────────────────────────
    def _link(self, element: Element) -> Inline:
        href = unescape((element.get("href") or "").replace(AMP, "&"))
        href = _CONTROL.sub("", href)
        children = self.of(element)
        scheme, _, rest = href.partition(":")
        if scheme == "term":
            return self._term(rest, children)
        if scheme == "lang":
            return self._language(rest, children)
        target, _, anchor = href.partition("#")
        stem, ending = splitext(target)
        if ending == ".md" and "/" not in stem and self._is_house:
            return self._leaflet(stem, anchor, children)
        self.seen.links.append((href, self._place))
        return Link(href, children, element.get("title") or "")

    @property
    def _is_house(self) -> bool:
        return bool(self._around.leaflets)

    def _term(self, name: str, children: tuple[Inline, ...]) -> Inline:
        if name not in self._around.terms:
            self._wrong(f"The glossary knows no term “{name}”.", "Add it to source/glossary.toml.")
        first = name not in self.seen.terms
        self.seen.terms[name] = None
        return Term(name, children, first)

    def _language(self, tag: str, children: tuple[Inline, ...]) -> Inline:
        if not is_tag(tag):
            self._wrong(f"“{tag}” is no language.", "Write a tag such as lang:pl.")
            return Language("und", "ltr", children)
        return Language(tag, direction_of(tag), children)

    def _leaflet(self, stem: str, anchor: str, children: tuple[Inline, ...]) -> Inline:
        if stem in self._around.leaflets:
            href = f"../{stem}/index.html"
            self.seen.links.append((f"{stem}.md#{anchor}" if anchor else f"{stem}.md", self._place))
            return Link(f"{href}#{anchor}" if anchor else href, children)
        if stem not in self._around.planned:
            self._wrong(f"There is no leaflet “{stem}”.", "Mend the link, or list it as planned.")
        return Planned(stem, children)

    def _image(self, element: Element) -> Inline:
        alt, src = _CONTROL.sub("", element.get("alt") or ""), element.get("src") or ""
        self.seen.pictures.append(src)
        return InlineImage(src, alt, element.get("title") or "")

    def _code(self, element: Element) -> Inline:
        return Code(unescape(_CONTROL.sub("", "".join(element.itertext()).replace(AMP, "&"))))
