"""The tuning data of reading level: texts with human labels, and the same texts in many languages.

They do not ship with Plainleaf. A folder holds one file for each set, one JSON object a line, with
`id`, `text`, `lang`, `group` and `licence`, and `level` where people gave one.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from pipeline.level.spaceless import LONGEST

NEWS, HEALTH, DECLARATION = "ntrex_parallel", "tico19_half", "udhr_parallel"
PARALLEL = (NEWS, HEALTH, DECLARATION)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A set that people judged."""

    name: str
    language: str
    title: str
    share: float
    """How much it counts in the fit, beside the first one."""
    scale: float
    """How many CEFR levels one step of its labels is taken for."""
    pairs: bool
    """Whether it holds harder and easier versions of the same text, by group."""


LABELLED = (
    Labelled(
        "cefrsp_wikiauto", "en", "CEFR-SP, sentences of encyclopaedias", 1.0, 1.0, pairs=False
    ),
    Labelled("de_textcomplexity", "de", "TextComplexityDE, sentences", 0.5, 0.75, pairs=False),
    Labelled("onestop", "en", "OneStopEnglish, documents", 0.2, 0.8, pairs=True),
    Labelled("cochrane_pls", "en", "Cochrane, technical and plain abstracts", 0.2, 1.0, pairs=True),
    Labelled("pt_porsimples_sent", "pt", "PorSimplesSent, sentences", 0.4, 0.5, pairs=True),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One text."""

    text: str
    language: str
    group: str
    level: float


def rows(folder: Path, name: str) -> list[Row]:
    """The texts of one set, in the order of its file."""
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [
            Row(each["text"], each["lang"], str(each["group"]), float(each.get("level") or 0))
            for each in map(json.loads, lines)
        ]


def by_language(texts: list[Row]) -> dict[str, list[Row]]:
    """The texts of each language, the languages in order."""
    found = defaultdict(list)
    for row in texts:
        found[row.language].append(row)
    return dict(sorted(found.items()))


def parallel(folder: Path) -> tuple[dict[str, list[Row]], dict[str, dict[str, int]]]:
    """(the texts that are the same in all languages, how many of a set and language are left out).

    Left out are texts in which blanks between words were lost.
    """
    kept, left_out = {}, {}
    for name in PARALLEL:
        every = by_language(rows(folder, name))
        bad = {one: set(run_together(texts, every["en"])) for one, texts in every.items()}
        kept[name] = [
            row for texts in every.values() for row in texts if row.group not in bad[row.language]
        ]
        left_out[name] = {one: len(groups) for one, groups in bad.items() if groups}
    return kept, left_out


LONGER, FEWER, ENOUGH = 1.5, 0.7, 8
"""A text has lost blanks if it has so many times the letters per word that are usual in its
language, and so many times the words that are usual for its English side, or fewer, where that
has `ENOUGH` words."""


def run_together(texts: list[Row], english: list[Row]) -> Iterator[str]:
    """The groups of one language's texts in which blanks between words were lost."""
    if texts[0].language in LONGEST:
        return
    words_in_english = {row.group: len(row.text.split()) for row in english}
    both = [row for row in texts if words_in_english.get(row.group, 0) >= ENOUGH]
    words = [len(row.text.split()) or 1 for row in both]
    letters = [len(row.text) / count for row, count in zip(both, words, strict=True)]
    shares = [count / words_in_english[row.group] for row, count in zip(both, words, strict=True)]
    long, few = LONGER * median(letters), FEWER * median(shares)
    for row, size, share in zip(both, letters, shares, strict=True):
        if size > long and share < few:
            yield row.group
