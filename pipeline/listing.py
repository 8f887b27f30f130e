"""Outcomes and states as a person reads them in a terminal."""

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.build import Built
from pipeline.outcome import Outcome, Verdict
from pipeline.release import Gap
from pipeline.signing import Signed
from pipeline.status import Row, Status
from pipeline.worklist import Job

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
MOST_JOBS = 10
"""How many jobs `status` lists."""


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


def show_build(console: Console, built: Built) -> None:
    """What is held back everywhere, then locale by locale; then what files have to say."""
    for leaflet, reasons in built.held.items():
        _say(console, f"held back: {leaflet}")
        for reason in reasons:
            _say(console, f"  {reason}")
    for gap in built.gaps:
        _gap(console, gap, out=gap.leaflet in built.absent[gap.locale])
    if built.removed:
        files = "1 file" if built.removed == 1 else f"{built.removed} files"
        _say(console, f"taken away: {files} of earlier builds that this one does not make.")
    for line in built.ignored:
        _say(console, f"{line.place}: this line counts for nothing: {line.why}.")
    for artifact in built.artifacts:
        for note in artifact.notes:
            _say(console, f"{artifact.path}: {note}")


def _gap(console: Console, gap: Gap, *, out: bool) -> None:
    """What of one leaflet is not released in one locale, counted by cause and place."""
    head = "held back" if out else "in English"
    alone = " Nothing of it is signed." if gap.bare else ""
    _say(console, f"{head}: {gap.leaflet} in {gap.locale}: {_of(gap)}.{alone}")
    own = [one for one in gap.parts if one.segment.leaflet == gap.leaflet]
    shared = [one for one in gap.parts if one.segment.leaflet != gap.leaflet]
    for domain in dict.fromkeys(one.segment.leaflet for one in shared):
        these = [one.why for one in shared if one.segment.leaflet == domain]
        _say(console, f"  shared words, {domain}: {_told(these)}")
    safe = [one for one in own if one.segment.safety]
    others = [one for one in own if not one.segment.safety]
    few = others if len(others) <= MOST_ALIKE else []
    for one in (*safe, *few):
        kind = "safety block" if one.segment.safety else one.segment.kind
        words = textwrap.shorten(one.segment.msgid, 60, placeholder=" …")
        _say(console, f"  {one.place}: {one.why}, {kind}: “{words}”")
    if not few and others:
        _say(console, f"  {'others' if safe else 'parts'}: {_told(one.why for one in others)}")


def _of(gap: Gap) -> str:
    return f"{len(gap.parts)} of {gap.total} parts"


def _told(reasons: Iterable[str]) -> str:
    """How many there are of each reason, the most frequent first."""
    counts = Counter(reasons).most_common()
    return ", ".join(f"{count} {why}" for why, count in counts)


def show_signed(console: Console, signed: Signed, path: str, *, dry_run: bool) -> None:
    """How many were signed, and each of the others with its reason."""
    for one in signed.refused:
        words = textwrap.shorten(one.segment.msgid, 60, placeholder=" …")
        _say(console, f"{one.place}: not signed: {one.why}: “{words}”")
    if signed.already:
        _say(console, f"{signed.already} had this step already.")
    if signed.drafts:
        _say(console, f"{signed.drafts} lost the comment “machine translation, …, not reviewed”.")
    word = "would be signed" if dry_run else "signed"
    if signed.whole:
        _say(console, f"{word}: {signed.whole}")
    where = f" → {path}" if signed.signatures and not dry_run else ""
    _say(console, f"{len(signed.signatures)} {word}, {len(signed.refused)} not{where}.")


def _say(console: Console, text: str) -> None:
    console.print(Text(text), soft_wrap=True)


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
    _words(console, found)
    _next(console, found.next)
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


def _words(console: Console, found: Status) -> None:
    """The same in words, locale by locale; then how much of the source text is signed."""
    _say(console, "translated: by a person. revised, approved: parts of those that are signed so.")
    for locale in dict.fromkeys(row.locale for row in found.rows):
        rows = [row for row in found.rows if row.locale == locale]
        counts = Counter[str]()
        for row in rows:
            counts.update(row.words_in)
        told = ", ".join(f"{counts[name]} {name}" for name in rows[0].words_in if counts[name])
        _say(console, f"{locale}: {sum(row.words for row in rows)} words: {told}")
    approved = sum(row.approved for row in found.source)
    total = sum(row.segments for row in found.source)
    _say(console, f"source text: {approved} of {total} parts approved\n")


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
    _Column("revised", lambda row: row.revised),
    _Column("approved", lambda row: row.approved),
)
