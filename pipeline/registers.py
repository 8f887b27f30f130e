"""The registers that leaflets refer to: glossary, regions and evidence."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.document import Region, Segment, Value, ValueKind
from pipeline.errors import SourceError
from pipeline.guard import FORBIDDEN
from pipeline.place import Place

GLOSSARY, REGIONS = "glossary", "regions"
"""The domains of the catalogues that hold the registers' words."""

Use = Literal["explain", "plain", "avoid"]
"""Whether leaflets explain a word, take it as known, or say something else."""

WORDS_SECTION = "words"
"""The section of the leaflet `glossary` that holds every word."""

CHECKED = "-checked"
"""What follows a key to name the day on which its value was checked."""

WORDED = frozenset({"hours", "address", "text"})
"""Kinds of value that hold words, which are translated; names and numbers never are."""

BASIS = {
    "seed": "none, the meaning rests on a page that was read",
    "general": "none, everyday knowledge that a clinician has still to check",
}
"""What a meaning rests on, and what its evidence says."""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word that leaflets explain."""

    id: str
    term: Segment
    meaning: Segment
    also: tuple[str, ...] = ()
    """Other forms and names that count as the same word."""
    basis: str = "general"
    """`seed` where the meaning rests on a source, `general` where a clinician has yet to agree."""
    use: Use = "explain"
    instead: Segment | None = None
    """What leaflets say in place of a word to avoid."""
    abbr: str = ""
    long: str = ""
    """What the short form stands for."""

    @property
    def words(self) -> tuple[str, ...]:
        """Every form that the glossary declares."""
        return (self.term.msgid, *self.also)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """What of it is translated."""
        return (self.term, self.meaning, *((self.instead,) if self.instead else ()))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact rests on."""

    id: str
    status: str
    """`unverified` until a named person has read the work."""
    text: str = ""


def glossary(path: Path, shown_as: str) -> dict[str, GlossaryTerm]:
    """The glossary, by id; empty where there is no file.

    Raises:
        SourceError: the file is no TOML, or an entry lacks its term or meaning.
    """
    return {name: _term(name, entry, place) for name, entry, place in _entries(path, shown_as)}


def _term(name: str, entry: dict[str, Any], place: Place) -> GlossaryTerm:
    term, meaning, also = entry.get("term"), entry.get("meaning"), entry.get("also", [])
    use: Any = entry.get("use", "explain")
    if not isinstance(term, str) or not isinstance(meaning, str) or not term or not meaning:
        raise SourceError(f"“{name}” has no term or no meaning.", "Write both.", place)
    if not isinstance(also, list) or not all(isinstance(one, str) for one in also):
        raise SourceError(f"“also” of “{name}” is no list.", 'Write ["…", "…"].', place)
    if use not in get_args(Use):
        known = ", ".join(get_args(Use))
        raise SourceError(f"“use” of “{name}” is “{use}”.", f"Write one of {known}.", place)
    basis = str(entry.get("basis", "general"))
    if basis not in BASIS:
        known = ", ".join(BASIS)
        raise SourceError(f"“basis” of “{name}” is “{basis}”.", f"Write one of {known}.", place)
    instead = str(entry.get("instead", ""))
    note = str(entry.get("note", ""))
    return GlossaryTerm(
        id=name,
        term=Segment(GLOSSARY, "term", term, "term", note=note, place=place),
        meaning=Segment(
            GLOSSARY, "meaning", meaning, None, (term,), evidence=(BASIS[basis],), place=place
        ),
        also=tuple(also),
        basis=basis,
        use=use,
        instead=Segment(GLOSSARY, "better word", instead, "better word", (term,), place=place)
        if instead
        else None,
        abbr=str(entry.get("abbr", "")),
        long=str(entry.get("long", "")),
    )


def region(path: Path, code: str, shown_as: str) -> Region:
    """The values of a region; none where there is no file.

    Raises:
        SourceError: the file is no TOML, or a value has no known kind.
    """
    values = []
    for key, entry, place in _entries(path, shown_as):
        kind: Any = entry.get("kind")
        if kind not in get_args(ValueKind):
            known = ", ".join(get_args(ValueKind))
            raise SourceError(f"“{key}” has no known kind.", f"Write one of {known}.", place)
        day = entry.get("checked_on")
        if day is not None and not isinstance(day, date):
            raise SourceError(
                f"“{key}” has no date in checked_on.", "Write it as 2026-11-22, unquoted.", place
            )
        text, source = str(entry.get("text", "")), str(entry.get("source", ""))
        values.append((key, Value(text, kind, day, source, place=place)))
        checked = day.isoformat() if day else ""
        values.append((f"{key}{CHECKED}", Value(checked, "date", day, place=place)))
    return Region(code, tuple(values))


def region_segments(region: Region) -> tuple[Segment, ...]:
    """The words among a region's values, for translators."""
    return tuple(
        Segment(REGIONS, f"{value.kind}, {key}", value.text, key, place=value.place)
        for key, value in region.values
        if value.kind in WORDED and value.text
    )


def evidence(path: Path, shown_as: str) -> dict[str, Evidence]:
    """The evidence register, by fact id; `[default]` gives the status of facts that name none."""
    records: dict[str, Evidence] = {}
    default = "unverified"
    for name, entry, _ in _entries(path, shown_as):
        if name == "default":
            default = str(entry.get("status", default))
            continue
        if name == "facts":
            for fact, text in entry.items():
                records[fact] = Evidence(fact, default, str(text))
            continue
        records[name] = Evidence(
            name, str(entry.get("status", default)), str(entry.get("text", ""))
        )
    return records


def _entries(path: Path, shown_as: str) -> list[tuple[str, dict[str, Any], Place]]:
    """The tables of a register with their places; none where there is no file."""
    if not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        place = Place(shown_as, int(line.group(1)) if line else 0)
        raise SourceError(f"This is not TOML ({error}).", "Mend it.", place) from error
    for number, row in enumerate(text.split("\n"), start=1):
        _refuse(row, Place(shown_as, number))
    entries = []
    for name, table in tables.items():
        head = re.search(rf"^\[\s*\"?{re.escape(name)}\"?\s*\]", text, re.MULTILINE)
        place = Place(shown_as, text.count("\n", 0, head.start()) + 1 if head else 0, name)
        if not isinstance(table, dict):
            raise SourceError(f"“{name}” is no table.", f"Write it under [{name}].", place)
        _refuse(table, place)
        entries.append((name, table, place))
    return entries


def _refuse(value: object, place: Place) -> None:
    """Refuse characters that no page may hold, typed or as an escape of TOML."""
    if isinstance(value, dict):
        for each in value.items():
            _refuse(each, place)
    elif isinstance(value, list | tuple):
        for one in value:
            _refuse(one, place)
    elif isinstance(value, str) and (found := FORBIDDEN.search(value.replace("\r", ""))):
        raise SourceError(
            f"An invisible or damaged character: U+{ord(found.group(0)):04X}.",
            "Delete it, and type the words again.",
            place,
        )
