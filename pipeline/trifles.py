"""Small differences between texts, which a reader would not notice, and slips of the pen."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from pipeline.twins import TWINS

_VARIANTS = (
    (re.compile(r"(?<=[^\W\d_]{2})ou(?=r)"), "o"),
    (re.compile(r"(?<=[^\W\d_]{3})([iy])s(?=e|ing|ation|able)"), r"\1z"),
    (re.compile(r"(?<=[^\W\d_]{2}[bt])re\b"), "er"),
    (re.compile(r"(?<=[aeiou]{2})ll(?=ed|ing|er)"), "l"),
    (re.compile(r"(?<=[aeiou][^\W\d_][aeiou])ll(?=ed|ing|er)"), "l"),
    (re.compile(r"(?<=[aeiou][^\W\d_]{2}[aeiou])ll(?=ed|ing|er)"), "l"),
    (re.compile(r"ae|oe(?=a\b|[^\W\d_]{2})"), "e"),
    (re.compile(r"(?<=[^\W\d_]{3})og(?:ue)?\b"), "og"),
    (re.compile(r"(?<=[^\W\d_]{2}en)ce\b"), "se"),
    (re.compile(r"(?<=[^\W\d_]{3}gram)me"), ""),
)
"""Spellings of British and American English, folded into one."""
_QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_LONG = 5
"""Letters of a word in which one letter more or less is no other word, as a rule."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2069\ufeff]")


def is_slip(old: str, new: str) -> bool:
    """Whether English texts differ by slips of the pen alone, within longer words.

    A letter may have been doubled or not, or change places with the next, in a word that begins
    and ends as it did; not where that makes another word, as far as is known (`twins`).
    """
    ours, theirs = typography(old).split(), typography(new).split()
    if len(ours) != len(theirs):
        return False
    pairs = zip(ours, theirs, strict=True)
    return all(one == other or _is_misspelt(one, other) for one, other in pairs)


def _is_misspelt(one: str, other: str) -> bool:
    bare = [re.sub(r"^\W+|\W+$", "", word) for word in (one, other)]
    if one.replace(bare[0], "\0") != other.replace(bare[1], "\0") or not all(
        map(str.isalpha, bare)
    ):
        return False
    short, long = sorted(bare, key=len)
    if len(short) < _LONG or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    if frozenset(word.casefold() for word in bare) in TWINS:
        return False
    if len(short) == len(long):
        differ = [at for at, pair in enumerate(zip(*bare, strict=True)) if len({*pair}) > 1]
        turned = differ == [differ[0], differ[0] + 1]
        return turned and sorted(short) == sorted(long)
    at = alike(short, long)
    return long[:at] + long[at + 1 :] == short and long[at] == long[at - 1]


def small_changes(old: str, new: str) -> tuple[str, ...] | None:
    """By what small things two texts differ; None where their words do, or what they ask."""
    if any(old.count(one) != new.count(one) for one in "()"):
        return None
    if old.count("?") != new.count("?") or _capitals(old) != _capitals(new):
        return None
    steps = [_changed(old, new)]
    for _, fold in _FOLDS:
        steps.append((fold(steps[-1][0]), fold(steps[-1][1])))
    if steps[-1][0] != steps[-1][1]:
        return None
    near = [_distance(*pair) for pair in steps]
    return tuple(
        name for (name, _), was, now in zip(_FOLDS, near, near[1:], strict=False) if now < was
    )


def _changed(old: str, new: str) -> tuple[str, str]:
    """The parts in which two texts differ, in whole words: what is around them changes nothing."""
    start = alike(old, new)
    end = alike(old[start:][::-1], new[start:][::-1])
    start = old.rfind(" ", 0, start) + 1
    behind = old.find(" ", len(old) - end)
    end = len(old) - behind if behind >= 0 else 0
    return old[start : len(old) - end], new[start : len(new) - end]


def _distance(old: str, new: str) -> int:
    """How many characters differ; what begins and ends alike is not looked at."""
    start = alike(old, new)
    end = alike(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if not old or not new:
        return len(old) + len(new)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in codes if kind != "equal")


def alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many characters, or words, two texts begin with alike."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _capitals(text: str) -> list[str]:
    """Words in capitals, which small letters would make other words of: IT, US."""
    return [] if text.isupper() else re.findall(r"\b[A-Z]{2,}\b", text)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def typography(text: str) -> str:
    """A text with one kind of blanks, dashes and quotation marks, and nothing invisible or bold."""
    folded = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.translate(_QUOTES)))
    return _spaced(folded.replace("**", ""))


def _punctuation(text: str) -> str:
    """Without punctuation, but for what stands within a number or a word."""
    return _spaced(re.sub(r"(?<!\w)[^\w\s{}\[\]`<>]+|[^\w\s{}\[\]`<>]+(?!\w)|-", " ", text))


def _spelling(text: str) -> str:
    for pattern, folded in _VARIANTS:
        text = pattern.sub(folded, text)
    return text


_FOLDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("white space", _spaced),
    ("typography", typography),
    ("case", str.casefold),
    ("punctuation", _punctuation),
    ("spelling", _spelling),
)
