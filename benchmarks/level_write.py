"""`python -m benchmarks level-fit FOLDER`: fits reading level and writes its data files."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.level_errors import error_of
from benchmarks.level_fit import FEW, Ground, fitted, read_ground
from benchmarks.level_texts import PARALLEL
from pipeline.level.anchors import FEATURES

DATA = Path(__file__).parent.parent / "pipeline" / "data" / "level"
LICENCES = {
    "ntrex_parallel": "NTREX-128, CC BY-SA 4.0",
    "tico19_half": "TICO-19, half of its documents, CC0 1.0",
    "udhr_parallel": "Universal Declaration of Human Rights, public domain",
    "cefrsp_wikiauto": "CEFR-SP, the part from Wiki-Auto, CC BY-SA 3.0",
    "de_textcomplexity": "TextComplexityDE, MIT",
    "onestop": "OneStopEnglish, CC BY-SA 4.0",
    "pt_porsimples_sent": "PorSimplesSent, CC BY 4.0",
    "cochrane_pls": "Cochrane abstracts and plain language summaries, CC BY 4.0",
}


def main(words: list[str]) -> None:
    """Fit and write."""
    if len(words) != 1:
        raise SystemExit("python -m benchmarks level-fit FOLDER")
    ground = read_ground(Path(words[0]))
    write(ground, fitted(ground))
    sys.stdout.write(f"Written to {DATA}.\n")


def write(ground: Ground, coefficients_of: Mapping[str, dict]) -> None:
    """Write the data files."""
    model = {
        "note": "Written by `python -m benchmarks level-fit`. Numbers only, from these sets.",
        "licences": LICENCES,
        "usual": dict(zip(FEATURES, ground.usual, strict=True)),
        **coefficients_of,
        "error": error_of(ground, coefficients_of["level"]),
        "few": FEW,
    }
    _write(DATA / "model.json", model, 1)
    languages = {
        name: {
            "support": link.support,
            "zipf": link.zipf,
            "lengths": link.lengths,
            "shift": dict(zip(FEATURES, link.shift, strict=True)),
        }
        for name, link in sorted(ground.links.items())
    }
    licences = {name: LICENCES[name] for name in PARALLEL}
    note = "How each language compares with English in the same texts. Numbers only."
    _write(
        DATA / "anchors.json", {"note": note, "licences": licences, "languages": languages}, None
    )
    for name, counted in ground.thin.items():
        said = {
            "note": "Words of translated news by how often they stand there.",
            "licence": "Counted from NTREX-128; CC BY-SA 4.0",
            **counted,
        }
        _write(DATA / "thin" / f"{name}.json", said, 0)


def _write(path: Path, data: Mapping[str, Any], indent: int | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    path.write_text(text + "\n", encoding="utf-8")
