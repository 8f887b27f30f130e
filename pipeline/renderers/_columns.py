"""Lines that fit a column, and pages that fit a sheet; the only door to wcwidth.

Widths are columns of a monospaced font: an East Asian wide character takes two, a combining mark,
an Arabic vowel mark or a bidi control none.

A text file has no markup for direction, and every line of it is a paragraph of its own to the
Unicode bidi algorithm (UAX #9). So an isolate that runs over a line's end is closed there and
opened again on the next line, and a line whose first letter would turn it the wrong way starts
with a mark of direction.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from wcwidth import wcswidth

from pipeline.document import Direction

NO_BREAK = "\u00a0"
"""Joins what stays on one line; printed as an ordinary space, as the lines are set by then."""

_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"
_LRM, _RLM = "\u200e", "\u200f"
_ISOLATING = re.compile("[\u2066-\u2069]")

# ── what stays together ────────────────────────────────────────────────────────────────────────
_BREAKABLE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_OPENING = r"(?<!\S)[\u2066-\u2068(+]*"
_AMOUNT = r"[£$€]?\d(?:[\d.,()/:–-]*[\d)%])?"
# The day and the year of a date, with a month and little words between: “6 de agosto de 2018”.
_DATE = re.compile(rf"{_OPENING}\d{{1,2}}\.?(?: [^\W\d]\S*){{1,3}} \d{{4}}(?!\d)")
# The same with the year first: “2018 m. rugpjūčio 6”.
_YEAR_FIRST = re.compile(
    rf"(?<!\d ){_OPENING}\d{{4}}\.?(?: [^\W\d]\S*){{1,2}} \d{{1,2}}(?!\w|[.,:]\d)"
)
# Two numbers and the word between them: “9am to 5pm”, “6 August 2018”, “1 or 2”; HER2 is a name.
_RANGE = re.compile(
    r"(?<!\S)(?<!\d[ \u00a0])(?<!\u00a0)"
    r"([\u2066-\u2068(£$€+]*\d\S*(?<![.,;:!?])) (\S{1,12}(?<![.,;:!?])) "
    r"(?=[\u2066-\u2068(£$€+]*\d)"
)
# A number and what it counts: “5 mg”, “10 000 people”. The end of a phone number counts nothing.
_COUNTED = re.compile(
    rf"(?<!\d[ \u00a0])({_OPENING}(?:\d{{1,3}}(?:[ \u00a0]\d{{3}})+|{_AMOUNT})) (?=[^\W_])"
)
# A number and the next group of it: “0808 800 4040”.
_GROUPS = re.compile(rf"({_OPENING}{_AMOUNT}) (?=[\u2066-\u2068(+]*\d)")

# ── writing without spaces: Han and kana with their punctuation ────────────────────────────────
_WIDE = (
    r"\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\uff01-\uff65\U00020000-\U0003ffff"
)
_NOT_FIRST = (
    "、。，．：；？！・）］｝〕〉》」』】〗〙〛％…‥”’),.:;?!%"  # noqa: RUF001  full width is meant
    "ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NOT_LAST = "（［｛〔〈《「『【〖〘〚“‘(\u2066-\u2068\u00a0"  # noqa: RUF001  as above
_MARKS = r"\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\u200d\u2069\u200e\u200f\u00a0"
_GAP = re.compile(
    rf"(?<=\u200b)(?!\Z)|(?:(?<=[{_WIDE}])|(?=[{_WIDE}]))(?<=\S)(?=\S)"
    rf"(?<![{_NOT_LAST}\d])(?<!\d[{_WIDE}])(?<!\d\u00a0[{_WIDE}])"
    rf"(?![\]}}{_NOT_FIRST}{_MARKS}\d])"
)


def width(text: str) -> int:
    """How many columns a text takes; controls take none."""
    measured = wcswidth(text)
    return measured if measured >= 0 else sum(max(0, wcswidth(letter)) for letter in text)


def fold(text: str) -> str:
    """A text with its runs of blanks folded to one; no-break spaces stay, soft hyphens go.

    Large print splits no word, so that nothing may hint where one could be split.
    """
    return _BREAKABLE.sub(" ", text.replace("\u00ad", ""))


def unbroken(text: str) -> str:
    """A text that stays on one line."""
    return text.replace(" ", NO_BREAK)


def together(text: str) -> str:
    """Join with no-break spaces what may not be split: doses, dates, ranges, phone numbers.

    The rule knows no words, so that it holds in every language: a number stays with what follows
    it, and with a number that stands one word further on.
    """
    for pattern in (_DATE, _YEAR_FIRST):
        text = pattern.sub(lambda found: unbroken(found[0]), text)
    text = _RANGE.sub(rf"\1{NO_BREAK}\2{NO_BREAK}", text)
    return _COUNTED.sub(rf"\1{NO_BREAK}", _GROUPS.sub(rf"\1{NO_BREAK}", text))


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[tuple[str, str], ...]:
    """What is never split, each with the space that parts it from the one before.

    Remembered, as columns of all widths are set from the same ones.
    """
    return tuple(
        (piece, "" if index else " ")
        for word in together(fold(text).strip()).split(" ")
        for index, piece in enumerate(_GAP.split(word))
        if piece
    )


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Set a text in lines; `first` stands before the first line and `rest` before the others.

    A line feed in the text starts a new line. A token that the indent leaves no room for moves out,
    and only one that is wider than the whole column overflows.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line, empty = (rest if lines else first), True
        for token, space in tokens(part):
            longer = line + ("" if empty else space) + token
            if width(longer) > columns:
                if not empty:
                    lines.append(line)
                    line = rest
                longer = _moved_out(line, width(line + token) - columns) + token
            line, empty = longer, False
        lines.append(line)
    return [line.replace(NO_BREAK, " ").rstrip() for line in lines]


def _moved_out(start: str, by: int) -> str:
    """The start of a line with so many of its first blanks taken away, if it has them."""
    blanks = len(start) - len(start.lstrip(" "))
    return start[max(0, min(by, blanks)) :]


# ── direction ──────────────────────────────────────────────────────────────────────────────────
_LATIN = r"[\dA-Za-z\u00c0-\u024f]"
_BETWEEN = r"[-–./:,@_+&'’#=?%~ \u00a0]{1,3}"
# A run that is isolated already, with isolates in it, or one that is not.
_LEFT_TO_RIGHT = re.compile(
    r"[\u2066-\u2068](?:[^\u2066-\u2069]|[\u2066-\u2068][^\u2066-\u2069]*\u2069)*\u2069|"
    rf"\+?{_LATIN}+"
    rf"(?:[ \u00a0]?\((?:{_LATIN}|[ \u00a0])+\)|{_BETWEEN}{_LATIN}|{_LATIN})*%?"
)


def isolate(text: str, direction: Direction) -> str:
    """A text that is read in its own direction, whatever stands around it."""
    return (_RLI if direction == "rtl" else _LRI) + text + _PDI


def isolated(text: str) -> str:
    """Right-to-left text with its left-to-right runs isolated.

    Without that, the groups of a phone number and the words of a Latin name change places, and the
    points and brackets at their ends jump. A lone number is read rightly as it is, and isolates
    that a translator set stay as they are.
    """

    def one(run: re.Match[str]) -> str:
        mixed = re.search(r"[^\W\d_]|\d\D+\d", run[0])
        return isolate(run[0], "ltr") if mixed and run[0][0] not in "\u2066\u2067\u2068" else run[0]

    return _LEFT_TO_RIGHT.sub(one, text)


def directed(lines: Iterable[str], direction: Direction) -> Iterator[str]:
    """Lines that a bidi viewer sets in this direction, each on its own."""
    opened: list[str] = []
    for line in lines:
        whole = "".join(opened) + line
        for letter in _ISOLATING.findall(line):
            if letter != _PDI:
                opened.append(letter)
            elif opened:
                opened.pop()
        whole += _PDI * len(opened)
        yield _mark(whole, direction) + whole


def _mark(line: str, direction: Direction) -> str:
    """The mark of direction that a line needs in front, by its first strong letter (UAX #9, P2)."""
    depth, strong = 0, ""
    for letter in line:
        depth += (letter in "\u2066\u2067\u2068") - (letter == _PDI and depth > 0)
        if not depth and unicodedata.bidirectional(letter) in {"L", "R", "AL"}:
            strong = unicodedata.bidirectional(letter)
            break
    if direction == "rtl":
        return _RLM if line and strong not in {"R", "AL"} else ""
    return _LRM if strong in {"R", "AL"} else ""


# ── pages ──────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Strip:
    """One run of text on its way to the page, such as a paragraph or a heading."""

    text: str
    direction: Direction
    first: str = ""
    rest: str = ""
    before: int = 1
    """Blank lines above, which fall away at the top of a page."""
    keep: bool = False
    """Stay on the page of what follows."""
    room: int = 0
    """Empty lines below, to write on; they stay with the text."""
    foreign: str = ""
    """The tag of the language that stands in for a translation, if it does."""

    def lines(self, columns: int) -> list[str]:
        """The strip as it is printed in a column."""
        set_lines = wrap(self.text, columns, self.first, self.rest)
        return [*directed(set_lines, self.direction), *[""] * self.room]


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    may_start: bool
    """Whether a page may start with it."""
    gap: bool = False
    """A blank line that falls away at either end of a page."""


def _rows(strips: Iterable[Strip], columns: int) -> Iterator[_Row]:
    """Lines and gaps; a page may start neither after a kept strip nor within 3 lines of an end."""
    kept = False
    for strip in strips:
        yield from [_Row("", not kept, gap=True)] * strip.before
        lines = strip.lines(columns)
        for index, line in enumerate(lines):
            inside = 3 <= index <= len(lines) - 3 and not strip.room
            yield _Row(line, inside if index else not kept)
        kept = strip.keep


def paginate(strips: Iterable[Strip], columns: int, first: int, others: int) -> list[list[str]]:
    """Set strips on pages of at most `first` and then `others` lines.

    What is longer than a page and holds no place to break is broken where the page ends. A first
    page with less room than the others stays empty where that keeps what comes first whole.
    """
    rows, start = list(_rows(strips, columns)), 0
    pages: list[list[str]] = []
    while True:
        while start < len(rows) and rows[start].gap:
            start += 1
        if start >= len(rows):
            return pages
        end = start + (others if pages else first)
        if end < len(rows):
            whole = _break(rows, start, end)
            if not whole and not pages and _break(rows, start, start + others):
                pages.append([])
                continue
            end = whole or end
        page = rows[start:end]
        while page[-1].gap:
            page.pop()
        pages.append([row.text for row in page])
        start = end


def _break(rows: list[_Row], start: int, end: int) -> int:
    """The last row up to `end` that a page may start with, or the end of all; 0 if none is."""
    if end >= len(rows):
        return len(rows)
    return next((at for at in range(end, start, -1) if rows[at].may_start), 0)
