"""What a walk over a tree notes, for whoever makes a document of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from pipeline.document import Segment
from pipeline.place import Place
from pipeline.reader.directives import NOTHING_SAID, Directives
from pipeline.reader.raw import Fragment


@dataclass(slots=True)
class Unit:
    """A segment, and how other words are put in its place."""

    segment: Segment
    put: Callable[[str], None]
    mark: Callable[[str, str], None] | None = None
    """Says the language and direction where no document node will: within raw HTML."""


@dataclass(slots=True)
class Found:
    """What the walk saw in a tree, by element, for whoever makes a document of it."""

    units: list[Unit] = field(default_factory=list)
    words: dict[Element, Unit] = field(default_factory=dict)
    images: dict[Element, tuple[str, Unit, Unit | None]] = field(default_factory=dict)
    callouts: dict[Element, tuple[str, Unit | None]] = field(default_factory=dict)
    ticks: dict[Element, tuple[bool, int]] = field(default_factory=dict)
    """Items of checklists: ticked, and lines to write on."""
    captions: dict[Element, Unit] = field(default_factory=dict)
    raw: dict[Element, int] = field(default_factory=dict)
    """Elements that hold one piece of raw HTML, by its number."""
    fragments: dict[int, Fragment] = field(default_factory=dict)
    places: dict[Element, Place] = field(default_factory=dict)
    wordless: list[Place] = field(default_factory=list)
    """Code and lines across the page, in reading order: they hold no segment that knows."""


@dataclass(frozen=True, slots=True)
class Around:
    """Where a block stands, seen from outside."""

    kind: str = ""
    """What its words are; empty for a paragraph."""
    lead: str = ""
    column: str = ""
    within: tuple[str, ...] = ()
    """The callout and the row that it stands in."""
    said: Directives = NOTHING_SAID
    """What was said of the block around it."""


def flags_of(msgid: str, *, safety: bool = False, longest: int = 0) -> tuple[str, ...]:
    """Flags for Weblate's checks, in the grammar of its documentation's page on flags."""
    marked = "{" in msgid or "[^" in msgid
    names = re.findall(r"\{[\w:.-]+\}|\[\^[^\]\s]+\]", msgid) if marked else []
    flags = (
        ["placeholders:" + ":".join(f'"{name}"' for name in dict.fromkeys(names))] if names else []
    )
    if safety:
        flags.append("priority:200")
    if longest:
        flags.append(f"max-length:{longest}")
    return ("md-text", *flags)
