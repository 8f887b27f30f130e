"""Mutants of form: marks lost, words left in English or doubled, letters that only look right."""

import re
from random import Random

from benchmarks.mutants import FIXED, outside, words_of
from benchmarks.mutated_words import Words

_LATIN, _CYRILLIC = "aeopcxyi", "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456"
_LIKE = (
    dict(zip(_LATIN, _CYRILLIC, strict=True))
    | dict(zip(_CYRILLIC, _LATIN, strict=True))
    | {"\u064a": "\u06cc", "\u0643": "\u06a9", "\u0647": "\u06d5"}
)
"""Letters of Latin and Cyrillic that look alike; Arabic ones and those of its neighbours."""
_HIDDEN = "\u200b\u202e\u2060\ufeff\u202a"
_BRACKET = re.compile(r"[\[\](){}]")


def _gone(msgstr: str, pattern: str, dice: Random) -> str | None:
    found = list(re.finditer(pattern, msgstr))
    if not found:
        return None
    one = dice.choice(found)
    return msgstr[: one.start()] + msgstr[one.end() :]


def bold_torn(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """One of two `**` is gone."""
    return _gone(msgstr, r"\*\*", dice)


def bold_dropped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """What was bold no longer is."""
    found = list(re.finditer(r"\*\*([^*]+)\*\*", msgstr))
    if not found:
        return None
    one = dice.choice(found)
    return msgstr[: one.start()] + one[1] + msgstr[one.end() :]


def bracket_dropped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """One bracket is gone."""
    return _gone(msgstr, _BRACKET.pattern, dice)


def link_torn(_msgid: str, msgstr: str, _dice: Random, _words: Words) -> str | None:
    """A blank stands between `]` and `(`."""
    return msgstr.replace("](", "] (", 1) if "](" in msgstr else None


def code_changed(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A letter of a piece of code is another."""
    found = [at for one in re.finditer(r"`[^`]+`", msgstr) for at in range(*one.span())]
    letters = [at for at in found if msgstr[at].isascii() and msgstr[at].isalpha()]
    if not letters:
        return None
    at = dice.choice(letters)
    return f"{msgstr[:at]}{'x' if msgstr[at] != 'x' else 'y'}{msgstr[at + 1 :]}"


def tag_dropped(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A tag of HTML is gone."""
    return _gone(
        msgstr, r"(?<!<)</?(?:[abip]|em|strong|br|code|span|li|ul|kbd|h\d)(?:\s[^<>]*)?/?>", dice
    )


def left_english(msgid: str, msgstr: str, _dice: Random, _words: Words) -> str | None:
    """The second half of a translation is still in English."""
    english, ours = msgid.split(" "), msgstr.split(" ")
    plain = FIXED.sub(" ", " ".join(english[len(english) // 2 :]))
    if len(re.findall(r"[A-Za-z]{2,}", plain)) < 4 or msgid == msgstr:
        return None
    if len(ours) < 4:  # Scripts without blanks.
        return msgstr[: len(msgstr) // 2] + " " + " ".join(english[len(english) // 2 :])
    return " ".join(ours[: len(ours) // 2] + english[len(english) // 2 :])


def word_doubled(_msgid: str, msgstr: str, dice: Random, words: Words) -> str | None:
    """A word stands twice."""
    found = [] if words.language == "zh" else list(words_of(msgstr))
    if not found:
        return None
    one = dice.choice(found)
    return f"{msgstr[: one.end()]} {one.group()}{msgstr[one.end() :]}"


def letter_replaced(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A letter is one of another alphabet that looks like it."""
    found = [at for word in words_of(msgstr) for at in range(*word.span()) if msgstr[at] in _LIKE]
    if not found:
        return None
    at = dice.choice(found)
    return msgstr[:at] + _LIKE[msgstr[at]] + msgstr[at + 1 :]


def hidden_put_in(_msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A character that nobody sees stands in a word."""
    found = list(words_of(msgstr))
    if not found:
        return None
    at = dice.choice(found).start() + 1
    return msgstr[:at] + dice.choice(_HIDDEN) + msgstr[at:]


def cut_short(msgid: str, msgstr: str, _dice: Random, _words: Words) -> str | None:
    """Only the first fifth of a long text is translated."""
    if len(FIXED.sub("", msgid)) < 80:
        return None
    return msgstr[: len(msgstr) // 5].rstrip()


def abbreviation_changed(msgid: str, msgstr: str, dice: Random, _words: Words) -> str | None:
    """A short form in capitals, which both sides have, has lost a letter."""
    short = re.compile(r"(?<!\w)[A-Z]{3,6}(?!\w)")
    ours = {one.group() for one in outside(short, msgid)}
    found = [one for one in outside(short, msgstr) if one.group() in ours]
    if not found:
        return None
    at = dice.choice(found).start() + 1
    return msgstr[:at] + msgstr[at + 1 :]
