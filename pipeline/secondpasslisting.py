"""What the second pass came to, as a person reads it in a terminal, and as a program reads it."""

import textwrap
from collections.abc import Iterator, Sequence

from pipeline.rereading import Reread

_WIDTH = 80
_HEADS = (
    "locale", "texts", "read", "not yet", "blind", "same", "wording", "meaning", "safety",
    "changed", "open", "equal",
)  # fmt: skip
_MEANING = (
    "read: translated back by somebody who came fresh to the translation; blind: without having "
    "seen the source. same, wording, meaning, safety: what comparing both showed. changed: the "
    "translation is another since; open: it is not. equal: longer texts whose back-translation is "
    "the source word for word."
)


def table(several: Sequence[Reread]) -> Iterator[str]:
    """A line for each locale, what the columns mean, and who read."""
    cells = [_HEADS, *(_cells(one) for one in several)]
    # Two words of the heads stand above each other, so that all columns fit a terminal.
    wide = [max(max(map(len, c.split())) for c in column) for column in zip(*cells, strict=True)]
    upper = [head.partition(" ")[0] if " " in head else "" for head in _HEADS]
    lower = [head.rpartition(" ")[2] for head in _HEADS]
    for row in (upper, lower, *cells[1:]):
        yield _padded(row, wide)
    yield from textwrap.wrap(_MEANING, _WIDTH)
    for one in several:
        yield from textwrap.wrap(f"{one.locale.tag}: {one.said_by}", _WIDTH)


def _cells(one: Reread) -> tuple[str, ...]:
    counts = map(str, one.figures.values())
    return one.locale.tag, *counts, f"{one.likeness.share:.0%}" if one.likeness.of else "–"


def _padded(row: Sequence[str], wide: Sequence[int]) -> str:
    first, *rest = zip(row, wide, strict=True)
    cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
    return " ".join(cells).rstrip()


# ── for programs ───────────────────────────────────────────────────────────────────────────────
def plain(one: Reread) -> dict[str, object]:
    """All figures of a locale, and what is open."""
    alike = one.likeness
    return {
        "locale": one.locale.tag,
        **one.figures,
        "equal_to_source": alike.equal,
        "longer_texts": alike.of,
        "share_equal": alike.share,
        "by": one.by,
        "open_findings": [
            {
                "place": str(text.message.place),
                "severity": text.line.severity,
                "finding": text.line.finding,
            }
            for text in one.open
            if text.line
        ],
        "ignored_lines": [{"place": str(place), "why": why} for place, why in one.found.ignored],
    }
