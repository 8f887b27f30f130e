"""Targets × checks → outcomes.

A check looks at one kind of target: a document, a catalogue or an artifact. What it needs besides
stands in `Circumstances`. A target with nothing to look at gives `inapplicable`; a check never
rounds a doubt up to `passed`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.artifact import Artifact
from pipeline.catalogue import Catalogue, Key
from pipeline.config import Limits
from pipeline.document import Document, Edition, Segment
from pipeline.level import Anchors
from pipeline.localstyle import LocalStyle
from pipeline.outcome import Outcome
from pipeline.place import Place
from pipeline.registers import GlossaryTerm
from pipeline.secondpass import SecondPass
from pipeline.style import Style, house_style

Target = Document | Catalogue | Artifact


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What checks know besides their target."""

    edition: Edition
    today: date
    limits: Limits = field(default_factory=Limits)
    locale: str = ""
    """BCP 47 tag of the target."""
    source_locale: str = "en"
    """BCP 47 tag of the msgids."""
    leaflet: str = ""
    segments: tuple[Segment, ...] | None = None
    """The segments of the source, in reading order; None for a catalogue that stands alone."""
    beside: tuple[Catalogue, ...] = ()
    """Catalogues of the locale, which show how its words are used; the target may be among them."""
    source: Document | None = None
    """The same leaflet in the source language."""
    declared_terms: tuple[str, ...] = ()
    """Glossary words that the leaflet explains, set aside when reading level is measured."""
    glossary: Mapping[str, GlossaryTerm] = field(default_factory=dict)
    """Every word that the project's glossary holds, by id."""
    reviews: Mapping[str, str] = field(default_factory=dict)
    """Ids of evidence whose work no named person has read, each with what is still to be done."""
    style: Style = field(default_factory=house_style)
    """Words to avoid, and those that need no explanation."""
    entries: Mapping[Key, Place] = field(default_factory=dict)
    """Where the catalogue of a translated document has each of its messages."""
    plainer: Mapping[str, str] = field(default_factory=dict)
    """Words to avoid in the target's language, each with a plainer one."""
    local: LocalStyle = field(default_factory=LocalStyle)
    """What the target's locale has decided for itself."""
    anchors: Anchors | None = None
    """What the project's own approved leaflets say of the target's language beside English."""
    second_pass: SecondPass | None = None
    """What fresh readers made of the locale's translations; None where nobody has begun."""


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to every target of its kind."""

    name: str
    """In kebab-case: people read it."""
    title: str
    """One sentence that says what must be so."""
    requirement: str
    target: type[Target]
    run: Callable[..., Iterator[Outcome]]
    """(target, circumstances) → outcomes."""


def examine(
    target: Target, checks: Iterable[Check], circumstances: Circumstances
) -> Iterator[Outcome]:
    """Put every check of the target's kind to it; a check that finds nothing to say has passed."""
    for check in checks:
        if isinstance(target, check.target):
            yield from check.run(target, circumstances)
