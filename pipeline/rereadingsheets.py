"""Sheets for a second reader: translations without their source, and what comes back.

One table for each catalogue, in tab-separated text as spreadsheet programs read it. Nothing in it
says what the source says, so whoever fills it in has to go by the translation alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline import disk, persons, secondpass
from pipeline.characters import FORBIDDEN
from pipeline.config import Project
from pipeline.errors import PlainleafError, SourceErrors
from pipeline.exchange._cells import LARGEST, Record, quoted, read, written
from pipeline.place import Place
from pipeline.rereading import Reread, Text
from pipeline.secondpass import SEVERITIES, Rereading, Severity

COLUMNS = ("hash", "kind", "translation", "back-translation", "severity", "finding")
"""What a sheet holds; the last two are filled in when texts have been compared with the source."""
SAME = "same"
"""The severity of a row that was compared, and in which nothing was found."""
_WANTED = ("hash", "back-translation", "severity")
_MOST_WRONG = 20


def write(here: Reread, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write a sheet for each catalogue that has translations without a line; how many each has.

    A wording that stands in several catalogues is asked for once.

    Raises:
        PlainleafError: a file cannot be written.
    """
    unread = here.unread
    for domain in dict.fromkeys(one.domain for one in unread):
        several = [one for one in unread if one.domain == domain]
        disk.make_folder(folder)
        path = folder / f"{domain}.tsv"
        disk.write(path, written([COLUMNS, *map(_row, several)], "\t"))
        yield path, len(several)


def _row(one: Text) -> Sequence[str]:
    # A line of the file is a row of the sheet; what is named behind a comma is the source's.
    translation = " ".join(one.translation.split())
    return one.key, one.kind.partition(",")[0] or "text", translation, "", "", ""


# ── and back ───────────────────────────────────────────────────────────────────────────────────
def take(project: Project, here: Reread, file: Path, by: str, today: date) -> int:
    """Read a sheet that came back and add what it says, all of it or nothing; how many lines.

    Raises:
        SourceErrors: rows are wrong; all that is wrong, a line each.
        PlainleafError: the file is no sheet, the role is none, or the lines cannot be written.
    """
    if fault := persons.fault("role", by):
        raise PlainleafError(f"{fault[0].capitalize()}.", fault[1])
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    records = read(data, file.name, _WANTED)
    if not records:
        raise PlainleafError("The sheet has no row.", "Write it anew.", Place(file.name))
    errors = tuple(_wrong(records, {one.key for one in here.texts}, file.name))
    if errors:
        more = len(errors) - _MOST_WRONG
        said = f"Rows are wrong, so nothing was taken{f'; {more} more are' if more > 0 else ''}."
        rest = PlainleafError(said, "Mend them and take the file again.", Place(file.name))
        raise SourceErrors((*errors[:_MOST_WRONG], rest))
    lines = [_line(one, by, today) for one in records]
    return secondpass.append(secondpass.path_of(project, here.locale), lines)


def _line(one: Record, by: str, today: date) -> Rereading:
    return Rereading(
        hash=one.get("hash"),
        back=_said(one, "back-translation"),
        severity=_severity(one) or "",
        finding=_said(one, "finding"),
        was="",
        by=" ".join(by.split()),
        blind=True,
        day=today,
    )


def _said(one: Record, column: str) -> str:
    return " ".join(one.get(column).split())


def _severity(one: Record) -> Severity | None:
    """What the row says; None where nobody has compared, or that is no severity."""
    said = one.get("severity").casefold()
    return "" if said == SAME else next((each for each in SEVERITIES[1:] if each == said), None)


def _wrong(records: Iterable[Record], known: set[str], file: str) -> Iterator[PlainleafError]:
    """What is wrong with rows: the first thing of each."""
    seen: dict[str, int] = {}
    for one in records:
        place, name, found = Place(file, one.row), one.get("hash"), one.get("finding")
        severity = _severity(one)
        if name not in known:
            said = f"“{quoted(name)}” is the hash of no translation that there is now."
            yield PlainleafError(said, "Write new sheets, or take the row out.", place)
        elif name in seen:
            said = f"Row {seen[name]} is about the same translation."
            yield PlainleafError(said, "Take one of the two out.", place)
        elif not one.get("back-translation"):
            said = "The back-translation is empty."
            yield PlainleafError(said, "Write what the translation says, or take it out.", place)
        elif FORBIDDEN.search(_said(one, "back-translation") + _said(one, "finding")):
            said = "The row holds an invisible character that no text may hold."
            yield PlainleafError(said, "Type its words again.", place)
        elif severity is None:
            said = f"“{quoted(one.get('severity'))}” is no severity."
            if not one.get("severity"):
                said = "Nobody has compared it with the source yet."
            remedy = f"Compare both, and write {SAME}, {', '.join(SEVERITIES[1:-1])} or safety."
            yield PlainleafError(said, remedy, place)
        elif bool(severity) != bool(found):
            said = "A finding has no severity." if found else "A severity has no finding."
            yield PlainleafError(said, f"Fill in both, or write {SAME}.", place)
        seen.setdefault(name, one.row)
