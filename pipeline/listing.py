"""Outcomes, and what builds and signing came to, as a person reads them in a terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from pipeline.build import Built
from pipeline.outcome import Outcome, Verdict
from pipeline.release import Gap
from pipeline.signing import Signed

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
