"""What stands on lines of its own, down to the words of one segment."""

from dataclasses import dataclass
from typing import Literal

from pipeline.document.inline import Inline
from pipeline.document.segment import AS_WRITTEN, Segment, Shown

Alignment = Literal["start", "center", "end"]
CalloutKind = Literal["key-points", "note", "action", "warning", "hope"]
CALLOUT_KINDS: tuple[CalloutKind, ...] = ("key-points", "note", "action", "warning", "hope")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one segment: what stands in an item, a cell, a term or a title.

    As a block of its own it is the text of a tight list item, as pandoc's Plain is.
    """

    children: tuple[Inline, ...]
    segment: Segment | None = None
    shown: Shown = AS_WRITTEN


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
    align: Alignment | None = None


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
class Entry:
    """One word of the glossary: what it means, what leaflets say instead, and where it stands."""

    id: str
    term: Words
    meaning: Words
    instead: Words | None = None
    leaflets: tuple[str, ...] = ()
    """Leaflets that explain the word where they first use it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The words of the glossary that begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Every word that leaflets explain, in the order of the reader's alphabet."""

    groups: tuple[Group, ...]


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
    | Glossary | Image | Footnote | CodeBlock | ThematicBreak | RawBlock
)  # fmt: skip
