"""`status`: how far each leaflet is in each locale, and what a person still has to do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.audit import Circumstances, examine
from pipeline.checks import get_checks
from pipeline.config import Project
from pipeline.document import Segment
from pipeline.edition import Locality, Publication, open_publication
from pipeline.sources import Sources
from pipeline.worklist import Entry, Job, entries, jobs, ranked


@dataclass(frozen=True, slots=True)
class Row:
    """One domain in one locale: its segments and words by the state of their message."""

    locale: str
    domain: str
    segments: int
    words: int
    """Words of the source text."""
    missing: int
    changed: int
    machine: int
    translated: int
    """By a person, or a draft that a person has read; revised and approved ones are among them."""
    revised: int
    """A second person has compared it with the source."""
    approved: int
    """Every step of the policy stands."""
    broken: int
    """In any of the states above."""
    words_in: Mapping[str, int]
    """Words of the source text in each of the states above."""
    draft: float
    """Share of the segments that the draft edition shows as wanted, from 0 to 1."""
    release: float
    """The same for the release edition."""
    words_to_do: int
    """Words of segments that no person has translated yet."""


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a project."""

    rows: tuple[Row, ...]
    source: tuple[Row, ...]
    """The source text, domain by domain: it is signed too."""
    next: tuple[Job, ...]
    """What to do, in the order in which to work."""
    tasks: tuple[tuple[str, str], ...]
    """Open review tasks: (where, what)."""
    unverified: tuple[tuple[str, str], ...]
    """Facts whose source no named person has read: (where, what and what it was taken from)."""
    facts: int
    """Facts that blocks and values of the region name."""
    bare: tuple[tuple[str, str], ...]
    """Blocks without evidence: (where, what)."""
    idle: tuple[tuple[str, str], ...]
    """Evidence without a block: (where, what)."""
    figures: tuple[tuple[str, str], ...]
    """Figures that rest on no work that a named person has read: (where, what)."""


def status(project: Project, today: date) -> Status:
    """Count everything, locale by locale.

    Raises:
        PlainleafError: something in the sources or a catalogue cannot be read.
    """
    draft = open_publication(project, "draft", today)
    release = open_publication(project, "release", today)
    found: list[Row] = []
    work: list[Job] = []
    for locality, released in zip(draft.localities, release.localities, strict=True):
        every: list[Entry] = []
        for domain, segments in draft.sources.signable(locality.locale).items():
            these = entries(locality.localised, segments)
            found.append(_row(locality, released, domain, these))
            every += these
        work.extend(jobs(locality.locale.tag, every))
    rows = tuple(row for row in found if row.locale != project.source_locale.tag)
    tasks = tuple(
        (str(task.place), task.text)
        for document in draft.localities[0].documents.values()
        for task in document.meta.tasks
    )
    sources = draft.sources
    return Status(
        rows,
        tuple(row for row in found if row not in rows),
        ranked(work),
        tasks,
        unverified=tuple(_unread(sources)),
        facts=len(sources.named),
        bare=_failing(release, "evidence", but="unverified evidence"),
        idle=tuple((str(one.place), f"{one.id}: {one.text}") for one in sources.idle()),
        figures=_failing(release, "figures"),
    )


def _unread(sources: Sources) -> Iterator[tuple[str, str]]:
    for fact in sources.unverified():
        record = sources.evidence.get(fact)
        basis = f" ({record.basis})" if record and record.basis else ""
        yield str(record.place) if record else "", f"{fact}: unverified{basis}"


def _failing(release: Publication, check: str, but: str = "") -> tuple[tuple[str, str], ...]:
    """What a check finds in the source texts, as a release would be held to it."""
    circumstances = Circumstances(
        edition="release",
        today=release.today,
        limits=release.project.limits,
        reviews=release.sources.unverified(),
    )
    return tuple(
        (str(one.place), one.sentence)
        for document in release.localities[0].documents.values()
        for one in examine(document, get_checks((check,)), circumstances)
        if one.verdict == "failed" and one.cause != but
    )


def _row(locality: Locality, released: Locality, domain: str, several: tuple[Entry, ...]) -> Row:
    states = {name: [one for one in several if is_in(one)] for name, is_in in _STATES.items()}
    segments = tuple(one.segment for one in several)
    words = sum(one.words for one in several)
    return Row(
        locale=locality.locale.tag,
        domain=domain,
        segments=len(several),
        words=words,
        **{name: len(these) for name, these in states.items()},
        words_in={name: sum(one.words for one in these) for name, these in states.items()},
        draft=_share(locality, segments),
        release=_share(released, segments),
        words_to_do=words - sum(one.words for one in states["translated"]),
    )


_STATES: dict[str, Callable[[Entry], bool]] = {
    "missing": lambda one: one.state == "missing",
    "changed": lambda one: one.state == "changed",
    "machine": lambda one: one.state == "machine",
    "translated": lambda one: one.state == "translated",
    "revised": lambda one: one.state == "translated" and not one.broken and "revise" in one.steps,
    "approved": lambda one: one.approved,
    "broken": lambda one: one.broken,
}


def _share(locality: Locality, segments: tuple[Segment, ...]) -> float:
    shown = [locality.localised.choice(segment)[1] for segment in segments]
    wanted = sum(not one.is_fallback and one.reason is None for one in shown)
    return wanted / len(shown) if shown else 1.0
