"""The lines between two `---` at the top of a leaflet, read with their line numbers.

Only `key: value` and lists of `- item` are known: a leaflet's front matter is written by people
who do not know YAML, and a value such as `Tests: what to expect` has to mean what it says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.errors import SourceError
from pipeline.place import Place

REQUIRED = ("title", "description", "version")
"""Fields that hold something in every leaflet."""
OPEN = ("owner", "reviewer", "reviewed", "next_review")
"""Fields that are there in every leaflet and stay empty until a person can fill them."""
LISTS = ("tasks",)
DATES = ("reviewed", "next_review")

_FENCE = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z_][\w-]*)\s*:(?:\s+(.*))?$")

_ONE_LINE = "Write `key: value` on one line, however long it is."
_MARKUP = re.compile(r"</?[A-Za-z][^>]*>")


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the front matter and the line it stands on, counted in the file from 1."""

    text: str
    line: int
    items: tuple[tuple[str, int], ...] = ()
    """The items of a list, each with its line."""


Stray = tuple[int, str, str]
"""(line, what is wrong, what to do)."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields by name, and where the body begins."""

    fields: dict[str, Field]
    body: str
    """The text below, with the front matter's lines left empty so that lines keep their numbers."""
    stray: tuple[Stray, ...] = ()
    """Lines that would be lost."""
    is_torn: bool = False
    """Whether a fence is there and yet no front matter: the text is not worth reading."""

    def text(self, key: str) -> str:
        """The value of a field; empty where there is none."""
        return self.fields[key].text if key in self.fields else ""

    def line(self, key: str) -> int:
        """The line of a field; 1 where there is none."""
        return self.fields[key].line if key in self.fields else 1

    def day(self, key: str) -> date | None:
        """A date that is there and right; None otherwise."""
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            return None


def split(text: str) -> FrontMatter:
    """Take the front matter from a text that may have none."""
    match = _FENCE.match(text)
    if not match:
        return _without(text)
    blank = "\n" * match.group(0).count("\n")
    fields, stray = _fields(match.group(1))
    return FrontMatter(fields, blank + text[match.end() :], stray)


def _without(text: str) -> FrontMatter:
    """A text without front matter, or with one that is torn, and how."""
    if re.match(r"---[ \t]*(?:\n|\Z)", text):
        why = (1, "The front matter is not closed.", "Write --- on a line of its own below it.")
    elif re.match(r"\s+---[ \t]*\n[ \t]*[A-Za-z_][\w-]*[ \t]*:", text):
        why = (1, "Something stands before the front matter.", "Begin the first line with ---.")
    else:
        return FrontMatter({}, text)
    return FrontMatter({}, text, (why,), is_torn=True)


def _fields(block: str) -> tuple[dict[str, Field], tuple[Stray, ...]]:
    """The fields, and the lines that are neither a field nor an item of a list."""
    fields: dict[str, Field] = {}
    stray: list[Stray] = []
    key = ""
    for number, line in enumerate(block.split("\n"), start=2):
        if pair := _PAIR.match(line):
            key = pair.group(1)
            if key in fields:
                stray.append((number, f"“{key}” is there twice.", "Keep one of them."))
            fields.setdefault(key, Field(_plain(pair.group(2) or ""), number))
        elif key and line.lstrip().startswith("- "):
            old = fields[key]
            item = (_plain(line.lstrip()[2:]), number)
            fields[key] = Field(old.text, old.line, (*old.items, item))
        elif line.strip():
            stray.append((number, "This is no field of the front matter.", _ONE_LINE))
    return fields, tuple(stray)


def _plain(value: str) -> str:
    """A value without the blanks around it, and without quotation marks that enclose all of it."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def errors(front: FrontMatter, file: str) -> Iterator[SourceError]:
    """What is wrong with the front matter of a house leaflet, each with its line."""
    for line, problem, remedy in front.stray:
        yield SourceError(problem, remedy, Place(file, line))
    if front.is_torn:
        return
    if not front.fields:
        yield SourceError(
            "The leaflet has no front matter.",
            f"Begin it with lines between --- and ---: {', '.join(REQUIRED + OPEN)}.",
            Place(file, 1),
        )
        return
    for key in (*REQUIRED, *OPEN):
        if key not in front.fields:
            yield SourceError(f"The front matter lacks “{key}”.", "Add the line.", Place(file, 1))
        elif key in REQUIRED and not front.text(key):
            place = Place(file, front.line(key))
            yield SourceError(f"“{key}” is empty.", "Write it.", place)
    for key in ("title", "description"):
        if match := _MARKUP.search(front.text(key)):
            problem = f"There is HTML in “{key}”: {match.group(0)}"
            yield SourceError(problem, "Write plain words.", Place(file, front.line(key)))
    yield from _wrong_values(front, file)


def _wrong_values(front: FrontMatter, file: str) -> Iterator[SourceError]:
    known = (*REQUIRED, *OPEN, *LISTS)
    for key, field in front.fields.items():
        place = Place(file, field.line)
        if key not in known:
            yield SourceError(
                f"The front matter knows no “{key}”.", f"It knows {', '.join(known)}.", place
            )
        if field.items and key not in LISTS:
            yield SourceError(f"“{key}” is no list.", "Write it on one line.", place)
        if key in LISTS and field.text:
            yield SourceError(
                f"“{key}” is a list.", "Write each on a line of its own: `  - …`.", place
            )
        if key in DATES and field.text and front.day(key) is None:
            yield SourceError(
                f"“{key}” is no date: {field.text}.", "Write it as 2026-11-22.", place
            )
    first, last = front.day("reviewed"), front.day("next_review")
    if first and last and last <= first:
        place = Place(file, front.line("next_review"))
        yield SourceError(
            "“next_review” is not after “reviewed”.", "Write the day of the next review.", place
        )
