"""Numbers from 2 to 12 as words, language by language, from `data/numbers/<language>.toml`.

1 is left out: in most languages it is an article too. Above 12, words are put together in too many
ways to be told apart by a list. Besides, there is what may say a number from 0 to 12 and deny none:
articles, ordinals, compounds, “pair”, “week”, an Arabic dual.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data" / "numbers"
_LETTER = r"[\w\u064b-\u0652\u0900-\u097f]"
"""A letter, or a mark on one that Python's `\\w` leaves out."""
_JOINED = {"ar": r"(?:[وفبلك]{0,2}(?:ال|لل)?)"}
"""What is written together with the word behind it."""
_UNPARTED = {"zh"}
"""Languages without blanks, in which a word is found anywhere."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of one language."""

    language: str
    values: dict[str, int]
    doubtful: frozenset[str]
    pattern: re.Pattern[str]
    hints: dict[int, re.Pattern[str]]

    def said(self, text: str) -> tuple[tuple[int, str], ...]:
        """Every number that a text says in a word, in reading order: (value, word)."""
        found = self.pattern.findall(text.casefold())
        return tuple((self.values[word], word) for word in found)

    def may_say(self, value: int, text: str) -> bool:
        """Whether anything in a text may stand for a number."""
        folded = text.casefold()
        hint = self.hints.get(value)
        return any(one == value for one, _ in self.said(text)) or bool(hint and hint.search(folded))


@cache
def number_words(language: str) -> NumberWords | None:
    """The words of a language, by its BCP 47 tag; None where there is no list."""
    base = language.partition("-")[0].casefold()
    path = _FOLDER / f"{base}.toml"
    if not base.isalpha() or not path.is_file():
        return None
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    values = {
        word.casefold(): int(number) for number, words in read["numbers"].items() for word in words
    }
    longest = sorted(values, key=len, reverse=True)
    before = rf"(?<!{_LETTER}){_JOINED.get(base, '')}"
    pattern = rf"{before}({'|'.join(map(re.escape, longest)) or '(?!)'})(?!{_LETTER})"
    doubtful = frozenset(word.casefold() for word in read["doubtful"])
    hints = {
        int(number): re.compile("|".join(_hint(word.casefold(), base, before) for word in words))
        for number, words in read["besides"].items()
    }
    return NumberWords(base, values, doubtful, re.compile(pattern), hints)


def _hint(word: str, base: str, before: str) -> str:
    """The pattern of a word, or of the beginning (`zwei-`) or the end (`-ين`) of one."""
    inner = re.escape(word.strip("-"))
    if base in _UNPARTED:
        return inner
    start = rf"{_LETTER}{{2}}" if word.startswith("-") else before
    return f"{start}{inner}" + ("" if word.endswith("-") else f"(?!{_LETTER})")


def contradictions(
    wanted: tuple[int, ...], source: str, translation: str, language: str, digits: tuple[int, ...]
) -> tuple[tuple[int, str], ...]:
    """Numbers that a text should say and does not, each with the word that stands instead.

    `wanted` are the numbers to look for, `digits` what the translation says in digits. Where no
    other number stands in the place of the one that is looked for, nothing is known, and nothing
    is said.
    """
    words, english = number_words(language), number_words("en")
    if words is None or english is None:
        return ()
    theirs = words.said(translation)
    given = [value for value, _ in theirs] + list(digits)
    ours = [value for value, _ in english.said(source)]
    ours += [int(one) for one in re.findall(r"\d+", source)][:50]
    missing = [value for value in wanted if value not in given]
    strange = [word for value, word in theirs if value not in ours and word not in words.doubtful]
    return tuple(zip(missing, strange, strict=False))
