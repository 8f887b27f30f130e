"""How a block's words become a segment: what is said of it, where it stands, what is put back."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

from pipeline.document import Segment
from pipeline.place import Place
from pipeline.reader.directives import NOTHING_SAID, take
from pipeline.reader.found import Around, Found, Unit, flags_of
from pipeline.reader.lines import Lines
from pipeline.reader.marks import (
    ATTRIBUTES_AT_END,
    ATTRIBUTES_BELOW,
    HEADINGS,
    TOKENS,
    VARIABLE,
    folded,
)


class Noting:
    """What a walk over a tree keeps in mind, and how it notes a segment."""

    def __init__(self, leaflet: str, file: str, lines: Lines, *, house: bool) -> None:
        self.found = Found()
        self._leaflet, self._file, self._lines, self._house = leaflet, file, lines, house
        self._heading, self._anchor = "", ""
        self._above: list[tuple[int, str]] = []
        """Every heading that is still open, with its level; the nearest comes last."""
        self._settled: Callable[[str], str] = str
        """Marks words as done where there is nothing more to parse in them."""
        self._pending = NOTHING_SAID
        """What comments said of the block that comes next."""

    def _said(self, around: Around) -> Around:
        """A block around others passes on what is said of it."""
        said, self._pending = around.said | self._pending, NOTHING_SAID
        return around if said is around.said else replace(around, said=said)

    # ── words ──────────────────────────────────────────────────────────────────────────────────
    def _words(self, element: Element, kind: str, around: Around) -> Unit | None:
        """Note the words of an element; other words may then be put in their place."""
        raw, said = take(element.text or "")
        raw = TOKENS.sub("", raw)
        self._pending = self._pending | said
        kept = ""
        if not self._house:
            narrow = element.tag in HEADINGS or element.tag in {"dt", "td", "th"}
            if match := (ATTRIBUTES_AT_END if narrow else ATTRIBUTES_BELOW).search(raw):
                raw, kept = raw[: match.start()], match.group(0)

        def put(text: str) -> None:
            element.text = self._settled(text + kept)

        unit = self._unit(folded(raw), kind, around, raw, put)
        put(folded(raw))
        if unit:
            self.found.words[element] = unit
            self.found.places[element] = unit.segment.place
        return unit

    def _unit(
        self,
        msgid: str,
        kind: str,
        around: Around,
        raw: object = None,
        put: Callable[[str], None] = lambda _: None,
    ) -> Unit | None:
        """Note a segment; None where there are no words, or the author wants them left alone."""
        said, self._pending = self._pending, NOTHING_SAID
        place = self._place(raw if isinstance(raw, str) else msgid)
        outer = around.said
        if not msgid.strip() or said.skip or outer.skip:
            return None
        safety = said.safety or outer.safety
        variables = tuple(dict.fromkeys(VARIABLE.findall(msgid)))
        segment = Segment(
            leaflet=self._leaflet,
            kind=kind,
            msgid=msgid,
            msgctxt=said.context or outer.context,
            around=tuple(one for one in (self._heading, around.lead, around.column) if one),
            within=(*(words for _, words in self._above[:-1]), *around.within),
            note="\n".join(one for one in (outer.note, said.note) if one),
            flags=flags_of(msgid, safety=safety),
            evidence=said.evidence or outer.evidence,
            variables=variables,
            safety=safety,
            allowed=(*outer.allowed, *said.allowed),
            cosmetic=said.cosmetic or outer.cosmetic,
            place=place,
        )
        unit = Unit(segment, put)
        self.found.units.append(unit)
        return unit

    def _place(self, raw: str) -> Place:
        return Place(self._file, self._lines.find(raw), self._anchor)
