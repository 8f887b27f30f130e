"""Back-translations on the disk: one line of JSON each, only ever added to, beside the ledgers.

Each is bound to the signature key of the translation that it was made from. So it is shown beside
that wording in that place and beside no other, and two people's lines can be merged in any order.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import disk


@dataclass(frozen=True, slots=True)
class BackTranslation:
    """What somebody made of a translation in the source language, without seeing the source."""

    key: str
    """The signature key of the translation: another wording has another key."""
    text: str
    person: str = ""
    role: str = ""
    day: date | None = None


def read(path: Path) -> dict[str, BackTranslation]:
    """The newest back-translation of each key; lines that are none count for nothing."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    found = [one for line in text.split("\n") if (one := _line(line))]
    found.sort(key=lambda one: one.day or date.min)
    return {one.key: one for one in found}


def _line(line: str) -> BackTranslation | None:
    try:
        values = json.loads(line)
        key, text = str(values["key"]), str(values["text"])
        person, role = str(values.get("person", "")), str(values.get("role", ""))
        day = date.fromisoformat(values["date"]) if values.get("date") else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return BackTranslation(key, text, person, role, day) if key and text else None


def append(path: Path, several: Iterable[BackTranslation]) -> None:
    """Add lines to a file, all of them or none.

    Raises:
        PlainleafError: it cannot be written.
    """
    lines = [json.dumps(_values(one), ensure_ascii=False) for one in several]
    if not lines:
        return
    old = path.read_bytes() if path.is_file() else b""
    if old and not old.endswith(b"\n"):
        old += b"\n"
    disk.make_folder(path.parent)
    disk.write(path, old + "".join(f"{line}\n" for line in lines).encode())


def _values(one: BackTranslation) -> dict[str, str]:
    values = {"key": one.key, "text": one.text, "role": one.role, "person": one.person}
    return values | ({"date": one.day.isoformat()} if one.day else {})
