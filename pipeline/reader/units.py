"""Blocks as a translator meets them: every block of a tree becomes a segment, in reading order.

The same walk extracts and translates: it notes each block's segment, and how to put other words in
its place. So the two can never disagree.
"""

import re
from dataclasses import replace
from functools import partial
from xml.etree.ElementTree import Element

from pipeline.place import Place
from pipeline.reader.directives import NOTHING_SAID, take
from pipeline.reader.engine import STASH, Engine, settled, slug
from pipeline.reader.found import Around, Unit
from pipeline.reader.lines import Lines
from pipeline.reader.marks import (
    CALLOUT,
    CAPTION,
    HEADING_ID,
    HEADINGS,
    IMAGE,
    TICK,
    TOKENS,
    WRITING,
    folded,
    plain,
)
from pipeline.reader.noting import Noting
from pipeline.reader.raw import Fragment

OUTSIDE = Around()


class Units(Noting):
    """One walk over one tree of blocks whose words are still raw."""

    def __init__(
        self, leaflet: str, file: str, engine: Engine, lines: Lines, *, house: bool
    ) -> None:
        super().__init__(leaflet, file, lines, house=house)
        self._engine = engine
        if not engine.abbreviations:  # They are looked for in all words, later.
            self._settled = settled
        self._caption: Unit | None = None
        self._ids: set[str] = set()

    # ── one block after another ────────────────────────────────────────────────────────────────
    def walk(
        self, parent: Element, around: Around = OUTSIDE, children: list[Element] | None = None
    ) -> None:
        """Note every block below an element, or those of its children, in reading order."""
        lead, before = around.lead, ""
        for child in list(parent) if children is None else children:
            if child.tag == "div" and child.get("class") == "footnote":
                self._footnotes(child)
                continue
            # What stands right before a list or a table leads in to it, whatever it ends with.
            led = self._house and child.tag in {"ul", "ol", "table"}
            inside = replace(around, lead=before or lead if led else lead)
            self._block(child, parent, inside)
            segment = self.found.words[child].segment if child in self.found.words else None
            is_lead = segment is not None and segment.msgid.rstrip().endswith(":")
            lead = segment.msgid if segment and is_lead else around.lead
            before = segment.msgid if segment and child.tag == "p" else ""
            if not self._house and child.tail and child.tail.strip():
                self._tail(child)

    def _block(self, child: Element, parent: Element, around: Around) -> None:
        if self._caption and child.tag != "table" and take(child.text or "")[0].strip():
            self._caption = None  # What stands between a caption and its table parts them.
        if child.tag in HEADINGS:
            self._heading_of(child)
        elif child.tag == "p":
            self._paragraph(child, parent, around)
        elif child.tag in {"ul", "ol"}:
            self._list(child, self._said(around))
        elif child.tag == "table":
            self._table(child, self._said(around))
        elif child.tag == "dl":
            self._definitions(child, self._said(around))
        elif child.tag == "blockquote":
            self._quote(child, self._said(around))
        elif child.tag in {"pre", "hr"}:
            self._pending = NOTHING_SAID
            self.found.wordless.append(self._wordless(child))
        elif child.tag in {"li", "dd", "dt", "td", "th"}:
            self._holder(child, around)
        else:
            self._container(child, around)

    def _wordless(self, child: Element) -> Place:
        if child.tag == "hr":
            return Place(self._file, self._lines.find_rule(), self._anchor)
        return self._place("".join(child.itertext()))

    def _container(self, child: Element, around: Around) -> None:
        """An element that is neither known nor empty: what stands in it is read all the same."""
        if child.text and child.text.strip() and child.tag not in {"a", "sup"}:
            self._words(child, "paragraph", around)
        self.walk(child, around)

    # ── kinds of block ─────────────────────────────────────────────────────────────────────────
    def _heading_of(self, element: Element) -> None:
        level = HEADINGS[element.tag]
        text = element.text or ""
        anchor = ""
        if match := HEADING_ID.search(text):
            element.text, anchor = text[: match.start()], match.group(1)
        words, _ = take(element.text or "")
        anchor = anchor or slug(plain(words), self._ids)
        self._ids.add(anchor)
        element.set("id", anchor)
        self._heading, self._anchor = "", anchor
        self._above = [one for one in self._above if one[0] < level]
        self._above.append((level, ""))
        unit = self._words(element, f"heading {level}", OUTSIDE)
        self._heading = unit.segment.msgid if unit else ""
        self._above[-1] = (level, self._heading)

    def _paragraph(self, element: Element, parent: Element, around: Around) -> None:
        for link in element.findall("a[@class='footnote-backref']"):
            element.remove(link)
        if stash := STASH.fullmatch((element.text or "").strip()):
            self._stash(element, parent, int(stash.group(1)), around)
            return
        body, said = take(TOKENS.sub("", element.text or ""))
        self._pending = self._pending | said
        element.text = body
        if not body.strip() and not len(element):
            parent.remove(element)
        elif self._house and (caption := CAPTION.match(body)):
            self._caption = self._unit(caption.group(1), "table caption", around, str.strip)
            parent.remove(element)
        elif self._house and (image := IMAGE.fullmatch(body.strip())) and image.group(1).strip():
            self._image(element, image, around)
        else:
            self._words(element, around.kind or "paragraph", around)

    def _stash(self, element: Element, parent: Element, number: int, around: Around) -> None:
        html = self._engine.stashed(number)
        body, said = take(html)
        self._pending = self._pending | said
        if body.strip():
            self._raw(element, number, around)
        else:
            parent.remove(element)

    def _raw(self, element: Element, number: int, around: Around) -> None:
        """Note the words in a piece of raw HTML."""
        fragment = Fragment(self._engine.stashed(number))
        self.found.raw[element], self.found.fragments[number] = number, fragment
        for msgid, slot, attribute in fragment.slots():
            kind = f"{attribute} of <{slot.tag}>" if attribute else "HTML"
            unit = self._unit(msgid, kind, around, msgid, partial(Fragment.put, slot, attribute))
            if unit:
                unit.mark = partial(Fragment.mark, slot)

    def _image(self, element: Element, match: re.Match[str], around: Around) -> None:
        said = self._pending
        alt = self._unit(match.group(1), "alt text", around, match.group(0))
        self._pending = replace(said, note="", context=None)
        title = match.group(3)
        caption = self._unit(title, "caption", around, title) if title else None
        self._pending = NOTHING_SAID
        if alt:
            self.found.images[element] = (match.group(2), alt, caption)
            self.found.places[element] = alt.segment.place
            element.text = ""

    def _list(self, element: Element, around: Around) -> None:
        items = list(element)
        outer = around.kind.removeprefix("paragraph in ")
        inside = f" in {outer}" if outer else ""
        for number, item in enumerate(items, start=1):
            first = item if (item.text or "").strip() or not len(item) else item[0]
            tick = TICK.match(first.text or "") if self._house else None
            kind = "checklist item" if tick else "item"
            if tick:
                self._tick(item, first, tick)
            self._holder(item, replace(around, kind=f"{kind} {number} of {len(items)}{inside}"))

    def _tick(self, item: Element, first: Element, tick: re.Match[str]) -> None:
        """Take the box and the room to write from an item's words."""
        body, said = take((first.text or "")[tick.end() :])
        self._pending = self._pending | said
        writing = WRITING.search(body)
        first.text = body[: writing.start()] if writing else body
        lines = writing.group(0).count("___") if writing else 0
        self.found.ticks[item] = (tick.group(1) in "xX", lines)

    def _holder(self, element: Element, around: Around) -> None:
        """An item, a meaning or a cell: words of its own, blocks, or both."""
        text = (element.text or "").strip()
        lead = around.lead
        if stash := STASH.fullmatch(text):
            self._raw(element, int(stash.group(1)), around)
        elif text and (unit := self._words(element, around.kind, around)):
            lead = unit.segment.msgid
        rest = list(element)
        if not text and rest and rest[0].tag == "p":
            self._paragraph(rest.pop(0), element, around)
        inside = replace(around, kind=f"paragraph in {around.kind}", lead=lead)
        self.walk(element, inside, rest)

    def _table(self, element: Element, around: Around) -> None:
        if self._caption:
            self.found.captions[element] = self._caption
            self._caption = None
        columns: list[str] = []
        for row in element.iter("tr"):
            inside = around
            for index, cell in enumerate(row):
                column = columns[index] if index < len(columns) else ""
                kind = "column head" if cell.tag == "th" else "cell"
                if kind == "cell" and index == 0 and self._house:
                    kind = "row head"
                unit = self._words(cell, kind, replace(inside, column=column))
                if kind == "row head" and unit:
                    inside = replace(around, within=(*around.within, unit.segment.msgid))
                if cell.tag == "th":
                    columns.append(unit.segment.msgid if unit else "")

    def _definitions(self, element: Element, around: Around) -> None:
        term = around.lead
        for child in element:
            kind = "term" if child.tag == "dt" else "meaning"
            lead = around.lead if child.tag == "dt" else term
            self._holder(child, replace(around, kind=kind, lead=lead))
            if child.tag == "dt" and child in self.found.words:
                term = self.found.words[child].segment.msgid

    def _quote(self, element: Element, around: Around) -> None:
        first = element[0] if len(element) else None
        match = CALLOUT.match(first.text or "") if first is not None and self._house else None
        if match and first is not None:
            title, rest = match.group(2).strip(), (first.text or "")[match.end() :]
            unit = self._unit(title, "callout title", around, title) if title else None
            self.found.callouts[element] = (match.group(1), unit)
            around = replace(around, within=(*around.within, f"[!{match.group(1)}] {title}"))
            place = unit.segment.place if unit else self._place(match.group(0))
            self.found.places[element] = place
            first.text = rest.lstrip("\n")
            if not first.text.strip():
                element.remove(first)
        self.walk(element, around)

    def _footnotes(self, element: Element) -> None:
        self._lines.rewind()
        self._above = []
        self._heading, self._anchor = "", ""  # They stand below the last section, not in it.
        for item in element.iter("li"):
            if item.get("id", "").startswith("fn:"):
                self.walk(item, Around(kind="footnote"))

    def _tail(self, element: Element) -> None:
        """Words that stand loose behind an element, as raw HTML around Markdown leaves them."""
        tail = folded(element.tail or "")
        self._unit(tail, "paragraph", OUTSIDE, tail, lambda text: setattr(element, "tail", text))
