"""Small differences between texts, which a reader would not notice, and slips of the pen."""

import re
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher

_VARIANTS = (
    (re.compile(r"(?<=[^\W\d_]{2})ou(?=r)"), "o"),
    (re.compile(r"(?<=[^\W\d_]{3})([iy])s(?=e|ing|ation|able)"), r"\1z"),
    (re.compile(r"(?<=[^\W\d_]{2}[bt])re\b"), "er"),
    (re.compile(r"(?<=[^\W\d_]{2})ll(?=ed|ing|er)"), "l"),
    (re.compile(r"ae|oe(?=[^\W\d_]{2})"), "e"),
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
    """Whether texts differ by slips of the pen alone, within longer words.

    One letter may come, go or change places with the next, in a word that begins and ends as it
    did.
    """
    ours, theirs = _typography(old).split(), _typography(new).split()
    if len(ours) != len(theirs):
        return False
    pairs = zip(ours, theirs, strict=True)
    return all(one == other or _is_misspelt(one, other) for one, other in pairs)


def _is_misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG or (one[0], one[-1]) != (other[0], other[-1]):
        return False
    if len(one) == len(other):
        differ = [at for at, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) > 1]
        return differ == [differ[0], differ[0] + 1] and sorted(one) == sorted(other)
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def small_changes(old: str, new: str) -> tuple[str, ...] | None:
    """By what small things two texts differ; None where their words do, or what they ask."""
    if any(old.count(one) != new.count(one) for one in "()"):
        return None
    if old.count("?") != new.count("?") or _capitals(old) != _capitals(new):
        return None
    steps = [(old, new)]
    for _, fold in _FOLDS:
        steps.append((fold(steps[-1][0]), fold(steps[-1][1])))
    if steps[-1][0] != steps[-1][1]:
        return None
    near = [_distance(*pair) for pair in steps]
    return tuple(
        name for (name, _), was, now in zip(_FOLDS, near, near[1:], strict=False) if now < was
    )


def _distance(old: str, new: str) -> int:
    """How many characters differ; what begins and ends alike is not looked at."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if not old or not new:
        return len(old) + len(new)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in codes if kind != "equal")


def _alike(old: str, new: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))


def _capitals(text: str) -> list[str]:
    """Words in capitals, which small letters would make other words of: IT, US."""
    return [] if text.isupper() else re.findall(r"\b[A-Z]{2,}\b", text)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _typography(text: str) -> str:
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
    ("typography", _typography),
    ("case", str.casefold),
    ("punctuation", _punctuation),
    ("spelling", _spelling),
)
