"""A leaflet as a whole, as a text that people sign in the source language.

Every other signature is for one text in one place. This one is for what none of them sees: which
parts there are and in what order, what stands there untranslated, the drawings of pictures, and who
answers for the leaflet until when. Nobody translates it and no page shows it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from pipeline.catalogue import Key
from pipeline.document import Document, Link, Meta, Planned, Segment, Value, Words, nodes

OUTLINE = "the leaflet as a whole"
"""The kind of its segment."""
NAME = "outline"
"""What it is called on the command line."""

_NOTE = (
    "Sign this last. Your name says: nothing is missing and nothing is too much, everything stands "
    "in the right order, the pictures show what they should, and these names and dates are right. "
    "Look at the pictures in the draft."
)


def outline(
    document: Document,
    segments: Iterable[Segment],
    drawings: Mapping[str, bytes],
    former: Mapping[Key, str],
) -> Segment:
    """The segment of a leaflet as a whole; a signature is bound to its SHA-256 besides its words.

    Args:
        document: the leaflet as its author wrote it.
        segments: every segment of it, labels in pictures too.
        drawings: what each picture shows, by `src`, in reading order.
        former: texts that stood in place of others, to tell what the outline was before an edit.
    """
    several = tuple(segments)
    shown = _Shown(former)
    said = {
        "blocks": shown.of(document.blocks),
        "footnotes": shown.of(document.footnotes),
        "texts": [shown.text(one) for one in several],
        "links": _links(document),
        "pictures": {src: hashlib.sha256(data).hexdigest() for src, data in drawings.items()},
        "facts": _facts(document.meta),
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Segment(
        document.leaflet,
        OUTLINE,
        _statement(document.meta, len(several), tuple(drawings)),
        NAME,
        note=_NOTE,
        bound=(hashlib.sha256(text.encode()).hexdigest(),),
        place=document.meta.place,
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """Says a tree of nodes in plain lists and tables, each text as its author wrote it."""

    former: Mapping[Key, str]

    def of(self, node: object) -> object:
        """A node and all below it; a text of the catalogues is its msgid, whoever chose words.

        A field that holds its default is left out, so that nodes may learn more without a new
        version of Plainleaf voiding what people signed.
        """
        if isinstance(node, tuple):
            return [self.of(one) for one in node]
        if isinstance(node, Words) and node.segment:
            return self.text(node.segment)
        if isinstance(node, Value):
            return node.text
        if not is_dataclass(node):
            return node
        values = ((one, getattr(node, one.name)) for one in fields(node) if one.name != "shown")
        said = {one.name: self.of(value) for one, value in values if value != one.default}
        return {"": type(node).__name__, **said}

    def text(self, segment: Segment) -> str:
        return self.former.get((segment.msgctxt, segment.msgid), segment.msgid)


def _links(document: Document) -> list[str]:
    """Where links lead: an address may stand far from its words, and in no text.

    A leaflet that is still planned counts as there: nothing changes in this one when it comes.
    """
    found = nodes((document.blocks, document.footnotes))
    return [
        one.href if isinstance(one, Link) else f"../{one.leaflet}/index.html"
        for one in found
        if isinstance(one, Link | Planned)
    ]


def _facts(meta: Meta) -> dict[str, str]:
    """What the front matter says of who answers for a leaflet, and until when."""
    return {
        "Version": meta.version,
        "Owner": meta.owner,
        "Reviewer": meta.reviewer,
        "Reviewed": _day(meta.reviewed),
        "Next review": _day(meta.next_review),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _statement(meta: Meta, parts: int, pictures: tuple[str, ...]) -> str:
    shown = f"pictures: {', '.join(pictures)}" if pictures else "no picture"
    facts = " ".join(f"{name}: {fact or '–'}." for name, fact in _facts(meta).items())
    return f"The leaflet as a whole: {parts} parts in this order, {shown}. {facts}"
