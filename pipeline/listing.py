"""Outcomes and states as a person reads them in a terminal."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.outcome import Outcome, Verdict
from pipeline.status import Row, Status

_STYLES = {"failed": "bold red", "cantTell": "yellow", "untested": "yellow", "passed": "green"}
_WORDS: dict[Verdict, str] = {
    "failed": "failed",
    "cantTell": "cannot tell",
    "untested": "not tested",
    "passed": "passed",
    "inapplicable": "nothing to look at",
}
MOST_ALIKE = 5
"""How many open findings of one check are listed before the rest is only counted."""


def show_outcomes(console: Console, outcomes: Sequence[Outcome], *, everything: bool) -> None:
    """Everything that failed; of what a machine cannot tell, the first few; then the counts."""
    told: Counter[tuple[str, str, str]] = Counter()
    for one in outcomes:
        if one.verdict in {"passed", "inapplicable"} and not everything:
            continue
        key = (one.check, one.verdict, one.locale)
        told[key] += 1
        if one.verdict == "failed" or everything or told[key] <= MOST_ALIKE:
            console.print(_line(one), soft_wrap=True, highlight=False)
    for (check, verdict, locale), count in told.items():
        if verdict != "failed" and not everything and count > MOST_ALIKE:
            more = f"… and {count - MOST_ALIKE} more from {check} in {locale or 'this file'}"
            console.print(Text(more, style="dim"), soft_wrap=True)
    _counts(console, outcomes)


def _line(one: Outcome) -> Text:
    line = Text()
    if str(one.place):
        line.append(f"{one.place}: ")
    line.append(_WORDS[one.verdict], style=_STYLES.get(one.verdict, ""))
    line.append(f" {one.check}: {one.sentence}")
    if one.requirement:
        line.append(f" ({one.requirement})", style="dim")
    return line


def _counts(console: Console, outcomes: Sequence[Outcome]) -> None:
    counts = Counter(one.verdict for one in outcomes)
    parts = [f"{counts[verdict]} {words}" for verdict, words in _WORDS.items()]
    console.print(", ".join(parts), highlight=False)


def show_status(console: Console, found: Status) -> None:
    """A table of every locale and leaflet, then what only people can do."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    columns = [column for column in _COLUMNS if column.always or any(map(column.cell, found.rows))]
    for column in columns:
        right = column.name not in {"locale", "leaflet"}
        cells = [column.name, *(str(column.cell(row)) for row in found.rows)]
        table.add_column(
            column.name,
            justify="right" if right else "left",
            # Where the terminal is narrow, names are cut short, never a number.
            no_wrap=right,
            overflow="ellipsis",
            min_width=max(map(len, cells)) if right else None,
        )
    for row in found.rows:
        table.add_row(*(str(column.cell(row)) for column in columns))
    console.print(table)
    console.print("to do: source words that no person has translated yet\n", highlight=False)
    console.print(
        f"{len(found.unverified)} of {found.facts} facts rest on sources that no named person has "
        "read:",
        highlight=False,
    )
    for grade, count in Counter(what.partition(": ")[2] for _, what in found.unverified).items():
        console.print(f"  {count} {grade}", highlight=False)
    for several, what in (
        (found.bare, "blocks name no evidence"),
        (found.idle, "facts of the register are named by no block"),
        (found.figures, "blocks with figures that rest on no work that a named person has read"),
        (found.tasks, "review tasks are open"),
    ):
        console.print(f"{len(several)} {what}{':' if several else '.'}", highlight=False)
        for place, text in several:
            console.print(Text(f"  {place}: {text}"), soft_wrap=True)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    cell: Callable[[Row], str | int]
    always: bool = True
    """Whether the column is there when it is empty: a table has to fit 80 columns."""


_COLUMNS = (
    _Column("locale", lambda row: row.locale),
    _Column("leaflet", lambda row: row.domain),
    _Column("all", lambda row: row.segments),
    _Column("missing", lambda row: row.missing),
    _Column("changed", lambda row: row.changed, always=False),
    _Column("machine", lambda row: row.machine),
    _Column("translated", lambda row: row.translated),
    _Column("broken", lambda row: row.broken, always=False),
    _Column("draft", lambda row: f"{_percent(row.draft)}%"),
    _Column("release", lambda row: f"{_percent(row.release)}%"),
    _Column("to do", lambda row: row.words_to_do),
)


def _percent(share: float) -> int:
    """A share in percent, rounded down: 99.9 % is not all of it."""
    return int(share * 100)
