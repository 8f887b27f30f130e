"""How many parts of a document are not what its reader came for, and why."""

from collections import Counter
from dataclasses import dataclass

from pipeline.document import Datum, Document, Reason, Words, nodes, words_of


def _(msgid: str) -> str:
    """Mark a sentence of the interface for extraction."""
    return msgid


BORROWED = "borrowed"
"""The cause of a translated part in which a value of the region has no translation."""

_CAUSES: dict[Reason | str, str] = {
    # Translators: one of the reasons why parts of a page are in English. {count} is a number.
    "missing": _("Not translated yet: {count}"),
    # Translators: one of the reasons why parts of a page are in English.
    "changed": _("The English was changed, and the translation is not up to date: {count}"),
    # Translators: one of the reasons why parts of a page are in English.
    "broken": _("The translation had a mistake and is being put right: {count}"),
    # Translators: one of the reasons why parts of a page are in English.
    "unsigned": _("Translated, and waiting for approval: {count}"),
    # Translators: one of the reasons why parts of a page are in English.
    BORROWED: _("Only an address or opening hours are in English: {count}"),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of segments: headings, paragraphs, items and so on."""

    total: int
    english: int
    """In the source language, whole or in a value of the region."""
    machine: int
    """A machine's draft that nobody has reviewed."""
    causes: tuple[tuple[str, int], ...] = ()
    """Why parts are in English: sentences of the interface, each with its number of parts."""


def counts(document: Document) -> Counts:
    """The counts of one document."""
    parts = [words for words in words_of(document) if words.segment]
    found = Counter(filter(None, map(_cause, parts)))
    return Counts(
        total=len(parts),
        english=found.total(),
        machine=sum(each.shown.machine for each in parts),
        causes=tuple((said, found[name]) for name, said in _CAUSES.items() if found[name]),
    )


def _cause(words: Words) -> str:
    """Why words are in English; empty where they are not."""
    if words.shown.is_fallback:
        return words.shown.reason or "missing"
    return BORROWED if _borrows(words) else ""


def _borrows(words: Words) -> bool:
    """Whether a value of the region in these words is in another language."""
    values = [node.value for node in nodes(words.children) if isinstance(node, Datum)]
    return any(value.lang not in {"", words.shown.lang} for value in values if value)
