"""Tables in text (CSV), as spreadsheet programs write and read them.

A cell that such a program would take for a formula gets an apostrophe before it, and loses it
again when the table comes back.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.characters import FORBIDDEN
from pipeline.errors import PlainleafError
from pipeline.place import Place

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
LARGEST = 8_000_000
"""Bytes of a file."""
MOST_ROWS = 20_000
LONGEST_CELL = 32_767
"""Characters; spreadsheet programs hold no more in one cell."""

_FORMULA = re.compile(r"'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
"""Programs skip blanks before a sign; in East Asia they take full-width signs too."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row below the head, numbered as spreadsheet programs number it: the head is row 1."""

    row: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """A cell without blanks around it; empty where the table has no such column."""
        return self.cells.get(column, "").strip()


def safe(cell: str) -> str:
    """A cell that no program takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unsafe(cell: str) -> str:
    """The cell that was made safe."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def quoted(words: str) -> str:
    """A text for a message: one line of moderate length without control characters."""
    line = FORBIDDEN.sub("", " ".join(words.split()))
    return line if len(line) <= 80 else f"{line[:79]}…"


def written(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    """Rows as UTF-8 with a byte order mark, by which spreadsheet programs know it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read(data: bytes, file: str, columns: Sequence[str]) -> tuple[Record, ...]:
    """The rows of a table that has at least these columns, whatever stands between its cells.

    Raises:
        PlainleafError: it is too large, no table, or lacks a column.
    """
    place = Place(file)
    if len(data) > LARGEST:
        said = f"This is larger than {LARGEST // 1_000_000} MB."
        raise PlainleafError(said, "Import the sheets one by one.", place)
    text = _text(data, place)
    head, rows = _parsed(text, columns, place)
    return tuple(_records(head, rows, place))


def _text(data: bytes, place: Place) -> str:
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlainleafError(
            "This is not UTF-8.", "Save it again as “CSV UTF-8”, never as plain CSV.", place
        ) from error
    # A line that some programs put first to say what stands between cells.
    return re.sub(r"\Asep=.\r?\n", "", text, flags=re.IGNORECASE)


def _parsed(
    text: str, columns: Sequence[str], place: Place
) -> tuple[list[str], Iterator[list[str]]]:
    """The head's names, and the rows below it, read with the separator that the head fits."""
    lacking: list[str] = list(columns)
    for separator in SEPARATORS.values():
        rows = _rows(text, separator, place)
        first = _head(text, separator)
        head = [unsafe(name).strip().casefold() for name in first]
        absent = [name for name in columns if name not in head]
        if not absent:
            if twice := {name for name in head if name and head.count(name) > 1}:
                said = f"The head names {quoted(', '.join(sorted(twice)))} twice."
                raise PlainleafError(said, "Take one of the columns away.", place)
            next(rows)
            return head, rows
        lacking = min(lacking, absent, key=len)
    raise PlainleafError(
        f"The first row lacks {', '.join(lacking)}.",
        "Keep the head of the sheet as it was exported, and all columns.",
        place,
    )


def _head(text: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []


def _rows(text: str, separator: str, place: Place) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from rows
    except csv.Error as error:
        raise PlainleafError(
            f"No table can be read from line {rows.line_num} on ({error}).",
            "Save it again from the spreadsheet program as “CSV UTF-8”.",
            place,
        ) from error


def _records(head: list[str], rows: Iterator[list[str]], place: Place) -> Iterator[Record]:
    for row, cells in enumerate(rows, start=2):
        if row > MOST_ROWS:
            said = f"There are more than {MOST_ROWS} rows."
            raise PlainleafError(said, "Import the sheets one by one.", place)
        if not any(cell.strip() for cell in cells):
            continue
        spare = [cell for cell in cells[len(head) :] if cell.strip()]
        if spare or max(map(len, cells)) > LONGEST_CELL:
            said = "more cells than the head" if spare else f"a cell over {LONGEST_CELL} characters"
            raise PlainleafError(f"row {row} has {said}.", "Mend the row.", place)
        pairs = zip(head, cells, strict=False)
        yield Record(row, {name: unsafe(cell) for name, cell in pairs})
