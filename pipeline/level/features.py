"""What is measured of each sentence: how much it holds, and how common its words are.

The features of a text are, each linked to English by the same texts in both languages:

- `letters`: the natural logarithm of the letters and digits of a sentence;
- `long`: log(1 + long words): a word counts in full from 7.5 letters on, and in part from 5.5;
- `rarity`: by how much a word falls short of Zipf 5, in the mean;
- `uncommon`: the share of words that do: in full from Zipf 4 down, and in part from 5;
- `rarest`: the Zipf value of its rarest word.

Over the sentences of a text each is averaged, a sentence counting as often as it has words. Since
few words say little of rarity, `rarity` and `uncommon` are drawn to what is usual in news, as if
`few` usual words stood among them. Names
(capital letters within a sentence, except in German) and whole numbers are words of their sentence
and say nothing of how hard words are. Decimal numbers, percentages and abbreviations in capitals
count as a rare word does: few readers of a leaflet take them as they take a word. A word in Latin
letters among those of another script, such as HER2 in Arabic, is as common as in English, on both
sides of a translation alike: the lists of those languages hold few such words.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from math import log, log1p

from pipeline.level.anchors import FEATURES, Link, Model
from pipeline.level.frequencies import UNKNOWN, Frequencies, chances, frequencies, simplified
from pipeline.level.spaceless import LONGEST, parted
from pipeline.level.tokens import folded, normalised, tokens

COMMON = 5.0
"""The Zipf value from which on a word is no hindrance."""
RARE = 4.0
"""The Zipf value under which a word is called rare."""
SPELLED = 4.4
"""The Zipf value of decimals and percentages, and the highest of abbreviations in capitals."""
_SHORT, _LONG = 5.5, 7.5
_DECIMAL = re.compile(r"\d+[.,\u066b](?!\d{3}(?!\d))\d+|0[.,]\d|\d.*[%٪]$")
_CAPITALISED_NOUNS = frozenset({"de"})
"""Languages in which a capital letter tells no name from a noun."""
_OTHER_SCRIPTS = frozenset(
    {
        *("am", "ar", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "km", "kn", "ko"),
        *("lo", "mk", "ml", "mr", "my", "ne", "pa", "ps", "ru", "si", "ta", "te", "th", "uk", "ur"),
        "zh",
    }
)
"""Languages that are not written in Latin letters, so that a word in these is not their own."""
_LATIN = re.compile("[a-z\u00e0-\u00f6\u00f8-\u024f]")
_REMEMBERED = 200_000
"""Words that are remembered for each language before all are forgotten."""

WORD, NUMBER, NAME, ABBREVIATION, DECIMAL = range(5)


@dataclass(frozen=True, slots=True)
class Weight:
    """One word as it counts."""

    form: str
    """As the word list has it."""
    kind: int
    """What it is; a NAME only where it does not begin its sentence."""
    letters: int
    zipf: float
    """As hard as an English word of this Zipf value."""
    long: float
    """0 for a short word, 1 for a long one, between them for others."""

    @property
    def is_name(self) -> bool:
        """Whether it is a name, unless it begins its sentence."""
        return self.kind == NAME


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, counted."""

    words: int
    letters: int
    judged: int
    """Words of which it counts how common they are."""
    long: float
    rarity: float
    """The sum of what judged words fall short of `COMMON`."""
    uncommon: float
    """The same, each word at most 1."""
    rarest: float
    rare: int
    """Judged words under `RARE`."""


class Vocabulary:
    """The words of one language, each weighed once."""

    def __init__(self, link: Link, listed: Frequencies | None) -> None:
        self.link = link
        self.listed = listed
        self._weights: dict[str, Weight] = {}

    def read(self, sentence: str) -> list[Weight]:
        """The words of a sentence in order."""
        language = self.link.language
        text = normalised(sentence, language)
        if text.isupper() and " " in text:
            text = text.lower()
        if language in LONGEST:
            text = text.translate(simplified()) if language == "zh" else text
            text = parted(text, chances(language), LONGEST[language])
        known, weights = self._weights, []
        for token in tokens(text, language):
            weight = known.get(token)
            weights.append(self._weigh(token) if weight is None else weight)
        return weights

    def _weigh(self, token: str) -> Weight:
        if len(self._weights) >= _REMEMBERED:
            self._weights.clear()
        form = folded(token, self.link.language)
        kind, zipf = self._kind(token), COMMON
        if kind == DECIMAL:
            zipf = SPELLED
        elif kind != NUMBER and self.listed:
            zipf = self._zipf(form)
            zipf = min(zipf, SPELLED) if kind == ABBREVIATION else zipf
        long = self.link.as_long(len(form)) if kind in {WORD, NAME, ABBREVIATION} else 0.0
        long = min(1.0, max(0.0, (long - _SHORT) / (_LONG - _SHORT)))
        weight = Weight(form, kind, len(form), zipf, long)
        self._weights[token] = weight
        return weight

    def _zipf(self, form: str) -> float:
        """How common a word is; in Latin letters among those of another script, as in English."""
        if self.link.language in _OTHER_SCRIPTS and _LATIN.match(form):
            english = frequencies("en")
            return english.of(form) if english else UNKNOWN
        return self.link.as_english(self.listed.of(form)) if self.listed else COMMON

    def _kind(self, token: str) -> int:
        if token[0].isdigit():
            return DECIMAL if _DECIMAL.match(token) else NUMBER
        if len(token) > 1 and token[0].isupper():
            if token.isupper():
                return ABBREVIATION
            if not token[1:].isupper() and self.link.language not in _CAPITALISED_NOUNS:
                return NAME
        return WORD


def is_judged(one: Weight, place: int, spared: Container[int] = ()) -> bool:
    """Whether it counts how common a word is that stands at such a place of its sentence."""
    kind = one.kind
    return not (kind == NUMBER or (kind == NAME and place) or place in spared)


def unit(weights: Sequence[Weight], spared: Container[int] = ()) -> Unit:
    """The counts of a sentence; words at places that are `spared` count as words only."""
    letters = judged = rare = 0
    long = rarity = uncommon = 0.0
    rarest = 9.0
    for place, one in enumerate(weights):
        letters += one.letters
        if not is_judged(one, place, spared):
            continue
        judged += 1
        long += one.long
        zipf = one.zipf
        rarest = min(rarest, zipf)
        if zipf < COMMON:
            rarity += COMMON - zipf
            if zipf < RARE:
                uncommon += 1.0
                rare += 1
            else:
                uncommon += COMMON - zipf
    rarest = rarest if judged else COMMON
    return Unit(len(weights), letters, judged, long, rarity, uncommon, rarest, rare)


def features(units: Iterable[Unit], link: Link, model: Model) -> tuple[float, ...]:
    """The linked features of a text; see the head of this module."""
    sums = [0.0] * len(FEATURES)
    total = judged = 0
    for one in units:
        total += one.words
        judged += one.judged
        for place, value in enumerate(_of_one(one)):
            sums[place] += value * one.words
    means = [value / total - shift for value, shift in zip(sums, link.shift, strict=True)]
    share = judged / (judged + model.few or 1)
    for place in _DRAWN:
        usual = model.usual[place]
        means[place] = usual + (means[place] - usual) * share
    return tuple(means)


_DRAWN = (FEATURES.index("rarity"), FEATURES.index("uncommon"))


def _of_one(one: Unit) -> tuple[float, ...]:
    return (
        log(one.letters),
        log1p(one.long),
        one.rarity / (one.judged or 1),
        one.uncommon / (one.judged or 1),
        one.rarest,
    )
