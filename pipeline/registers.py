"""The registers that leaflets refer to: the glossary and the regions."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.document import Region, Segment, Value, ValueKind
from pipeline.errors import SourceError
from pipeline.place import Place
from pipeline.tables import known, tables, texts

GLOSSARY, REGIONS = "glossary", "regions"
"""The domains of the catalogues that hold the registers' words."""

Use = Literal["explain", "plain", "avoid"]
"""Whether leaflets explain a word, take it as known, or say something else."""

WORDS_SECTION = "words"
"""The section of the leaflet `glossary` that holds every word."""

CHECKED = "-checked"
"""What follows a key to name the day on which its value was checked."""

INTERPRETER = "interpreter-sentence"
"""The value with which readers of another language ask for an interpreter; `{language}` in it is
what they speak."""

WORDED = frozenset({"hours", "address", "text"})
"""Kinds of value that hold words, which are translated; names and numbers never are."""

_TERM_KEYS = ("term", "meaning", "use", "instead", "basis", "also", "abbr", "long", "note")
_VALUE_KEYS = ("kind", "text", "checked_on", "source", "evidence")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
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


def glossary(path: Path, shown_as: str) -> dict[str, GlossaryTerm]:
    """The glossary, by id; empty where there is no file.

    Raises:
        SourceError: the file is no TOML, or an entry lacks its term or meaning.
    """
    terms = {name: _term(name, entry, place) for name, entry, place in tables(path, shown_as)}
    owners: dict[str, str] = {}
    for term in terms.values():
        for word in term.words:
            if owners.setdefault(word.casefold(), term.id) != term.id:
                problem = f"“{word}” belongs to [{owners[word.casefold()]}] already."
                raise SourceError(problem, "Give each form to one term.", term.term.place)
    return terms


def _term(name: str, entry: dict[str, Any], place: Place) -> GlossaryTerm:
    known(entry, _TERM_KEYS, place)
    if not _ID.fullmatch(name):
        remedy = "Use a to z, 0 to 9 and hyphens, such as [chest-wall]."
        raise SourceError(f"“{name}” is no id of a term.", remedy, place)
    term, meaning, also = entry.get("term"), entry.get("meaning"), texts(entry, "also", place)
    use: Any = entry.get("use", "explain")
    if not isinstance(term, str) or not isinstance(meaning, str) or not term or not meaning:
        raise SourceError(f"“{name}” has no term or no meaning.", "Write both.", place)
    if use not in get_args(Use):
        uses = ", ".join(get_args(Use))
        raise SourceError(f"“use” of “{name}” is “{use}”.", f"Write one of {uses}.", place)
    basis = str(entry.get("basis", "general"))
    if basis not in BASIS:
        bases = ", ".join(BASIS)
        raise SourceError(f"“basis” of “{name}” is “{basis}”.", f"Write one of {bases}.", place)
    instead = str(entry.get("instead", ""))
    note = str(entry.get("note", ""))
    return GlossaryTerm(
        id=name,
        term=Segment(GLOSSARY, "term", term, "term", note=note, place=place),
        meaning=Segment(
            GLOSSARY, "meaning", meaning, None, (term,), evidence=(BASIS[basis],), place=place
        ),
        also=also,
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
    for key, entry, place in tables(path, shown_as):
        known(entry, _VALUE_KEYS, place)
        kind: Any = entry.get("kind")
        if kind not in get_args(ValueKind):
            kinds = ", ".join(get_args(ValueKind))
            raise SourceError(f"“{key}” has no known kind.", f"Write one of {kinds}.", place)
        day = entry.get("checked_on")
        if day is not None and not isinstance(day, date):
            raise SourceError(
                f"“{key}” has no date in checked_on.", "Write it as 2026-11-22, unquoted.", place
            )
        text, source = str(entry.get("text", "")), str(entry.get("source", ""))
        _refuse_sentence(key, kind, text, place)
        facts = texts(entry, "evidence", place)
        values.append((key, Value(text, kind, day, source, evidence=facts, place=place)))
        checked = day.isoformat() if day else ""
        values.append((f"{key}{CHECKED}", Value(checked, "date", day, place=place)))
    return Region(code, tuple(values))


def sentences(region: Region) -> tuple[Segment, ...]:
    """The sentences of a region, which people sign in the source language and nobody translates."""
    return tuple(
        Segment(REGIONS, f"{value.kind}, {key}", value.text, key, place=value.place)
        for key, value in region.values
        if value.kind == "sentence" and value.text
    )


def _refuse_sentence(key: str, kind: ValueKind, text: str, place: Place) -> None:
    """Refuse a sentence that says nothing of the reader's language, or that has another kind."""
    if (key == INTERPRETER) != (kind == "sentence"):
        problem = f"“{key}” is of the kind “{kind}”."
        remedy = f"Only “{INTERPRETER}” is a sentence, and it is nothing else."
        raise SourceError(problem, remedy, place)
    if kind == "sentence" and text and re.findall(r"[{}]\w*", text) != ["{language", "}"]:
        problem = "The sentence does not hold {language} once, and no other braces."
        raise SourceError(problem, 'Write text = "I speak {language}. …".', place)


def region_segments(region: Region) -> tuple[Segment, ...]:
    """The words among a region's values, for translators."""
    return tuple(
        Segment(REGIONS, f"{value.kind}, {key}", value.text, key, place=value.place)
        for key, value in region.values
        if value.kind in WORDED and value.text
    )
