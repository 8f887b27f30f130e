"""How each language's words and sentences compare with those of English, from parallel texts."""

from collections import Counter
from dataclasses import dataclass, replace
from math import log10

import numpy as np

from benchmarks.level_texts import Row
from pipeline.level.anchors import FEATURES, Link, Model
from pipeline.level.features import DECIMAL, Unit, Vocabulary, features, is_judged, unit
from pipeline.level.frequencies import Frequencies, frequencies, thin_list
from pipeline.level.sentences import sentences, without_addresses

GRID = 0.25
"""The width of a step of Zipf values in a link."""
LONGEST = 24
"""Letters of the longest word that has its own place in a link."""
COUNTS = {"ntrex_parallel": 2, "tico19_half": 2, "udhr_parallel": 1}
"""How much each parallel set counts for a language's shift."""


class LeftOut(Frequencies):
    """A thin list, read without the very word that is looked up: it was counted from this text."""

    def __init__(self, language: str, counted: dict) -> None:
        listed = thin_list(language, counted)
        super().__init__(language, listed.zipf, listed.unknown)
        self.total = counted["total"]

    def of(self, word: str) -> float:
        """The value by the other places where a word stands."""
        found = super().of(word)
        count = round(10 ** (found - 9) * self.total) - 1
        return log10(count / self.total) + 9 if count > 0 else self.unknown


@dataclass(frozen=True, slots=True)
class Sides:
    """One language's parallel texts, counted: set → group → sentences."""

    texts: dict[str, dict[str, list[Unit]]]


def counted_words(texts: list[Row], language: str) -> Counter:
    """The words of the texts as a list has them; numbers and names within sentences left out."""
    vocabulary = Vocabulary(Link(language, ""), None)
    found = Counter()
    for row in texts:
        for sentence in split(row.text, language):
            for place, weight in enumerate(vocabulary.read(sentence)):
                if weight.kind != DECIMAL and is_judged(weight, place):
                    found[weight.form] += 1
    return found


def split(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text as Plainleaf counts them."""
    return sentences(without_addresses(text), language)


def units(text: str, vocabulary: Vocabulary) -> list[Unit]:
    """The sentences of a text, counted."""
    read = (vocabulary.read(one) for one in split(text, vocabulary.link.language))
    return [unit(weights) for weights in read if weights]


def words_of(texts: list[Row], language: str, listed: Frequencies) -> tuple[list, list, int]:
    """(Zipf values, lengths) of the words that count in texts, and how many texts there are."""
    vocabulary = Vocabulary(Link(language, ""), None)
    values, lengths = [], []
    known: dict[str, float] = {}
    for row in texts:
        for sentence in split(row.text, language):
            for place, weight in enumerate(vocabulary.read(sentence)):
                if weight.kind == DECIMAL or not is_judged(weight, place):
                    continue
                form = weight.form
                if form not in known:
                    known[form] = listed.of(form)
                values.append(known[form])
                lengths.append(len(form))
    return values, lengths, len(texts)


def word_link(own: tuple[list, list, int], english: tuple[list, list, int]) -> tuple[list, list]:
    """The words of a language as those of English: (Zipf knots, lengths).

    In the same texts the rarest words of one language stand for the rarest words of the other, as
    many of them in a text; the commonest are left over where one language needs more small words.
    """
    values, lengths, texts = own
    zipf = matched(
        np.round(np.array(values) / GRID) * GRID, texts, np.array(english[0]), english[2]
    )
    knots = [[round(float(x), 2), round(float(y), 3)] for x, y in zip(*zipf, strict=True)]
    own_lengths = -np.minimum(np.array(lengths), LONGEST)
    found = matched(own_lengths, texts, -np.array(english[1]), english[2])
    by_length = {int(-x): float(-y) for x, y in zip(*found, strict=True)}
    filled = [by_length.get(size) for size in range(1, LONGEST + 1)]
    return knots, [round(value, 3) for value in _filled(filled)]


def matched(own: np.ndarray, texts: int, english: np.ndarray, others: int) -> tuple:
    """(each value, the mean of the English values at the same places from the low end)."""
    english = np.sort(english.astype(float))
    sums = np.concatenate([[0.0], np.cumsum(english)])
    values, counts = np.unique(own, return_counts=True)
    high = np.cumsum(counts) / texts * others
    low = high - counts / texts * others
    left = np.minimum(low.astype(int), len(english) - 1)
    right = np.minimum(np.maximum(high.astype(int), left + 1), len(english))
    return values, (sums[right] - sums[left]) / (right - left)


def _filled(values: list) -> list[float]:
    """Missing values from their neighbours; a shorter word is never longer than a longer one."""
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    places = [place for place, _ in known]
    line = np.interp(range(len(values)), places, [value for _, value in known])
    return list(np.maximum.accumulate(line))


def shift_of(own: Sides, english: Sides, link: Link, model: Model) -> tuple[float, ...]:
    """What each feature of a language is above that of English in the same texts."""
    plain = replace(link, shift=(0.0,) * len(FEATURES))
    total, weight = np.zeros(len(FEATURES)), 0
    for name, groups in own.texts.items():
        both = [group for group in groups if group in english.texts[name]]
        ours = means([one for group in both for one in groups[group]], plain, model)
        theirs = means([one for g in both for one in english.texts[name][g]], plain, model)
        total += COUNTS[name] * (ours - theirs)
        weight += COUNTS[name]
    return tuple(round(float(value), 4) for value in total / weight)


def means(found: list[Unit], link: Link, model: Model) -> np.ndarray:
    """The mean of each feature over sentences, each counted once."""
    return np.mean([features([one], link, model) for one in found], axis=0)


def listed_words(language: str, texts: list[Row]) -> dict | None:
    """A thin list for a language that has no other one."""
    if language in THIN:
        counts = counted_words(texts, language)
        by_count: dict[int, list[str]] = {}
        for word, count in counts.items():
            by_count.setdefault(count, []).append(word)
        return {
            "total": sum(counts.values()),
            "words": {str(n): " ".join(sorted(by_count[n])) for n in sorted(by_count)[::-1]},
        }
    return None


THIN = ("cy", "gu", "ko", "pa", "so")
"""Languages of which wordfreq has no list that can be read word by word."""


def of_list(language: str) -> Frequencies:
    """The list of a language that has one."""
    found = frequencies(language)
    if found is None:
        raise SystemExit(f"wordfreq has no list of {language}, or is not installed.")
    return found
