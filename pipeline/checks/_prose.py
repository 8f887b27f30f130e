"""The words of blocks as a reader meets them, and what each piece of them stands in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline import level
from pipeline.document import (
    Datum,
    Document,
    FootnoteReference,
    Glossary,
    Inline,
    Language,
    Link,
    Planned,
    Segment,
    Term,
    Words,
    text_of,
    words_of,
)
from pipeline.place import Place
from pipeline.style import straight

APART = "\ufffc"
"""Stands for what is no word of the author: a value of the region, another language's phrase."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of one block; apostrophes are straight, so that lists need one form only."""

    text: str
    segment: Segment | None
    terms: tuple[tuple[Span, str], ...]
    """Words that are linked to the glossary, and the ids of their entries."""
    links: tuple[Span, ...]
    """Words that lead elsewhere."""
    noted: tuple[int, ...]
    """Where the marks of footnotes stand."""

    @property
    def place(self) -> Place | None:
        """Where the block begins."""
        return self.segment.place if self.segment else None

    def term_at(self, span: Span) -> str:
        """The id of the entry that these words are linked to; empty where they are not."""
        return next((name for each, name in self.terms if _within(span, each)), "")

    def is_link(self, span: Span) -> bool:
        """Whether these words lead elsewhere."""
        return any(_within(span, each) for each in self.links)

    def allows(self, *words: str) -> bool:
        """Whether the author keeps one of these words in this block on purpose."""
        allowed = {straight(one).casefold() for one in self.segment.allowed} if self.segment else ()
        return any(word.casefold() in allowed for word in words)


def _within(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1]


def prose_of(words: Words) -> Prose:
    """The words of one segment."""
    parts: list[str] = []
    terms: list[tuple[Span, str]] = []
    links: list[Span] = []
    noted: list[int] = []
    at = 0

    def walk(children: tuple[Inline, ...]) -> None:
        nonlocal at
        for node in children:
            start = at
            inner = getattr(node, "children", None)
            if isinstance(node, FootnoteReference):
                noted.append(at)
            elif inner is not None and not isinstance(node, Language):
                walk(inner)
            else:
                piece = APART if isinstance(node, Datum | Language) else straight(text_of(node))
                parts.append(piece)
                at += len(piece)
            if isinstance(node, Term):
                terms.append(((start, at), node.id))
            elif isinstance(node, Link | Planned):
                links.append((start, at))

    walk(words.children)
    return Prose("".join(parts), words.segment, tuple(terms), tuple(links), tuple(noted))


def running(document: Document) -> list[Prose]:
    """The body as it is read from top to bottom, with row heads and the words that lists explain.

    Titles, headings, captions, column heads and alt texts are left out, and so are footnotes.
    """
    own = [block for block in document.blocks if not isinstance(block, Glossary)]
    return [prose_of(words) for words in level.running(own, labels=True)]


def everything(document: Document) -> list[Prose]:
    """All that the author wrote: the title and what it says of the leaflet, body and footnotes.

    Of the glossary's page only the meanings are: each word stands there to be explained.
    """
    own = [one for block in document.blocks for one in _or_meanings(block)]
    written = (document.meta.title, document.meta.description, *own, *document.footnotes)
    return [prose_of(words) for words in words_of(written)]


def _or_meanings(block: object) -> Iterable[object]:
    if isinstance(block, Glossary):
        return [entry.meaning for group in block.groups for entry in group.entries]
    return (block,)


def any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as whole words, the longest first; a hyphen is part of a word.

    Forms in small letters are found in any case; capitals stay what they are: “ER” is not “er”.
    """
    every = sorted({straight(form) for form in forms}, key=lambda form: (-len(form), form))
    pattern = "|".join(_form(form) for form in every) if every else "(?!)"
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _form(form: str) -> str:
    words = r"\s+".join(re.escape(word) for word in form.split())
    return f"(?-i:{words})" if form.isupper() else words
