"""Segments, what is shown of them, and the region data that they refer to."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.place import Place

Direction = Literal["ltr", "rtl"]
Origin = Literal["source", "translation", "fallback"]
Reason = Literal["missing", "changed", "broken", "unsigned"]
ValueKind = Literal[
    "phone", "text-phone", "email", "url", "name", "address", "hours", "text", "sentence", "date"
]


@dataclass(frozen=True, slots=True)
class Value:
    """One fact about a region, such as a phone number; never a word that a sentence inflects."""

    text: str
    """As a reader of the region writes it; empty while it is still to be supplied."""
    kind: ValueKind
    checked_on: date | None = None
    source: str = ""
    lang: str = ""
    """The BCP 47 tag of the text where it is words, such as opening hours; empty for a number."""
    evidence: tuple[str, ...] = ()
    """The fact ids that the value rests on."""
    place: Place = field(default_factory=lambda: Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Region:
    """The values of one region by key. A region is a place, not a language."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    def get(self, key: str) -> Value | None:
        """The value with this key, or None where the region does not know the key."""
        return dict(self.values).get(key)


@dataclass(frozen=True, slots=True)
class Segment:
    """One block as a translator meets it: a heading, an item, a cell, a whole paragraph."""

    leaflet: str
    kind: str
    """What it is, in words for a translator: `heading 2`, `item 3 of 5`, `alt text`."""
    msgid: str
    msgctxt: str | None = None
    around: tuple[str, ...] = ()
    """The msgids of the heading above, the list's lead-in and the column's head."""
    within: tuple[str, ...] = ()
    """What stands further out: the headings above that one, a callout's kind and title, the head
    of a table's row. A signature is bound to it too."""
    note: str = ""
    flags: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """The fact ids that the block rests on, or `none` and the reason."""
    variables: tuple[str, ...] = ()
    """The region keys that the text refers to."""
    safety: bool = False
    bound: tuple[str, ...] = ()
    """What else a signature is bound to: values of the region that it shows, and that it is a
    safety block."""
    allowed: tuple[str, ...] = ()
    """Words that the author keeps on purpose: checks of plain language let them be."""
    cosmetic: str = ""
    """Who declares, and on which day, that the latest edit changes no meaning."""
    place: Place = field(default_factory=lambda: Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees of a segment: where the words come from, and why."""

    origin: Origin = "source"
    reason: Reason | None = None
    lang: str = "en"
    """The BCP 47 tag of the words that are shown."""
    direction: Direction = "ltr"
    machine: bool = False
    """The words are a machine's draft that nobody has reviewed."""

    @property
    def is_fallback(self) -> bool:
        """Whether source text stands in for a translation."""
        return self.origin == "fallback"


AS_WRITTEN = Shown()
"""Source text, shown to readers of the source language."""
