"""The second pass over translations: what a fresh reader made of each, without the English.

The reader sees only the translation, writes down what it says in the source's language, and then
compares that with the source. It is kept as `locales/<locale>/second-pass.jsonl`, one line of JSON
for each translation, only ever added to. A line belongs to one text and one translation of it:
where either changes, the translation is one that nobody has read again.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline import disk
from pipeline.catalogue import Message
from pipeline.config import Project
from pipeline.errors import PlainleafError
from pipeline.locale import Locale
from pipeline.markup import running
from pipeline.place import Place

Severity = Literal["", "wording", "meaning", "safety"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""What a finding touches, the least grave first; the empty one: both say the same."""
FILE = "second-pass.jsonl"
LONGEST_LINE = 200_000
"""Bytes; nothing is compared beyond 12,000 characters, and a line holds four such texts."""

_KEYS = ("hash", "back", "severity", "finding", "was", "by", "blind", "date")
_HASH = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TOO_LONG = f"it is longer than {LONGEST_LINE:,} bytes"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Rereading:
    """What somebody who came fresh to a translation made of it."""

    hash: str
    """The `key` of the text and its translation."""
    back: str
    """The translation, said in the source's language again."""
    severity: Severity
    finding: str
    """One sentence in English on what is not the same; empty where nothing is."""
    was: str
    """The translation before it was changed because of the finding."""
    by: str
    """`machine`, or the role of a person; never a name."""
    blind: bool
    """Whether the reader had not seen the source."""
    day: date

    @property
    def is_open(self) -> bool:
        """Whether it found something, and the translation is still as it was."""
        return bool(self.severity and not self.was)


@dataclass(frozen=True, slots=True)
class SecondPass:
    """Every line of one locale."""

    lines: tuple[Rereading, ...] = ()
    """In the order of the file."""
    ignored: tuple[tuple[Place, str], ...] = ()
    """Lines that count for nothing, each with the reason."""
    place: Place = Place("")  # noqa: RUF009  a place is frozen

    def by_key(self) -> dict[str, Rereading]:
        """The line that counts for each translation: the newest, and of one day the gravest.

        Files of two branches are merged line by line, so the order of lines decides nothing.
        """
        return {one.hash: one for one in sorted(self.lines, key=_rank)}


def _rank(one: Rereading) -> tuple[object, ...]:
    grave = SEVERITIES.index(one.severity)
    return one.day, grave, one.was, one.finding, one.back, one.by, one.blind


# ── which translation a line is about ──────────────────────────────────────────────────────────
def key(msgid: str, msgstr: str) -> str:
    """What a text and its translation are known by: SHA-256 over both, a NUL between them."""
    return hashlib.sha256(f"{msgid}\0{msgstr}".encode(errors="surrogatepass")).hexdigest()


def key_of(message: Message) -> str:
    """The key of a message; plural forms are joined by NUL. Empty where nothing is translated."""
    forms = message.forms if message.plural else (message.msgstr,)
    return key(message.msgid, "\0".join(forms)) if any(forms) else ""


# ── copied, not made ───────────────────────────────────────────────────────────────────────────
MOST_COPIED = 0.1
"""The share of back-translations that may be word for word their source; by chance some are."""
_SHORT = 5
"""Words of a text that two people may well say alike."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many back-translations of longer texts are their source, word for word."""

    equal: int
    of: int

    @property
    def share(self) -> float:
        """Their share; 0 where there is none to look at."""
        return self.equal / self.of if self.of else 0.0

    @property
    def is_copied(self) -> bool:
        """Whether there are too many for chance: whoever wrote them had the source before them."""
        return self.share > MOST_COPIED


def likeness(messages: Iterable[Message], lines: Mapping[str, Rereading]) -> Likeness:
    """Compare back-translations with their sources; only words count."""
    compared = [
        _folded(line.back) == _folded(one.msgid)
        for one in messages
        if len(one.msgid.split()) > _SHORT and (line := lines.get(key_of(one)))
    ]
    return Likeness(sum(compared), len(compared))


def _folded(text: str) -> str:
    """The words alone: marks, stops and capitals hide no copy."""
    return " ".join(re.findall(r"\w+", running(text).casefold()))


# ── from the disk ──────────────────────────────────────────────────────────────────────────────
def path_of(project: Project, locale: Locale) -> Path:
    """Where the second pass over a locale is kept."""
    return project.catalogues / locale.gettext / FILE


def load(project: Project, locale: Locale, today: date) -> SecondPass | None:
    """The second pass over a locale of a project; None where there is no file."""
    path = path_of(project, locale)
    return read(path, today, path.relative_to(project.root).as_posix()) if path.is_file() else None


def read(path: Path, today: date, shown_as: str = "") -> SecondPass:
    """Every line of a file; those that are malformed, too long or of a day to come are named.

    `shown_as` is the path in messages.
    """
    name = shown_as or str(path)
    lines: list[Rereading] = []
    ignored: list[tuple[Place, str]] = []
    data = path.read_bytes().removeprefix(_BOM) if path.is_file() else b""
    # Only a line feed ends a line: a text may hold what Python takes for an end of line.
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            lines.append(_rereading(line, today))
        except _NoLine as why:
            ignored.append((Place(name, number), str(why)))
    return SecondPass(tuple(lines), tuple(ignored), Place(name))


class _NoLine(ValueError):
    """Why a line counts for nothing."""


def _rereading(line: bytes, today: date) -> Rereading:
    if len(line) > LONGEST_LINE:
        raise _NoLine(_TOO_LONG)
    try:
        values = json.loads(line.decode(), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _NoLine(f"it is no JSON, or says a thing twice ({type(error).__name__})") from error
    if not isinstance(values, dict) or set(values) != {*_KEYS}:
        raise _NoLine(f"it has not exactly the keys {', '.join(_KEYS)}")
    texts = {name: value for name, value in values.items() if name != "blind"}
    if not all(isinstance(one, str) for one in texts.values()) or not isinstance(
        values["blind"], bool
    ):
        raise _NoLine("“blind” is true or false, and everything else a text")
    said = texts.pop("date")
    try:
        day = date.fromisoformat(said) if _DAY.fullmatch(said) else None
    except ValueError:
        day = None
    if day is None:
        raise _NoLine("its date is no day such as 2026-11-22")
    one = Rereading(**texts, blind=values["blind"], day=day)
    for why in _faults(one):
        raise _NoLine(why)
    if day > today:
        raise _NoLine(f"it is dated in the future, {said}")
    return one


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: which one would count?"""
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name stands twice")
    return values


def _faults(one: Rereading) -> Iterator[str]:
    """Why a line says nothing that can be relied on."""
    if not _HASH.fullmatch(one.hash):
        yield "its hash is not 64 digits of SHA-256 in small letters"
    if not one.back.strip():
        yield "it has no back-translation"
    if one.severity not in SEVERITIES:
        yield f"its severity is none of {', '.join(SEVERITIES[1:])}"
    if bool(one.severity) != bool(one.finding.strip()) or (one.was and not one.severity):
        yield "a severity, a finding and a change belong together"
    if not one.by.strip():
        yield "it says not who did it"
    try:
        if len(_written(one)) > LONGEST_LINE:
            yield _TOO_LONG
    except UnicodeEncodeError:
        yield "it holds half a character"


# ── to the disk ────────────────────────────────────────────────────────────────────────────────
def append(path: Path, several: Iterable[Rereading]) -> int:
    """Add lines to a file, all of them or none, and say how many were added.

    What is there stays, byte for byte; a line that is there already is not added again.

    Raises:
        PlainleafError: a line is one that would count for nothing, or the file cannot be written.
    """
    lines = list(several)
    for why in (why for one in lines for why in _faults(one)):
        raise PlainleafError(f"A line was not added: {why}.", "Mend it.", Place(str(path)))
    return disk.add_lines(path, map(_written, lines))


def _written(one: Rereading) -> bytes:
    """A line without its end."""
    values = {name: getattr(one, name) for name in _KEYS[:-1]} | {"date": one.day.isoformat()}
    return json.dumps(values, ensure_ascii=False).encode()
