"""The page of mutations, in Markdown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from benchmarks.bodies import OURS
from benchmarks.kinds import KINDS, SWAPPED
from benchmarks.mutations import Cell, Soundness

_NAMES = (*(one.name for one in KINDS), SWAPPED)
_TARGETS = {one.name: one.target for one in KINDS}
_PROVED = (
    "a digit changed",
    "number dropped",
    "number added",
    "phone: a digit changed",
    "link changed",
    "placeholder dropped",
    "negation dropped",
    "every negation dropped",
    "unit changed",
    "must → may",
    "may → must",
    "two links swapped",
    "two placeholders swapped",
)
"""What could hurt a reader, in the table of our own locales."""
HOW = """\
Each fault is put into a copy of one message, and the checks of `plainleaf check FILE.po` are put to
that message, with one other for each flag of its catalogue beside it. A fault counts as found only
where a check says `failed` and had not said it of the message as it was; a doubt (`cantTell`)
counts as missed. Faults go only into messages that no check fails as they are. The same dice fall
each time.

A cell says which share was found and how many faults were tried; `+ 30` means that 30 of them were
tried where something to mutate, the same on both sides, was first written behind the message, as
the catalogue has too few phone numbers, links, or whatever it is. The words that are changed
(negations, modal verbs, units) are the benchmark's own: no check reads them. Of an entry with
plural forms the last form is changed. Stale entries (fuzzy) are left out; our own machine drafts
count as translated."""


def page(cells: Sequence[Cell], sound: Sequence[Soundness], heading: str) -> str:
    """Everything, as it stands in MUTATIONS.md."""
    parts = ["# What the checks find", heading, HOW]
    if any(one.origin == OURS for one in sound):
        parts += ["## Our own locales", locales(cells, sound)]
    parts += ["## All together", summary(cells)]
    for origin, group in _by_origin(cells):
        parts += [f"## {origin}", grid(group)]
    parts += ["## Messages as they are", SOUND, sound_table(sound)]
    return "\n\n".join(parts) + "\n"


SOUND = """\
The same checks on the same catalogues, with no fault put in. Some of what fails here is a fault
that the catalogue really has. `cantTell` counts messages at which a person must look."""


def _by_origin(cells: Sequence[Cell]) -> list[tuple[str, list[Cell]]]:
    return [(name, list(group)) for name, group in groupby(cells, key=lambda one: one.origin)]


def _merged(cells: Iterable[Cell]) -> dict[str, Cell]:
    """One cell for each kind."""
    found: dict[str, Cell] = {}
    for one in cells:
        all_of = found.setdefault(one.kind, Cell(one.kind, "", ""))
        all_of.tried += one.tried
        all_of.found += one.found
        all_of.planted += one.planted
        all_of.by += one.by
    return found


def summary(cells: Sequence[Cell]) -> str:
    """Every kind: tried, found, by which checks; and the share for each origin."""
    origins = [(name, _merged(group)) for name, group in _by_origin(cells)]
    every = _merged(cells)
    head = (
        "Fault",
        "Tried",
        "Planted",
        "Found",
        "To be",
        *(name for name, _ in origins),
        "By",
    )
    rows = []
    for name in _NAMES:
        one, target = every.get(name, Cell(name, "", "")), _TARGETS.get(name)
        shares = (_share(of[name]) if name in of else "–" for _, of in origins)
        by = ", ".join(f"{check} {count:,}" for check, count in one.by.most_common(3))
        aim = f"≥ {target:.0%}" if target else ""
        tried = (f"{one.tried:,}", f"{one.planted:,}", _share(one), aim)
        rows.append((name, *tried, *shares, by or "–"))
    return markdown(head, rows)


def locales(cells: Sequence[Cell], sound: Sequence[Soundness]) -> str:
    """Our own locales, a row each, with what fails and what is in doubt as it is."""
    found = {(one.kind, one.language): one for one in cells if one.origin == OURS}
    rows = []
    for one in sound:
        if one.origin == OURS:
            shares = (_cell(found.get((name, one.language))) for name in _PROVED)
            failed, doubted = one.failed["any"], one.doubted["any"] / max(one.messages, 1)
            rows.append((one.language, *shares, str(failed), f"{doubted:.2%}"))
    return markdown(("Language", *_PROVED, "failed as they are", "cantTell"), rows)


def grid(cells: Sequence[Cell]) -> str:
    """Kinds by languages."""
    languages = list(dict.fromkeys(one.language for one in cells))
    found = {(one.kind, one.language): one for one in cells}
    rows = [(name, *(_cell(found.get((name, one))) for one in languages)) for name in _NAMES]
    return markdown(("Fault", *languages), rows)


def _cell(cell: Cell | None) -> str:
    if cell is None or not cell.tried:
        return "–"
    natural = cell.tried - cell.planted
    return f"{_share(cell)} of {natural}{f' + {cell.planted}' if cell.planted else ''}"


def _share(cell: Cell) -> str:
    """Per cent, rounded down, so that 100 % means all."""
    return f"{cell.found * 1000 // cell.tried / 10:g} %" if cell.tried else "–"


def sound_table(sound: Sequence[Soundness]) -> str:
    """False alarms and doubts of each origin and language, and by which check."""
    head = ("Catalogues", "Messages", "failed", "By", "cantTell", "By")
    rows = [_sound_row(f"{one.origin}, {one.language}", one) for one in sound]
    for origin, group in groupby(sound, key=lambda one: one.origin):
        rows.append(_sound_row(f"**{origin}, all**", _added(list(group))))
    return markdown(head, rows)


def _added(sound: Sequence[Soundness]) -> Soundness:
    failed: Counter[str] = sum((one.failed for one in sound), Counter())
    doubted: Counter[str] = sum((one.doubted for one in sound), Counter())
    return Soundness("", "", sum(one.messages for one in sound), failed, doubted, ())


def _sound_row(name: str, one: Soundness) -> tuple[str, ...]:
    shown = [name, f"{one.messages:,}"]
    for counter in (one.failed, one.doubted):
        count = counter["any"]
        by = [f"{check} {many}" for check, many in sorted(counter.items()) if check != "any"]
        shown += [f"{count} ({count / max(one.messages, 1):.2%})", ", ".join(by) or "–"]
    return tuple(shown)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table."""
    line = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, line, *rows))
