"""Ledgers on the disk: one line of JSON a signature, only ever added to.

Lines are read in the order of their date and then of their step, never of where they stand, so
that two people's additions can be merged in any order. A line that is malformed, dated in the
future or names an unknown step counts for nothing, and is named.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.place import Place
from pipeline.signature import STEPS, Ledger, Signature

_FIELDS = ("key", "step", "role", "person", "date")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A line that counts for nothing, and why."""

    place: Place
    why: str


def read(path: Path, leaflet: str, locale: str, today: date) -> tuple[Ledger, tuple[Ignored, ...]]:
    """The ledger of a leaflet in a locale; an empty one where there is no file."""
    signatures: list[Signature] = []
    ignored: list[Ignored] = []
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        read_line = _signature(line, today)
        if isinstance(read_line, Signature):
            signatures.append(read_line)
        else:
            ignored.append(Ignored(Place(str(path), number), read_line))
    signatures.sort(key=lambda one: (one.date, STEPS.index(one.step)))
    return Ledger(leaflet, locale, tuple(signatures)), tuple(ignored)


def _signature(line: str, today: date) -> Signature | str:
    """The signature on a line, or why it is none."""
    try:
        values = json.loads(line)
        texts = [str(values[name]).strip() for name in _FIELDS]
        day = date.fromisoformat(texts[4])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        return f"it is no signature ({type(error).__name__})"
    key, step, role, person = texts[:4]
    if step not in STEPS:
        return f"it names an unknown step “{step}”"
    if not (key and role and person):
        return "it names no key, role or person"
    if day > today:
        return f"it is dated in the future, {day.isoformat()}"
    return Signature(key, step, role, person, day, str(values.get("tool", "")))
