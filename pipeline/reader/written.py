"""What is wrong with a house leaflet as it is typed, line by line, before it is parsed.

A parser makes something of every text: it drops a cell too many, takes the second of two notes, and
lets a comment vanish. What it would lose has to be seen here.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import count, takewhile

from pipeline.characters import FORBIDDEN
from pipeline.errors import SourceError
from pipeline.place import Place
from pipeline.reader.directives import is_directive

Fault = tuple[int, str, str]
"""(where it begins in the text, what is wrong, what to do)."""

_DIRECTIVES = (
    "Plainleaf knows `note: …`, `context: …`, `skip`, `safety`, `evidence: …` and `allow: …`."
)
_COMMENT = re.compile(r"<!--((?:(?!-->|\n[ \t>]*\n).)*)-->", re.DOTALL)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:.*$", re.MULTILINE)
_SHALLOW = re.compile(r" {1,3}[^ \n]")
_RULE = re.compile(r"^[> ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_CELL_END = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.|(\|)")
"""A code span, an escaped character, or a bar between two cells."""
_PATTERNS = (
    (
        re.compile(
            r"^[> ]*#{1,6}[ \t]*(?:<!--(?:(?!-->).)*-->[ \t]*)*(?:\{[^}\n]*\}[ \t]*)?$",
            re.MULTILINE,
        ),
        "The heading is empty.",
        "Write its words, or take it out.",
    ),
    (
        re.compile(r"^#{1,6}[^#\s]", re.MULTILINE),
        "No blank stands between # and the heading.",
        "Write ## and a blank.",
    ),
    (
        re.compile(r"(?<=\n\n)(?:<!--(?:(?!-->|\n\n).)*-->\s*)+\Z", re.DOTALL),
        "Nothing follows what is said here.",
        "Put the comment before the block that it concerns.",
    ),
)


def faults(text: str, body: str, file: str) -> Iterator[SourceError]:
    """What is wrong with a leaflet's text, and with its body, whose lines have the same numbers."""
    yield from forbidden(text, file)
    found = (*_comments(body), *_notes(body), *_tables(body), *_plain(body))
    for at, problem, remedy in found:
        yield SourceError(problem, remedy, Place(file, body.count("\n", 0, at) + 1))


def forbidden(text: str, file: str) -> Iterator[SourceError]:
    """Characters that no page may hold, typed or as an entity; one error a line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if bad := FORBIDDEN.findall(unescape(line) + line):
            named = ", ".join(sorted({f"U+{ord(char):04X}" for char in bad}))
            yield SourceError(
                f"Invisible or damaged characters: {named}.",
                "Delete them, and type the words again.",
                Place(file, number),
            )


def _plain(body: str) -> Iterator[Fault]:
    for pattern, problem, remedy in _PATTERNS:
        for match in pattern.finditer(body):
            yield match.start(), problem, remedy


def _comments(body: str) -> Iterator[Fault]:
    for match in _COMMENT.finditer(body):
        said = " ".join(match.group(1).replace("\n>", "\n").split())
        if not is_directive(said):
            yield (
                match.start(),
                f"There is no directive “{said}”.",
                _DIRECTIVES,
            )


def _notes(body: str) -> Iterator[Fault]:
    """Notes of one name, and what is indented too little to belong to a note."""
    seen: set[str] = set()
    for match in _NOTE.finditer(body):
        name = match.group(1)
        if name in seen:
            yield match.start(), f"The footnote “{name}” is there twice.", "Give one another name."
        seen.add(name)
        at, is_below = match.end() + 1, False
        for line in body[at:].split("\n"):
            if _NOTE.match(line) or (is_below and line[:1].strip()):
                break
            if _SHALLOW.match(line):
                yield at, f"This is not part of the footnote “{name}”.", "Indent it by 4 blanks."
            is_below = is_below or not line.strip()
            at += len(line) + 1


def _tables(body: str) -> Iterator[Fault]:
    """Rows with more cells than their table has heads: the last would be lost."""
    lines = body.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for index in range(1, len(lines)):
        if "|" not in lines[index - 1] or not _RULE.match(lines[index]):
            continue
        heads = _cells(lines[index - 1])
        for row in takewhile(lambda n: n < len(lines) and lines[n].strip("> "), count(index + 1)):
            if (cells := _cells(lines[row])) > heads:
                yield (
                    starts[row],
                    f"The row has {cells} cells, and the table has {heads} heads.",
                    "Take a cell out, or give it a head.",
                )


def _cells(line: str) -> int:
    row = line.lstrip("> ").rstrip()
    bars = [match.start() for match in _CELL_END.finditer(row) if match.group(2)]
    return 1 + len([at for at in bars if 0 < at < len(row) - 1])
