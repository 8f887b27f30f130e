"""Notes that one locale has and the source has not, such as what a GP is.

Each stands among the words explained, and the first use in the text leads to it. The text itself
stays as it is, so a locale with notes has the same parts as every other. A note is shown only in
the words of its locale: source text in its place would explain nothing.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pipeline.document import (
    Document,
    Explained,
    Heading,
    Image,
    Language,
    Link,
    Planned,
    Table,
    Term,
    Text,
    Words,
)
from pipeline.localise import Localised
from pipeline.localstyle import LocalNote
from pipeline.phrases import phrases

_PREFIX = "note:"
"""Before the id of a note; no id of a term holds a colon."""
_CLOSED = (Heading, Image, Language, Link, Planned, Term)
"""Where no note begins: what leads somewhere already, or is no running text."""
_Node = TypeVar("_Node")


def with_notes(document: Document, notes: Iterable[LocalNote], localised: Localised) -> Document:
    """A document with the notes whose words it uses, each at its first use."""
    for note in notes:
        text, shown = localised.choice(note.segment)
        if shown.is_fallback:
            continue
        blocks, word = _marked(document.blocks, note)
        if word:
            term = Words((Text(note.name or word),), None, replace(shown, machine=False))
            meaning = Words((Text(text),), note.segment, shown)
            explained = Explained(_PREFIX + note.id, term, meaning, is_local=True)
            document = replace(document, blocks=blocks, terms=(*document.terms, explained))
    return document


def _marked(node: _Node, note: LocalNote) -> tuple[_Node, str]:
    """A tree with the first use of a word marked, and that word; or as it is, and ""."""
    if isinstance(node, tuple):
        return _in_row(node, note)
    if isinstance(node, _CLOSED) or not is_dataclass(node):
        return node, ""
    if isinstance(node, Words) and node.shown.is_fallback:
        return node, ""
    # Of a table only its rows: its caption and its column heads are headings too.
    names = ["rows"] if isinstance(node, Table) else [each.name for each in fields(node)]
    for name in names:
        value: Any = getattr(node, name)
        if isinstance(value, tuple) or is_dataclass(value):
            made, word = _marked(value, note)
            if word:
                return replace(node, **{name: made}), word  # type: ignore[type-var]  # any node
    return node, ""


def _in_row(row: tuple[Any, ...], note: LocalNote) -> tuple[Any, str]:
    for at, each in enumerate(row):
        if isinstance(each, Text) and (found := phrases(note.words).search(each.text)):
            word = found.group(0)
            term = Term(_PREFIX + note.id, (Text(word),), first=True)
            parts = (Text(each.text[: found.start()]), term, Text(each.text[found.end() :]))
            said = tuple(one for one in parts if not isinstance(one, Text) or one.text)
            return (*row[:at], *said, *row[at + 1 :]), word
        made, word = _marked(each, note)
        if word:
            return (*row[:at], made, *row[at + 1 :]), word
    return row, ""
