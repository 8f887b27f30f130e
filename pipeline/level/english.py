"""School grades of English, counted over blocks.

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

from pipeline.level.sentences import sentences, without_addresses, words
from pipeline.level.syllables import syllables

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
