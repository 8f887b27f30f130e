"""Levels as a plot of one leaflet: a row for each language, a mark for the level, a bar for ±.

Only places are worked out here; the page shell draws. Lengths are units of the SVG's viewBox.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.level import cefr

WIDTH = 360
_LEFT, _RIGHT, _TOP, _ROW, _FOOT = 62, 352, 6, 24, 22
_EASIEST, _HARDEST = 1, 6
SHAPES = {
    "calibrated": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "linked, order checked": "M0-7L7 0L0 7L-7 0z",
    "linked, unchecked": "M0-7L7 5.5H-7z",
    "thin": "M-5.5-5.5H5.5V5.5H-5.5z",
}
"""The outline of a mark about its middle, by what the level rests on."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One language's level, to be drawn."""

    label: str
    level: float | None
    error: float
    support: str
    is_source: bool
    instead: str
    """What is said where there is no level."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of a plot: where it stands, and how far its bar goes."""

    bar: Bar
    shape: str
    y: float
    x: float = 0
    low: float = 0
    high: float = 0


@dataclass(frozen=True, slots=True)
class Plot:
    """One leaflet's plot."""

    height: float
    rows: tuple[Drawn, ...]
    foot: float
    """Where the lines of the bands end."""
    source: float | None
    """Where the level of the source stands; None where it is not said."""
    bands: tuple[tuple[str, float], ...]
    """The names of the bands, and the middle of each."""
    bounds: tuple[float, ...]
    """Where one band ends and the next begins, and both ends."""


def plot(bars: Sequence[Bar]) -> Plot:
    """The plot of these rows, from top to bottom."""
    foot = _TOP + _ROW * len(bars)
    known = [bar.level for bar in bars if bar.is_source and bar.level is not None]
    ends = (_EASIEST, *(band + 0.5 for band in range(_EASIEST, _HARDEST)), _HARDEST)
    return Plot(
        height=foot + _FOOT,
        rows=tuple(_drawn(bars)),
        foot=foot,
        source=_at(known[0]) if known else None,
        bands=tuple(_bands(ends)),
        bounds=tuple(map(_at, ends)),
    )


def _drawn(bars: Sequence[Bar]) -> Iterable[Drawn]:
    for number, bar in enumerate(bars):
        y, shape = _TOP + _ROW * (number + 0.5), SHAPES.get(bar.support, "")
        if bar.level is None:
            yield Drawn(bar, shape, y)
        else:
            low, high = _at(bar.level - bar.error), _at(bar.level + bar.error)
            yield Drawn(bar, shape, y, _at(bar.level), low, high)


def _bands(ends: Sequence[float]) -> Iterable[tuple[str, float]]:
    for low, high in pairwise(ends):
        middle = (low + high) / 2
        yield cefr(middle), _at(middle)


def _at(level: float) -> float:
    """Where a level stands from left to right; what lies beyond an end stands at that end."""
    within = min(_HARDEST, max(_EASIEST, level))
    return round(_LEFT + (_RIGHT - _LEFT) * (within - _EASIEST) / (_HARDEST - _EASIEST), 1)
