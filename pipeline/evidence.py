"""What leaflets rest on: facts, and the works that named people have read for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.errors import SourceError
from pipeline.place import Place
from pipeline.tables import known as refuse_others
from pipeline.tables import lines_of, tables, texts

_KEYS = ("text", "status", "via", "works", "read_by", "read_on")
Grade = Literal["unverified", "verified"]
"""Whether a named person has read what a fact rests on."""


@dataclass(frozen=True, slots=True)
class Work:
    """A guideline, an article, a book or a page that somebody may read."""

    id: str
    title: str
    facts: tuple[str, ...]
    """Facts of the register that are about the work itself, such as the day of its last review."""
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact rests on."""

    id: str
    text: str
    grade: Grade = "unverified"
    basis: str = ""
    """What an unverified fact was taken from, and when, as `secondary page, read on 2026-11-22`."""
    works: tuple[str, ...] = ()
    """What the named person has read for it."""
    place: Place = field(default_factory=lambda: Place(""), compare=False)


def works(path: Path, shown_as: str) -> dict[str, Work]:
    """The register of works, by id; empty where there is no file.

    Raises:
        SourceError: the file is no TOML, or a work has no title.
    """
    found = {}
    for name, entry, place in tables(path, shown_as):
        title = entry.get("title")
        if not isinstance(title, str) or not title:
            raise SourceError(f"The work “{name}” has no title.", 'Write title = "…".', place)
        found[name] = Work(name, title, texts(entry, "facts", place), place)
    return found


def evidence(path: Path, shown_as: str, known: Mapping[str, Work]) -> dict[str, Evidence]:
    """The register of evidence, by fact id; `known` are the works that a record may name.

    A fact of the table `[facts]` is unverified. One that a person has verified has a table of its
    own, which says who has read what, and when.

    Raises:
        SourceError: the file is no TOML, or a record says less than it has to.
    """
    found = {name: (entry, place) for name, entry, place in tables(path, shown_as)}
    default, _ = found.pop("default", ({}, None))
    parts = (str(default.get("via", "")), f"read on {default.get('read_on', 'no known day')}")
    basis = ", ".join(part for part in parts if part) if default else ""
    facts, head = found.pop("facts", ({}, Place(shown_as)))
    lines = lines_of(path)
    records = {
        fact: Evidence(fact, str(text), "unverified", basis, (), Place(shown_as, lines[fact]))
        if fact in lines
        else Evidence(fact, str(text), "unverified", basis, (), head)
        for fact, text in facts.items()
    }
    for name, (entry, place) in found.items():  # A table of its own says more than the line.
        text = records[name].text if name in records else ""
        records[name] = _record(name, {"text": text, **entry}, known, place)
    return records


def _record(name: str, entry: dict[str, Any], known: Mapping[str, Work], place: Place) -> Evidence:
    refuse_others(entry, _KEYS, place)
    grade = entry.get("status", "unverified")
    if grade not in get_args(Grade):
        said = " or ".join(get_args(Grade))
        raise SourceError(f"“status” of {name} is “{grade}”.", f"Write {said}.", place)
    read = texts(entry, "works", place)
    if unknown := [work for work in read if work not in known]:
        raise SourceError(
            f"{name} names a work that is not there: {', '.join(unknown)}.",
            "Add it to source/references.toml.",
            place,
        )
    reader, day = entry.get("read_by"), entry.get("read_on")
    named = isinstance(reader, str) and any(map(str.isalpha, reader))
    signed = named and type(day) is date and read
    if grade == "verified" and not signed:
        raise SourceError(
            f"{name} is called verified, and nobody says who has read what, and when.",
            'Write read_by = "…", read_on = 2026-11-22 and works = ["…"].',
            place,
        )
    return Evidence(name, str(entry.get("text", "")), grade, str(entry.get("via", "")), read, place)
