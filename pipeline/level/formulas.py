"""Formulas that others made and tried for one language each, by name.

Their results are never compared across languages: each has a scale of its own, and the same text
gets another number in every language. Formulas whose coefficients are uncertain are left out, and
so are those that need what the spelling does not show. There is none for Arabic,
Bengali, Chinese, Hindi, Japanese, Panjabi, Persian, Romanian, Somali, Ukrainian, Urdu, Vietnamese
or Welsh.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.level.english import SHORTEST_BLOCK
from pipeline.level.sentences import sentences, without_addresses
from pipeline.level.sentences import words as english_words
from pipeline.level.syllables import syllables
from pipeline.level.tokens import folded, normalised, tokens
from pipeline.level.vowels import syllables_in

_EASE = "0 to 100, higher is easier"
_SCHOOL = "years of school"


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of."""

    sentences: int
    words: int
    letters: int
    syllables: Counter[int]
    """How many words have so many syllables."""
    long: int
    """Words of more than six letters."""

    @property
    def sentence(self) -> float:
        """Words of a sentence, in the mean."""
        return self.words / self.sentences

    @property
    def word(self) -> float:
        """Syllables of a word, in the mean."""
        return sum(size * count for size, count in self.syllables.items()) / self.words

    def share(self, fewest: int) -> float:
        """Words of at least so many syllables in a hundred."""
        many = sum(count for size, count in self.syllables.items() if size >= fewest)
        return 100 * many / self.words

    @property
    def long_share(self) -> float:
        """Words of more than six letters in a hundred."""
        return 100 * self.long / self.words


@dataclass(frozen=True, slots=True)
class Formula:
    """A published formula for one language."""

    name: str
    language: str
    scale: str
    """What its numbers mean."""
    source: str
    """Who published it, and where."""
    formula: Callable[[Counts], float]

    def value(self, blocks: Iterable[str]) -> float | None:
        """What it says of a text's blocks; None where they have no words."""
        counts = count(blocks, self.language)
        return self.formula(counts) if counts.words else None


def formulas_for(language: str) -> tuple[Formula, ...]:
    """The formulas of a language, such as `de` or `pt-PT`; empty where there is none to trust."""
    own = language.replace("_", "-").partition("-")[0].casefold()
    return tuple(
        Formula(name, own, scale, source, formula)
        for name, scale, source, formula in _FORMULAS.get(own, ())
    )


def count(blocks: Iterable[str], language: str) -> Counts:
    """Count blocks as Plainleaf counts: each is at least one sentence; English as in `english`."""
    plain = map(without_addresses, blocks)
    if language == "en":
        long = (block for block in plain if len(english_words(block)) >= SHORTEST_BLOCK)
        found = [english_words(sentence) for block in long for sentence in sentences(block)]
        every = [word for words in found for word in words]
    else:
        split = (one for block in plain for one in sentences(block, language))
        found = [tuple(tokens(normalised(one, language), language)) for one in split]
        found = [words for words in found if words]
        every = [folded(word, language) for words in found for word in words]
    sizes = Counter(_syllables(word, language) for word in every)
    letters = [sum(map(str.isalpha, word)) for word in every]
    return Counts(len(found), len(every), sum(letters), sizes, sum(size > 6 for size in letters))


def _syllables(word: str, language: str) -> int:
    return syllables(word) if language == "en" else syllables_in(word, language)


def _flesch(constant: float, by_sentence: float, by_word: float) -> Callable[[Counts], float]:
    """A formula of Flesch's kind."""
    return lambda found: constant - by_sentence * found.sentence - by_word * found.word


def _grade(by_sentence: float, by_word: float, constant: float) -> Callable[[Counts], float]:
    """A formula of Kincaid's kind."""
    return lambda found: by_sentence * found.sentence + by_word * found.word - constant


def _vienna(
    by_syllables: float, by_sentence: float, by_letters: float, constant: float
) -> Callable[[Counts], float]:
    """A Vienna formula for factual texts, without that which counts words of one syllable."""
    return lambda found: (
        by_syllables * found.share(3)
        + by_sentence * found.sentence
        + by_letters * found.long_share
        - constant
    )


def _vienna_first(found: Counts) -> float:
    short = 100 * found.syllables[1] / found.words
    return _vienna(0.1935, 0.1672, 0.1297, 0.875)(found) - 0.0327 * short


def _crawford(found: Counts) -> float:
    hundred = 100 / found.words
    return -0.205 * found.sentences * hundred + 0.049 * found.word * 100 - 3.407


def _gulpease(found: Counts) -> float:
    return 89 + (300 * found.sentences - 10 * found.letters) / found.words


def _fog(found: Counts) -> float:
    return 0.4 * (found.sentence + found.share(4))


def _pisarek(found: Counts) -> float:
    return math.hypot(found.sentence, found.share(4)) / 2


def _bezirci(found: Counts) -> float:
    """Words of three, four, five and of six or more syllables, for each sentence."""
    weights = {3: 0.84, 4: 1.5, 5: 3.5, 6: 26.25}
    many = sum(weights.get(min(size, 6), 0) * each for size, each in found.syllables.items())
    return math.sqrt(found.sentence * many / found.sentences)


def _polini(found: Counts) -> float:
    return 95.2 - 9.7 * found.letters / found.words - 0.35 * found.sentence


_VIENNA = "R. Bamberger, E. Vanecek, Lesen – Verstehen – Lernen – Schreiben, 1984"
_FORMULAS: dict[str, tuple[tuple[str, str, str, Callable[[Counts], float]], ...]] = {
    "de": (
        ("Amstad", _EASE, "T. Amstad, 1978", _flesch(180, 1, 58.5)),
        ("Wiener Sachtextformel 1", _SCHOOL, _VIENNA, _vienna_first),
        ("Wiener Sachtextformel 2", _SCHOOL, _VIENNA, _vienna(0.2007, 0.1682, 0.1373, 2.779)),
        ("Wiener Sachtextformel 3", _SCHOOL, _VIENNA, _vienna(0.2963, 0.1905, 0.0, 1.1144)),
        ("Wiener Sachtextformel 4", _SCHOOL, _VIENNA, _vienna(0.2744, 0.2656, 0.0, 1.693)),
    ),
    "en": (
        ("Flesch Reading Ease", _EASE, "R. Flesch, 1948", _flesch(206.835, 1.015, 84.6)),
        ("Flesch-Kincaid", "US school grade", "Kincaid et al., 1975", _grade(0.39, 11.8, 15.59)),
    ),
    "es": (
        ("Fernández-Huerta", _EASE, "J. Fernández Huerta, 1959", _flesch(206.84, 1.02, 60)),
        ("Szigriszt-Pazos", _EASE, "F. Szigriszt Pazos, 1993", _flesch(206.835, 1, 62.3)),
        ("Gutiérrez de Polini", _EASE, "L. E. Gutiérrez de Polini, 1972", _polini),
        ("Crawford", _SCHOOL, "A. N. Crawford, 1989", _crawford),
    ),
    "fr": (("Kandel-Moles", _EASE, "L. Kandel, A. Moles, 1958", _flesch(207, 1.015, 73.6)),),
    "it": (
        ("Gulpease", _EASE, "P. Lucisano, M. E. Piemontese, 1988", _gulpease),
        ("Flesch-Vacca", _EASE, "V. Franchina, R. Vacca, 1986", _flesch(217, 1.3, 60)),
    ),
    "nl": (("Flesch-Douma", _EASE, "W. H. Douma, 1960", _flesch(206.835, 0.93, 77)),),
    "pl": (
        ("FOG", _SCHOOL, "R. Gunning, 1952, for words of four syllables", _fog),
        ("Pisarek", _SCHOOL, "W. Pisarek, 1969", _pisarek),
    ),
    "pt": (("Martins", _EASE, "T. B. F. Martins et al., 1996", _flesch(248.835, 1.015, 84.6)),),
    "ru": (
        ("Flesch-Oborneva", _EASE, "I. V. Oborneva, 2006", _flesch(206.835, 1.52, 65.14)),
        ("Kincaid-Oborneva", "US school grade", "I. V. Oborneva, 2006", _grade(0.5, 8.4, 15.59)),
    ),
    "tr": (
        ("Ateşman", _EASE, "E. Ateşman, 1997", _flesch(198.825, 2.610, 40.175)),
        ("Bezirci-Y\u0131lmaz", _SCHOOL, "B. Bezirci, A. E. Y\u0131lmaz, 2010", _bezirci),
    ),
}
