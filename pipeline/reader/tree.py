"""The tree that Python-Markdown made → the blocks of a document."""

import re
from collections.abc import Callable
from html import unescape
from itertools import takewhile
from xml.etree.ElementTree import Element

from pipeline.document import (
    Alignment,
    Block,
    Callout,
    Cell,
    Checklist,
    ChecklistItem,
    CodeBlock,
    Definition,
    DefinitionList,
    Footnote,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    RawBlock,
    RawInline,
    Shown,
    Table,
    Text,
    ThematicBreak,
    Words,
)
from pipeline.reader import raw
from pipeline.reader.engine import AMP, STASH, html_of
from pipeline.reader.found import Found, Unit
from pipeline.reader.inlines import BLOCKS, Inlines
from pipeline.reader.marks import HEADINGS

ShownOf = Callable[[Unit], Words]
"""A unit that is no inline markup, such as an alt text → its words as they are shown."""


_ALIGNMENTS: tuple[tuple[str, Alignment], ...] = (
    ("left", "start"),
    ("center", "center"),
    ("right", "end"),
)
"""Sides as Python-Markdown says them, and edges as they are in every direction."""


class Blocks:
    """Makes blocks of elements."""

    def __init__(
        self,
        found: Found,
        shown: dict[int, Shown],
        plain: ShownOf,
        inlines: Inlines,
        stashed: Callable[[int], str],
        untouched: Shown,
        *,
        house: bool,
    ) -> None:
        self._found, self._shown, self._plain = found, shown, plain
        self._inlines, self._stashed, self._untouched = inlines, stashed, untouched
        self._house = house
        self._in_section: str = ""
        self._ticks: dict[str, int] = {}
        self.footnotes: tuple[Footnote, ...] = ()
        self._makers: dict[str, Callable[[Element], tuple[Block, ...]]] = {
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "dl": self._definitions,
            "blockquote": self._quote,
            "pre": self._code,
            "hr": lambda _: (ThematicBreak(),),
        }

    def of(self, parent: Element) -> tuple[Block, ...]:
        """The blocks below an element, its own loose words among them."""
        blocks: list[Block] = []
        if (parent.text or "").strip() or (len(parent) and parent[0].tag not in BLOCKS):
            blocks.extend(self._loose(parent))
        for child in parent:
            if child.tag in BLOCKS:
                blocks.extend(self._block(child))
                if (child.tail or "").strip():
                    blocks.append(Words((Text((child.tail or "").strip()),), None, self._untouched))
        return tuple(blocks)

    def _loose(self, parent: Element) -> tuple[Block, ...]:
        if parent in self._found.raw:
            return (RawBlock(self._stashed(self._found.raw[parent])),)
        words = self.words(parent)
        return (words,) if words.children else ()

    def words(self, element: Element) -> Words:
        """The words of an element as they are shown."""
        unit = self._found.words.get(element)
        shown = self._shown[id(unit)] if unit else self._untouched
        segment = unit.segment if unit else None
        if not self._house and (html := self._with_raw_html(element)):
            return Words((RawInline(html),), segment, shown)
        return Words(self._inlines.of(element, self._found.places.get(element)), segment, shown)

    def _with_raw_html(self, element: Element) -> str:
        """The words as HTML where an author of a foreign text wrote HTML among them."""
        loose = "".join(element.itertext())
        numbers = [int(match.group(1)) for match in STASH.finditer(loose)]
        if all(self._stashed(number).startswith("&") for number in numbers):
            return ""
        words = Element("span")
        words.text = element.text
        words.extend(takewhile(lambda child: child.tag not in BLOCKS, element))
        text = html_of(words).removeprefix("<span>").removesuffix("</span>")
        text = STASH.sub(lambda match: self._stashed(int(match.group(1))), text)
        return raw.clean(re.sub("[\x02\x03]", "", text))

    # ── kinds of block ─────────────────────────────────────────────────────────────────────────
    def _block(self, element: Element) -> tuple[Block, ...]:
        if element.tag in HEADINGS:
            self._in_section = element.get("id") or ""
            anchor = self._in_section
            return (Heading(HEADINGS[element.tag], anchor, self.words(element)),)
        make = self._makers.get(element.tag)
        if make:
            return make(element)
        if element.get("class") == "footnote":
            self.footnotes = self._notes(element)
            return ()
        return self.of(element)

    def _paragraph(self, element: Element) -> tuple[Block, ...]:
        if element in self._found.raw:
            return (RawBlock(self._stashed(self._found.raw[element])),)
        if element in self._found.images:
            src, alt, caption = self._found.images[element]
            return (Image(src, self._plain(alt), self._plain(caption) if caption else None),)
        return (Paragraph(self.words(element)),)

    def _list(self, element: Element) -> tuple[Block, ...]:
        items = list(element)
        if any(item in self._found.ticks for item in items):
            return (Checklist(tuple(self._checklist_item(item) for item in items)),)
        start = int(element.get("start") or "1")
        made = tuple(ListItem(self.of(item)) for item in items)
        return (List(element.tag == "ol", made, start),)

    def _checklist_item(self, item: Element) -> ChecklistItem:
        ticked, lines = self._found.ticks.get(item, (False, 0))
        number = self._ticks[self._in_section] = self._ticks.get(self._in_section, 0) + 1
        anchor = ":".join(one for one in ("item", self._in_section, str(number)) if one)
        return ChecklistItem(self.of(item), anchor, lines, ticked)

    def _table(self, element: Element) -> tuple[Block, ...]:
        rows = [tuple(self._cell(cell) for cell in row) for row in element.iter("tr")]
        caption = self._found.captions.get(element)
        unit = self._plain(caption) if caption else None
        return (Table(rows[0], tuple(rows[1:]), unit, row_heads=caption is not None),)

    def _cell(self, element: Element) -> Cell:
        style = element.get("style") or ""
        for side, align in _ALIGNMENTS:
            if f"text-align: {side}" in style:
                return Cell(self.words(element), align)
        return Cell(self.words(element))

    def _definitions(self, element: Element) -> tuple[Block, ...]:
        definitions: list[Definition] = []
        for child in element:
            last = definitions[-1] if definitions else Definition((), ())
            if child.tag == "dt":
                if last.meanings or not definitions:
                    last = Definition((), ())
                    definitions.append(last)
                definitions[-1] = Definition((*last.terms, self.words(child)), ())
            else:
                definitions[-1:] = [Definition(last.terms, (*last.meanings, self.of(child)))]
        return (DefinitionList(tuple(definitions)),)

    def _quote(self, element: Element) -> tuple[Block, ...]:
        if element not in self._found.callouts:
            return (Quote(self.of(element)),)
        kind, title = self._found.callouts[element]
        return (Callout(kind, self._plain(title) if title else None, self.of(element)),)

    def _code(self, element: Element) -> tuple[Block, ...]:
        text = "".join(element.itertext()).replace(AMP, "&")
        return (CodeBlock(unescape(re.sub("[\x02\x03]", "", text))),)

    def _notes(self, element: Element) -> tuple[Footnote, ...]:
        notes = []
        for number, item in enumerate(element.find("ol") or (), start=1):
            name = (item.get("id") or "").removeprefix("fn:")
            uses = self._inlines.seen.footnotes.get(name, 0)
            notes.append(Footnote(name, number, self.of(item), uses))
        return tuple(notes)
