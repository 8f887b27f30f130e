"""A large catalogue, and a template in which an author has edited some of its messages.

The same seed makes the same bytes. A translation can be undone, so that every tool's match can be
traced to the text that it was made for.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from sysconfig import get_path
from zlib import crc32

import polib

from benchmarks.pseudo import LOCALE, pseudo
from benchmarks.words import Lexicon, Writer

_DOCSTRING = re.compile('"""([^"\\\\]{20,4000}?)"""')
_PROSE = re.compile(r"[A-Z][a-z]* \w+ \w+")
SEED, LEXICON = 20261, 2000
_HEADER = {
    "Project-Id-Version": "Invented",
    "POT-Creation-Date": "2026-11-22 12:00+0000",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
}
_TRANSLATED = {"Language": LOCALE, "Plural-Forms": "nplurals=2; plural=(n != 1);"}


@dataclass(frozen=True, slots=True)
class Edits:
    """What was edited."""

    template: Path
    catalogue: Path
    originals: dict[str, str]
    """The text that each edited msgid was before."""
    kinds: dict[str, str]
    """How each edited msgid was edited."""


Texts = Callable[[Writer, int], list[str]]
"""So many different texts; the writer's words are invented."""


def write_edits(folder: Path, entries: int, edited: int, texts_of: Texts) -> Edits:
    """Write a catalogue with so many translated messages, and a template with so many edits."""
    dice = Random(SEED)  # noqa: S311  invented texts are no secret
    writer = Writer(dice, Lexicon.invented(dice, LEXICON))
    texts = texts_of(writer, entries)
    if texts_of is not invented:  # New words are of the same kind as the old.
        words = {word for text in texts for word in text.split() if word.isalpha()}
        writer = Writer(dice, Lexicon(tuple(sorted(words))))
    taken = set(texts)
    template = list(texts)
    originals: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for at in sorted(dice.sample(range(entries), edited)):
        kind, new = _edited(texts[at], writer, taken)
        taken.add(new)
        template[at], originals[new], kinds[new] = new, texts[at], kind
    paths = (folder / "edited.pot", folder / f"{LOCALE}.po")
    _write(paths[0], ((text, "") for text in template), _HEADER)
    _write(paths[1], ((text, pseudo(text)) for text in texts), _HEADER | _TRANSLATED)
    return Edits(*paths, originals, kinds)


def invented(writer: Writer, count: int) -> list[str]:
    """Texts of invented words, as leaflets have them: headings, items, paragraphs."""
    found: dict[str, None] = {}
    while len(found) < count:
        kind = writer.dice.choices(_LENGTHS, weights=(2, 4, 3, 1))[0]
        found[kind(writer)] = None
    return list(found)


def sentences(_writer: Writer, count: int) -> list[str]:
    """Paragraphs and sentences of docstrings of Python and its packages, as many as asked for."""
    found: dict[str, None] = {}
    folders = (Path(get_path("stdlib")), Path(get_path("purelib")))
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        for said in _DOCSTRING.findall(path.read_text("utf-8", errors="replace")):
            for part in re.split(r"\n\s*\n", said):
                text = " ".join(part.split())
                for one in (text, *re.split(r"(?<=[.?!]) ", text)):
                    if len(one) < 600 and _PROSE.match(one):
                        found[one] = None
    return sorted(found, key=lambda text: crc32(text.encode()))[:count]


_LENGTHS: tuple[Callable[[Writer], str], ...] = (
    lambda writer: writer.title(3, 7),
    lambda writer: writer.sentence(),
    lambda writer: writer.prose(1, 3),
    lambda writer: writer.prose(3, 5),
)


def _write(path: Path, rows: Iterator[tuple[str, str]], fields: dict[str, str]) -> None:
    po = polib.POFile(wrapwidth=79)
    po.metadata = fields
    for number, (msgid, msgstr) in enumerate(rows):
        place = (f"part-{number // 40:03}.md#b{number % 40}", "")
        po.append(polib.POEntry(msgid=msgid, msgstr=msgstr, occurrences=[place]))
    po.save(str(path))


# ── kinds of edit ──────────────────────────────────────────────────────────────────────────────
def _edited(text: str, writer: Writer, taken: set[str]) -> tuple[str, str]:
    """A kind of edit, and the text after it, which no message has yet."""
    while True:
        kind = writer.dice.choice(sorted(KINDS))
        new = KINDS[kind](text, writer)
        if new and new not in taken:
            return kind, new


def _replaced(text: str, writer: Writer) -> str:
    words = text.split(" ")
    words[writer.dice.randrange(len(words))] = writer.phrase(1, 1)
    return " ".join(words)


def _inserted(text: str, writer: Writer) -> str:
    words = text.split(" ")
    words.insert(writer.dice.randint(1, len(words) - 1), writer.phrase(1, 1))
    return " ".join(words)


def _deleted(text: str, writer: Writer) -> str:
    words = text.split(" ")
    del words[writer.dice.randrange(len(words))]
    return " ".join(words) if len(words) > 1 else ""


def _renumbered(text: str, writer: Writer) -> str:
    """A text with another number; nothing where it has none."""
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if word.isdecimal()]
    if not places:
        return ""
    words[writer.dice.choice(places)] = str(writer.dice.randint(2, 400))
    return " ".join(words)


def _lengthened(text: str, writer: Writer) -> str:
    return f"{text} {writer.sentence()}" if text[-1] in ".?!" else ""


def _punctuated(text: str, writer: Writer) -> str:
    words = text.split(" ")
    words[writer.dice.randrange(len(words) - 1)] += ","
    return " ".join(words)


def _swapped(text: str, writer: Writer) -> str:
    """Two neighbouring words change places."""
    words = text.split(" ")
    at = writer.dice.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


KINDS: dict[str, Callable[[str, Writer], str]] = {
    "word replaced": _replaced,
    "word inserted": _inserted,
    "word deleted": _deleted,
    "number changed": _renumbered,
    "sentence added": _lengthened,
    "comma added": _punctuated,
    "two words swapped": _swapped,
}
