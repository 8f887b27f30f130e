"""Lists of words as one pattern each, so that a text is looked through once.

In an entry `*` is any letters, `#` is a number. Where entries overlap, the one with more words
counts, then the one without `*`, then the longer one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

SIGNS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
"""Marks that are part of a word and that `\\w` leaves out, above all the vowels of India."""
_ARABIC_MARKS = re.compile("[\u064b-\u0650\u0652\u0670\u0640\u0307]")
_DOUBLED = "\u0651"
"""The Arabic sign of a doubled letter, which may be left out; it tells “change” from “without”."""
_ARABIC_LETTER = re.compile("([\u0621-\u064a])")
_ARABIC_LETTERS = str.maketrans("أإآٱىةي’\u02bc", "ااااىهى''")


@dataclass(frozen=True, slots=True)
class Words:
    """Words by kind, found together so that the longest entry wins."""

    pattern: re.Pattern[str]
    kinds: tuple[str, ...]
    """The kind of each group of the pattern."""

    def found(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """(kind, match) in order; `text` is folded."""
        for match in self.pattern.finditer(text):
            yield self.kinds[(match.lastindex or 1) - 1], match


def fold(text: str) -> str:
    """A text without capitals, with a typewriter's apostrophes and Arabic's barest letters."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFC", text.casefold())
    return _ARABIC_MARKS.sub("", plain).translate(_ARABIC_LETTERS)


def entries(listed: str) -> list[str]:
    """The entries of a list."""
    return [" ".join(entry.split()) for entry in listed.split(",") if entry.strip()]


def words(lists: Mapping[str, str], before: str, letter: str) -> Words:
    """Lists by kind as one pattern; `before` may stand in front, `letter` is a pattern of one."""
    found = [(fold(one), kind) for kind, listed in lists.items() for one in entries(listed)]
    found.sort(key=lambda pair: (-pair[0].count(" "), "*" in pair[0], -len(pair[0])))
    by_first = sorted(found, key=lambda pair: _first(pair[0]))
    kinds: list[str] = []
    branches = []
    for first, group in groupby(by_first, key=lambda pair: _first(pair[0])):
        same = list(group)
        kinds += [kind for _, kind in same]
        ahead = f"(?={re.escape(first)})" if first != _LAST else ""
        branches.append(ahead + _any_of([entry for entry, _ in same], letter))
    start = rf"(?<![^\W\d])(?<![{SIGNS}])" if letter else ""
    return Words(re.compile(start + before + _either(branches, group=False)), tuple(kinds))


_LAST = "\U0010ffff"


def _first(entry: str) -> str:
    """The letter that an entry begins with; behind all letters where that is any."""
    return _LAST if entry[0] in "*#" else entry[0]


def _any_of(same: Iterable[str], letter: str) -> str:
    """Entries in their order; those in a row that end alike share their end: it is long to make."""
    rows = groupby(same, key=lambda entry: _end(entry, letter))
    parts = [_either(_pattern(entry, letter) for entry in row) + end for end, row in rows]
    return _either(parts, group=False)


def _either(patterns: Iterable[str], *, group: bool = True) -> str:
    return "(?:" + "|".join(f"({one})" if group else one for one in patterns) + ")"


def _pattern(entry: str, letter: str) -> str:
    body = re.escape(entry).replace(r"\*", f"{letter}{{0,40}}").replace(r"\#", r"\d{1,9}")
    body = body.replace(r"\ ", r"\s+")
    if _DOUBLED not in entry:
        return _ARABIC_LETTER.sub(rf"\1{_DOUBLED}?", body)
    return body


def _end(entry: str, letter: str) -> str:
    """What may not follow an entry: a letter, if it ends with one."""
    return f"(?!{letter})" if letter and re.match(rf"{letter}|[*#]", entry[-1]) else ""
