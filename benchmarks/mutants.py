"""Mutants: a translation with one fault put in, as a slip of hand or mind would put it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from random import Random

from benchmarks.mutated_words import Words, word_pattern

Making = Callable[[str, str, Random, Words], str | None]
"""(msgid, msgstr, dice, words) → the translation with a fault; None where there is no place."""

FIXED = re.compile(
    r"`[^`]*`|<[^<>]*>|\]\([^()]*\)|(?:https?://|www\.)[^\s<>\"'()]+|[\w.+-]+@[\w-]+\.[\w.-]+|"
    r"\{[^{}]*\}|%\([^()]*\)[#0+-]*[\d.]*[a-zA-Z]|%(?:\d+\$)?[#0+-]*\d*(?:\.\d+)?[a-zA-Z]|%%|"
    r"\[\^[^\]]*\]|&#?\w+;"
)
"""What is no running text: code, tags, addresses, placeholders, marks of notes, entities."""
PHONE = re.compile(r"(?<![\w.,])\+?\(?\d(?:[ ()\u00a0\u2011-]{0,2}\d){6,14}(?!\w)")
NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
PLACEHOLDER = re.compile(
    r"\{[A-Za-z_0-9][\w:.-]*\}|%\([^()]*\)[a-z]|%(?:\d+\$)?[sdrif](?![a-zA-Z])|\[\^[^\]]*\]"
)
_DATE_FORM = re.compile(r"%[bBYymHMSAj](?![a-z])")
LINK = re.compile(
    r"(?<=\]\()[^()\s]+(?=\))|(?<=href=[\"'])[^\"'{}%<>]+|"
    r"(?<![\w(\"'])(?:https?://|www\.)[^\s<>\"'()]*[\w/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_ENGLISH_NOT = re.compile(r"\b(?:not|no|never|without|cannot|none)\b|n['’]t\b", re.IGNORECASE)
_ENGLISH_MUST = re.compile(r"\b(?:must|should|ha(?:ve|s) to|needs? to|required)\b", re.IGNORECASE)
_ENGLISH_MAY = re.compile(r"\b(?:may|can|might|could)\b(?! ?not)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0900-\u0963\u0966-\u0a7f]{2,}")


def outside(pattern: re.Pattern[str], text: str, *apart: re.Pattern[str]) -> list[re.Match[str]]:
    """What a pattern finds in running text."""
    kept = [one.span() for each in (FIXED, *apart) for one in each.finditer(text)]
    return [
        one
        for one in pattern.finditer(text)
        if not any(start < one.end() and one.start() < end for start, end in kept)
    ]


def _put(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def _without(text: str, span: tuple[int, int]) -> str:
    """A text without a piece, and without the blank that is then one too many."""
    before, after = text[: span[0]], text[span[1] :]
    if before.endswith((" ", "(")) or not before:
        after = after.removeprefix(" ")
    return before + after


# ── numbers ────────────────────────────────────────────────────────────────────────────────────
def digit_changed(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """One digit of a number is another one of the same script."""
    numbers = outside(NUMBER, msgstr, PHONE)
    return _other_digit(msgstr, dice.choice(numbers).span(), dice) if numbers else None


def _other_digit(text: str, span: tuple[int, int], dice: Random) -> str:
    at = dice.choice([index for index in range(*span) if text[index].isdecimal()])
    old = unicodedata.digit(text[at])
    least = int(at == span[0] and span[1] - span[0] > 1)  # No number begins with a new 0.
    new = dice.choice([value for value in range(least, 10) if value != old])
    return _put(text, (at, at + 1), chr(ord(text[at]) - old + new))


def number_dropped(msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A number that the source has, too, is gone."""
    source = {_plain(one.group()) for one in outside(NUMBER, msgid, PHONE)}
    found = [one for one in outside(NUMBER, msgstr, PHONE) if _plain(one.group()) in source]
    found = [one for one in found if not _in_word(msgstr, one.span())]
    return _without(msgstr, dice.choice(found).span()) if found else None


def _in_word(text: str, span: tuple[int, int]) -> bool:
    """Whether a number is a part of a name, such as HER2."""
    return any(one.isascii() and one.isalpha() for one in text[span[0] - 1 : span[0]])


def _plain(number: str) -> str:
    return "".join(str(unicodedata.digit(one)) for one in number if one.isdecimal())


def number_added(msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A number that the source has not stands between two words."""
    known = {_plain(one) for one in re.findall(r"\d+", msgid + msgstr)}
    new = dice.choice([str(one) for one in range(3, 100) if str(one) not in known])
    zero = next((one for one in msgstr if one.isdecimal() and not one.isascii()), "")
    if zero:
        start = ord(zero) - unicodedata.digit(zero)
        new = "".join(chr(start + int(one)) for one in new)
    gaps = outside(re.compile(r"(?<=[^\W\d]) (?=[^\W\d])"), msgstr)
    if gaps:
        return _put(msgstr, dice.choice(gaps).span(), f" {new} ")
    return None if msgstr[-1:].isspace() or msgstr[-1:].isdecimal() else f"{msgstr} {new}"


def unit_changed(_msgid: str, msgstr: str, dice: Random, words: Words) -> str | None:
    """The unit behind a number is another."""
    others = {unit: other for _, unit, other in words.units}
    if not others or not re.search(r"\d", msgstr):
        return None
    inner = "|".join(re.escape(unit) for unit in others)
    measure = re.compile(rf"(?<=\d)[ \u00a0\u202f]?({inner}){words.edge}")
    found = [(one.span(1), others[one[1]]) for one in outside(measure, msgstr)]
    return _put(msgstr, *dice.choice(found)) if found else None


# ── words that turn the sense ──────────────────────────────────────────────────────────────────
def negation_dropped(msgid: str, msgstr: str, dice: Random, words: Words) -> str | None:
    """A negating word is gone."""
    found = _negations(msgid, msgstr, words)
    return _without(msgstr, dice.choice(found).span()) if found else None


def all_negations_dropped(msgid: str, msgstr: str, _dice: Random, words: Words) -> str | None:
    """Every negating word is gone, where there are several."""
    found = _negations(msgid, msgstr, words)
    if len(found) < 2:
        return None
    for one in reversed(found):
        msgstr = _without(msgstr, one.span())
    return msgstr


def _negations(msgid: str, msgstr: str, words: Words) -> list[re.Match[str]]:
    if not words.negations or not _ENGLISH_NOT.search(msgid):
        return []
    found = outside(word_pattern((*words.negations, *words.kept), words), msgstr)
    return [one for one in found if one.group().lower() not in words.kept]


def must_to_may(msgid: str, msgstr: str, dice: Random, words: Words) -> str | None:
    """What must be done may be done."""
    pairs = dict(words.may) if _ENGLISH_MUST.search(msgid) else {}
    return _exchanged(msgstr, pairs, dice, words)


def may_to_must(msgid: str, msgstr: str, dice: Random, words: Words) -> str | None:
    """What may be done must be done."""
    pairs = {may: must for must, may in words.may} if _ENGLISH_MAY.search(msgid) else {}
    return _exchanged(msgstr, pairs, dice, words)


def _exchanged(msgstr: str, pairs: dict[str, str], dice: Random, words: Words) -> str | None:
    listed = word_pattern((*pairs, *words.kept), words)
    found = [one for one in outside(listed, msgstr) if one.group().lower() not in words.kept]
    if not pairs or not found:
        return None
    one = dice.choice(found)
    old = one.group().lower()
    new = pairs[old] if old in pairs else pairs[f"-{old}"][1:]
    return _put(msgstr, one.span(), new.capitalize() if one.group()[0].isupper() else new)


# ── phones, links, placeholders ────────────────────────────────────────────────────────────────
def phone_digit(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """One digit of a phone number is another."""
    found = outside(PHONE, msgstr)
    return _other_digit(msgstr, dice.choice(found).span(), dice) if found else None


def phone_swapped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """Two neighbouring digits of a phone number have changed places."""
    spots = [
        (phone.start() + pair.start(), pair.group())
        for phone in outside(PHONE, msgstr)
        for pair in re.finditer(r"(?=(\d)(?!\1)\d)..", phone.group())
    ]
    if not spots:
        return None
    at, pair = dice.choice(spots)
    return _put(msgstr, (at, at + 2), pair[::-1])


def link_changed(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """One letter or digit of a target is another."""
    found = list(LINK.finditer(msgstr))
    if not found:
        return None
    link = dice.choice(found)
    body = link.start() + max(link.group().find("//") + 2, link.group().find(":") + 1, 0)
    letters = [at for at in range(body, link.end()) if re.match("[a-z0-9]", msgstr[at])]
    if not letters:
        return None
    at = dice.choice(letters)
    new = dice.choice([one for one in "abdehklmnopstuv" if one != msgstr[at]])
    return _put(msgstr, (at, at + 1), new)


def link_dropped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A link is gone; its words, where it has any, are left."""
    found = list(LINK.finditer(msgstr))
    if not found:
        return None
    start, end = dice.choice(found).span()
    if msgstr[:start].endswith("]("):
        opening = msgstr.rfind("[", 0, start)
        words = msgstr[opening + 1 : start - 2]
        return _put(msgstr, (opening, end + 1), words)
    if msgstr[:start].endswith(("href='", 'href="')):
        opening, closing = msgstr.rfind("<", 0, start), msgstr.find(">", end)
        return _put(msgstr, (opening, closing + 1), "").replace("</a>", "", 1)
    return _without(msgstr, (start, end))


def links_swapped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """Two targets have changed places, and each leads to what the other should."""
    return _swapped(msgstr, LINK.finditer(msgstr), dice)


def numbers_swapped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """Two numbers have changed places: 6 tablets every 2 hours."""
    return _swapped(msgstr, outside(NUMBER, msgstr, PHONE), dice)


def placeholders_swapped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """Two placeholders have changed places."""
    return _swapped(msgstr, _placeholders(msgstr), dice)


def _swapped(text: str, found: Iterable[re.Match[str]], dice: Random) -> str | None:
    """A text in which two of what was found, and differs, have changed places."""
    pairs = [(one, two) for one, two in combinations(found, 2) if one[0] != two[0]]
    if not pairs:
        return None
    one, two = dice.choice(pairs)
    return _put(_put(text, two.span(), one[0]), one.span(), two[0])


def _placeholders(text: str) -> list[re.Match[str]]:
    """The placeholders of a text; the letters of a form for dates are none."""
    return [] if _DATE_FORM.search(text) else list(PLACEHOLDER.finditer(text))


def placeholder_dropped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A placeholder is gone."""
    found = _placeholders(msgstr)
    return _without(msgstr, dice.choice(found).span()) if found else None


def placeholder_renamed(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A placeholder has another name, or stands for another kind of value."""
    found = _placeholders(msgstr)
    if not found:
        return None
    one = dice.choice(found)
    if name := re.search(r"[A-Za-z_]{2,}", one.group()):
        at = one.start() + name.start() + dice.randrange(len(name.group()))
        new = dice.choice([letter for letter in "aeiounrt" if letter != msgstr[at]])
        return _put(msgstr, (at, at + 1), new)
    if other := {"s": "d", "d": "s", "r": "s", "i": "s", "f": "d"}.get(one.group()[-1]):
        return _put(msgstr, (one.end() - 1, one.end()), other)
    return _put(msgstr, one.span(), re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), one.group()))


def placeholder_doubled(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A placeholder stands twice."""
    found = _placeholders(msgstr)
    if not found:
        return None
    one = dice.choice(found)
    return _put(msgstr, one.span(), f"{one.group()} {one.group()}")


def words_of(text: str) -> Iterator[re.Match[str]]:
    """The words of running text that have three letters or more."""
    return iter(outside(_WORD, text))
