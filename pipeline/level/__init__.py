"""Reading level of English, counted over blocks.

The formulas:

- Flesch-Kincaid grade level, 0.39 × words/sentences + 11.8 × syllables/words − 15.59:
  J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of new readability
  formulas", Research Branch Report 8-75, 1975. The result is a school grade of the United States.
- SMOG, 1.0430 × √(30 × words of three or more syllables / sentences) + 3.1291: G. H. McLaughlin,
  "SMOG grading: a new readability formula", Journal of Reading 12(8), 1969. It was made for 30
  sentences or more.

A block of one or two words, such as "Yes" in a table, is left out, since it would only flatter.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.document import (
    Callout,
    Checklist,
    Datum,
    Definition,
    DefinitionList,
    Document,
    Footnote,
    Glossary,
    List,
    Paragraph,
    Quote,
    Segment,
    Table,
    Words,
    nodes,
    text_of,
)
from pipeline.level.sentences import sentences, without_addresses, words
from pipeline.level.syllables import syllables

__all__ = [
    "Level",
    "Passage",
    "measure",
    "passages",
    "running",
    "sentences",
    "without_addresses",
    "words",
]

SHORTEST_BLOCK = 3
"""Blocks with fewer words are left out of the measure."""
SHORTEST_TEXT = 100
"""Words below which a level says little: it swings by a third of a grade and more."""


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a text is to read; grades are school grades of the United States."""

    sentences: int
    words: int
    fkgl: float
    """Flesch-Kincaid grade with the declared terms' syllables set aside."""
    fkgl_all: float
    """Flesch-Kincaid grade with all words."""
    smog: float
    longest: str
    """The longest sentence."""

    @property
    def is_long_enough(self) -> bool:
        """Whether there is text enough for a level to mean something."""
        return self.words >= SHORTEST_TEXT


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one block that is read as sentences, and where they come from."""

    text: str
    segment: Segment | None


def measure(blocks: Iterable[str], aside: Iterable[str] = ()) -> Level:
    """The level of a text's blocks, each a paragraph, an item or a cell.

    `aside` are declared terms, whose words and plurals do not count as hard: their syllables are
    left out. They still count as words of their sentence, so setting terms aside never makes a
    sentence shorter than it is.
    """
    found = [
        sentence
        for block in blocks
        if len(words(plain := without_addresses(block))) >= SHORTEST_BLOCK
        for sentence in sentences(plain)
    ]
    every = [word for sentence in found for word in words(sentence)]
    if not every:
        return Level(0, 0, 0.0, 0.0, 0.0, "")
    pattern = _terms(aside)
    judged = [word for sentence in found for word in words(pattern.sub(" ", sentence))] or every
    hard = sum(syllables(word) >= 3 for word in every)
    return Level(
        sentences=len(found),
        words=len(every),
        fkgl=_grade(len(every) / len(found), judged),
        fkgl_all=_grade(len(every) / len(found), every),
        smog=1.0430 * math.sqrt(30 * hard / len(found)) + 3.1291,
        longest=max(found, key=lambda sentence: len(words(sentence))),
    )


def _grade(length: float, judged: list[str]) -> float:
    """The Flesch-Kincaid grade of sentences of a mean length in words."""
    return 0.39 * length + 11.8 * sum(map(syllables, judged)) / len(judged) - 15.59


def _terms(aside: Iterable[str]) -> re.Pattern[str]:
    """Any of the terms as whole words, in singular and plural, longest first."""
    forms = sorted({re.escape(form) for term in aside for form in _forms(term)}, key=len)
    return re.compile(rf"\b(?:{'|'.join(reversed(forms))})\b" if forms else r"(?!)", re.IGNORECASE)


def _forms(term: str) -> Iterator[str]:
    yield from (term, f"{term}s", f"{term}es")
    if term.endswith("y"):
        yield f"{term[:-1]}ies"
    if term.endswith("is"):
        yield f"{term[:-2]}es"


def passages(document: Document) -> Iterator[Passage]:
    """The blocks of a document that are read as sentences, in reading order.

    Headings, titles, captions, column and row heads, terms and alt texts are not; values of the
    region, such as a phone number, are left out.
    """
    for found in running([*document.blocks, *document.footnotes]):
        yield Passage(_spoken(found), found.segment)


def running(blocks: Iterable[object], *, labels: bool = False) -> Iterator[Words]:
    """The words that are read one after the other; with labels, row heads and terms as well."""
    for block in blocks:
        if isinstance(block, Words):
            yield block
        elif isinstance(block, Paragraph):
            yield block.words
        else:
            yield from running(_inside(block, labels=labels), labels=labels)


def _inside(block: object, *, labels: bool) -> Iterable[object]:
    """The blocks and words within a block that are read as sentences."""
    if isinstance(block, List | Checklist):
        return [child for item in block.items for child in item.blocks]
    if isinstance(block, Quote | Callout | Footnote):
        return block.blocks
    if isinstance(block, DefinitionList):
        return [one for each in block.definitions for one in _definition(each, labels=labels)]
    if isinstance(block, Glossary):
        return [entry.meaning for group in block.groups for entry in group.entries]
    if isinstance(block, Table):
        first = 0 if labels else int(block.row_heads)
        return [cell.words for row in block.rows for cell in row[first:]]
    return ()


def _definition(definition: Definition, *, labels: bool) -> Iterator[object]:
    yield from definition.terms if labels else ()
    for meaning in definition.meanings:
        yield from meaning


def _spoken(found: Words) -> str:
    """The text of words without values of the region, but with names."""
    parts = []
    for node in nodes(found.children):
        is_value = isinstance(node, Datum) and (not node.value or node.value.kind != "name")
        parts.append("" if is_value or isinstance(node, tuple) else _own_text(node))
    return "".join(parts)


def _own_text(node: object) -> str:
    return "" if getattr(node, "children", None) is not None else text_of(node)
