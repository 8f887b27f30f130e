"""Numbers with a unit and ranges, compared between a source and its translation.

A unit is known by its symbol or by a word that is sure to mean it, in any language: what stands
directly behind a number is seldom anything else. Only a unit that stands behind the same number in
both texts, and differs, is told.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from pipeline.numberwords import SPACES

_DATA = Path(__file__).parent / "data" / "units.toml"
_FAMILIES = tomllib.loads(_DATA.read_text(encoding="utf-8"))
_UNITS = {
    word.casefold(): unit.casefold()
    for unit, words in _FAMILIES.items()
    for word in (unit, *words.split())
} | {"per cent": "%"}
_AMOUNT = r"(?<![\d.,/-])(\d{1,9}(?:[.,]\d{1,9}){0,3})"
_MEASURE = re.compile(
    rf"{_AMOUNT}[ {SPACES}-]?"
    rf"({'|'.join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))})"
    r"(?![^\W\d_\u3400-\u9fff])",  # Chinese sets no blank before the next word.
    re.IGNORECASE,
)
_WORD = r"[^\d\s.,;:!?()/]{1,9}"
_PAIR = re.compile(rf"{_AMOUNT}(?=(\s?(?:{_WORD}\s?){{1,2}})(\d{{1,9}}(?:[.,]\d+)*)(?![\d/-]))")
_SYMBOLS = "mg|mcg|µg|kg|g|ml|dl|l|mm|cm|km|%|°c|°f"
_TO = re.compile(rf"(?:[ {SPACES}]?(?:{_SYMBOLS}))?(?: to | ?[\u2010-\u2013-] ?)", re.IGNORECASE)


def turned_ranges(source: str, translation: str) -> Iterator[str]:
    """5 to 10 stays that, and is not 10 to 5."""
    ours = [(one[1], one[3]) for one in _PAIR.finditer(source) if _TO.fullmatch(one[2])]
    theirs = {(_value(one[1]), _value(one[3])) for one in _PAIR.finditer(translation) if ours}
    for low, high in ours:
        ends = (_value(low), _value(high))
        if ends[::-1] in theirs and ends not in theirs:
            yield f"The range {low} to {high} is turned round. Write {low} first, then {high}."


def other_units(source: str, translation: str) -> Iterator[str]:
    """The unit next to a number is the same, where both are known."""
    wanted = _measures(source)
    given = _measures(translation) if wanted else wanted
    absent, added = wanted - given, given - wanted
    for (value, unit), (same, other) in product(sorted(absent), sorted(added)):
        if value == same:
            yield f"The source says {unit} after {value}, and here stands {other}. Write {unit}."


def _measures(text: str) -> Counter[tuple[str, str]]:
    """The numbers of a text that have a unit, each with its unit."""
    found = ((_value(one[1]), _UNITS.get(one[2].casefold())) for one in _MEASURE.finditer(text))
    return Counter((value, unit) for value, unit in found if unit)


def _value(written: str) -> str:
    """A number without marks between thousands and with a decimal point."""
    return re.sub(r"[.,](?=\d{3}(?!\d))", "", written).replace(",", ".")
