"""The tables that people read, in Markdown."""

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import date

from benchmarks.race import Runs
from benchmarks.stages import ORDER

MEGABYTE = 1_000_000
ABSENT = "not installed"
DIFFERENCES = """\
Each run is a process of its own, from its start to its end, and starts from nothing. The tools take
turns (A B C, A B C, …). Seconds are medians, on the clock and of the processor with its children's,
which other work on the machine changes least; memory is the peak of a tool's processes together.
Every tool translates with a catalogue made from its own template: 85 % of the messages translated,
10 % fuzzy, 5 % empty, chosen by a message's words, so alike for all.

The work is alike but not the same. All three write one template for the whole folder, and then one
file for each leaflet with one catalogue. translate-toolkit and po4a write Markdown. Plainleaf
writes the HTML page, marks the language of every block that stays English, and compares links,
numbers, phone numbers and markup of every message before it shows it. It counts a table's cell as
a message, as translate-toolkit does; po4a takes a whole table for one. Code blocks are left out
everywhere; there are none in these leaflets."""


WHERE = """\
Plainleaf alone, on one processor, in per cent of its processor time. Otherwise it spreads the files
of a folder over the processors there are; start-up, catalogue and template are done once."""


def report(
    size: tuple[int, int],
    rounds: int,
    races: Sequence[tuple[str, Sequence[Runs]]],
    where: Mapping[str, Mapping[str, float]],
    today: date,
) -> str:
    """Everything, as it stands in RESULTS.md."""
    count, size_in_bytes = size
    parts = [
        "# Speed beside other tools",
        "`make bench` makes these leaflets, runs the tools and writes this page.",
        (
            f"{today.day} {today:%B %Y} · {count} invented leaflets, "
            f"{size_in_bytes / MEGABYTE:.2f} MB · {rounds} rounds · {machine()}"
        ),
    ]
    for title, results in races:
        parts += [f"## {title}", table(results)]
    parts += [
        "## What is compared",
        DIFFERENCES,
        "## Where the time goes",
        WHERE,
        where_table(where),
    ]
    return "\n\n".join(parts) + "\n"


def table(results: Sequence[Runs]) -> str:
    """One race: medians, their ratio to ours, memory, and what came of it."""
    translated = any(result.files for result in results)
    made = ("Files", "Words shown translated") if translated else ("Messages",)
    times = ("Seconds", "Least to most", "Ratio to ours", "Processor seconds", "Ratio to ours")
    head = ("Tool", "Version", *times, "Peak MB", *made)
    rows = [_row(result, results[0], translated=translated) for result in results]
    return markdown(head, rows)


def _row(result: Runs, ours: Runs, *, translated: bool) -> tuple[str, ...]:
    if not result.runs:
        return (result.contestant.name, ABSENT, *("–" for _ in range(8 if translated else 7)))
    times = [run.seconds for run in result.runs]
    made = (f"{result.files:,}", f"{result.words:,}") if translated else (f"{result.messages:,}",)
    return (
        result.contestant.name,
        result.contestant.version,
        f"{result.seconds:.2f}",
        f"{min(times):.2f} to {max(times):.2f}",
        f"{result.seconds / ours.seconds:.2f}",
        f"{result.processor:.2f}",
        f"{result.processor / ours.processor:.2f}",
        f"{result.peak / MEGABYTE:.0f}",
        *made,
    )


def where_table(where: Mapping[str, Mapping[str, float]]) -> str:
    """Processor time of ours by stage, in per cent of each run."""
    totals = {name: sum(stages.values()) for name, stages in where.items()}
    rows = [
        (stage, *(f"{stages.get(stage, 0) / totals[name]:.0%}" for name, stages in where.items()))
        for stage in ORDER
    ]
    rows.append(("seconds in all", *(f"{total:.2f}" for total in totals.values())))
    return markdown(("Stage", *where), rows)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table."""
    line = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, line, *rows))


def machine() -> str:
    """Where the runs took place."""
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processor cores, "
        f"Python {platform.python_version()}"
    )
