"""The lines of a catalogue's entries, kept apart by what they say and joined again unchanged.

Nothing here understands escapes or writes a field; what is here knows where lines belong.
"""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from pipeline.catalogue import Key, Message
from pipeline.place import Place

Part = Literal[
    "comments", "extracted", "references", "flags", "previous",
    "msgctxt", "msgid", "msgid_plural", "msgstr", "tail",
]  # fmt: skip
PARTS: tuple[Part, ...] = (
    "comments", "extracted", "references", "flags", "previous",
    "msgctxt", "msgid", "msgid_plural", "msgstr", "tail",
)  # fmt: skip
FIELDS: tuple[Part, ...] = ("msgctxt", "msgid", "msgid_plural", "msgstr")
_MARKS: dict[str, Part] = {
    "#.": "extracted", "#:": "references", "#,": "flags", "#|": "previous",
}  # fmt: skip
_FLAG = re.compile(r'(?:"(?:\\.|[^"\\])*"|[^,])+')
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069(?::\\d+)?|\\S+")
_FIELD_LINE = re.compile(
    r'(?:msg(?:ctxt|id|id_plural|str(?:\[\d+\])?)\s+)?"[^"\\]*(?:\\.[^"\\]*)*"'
)
_FIELD_LINES = re.compile(rf"(?:{_FIELD_LINE.pattern}\s*)*")
_SKIPPED = re.compile(r"#~\|.*|#[:.,]")
"""Lines that polib passes over without noticing that an entry has begun."""
_ORDER = {part: number for number, part in enumerate(PARTS)}
_OWNED = re.compile(
    r"md-text|(?:no-)?[a-z-]+-format|range:.*|max-length:.*|placeholders:.*|priority:.*"
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a file breaks its lines."""

    width: int = 79
    """Most columns in a line; 0 breaks only after `\\n`, and -1 nowhere."""
    end: str = "\n"


@dataclass(slots=True, eq=False)
class Entry:
    """One entry: what it says, and the very text that says so."""

    msgid: str = ""
    msgctxt: str | None = None
    plural: str = ""
    """`msgid_plural`."""
    forms: tuple[str, ...] = ("",)
    """`msgstr`, or every `msgstr[n]`."""
    obsolete: bool = False
    line: int = 0
    """Where `msgstr` stands, from 1; 0 while the entry is in no file."""
    parts: dict[Part, str] = field(default_factory=lambda: dict.fromkeys(PARTS, ""))
    previous: str | None = None
    previous_msgctxt: str | None = None
    raw: str | None = None
    """The text as it was read, where the order of its lines is not the customary one."""
    follower: "Entry | None" = None

    @property
    def key(self) -> Key:
        """What makes the entry itself in gettext."""
        return (self.msgctxt, self.msgid)

    @property
    def msgstr(self) -> str:
        """The translation; empty while a plural form is missing."""
        return self.forms[0] if all(self.forms) else ""

    @property
    def translated(self) -> bool:
        """Whether there are any words of a translation, fuzzy or not."""
        return any(self.forms)

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags in their order."""
        return flags_of(lines_of(self.parts["flags"]))

    @property
    def fuzzy(self) -> bool:
        """Whether the entry is marked `fuzzy`."""
        return "fuzzy" in self.parts["flags"] and "fuzzy" in self.flags

    @property
    def references(self) -> tuple[str, ...]:
        """The references in their order."""
        return references_of(lines_of(self.parts["references"]))

    def said(self, part: Part) -> str:
        """The words of a part that is a comment."""
        return comment_text(lines_of(self.parts[part]))

    @property
    def text(self) -> str:
        """The entry as it stands in the file."""
        return "".join(self.parts.values()) if self.raw is None else self.raw

    def put(self, part: Part, text: str) -> None:
        """Replace the lines of one part, unless they are the same."""
        if self.parts[part] != text:
            self.parts[part], self.raw = text, None

    def message(self, file: str) -> Message:
        """The entry as a message of a catalogue."""
        return Message(
            msgid=self.msgid,
            msgstr=self.msgstr,
            msgctxt=self.msgctxt,
            flags=self.flags,
            previous=self.previous,
            comments=self.said("comments"),
            extracted=self.said("extracted"),
            references=self.references,
            plural=bool(self.plural),
            plural_id=self.plural,
            forms=self.forms if self.plural else (),
            place=Place(file, self.line),
        )


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, split where Python's text files split."""
    if text.find("\n") in {-1, len(text) - 1} and "\r" not in text:
        return [text] if text else []  # one line, or none
    return list(io.StringIO(text, newline=""))


def starts(found: Sequence[int], lines: Sequence[str]) -> list[int]:
    """The index of each entry's first line, with the lines above that polib passed over."""
    firsts = []
    for number in found:
        start = max(number - 1, 0)
        while start and _SKIPPED.fullmatch(lines[start - 1].strip()):
            start -= 1
        firsts.append(start)
    return [0, *firsts[1:]] if firsts else []


def grouped(lines: Sequence[str]) -> tuple[dict[Part, list[str]], bool]:
    """The lines of one entry by part, and whether they stand in the customary order."""
    parts: dict[Part, list[str]] = {part: [] for part in PARTS}
    now: Part = "comments"
    ordered = True
    for line in lines:
        if line[0] != '"':  # Most lines go on with a field: they need no second look.
            part = _part_of(line.strip(), now)
            ordered = ordered and _ORDER[part] >= _ORDER[now]
            now = part
        parts[now].append(line)
    return parts, ordered


def _part_of(line: str, now: Part) -> Part:
    """The part that a line belongs to, given the part of the line before."""
    if not line:
        return "tail" if now == "msgstr" else now
    if line.startswith("#~"):
        if line.startswith("#~|"):
            return "previous"
        line = line[2:].lstrip()
    if line.startswith("#"):
        return "tail" if now in {"msgstr", "tail"} else _MARKS.get(line[:2], "comments")
    if line.startswith('"'):
        return now
    return next((part for part in reversed(FIELDS) if line.startswith(part)), now)


def broken_line(parts: dict[Part, list[str]]) -> int | None:
    """The number of the first line of fields, from 0 and among those, whose quotes are wrong."""
    fields = [line for part in FIELDS for line in parts[part]]
    if _FIELD_LINES.fullmatch("".join(fields)):
        return None
    for number, line in enumerate(fields):
        if (bare := line.strip().removeprefix("#~").strip()) and not _FIELD_LINE.fullmatch(bare):
            return number
    return None


def comment_text(lines: Sequence[str]) -> str:
    """What comment lines say, without their mark and one space after it."""
    if not lines:
        return ""
    return "\n".join(_said(line.strip("\r\n").lstrip()) for line in lines if line.strip())


def _said(line: str) -> str:
    line = line[2:] if line[:2] in _MARKS else line[1:]
    return line[1:].rstrip() if line.startswith(" ") else line.rstrip()


def flags_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The flags of an entry; a comma within quotes parts nothing."""
    return _flags_in(tuple(lines)) if lines else ()


@lru_cache(maxsize=256)  # The entries of a file have a few lines of flags among them.
def _flags_in(lines: tuple[str, ...]) -> tuple[str, ...]:
    found = (flag.strip() for line in lines for flag in _FLAG.findall(line.strip()[2:]))
    return tuple(dict.fromkeys(flag for flag in found if flag))


def references_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The references of an entry; gettext puts isolates around a name with spaces."""
    text = " ".join(line.strip()[2:] for line in lines)
    if "\u2068" not in text:
        return tuple(text.split())
    found = (one for line in lines for one in _REFERENCE.findall(line.strip()[2:]))
    return tuple(one.replace("\u2068", "").replace("\u2069", "") for one in found)


def flags_with(theirs: Sequence[str], template: Sequence[str], *, fuzzy: bool) -> tuple[str, ...]:
    """The flags of an entry after an update: the template's, and those that translators set."""
    kept = (flag for flag in theirs if flag != "fuzzy" and not _OWNED.fullmatch(flag))
    first = ("fuzzy",) if fuzzy else ()
    others = (flag for flag in template if flag != "fuzzy")
    return tuple(dict.fromkeys([*first, *others, *kept]))


# ── writing what is not a field ────────────────────────────────────────────────────────────────
def comment_lines(mark: str, text: str, style: Style) -> str:
    """Comment lines as they stand in a file; they are never wrapped, since tools do not either."""
    lines = text.split("\n") if text else []
    return "".join(f"{mark} {line}".rstrip() + style.end for line in lines)


def flag_line(flags: Sequence[str], style: Style) -> str:
    """The line of flags."""
    return f"#, {', '.join(flags)}{style.end}" if flags else ""


def reference_lines(references: Sequence[str], style: Style) -> str:
    """The lines of references, as many on a line as the width allows."""
    lines: list[str] = []
    for one in (_isolated(reference) for reference in references):
        if lines and (style.width <= 0 or len(lines[-1]) + 1 + len(one) <= style.width):
            lines[-1] += f" {one}"
        else:
            lines.append(f"#: {one}")
    return "".join(line + style.end for line in lines)


def _isolated(reference: str) -> str:
    return f"\u2068{reference}\u2069" if re.search(r"\s", reference) else reference


# ── leaving and coming back ────────────────────────────────────────────────────────────────────
def obsoleted(parts: dict[Part, str], style: Style) -> dict[Part, str]:
    """The parts of an entry whose text is gone: marked `#~`, without what the source said."""
    flags = flags_of(lines_of(parts["flags"]))
    kept = [flag for flag in flags if flag == "fuzzy" or not _OWNED.fullmatch(flag)]
    changed: dict[Part, str] = {"extracted": "", "references": "", "flags": flag_line(kept, style)}
    changed["previous"] = _each(parts["previous"], lambda line: line.replace("#|", "#~|", 1))
    for part in FIELDS:
        changed[part] = _each(parts[part], lambda line: f"#~ {line}")
    return parts | changed


def revived(parts: dict[Part, str]) -> dict[Part, str]:
    """The parts of an obsolete entry whose text is back."""
    changed: dict[Part, str] = {}
    changed["previous"] = _each(parts["previous"], lambda line: line.replace("#~|", "#|", 1))
    for part in FIELDS:
        changed[part] = _each(parts[part], lambda line: line.lstrip()[2:].lstrip())
    return parts | changed


def _each(text: str, change: Callable[[str], str]) -> str:
    return "".join(change(line) for line in lines_of(text) if line.strip())
