"""The document tree: the only thing that travels from the reader to renderers and checks.

Names of nodes follow mdast (https://github.com/syntax-tree/mdast). Nodes are frozen, children are
tuples, and places never take part in equality, so that two trees can be compared whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Literal

from pipeline.place import Place

Direction = Literal["ltr", "rtl"]
Edition = Literal["draft", "release"]
Origin = Literal["source", "translation", "fallback"]
Reason = Literal["missing", "changed", "broken", "unsigned"]
CalloutKind = Literal["key-points", "note", "action", "warning", "hope"]
ValueKind = Literal["phone", "text-phone", "email", "url", "name", "address", "hours", "text"]

CALLOUT_KINDS: tuple[CalloutKind, ...] = ("key-points", "note", "action", "warning", "hope")


# ── region data ────────────────────────────────────────────────────────────────────────────────
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
    place: Place = field(default_factory=lambda: Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Region:
    """The values of one region by key. A region is a place, not a language."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    def get(self, key: str) -> Value | None:
        """The value with this key, or None where the region does not know the key."""
        return dict(self.values).get(key)


# ── segments, and what is shown of them ────────────────────────────────────────────────────────
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
    note: str = ""
    flags: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """The fact ids that the block rests on, or `none` and the reason."""
    variables: tuple[str, ...] = ()
    """The region keys that the text refers to."""
    safety: bool = False
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


# ── inlines ────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the author asked for."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; only in text that was not written for Plainleaf."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text for a computer; only in text that was not written for Plainleaf."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link: to the web, to a mail or phone, to another leaflet or to a place in this one."""

    href: str
    children: tuple["Inline", ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A link to a leaflet that is planned and not there yet: shown as plain words."""

    leaflet: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the glossary explains; `first` marks its first use in the leaflet."""

    id: str
    children: tuple["Inline", ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A phrase in another language than the text around it."""

    lang: str
    direction: Direction
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Datum:
    """A value of the region; None while it is still to be supplied."""

    key: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """The mark in the text that leads to a footnote."""

    id: str
    number: int
    use: int = 1
    """Which use of the same footnote this is, counted from 1."""


@dataclass(frozen=True, slots=True)
class InlineImage:
    """A picture within a line."""

    src: str
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form with its long form; only in text that was not written for Plainleaf."""

    title: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class RawInline:
    """Sanitised HTML within a line; only in text that was not written for Plainleaf."""

    html: str


Inline = (
    Text | LineBreak | Strong | Emphasis | Code | Link | Planned | Term | Language | Datum
    | FootnoteReference | InlineImage | Abbreviation | RawInline
)  # fmt: skip


# ── blocks ─────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Words:
    """The words of one segment: what stands in an item, a cell, a term or a title.

    As a block of its own it is the text of a tight list item, as pandoc's Plain is.
    """

    children: tuple[Inline, ...]
    segment: Segment | None = None
    shown: Shown = Shown()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the anchor comes from the source text and is the same in every locale."""

    level: int
    anchor: str
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: its words, and whatever else stands in it."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list."""

    ordered: bool
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to tick, with room to write below it."""

    blocks: tuple["Block", ...]
    anchor: str
    lines: int = 0
    """How many lines a reader gets to write on."""
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list of things to tick."""

    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    words: Words
    align: Literal["start", "center", "end"] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row of column heads, and rows whose first cell may be a row head."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Words | None = None
    row_heads: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that stands out; its label is words, never colour alone."""

    kind: CalloutKind | str
    title: Words | None
    """The author's title; None where the label of the kind is enough."""
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """Terms and what they mean; each meaning may hold several blocks."""

    terms: tuple[Words, ...]
    meanings: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Words and their meanings."""

    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of its own, with words that can stand in for it."""

    src: str
    """Relative to `source/`; empty alt means decoration."""
    alt: Words
    caption: Words | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page; `uses` is how many marks lead to it."""

    id: str
    number: int
    blocks: tuple["Block", ...]
    uses: int = 1


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines for a computer; only in text that was not written for Plainleaf."""

    text: str


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A change of subject; only in text that was not written for Plainleaf."""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """Sanitised HTML; only in text that was not written for Plainleaf."""

    html: str


Block = (
    Words | Heading | Paragraph | List | Checklist | Table | Quote | Callout | DefinitionList
    | Image | Footnote | CodeBlock | ThematicBreak | RawBlock
)  # fmt: skip


# ── the document ───────────────────────────────────────────────────────────────────────────────
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
    """Glossary terms in the order of their first use."""

    def coverage(self) -> tuple[int, int]:
        """How many segments are shown as wanted (source or translation), and how many there are."""
        shown = [words.shown for words in words_of(self) if words.segment]
        return sum(not one.is_fallback for one in shown), len(shown)


def nodes(tree: object) -> Iterator[object]:
    """Every node of a tree in reading order, itself first; segments and places are not nodes."""
    if isinstance(tree, tuple):
        for child in tree:
            yield from nodes(child)
    elif is_dataclass(tree) and not isinstance(tree, Segment | Shown | Place | Value | Task):
        yield tree
        for each in fields(tree):
            yield from nodes(getattr(tree, each.name))


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
