"""Entries made and changed while a catalogue is brought up to date."""

import re
from collections.abc import Iterable
from datetime import datetime

from pipeline import labels, pochunks
from pipeline.catalogue import Key
from pipeline.locale import Locale
from pipeline.pochunks import FIELDS, Entry, comment_lines
from pipeline.pofile import PoFile, header_entry, stamp


def new_header(po: PoFile, wanted: PoFile, locale: Locale, today: datetime) -> Entry:
    """The header of a new catalogue; nobody has translated yet, which gettext's words say."""
    given = dict(wanted.fields)
    name = given.get("Project-Id-Version", "")
    return header_entry(
        po,
        f"{locale.english_name} translation of {name}.",
        (
            ("Project-Id-Version", name),
            ("Report-Msgid-Bugs-To", given.get("Report-Msgid-Bugs-To", "")),
            ("POT-Creation-Date", given.get("POT-Creation-Date", "")),
            ("PO-Revision-Date", stamp(today)),
            ("Last-Translator", "Automatically generated"),
            ("Language-Team", "none"),
            ("Language", locale.gettext),
            ("Plural-Forms", locale.plural_forms),
        ),
    )


def blank(po: PoFile, wanted: Entry, forms: tuple[str, ...]) -> Entry:
    """An entry that says what the template says, with these forms of a translation."""
    entry = Entry(wanted.msgid, wanted.msgctxt, wanted.plural, forms=())
    texts = dict(zip(FIELDS, (wanted.msgctxt, wanted.msgid, wanted.plural or None), strict=False))
    for part, text in texts.items():
        if text is not None:
            entry.put(part, po.written(part, text))
    po.replace(entry, forms=forms)
    return entry


def forms_for(po: PoFile, wanted: Entry, forms: tuple[str, ...] = ("",)) -> tuple[str, ...]:
    """The forms of a translation, as many as the wanted entry has."""
    if not wanted.plural:
        return forms[:1]
    number = re.search(r"nplurals\s*=\s*(\d)", dict(po.fields).get("Plural-Forms", ""))
    count = int(number[1]) if number else 2
    return (*forms, *[""] * count)[:count]


def mark_fuzzy(po: PoFile, entry: Entry) -> None:
    """Flag an entry `fuzzy`, first of its flags."""
    flags = dict.fromkeys(["fuzzy", *entry.flags])
    entry.put("flags", pochunks.flag_line(list(flags), po.style))


def confirm(po: PoFile, entry: Entry) -> None:
    """Take away what says that an entry is in doubt."""
    entry.put("flags", pochunks.flag_line(other_flags(entry), po.style))
    po.remember(entry, None)
    labels.unlabel(entry)


def other_flags(entry: Entry) -> list[str]:
    """The flags of an entry besides `fuzzy`."""
    return [flag for flag in entry.flags if flag != "fuzzy"]


def by_key(obsolete: Iterable[Entry]) -> dict[Key, Entry]:
    """Obsolete entries with words, by key: the last that is not fuzzy, or else the last."""
    found: dict[Key, Entry] = {}
    for entry in obsolete:
        if entry.translated and (entry.key not in found or not entry.fuzzy):
            found[entry.key] = entry
    return found


def retitle(po: PoFile, entry: Entry, msgid: str) -> None:
    """Give an entry another source text."""
    entry.msgid = msgid
    entry.put("msgid", po.written("msgid", msgid))


def note(po: PoFile, entry: Entry, said: str) -> None:
    """Add a translator comment, unless it stands there."""
    line = comment_lines("#", said, po.style)
    if line not in entry.parts["comments"]:
        entry.put("comments", entry.parts["comments"] + line)


def obsolete(po: PoFile, entry: Entry) -> None:
    """Mark an entry whose text is gone."""
    entry.parts, entry.raw = pochunks.obsoleted(entry.parts, po.style), None
    entry.obsolete = True


def revive(entry: Entry) -> None:
    """Bring an obsolete entry back, as fuzzy as it was."""
    entry.parts, entry.raw, entry.obsolete = pochunks.revived(entry.parts), None, False


def refresh(po: PoFile, entry: Entry, wanted: Entry) -> Entry:
    """Say of an entry what the template says of it, and touch no line that says so already."""
    style, theirs, ours = po.style, wanted.parts, entry.parts
    if theirs["extracted"] != ours["extracted"] and entry.said("extracted") != wanted.said(
        "extracted"
    ):
        entry.put("extracted", comment_lines("#.", wanted.said("extracted"), style))
    if theirs["references"] != ours["references"] and entry.references != wanted.references:
        entry.put("references", pochunks.reference_lines(wanted.references, style))
    if theirs["flags"] != ours["flags"]:
        flags = pochunks.flags_with(entry.flags, wanted.flags, fuzzy=entry.fuzzy)
        if set(flags) != set(entry.flags):
            entry.put("flags", pochunks.flag_line(flags, style))
    if not entry.fuzzy:
        if ours["previous"]:
            po.remember(entry, None)
        labels.unlabel(entry)
    return entry
