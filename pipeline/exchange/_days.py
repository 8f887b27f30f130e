"""Dates as people and spreadsheet programs write them, read only where there is no doubt."""

import re
from contextlib import suppress
from datetime import date
from typing import Literal

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]00:00(?::00)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})")
_NAMED_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})")

Dates = Literal["day-first", "month-first", ""]
"""How a program wrote 5/6/26 for 5 June 2026: so, as 6/5/26, or nobody knows."""


def day_of(text: str, dates: Dates = "") -> date | None:
    """The day that a text names; None where it names none, or could name two.

    2026-11-22, 22 November 2026, 22-Nov-2026 and 22/11/2026 are sure. 5/6/2026 is a day in May to
    some and in June to others, and 22-Nov-26 may be a day of 2022: both need `dates`.
    """
    found = days_of(text, dates)
    return min(found) if len(found) == 1 else None


def days_of(text: str, dates: Dates = "") -> frozenset[date]:
    """Every day that a text may name; marks of direction are no part of it."""
    text = re.sub("[\u200e\u200f\u061c]", "", text).strip().removeprefix("'")
    days: set[date | None] = set()
    if found := _YEAR_FIRST.fullmatch(text):
        days = {_day(found[1], found[3], found[4])}
    elif found := _NAMED_FIRST.fullmatch(text):
        days = {_day(found[3], _month(found[1]), found[2])}
    elif (found := _NAMED.fullmatch(text)) and (dates or len(found[3]) == 4):
        days = {_day(found[3], _month(found[2]), found[1])}
    elif (found := _YEAR_LAST.fullmatch(text)) and (dates or len(found[4]) == 4):
        if dates != "month-first":
            days.add(_day(found[4], found[3], found[1]))
        if dates != "day-first":
            days.add(_day(found[4], found[1], found[3]))
    return frozenset(day for day in days if day)


def _month(name: str) -> int:
    """The number of an English month, whole or by its first letters; 0 for any other word."""
    lowered = "sep" if name.casefold() == "sept" else name.casefold()
    fits = (lowered in {month, month[:3]} for month in _MONTHS)
    return next((number for number, fit in enumerate(fits, start=1) if fit), 0)


def _day(year: str, month: str | int, day: str) -> date | None:
    century = 2000 if len(year) == 2 else 0
    with suppress(ValueError):
        return date(century + int(year), int(month), int(day))
    return None
