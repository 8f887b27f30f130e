"""Where a catalogue's lines break: finding out a file's way, and breaking new lines that way."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

USUAL = 79
"""Columns of gettext's lines, with their quotes; for files that do not tell."""
_WIDTHS = (USUAL, 78, 77, 76, 80)
"""gettext, polib, translate-toolkit, Babel, and others."""
_PIECE = re.compile(r"[^ ]*?(?:[^ -]-(?=[^\W\d])|[.:;](?=[^\W\d]|\*)|[–—]| +|$)")
"""Up to a place where gettext breaks lines of Latin script, as far as leaflets need it."""


def wrapped(quoted: str, width: int) -> list[str]:
    """A quoted string as quoted lines of at most so many columns; a long word stays whole."""
    lines = [""]
    used = 2  # the quotes
    columns = len if quoted.isascii() else _columns
    for piece in _PIECE.findall(quoted[1:-1]):
        room = columns(piece)
        # gettext lets the space at the end of a line hang over by none: it counts.
        if used + room > width and lines[-1]:
            lines.append("")
            used = 2
        lines[-1] += piece
        used += room
    return [f'"{line}"' for line in lines]


def _columns(text: str) -> int:
    """How many columns a text takes; marks take none, East Asian wide characters two."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    marks = sum(unicodedata.category(one) in {"Mn", "Me", "Cf"} for one in text)
    return len(text) + wide - marks


def width_of(fields: Sequence[Sequence[str]]) -> int:
    """The width of a file, judged by the lines of its fields; 0 and -1 as `Style` has them."""
    bare = [[line.strip() for line in field if line.strip()] for field in fields]
    fields = [field for field in bare if field]
    breaks = [pair for field in fields for pair in _breaks(field)]
    if breaks:
        return _split_width(breaks)
    single = [field[0] for field in fields if len(field) == 1]
    if any(re.search(r'[^\\]\\n[^"]', line) for line in single):
        return -1
    longest = max((len(line) for field in fields for line in field), default=0)
    return 0 if longest > max(_WIDTHS) and any(" " in line[60:] for line in single) else USUAL


def _breaks(field: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of lines between which a text was broken only for its length."""
    for line, after in pairwise(field[1:]):
        if not line.endswith('\\n"'):
            yield line, after


def _split_width(breaks: Sequence[tuple[str, str]]) -> int:
    """The width that explains most of the breaks: no line longer, no next word that had fitted."""
    told: Counter[int] = Counter()
    longest = max(len(line) for line, _ in breaks)
    for width in {*_WIDTHS, longest}:
        told[width] = sum(
            len(line) <= width < len(line) + len(re.split(r"(?<=[ -])", after[1:].rstrip('"'))[0])
            for line, after in breaks
        )
    return max((*_WIDTHS, longest), key=lambda width: told[width])
