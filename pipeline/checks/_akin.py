"""Whether a text uses a word in any of its forms, by stems and by patterns."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pipeline.markup import running
from pipeline.numerals import ascii_digits
from pipeline.phrases import UNSPACED, phrases
from pipeline.wordpattern import SIGNS, fold

_WORD = re.compile(rf"[\w{SIGNS}]+")
_PREFIXES = re.compile("^[وفبكل]?(?:ال|لل)(?=...)")
_TELLING = re.compile("\\d|^[A-Z]+$|[\u2e80-\u9fff\uac00-\ud7af]")
"""A number, a short form, or a script in which a word has few letters."""
_STEM = 4
"""Letters that words of one stem begin with, at least; and at least half of the longer word."""


@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str]:
    """The words of a label as they are compared: no capitals, no accents, no Arabic article.

    Short words, such as articles, are left out, unless they are short forms or numbers.
    """
    found = _WORD.findall(ascii_digits(running(text)))
    telling = (one for one in found if len(one) >= _STEM or _TELLING.search(one))
    plain = (unicodedata.normalize("NFKD", fold(one)).replace("ł", "l") for one in telling)
    return frozenset(_PREFIXES.sub("", re.sub("[\u0300-\u036f]", "", one)) for one in plain)


def akin(one: str, two: str) -> bool:
    """Whether two words are one word, or begin as words of one stem do."""
    if one == two:
        return True
    longest = max(len(one), len(two))
    same = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    same = same or min(len(one), len(two))
    return one[0] == two[0] and same >= _STEM and same * 2 >= longest


def uses(text: str, term: str, patterns: Iterable[str] = ()) -> bool:
    """Whether a text has a term: a word of its stem, or what a pattern such as `guz*` finds.

    In a language that puts no blanks between words the term itself, or a part of it that stands
    outside brackets or within, has to be there.
    """
    plain = fold(running(text))
    if phrases(tuple(fold(one) for one in patterns)).search(plain):
        return True
    if UNSPACED.search(term):
        parts = (part.strip() for part in re.split("[\uff08\uff09()]", fold(term)))
        return any(part in plain for part in parts if part)
    wanted = words_in(term)
    if not wanted:  # A term of short words, such as “ост” or “gen”: it has to stand there whole.
        return fold(term) in plain
    return any(_stands_in(one, text) for one in wanted)


def uses_whole(text: str, term: str) -> bool:
    """Whether a text has every word of a term, in whatever form."""
    if UNSPACED.search(term):
        return fold(term) in fold(running(text))
    wanted = words_in(term)
    return bool(wanted) and all(_stands_in(one, text) for one in wanted)


def _stands_in(word: str, text: str) -> bool:
    return any(
        akin(word, one) or (len(word) >= _STEM and one.startswith(word)) for one in words_in(text)
    )
