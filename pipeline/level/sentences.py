"""Sentences of one block, and words of one sentence as Flesch counted them.

A block ends a sentence whether or not a full stop stands there, and so does the end of a line: a
list item without a full stop is a sentence of its own. Full stops in numbers, abbreviations,
initials and the numbers of lists end nothing. `data/level/sentences.toml` holds the abbreviations
of each language, and says in which a number with a full stop is an ordinal.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data" / "level" / "sentences.toml"
_CLOSING = "[\"'”’»)\\]]*"
# U+061F and U+06D4 end sentences in Arabic and Urdu, U+0964 and U+0965 in the languages of India,
# where a blank may stand before them; the others stand in Chinese and Japanese, where no blank
# follows.
_END = re.compile(
    rf"[.!?…\u061f\u06d4]+{_CLOSING}(?=\s|$)|[\u0964\u0965]+{_CLOSING}|"
    rf"[\u3002\uff01\uff1f\uff61]+[\u300d\u300f”’\uff09]*|\n\s*"
)
_ADDRESSES = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|"  # the web and mail
    r"(?<![\w.,])\+?\(?\d(?:[ ().-]?\d){6,}"  # phones: seven digits or more
)
_MAYBE_ADDRESS = re.compile(r"@|://|www\.|\d(?:[ ().-]?\d){6}")
_ALWAYS = "\u0964\u0965\u3002\uff01\uff1f\uff61"
_FULL = 55
"""Characters of a line that may have been broken because it was full."""
_BLANK = " \t\n\r\u00a0\u202f([“‘\"'«"
_OPENING = " \t\n\r\u00a0\u202f\"'“‘«(["


@cache
def _rules(language: str) -> tuple[frozenset[str], bool]:
    """The abbreviations of a language, and whether numbers with a full stop are ordinals."""
    rules = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    listed = rules["abbreviations"]
    own = listed["any"].split() + listed.get(language, "").split()
    if not language:
        own += (listed["de"] + listed["pl"]).split()
    return frozenset(own), language in rules["ordinals"].split()


def sentences(block: str, language: str = "") -> tuple[str, ...]:
    """The sentences of a block, trimmed; pieces without a letter or digit belong to none.

    `language` is a tag such as `pl`; without it the commonest abbreviations of several count.
    """
    found, start = [], 0
    for match in _END.finditer(block):
        if _ends(block, start, match, language):
            found.append(block[start : match.end()])
            start = match.end()
    found.append(block[start:])
    return tuple(one.strip() for one in found if _has_word(one))


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _ends(block: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether a mark ends the sentence from `start`: what follows goes on in no small letter."""
    mark = match.group()
    if mark[0] == "\n":
        return not _is_wrapped(block, match)
    if mark[0] in _ALWAYS:
        return True
    after = match.end()
    while after < len(block) and block[after] in _OPENING:
        after += 1
    if after == len(block):
        return True
    if block[after].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    end = match.start()
    begin = end
    while begin > start and block[begin - 1] not in _BLANK:
        begin -= 1
    return not _is_short_form(block[begin:end], first=not block[start:begin].strip(), of=language)


def _is_wrapped(block: str, end: re.Match[str]) -> bool:
    """Whether a line ends only because it was full: it is long, and goes on in a small letter."""
    line = end.start() - block.rfind("\n", 0, end.start()) - 1
    return line >= _FULL and "\n" not in end.group()[1:] and block[end.end() :][:1].islower()


def _is_short_form(word: str, *, first: bool, of: str) -> bool:
    """Whether the full stop behind a word belongs to it."""
    if len(word) == 1 and word.isalpha() and word not in "iI":
        return True
    abbreviations, ordinals = _rules(of)
    if word.isdigit():
        return first or (ordinals and len(word) <= 2)
    return word.casefold() in abbreviations


def words(text: str) -> tuple[str, ...]:
    """The words of a text, as Flesch counts them: what stands between blanks.

    Contractions, hyphenated words and numbers are one word each; a slash or a dash parts words.
    Source: R. Flesch, How to Write Plain English (1979), chapter 2.
    """
    pieces = (piece.strip("\"'“”‘’«»()[]{}.,;:!?…*") for piece in re.split(r"[\s/—–]+", text))
    return tuple(piece for piece in pieces if re.search(r"[^\W_]", piece))


def without_addresses(text: str) -> str:
    """The text without web and mail addresses and phone numbers: nobody reads them as words."""
    return _ADDRESSES.sub("", text) if _MAYBE_ADDRESS.search(text) else text
