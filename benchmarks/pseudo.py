"""A translation that anybody can undo: vowels get an accent, and markup stays as it is."""

import re
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

import polib

LOCALE = "eo"
"""Catalogues need a language that exists; this one has two numbers and no politics."""
TRANSLATED, FUZZY = 85, 10
"""Per cent of the messages; the rest is empty."""

_PLAIN, _ACCENTED = "aeiouAEIOU", "áéíóúÁÉÍÓÚ"
_THERE = str.maketrans(_PLAIN, _ACCENTED)
_BACK = str.maketrans(_ACCENTED, _PLAIN)
_KEPT = re.compile(
    r"`[^`]*`|\]\([^)]*\)|<[^<>]*>|\{[^{}]*\}|\[\^[^\]]*\]|^(?:title|description):", re.MULTILINE
)
_TRANSLATED_WORD = re.compile(rf"\w*[{_ACCENTED}]\w*")


def pseudo(text: str) -> str:
    """The translation of a text: as long, as readable, and with the same markup."""
    kept = [match.span() for match in _KEPT.finditer(text)]
    pieces, at = [], 0
    for start, end in kept:
        pieces += [text[at:start].translate(_THERE), text[start:end]]
        at = end
    return "".join([*pieces, text[at:].translate(_THERE)])


def undone(text: str) -> str:
    """The text that a translation was made from, where that had no accents of its own."""
    return text.translate(_BACK)


def write_catalogue(template: Path, catalogue: Path) -> int:
    """Translate a template; how many messages it has.

    What becomes of a message depends on its words only, so that it is the same for every tool.
    """
    po = polib.pofile(str(template))
    po.metadata |= {"Language": LOCALE, "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    po.metadata |= {"Content-Type": "text/plain; charset=UTF-8"}
    po.metadata_is_fuzzy = False
    for entry in po:
        chance = crc32(entry.msgid.encode()) % 100
        entry.msgstr = pseudo(entry.msgid) if chance < TRANSLATED + FUZZY else ""
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        if TRANSLATED <= chance < TRANSLATED + FUZZY:
            entry.flags.append("fuzzy")
    po.save(str(catalogue))
    return len(po)


def translated_words(files: Iterable[Path]) -> int:
    """How many words in the files have been translated."""
    return sum(len(_TRANSLATED_WORD.findall(file.read_text("utf-8"))) for file in files)
