"""One leaflet in one locale, with all that somebody outside needs to judge it.

A format turns a parcel into files, and the file that comes back into signatures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline import catalogue
from pipeline.artifact import Artifact
from pipeline.backtranslations import BackTranslation
from pipeline.document import Segment
from pipeline.exchange._days import Dates
from pipeline.locale import Locale
from pipeline.signature import Signature

State = catalogue.State | Literal["broken"]
"""The state of a message; broken where a guard fails, whatever the state was."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment, its translation, and what people have said of both so far."""

    segment: Segment
    key: str
    """What a signature of this text in this place is bound to."""
    translation: str
    """In the source language: the source text itself."""
    state: State
    fault: str = ""
    """Why a check calls it wrong, in its own sentence; empty where none does."""
    signed: tuple[Signature, ...] = ()
    """Signatures that stand for this key."""
    refusal: Callable[[Signature], str] = field(default=lambda _: "", compare=False)
    """Why the ledger would not count a further signature; empty where it would."""
    terms: tuple[tuple[str, str], ...] = ()
    """Words of the glossary in the source text, each with its translation there."""
    back: BackTranslation | None = None

    def signature(self, step: str) -> Signature | None:
        """The newest signature of a step that stands."""
        found = [one for one in self.signed if one.step == step]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A leaflet in a locale, as it is today."""

    site: str
    leaflet: str
    title: str
    """In the source language."""
    version: str
    source: Locale
    target: Locale
    entries: tuple[Entry, ...]
    """Each key once, in reading order."""
    today: date
    source_values: Mapping[str, str] = field(default_factory=dict)
    """What stands for `{region:…}`, by key."""
    target_values: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""

    @property
    def is_source(self) -> bool:
        """Whether this is the text as it was written, and no translation."""
        return self.source == self.target


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    step: str
    separator: str = ","
    """Between the cells of a table in text; spreadsheets in many languages expect `;`."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file that came back says, every row of it found right."""

    leaflet: str
    locale: Locale
    signatures: tuple[Signature, ...]
    """Those that the ledger does not have yet."""
    signed: tuple[Segment, ...]
    """The segments that they are for."""
    back: tuple[BackTranslation, ...]
    told: tuple[str, ...]
    """What the team should know, line by line."""


Open = Callable[[str, str], Parcel]
"""A leaflet's name and a locale's tag → what is in it now."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a file that comes back is held against."""

    today: date
    open: Open
    dates: Dates = ""
    """How the program that saved it writes dates, where somebody knows."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One format, out and in."""

    name: str
    export: Callable[[Parcel, Order], tuple[Artifact, ...]]
    take: Callable[[bytes, str, Circumstances], Returned]
    """From the bytes and the name of a file."""
