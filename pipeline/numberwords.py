"""The English words for numbers, and for what other languages write as a numeral.

A month is a numeral in Chinese, a weekday in Portuguese and Vietnamese, a week may be 7 days. The
words only ever explain a numeral that a translation has and its English source has not.
"""

import re
from fractions import Fraction
from itertools import pairwise

SPACES = "\u00a0\u202f\u2009\u2007"
"""No-break, thin and figure spaces."""
_SCALES = {
    10**2: "hundred",
    10**3: "thousand tys mil mille tausend duizend bin тыс тис ألف آلاف هزار ہزار हज़ार হাজার 천 千",
    10**4: "万 萬 만",
    10**6: "million mln milion millones milhões milioni Millionen miljoen milyon млн مليون میلیون",
    10**8: "亿 億 억",
    10**9: "billion mld Milliarden miljard млрд مليار میلیارد",
}
"""What a numeral before a word may be multiplied by."""
SCALE = {word: scale for scale, words in _SCALES.items() for word in words.split()}
SCALED = re.compile(rf"[ {SPACES}-]?({'|'.join(SCALE)})(?![A-Za-zÀ-ž])")

_ILLIONS = (
    "million billion trillion quadrillion quintillion sextillion septillion octillion "
    "nonillion decillion"
)
"""Powers of a thousand from its second on, which some languages write as 1000 and the power."""

_HUNDREDS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_IN_ORDER = {
    0: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    1: "january february march april may june july august september october november december | "
    "first second third fourth fifth sixth seventh eighth ninth tenth | "
    "jan feb mar apr may jun jul aug sep oct nov dec | mon tue wed thu fri sat sun | "
    "monday tuesday wednesday thursday friday saturday sunday",
    2: "mon tue wed thu fri sat sun | monday tuesday wednesday thursday friday saturday sunday",
}
"""Words that count upwards from the number they stand under."""
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_BY_VALUE = {
    Fraction(0): "midnight midday noon",
    Fraction(1, 4): "quarter quarters",
    Fraction(1, 3): "third thirds",
    Fraction(1, 2): "half halves",
    Fraction(1): "a an each every single once daily per weekly half quarter third",
    Fraction(2): "both pair twice double couple half halves",
    Fraction(3): "triple thirds quarterly",
    Fraction(4): "quarter quarters",
    Fraction(7): "week weekly",
    Fraction(9): "sept",
    Fraction(10): "decade decimal googol",
    Fraction(12): "dozen midday noon midnight",
    Fraction(14): "fortnight",
    Fraction(24): "midnight",
    Fraction(100): "googol",
}
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_STAGE = re.compile(
    r"(?i:stages?|grades?|phases?|types?|class|group|category|parts?|chapter|section|room|level|"
    r"volume|war)[ \u00a0](XI{0,2}|IX|IV|VI{0,3}|I{1,3}|V)(?![\w'’])"
)
"""Roman numerals, where they cannot be the word I; other scripts write stage IV as 4."""


def _table() -> dict[str, tuple[Fraction, ...]]:
    pairs = [
        (word, Fraction(number))
        for first, lists in _IN_ORDER.items()
        for words in lists.split(" | ")
        for number, word in enumerate(words.split(), first)
    ]
    pairs += [(word, value) for value, words in _BY_VALUE.items() for word in words.split()]
    pairs += [(word, Fraction(number * 10)) for number, word in enumerate(_TENS, 2)]
    pairs += [(word, Fraction(number)) for word, number in _HUNDREDS.items()]
    table: dict[str, tuple[Fraction, ...]] = {}
    for word, value in pairs:
        table[word] = (*table.get(word, ()), value)
    return table


_WORDS = _table()


def said_in_words(source: str) -> list[Fraction]:
    """The numbers that an English text gives as words; hardly any for another language."""
    words = re.findall(r"[a-z]+", source.casefold())
    said = [value for word in words for value in _WORDS.get(word, ())]
    said += [Fraction(_ROMAN.index(one) + 1) for one in _STAGE.findall(source)]
    for power, word in enumerate(_ILLIONS.split(), 2):
        if word in words:
            said += [Fraction(1000), Fraction(power)]
    for first, second in pairwise(words):
        if first in _TENS and second in _WORDS and _WORDS[second][0] < 10:
            said.append(_WORDS[first][0] + _WORDS[second][0])
        elif first in _WORDS and second in _HUNDREDS:
            said.append(_WORDS[first][0] * _HUNDREDS[second])
    return said
