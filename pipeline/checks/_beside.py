"""A translation beside its source, block by block: what the checks of reading share.

Only blocks that are shown as translations count, on both sides. Both sides set the same declared
terms aside by the same rule: the word as the glossary's catalogue has it, and the words that the
text links to their meaning, with the endings that they have there. Other forms that the glossary
lists are left out of it: they are in the source's language only, and would favour that side.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.catalogue import Key
from pipeline.checks._voice import is_source
from pipeline.document import (
    Block,
    Document,
    Entry,
    Explained,
    Heading,
    Segment,
    Term,
    nodes,
    text_of,
    words_of,
)
from pipeline.level import passages, without_addresses, words
from pipeline.place import Place

NO_TRANSLATION = "There is no translation to compare with its source."


@dataclass(frozen=True, slots=True)
class Pair:
    """One block in both languages."""

    source: str
    translation: str
    place: Place
    """The entry of the translation, or the block of the source where no catalogue is known."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of the source, or under several where there is little text."""

    name: str
    """Its headings, for a message."""
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A document and its source."""

    document: Document
    source: Document | None
    entries: Mapping[Key, Place]
    """Where the catalogue has each message."""

    def pairs(self) -> tuple[Pair, ...]:
        """Every block that is shown as a translation, in the order of the source."""
        if self.source is None or is_source(self.document, self.source):
            return ()
        return tuple(self._pairs(self.source, _translated(self.document)))

    def sections(self, fewest: int) -> tuple[Section, ...]:
        """The translated blocks by section, each with the next until the source has words enough.

        What is left over at the end belongs to the section before.
        """
        if self.source is None:
            return ()
        translated = _translated(self.document)
        found: list[list[Section]] = [[]]
        for name, blocks in _parted(self.source):
            part = replace(self.source, blocks=blocks, footnotes=())
            found[-1].append(Section(name, tuple(self._pairs(part, translated))))
            if sum(count(one.pairs) for one in found[-1]) >= fewest:
                found.append([])
        rest = found.pop()
        if not found:
            return ()
        found[-1] += rest
        return tuple(_pooled(one) for one in found)

    def terms_aside(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The terms that a translation explains, as its source writes them and as it does."""
        source = self.source or self.document
        theirs, ours = _explained(self.document), _explained(source)
        both = theirs.keys() & ours.keys()
        return _forms(source, ours, both), _forms(self.document, theirs, both)

    def _pairs(self, source: Document, translated: Mapping[Key, str]) -> Iterator[Pair]:
        for passage in passages(source):
            if (segment := passage.segment) and (key := _key(segment)) in translated:
                place = self.entries.get(key) or segment.place
                yield Pair(passage.text, translated[key], place)


def count(several: tuple[Pair, ...]) -> int:
    """The words of the source of several blocks."""
    return sum(len(words(without_addresses(one.source))) for one in several)


def _explained(document: Document) -> dict[str, str]:
    """The words that a document explains in its own language, by the ids of their entries."""
    found: list[Explained | Entry] = [*document.terms]
    found += (node for node in nodes(document.blocks) if isinstance(node, Entry))
    return {
        one.id: text_of(one.term)
        for one in found
        if not one.term.shown.is_fallback and not one.meaning.shown.is_fallback
    }


def _forms(
    document: Document, explained: Mapping[str, str], ids: Collection[str]
) -> tuple[str, ...]:
    """The terms of these ids as the glossary has them, and as the text links them."""
    linked = (
        text_of(node.children)
        for node in nodes(document)
        if isinstance(node, Term) and node.id in ids
    )
    own = (term for name, term in explained.items() if name in ids)
    return tuple(dict.fromkeys((*own, *linked)))


def _translated(document: Document) -> dict[Key, str]:
    shown = {
        _key(one.segment)
        for one in words_of(document)
        if one.segment and one.shown.origin == "translation"
    }
    return {
        _key(one.segment): one.text
        for one in passages(document)
        if one.segment and _key(one.segment) in shown
    }


def _key(segment: Segment) -> Key:
    return segment.msgctxt, segment.msgid


def _parted(source: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The blocks before the first heading, and those from each heading on, with its words."""
    name, start = "", 0
    for at, block in enumerate(source.blocks):
        if isinstance(block, Heading):
            if at > start:
                yield name, source.blocks[start:at]
            name, start = text_of(block.words), at
    yield name, source.blocks[start:]


def _pooled(several: list[Section]) -> Section:
    names = [one.name for one in several if one.pairs]
    first, last = names[0] or "the beginning", names[-1]
    name = f"“{first}”" if len(names) == 1 else f"“{first}” to “{last}”"
    return Section(name, tuple(pair for one in several for pair in one.pairs))
