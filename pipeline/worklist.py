"""How far each text of a locale is, and what to do next: the most urgent first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.catalogue import Message
from pipeline.document import Segment
from pipeline.guard import is_broken
from pipeline.localise import Localised
from pipeline.outline import OUTLINE
from pipeline.signature import STEPS

LABEL = re.compile(r"^changed: (\w+)", re.MULTILINE)
"""The comment by which an update says how the source changed: `changed: meaning (5 → 50)`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a locale, whatever number of places its text stands in."""

    segment: Segment
    state: str
    broken: bool
    safety: bool
    words: int
    """Of the source text; none where the leaflet as a whole is meant."""
    place: str
    steps: frozenset[str]
    """Those that stand in every place of the text."""
    lacking: tuple[str, ...]
    """Steps of the policy that some place of the text lacks."""
    approved: bool
    meaning: bool
    """Whether its source changed in meaning since it was translated."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do in one locale."""

    rank: int
    """How soon: 0 is the most urgent."""
    what: str
    locale: str
    parts: int
    words: int
    leaflets: tuple[str, ...]
    """Where, the most parts first."""
    first: str
    """Where to begin."""


def entries(localised: Localised, segments: Iterable[Segment]) -> tuple[Entry, ...]:
    """Each message of a domain once: segments that share one are translated together."""
    shared: dict[tuple[str | None, str], list[Segment]] = {}
    for segment in segments:
        shared.setdefault((segment.msgctxt, segment.msgid), []).append(segment)
    return tuple(_entry(localised, several) for several in shared.values())


def _entry(localised: Localised, several: list[Segment]) -> Entry:
    segment, source = several[0], localised.rules.of_source
    message = localised.message(segment)
    state = "translated" if source else (message.state if message else "missing")
    broken = bool(message and message.msgstr and is_broken(segment.msgid, message.msgstr))
    lacking = {step for one in several for step in localised.lacking(one)}
    policy = localised.rules.policy
    needed = policy.needed(
        segment.leaflet, localised.locale.tag, safety=segment.safety, source=source
    )
    return Entry(
        segment=segment,
        state=state,
        broken=broken,
        safety=any(one.safety for one in several),
        words=0 if segment.kind == OUTLINE else len(segment.msgid.split()),
        place=str(message.place if message else segment.place),
        steps=frozenset.intersection(*(localised.steps_of(one) for one in several)),
        lacking=tuple(step for step in STEPS if step in lacking),
        approved=state == "translated" and not broken and bool(needed) and not lacking,
        meaning=bool(message and _other_meaning(message)),
    )


def _other_meaning(message: Message) -> bool:
    """Whether the label of a fuzzy match says so; without one, guards compare the two sources."""
    if label := LABEL.search(message.comments):
        return label[1] == "meaning"
    return message.previous is not None and is_broken(message.previous, message.msgid)


# ── what to do next ────────────────────────────────────────────────────────────────────────────
_KINDS = (
    "safety blocks that are missing, changed or broken: translate them first",
    "broken: a number, link or mark of the source was lost; mend it",
    "changed in meaning: compare with the English, mend",
    "changed: compare with the English, mend",
    "missing: translate",
    "machine drafts: a person reads and mends each",
)
"""In the order in which to work; signatures come after them, step by step."""


def jobs(locale: str, several: Iterable[Entry]) -> tuple[Job, ...]:
    """What is to be done in a locale, in the order in which to work."""
    kinds: dict[tuple[int, str], list[Entry]] = {}
    for one in several:
        for kind in _kind(one):
            kinds.setdefault(kind, []).append(one)
    return tuple(_job(rank, what, locale, kinds[rank, what]) for rank, what in sorted(kinds))


def ranked(several: Iterable[Job]) -> tuple[Job, ...]:
    """The jobs of all locales, the most urgent first."""
    return tuple(sorted(several, key=lambda job: job.rank))


def _kind(one: Entry) -> Iterator[tuple[int, str]]:
    """What a message waits for; nothing where it is approved."""
    if one.safety and (one.broken or one.state in {"missing", "changed"}):
        yield 0, _KINDS[0]
    elif one.broken:
        yield 1, _KINDS[1]
    elif one.state == "changed":
        rank = 2 if one.meaning else 3
        yield rank, _KINDS[rank]
    elif one.state == "missing":
        yield 4, _KINDS[4]
    elif one.state == "machine":
        yield 5, _KINDS[5]
    elif one.lacking:
        yield len(_KINDS) + STEPS.index(one.lacking[0]), f"waiting for {one.lacking[0]}"


def _job(rank: int, what: str, locale: str, several: list[Entry]) -> Job:
    several = sorted(several, key=lambda one: not one.safety)
    where = Counter(one.segment.leaflet for one in several).most_common()
    return Job(
        rank,
        what,
        locale,
        parts=len(several),
        words=sum(one.words for one in several),
        leaflets=tuple(name for name, _ in where),
        first=several[0].place,
    )
