"""Which of many texts a text was made from. The only door to rapidfuzz."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from rapidfuzz import fuzz, process

LIKENESS = 75.0
"""Per cent of likeness (rapidfuzz's ratio) from which another text is worth showing."""
_MANY = 2000
"""From so many texts on, only those that share words with a text are compared with it."""
_CANDIDATES = 60
_COMMON = 400
"""A word that stands in more texts than this says little about where a text is from."""
_CONTAINED = 12
"""Characters of the shortest text that is taken for a part of another one."""


class Texts:
    """Texts to be searched, by their numbers."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def likest(self, text: str, floor: float = LIKENESS) -> tuple[int, float] | None:
        """The number of the likest text and its likeness; None where all are less alike."""
        if len(self._texts) <= _MANY:
            best = process.extractOne(text, self._texts, scorer=fuzz.ratio, score_cutoff=floor)
            return (best[2], best[1]) if best else None
        near = {number: self._texts[number] for number in self._sharing(text)}
        found = process.extractOne(text, near, scorer=fuzz.ratio, score_cutoff=floor)
        return (found[2], found[1]) if found else None

    def _sharing(self, text: str) -> list[int]:
        """The texts that share most words with a text; rare words count for more."""
        shared: Counter[int] = Counter()
        for word in set(text.split()):
            numbers = self._by_word.get(word, ())
            if len(numbers) <= _COMMON:
                weight = 1000 // (len(numbers) + 4)
                for number in numbers:
                    shared[number] += weight
        return [number for number, _ in shared.most_common(_CANDIDATES)]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for word in set(text.split()):
                found[word].append(number)
        return found


def likeness(one: str, other: str) -> float:
    """How alike two texts are, in per cent."""
    return fuzz.ratio(one, other)


def kinship(one: str, other: str) -> float:
    """As likeness; but where a text is a part of the other one, enough to show it."""
    alike = fuzz.ratio(one, other)
    short, long = sorted((one, other), key=len)
    short = short.rstrip(".:;,!? ")
    part = len(short) >= _CONTAINED and " " in short and short in long
    return max(alike, LIKENESS) if part else alike
