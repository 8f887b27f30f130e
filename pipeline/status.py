"""`status`: how far each leaflet is in each locale, and what a person still has to do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.audit import Circumstances, examine
from pipeline.checks import get_checks
from pipeline.config import Project
from pipeline.document import Segment
from pipeline.edition import Locality, Publication, open_publication
from pipeline.guard import is_broken
from pipeline.sources import Sources


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
    broken: int
    """In any of the states above."""
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
    pairs = zip(draft.localities[1:], release.localities[1:], strict=True)
    rows = tuple(
        _row(draft, locality, released, domain)
        for locality, released in pairs
        for domain in draft.segments
    )
    tasks = tuple(
        (str(task.place), task.text)
        for document in draft.localities[0].documents.values()
        for task in document.meta.tasks
    )
    sources = draft.sources
    return Status(
        rows,
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


def _row(draft: Publication, locality: Locality, released: Locality, domain: str) -> Row:
    segments = tuple(_once(draft.segments[domain]))
    states = Counter(_state(locality, segment) for segment in segments)
    total = len(segments)
    return Row(
        locale=locality.locale.tag,
        domain=domain,
        segments=total,
        words=sum(_words(segment) for segment in segments),
        missing=states["missing"],
        changed=states["changed"],
        machine=states["machine"],
        translated=states["translated"],
        broken=sum(_broken(locality, segment) for segment in segments),
        draft=_share(locality, segments),
        release=_share(released, segments),
        words_to_do=sum(
            _words(segment) for segment in segments if _state(locality, segment) != "translated"
        ),
    )


def _once(segments: tuple[Segment, ...]) -> Iterator[Segment]:
    """Each message once: segments that share one are translated together."""
    yield from {(segment.msgctxt, segment.msgid): segment for segment in segments}.values()


def _state(locality: Locality, segment: Segment) -> str:
    message = locality.localised.message(segment)
    return message.state if message else "missing"


def _broken(locality: Locality, segment: Segment) -> bool:
    message = locality.localised.message(segment)
    return bool(message and message.msgstr and is_broken(segment.msgid, message.msgstr))


def _share(locality: Locality, segments: tuple[Segment, ...]) -> float:
    shown = [locality.localised.choice(segment)[1] for segment in segments]
    return sum(not one.is_fallback for one in shown) / len(shown) if shown else 1.0


def _words(segment: Segment) -> int:
    return len(segment.msgid.split())
