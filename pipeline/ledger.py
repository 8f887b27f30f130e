"""Ledgers on the disk: one line of JSON a signature, only ever added to.

Lines are read in the order of their date and then of their step, never of where they stand, so
that two people's additions can be merged in any order. A line that is malformed, dated in the
future, names an unknown step or comes before what it needs counts for nothing, and is named.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import disk
from pipeline.place import Place
from pipeline.signature import STEPS, Ledger, Signature, judged, order

_FIELDS = ("key", "step", "role", "person", "date")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A line that counts for nothing, and why."""

    place: Place
    why: str


def read(
    path: Path, leaflet: str, locale: str, today: date, *, source: bool = False, shown_as: str = ""
) -> tuple[Ledger, tuple[Ignored, ...]]:
    """The ledger of a leaflet in a locale; an empty one where there is no file.

    `source` says that these are signatures for the source text; `shown_as` is the path in messages.
    """
    found: list[tuple[Signature, Place]] = []
    ahead: list[Signature] = []
    ignored: list[Ignored] = []
    data = path.read_bytes().removeprefix(_BOM) if path.is_file() else b""
    # Only a line feed ends a line: a name may hold what Python takes for an end of line.
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        place = Place(shown_as or str(path), number)
        read_line = _signature(line)
        if isinstance(read_line, Signature):
            # A withdrawal holds from the start, whatever its date: the doubt is the reader's.
            if read_line.date > today and read_line.step != "withdraw":
                ahead.append(read_line)
                why = f"it is dated in the future, {read_line.date.isoformat()}"
                ignored.append(Ignored(place, why))
            else:
                found.append((read_line, place))
        else:
            ignored.append(Ignored(place, read_line))
            if torn := _torn(line, today):
                found.append((torn, place))
    found.sort(key=lambda pair: order(pair[0]))
    _, reasons = judged((one for one, _ in found), source=source)
    counting = []
    for (one, place), why in zip(found, reasons, strict=True):
        if why:
            ignored.append(Ignored(place, why))
        else:
            counting.append(one)
    ignored.sort(key=lambda one: one.place.line)
    return Ledger(leaflet, locale, tuple(counting), source, tuple(ahead)), tuple(ignored)


def append(path: Path, signatures: Iterable[Signature]) -> int:
    """Add signatures to a ledger, all of them or none, and say how many lines were added.

    What is there stays, byte for byte; a last line that was cut short is ended, so that nothing is
    glued to it. A line that is there already is not added again.

    Raises:
        PlainleafError: the file cannot be written.
    """
    return disk.add_lines(path, map(line_of, signatures))


def line_of(one: Signature) -> bytes:
    """A signature as the line of a ledger, without its end."""
    values = {name: getattr(one, name) for name in _FIELDS} | {"date": one.date.isoformat()}
    if one.tool:
        values["tool"] = one.tool
    return json.dumps(values, ensure_ascii=False, sort_keys=True).encode()


def _signature(line: bytes) -> Signature | str:
    """The signature on a line, or why it is none."""
    try:
        values = json.loads(line.decode(), object_pairs_hook=_once)
        texts = [_text(values[name]) for name in _FIELDS]
        tool = _text(values.get("tool", ""))
        day = date.fromisoformat(texts[4])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return f"it is no signature ({type(error).__name__})"
    key, step, role, person = texts[:4]
    if step not in STEPS:
        return f"it names an unknown step “{step}”"
    if not (key and role and person):
        return "it names no key, role or person"
    return Signature(key, step, role, person, day, tool)


def _torn(line: bytes, today: date) -> Signature | None:
    """A damaged line as a withdrawal: it may have been one, and what it was about has to wait."""
    key = re.search(rb'"key":\s*"([0-9a-f]{64})"', line)
    if not key or _is_whole(line):
        return None
    found = re.search(rb'"date":\s*"(\d{4}-\d\d-\d\d)"', line)
    try:
        day = date.fromisoformat(found[1].decode()) if found else today
    except ValueError:
        day = today
    return Signature(key[1].decode(), "withdraw", "unknown", "unknown", day, "a damaged line")


def _is_whole(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: which one would count?"""
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name stands twice")
    return values


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value.strip()
