"""Numbers with a unit and ranges, compared between a source and its translation.

A unit is known by its symbol or by a word that is sure to mean it, in any language: what stands
directly behind a number is seldom anything else. Only a unit that stands behind the same number in
both texts, and differs, is told.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
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
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9}){0,3}")
_COUNTED = re.compile(r" ?(?!(?:to|or|and|of|in|out|from|by|x)\b)[^\W\d_]+(?! \d)", re.IGNORECASE)
"""A word that a number counts; behind it stands no second number, as in 2 to 6 hours."""
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
    wanted = measures(source)
    given = measures(translation) if wanted else wanted
    absent, added = wanted - given, given - wanted
    for (value, unit), (same, other) in product(sorted(absent), sorted(added)):
        if value == same:
            yield f"The source says {unit} after {value}, and here stands {other}. Write {unit}."


def swapped_numbers(source: str, translation: str) -> Iterator[str]:
    """2 tablets every 6 hours stay that: the 6 does not go to the tablets.

    Only what cannot be chance is told: each number stands once in both texts, one has a unit that
    both texts know, the other takes its place before that unit, and neither is an end of a range.
    """
    wanted = measures(source)
    given = measures(translation) if wanted else wanted
    ours, theirs = _values(source) if wanted != given else [], _values(translation)
    for (value, unit), (other, same) in product(sorted(wanted - given), sorted(given - wanted)):
        lone = all(one.count(each) == 1 for one in (ours, theirs) for each in (value, other))
        counted = _has_word(source, other) and _has_word(translation, value)
        if unit == same and value != other and lone and counted:
            yield f"The source says {value} {unit}, and here stands {other}. Write {value}."


def _has_word(text: str, value: str) -> bool:
    """Whether a number counts what a word behind it names, and is no end of a range or a list."""
    behind = (text[one.end() :] for one in _NUMBER.finditer(text) if _value(one[0]) == value)
    return any(_COUNTED.match(one) is not None for one in behind)


def _values(text: str) -> list[str]:
    return [_value(one[0]) for one in _NUMBER.finditer(text)]


def unit_behind(text: str) -> str:
    """The unit that a text begins with; none where it begins with anything else."""
    found = _measure().match(f"1{text}")
    return _UNITS.get(found[2].casefold(), "") if found else ""


@lru_cache(maxsize=16)  # Several questions are asked about the same two texts.
def measures(text: str) -> Counter[tuple[str, str]]:
    """The numbers of a text that have a unit, each with its unit."""
    found = ((_value(one[1]), _UNITS.get(one[2].casefold())) for one in _measure().finditer(text))
    return Counter((value, unit) for value, unit in found if unit)


@cache
def _measure() -> re.Pattern[str]:
    """A number with its unit; many start without ever looking for one."""
    units = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
    # Chinese sets no blank before the next word.
    text = rf"{_AMOUNT}[ {SPACES}-]?({units})(?![^\W\d_\u3400-\u9fff])"
    return re.compile(text, re.IGNORECASE)


def _value(written: str) -> str:
    """A number without marks between thousands and with a decimal point."""
    return re.sub(r"[.,](?=\d{3}(?!\d))", "", written).replace(",", ".")
