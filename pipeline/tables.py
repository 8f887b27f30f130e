"""TOML files that people write, table by table, each with its line."""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from pipeline.characters import FORBIDDEN
from pipeline.errors import SourceError
from pipeline.intake import too_much
from pipeline.place import Place

_KEY = re.compile(r"""[ \t]*(["']?)([^"'=\[\]]+?)\1[ \t]*=""")


def tables(path: Path, shown_as: str) -> list[tuple[str, dict[str, Any], Place]]:
    """The tables of a register with their places; none where there is no file."""
    if not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8")
        if much := too_much(text):
            raise SourceError(*much[1:], Place(shown_as, much[0]))
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        place = Place(shown_as, int(line.group(1)) if line else 0)
        raise SourceError(f"This is not TOML ({error}).", "Mend it.", place) from error
    for number, row in enumerate(text.split("\n"), start=1):
        _refuse(row, Place(shown_as, number))
    entries = []
    for name, table in found.items():
        head = re.search(rf"^\[\s*\"?{re.escape(name)}\"?\s*\]", text, re.MULTILINE)
        place = Place(shown_as, text.count("\n", 0, head.start()) + 1 if head else 0, name)
        if not isinstance(table, dict):
            raise SourceError(f"“{name}” is no table.", f"Write it under [{name}].", place)
        _refuse(table, place)
        entries.append((name, table, place))
    return entries


def texts(entry: dict[str, Any], key: str, place: Place) -> tuple[str, ...]:
    """A list of texts in a table.

    Raises:
        SourceError: it is none.
    """
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise SourceError(f"“{key}” of “{place.anchor}” is no list.", 'Write ["…", "…"].', place)
    return tuple(value)


def known(entry: dict[str, Any], keys: Collection[str], place: Place) -> None:
    """See that a table has no key but these: a slip of the pen is told, not passed over.

    Raises:
        SourceError: it has another one.
    """
    if other := sorted(set(entry) - set(keys)):
        raise SourceError(
            f"“{place.anchor}” has a key “{other[0]}”, which says nothing here.",
            f"Write one of {', '.join(keys)}.",
            place,
        )


def lines_of(path: Path) -> dict[str, int]:
    """The first line on which each key of a file stands; keys written unusually are left out."""
    lines: dict[str, int] = {}
    rows = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    for line, row in enumerate(rows, start=1):
        if found := _KEY.match(row):
            lines.setdefault(found.group(2), line)
    return lines


def _refuse(value: object, place: Place) -> None:
    """Refuse characters that no page may hold, typed or as an escape of TOML."""
    if isinstance(value, dict):
        for each in value.items():
            _refuse(each, place)
    elif isinstance(value, list | tuple):
        for one in value:
            _refuse(one, place)
    elif isinstance(value, str) and (found := FORBIDDEN.search(value.replace("\r", ""))):
        raise SourceError(
            f"An invisible or damaged character: U+{ord(found.group(0)):04X}.",
            "Delete it, and type the words again.",
            place,
        )
