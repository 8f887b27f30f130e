"""What each locale decides for itself: `locales/<locale>/style.toml`, written by its translators.

How readers are addressed and why, what services are called, which notes explain what only people
in the region know, which forms a medical term has, and which words to avoid.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.document import Segment
from pipeline.errors import SourceError
from pipeline.place import Place
from pipeline.tables import known, lines_of, tables, texts

FILE = "style.toml"
LOCAL_NOTES = "local-notes"
"""The domain of the notes that one locale has and the source has not."""

_Texts = Mapping[str, str]
_NONE: _Texts = MappingProxyType({})
_REQUIRED = {
    "register": ("you", "why"),
    "names": ("nhs", "gp"),
    "form": ("numbers", "dates", "quotation_marks"),
}
"""What a locale has to decide, by table."""
_NOTE_KEYS = ("words", "english", "note")
_FREE = ("register", "names", "form", "terms")
"""Tables of remarks for people: any key, each with a text."""


@dataclass(frozen=True, slots=True)
class LocalNote:
    """What a locale explains to its readers at the first use of a word, and the source does not."""

    id: str
    words: tuple[str, ...]
    """The forms under which its texts name it; `*` is any ending."""
    segment: Segment
    """What the note says, in the source language; whoever signs the note signs it with that."""

    @property
    def name(self) -> str:
        """The word as a list of words has it; empty where only patterns are known."""
        return next((one for one in self.words if "*" not in one), "")


@dataclass(frozen=True, slots=True)
class LocalStyle:
    """The decisions of one locale."""

    register: _Texts = field(default_factory=dict)
    names: _Texts = field(default_factory=dict)
    form: _Texts = field(default_factory=dict)
    terms: _Texts = field(default_factory=dict)
    """Remarks on single terms."""
    spoken: tuple[str, ...] = ()
    """English names of what its readers may speak, for asking for an interpreter."""
    notes: tuple[LocalNote, ...] = ()
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id of a glossary term: patterns of the forms it has in texts, such as `guz*`."""
    avoid: _Texts = field(default_factory=dict)
    """Words to avoid, each with a better one."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each key."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """What of it is translated."""
        return tuple(note.segment for note in self.notes)


def load(path: Path, shown_as: str) -> LocalStyle:
    """The style of a locale; an empty one where there is no file.

    Raises:
        SourceError: the file is no TOML, lacks a decision, or holds a table that says nothing here.
    """
    found: dict[str, Any] = {}
    given = {name: (table, place) for name, table, place in tables(path, shown_as)}
    for name, (table, place) in given.items():
        if name in _FREE:
            found[name] = {key: _text(table, key, place) for key in table}
        elif name == "interpreter":
            known(table, ("spoken",), place)
            found["spoken"] = _spoken(texts(table, "spoken", place), place)
        elif name == "notes":
            found["notes"] = _notes(table, path, place)
        elif name == "forms":
            found["forms"] = {key: _patterns(texts(table, key, place), place) for key in table}
        elif name == "avoid":
            found["avoid"] = {key: _text(table, key, place) for key in table}
            _patterns([one for key in table for one in key.split(",")], place)
        else:
            remedy = f"Write one of {', '.join((*_FREE, 'interpreter', 'notes', 'forms', 'avoid'))}"
            raise SourceError(f"There is no “{name}”.", f"{remedy}.", place)
    if path.is_file():
        _complete(found, Place(shown_as))
    return LocalStyle(**found, lines=lines_of(path))


def _complete(found: Mapping[str, _Texts], place: Place) -> None:
    for table, keys in _REQUIRED.items():
        for key in keys:
            if not found.get(table, _NONE).get(key, "").strip():
                problem = f"[{table}] does not say “{key}”."
                raise SourceError(problem, f'Decide it, and write {key} = "…".', place)


def _text(table: Mapping[str, Any], key: str, place: Place) -> str:
    if not isinstance(table[key], str):
        raise SourceError(f"“{key}” is no text.", "Put it in quotation marks.", place)
    return str(table[key])


def _spoken(names: tuple[str, ...], place: Place) -> tuple[str, ...]:
    """Names of languages, which a sentence will hold: nothing else may stand there."""
    for one in names:
        if not re.fullmatch(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}", one):
            problem = f"“{one}” is no name of a language."
            raise SourceError(problem, 'Write it in English, such as "Polish".', place)
    return names


def _patterns(several: Iterable[str], place: Place) -> tuple[str, ...]:
    """Words, in which `*` is any letters: each with letters of its own, and at most two stars."""
    for one in several:
        if not re.search(r"[^\W\d_]", one) or one.count("*") > 2 or "**" in one:
            problem = f"“{one}” is no word and no pattern of one."
            raise SourceError(problem, "Write a word, or its beginning and *.", place)
    return tuple(several)


def _notes(table: Mapping[str, Any], path: Path, place: Place) -> tuple[LocalNote, ...]:
    notes = tuple(_note(key, each, path, place) for key, each in table.items())
    owners: dict[str, str] = {}
    for note in notes:
        for word in note.words:
            if owners.setdefault(word.casefold(), note.id) != note.id:
                problem = f"“{word}” belongs to the note “{owners[word.casefold()]}” already."
                raise SourceError(problem, "Give each word to one note.", note.segment.place)
    return notes


def _note(name: str, entry: Any, path: Path, place: Place) -> LocalNote:
    head = f"[notes.{name}]"
    rows = path.read_text(encoding="utf-8").split("\n")
    line = next((n for n, row in enumerate(rows, start=1) if row.strip() == head), place.line)
    place = Place(place.file, line, name)
    if not isinstance(entry, dict) or not re.fullmatch("[a-z][a-z0-9-]*", name):
        raise SourceError(f"“{name}” is no note.", "Write [notes.gp] and its keys below.", place)
    known(entry, _NOTE_KEYS, place)
    words = _patterns([one.strip() for one in texts(entry, "words", place)], place)
    english = entry.get("english", "")
    if not isinstance(english, str) or not english.strip() or not words:
        remedy = 'Write words = ["GP"] and english = "…", what the note says in English.'
        raise SourceError(f"The note “{name}” has no words or no English.", remedy, place)
    if re.search(r"[\[\]{}<>*_`]", english):
        raise SourceError(f"The note “{name}” holds marks.", "Write words alone.", place)
    remark = _text({"note": "", **entry}, "note", place)
    said = f"Shown on pages of this language only, where “{words[0]}” first stands."
    segment = Segment(
        LOCAL_NOTES, "local note", " ".join(english.split()), name,
        note=f"{said} {remark}".strip(),
        evidence=("none, explains a word of the region",), place=place,
    )  # fmt: skip
    return LocalNote(name, words, segment)
