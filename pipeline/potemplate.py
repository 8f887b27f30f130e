"""The template of a leaflet: its segments in reading order, and what a translator must know."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pipeline import pochunks
from pipeline.document import Segment
from pipeline.labels import DECLARED
from pipeline.pochunks import Entry
from pipeline.pofile import PoFile, header_entry, stamp

SAFETY = "SAFETY: the meaning must be exact."
_DATE = "POT-Creation-Date"
_ENGLISH_PLURALS = "nplurals=2; plural=(n != 1);"


def template_bytes(
    domain: str,
    segments: Sequence[Segment],
    *,
    project_name: str,
    bugs: str,
    today: datetime,
    old: Path | None,
) -> bytes:
    """The bytes of a `.pot`; those of the old one where it says the same.

    The creation date moves only when a message does: its text, order, comments or flags.

    Raises:
        CatalogueError: the old template cannot be read.
    """
    new = PoFile(domain)
    new.header = header_entry(
        new,
        f"The words of “{domain}” for translators, in reading order.",
        (
            ("Project-Id-Version", project_name),
            ("Report-Msgid-Bugs-To", bugs),
            (_DATE, stamp(today)),
            ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
            ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
            ("Language-Team", "LANGUAGE <LL@li.org>"),
            ("Language", ""),
            ("Plural-Forms", _ENGLISH_PLURALS),
        ),
    )
    shared: dict[tuple[str | None, str], list[Segment]] = {}
    for segment in segments:
        shared.setdefault((segment.msgctxt, segment.msgid), []).append(segment)
    new.entries = [_entry(new, alike) for alike in shared.values()]
    if old is None or not old.exists():
        return new.bytes()
    return _in_place_of(old, new)


def _in_place_of(old: Path, new: PoFile) -> bytes:
    """The new template, or the old one's bytes, or the new one with the old one's date."""
    was = PoFile.load(old)
    if [_meaning(entry) for entry in was.entries] == [_meaning(entry) for entry in new.entries]:
        new.set_field(_DATE, dict(was.fields).get(_DATE, ""))
        same = [entry.references for entry in was.entries] == [
            entry.references for entry in new.entries
        ]
        if same and was.fields == new.fields:
            return was.bytes()
    return new.bytes()


def _meaning(entry: Entry) -> tuple[object, ...]:
    """All that makes a message another one, which a reference does not."""
    return (entry.key, entry.plural, entry.flags, entry.said("extracted"), entry.obsolete)


def _entry(po: PoFile, alike: Sequence[Segment]) -> Entry:
    """One entry for all segments with the same text and context."""
    first = alike[0]
    entry = Entry(msgid=first.msgid, msgctxt=first.msgctxt)
    comments = dict.fromkeys(line for segment in alike for line in described(segment))
    references = dict.fromkeys(segment.place.reference for segment in alike)
    flags = dict.fromkeys(["md-text", *(flag for segment in alike for flag in segment.flags)])
    entry.put("extracted", pochunks.comment_lines("#.", "\n".join(comments), po.style))
    entry.put("references", pochunks.reference_lines(list(references), po.style))
    entry.put("flags", pochunks.flag_line(list(flags), po.style))
    if first.msgctxt is not None:
        entry.put("msgctxt", po.written("msgctxt", first.msgctxt))
    entry.put("msgid", po.written("msgid", first.msgid))
    entry.put("msgstr", po.written("msgstr", ""))
    return entry


def described(segment: Segment) -> list[str]:
    """What a translator must know of a segment, one line each: what it is and where, and notes."""
    lines = [segment.kind + "".join(f", {one}" for one in _around(segment))]
    if segment.safety:
        lines.append(SAFETY)
    lines += [f"note: {line}" for line in segment.note.split("\n") if line.strip()]
    if segment.cosmetic:
        lines.append(f"{DECLARED}{segment.cosmetic}")
    return lines


def _around(segment: Segment) -> list[str]:
    """Where a segment stands; a lead-in ends with a colon, and a cell's column comes last."""
    rest = [one for one in segment.around if one and one != segment.msgid]
    said = []
    if segment.kind.endswith("cell") and len(rest) > 1:
        said.append(f"in the column “{rest.pop()}”")
    if rest and rest[-1].rstrip().endswith((":", "\uff1a")):
        said.append(f"after “{rest.pop()}”")
    elif segment.kind.endswith("meaning") and len(rest) > 1:
        said.append(f"of “{rest.pop()}”")
    if rest:
        said.append(f"under “{rest[0]}”")
    return [" ".join(one.split()) for one in reversed(said)]
