"""Putting faults into catalogues, and counting those that a check fails.

A fault counts as found only where a check that had not failed the message fails it now; a doubt
(`cantTell`) is none. Faults go only into messages that no check fails as they are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.bodies import Body, Text
from benchmarks.kinds import KINDS, SWAPPED, Kind
from benchmarks.mutated_words import words_for
from pipeline.audit import Check, Circumstances, examine
from pipeline.catalogue import Catalogue, Message
from pipeline.checks import get_checks
from pipeline.config import Limits
from pipeline.inspection import glossary_of
from pipeline.outcome import Outcome, Verdict

TODAY = date(2026, 1, 1)
"""No check of a catalogue asks for the day; a fixed one keeps the table the same."""
TRIES = 50
_ROUNDS = 4
"""How often one message may serve in a cell, each time with another fault."""


@dataclass(slots=True)
class Cell:
    """One kind of fault in the catalogues of one origin and language."""

    kind: str
    origin: str
    language: str
    tried: int = 0
    found: int = 0
    planted: int = 0
    """How many of those tried were made where something was planted first."""
    by: Counter[str] = field(default_factory=Counter)
    """Which checks failed the faults."""
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    """What no check failed: msgid, msgstr as it was, msgstr with the fault."""


@dataclass(frozen=True, slots=True)
class Soundness:
    """What checks say of messages as they are."""

    origin: str
    language: str
    messages: int
    failed: Counter[str]
    """How many messages each check fails; `any` counts a message once."""
    doubted: Counter[str]
    """How many messages each check cannot tell about."""
    alarms: tuple[tuple[str, Message], ...]
    """What the checks that failed a message said."""


@cache
def _checks() -> tuple[Check, ...]:
    return tuple(one for one in get_checks() if one.target is Catalogue)


def outcomes(catalogue: Catalogue, beside: tuple[Catalogue, ...] = ()) -> Iterator[Outcome]:
    """Every outcome of a catalogue, as `plainleaf check FILE.po` has them."""
    here = Circumstances(
        "draft",
        TODAY,
        Limits(),
        locale=catalogue.locale,
        leaflet=catalogue.leaflet,
        beside=beside,
    )
    return examine(catalogue, _checks(), here)


def failing(catalogue: Catalogue, *messages: Message) -> set[str]:
    """The checks that fail these messages, with what tells of their catalogue beside them."""
    places = {one.place for one in messages}
    told = {flag for one in messages for flag in one.flags}
    rest = tuple(one for one in witnesses(catalogue) if not told.issuperset(one.flags))
    few = replace(catalogue, messages=(*messages, *rest))
    told_of = (one for one in outcomes(few, _beside(catalogue)) if one.place in places)
    return {one.check for one in told_of if one.verdict == "failed"}


def _beside(catalogue: Catalogue) -> tuple[Catalogue, ...]:
    """What shows how links are called: the catalogue's other messages with links, the glossary."""
    key = (catalogue.place.file, catalogue.locale)
    if key not in _LINKED:
        linked = tuple(one for one in catalogue.messages if "](" in one.msgstr)
        _LINKED[key] = (replace(catalogue, messages=linked), *_glossary(catalogue))
    return _LINKED[key]


def _glossary(catalogue: Catalogue) -> tuple[Catalogue, ...]:
    return glossary_of(Path(catalogue.place.file), catalogue)


def witnesses(catalogue: Catalogue) -> tuple[Message, ...]:
    """One message with each flag of a catalogue: checks tell by them what kind of text it holds."""
    key = (catalogue.place.file, catalogue.locale)
    if key not in _WITNESSES:
        shorter = sorted(catalogue.messages, key=lambda one: -len(one.msgid + one.msgstr))
        by_flag = {flag: one for one in shorter for flag in one.flags}
        _WITNESSES[key] = tuple(dict.fromkeys(by_flag.values()))
    return _WITNESSES[key]


_LINKED: dict[tuple[str, str], tuple[Catalogue, ...]] = {}
_WITNESSES: dict[tuple[str, str], tuple[Message, ...]] = {}


def soundness(body: Body) -> Soundness:
    """What checks say of the catalogues of a body as they are."""
    told: dict[Verdict, Counter[str]] = {"failed": Counter(), "cantTell": Counter()}
    alarms = []
    for catalogue in body.catalogues:
        lines = {one.place: one for one in catalogue.messages}
        said = [one for one in outcomes(catalogue, _glossary(catalogue)) if one.place in lines]
        for verdict, counter in told.items():
            seen = {(one.check, one.place) for one in said if one.verdict == verdict}
            counter.update(check for check, _ in seen)
            counter["any"] += len({place for _, place in seen})
        alarms += [
            (f"{one.check}: {one.sentence}", lines[one.place])
            for one in said
            if one.verdict == "failed"
        ]
    return Soundness(
        body.origin, body.language, body.size, told["failed"], told["cantTell"], tuple(alarms)
    )


def cells(
    body: Body, sound: Soundness, tries: int = TRIES, kinds: Iterable[Kind] = KINDS
) -> Iterator[Cell]:
    """Every kind of fault, so often as asked for or as the catalogues allow."""
    bad = {one.place for _, one in sound.alarms}
    good = [
        Text(catalogue, one)
        for catalogue in body.catalogues
        for one in catalogue.messages
        if one.place not in bad
    ]
    for kind in kinds:
        dice = _dice(kind.name, body)
        yield _cell(Cell(kind.name, body.origin, body.language), kind, good, tries, dice)
    yield _swaps(Cell(SWAPPED, body.origin, body.language), good, tries, _dice(SWAPPED, body))


def _dice(kind: str, body: Body) -> Random:
    """Dice of one cell, which fall the same each time."""
    return Random(f"{kind} {body.origin} {body.language}")  # noqa: S311  nothing is kept secret


def _cell(cell: Cell, kind: Kind, good: list[Text], tries: int, dice: Random) -> Cell:
    words = words_for(cell.language)
    done: set[tuple[str, str]] = set()
    for planted in (False, True)[: 1 + (kind.planting is not None)]:
        for _ in range(_ROUNDS):
            for one in dice.sample(good, len(good)):
                if cell.tried >= tries:
                    return cell
                text = _sown(kind, one, dice) if planted else one
                made = text and kind.make(text.msgid, text.msgstr, dice, words)
                if not text or not made or made == text.msgstr or (text.msgid, made) in done:
                    continue
                done.add((text.msgid, made))
                cell.planted += planted
                _count(cell, failing(text.catalogue, text.saying(made)), text, made)
    return cell


def _sown(kind: Kind, text: Text, dice: Random) -> Text | None:
    """A message with something that can be mutated at its end, if no check fails it for that."""
    if kind.planting is None or text.is_plural or (kind.markdown and not text.is_markdown):
        return None
    if text.msgid[-1:].isspace() or text.msgstr[-1:].isspace():
        return None
    source, here = kind.planting(dice, words_for(text.catalogue.locale.partition("-")[0]))
    sown = text.behind(f" {source}", f" {here}")
    return None if failing(sown.catalogue, sown.message) else sown


def _count(cell: Cell, checks: set[str], text: Text, made: str) -> None:
    cell.tried += 1
    cell.found += bool(checks)
    cell.by.update(checks)
    if not checks:
        cell.missed.append((text.msgid, text.msgstr, made))


def _swaps(cell: Cell, good: list[Text], tries: int, dice: Random) -> Cell:
    """Two neighbours with each other's translations; either may fail."""
    pairs = [
        (one, two)
        for one, two in pairwise(good)
        if one.catalogue is two.catalogue
        and one.msgstr != two.msgstr
        and not (one.is_plural or two.is_plural)
    ]
    for one, two in dice.sample(pairs, min(tries, len(pairs))):
        swapped = one.saying(two.msgstr), two.saying(one.msgstr)
        _count(cell, failing(one.catalogue, *swapped), one, two.msgstr)
    return cell
