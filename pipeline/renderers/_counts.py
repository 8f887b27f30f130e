"""How many parts of a document are not what its reader came for."""

from dataclasses import dataclass

from pipeline.document import Datum, Document, Words, nodes, words_of


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of segments: headings, paragraphs, items and so on."""

    total: int
    english: int
    """In the source language, whole or in a value of the region."""
    machine: int
    """A machine's draft that nobody has reviewed."""


def counts(document: Document) -> Counts:
    """The counts of one document."""
    parts = [words for words in words_of(document) if words.segment]
    return Counts(
        total=len(parts),
        english=sum(each.shown.is_fallback or _borrows(each) for each in parts),
        machine=sum(each.shown.machine for each in parts),
    )


def _borrows(words: Words) -> bool:
    """Whether a value of the region in these words is in another language."""
    values = [node.value for node in nodes(words.children) if isinstance(node, Datum)]
    return any(value.lang not in {"", words.shown.lang} for value in values if value)
