"""What is wrong with a house leaflet, each with its line: such a leaflet is not published."""

import re
from collections.abc import Iterator

from pipeline.document import (
    CALLOUT_KINDS,
    Callout,
    Code,
    CodeBlock,
    Document,
    Emphasis,
    Heading,
    Image,
    InlineImage,
    Quote,
    Table,
    Text,
    ThematicBreak,
    nodes,
    words_of,
)
from pipeline.errors import SourceError
from pipeline.place import Place
from pipeline.reader.found import Found
from pipeline.reader.inlines import Seen

_OUTSIDE = {
    Emphasis: ("Words in italics are hard to read.", "Write **…**, or plain words."),
    Code: ("This is code.", "Write plain words."),
    CodeBlock: ("This is read as code.", "Indent it less, or put it into the item above."),
    Quote: ("This quote has no kind.", "Begin it with [!note] or another kind of callout."),
    ThematicBreak: ("A line across the page says nothing aloud.", "Write a heading."),
}
_LEFT_OVER = (
    (
        re.compile(r"\[\^([^\]\s]+)\]"),
        "There is no footnote “{}”.",
        "Add `[^{}]: …` at the end.",
    ),
    (
        re.compile(r"(<!--|-->)"),
        "The comment {} is not closed, or holds an empty line.",
        "Write it as <!-- … --> without an empty line.",
    ),
    (
        re.compile(r"(\{[^}]*\}?|\})"),
        "“{}” names no value, or stands where none can be.",
        "Write {{region:key}} with small letters and hyphens, in running text.",
    ),
    (
        re.compile(r"\[\^[^\]\s]+\]|((?:\[(?!\^)[^\[\]]*\]? ?)+|\])"),
        "“{}” is no link.",
        "Write [words](address) without a blank between, or use round brackets.",
    ),
    (
        re.compile(r"(\*+|(?<!_)__(?!_)|`+)"),
        "{} opens or closes nothing here.",
        "Write **strong words**, without a blank inside, or take it out.",
    ),
)


def faults(document: Document, found: Found, seen: Seen, file: str) -> Iterator[SourceError]:
    """Everything that is wrong, in no order."""
    for problem, remedy, place in seen.wrong:
        yield SourceError(problem, remedy, place)
    yield from _headings(document, file)
    yield from _captions(found)
    place, wordless = Place(file), iter(found.wordless)
    callouts = iter([found.places[element] for element in found.callouts])
    meta = (document.meta.title, document.meta.description)
    for node in nodes((meta, document.blocks, document.footnotes)):
        place = _place_of(node) or place
        if isinstance(node, CodeBlock | ThematicBreak):
            place = next(wordless, place)
        elif isinstance(node, Callout):
            place = next(callouts, place)
        yield from _outside(node, place)
    yield from _notes(document, file)
    yield from _anchors(document, seen)


def _captions(found: Found) -> Iterator[SourceError]:
    used = {id(unit) for unit in found.captions.values()}
    for unit in found.units:
        if unit.segment.kind == "table caption" and id(unit) not in used:
            yield SourceError(
                "The caption has no table.",
                "Write the table below it, and an empty line between.",
                unit.segment.place,
            )


def _place_of(node: object) -> Place | None:
    """Where a node stands: its own words know, or the first words within it."""
    first = next((one for one in words_of(node) if one.segment), None)
    return first.segment.place if first and first.segment else None


def _headings(document: Document, file: str) -> Iterator[SourceError]:
    level, place = 1, Place(file)
    seen: set[str] = set()
    for node in nodes(document.blocks):
        if not isinstance(node, Heading):
            continue
        place = node.words.segment.place if node.words.segment else place
        if node.level == 1:
            yield SourceError(
                "The title is the only heading of level 1.", "Begin the heading with ##.", place
            )
        elif node.level > level + 1:
            marks = "#" * (level + 1)
            yield SourceError("A heading level is skipped.", f"Begin it with {marks}.", place)
        if node.anchor in seen:
            yield SourceError(f"The id “{node.anchor}” is used twice.", "Give another.", place)
        seen.add(node.anchor)
        level = node.level


def _outside(node: object, place: Place) -> Iterator[SourceError]:
    if type(node) in _OUTSIDE:
        yield SourceError(*_OUTSIDE[type(node)], place)
    elif isinstance(node, Callout) and node.kind not in CALLOUT_KINDS:
        yield SourceError(
            f"There is no callout “{node.kind}”.", f"Write {', '.join(CALLOUT_KINDS)}.", place
        )
    elif isinstance(node, Callout) and not node.blocks:
        yield SourceError(
            "The callout is empty.", "Write its words on lines that begin with >.", place
        )
    elif isinstance(node, Table) and node.caption is None:
        yield SourceError(
            "The table has no caption.", "Write `Table: …` above it, and an empty line.", place
        )
    elif isinstance(node, InlineImage | Image):
        yield from _picture(node, place)
    elif isinstance(node, Text):
        for pattern, problem, remedy in _LEFT_OVER:
            for match in pattern.finditer(node.text):
                if name := (match.group(1) or "").strip():
                    yield SourceError(problem.format(name), remedy.format(name), place)


def _picture(node: InlineImage | Image, place: Place) -> Iterator[SourceError]:
    if isinstance(node, InlineImage) and not node.alt.strip():
        yield SourceError(
            f"The picture {node.src} has no words that can stand in for it.",
            "Write them between the brackets: ![…](…).",
            place,
        )
    if re.match(r"[A-Za-z][\w+.-]*:|//", node.src):
        yield SourceError(
            f"The picture {node.src} lies elsewhere.", "Put it under source/images/.", place
        )


def _notes(document: Document, file: str) -> Iterator[SourceError]:
    for note in document.footnotes:
        if not note.uses:
            yield SourceError(
                f"Nothing leads to the footnote “{note.id}”.",
                f"Write [^{note.id}] where it belongs.",
                _place_of(note) or Place(file),
            )


def _anchors(document: Document, seen: Seen) -> Iterator[SourceError]:
    """Links within the page; those to other files are looked at where all files are known."""
    anchors = {node.anchor for node in nodes(document.blocks) if isinstance(node, Heading)}
    for href, place in seen.links:
        if href.startswith("#") and href[1:] not in anchors:
            yield SourceError(f"There is no place “{href}” here.", "Mend the link.", place)
