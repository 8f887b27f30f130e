"""`python -m benchmarks merge`: one large catalogue, some edited messages, and three tools.

A match is right when the translation that a tool offers for an edited message is the one of the
text that was edited.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

import polib

from benchmarks.edits import Edits, invented, sentences, write_edits
from benchmarks.processes import Run, run
from benchmarks.pseudo import pseudo
from benchmarks.results import machine, markdown
from benchmarks.shapes import labels, numbered
from pipeline import __version__

RESULTS = Path(__file__).parent / "RESULTS-MERGE.md"
SAID = """\
Each run is a process of its own, from its start to its end. The tools take turns (A B C, A B C, …);
seconds are medians. All three match fuzzily, each with its own defaults, and note the former text:
`msgmerge --previous`, `pot2po`, `plainleaf update`. An edited message has one edit: a word is
replaced, put in or left out, a number changes, a sentence is added, a comma is added, or two words
change places. *Right*: the translation that is offered is the one of the text that was edited.
*Wrong*: it is another one. *None*: nothing is offered. Plainleaf also writes of each match whether
its meaning, its wording or nothing but its looks changed."""
GROUNDS = (
    ("Invented words", invented, "Sentences of 2,000 invented words, which are much alike."),
    (
        "Plain English",
        sentences,
        "Paragraphs and sentences in which Python and packages describe themselves.",
    ),
    ("Short labels", labels, "Two to seven words of a program's menus, from some sixty words."),
    ("Numbered messages", numbered, "Four moulds, filled with two numbers and two words each."),
)


@dataclass(slots=True)
class Tool:
    """One tool: how it merges a template into a copy of the catalogue, and what came of it."""

    name: str
    version: str
    """Empty where it is not installed."""
    command: Callable[[Edits, Path], list[str]]
    runs: list[Run] = field(default_factory=list)
    matches: Counter[str] = field(default_factory=Counter)
    by_kind: Counter[str] = field(default_factory=Counter)


def _tools() -> tuple[Tool, ...]:
    toolkit = str(Path(sys.executable).parent / "pot2po")
    return (
        Tool(
            "Plainleaf",
            __version__,
            lambda edits, out: [
                sys.executable, "-m", "pipeline.cli", "update", str(edits.template), str(out),
            ],
        ),
        Tool(
            "GNU msgmerge",
            _gettext(),
            lambda edits, out: [
                "msgmerge", "--quiet", "--previous", "-o", str(out), str(edits.catalogue),
                str(edits.template),
            ],
        ),
        Tool(
            "pot2po (translate-toolkit)",
            version("translate-toolkit"),
            lambda edits, out: [
                toolkit, "--progress=none", "-t", str(edits.catalogue), str(edits.template),
                str(out),
            ],
        ),
    )  # fmt: skip


def _gettext() -> str:
    if not shutil.which("msgmerge"):
        return ""
    asked = ["msgmerge", "--version"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603  ours
    return said.stdout.splitlines()[0].split()[-1]


def main(words: Sequence[str]) -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser("python -m benchmarks merge", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each tool runs (5)")
    parser.add_argument("--entries", type=int, default=20_000, help="messages (20,000)")
    parser.add_argument("--edited", type=int, default=1_000, help="edited messages (1,000)")
    options = parser.parse_args(words)
    parts = [
        "# Updates beside other tools",
        "`python -m benchmarks merge` makes these catalogues, runs the tools and writes this page.",
        f"{datetime.now(UTC):%d %B %Y} · {options.rounds} rounds · {machine()}",
        SAID,
    ]
    with tempfile.TemporaryDirectory() as name:
        for title, texts_of, what in GROUNDS:
            edits = write_edits(Path(name), options.entries, options.edited, texts_of)
            size = edits.catalogue.stat().st_size / 1_000_000
            tools = [tool for tool in _tools() if tool.version]
            _race(tools, edits, Path(name), options.rounds)
            facts = f"{options.entries:,} messages, {size:.1f} MB, {len(edits.originals):,} edited."
            parts += [f"## {title}", f"{what} {facts}", _table(tools, edits), _kinds(tools, edits)]
    text = "\n\n".join(parts) + "\n"
    RESULTS.write_text(text, "utf-8")
    sys.stdout.write(text)


def _race(tools: Sequence[Tool], edits: Edits, folder: Path, rounds: int) -> None:
    for _ in range(rounds):
        for tool in tools:
            out = folder / "out.po"
            out.unlink(missing_ok=True)
            if tool is tools[0]:  # It updates a file in its place.
                shutil.copy(edits.catalogue, out)
            tool.runs.append(run(tool.command(edits, out), folder))
            tool.matches, tool.by_kind = _matches(out, edits)


def _matches(out: Path, edits: Edits) -> tuple[Counter[str], Counter[str]]:
    """How many matches are right, wrong or missing, and how many are right by kind of edit."""
    found = {entry.msgid: entry.msgstr for entry in polib.pofile(str(out)) if not entry.obsolete}
    every, kinds = Counter[str](), Counter[str]()
    for msgid, original in edits.originals.items():
        told = found[msgid]
        verdict = "right" if told == pseudo(original) else "wrong" if told else "none"
        every[verdict] += 1
        kinds[edits.kinds[msgid]] += verdict == "right"
    return every, kinds


def _table(tools: Sequence[Tool], edits: Edits) -> str:
    head = (
        "Tool", "Version", "Seconds", "Least to most", "Ratio to ours", "Processor seconds",
        "Right", "Wrong", "None",
    )  # fmt: skip
    ours = median(one.seconds for one in tools[0].runs)
    rows = []
    for tool in tools:
        times = [one.seconds for one in tool.runs]
        rows.append(
            (
                tool.name,
                tool.version,
                f"{median(times):.2f}",
                f"{min(times):.2f} to {max(times):.2f}",
                f"{median(times) / ours:.2f}",
                f"{median(one.processor for one in tool.runs):.2f}",
                *(f"{tool.matches[one]:,}" for one in ("right", "wrong", "none")),
            )
        )
    assert all(sum(tool.matches.values()) == len(edits.originals) for tool in tools)  # noqa: S101  each edit counts once
    return markdown(head, rows)


def _kinds(tools: Sequence[Tool], edits: Edits) -> str:
    """Right matches by kind of edit."""
    tried = Counter(edits.kinds.values())
    rows = [
        (kind, f"{count}", *(f"{tool.by_kind[kind]}" for tool in tools))
        for kind, count in sorted(tried.items())
    ]
    return markdown(("Right, by edit", "Tried", *(tool.name for tool in tools)), rows)
