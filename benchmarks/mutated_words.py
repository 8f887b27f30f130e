"""The words that mutations change, from `mutated_words.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".toml")
_MARKS = "\u0900-\u0963\u0966-\u0a7f\u064b-\u0652"
"""Signs of vowels that stand on letters and are none to `\\w`; the danda ends a sentence."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    negations: tuple[str, ...] = ()
    may: tuple[tuple[str, str], ...] = ()
    """Pairs of a word for “must” and one for “may” that fits in its place."""
    kept: tuple[str, ...] = ()
    """Phrases in which one of the words is another word, and changing it is no such fault."""
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
        tuple(found.get("kept", ())),
        tuple((english, here, other) for english, here, other in found.get("units", ())),
    )


@cache
def word_pattern(listed: tuple[str, ...], words: Words) -> re.Pattern[str]:
    """Any of these words as a whole word; Arabic “and” and “so” may be joined to it.

    What is listed with a hyphen in front is the end of a word.
    """
    start = "" if words.language == "zh" else rf"(?<![\w{_MARKS}])"
    if words.language == "ar":
        start = rf"(?:(?<![\w{_MARKS}])|(?<=\b[وف]))"
    longest_first = sorted(listed, key=len, reverse=True)
    whole = "|".join(re.escape(one) for one in longest_first if one[0] != "-")
    ends = "|".join(re.escape(one[1:]) for one in longest_first if one[0] == "-")
    either = f"(?:{whole})" if not ends else rf"(?:{start}(?:{whole})|(?<=[\w{_MARKS}])(?:{ends}))"
    return re.compile(f"{'' if ends else start}{either}{words.edge}", re.IGNORECASE)
