"""The tools that are measured, and how each is asked for the same work."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.pseudo import LOCALE
from pipeline import __version__

Command = list[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where everything lies for one tool; every tool has a ground of its own."""

    source: Path
    place: Path

    @property
    def template(self) -> Path:
        """The template that it writes."""
        return self.place / "all.pot"

    @property
    def catalogue(self) -> Path:
        """The catalogue that is made from its template."""
        return self.place / f"{LOCALE}.po"

    @property
    def output(self) -> Path:
        """The folder for translated files."""
        return self.place / "output"

    @property
    def files(self) -> Sequence[Path]:
        """The leaflets."""
        return sorted(self.source.rglob("*.md"))


@dataclass(frozen=True, slots=True)
class Contestant:
    """One tool."""

    name: str
    version: str
    """Empty where it is not installed."""
    extract: Callable[[Ground], Command]
    translate: Callable[[Ground], Command]
    prepare: Callable[[Ground], None] = lambda _: None
    """What it needs before it translates; not measured."""


# ── ours ───────────────────────────────────────────────────────────────────────────────────────
def our_words(word: str, ground: Ground) -> list[str]:
    """The words of our command line for a stage."""
    if word == "extract":
        return [word, str(ground.source), "--output", str(ground.template)]
    target = ["--catalogue", str(ground.catalogue), "--output", str(ground.output)]
    return [word, str(ground.source), *target]


def _ours(word: str) -> Callable[[Ground], Command]:
    return lambda ground: [sys.executable, "-m", "pipeline.cli", *our_words(word, ground)]


# ── translate-toolkit ──────────────────────────────────────────────────────────────────────────
_TOOLKIT_OPTIONS = ("--progress=none", "--no-code-blocks")


def _toolkit_extract(ground: Ground) -> Command:
    one_template = ("-P", "--multifile=onefile", "--duplicates=merge")
    files = ("-i", str(ground.source), "-o", str(ground.template))
    return [_beside("md2po"), *one_template, *_TOOLKIT_OPTIONS, *files]


def _toolkit_translate(ground: Ground) -> Command:
    files = ("-t", str(ground.source), "-i", str(ground.catalogue), "-o", str(ground.output))
    return [_beside("po2md"), *_TOOLKIT_OPTIONS, *files]


def _beside(program: str) -> str:
    """A program of the environment that runs this."""
    return str(Path(sys.executable).parent / program)


# ── po4a ───────────────────────────────────────────────────────────────────────────────────────
_PO4A_FORMAT = ("-M", "UTF-8", "-o", "markdown")


def _po4a_extract(ground: Ground) -> Command:
    masters = [word for file in ground.files for word in ("-m", str(file))]
    return ["po4a-updatepo", "-f", "text", *_PO4A_FORMAT, *masters, "-p", str(ground.template)]


def _po4a_translate(ground: Ground) -> Command:
    whole = ("--no-update", "--keep", "0", "--quiet")
    return ["po4a", *whole, *_PO4A_FORMAT, "-L", "UTF-8", str(_configuration(ground))]


def _po4a_prepare(ground: Ground) -> None:
    pairs = [(file, ground.output / file.relative_to(ground.source)) for file in ground.files]
    lines = [f"[po4a_langs] {LOCALE}", f"[po4a_paths] {ground.template} $lang:{ground.catalogue}"]
    lines += [f"[type: text] {source} $lang:{target}" for source, target in pairs]
    _configuration(ground).write_text("\n".join(lines) + "\n", "utf-8")


def _configuration(ground: Ground) -> Path:
    return ground.place / "po4a.cfg"


def _po4a_version() -> str:
    if not shutil.which("po4a"):
        return ""
    asked = ["po4a", "--version"]
    said = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603  ours
    return said.stdout.split()[2].rstrip(".")


def contestants() -> tuple[Contestant, ...]:
    """Every tool, ours first."""
    toolkit = version("translate-toolkit")
    return (
        Contestant("Plainleaf", __version__, _ours("extract"), _ours("translate")),
        Contestant("translate-toolkit", toolkit, _toolkit_extract, _toolkit_translate),
        Contestant("po4a", _po4a_version(), _po4a_extract, _po4a_translate, _po4a_prepare),
    )
