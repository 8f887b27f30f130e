"""Names of people: what none may hold, and which two may be one person's.

A ledger cannot prove who signed, but it must not take one person for two: a translator who signs
again with a look-alike letter, in another order, with a title or an initial has revised nothing.
Where a doubt is left, names count as one, and whoever bears the second adds a middle name.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 200
"""Characters of a name or a role."""

Fault = tuple[str, str]
"""What is wrong, without a stop at its end, and what to do."""

_Words = tuple[str, ...]
_CASED = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Alphabets that share the looks of many letters."""
_FILLERS = "\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Letters and marks that are drawn as nothing."""
_JOINERS = "\u200c\u200d"
_FORMULA = re.compile(r"[\s'’\"“]*([=+\-@])")
_APOSTROPHES = re.compile("['’‘`\u201b\u00b4\u2032\u02b9-\u02bf\u02c8\u05f3\uff07]")
_TITLES = frozenset(
    {"dr", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev"}
    | {"md", "phd", "rn", "bsc", "msc", "mbbs", "pan", "pani", "mgr", "inz", "lek", "hab"}
    | {"د", "دكتور", "الدكتور", "دكتورة", "الدكتورة", "السيد", "السيدة"}
)
"""What stands beside a name and is no part of it, without accents and stops."""


def _shapes(*pairs: tuple[str, str]) -> dict[int, str]:
    return {ord(one): latin for theirs, ours in pairs
            for one, latin in zip(theirs, ours, strict=True)}  # fmt: skip


_CYRILLIC = ("авекмнорстухіјѕьгпԁԍһԛԝүӏ", "abekmhopctyxijsbrndghqwyl")
_CAPITALS = ("αβεζηικμνορτυχ", "abezhikmnoptyx")
"""Greek letters by the looks of their capitals; the next by those of small ones."""
_SMALL = ("αβγεηικνορστυχω", "abyenikvopotuxw")
_ARABIC = ("ىیکة", "ييكه")
_AS_CAPITALS = _shapes(_CYRILLIC, _CAPITALS, _ARABIC)
_AS_WRITTEN = _shapes(
    _CYRILLIC,
    (_CYRILLIC[0].upper(), _CYRILLIC[1]),
    (_CAPITALS[0].upper(), _CAPITALS[1]),
    _SMALL,
    _ARABIC,
)
_LATIN = re.compile(
    "LATIN (?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL |DOTLESS |SCRIPT )?([A-Z]{1,2})(?: WITH .+)?"
)


# ── what no name may hold ──────────────────────────────────────────────────────────────────────
def fault(what: str, said: str) -> Fault | None:
    """What is wrong with a name or a role, as `what` says; None where nothing is."""
    if not any(letter.isalpha() for letter in said):
        return f"there is no letter in the {what}", f"Write the {what} in words."
    if len(said) > LONGEST:
        return f"the {what} is too long", f"Write it in {LONGEST} characters at most."
    if any(_is_unseen(said, at) for at in range(len(said))):
        return f"the {what} holds invisible characters or a line break", "Type it again by hand."
    if found := _FORMULA.match(unicodedata.normalize("NFKC", said)):
        return f"the {what} begins with “{found[1]}”, as a formula does", f"Write the {what} alone."
    for word in _letters(said):
        alphabets = {_alphabet(one) for one in word} - {""}
        if len(alphabets) > 1 and alphabets & _CASED:
            names = " and ".join(sorted(one.capitalize() for one in alphabets))
            problem = f"the {what} mixes letters that look alike, {names}, in “{word}”"
            return problem, "Type that word again, in one alphabet."
    return None


def _is_unseen(said: str, at: int) -> bool:
    """Whether nobody sees a character; joiners are wanted where letters join, as in Persian."""
    one, kind = said[at], unicodedata.category(said[at])
    if one in _JOINERS and 0 < at < len(said) - 1:
        before = said[at - 1]
        return unicodedata.category(before)[0] not in "LM" or _alphabet(before) in _CASED
    return kind[0] == "C" or kind in {"Zl", "Zp"} or one in _FILLERS


def _letters(said: str) -> Iterator[str]:
    """The words of a name: letters and their marks."""
    plain = unicodedata.normalize("NFKC", said)
    yield from "".join(x if unicodedata.category(x)[0] in "LM" else " " for x in plain).split()


def _alphabet(letter: str) -> str:
    """The alphabet of a letter; nothing for marks and for letters of all alphabets."""
    is_letter = unicodedata.category(letter) in {"Lu", "Ll", "Lt", "Lo"}
    return unicodedata.name(letter, "").partition(" ")[0] if is_letter else ""


# ── which two may be one person's ──────────────────────────────────────────────────────────────
def may_be_one(name: str, other: str) -> bool:
    """Whether two names may be one person's.

    Case, accents, blanks, hyphens, stops, apostrophes, titles and the order of words count for
    nothing, nor which of two letters that look alike is written; an initial stands for any name
    that begins with it. Another name or initial besides makes another person. The letters are a
    small part of what Unicode's technical standard 39 lists as confusable.
    """
    return any(_fits(one, two) for one in _readings(name) for two in _readings(other))


def _fits(one: _Words, other: _Words) -> bool:
    if "".join(one) == "".join(other):
        return True
    left, right = list(one), list(other)
    for word in one:
        if word in right:
            left.remove(word)
            right.remove(word)
    return len(left) == len(right) and all(
        a[0] == b[0] and (a[1:] == "." or b[1:] == ".")
        for a, b in zip(sorted(left), sorted(right), strict=True)
    )


@lru_cache(maxsize=4096)
def _readings(name: str) -> frozenset[_Words]:
    """The sorted words of a name, with letters by their looks as written and as capitals."""
    words = _bare(name)
    written = [_lowered(one).translate(_AS_WRITTEN) for one in words]
    capitals = [one.casefold().translate(_AS_CAPITALS) for one in words]
    return frozenset(tuple(sorted(map(_plain, each))) for each in (written, capitals))


def _lowered(word: str) -> str:
    """A word in which a capital I behind a small letter is read as the small L that it looks."""
    return re.sub(r"(?<=[a-z])I+", lambda found: "l" * len(found[0]), word)


def _bare(name: str) -> list[str]:
    """The words without marks and titles; a capital that stands alone is an initial, `A.`."""
    text = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name))
    text = "".join(x for x in text if unicodedata.category(x) not in {"Mn", "Me", "Cf", "Lm"})
    text = text.translate(dict.fromkeys(map(ord, _FILLERS)))
    every = [one for one in re.split(r"[\s,;]+", text) if one]
    some = [one for one in every if one.replace(".", "").casefold() not in _TITLES]
    words = [word for one in some or every for word in re.split(r"[\W_]+", one) if word]
    words = [one for one in words if one.casefold() not in _TITLES] or words
    return [f"{one}." if len(one) == 1 and not one.islower() else one for one in words]


def _plain(word: str) -> str:
    """A word in small letters, each as the plain one that it looks like."""
    looks = "".join(map(_latin, word.casefold()))
    return looks.replace("0", "o").replace("1", "l").replace("rn", "m").replace("vv", "w")


def _latin(letter: str) -> str:
    """The plain letter that a Latin one is a form of: l for ł, ae for æ; any other as it is."""
    found = None if letter.isascii() else _LATIN.fullmatch(unicodedata.name(letter, ""))
    return found[1].casefold() if found else letter
