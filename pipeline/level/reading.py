"""How hard a text is to read, in any language, on one scale.

The scale is that of the Common European Framework of Reference, 1 for A1 to 6 for C2, as far as
professionals gave it to English sentences: a linear model of five features of length and of how
common words are, which the same texts in many languages link to English. It was fitted on sentences
from encyclopaedias and on pairs of harder and easier texts. It says how long sentences and how rare
words are. It does not say whether anybody understands.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.level.anchors import Anchors, Link, anchored, link_of, model, scaled, weighted
from pipeline.level.features import RARE, Unit, Vocabulary, Weight, features, is_judged, unit
from pipeline.level.frequencies import frequencies
from pipeline.level.sentences import sentences, without_addresses
from pipeline.level.terms import spared_by

LONG_ENOUGH = 100
"""Words below which a level is not printed: between such blocks of one text it swings too much."""
_BANDS = ("A1", "A2", "B1", "B2", "C1", "C2")
_NO_SUPPORT = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is, in one language."""

    language: str
    """The language whose words and anchors counted, such as `zh` for zh-Hans."""
    sentences: int
    words: int
    characters: int
    """Letters, marks and digits of the words."""
    sentence_index: float | None
    """What level the length of sentences alone speaks for, 1 to 6 like the level; in the mean of
    translations the same in every language. None without anchors or words."""
    word_index: float | None
    """What level the words alone speak for, likewise. None without a word list as well."""
    level: float | None
    """The level on the scale of the CEFR, 1 to 6. None only without words."""
    error: float | None
    """One standard error of the level, in levels, as its words and its support have it."""
    support: str
    """What the level rests on: `calibrated` (human labels in this language), `linked, order
    checked` (labels were put in the right order), `linked, unchecked` (the same texts as in
    English, no labels), `thin` (a small word list besides), `none` (no anchors or no list)."""
    rare: float | None
    """The share of rare words (below Zipf 4, as of English) among those that count."""
    longest: str
    """The sentence with the most words."""

    @property
    def is_long_enough(self) -> bool:
        """Whether there is text enough for its level to be printed."""
        return self.words >= LONG_ENOUGH


@dataclass(frozen=True, slots=True)
class Hard:
    """One block that is harder than the rest."""

    index: int
    """Its place among the blocks that were given, from 0."""
    level: float
    """Its own level."""
    adds: float
    """By how much it lifts the level of the whole text."""
    reason: str
    """Why, in English: “a sentence of 31 words” or “rare words: …”."""
    words: tuple[str, ...]
    """Its rarest words, the rarest first."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    weights: list[Weight]
    spared: frozenset[int]
    """The places of words that are set aside."""
    unit: Unit


def read(
    blocks: Iterable[str],
    language: str,
    *,
    aside: Iterable[str] = (),
    anchors: Anchors | None = None,
) -> Reading:
    """How hard the blocks of a text are, each a paragraph, an item or a cell.

    `language` is any tag: `pt`, `pt-PT`, `zh_Hans`. `aside` are declared terms: they are words of
    their sentence, and do not count as rare or long. `anchors` are a project's own leaflets.
    """
    own = _language(language)
    vocabulary = _vocabulary(own)
    places = spared_by(aside, vocabulary)
    found = [one for block in blocks for one in _sentences(block, vocabulary, places)]
    if not found:
        return Reading(own, 0, 0, 0, None, None, None, None, _support(vocabulary), None, "")
    units = [one.unit for one in found]
    return _reading(units, vocabulary, anchors, max(found, key=_length).text)


def _reading(
    units: list[Unit], vocabulary: Vocabulary, anchors: Anchors | None, longest: str
) -> Reading:
    fitted, joined = model(), anchored(vocabulary.link, anchors)
    values = features(units, joined, fitted)
    words = sum(one.words for one in units)
    judged = sum(one.judged for one in units)
    linked, listed = joined.support != _NO_SUPPORT, vocabulary.listed is not None
    return Reading(
        language=joined.language,
        sentences=len(units),
        words=words,
        characters=sum(one.letters for one in units),
        sentence_index=scaled(weighted(fitted.sentence_index, values)) if linked else None,
        word_index=scaled(weighted(fitted.word_index, values)) if linked and listed else None,
        level=scaled(weighted(fitted.level, values)),
        error=_error(words, _support(vocabulary)),
        support=_support(vocabulary),
        rare=sum(one.rare for one in units) / judged if listed and judged else None,
        longest=longest,
    )


def hardest(
    blocks: Sequence[str], language: str, *, aside: Iterable[str] = (), number: int = 10
) -> tuple[Hard, ...]:
    """The hardest blocks of a text, the hardest first.

    Since the level of a few words swings, a block counts with its level less one standard error.
    """
    vocabulary = _vocabulary(_language(language))
    places = spared_by(aside, vocabulary)
    found = [tuple(_sentences(block, vocabulary, places)) for block in blocks]
    whole = [one.unit for block in found for one in block]
    if not whole:
        return ()
    level, total = _level(whole, vocabulary.link), sum(one.words for one in whole)
    support = _support(vocabulary)
    hard = [
        (_hard(place, block, vocabulary, level, total), block)
        for place, block in enumerate(found)
        if block
    ]
    hard.sort(key=lambda each: _error(_words(each[1]), support) - each[0].level)
    return tuple(each for each, _ in hard[:number])


def _hard(
    place: int, block: tuple[_Sentence, ...], vocabulary: Vocabulary, level: float, total: int
) -> Hard:
    fitted, units = model(), [one.unit for one in block]
    values = features(units, vocabulary.link, fitted)
    own = scaled(weighted(fitted.level, values))
    rare = _rarest(block)
    by_words = weighted(fitted.word_index, values) > weighted(fitted.sentence_index, values)
    longest = max(one.unit.words for one in block)
    return Hard(
        index=place,
        level=own,
        adds=(own - level) * _words(block) / total,
        reason=f"rare words: {', '.join(rare)}"
        if rare and by_words
        else f"a sentence of {longest} words",
        words=rare,
    )


def cefr(level: float) -> str:
    """The band that a level lies in: “A1” up to 1.5, “C2” from 5.5."""
    return _BANDS[min(len(_BANDS), max(1, math.floor(level + 0.5))) - 1]


def anchors_from(
    blocks_by_document: dict[str, tuple[Sequence[str], Sequence[str]]], language: str
) -> Anchors:
    """A project's own leaflets as anchors, from each one's English blocks and approved translation.

    Both sides of a leaflet must say the same; a leaflet without words on one side is left out.
    """
    english, own = _vocabulary("en"), _vocabulary(_language(language))
    shift, total = [0.0] * len(own.link.shift), 0
    for source, translation in blocks_by_document.values():
        left, right = _units(source, english), _units(translation, own)
        if not left or not right:
            continue
        words = sum(one.words for one in left)
        plain, whole = Link(own.link.language, own.link.support), replace(model(), few=0.0)
        ours, theirs = features(right, plain, whole), features(left, english.link, whole)
        total += words
        for place, (value, other) in enumerate(zip(ours, theirs, strict=True)):
            shift[place] += words * (value - other)
    means = tuple(value / total for value in shift) if total else own.link.shift
    return Anchors(own.link.language, means, total)


def _units(blocks: Iterable[str], vocabulary: Vocabulary) -> list[Unit]:
    places = spared_by((), vocabulary)
    return [one.unit for block in blocks for one in _sentences(block, vocabulary, places)]


def _sentences(
    block: str, vocabulary: Vocabulary, places: Callable[[list[Weight]], frozenset[int]]
) -> Iterable[_Sentence]:
    for text in sentences(without_addresses(block), vocabulary.link.language):
        weights = vocabulary.read(text)
        if weights:
            spared = places(weights)
            yield _Sentence(text, weights, spared, unit(weights, spared))


def _rarest(block: tuple[_Sentence, ...]) -> tuple[str, ...]:
    """The rare words of a block that count as words, each once, the rarest first."""
    found = {
        weight.form: weight.zipf
        for sentence in block
        for place, weight in enumerate(sentence.weights)
        if weight.zipf < RARE and is_judged(weight, place, sentence.spared)
    }
    return tuple(sorted(found, key=lambda form: (found[form], form))[:5])


def _level(units: list[Unit], own: Link) -> float:
    fitted = model()
    return scaled(weighted(fitted.level, features(units, own, fitted)))


def _words(block: Iterable[_Sentence]) -> int:
    return sum(one.unit.words for one in block)


def _length(sentence: _Sentence) -> int:
    return sentence.unit.words


def _error(words: int, support: str) -> float:
    fitted = model()
    constant, per_word = fitted.error
    return math.sqrt(constant + per_word / words + fitted.between[support] ** 2)


def _support(vocabulary: Vocabulary) -> str:
    return vocabulary.link.support if vocabulary.listed else _NO_SUPPORT


@cache
def _vocabulary(language: str) -> Vocabulary:
    return Vocabulary(link_of(language), frequencies(language))


def _language(tag: str) -> str:
    """The language of a tag: `zh` of zh_Hans, `pt` of pt-PT."""
    return tag.replace("_", "-").partition("-")[0].casefold()
