"""`python -m benchmarks mutations`: puts faults into catalogues and prints what checks find."""

import argparse
import importlib.util
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.bodies import (
    HELD_OUT,
    LANGUAGES,
    OWN,
    THIRD_PARTY,
    Body,
    bodies,
    held_out,
    ours,
    third_party,
)
from benchmarks.mutation_page import page
from benchmarks.mutations import TRIES, Cell, Soundness, cells, soundness

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).parent / "MUTATIONS.md"
EVERY = tuple(dict.fromkeys((*LANGUAGES, *OWN)))
INSTALL = "pip install --no-deps --target FOLDER Django WTForms Sphinx"


def main(words: Sequence[str]) -> None:
    """Do what the command line says."""
    options = _options(words)
    began = time.process_time()
    found = list(_bodies(options))
    table: list[Cell] = []
    sound: list[Soundness] = []
    for body in found:
        sound.append(soundness(body))
        table += cells(body, sound[-1], options.tries)
    said = page(table, sound, _heading(found, table, options.held_out, time.process_time() - began))
    if options.write:
        RESULTS.write_text(said, "utf-8")
    if options.missed:
        options.missed.write_text("\n".join(_missed(table, sound)) + "\n", "utf-8")
    sys.stdout.write(said)


def _bodies(options: argparse.Namespace) -> Iterator[Body]:
    if options.catalogue:
        for file in options.catalogue:
            yield from bodies(file.name, [file], EVERY)
        return
    yield from ours(ROOT)
    if options.ours:
        return
    named = list(third_party(options.packages or _site()))
    absent = set(THIRD_PARTY.values()) - {one.origin for one in named}
    if absent:
        sys.stderr.write(
            f"No catalogues of {', '.join(sorted(absent))}. Run `{INSTALL}` and say "
            "`--packages FOLDER`.\n"
        )
        if options.write:
            sys.exit(2)
    yield from named
    if options.held_out:
        yield from held_out(options.held_out)


def _site() -> Path:
    """The folder of installed packages: that of the first of ours that is there."""
    specs = (importlib.util.find_spec(one) for one in THIRD_PARTY)
    origins = [Path(one.origin) for one in specs if one and one.origin]
    return origins[0].parent.parent if origins else ROOT / "absent"


def _packages(folder: Path | None) -> str:
    """The names of the packages that a folder holds catalogues of."""
    files = folder.glob("*/**/*.po") if folder else ()
    return ", ".join(sorted({one.relative_to(folder or "").parts[0] for one in files})) or "none"


def _heading(
    found: Sequence[Body], table: Sequence[Cell], others: Path | None, seconds: float
) -> str:
    today = datetime.now(UTC).date()
    size, tried = sum(one.size for one in found), sum(one.tried for one in table)
    files = sum(len(one.catalogues) for one in found)
    return (
        "`python -m benchmarks mutations --packages FOLDER --held-out OTHERS --write` writes this "
        f"page; `{INSTALL}` fills the folder. “{HELD_OUT}” are catalogues on which the checks "
        "were tuned least: they were looked at late, and are no blind trial: "
        f"{_packages(others)}.\n\n"
        f"{today.day} {today:%B %Y} · {files} catalogues, {size:,} messages · {tried:,} faults · "
        f"{seconds:.0f} seconds of one processor core · Python {platform.python_version()}"
    )


def _missed(table: Sequence[Cell], sound: Sequence[Soundness]) -> Iterator[str]:
    """What was not found, and what fails without a fault, one thing a line."""
    for cell in table:
        for msgid, before, after in cell.missed:
            where = (cell.kind, cell.origin, cell.language)
            yield "\t".join((*where, *(one.replace("\n", "⏎") for one in (msgid, before, after))))
    for one in sound:
        for said, message in one.alarms:
            at = f"{message.place.file}:{message.place.line}"
            texts = (text.replace("\n", "⏎") for text in (said, message.msgid, message.msgstr))
            yield "\t".join(("ALARM", one.origin, one.language, at, *texts))


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks mutations", description=__doc__)
    parser.add_argument("--ours", action="store_true", help="only our own catalogues")
    parser.add_argument("--packages", type=Path, help="folder of packages: Django, WTForms, Sphinx")
    parser.add_argument("--held-out", type=Path, help="folder of other packages with catalogues")
    parser.add_argument("--catalogue", type=Path, nargs="+", help="only these catalogues")
    parser.add_argument("--tries", type=int, default=TRIES, help=f"faults in each cell ({TRIES})")
    parser.add_argument("--missed", type=Path, help="file for what was not found")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}, too")
    return parser.parse_args(words)
