"""What links the languages: the same texts in each of them, as numbers only.

`data/level/anchors.json` says for each language how its words and sentences compare with those of
English in texts that are the same in both: news, the Universal Declaration of Human Rights, and
health texts. `data/level/model.json` holds the coefficients of the model. Both name the licences of
what they were counted from; `python -m benchmarks level-fit` writes them.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent.parent / "data" / "level"

FEATURES = ("letters", "long", "rarity", "uncommon", "rarest")
"""The features of a sentence or text, in the order in which they are kept; see `features`."""


@dataclass(frozen=True, slots=True)
class Link:
    """How one language compares with English."""

    language: str
    support: str
    zipf: tuple[tuple[float, float], ...] = ()
    """(Zipf value of a word, that of a word as hard in English), rising."""
    lengths: tuple[float, ...] = ()
    """For words of 1, 2, 3 … letters, the length of words as long for English."""
    shift: tuple[float, ...] = (0.0,) * len(FEATURES)
    """What to take from each feature."""

    def as_english(self, zipf: float) -> float:
        """The Zipf value of an English word that is as hard."""
        knots = self.zipf
        if not knots:
            return zipf
        at = bisect_left(knots, (zipf, 0.0))
        if at == 0:
            return knots[0][1]
        if at == len(knots):
            return knots[-1][1]
        (left, low), (right, high) = knots[at - 1], knots[at]
        return low + (high - low) * (zipf - left) / (right - left)

    def as_long(self, letters: int) -> float:
        """The length of an English word that is as long among its kind."""
        if not self.lengths:
            return letters
        if letters <= len(self.lengths):
            return self.lengths[letters - 1]
        return self.lengths[-1] * letters / len(self.lengths)


@dataclass(frozen=True, slots=True)
class Anchors:
    """A project's own approved leaflets as a link between English and one language."""

    language: str
    shift: tuple[float, ...]
    """What the language's features are above those of English in the same leaflets."""
    words: int
    """How many English words that rests on."""


@dataclass(frozen=True, slots=True)
class Model:
    """The linear model: a level is what features, weighted, add up to."""

    usual: tuple[float, ...]
    """Each feature's mean in English news, to which few words are drawn."""
    level: tuple[float, ...]
    """The constant, then a coefficient for each feature: CEFR levels, 1 for A1 to 6 for C2."""
    sentence_index: tuple[float, ...]
    word_index: tuple[float, ...]
    error: tuple[float, float]
    """(a, b): one standard error in English is √(a + b / words), in levels."""
    few: float
    """The number of words that a language's usual rarity counts for beside a text's own."""
    between: Mapping[str, float] = field(default_factory=dict)
    """By support grade, how far the level of a text of about a hundred words lies from that of
    the same text in English, in levels; it is added to the error in quadrature."""


@cache
def model() -> Model:
    """The fitted model."""
    data = _read("model.json")
    return Model(
        usual=tuple(data["usual"][name] for name in FEATURES),
        level=_coefficients(data["level"]),
        sentence_index=_coefficients(data["sentence_index"]),
        word_index=_coefficients(data["word_index"]),
        error=(data["error"]["constant"], data["error"]["per_word"]),
        few=data["few"],
        between=data["error"]["between"],
    )


@cache
def link_of(language: str) -> Link:
    """The link of a language; for one without anchors, the mean of the others' shifts."""
    found = _read("anchors.json")["languages"]
    if language in found:
        return link_from(language, found[language])
    shifts = [each["shift"] for each in found.values()]
    mean = tuple(sum(each[name] for each in shifts) / len(shifts) for name in FEATURES)
    return Link(language, "none", shift=mean)


def link_from(language: str, data: Mapping[str, Any]) -> Link:
    """A link as the data file writes it."""
    return Link(
        language,
        data["support"],
        tuple((left, right) for left, right in data["zipf"]),
        tuple(data["lengths"]),
        tuple(data["shift"][name] for name in FEATURES),
    )


def anchored(shipped: Link, own: Anchors | None) -> Link:
    """A link that a project's own leaflets bring nearer to its field.

    They count in proportion to their words beside the shipped anchors, which count as `_SHIPPED`.
    """
    if own is None:
        return shipped
    share = own.words / (own.words + _SHIPPED)
    shift = tuple(
        (1 - share) * theirs + share * ours
        for theirs, ours in zip(shipped.shift, own.shift, strict=True)
    )
    return replace(shipped, shift=shift)


_SHIPPED = 2000
"""Words of own leaflets that count as much as all shipped anchors."""


def _coefficients(data: Mapping[str, float]) -> tuple[float, ...]:
    return (data["constant"], *(data.get(name, 0.0) for name in FEATURES))


@cache
def _read(name: str) -> Any:
    return json.loads((_DATA / name).read_text(encoding="utf-8"))


def weighted(coefficients: Sequence[float], features: Sequence[float]) -> float:
    """What features add up to with these coefficients, of which the first is a constant."""
    return coefficients[0] + sum(map(_product, coefficients[1:], features))


def _product(left: float, right: float) -> float:
    return left * right


def scaled(level: float) -> float:
    """A level within 1 to 6.

    What lies beyond the middle of A1 or C2 comes ever nearer to the end, so that of two texts the
    harder one always has the higher level.
    """
    if level < _LOW:
        return _LOW - 0.5 + 0.5 * exp((level - _LOW) / 0.5)
    if level > _HIGH:
        return _HIGH + 0.5 - 0.5 * exp((_HIGH - level) / 0.5)
    return level


_LOW, _HIGH = 1.5, 5.5
