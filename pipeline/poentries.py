"""The entries of a catalogue of the customary shape, cut from its text in one pass.

Customary is what gettext writes: comments by kind in their order, fields, empty lines. A file in
which anything is not customary is left to polib as a whole. Tests hold this to what polib says.
"""

import re
from collections.abc import Callable, Sequence
from sys import intern

from pipeline.pochunks import PARTS, Entry, Part

_Q = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"\n'
_QUOTED = rf"(?:{_Q})+"
_OLD = rf"{_Q}(?:#~ {_Q})*"
_ENTRY = re.compile(
    r"((?:#(?: .*)?\n)*)((?:#\.(?: .*)?\n)*)((?:#: .*\n)*)((?:#, .*\n)*)"
    rf"((?:#\| (?:msg[a-z_]+ )?{_Q})*)"
    rf"(?:(msgctxt {_QUOTED})?(msgid {_QUOTED})(msgid_plural {_QUOTED})?"
    rf"((?:msgstr(?:\[\d\])? {_QUOTED})+)|"
    rf"((?:#~\| (?:msg[a-z_]+ )?{_Q})*)(#~ msgctxt {_OLD})?(#~ msgid {_OLD})(#~ msgstr {_OLD}))"
    r"(\n*)"
)
_FORM = re.compile(rf"msgstr(?:\[(\d)\])? ({_QUOTED})")
_REMEMBERED = re.compile(
    rf"(?:msgctxt ({_QUOTED}))?msgid ({_QUOTED})(?:msgid_plural (?:{_QUOTED}))?"
)
_MARKED = re.compile(r"^#~?\| ", re.MULTILINE)
_GONE = re.compile("^#~ ", re.MULTILINE)

Unescape = Callable[[str], str]


def entries_of(text: str, unescape: Unescape) -> list[Entry] | None:
    """Every entry, the header among them; None where anything is not of the customary shape."""
    if "\r" in text or not text.endswith("\n"):
        return None
    found: list[Entry] = []
    at, line = 0, 1
    while at < len(text):
        match = _ENTRY.match(text, at)
        entry = match and _entry(match, unescape)
        if not match or not entry:
            return None
        entry.line = line + text.count("\n", at, match.start(9 if match[9] else 13))
        line += text.count("\n", at, match.end())
        at = match.end()
        found.append(entry)
    return found


def _entry(match: re.Match[str], unescape: Unescape) -> Entry | None:
    """One entry; None where its fields do not fit together."""
    groups = match.groups("")
    obsolete = not groups[8]
    if obsolete and groups[4]:
        return None
    fields = groups[5:9] if not obsolete else (groups[10], groups[11], "", groups[12])
    lines = (*groups[:2], intern(groups[2]), intern(groups[3]), groups[9] or groups[4])
    parts: dict[Part, str] = dict(zip(PARTS, (*lines, *fields, groups[13]), strict=True))
    if obsolete:
        fields = tuple(_GONE.sub("", one) for one in fields)
    context, msgid, plural, msgstr = fields
    forms = _forms(msgstr, bool(plural), unescape)
    previous = _previous(lines[4], unescape) if lines[4] else (None, None)
    if forms is None or previous is None:
        return None
    return Entry(
        _joined(msgid[6:], unescape),
        _joined(context[8:], unescape) if context else None,
        _joined(plural[13:], unescape) if plural else "",
        forms,
        obsolete,
        0,
        parts,
        *previous,
    )


def _forms(written: str, plural: bool, unescape: Unescape) -> tuple[str, ...] | None:  # noqa: FBT001  said once, by position
    """The forms of a translation; None where they are not numbered as they should be."""
    if not plural and written.startswith("msgstr ") and "\nmsgstr" not in written:
        return (_joined(written[7:], unescape),)
    found = _FORM.findall(written)
    if not plural or [number for number, _ in found] != [str(n) for n in range(len(found))]:
        return None
    return tuple(_joined(quoted, unescape) for _, quoted in found)


def _previous(written: str, unescape: Unescape) -> tuple[str, str | None] | None:
    """The former msgid and msgctxt; None where more or less than those is said."""
    match = _REMEMBERED.fullmatch(_MARKED.sub("", written))
    if not match:
        return None
    context, msgid = match.groups()
    return _joined(msgid, unescape), None if context is None else _joined(context, unescape)


def previously(lines: Sequence[str], unescape: Unescape) -> tuple[str | None, str | None]:
    """The msgid and msgctxt in `#~|` lines, which polib does not read, whatever their shape."""
    texts: dict[str, str] = {}
    now = ""
    for line in lines:
        keyword, _, quoted = line.strip()[3:].strip().partition('"')
        now = keyword.strip() or now
        texts[now] = texts.get(now, "") + unescape(quoted.removesuffix('"'))
    return texts.get("msgid"), texts.get("msgctxt")


def _joined(quoted: str, unescape: Unescape) -> str:
    """The text of quoted lines."""
    text = quoted[1:-2].replace('"\n"', "")
    return unescape(text) if "\\" in text else text
