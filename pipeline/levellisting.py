"""Reading levels as a person reads them in a terminal, and as a program reads them."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from pipeline.appraisal import APART, MARGIN, SUPPORT, Appraisal, Mend, of_formulas
from pipeline.checks._voice import shortened
from pipeline.leafletlevels import Row
from pipeline.level import cefr

_SHORTEST, _WIDTH = 70, 80
_FOREIGN = 0.5
"""The share of rare words beyond which a text is hardly in the language that it is read as."""


def figures(found: Appraisal, name: str) -> Iterator[str]:
    """All that is said of one text."""
    reading, whole = found.reading, found.whole
    yield f"{name} ({found.language})"
    if not reading.words:
        yield "  level           none: it has no words that are read as sentences"
        return
    said = found.silent or f"{found.said}, 1 for A1 to 6 for C2"
    yield from _wrapped(said, "  level           ", " " * 18)
    if whole and found.level is not None:
        yield f"  with all words  {whole.level:.1f} (above, terms that it explains are set aside)"
    yield f"  words           {reading.words} in {reading.sentences} sentences"
    if found.level is not None:
        yield f"  sentence index  {reading.sentence_index:.1f} (the level of its sentences alone)"
        yield f"  word index      {reading.word_index:.1f} (the level of its words alone)"
    if reading.rare is not None:
        yield f"  rare words      {reading.rare:.0%}"
        if reading.rare > _FOREIGN:
            doubt = f"Is this {found.language}? Most of its words are hardly ever written there. "
            yield from _wrapped(f"{doubt}Name its language with --lang.", " " * 18, " " * 18)
    rests_on = f"{reading.support}. {SUPPORT[reading.support]}"
    yield from _wrapped(rests_on, "  rests on        ", " " * 18)
    if found.school and found.level is not None:
        school = found.school
        both = f" ({school.fkgl_all:.1f} with all words)" if whole else ""
        yield f"  school grades   Flesch-Kincaid {school.fkgl:.1f}{both}, SMOG {school.smog:.1f}"


def formulas(found: Appraisal) -> Iterator[str]:
    """What the language's own formulas say, and whose they are."""
    said = of_formulas(found)
    for formula, value in said:
        told = f"{formula.name}: {value:.1f} ({formula.scale}; {formula.source})"
        yield from _wrapped(told, "  ", " " * 6)
    yield from _wrapped(
        APART if said else f"Plainleaf trusts no formula for {found.language}.", "  "
    )


def to_mend(blocks: Sequence[Mend]) -> Iterator[str]:
    """The hardest blocks: where, why, and what would help."""
    if blocks:
        yield "  The hardest blocks:"
    for one in blocks:
        yield f"  {one.block.place}: {one.reason}"
        yield f"      {_begins(one.block.text)}"
        if one.rare and not one.reason.startswith("rare words"):
            yield f"      rare words: {', '.join(one.rare)}"
        for word, better in one.better:
            yield f"      “{word}”: better: {better}"


def _begins(text: str) -> str:
    """The beginning of a block on one line; letters of Chinese and Japanese are twice as wide."""
    is_wide = any(east_asian_width(letter) in {"W", "F"} for letter in text[:_SHORTEST])
    return shortened(text, _SHORTEST // 2 if is_wide else _SHORTEST)


def table(rows: Iterable[Row]) -> Iterator[str]:
    """A line for each locale under the name of its leaflet, and what the marks mean."""
    rows = list(rows)
    cells: list[tuple[str, ...]] = [("", "level", "all words", "above source", "words", "rests on")]
    cells += map(_cells, rows)
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)]
    heading, *lines = (_padded(line, wide) for line in cells)
    yield heading
    leaflet = None
    for row, line in zip(rows, lines, strict=True):
        if row.leaflet != leaflet:
            leaflet = row.leaflet
            yield leaflet
        yield line
    if any(row.lacking for row in rows):
        yield "* without parts that are not translated; the source is read without them too"
    if any(row.own for row in rows):
        yield "+ measured with approved leaflets of the project's own as well"
    yield from _wrapped(MARGIN)


def _cells(row: Row) -> tuple[str, ...]:
    found, whole = row.found, row.found.whole
    every = f"{whole.level:.1f}" if whole and found.level is not None else ""
    count = str(found.reading.words) + ("*" if row.lacking else "")
    support = found.reading.support + (" +" if row.own else "")
    return row.locale.tag, found.said, every, row.said_above, count, support


def _padded(cells: Sequence[str], wide: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if column in _RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, wide, strict=True))
    )
    return f"  {'  '.join(padded)}".rstrip()


def _wrapped(text: str, before: str = "", indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=before, subsequent_indent=indent)


_RIGHT = {2, 3, 4}
"""Columns of numbers."""


# ── for programs ───────────────────────────────────────────────────────────────────────────────
def plain(found: Appraisal) -> dict[str, object]:
    """All figures of one text; what is not said is null, and `why` says why."""
    reading, school, said = found.reading, found.school, found.level is not None
    return {
        "language": found.language,
        "level": found.level,
        "error": reading.error if said else None,
        "band": cefr(found.level) if found.level is not None else None,
        "why": found.silent or None,
        "level_all_words": found.whole.level if found.whole and said else None,
        "sentence_index": reading.sentence_index if said else None,
        "word_index": reading.word_index if said else None,
        "rare_words": reading.rare,
        "words": reading.words,
        "sentences": reading.sentences,
        "support": reading.support,
        "fkgl": school.fkgl if school and said else None,
        "fkgl_all_words": school.fkgl_all if school and found.whole and said else None,
        "smog": school.smog if school and said else None,
        "formulas": {formula.name: value for formula, value in of_formulas(found)} if said else {},
    }


def plain_row(row: Row) -> dict[str, object]:
    """The figures of one leaflet in one locale."""
    about = {"leaflet": row.leaflet, "locale": row.locale.tag}
    return (
        about
        | plain(row.found)
        | {"above_source": row.above, "untranslated": row.lacking, "own_anchors": row.own}
    )


def plain_blocks(blocks: Iterable[Mend]) -> list[dict[str, object]]:
    """The hardest blocks."""
    return [
        {
            "file": one.block.place.file,
            "line": one.block.place.line,
            "reason": one.reason,
            "rare_words": one.rare,
            "better": dict(one.better),
            "text": one.block.text,
        }
        for one in blocks
    ]
