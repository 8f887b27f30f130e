"""How large, how long and how deep a text may be that people hand in, before anything parses it."""

import re

LARGEST = 4_000_000
"""Characters of a leaflet, a register or a settings file."""
LONGEST_LINE = 200_000
"""Characters of one line."""
DEEPEST = 30
"""Quotes in quotes, lists in lists, tables in tables, brackets in brackets."""
_TIMES = f"{{{DEEPEST}}}"
_QUOTES = re.compile(rf"[ \t]*(?:>[ \t]?){_TIMES}")
_INDENT = re.compile(rf"[ \t]{{{DEEPEST * 4}}}[ \t]*(?:[-+*]|\d+[.)])[ \t]")
_BRACKETS = re.compile(rf"(?:[\[({{][^\[\](){{}}\n]{{0,9}}){_TIMES}")
_DOTS = re.compile(rf"[ \t\[]*(?:[\w-]+[ \t]*\.[ \t]*){_TIMES}")
_MARKERS = re.compile(rf"[ \t]*(?:(?:[-+*]|\d{{1,9}}[.)])[ \t]+){_TIMES}")
_DEEP = (_QUOTES, _INDENT, _MARKERS, _DOTS)


def too_much(text: str) -> tuple[int, str, str] | None:
    """The first thing that is too much: (line from 1, what it is, what to do); None if nothing."""
    if len(text) > LARGEST:
        return 0, f"It has over {LARGEST:,} characters.", "Divide it."
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            return number, f"This line has over {LONGEST_LINE:,} characters.", "Divide it."
        deep = any(one.match(line) for one in _DEEP) or _BRACKETS.search(line)
        if len(line) > DEEPEST and deep:
            return number, f"This is nested over {DEEPEST} deep.", "Write it flatter."
    return None
