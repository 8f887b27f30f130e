"""Numbers and phone numbers in running text, compared by value and not by how they are written.

1,000 and 1 000 and 1.000 are one value where grouping is clear, and so are the digits of every
script, 2.5 and 2,5, 5:30pm and 17:30, ½ and 0.5. Words for numbers are read in English only, and
only to explain a numeral that a translation has and its source has not.

A numeral of the source that the translation lacks may have been written as a word ("dwie",
"twice", an Arabic dual). That is believed for whole numbers up to 12 and for simple fractions, and
only where it is no end of a range (5 to 10), no part of a name (HER2), no unit follows and no other
numeral stands in its place; it is then told as `spelled`. Whatever else is missing or added counts.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from pipeline.numberwords import SCALE, SCALED, SPACES

SPELLED_AT_MOST = 12
"""The highest number that a translator may write as a word without being asked about it."""
_MOST_PAIRS = 100_000  # A text of a page has no hundreds of numbers that differ.
_DIRECTION_MARKS = dict.fromkeys([0x200E, 0x200F, 0x61C, *range(0x2066, 0x206A)], None)
_FOLDED = {**_DIRECTION_MARKS, 0x66B: ".", 0x66C: ",", 0x60C: ","}
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_PHONE = re.compile(rf"(?<![\w.,/+])\+?\(?\d[\d {SPACES}().\u2010-\u2013/-]{{4,}}\d(?!\w)")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_GROUPED = re.compile(rf"\d{{1,3}}(?:[.,'’{SPACES} ]\d{{3}})+")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d[\u2010-\u2013/-](?:1[5-9]|20)?\d\d")
_CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b\.?", re.IGNORECASE)
_COLON = re.compile(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
_FRACTION = re.compile(r"(?<![\d/.,])([1-9])[/\u2044]([2-9])(?![\d/])")
_NUMBER = re.compile(r"[-−]?\d{1,40}(?:[.,'’]\d{1,40})*")
_JOINED = re.compile(rf"(?<=\d)[{SPACES}](?=\d{{3}}(?!\d))")
_LOOSE = re.compile(r"(?<![\d.,])(\d{1,3}(?: \d{3})+)(?![\d.,]*\d)")
_ALONE = r"(?!\S*[^\s.,;!?])(?!\W*[\d¼-¾⅐-⅞])(?!\s?[ap]\.?m)"
_PLAIN = re.compile(rf"(?<!\S)([0-9]{{1,6}}){_ALONE}(?!{SCALED.pattern})", re.IGNORECASE)
_RANGE = re.compile(r"(?<![\d.,])(\d+)(?: to | ?[\u2010-\u2013-] ?)(\d+)(?![\d.,])")
_UNIT = re.compile(
    r"[ \u00a0\u202f-]?(?:mg|mcg|µg|μg|kg|g|ml|mL|l|L|litres?|liters?|dl|cm|mm|km|m|mmol|Gy|mSv|IU|"
    r"milligrams?|micrograms?|millilit(?:re|er)s?|grams?|kilos?|units?|degrees?|%|per ?cent|°)"
    r"(?![A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number as it is written, and what it may mean."""

    written: str
    readings: tuple[tuple[Fraction, ...], ...]
    """Each is the values that stand for it, of which one is enough: 5pm is (17, 0), (17) or (5)."""
    may_be_spelled: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the numbers of a translation differ from those of its source; texts as written."""

    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    """Missing as numerals, and believed to be there as words."""

    @property
    def is_equal(self) -> bool:
        """Whether every number has its like."""
        return not (self.missing or self.added or self.spelled)


def ascii_digits(text: str) -> str:
    """The text with digits of every script as 0-9, Arabic separators as . and , and no marks."""
    if text.isascii():
        return text
    folded = text.translate(_FOLDED)
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.digit(match.group(0))), folded)


# ── phones ─────────────────────────────────────────────────────────────────────────────────────
def phones_of(text: str) -> Counter[str]:
    """The phone numbers of a text as digits, with a leading + where there is one.

    A run of at least 7 digits is one unless it is a date, a pair of years or a grouped number.
    """
    return Counter(filter(None, map(_as_phone, _PHONE.findall(ascii_digits(text)))))


def _as_phone(run: str) -> str:
    digits = re.sub(r"\D", "", run)
    inner = run.strip("() ")
    if not 7 <= len(digits) <= 15 or _DATE.fullmatch(inner) or _YEARS.fullmatch(inner):
        return ""
    if inner[0] not in "0+" and any(map(_GROUPED.fullmatch, inner.split("/"))):
        return ""
    looks_like_one = inner.startswith(("0", "+")) or len(digits) >= 9 or re.search(r"\D", inner)
    return ("+" if inner.startswith("+") else "") + digits if looks_like_one else ""


def _without_phone(match: re.Match[str]) -> str:
    return ";" if _as_phone(match.group(0)) else match.group(0)


# ── numbers ────────────────────────────────────────────────────────────────────────────────────
@lru_cache(maxsize=16)  # Several checks ask for the same two texts.
def numerals_of(text: str, *, spaced: bool = False) -> tuple[Numeral, ...]:
    """The numbers of a text in reading order, phone numbers left out.

    An ordinary space groups digits (1 000) only where `spaced` says so: in "2 500 mg tablets" it
    does not. A no-break or thin space always does.
    """
    plain = _JOINED.sub("", _PHONE.sub(_without_phone, ascii_digits(text)))
    if spaced:
        plain = _LOOSE.sub(lambda match: match.group(1).replace(" ", ""), plain)
    found: list[tuple[int, Numeral]] = []
    for reader in (_clocks, _colons, _fractions, _numbers):
        parts, at = [], 0
        for start, end, numeral in sorted(reader(plain), key=lambda one: one[:2]):
            found.append((start, numeral))
            parts += [plain[at:start], "\0" * (end - start)]
            at = end
        plain = "".join([*parts, plain[at:]])
    return tuple(numeral for _, numeral in sorted(found, key=lambda pair: pair[0]))


_Read = Iterator[tuple[int, int, Numeral]]


def _clocks(text: str) -> _Read:
    """Times of a 12-hour clock: 5pm, 5:30 p.m."""
    for match in _CLOCK.finditer(text):
        hour, minute = int(match.group(1)), int(match.group(2) or 0)
        later = hour % 12 + (12 if match.group(3) in "pP" else 0)
        spelled = not minute and hour <= SPELLED_AT_MOST
        times = tuple(dict.fromkeys([later, hour]))
        yield match.start(), match.end(), Numeral(match.group(0), _times(times, minute), spelled)


def _colons(text: str) -> _Read:
    """Times with a colon; without one, any two numbers are a time or none."""
    for match in _COLON.finditer(text):
        hour, minute = int(match.group(1)), int(match.group(2))
        yield match.start(), match.end(), Numeral(match.group(0), _times((hour,), minute))


def _times(hours: Iterable[int], minute: int) -> tuple[tuple[Fraction, ...], ...]:
    """Every way to say a time in numbers: hour and minute, 17.30, and a full hour alone."""
    readings: list[tuple[Fraction, ...]] = []
    for hour in hours:
        readings += [(Fraction(hour), Fraction(minute)), (hour + Fraction(minute, 100),)]
    return tuple(dict.fromkeys(readings))


def _fractions(text: str) -> _Read:
    """½, 2½ and 1/2."""
    for match in re.finditer(r"(?<!\d)(\d{0,9}) ?([¼-¾⅐-⅞])", text):
        part = Fraction(unicodedata.numeric(match.group(2))).limit_denominator(10)
        value = part + int(match.group(1) or 0)
        yield match.start(), match.end(), Numeral(match.group(0), ((value,),), not match.group(1))
    for match in _FRACTION.finditer(text):
        above, below = int(match.group(1)), int(match.group(2))
        readings = ((Fraction(above, below),), (Fraction(above), Fraction(below)))
        yield match.start(), match.end(), Numeral(match.group(0), readings, may_be_spelled=True)


def _numbers(text: str) -> _Read:
    ends = {match.span(group) for match in _RANGE.finditer(text) for group in (1, 2)}
    for match in _NUMBER.finditer(text):
        written, start = match.group(0), match.start()
        if written[0] in "-−" and re.match(r"[^\s(]", text[start - 1 : start]):
            written, start = written[1:], start + 1
        values = _values(written)
        small = all(v.denominator == 1 and 0 <= v <= SPELLED_AT_MOST for v in values)
        named = start > 0 and text[start - 1].isalpha() and text[start - 1].isascii()
        tied = named or _UNIT.match(text, match.end()) or match.span() in ends
        spelled = small and not tied
        if scale := SCALED.match(text, match.end()):
            values += tuple(value * SCALE[scale.group(1)] for value in values)
        readings: tuple[tuple[Fraction, ...], ...] = tuple((value,) for value in values)
        readings = readings or (tuple(map(Fraction, re.findall(r"\d+", written))),)
        yield start, match.end(), Numeral(written, readings, spelled and bool(values))


@lru_cache(maxsize=1024)  # Small numbers come again and again.
def _values(written: str) -> tuple[Fraction, ...]:
    """What a number may mean; nothing where it is several numbers, as in 06.08.2018.

    What can be grouping is taken for grouping: 1.000 is 1000 on both sides, never 1.
    """
    body = written.lstrip("-−").replace("’", "'")
    mark = max(".,", key=body.rfind)
    whole, _, part = body.rpartition(mark)
    if body.isdecimal() or _is_grouped(body):
        value = Fraction(re.sub(r"[.,']", "", body))
    elif part.isdecimal() and mark not in whole and (whole.isdecimal() or _is_grouped(whole)):
        value = Fraction(re.sub(r"[.,']", "", whole) + "." + part)
    else:
        return ()
    if written[0] == "-":  # A minus, or only a hyphen before the number.
        return (-value, value)
    return (-value,) if written[0] == "−" else (value,)


def _is_grouped(body: str) -> bool:
    """Whether the marks group thousands: 12,345, 12.345.678 or, as in India, 12,34,567."""
    return re.fullmatch(r"[1-9]\d{0,2}([.,'])\d{3}(?:\1\d{3})*", body) is not None or (
        re.fullmatch(r"[1-9]\d?,(?:\d\d,)+\d{3}", body) is not None
    )


# ── the comparison ─────────────────────────────────────────────────────────────────────────────
def compare(source: str, translation: str, said: Iterable[Fraction] = ()) -> Comparison:
    """Compare two texts number by number, in any order.

    `said` are the numbers that the source gives as words: they explain numerals that the
    translation has besides. Ordinary spaces in the translation are read both ways, and the reading
    that agrees wins.
    """
    if (plain := _plain_numbers(source)) is not None and plain == _plain_numbers(translation):
        return Comparison()
    wanted, said = numerals_of(source), tuple(said)
    best = _compared(wanted, numerals_of(translation), list(said))
    if best.is_equal or len(wanted) ** 2 > _MOST_PAIRS or not _LOOSE.search(translation):
        return best
    other = _compared(wanted, numerals_of(translation, spaced=True), list(said))
    return min(best, other, key=lambda one: len(one.missing + one.added) + len(one.spelled) / 10)


def _plain_numbers(text: str) -> list[str] | None:
    """The numbers of a text, sorted, where every one is a few digits and nothing else."""
    plain = sorted(_PLAIN.findall(text))
    return plain if len(plain) == len(re.findall(r"\d+|[¼-¾⅐-⅞]", text)) else None


def _compared(
    wanted: tuple[Numeral, ...], given: tuple[Numeral, ...], said: list[Fraction]
) -> Comparison:
    left, missing = _cancelled(wanted, given)
    left, missing = _matched(missing, left)
    added = [one for one in left if not _explained(one, said)]
    if added:
        return Comparison(tuple(n.written for n in missing), tuple(n.written for n in added))
    spelled = tuple(one.written for one in missing if one.may_be_spelled)
    return Comparison(tuple(n.written for n in missing if not n.may_be_spelled), (), spelled)


def _cancelled(
    wanted: tuple[Numeral, ...], given: tuple[Numeral, ...]
) -> tuple[list[Numeral], list[Numeral]]:
    """What is left on both sides once numbers with the very same readings are taken away."""
    theirs: dict[object, list[Numeral]] = {}
    for one in reversed(given):
        theirs.setdefault(one.readings, []).append(one)
    ours = []
    for one in wanted:
        if alike := theirs.get(one.readings):
            alike.pop()
        else:
            ours.append(one)
    left = {id(one) for each in theirs.values() for one in each}
    return [one for one in given if id(one) in left], ours


def _matched(wanted: list[Numeral], given: list[Numeral]) -> tuple[list[Numeral], list[Numeral]]:
    """The numbers given that match nothing, and the numbers wanted that nothing matches."""
    left, missing = list(given), list[Numeral]()
    if len(left) * len(wanted) > _MOST_PAIRS:
        return left, wanted
    for one in sorted(wanted, key=lambda numeral: -len(numeral.readings[0])):
        tries = (_taken(reading, left) for reading in one.readings)
        rest = next((taken for taken in tries if taken is not None), None)
        if rest is None:
            missing.append(one)
        else:
            left = rest
    return left, missing


def _taken(reading: tuple[Fraction, ...], given: list[Numeral]) -> list[Numeral] | None:
    """What is left of the numbers given once they have served a reading; None if they cannot."""
    for index, one in enumerate(given):
        if reading in one.readings:
            return given[:index] + given[index + 1 :]
    left = list(given)
    for value in reading if len(reading) > 1 else ():
        index = next((i for i, one in enumerate(left) if (value,) in one.readings), -1)
        if index < 0:
            return None
        del left[index]
    return left if len(reading) > 1 else None


def _explained(numeral: Numeral, said: list[Fraction]) -> bool:
    """Whether the source says in words what the translation gives as a numeral; uses it up."""
    reading = next((one for one in numeral.readings if all(value in said for value in one)), None)
    for value in set(reading or ()):
        said.remove(value)
    return reading is not None
