"""Outcomes and states as a person reads them in a terminal."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.outcome import Outcome
from pipeline.status import Row, Status

_STYLES = {"failed": "bold red", "cantTell": "yellow", "untested": "yellow", "passed": "green"}
_WORDS = {
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
    table = Table(box=None, pad_edge=False)
    for name in ("locale", "leaflet"):
        table.add_column(name, no_wrap=True)
    for name in (
        "segments", "words", "missing", "changed", "machine", "translated", "broken", "draft",
        "release", "words to do",
    ):  # fmt: skip
        table.add_column(name, justify="right")
    for row in found.rows:
        table.add_row(*_cells(row))
    console.print(table)
    console.print(
        f"\n{found.unverified} facts rest on sources that no named person has read.",
        highlight=False,
    )
    console.print(f"{len(found.tasks)} review tasks are open:", highlight=False)
    for place, text in found.tasks:
        console.print(Text(f"  {place}: {text}"), soft_wrap=True)


def _cells(row: Row) -> list[str]:
    counts = (
        row.segments, row.words, row.missing, row.changed, row.machine, row.translated, row.broken,
    )  # fmt: skip
    shares = (f"{row.draft:.0%}", f"{row.release:.0%}")
    return [
        row.locale,
        row.domain,
        *(str(count) for count in counts),
        *shares,
        str(row.words_to_do),
    ]
