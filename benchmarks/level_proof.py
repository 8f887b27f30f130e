"""`python -m benchmarks level FOLDER [--write]`: how well reading level does, in tables.

With `--write` they are written to LEVEL.md beside this file.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks.level_contest import scores
from benchmarks.level_fit import Ground, fitted, read_ground, samples, scatter
from benchmarks.level_measures import FOLDS, folds, in_order, mean_error, rho
from benchmarks.level_ridge import Sample, coefficients
from benchmarks.level_spread import alarms, left_out, lengths, spread
from benchmarks.level_texts import LABELLED, Labelled, rows
from pipeline.level.anchors import FEATURES

PAGE = Path(__file__).parent / "LEVEL.md"
HEAD = """\
# How well reading level does

Made by `python -m benchmarks level FOLDER --write` on the tuning data, which do not ship. rho is
Spearman's correlation with the human label; *pairs* is the share of harder and easier versions of
one text that are put in order; *error* is the mean error in steps of the set's own labels, after a
straight line from the other folds.

- The coefficients of a fold have not seen its texts. The features and the few settings of the fit
  were chosen with these sets in view, so new texts will do somewhat worse.
- “No … seen” leaves out all labels of that language. The two indices are those that ship.
- textstat's best formula is chosen for each set after the fact, and turned round (−) where that
  serves it better. Of documents `difficult_words` is a count: it tells long from short documents.
"""


def main(words: list[str]) -> None:
    """Measure, print, and write if told to."""
    folders = [word for word in words if word != "--write"]
    if len(folders) != 1:
        raise SystemExit("python -m benchmarks level FOLDER [--write]")
    folder = Path(folders[0])
    ground = read_ground(folder)
    parts = (_labelled(ground, folder), spread(ground, folder), alarms(ground), lengths(ground))
    said = "\n".join([HEAD, *chain.from_iterable(parts), *left_out(ground)])
    if "--write" in words:
        PAGE.write_text(said.rstrip("\n") + "\n", encoding="utf-8")
    sys.stdout.write(said + "\n")


# ── sets with labels ────────────────────────────────────────────────────────────────────────────
def _labelled(ground: Ground, folder: Path) -> Iterator[str]:
    sets, noise = samples(ground), scatter(ground)
    indices = fitted(ground)
    yield "## Sets with labels\n"
    yield "| set | texts | measure | rho | pairs | error |\n| --- | --- | --- | --- | --- | --- |"
    for one in LABELLED:
        sample = sets[one.name]
        fold = folds(sample.groups)
        for name, score in _scores(one, sets, noise, indices, fold):
            yield _row(one, name, score, sample, fold)
        texts = [row.text for row in rows(folder, one.name)]
        if len(texts) == len(sample.y):
            for name, score in _theirs(texts, one.language, sample.y):
                yield _row(one, name, score, sample, fold)
    yield ""


def _scores(
    one: Labelled,
    sets: Mapping[str, Sample],
    noise: np.ndarray,
    indices: Mapping[str, dict],
    fold: np.ndarray,
) -> Iterator[tuple[str, np.ndarray]]:
    sample = sets[one.name]
    score = np.zeros(len(sample.y))
    for each in range(FOLDS):
        mine = fold == each
        seen = {**sets, one.name: sample.part(~mine)}
        score[mine] = sample.x[mine] @ coefficients(list(seen.values()), FEATURES, noise)
    yield f"**level**, {FOLDS} folds by group", score
    languages = {each.name: each.language for each in LABELLED}
    others = [found for name, found in sets.items() if languages[name] != one.language]
    yield f"level, no {one.language} seen", sample.x @ coefficients(others, FEATURES, noise)
    for name in ("sentence_index", "word_index"):
        weights = [indices[name].get(feature, 0.0) for feature in FEATURES]
        yield name.replace("_", " "), sample.x @ np.array(weights)


def _theirs(texts: list[str], language: str, label: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    found = {name: np.array(score) for name, score in scores(texts, language).items()}
    usable = {name: score for name, score in found.items() if score.std() > 0}
    best = max(usable, key=lambda name: abs(rho(usable[name], label)))
    sign = np.sign(rho(usable[best], label))
    yield f"textstat’s best: {'−' if sign < 0 else ''}{best}", usable[best] * sign
    yield "textstat’s lix", usable["lix"]


def _row(one: Labelled, name: str, score: np.ndarray, sample: Sample, fold: np.ndarray) -> str:
    pairs = f"{in_order(score, sample.y, sample.groups):.3f}" if one.pairs else "–"
    off = mean_error(score, sample.y, fold)
    agrees = rho(score, sample.y)
    return f"| {one.title} | {len(sample.y)} | {name} | {agrees:.3f} | {pairs} | {off:.2f} |"
