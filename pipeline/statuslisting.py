"""How far everything is, as a person reads it in a terminal."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.status import Row, Status
from pipeline.worklist import Job

MOST_JOBS = 10
"""How many jobs are listed."""
MOST_LOCALES = 3
"""Beyond so many locales each gets one line, and its leaflets are listed when asked for."""


def show_status(console: Console, found: Status, locale: str = "") -> None:
    """A table of every locale, or of the leaflets of one, then what only people can do."""
    rows = [row for row in found.rows if locale in {"", row.locale}]
    names = list(dict.fromkeys(row.locale for row in rows))
    if len(names) > MOST_LOCALES:
        of_locale = {name: [row for row in rows if row.locale == name] for name in names}
        _table(console, _LOCALES, [_Total(name, each) for name, each in of_locale.items()])
        _say(console, "Each leaflet of a locale: plainleaf status --locale " + names[0])
        _legend(console, found)
    else:
        _table(console, _LEAFLETS, rows)
        _legend(console, found, rows)
    _next(console, [job for job in found.next if locale in {"", job.locale}])
    if not locale:
        _evidence(console, found)


def _evidence(console: Console, found: Status) -> None:
    """What of the source text waits for a person."""
    _say(
        console,
        f"{len(found.unverified)} of {found.facts} facts rest on sources that no named person has "
        "read:",
    )
    for grade, count in Counter(what.partition(": ")[2] for _, what in found.unverified).items():
        _say(console, f"  {count} {grade}")
    for several, what in (
        (found.bare, "blocks name no evidence"),
        (found.idle, "facts of the register are named by no block"),
        (found.figures, "blocks with figures that rest on no work that a named person has read"),
        (found.tasks, "review tasks are open"),
    ):
        _say(console, f"{len(several)} {what}{':' if several else '.'}")
        for place, text in several:
            _say(console, f"  {place}: {text}")


def _legend(console: Console, found: Status, rows: Sequence[Row] = ()) -> None:
    """What the columns mean, the words of each locale, and how much of the source is signed."""
    _say(console, "translated: by a person. revised, approved: parts of those that are signed so.")
    for locale in dict.fromkeys(row.locale for row in rows):
        total = _Total(locale, [row for row in rows if row.locale == locale])
        told = ", ".join(f"{count} {name}" for name, count in total.words_in.items() if count)
        _say(console, f"{locale}: {total.words} words: {told}")
    approved = sum(row.approved for row in found.source)
    parts = sum(row.segments for row in found.source)
    _say(console, f"source text: {approved} of {parts} parts approved\n")


def _next(console: Console, jobs: Sequence[Job]) -> None:
    """The order to work in: the most urgent first, and not everything."""
    _say(console, "What to do next:" if jobs else "Everything is approved.")
    for number, job in enumerate(jobs[:MOST_JOBS], start=1):
        _say(console, f"  {number}. {job.locale}: {job.parts} {job.what}")
        _say(console, f"     {job.words} words in {_some(job.leaflets)}; begin at {job.first}")
    if len(jobs) > MOST_JOBS:
        _say(console, f"  … and {len(jobs) - MOST_JOBS} more, in status --json")
    _say(console, "")


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(names[:2]) + more


def _say(console: Console, text: str) -> None:
    console.print(Text(text), soft_wrap=True)


# ── tables ─────────────────────────────────────────────────────────────────────────────────────
class _Total:
    """All leaflets of a locale together."""

    def __init__(self, locale: str, rows: Sequence[Row]) -> None:
        self.locale, self._rows = locale, rows
        self.words = sum(row.words for row in rows)
        self.words_in = Counter[str]()
        for row in rows:
            self.words_in.update(row.words_in)

    def sum(self, name: str) -> int:
        """The parts of all leaflets in a state."""
        return sum(getattr(row, name) for row in self._rows)

    def share(self, name: str) -> str:
        """The share of all parts that an edition shows as wanted."""
        shown = sum(getattr(row, name) * row.segments for row in self._rows)
        return f"{shown / self.sum('segments'):.0%}"


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    cell: Callable[..., str | int]
    always: bool = True
    """Whether the column is there when it is empty: a table has to fit 80 columns."""


def _table(console: Console, columns: Iterable[_Column], rows: Sequence[object]) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    shown = [column for column in columns if column.always or any(map(column.cell, rows))]
    for column in shown:
        right = column.name not in {"locale", "leaflet"}
        cells = [column.name, *(str(column.cell(row)) for row in rows)]
        table.add_column(
            column.name,
            justify="right" if right else "left",
            # Where the terminal is narrow, names are cut short, never a number.
            no_wrap=right,
            overflow="ellipsis",
            min_width=max(map(len, cells)) if right else None,
        )
    for row in rows:
        table.add_row(*(str(column.cell(row)) for column in shown))
    console.print(table)


def _states(of: Callable[[str], Callable[..., int]]) -> Iterator[_Column]:
    """One column for each state; `of` gives what a row has in it."""
    yield _Column("all", of("segments"))
    yield _Column("missing", of("missing"))
    yield _Column("changed", of("changed"), always=False)
    for name in ("machine", "translated", "revised", "approved"):
        yield _Column(name, of(name))


_LEAFLETS = (
    _Column("locale", lambda row: row.locale),
    _Column("leaflet", lambda row: row.domain),
    *_states(lambda name: lambda row: getattr(row, name)),
)
_LOCALES = (
    _Column("locale", lambda row: row.locale),
    *_states(lambda name: lambda row: row.sum(name)),
    _Column("draft", lambda row: row.share("draft")),
    _Column("release", lambda row: row.share("release")),
    _Column("words", lambda row: row.words),
)
