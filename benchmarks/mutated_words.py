"""The words that mutations change, from `mutated_words.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".toml")
_MARKS = "\u0900-\u097f\u064b-\u0652"
"""Signs of vowels that stand on letters and are none to `\\w`."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    negations: tuple[str, ...] = ()
    may: tuple[tuple[str, str], ...] = ()
    """Pairs of a word for “must” and one for “may” that fits in its place."""
    units: tuple[tuple[str, str, str], ...] = ()
    """Each unit in English, as it is written here, and another in its place."""

    @property
    def edge(self) -> str:
        """What follows the end of a word; Chinese sets no blanks."""
        return "" if self.language == "zh" else rf"(?![\w{_MARKS}])"


@cache
def words_for(language: str) -> Words:
    """The words of a language; none where the file has none."""
    found = tomllib.loads(_FILE.read_text("utf-8")).get(language, {})
    return Words(
        language,
        tuple(found.get("negations", ())),
        tuple((must, may) for must, may in found.get("may", ())),
        tuple((english, here, other) for english, here, other in found.get("units", ())),
    )


@cache
def word_pattern(listed: tuple[str, ...], words: Words) -> re.Pattern[str]:
    """Any of these words as a whole word; Arabic “and” and “so” may be joined to it."""
    start = "" if words.language == "zh" else rf"(?<![\w{_MARKS}])"
    if words.language == "ar":
        start = rf"(?:(?<![\w{_MARKS}])|(?<=\b[وف]))"
    inner = "|".join(re.escape(one) for one in sorted(listed, key=len, reverse=True))
    return re.compile(rf"{start}(?:{inner}){words.edge}", re.IGNORECASE)
