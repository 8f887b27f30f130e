"""Catalogue files, lossless: what is not changed keeps its bytes. The only door to polib."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import cast

import polib

from pipeline import pochunks, poentries, poglance, postyle
from pipeline.catalogue import Catalogue, Key, Message
from pipeline.errors import CatalogueError
from pipeline.place import Place
from pipeline.pochunks import PARTS, Entry, Part, Style
from pipeline.sweeping import unswept

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest catalogue that is read."""


class _Entries(polib.POFile):
    """polib's file, but the header stays the entry that it is."""

    def find(self, *_: object, **__: object) -> None:
        """Find nothing: the parser only asks in order to take the header away."""


class PoFile:
    """A catalogue file that can be changed entry by entry; `entries` has no header."""

    def __init__(self, file: str, style: Style | None = None) -> None:
        self.file, self.style = file, style or Style()
        self.encoding, self.bom, self.closing = "utf-8", "", ""
        self.header = Entry()
        self.entries: list[Entry] = []

    @classmethod
    @unswept()
    def load(cls, path: Path, shown_as: str = "") -> "PoFile":
        """Read a file whole.

        Raises:
            CatalogueError: it is absent, too large, no PO file, or defines an entry twice.
        """
        po = cls(shown_as or str(path))
        text = po.decoded(path)
        po.bom = "\ufeff" * text.startswith("\ufeff")
        body = text.removeprefix("\ufeff")
        quickly = poentries.entries_of(body, polib.unescape)
        po.entries = po._slowly(path, body) if quickly is None else quickly
        po._settle(text)
        return po

    def _slowly(self, path: Path, text: str) -> list[Entry]:
        """Every entry as polib reads it, whatever the shape of the file."""
        lines = pochunks.lines_of(text)
        found = self._parsed(path)
        pairs = pairwise([*pochunks.starts([one.linenum or 1 for one in found], lines), len(lines)])
        return [
            self._entry(one, lines[start:end], start)
            for one, (start, end) in zip(found, pairs, strict=True)
        ]

    def decoded(self, path: Path) -> str:
        """The file's text, in the encoding that its header names."""
        data = self._read(path)
        self.encoding = polib.detect_encoding(str(path))
        try:
            text = data.decode(self.encoding)
        except (UnicodeError, LookupError) as error:
            before = data[: error.start] if isinstance(error, UnicodeDecodeError) else b""
            line = before.count(b"\n") + 1
            raise self._error(f"This is not {self.encoding}.", line, _SAVE) from error
        if text.encode(self.encoding) != data:
            raise self._error(f"This is no plain {self.encoding}.", 1, _SAVE)
        return text

    def _read(self, path: Path) -> bytes:
        try:
            with path.open("rb") as handle:
                data = handle.read(LARGEST + 1)
        except OSError as error:
            raise self._error(f"It cannot be read: {error.strerror}.", 0, "Look at it.") from error
        if len(data) > LARGEST:
            raise self._error("It is larger than 32 MB.", 0, "Split the catalogue.")
        return data

    def _parsed(self, path: Path) -> Sequence[polib.POEntry]:
        try:
            # The path of a file that was just read: never text, which polib may take for a path.
            return polib.pofile(str(path.absolute()), encoding=self.encoding, klass=_Entries)
        except (OSError, ValueError) as error:
            line = re.search(r"\(line (\d+)\)", str(error))
            problem = str(error).rpartition("): ")[2] if "): " in str(error) else _SYNTAX
            number = int(line.group(1)) if line else 0
            said = f"{problem[:1].upper()}{problem[1:].rstrip('.')}."
            raise self._error(said, number, _MEND) from error

    def _entry(self, found: polib.POEntry, lines: list[str], start: int) -> Entry:
        grouped, ordered = pochunks.grouped(lines)
        parts = {part: "".join(of_part) for part, of_part in grouped.items()}
        before = sum(len(grouped[part]) for part in PARTS[: PARTS.index("msgstr")])
        self._check(grouped, start)
        old = found.obsolete and poentries.previously(grouped["previous"], polib.unescape)
        previous, context = old or (found.previous_msgid, found.previous_msgctxt)
        forms = found.msgstr_plural
        return Entry(
            msgid=found.msgid,
            msgctxt=found.msgctxt,
            plural=found.msgid_plural,
            forms=tuple(forms[n] for n in sorted(forms)) if forms else (found.msgstr,),
            obsolete=bool(found.obsolete),
            line=start + before + 1,
            parts=parts,
            previous=previous,
            previous_msgctxt=context,
            raw=None if ordered else "".join(lines),
        )

    def _check(self, parts: dict[Part, list[str]], start: int) -> None:
        """Make sure that the lines are one whole entry; polib lets some slips pass."""
        ids = sum("msgid" in line[: line.find('"')] for line in parts["msgid"])
        if ids != 1 or not parts["msgstr"]:
            raise self._error("This entry has not one msgid and one msgstr.", start + 1, _MEND)
        broken = pochunks.broken_line(parts)
        if broken is not None:
            line = start + sum(len(parts[part]) for part in PARTS[:5]) + broken + 1
            raise self._error("A quotation mark is missing or one too many.", line, _MEND)

    def _settle(self, text: str) -> None:
        """Set the header and the end of the file apart, and refuse what is defined twice."""
        seen: dict[Key, Entry] = {}
        for entry in self.entries:
            first = entry if entry.obsolete else seen.setdefault(entry.key, entry)
            if first is not entry:
                problem = f"“{entry.msgid[:60]}” is defined twice; first in line {first.line}."
                raise self._error(problem, entry.line, "Keep one of the two.")
        for entry, after in pairwise(self.entries):
            entry.follower = after
        fields = [
            pochunks.lines_of(one.parts[part]) for one in self.entries[:_TELLING] for part in _LONG
        ]
        end = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        self.style = Style(postyle.width_of(fields), end)
        if not self.entries:
            self.closing = text.removeprefix("\ufeff")
        elif self.entries[-1].raw is None:
            last = self.entries[-1].parts
            self.closing, last["tail"] = last["tail"], ""
        if self.entries and self.entries[0].key == (None, "") and not self.entries[0].obsolete:
            self.header = self.entries.pop(0)

    def _error(self, problem: str, line: int, remedy: str) -> CatalogueError:
        return CatalogueError(problem, remedy, Place(self.file, line))

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The fields of the header in their order."""
        return _fields(self.header.forms[0])

    def set_field(self, name: str, value: str) -> None:
        """Give a field of the header another value; the lines of the others stay as they are."""
        old = re.search(rf"^{re.escape(name)}:[^\n]*$", self.header.forms[0], re.MULTILINE)
        if not old or old.group() == f"{name}: {value}":
            return
        text = self.header.forms[0]
        self.header.forms = (f"{text[: old.start()]}{name}: {value}{text[old.end() :]}",)
        was, now = (polib.escape(one) + '\\n"' for one in (old.group(), f"{name}: {value}"))
        lines = pochunks.lines_of(self.header.parts["msgstr"])
        found = [number for number, line in enumerate(lines) if line.strip() == f'"{was}']
        if len(found) == 1:
            lines[found[0]] = lines[found[0]].replace(was, now)
            self.header.put("msgstr", "".join(lines))
        else:
            self.header.put("msgstr", self.written("msgstr", self.header.forms[0]))

    def written(self, keyword: str, text: str, mark: str = "") -> str:
        """A field as lines of this file; `mark` stands before each, such as `#| `."""
        pieces = [f'"{polib.escape(line)}"' for line in _LINE.findall(text)] or ['""']
        if self.style.width < 0:
            return f'{mark}{keyword} "{polib.escape(text)}"{self.style.end}'
        first = pieces if len(pieces) == 1 else ['""', *pieces]
        lines = [f"{keyword} {first[0]}", *first[1:]]
        return "".join(f"{mark}{line}{self.style.end}" for line in self._broken(lines, len(mark)))

    def _broken(self, lines: list[str], indent: int) -> list[str]:
        """The lines of a field, none of them wider than the file's lines if that can be helped."""
        width = self.style.width - indent
        if not self.style.width or all(len(line) <= width for line in lines):
            return lines
        keyword, _, first = lines[0].partition(" ")
        quoted = ([] if first == '""' else [first]) + lines[1:]
        return [f'{keyword} ""', *(one for line in quoted for one in postyle.wrapped(line, width))]

    def replace(self, entry: Entry, *, forms: Sequence[str] | None = None, **parts: str) -> None:
        """Give an entry another translation, or other words in its parts, as they stand there."""
        if forms is not None and tuple(forms) != entry.forms:
            entry.forms = tuple(forms)
            names = [f"msgstr[{n}]" for n in range(len(forms))] if entry.plural else ["msgstr"]
            texts = (self.written(name, one) for name, one in zip(names, forms, strict=True))
            entry.put("msgstr", "".join(texts))
        for part, text in parts.items():
            entry.put(cast("Part", part), text)

    def remember(self, entry: Entry, previous: str | None, msgctxt: str | None = None) -> None:
        """Note the text that the translation was made for; None takes the note away."""
        entry.previous, entry.previous_msgctxt = previous, msgctxt
        context = "" if msgctxt is None else self.written("msgctxt", msgctxt, "#| ")
        text = "" if previous is None else self.written("msgid", previous, "#| ")
        entry.put("previous", context + text)

    def bytes(self) -> bytes:
        """The whole file; entries that did not change keep their text and their blank lines."""
        every = [self.header, *self.entries] if self.header.parts["msgstr"] else self.entries
        pieces = [self.bom]
        for entry, after in zip(every, [*every[1:], None], strict=False):
            text = entry.text
            if after is not entry.follower or not entry.line:
                text = text.rstrip("\r\n") + self.style.end * (2 if after else 1)
            pieces.append(text)
        try:
            return ("".join(pieces) + self.closing).encode(self.encoding)
        except UnicodeEncodeError as error:
            character = error.object[error.start]
            raise self._error(f"{self.encoding} has no “{character}”.", 0, _SAVE) from error


_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LONG: tuple[Part, ...] = ("msgid", "msgstr")
_TELLING = 500
"""How many entries are looked at to find out how a file breaks its lines."""
_SYNTAX = "this line is no part of a PO file"
_MEND = "Mend that line; `msgfmt -c` or a PO editor shows it too."
_SAVE = "Save the file as UTF-8 and say so in its Content-Type."


def read(path: Path, *, leaflet: str, locale: str, shown_as: str = "") -> Catalogue:
    """The catalogue of a leaflet in a locale, or with an empty locale its template.

    Raises:
        CatalogueError: the file cannot be read; the message names the line.
    """
    file = shown_as or str(path)
    every = poglance.glance(PoFile(file).decoded(path), file, polib.unescape)
    obsolete: tuple[Message, ...] = ()
    if every is None:
        po = PoFile.load(path, file)
        every = [one.message(file) for one in (po.header, *po.entries) if not one.obsolete]
        obsolete = tuple(one.message(file) for one in po.entries if one.obsolete)
    first = every[0] if every else Message("-")
    header = _fields(first.msgstr) if (first.msgctxt, first.msgid) == (None, "") else ()
    live = tuple(one for one in every if one.msgid)
    return Catalogue(leaflet, locale, header, live, obsolete, Place(file))


def header(path: Path) -> tuple[tuple[str, str], ...]:
    """The fields of a catalogue's header, read without the rest where that is possible.

    Raises:
        CatalogueError: the file cannot be read.
    """
    first, end, _ = PoFile(str(path)).decoded(path).partition("\n\n")
    found = poentries.entries_of(f"{first}\n" if end else first, polib.unescape)
    if found and not found[0].obsolete and found[0].key == (None, ""):
        return _fields(found[0].forms[0])
    return PoFile.load(path).fields


def _fields(header: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(":") for line in header.split("\n"))
    return tuple((name.strip(), value.strip()) for name, colon, value in pairs if colon)


def header_entry(po: PoFile, title: str, fields: Sequence[tuple[str, str]]) -> Entry:
    """The header of a new file: a title as its comment, the fields, and what all our files say.

    Plural-Forms comes last, as gettext has it.
    """
    said = [f"{name}: {value}\n" for name, value in fields]
    said[-1:-1] = [
        "MIME-Version: 1.0\n",
        "Content-Type: text/plain; charset=UTF-8\n",
        "Content-Transfer-Encoding: 8bit\n",
    ]
    entry = Entry(forms=("".join(said),))
    entry.put("comments", pochunks.comment_lines("#", title, po.style))
    entry.put("msgid", po.written("msgid", ""))
    entry.put("msgstr", po.written("msgstr", entry.forms[0]))
    return entry


def stamp(moment: datetime) -> str:
    """A moment as headers write it, such as `2018-08-06 09:30+0100`; UTC if it says no zone."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return f"{zoned:%Y-%m-%d %H:%M%z}"
