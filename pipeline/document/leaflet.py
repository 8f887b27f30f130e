"""One leaflet as a document, and ways to walk through it."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from pipeline.document.block import Block, Footnote, Words
from pipeline.document.inline import Code, Datum, InlineImage, LineBreak, Text
from pipeline.document.segment import Direction, Segment, Shown, Value
from pipeline.place import Place

Edition = Literal["draft", "release"]


@dataclass(frozen=True, slots=True)
class Task:
    """Something that only a person can supply; an open one blocks release."""

    text: str
    place: Place = field(default_factory=lambda: Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Meta:
    """What the front matter says of a leaflet. None and "" mean: not supplied yet."""

    title: Words
    description: Words
    source_title: str
    """The title in the source language, for staff who do not read the translation."""
    version: str = ""
    owner: str = ""
    reviewer: str = ""
    reviewed: date | None = None
    next_review: date | None = None
    tasks: tuple[Task, ...] = ()
    place: Place = field(default_factory=lambda: Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Explained:
    """A glossary term that the leaflet uses, with its meaning."""

    id: str
    term: Words
    meaning: Words
    is_local: bool = False
    """A note of this locale alone, which the glossary does not hold."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A sentence to say or to show when asking for an interpreter."""

    text: str
    lang: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Document:
    """One leaflet in one locale, in one edition, for one region."""

    leaflet: str
    locale: str
    """The BCP 47 tag of the page."""
    direction: Direction
    region: str
    edition: Edition
    meta: Meta
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    terms: tuple[Explained, ...] = ()
    """Glossary terms in the order of their first use, then the notes of the locale."""
    interpreter: tuple[Asking, ...] = ()
    """How readers of this locale ask for an interpreter, in the language of the source."""

    def coverage(self) -> tuple[int, int]:
        """How many segments are shown as wanted (source or translation), and how many there are."""
        shown = [words.shown for words in words_of(self) if words.segment]
        return sum(not one.is_fallback for one in shown), len(shown)


def nodes(tree: object) -> Iterator[object]:
    """Every node of a tree in reading order, itself first; segments and places are not nodes."""
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            waiting.extend(reversed(node))
        elif (names := _children(node.__class__)) is not None:
            yield node
            waiting.extend(getattr(node, name) for name in names)


@cache
def _children(kind: Hashable) -> tuple[str, ...] | None:
    """The fields of a kind of node that may hold nodes, the last one first; None for no node."""
    if (
        not isinstance(kind, type)
        or not is_dataclass(kind)
        or issubclass(kind, Segment | Shown | Place | Value | Task)
    ):
        return None
    leaves = (str, bool, int, Segment | None, Shown, Place)
    return tuple(each.name for each in reversed(fields(kind)) if each.type not in leaves)


def words_of(tree: object) -> Iterator[Words]:
    """The words of every segment in reading order."""
    return (node for node in nodes(tree) if isinstance(node, Words))


def text_of(tree: object) -> str:
    """The plain text of inlines, as a screen reader would be given it; no notes' marks."""
    parts = []
    for node in nodes(tree):
        if isinstance(node, Text | Code):
            parts.append(node.text)
        elif isinstance(node, LineBreak):
            parts.append(" ")
        elif isinstance(node, InlineImage):
            parts.append(node.alt)
        elif isinstance(node, Datum) and node.value:
            parts.append(node.value.text)
    return "".join(parts)
