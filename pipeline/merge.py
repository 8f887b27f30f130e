"""Bringing a catalogue up to date with its template, without losing a translation.

The only door to rapidfuzz. A message takes its translation from the first of: the entry with its
msgctxt and msgid, an obsolete one with these, one that differs in white space only, one with the
same msgid in another context, the likest text that vanished, the memory. All but the first three
are fuzzy: somebody has to look.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from rapidfuzz import fuzz, process

from pipeline import pochunks
from pipeline.catalogue import Key
from pipeline.locale import Locale
from pipeline.memory import Memory
from pipeline.pochunks import FIELDS, Entry, comment_lines
from pipeline.pofile import PoFile, header_entry, stamp

LIKENESS = 75.0
"""Per cent of likeness (rapidfuzz's ratio) from which a vanished text is worth showing."""


@dataclass(frozen=True, slots=True)
class Update:
    """A catalogue brought up to date, and where each message has its translation from."""

    data: bytes
    changed: bool
    kept: int = 0
    new: int = 0
    """Messages that came without a translation."""
    fuzzy: int = 0
    from_memory: int = 0
    revived: int = 0
    obsolete: int = 0
    """Entries with a translation that this update marked obsolete."""


def update(
    template: Path,
    catalogue: Path,
    *,
    locale: Locale,
    memory: Memory | None = None,
    today: datetime,
    leaflet: str = "",
) -> Update:
    """Merge a template into a catalogue, which need not exist yet; nothing is written here.

    The leaflet, by default the catalogue's name, is the one that the memory is not asked about.

    Raises:
        CatalogueError: a file cannot be read, or defines an entry twice.
    """
    wanted = PoFile.load(template)
    exists = catalogue.exists()
    po = PoFile.load(catalogue) if exists else PoFile(str(catalogue))
    before = po.bytes() if exists else b""
    if not po.header.translated:
        po.header = _header(po, wanted, locale, today)
    merging = _Merging(po, wanted, memory or Memory(), leaflet or catalogue.stem)
    counts = merging.run()
    if po.bytes() != before:
        po.set_field("POT-Creation-Date", dict(wanted.fields).get("POT-Creation-Date", ""))
    data = po.bytes()
    return replace(counts, data=data, changed=data != before)


def _header(po: PoFile, wanted: PoFile, locale: Locale, today: datetime) -> Entry:
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


def _folded(entry: Entry) -> Key:
    return (entry.msgctxt, " ".join(entry.msgid.split()))


class _Merging:
    """One catalogue on its way to agree with one template."""

    def __init__(self, po: PoFile, wanted: PoFile, memory: Memory, leaflet: str) -> None:
        self._po, self._memory, self._leaflet = po, memory, leaflet
        self._wanted = [entry for entry in wanted.entries if not entry.obsolete]
        keys = {entry.key for entry in self._wanted}
        self._live = {entry.key: entry for entry in po.entries if not entry.obsolete}
        self._old = _by_key(entry for entry in po.entries if entry.obsolete)
        left = [e for e in self._live.values() if e.key not in keys and e.translated]
        self._gone = [*left, *(e for e in self._old.values() if e.key not in keys)]
        self._folded = {_folded(entry): entry for entry in reversed(self._gone)}
        every = [*self._gone, *(e for e in self._live.values() if e.key in keys and e.translated)]
        self._texts = {entry.msgid: entry for entry in reversed(every)}
        self._pool = [entry.msgid for entry in self._gone]
        self._moved: set[int] = set()
        self._counts = dict.fromkeys(("kept", "new", "fuzzy", "from_memory", "revived"), 0)

    def run(self) -> Update:
        """Find an entry for every message of the template, and a place for all that are left."""
        was = [entry for entry in self._po.entries if not entry.obsolete]
        live = [self._refreshed(self._found(wanted), wanted) for wanted in self._wanted]
        taken = {id(entry) for entry in live} | self._moved
        rest = [entry for entry in self._po.entries if id(entry) not in taken]
        vanished = [entry for entry in rest if not entry.obsolete and entry.translated]
        old = [entry for entry in rest if entry.obsolete]
        settled = len(was) == len(live) and all(a is b for a, b in zip(was, live, strict=True))
        for entry in vanished:
            entry.parts, entry.raw = pochunks.obsoleted(entry.parts, self._po.style), None
            entry.obsolete = True
        # Where nothing came, went or moved, obsolete entries stay wherever the file has them.
        if not settled or len(was) + len(old) != len(self._po.entries):
            self._po.entries = [*live, *old, *vanished]
        return Update(b"", changed=False, obsolete=len(vanished), **self._counts)

    # ── where a translation is from ────────────────────────────────────────────────────────────
    def _found(self, wanted: Entry) -> Entry:
        """The entry for a message of the template, from wherever it can be had."""
        live, old = self._live.get(wanted.key), self._old.get(wanted.key)
        if live and (live.translated or not old):
            return self._kept(live, wanted)
        if old:
            return self._revived(old, live)
        if (alike := self._folded.get(_folded(wanted))) and self._may_move(alike, wanted):
            return self._respaced(alike, wanted)
        source = self._texts.get(wanted.msgid) or self._likest(wanted)
        return self._copied(source, wanted) if source else self._new(wanted)

    def _kept(self, live: Entry, wanted: Entry) -> Entry:
        if wanted.plural and live.plural != wanted.plural:
            self._moved.add(id(live))
            return self._copied(live, wanted) if live.translated else self._new(wanted)
        if not live.translated and self._remembered(live):
            return live
        self._counts["kept"] += 1
        return live

    def _revived(self, old: Entry, live: Entry | None) -> Entry:
        """The obsolete entry, alive again and as fuzzy as it was."""
        self._counts["revived"] += 1
        old.parts, old.raw, old.obsolete = pochunks.revived(old.parts), None, False
        if live:  # An empty entry stands there already; what was noted on it stays.
            self._moved.add(id(live))
            if live.parts["comments"] not in old.parts["comments"]:
                old.put("comments", live.parts["comments"] + old.parts["comments"])
        return old

    def _may_move(self, alike: Entry, wanted: Entry) -> bool:
        return id(alike) not in self._moved and alike.plural == wanted.plural

    def _respaced(self, alike: Entry, wanted: Entry) -> Entry:
        """The same words with other white space: the translation holds."""
        if alike.obsolete:
            self._revived(alike, None)
        else:
            self._counts["kept"] += 1
        self._moved.add(id(alike))
        ends = [(one.startswith("\n"), one.endswith("\n")) for one in (alike.msgid, wanted.msgid)]
        previous = alike.msgid
        alike.msgid = wanted.msgid
        alike.put("msgid", self._po.written("msgid", wanted.msgid))
        if ends[0] != ends[1]:  # msgfmt wants msgstr to begin and end as msgid does.
            self._mark_fuzzy(alike)
            self._po.remember(alike, alike.previous or previous, alike.previous_msgctxt)
        return alike

    def _likest(self, wanted: Entry) -> Entry | None:
        best = process.extractOne(
            wanted.msgid, self._pool, scorer=fuzz.ratio, score_cutoff=LIKENESS
        )
        return self._gone[best[2]] if best else None

    def _copied(self, source: Entry, wanted: Entry) -> Entry:
        """A fuzzy entry with another one's translation.

        A translation that was confirmed also stays as it was, obsolete, in case its text returns;
        one that was fuzzy anyway moves here, with the text that it was once made for.
        """
        self._counts["fuzzy"] += 1
        entry = self._blank(wanted, self._forms(source, wanted))
        entry.put("comments", source.parts["comments"])
        entry.put("flags", pochunks.flag_line(["fuzzy", *_others(source)], self._po.style))
        if source.fuzzy and source.previous is not None:
            self._po.remember(entry, source.previous, source.previous_msgctxt)
        else:
            context = source.msgctxt if source.msgctxt != wanted.msgctxt else None
            self._po.remember(entry, source.msgid, context)
        if source.fuzzy and not source.obsolete and source.forms == entry.forms:
            self._moved.add(id(source))
        return entry

    def _new(self, wanted: Entry) -> Entry:
        entry = self._blank(wanted, self._forms(None, wanted))
        if not self._remembered(entry):
            self._counts["new"] += 1
        return entry

    def _remembered(self, entry: Entry) -> bool:
        """Fill an empty entry from the memory, and say whether that was possible."""
        known = self._memory.lookup(entry.msgctxt, entry.msgid, apart_from=self._leaflet)
        if not known or entry.plural:
            return False
        self._counts["from_memory"] += 1
        self._po.replace(entry, forms=[known.msgstr])
        note = comment_lines("#", known.comment, self._po.style)
        if note not in entry.parts["comments"]:
            entry.put("comments", entry.parts["comments"] + note)
        self._mark_fuzzy(entry)
        return True

    # ── making and changing entries ────────────────────────────────────────────────────────────
    def _blank(self, wanted: Entry, forms: tuple[str, ...]) -> Entry:
        """An entry that says what the template says, with these forms of a translation."""
        entry = Entry(wanted.msgid, wanted.msgctxt, wanted.plural, forms=())
        texts = dict(
            zip(FIELDS, (wanted.msgctxt, wanted.msgid, wanted.plural or None), strict=False)
        )
        for part, text in texts.items():
            if text is not None:
                entry.put(part, self._po.written(part, text))
        self._po.replace(entry, forms=forms)
        return entry

    def _forms(self, source: Entry | None, wanted: Entry) -> tuple[str, ...]:
        """The forms of a source's translation, as many as the wanted entry has."""
        forms = source.forms if source else ("",)
        if not wanted.plural:
            return forms[:1]
        number = re.search(r"nplurals\s*=\s*(\d)", dict(self._po.fields).get("Plural-Forms", ""))
        count = int(number[1]) if number else 2
        return (*forms, *[""] * count)[:count]

    def _mark_fuzzy(self, entry: Entry) -> None:
        flags = dict.fromkeys(["fuzzy", *entry.flags])
        entry.put("flags", pochunks.flag_line(list(flags), self._po.style))

    def _refreshed(self, entry: Entry, wanted: Entry) -> Entry:
        """Say of an entry what the template says of it, and touch no line that says so already."""
        style, theirs, ours = self._po.style, wanted.parts, entry.parts
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
        if entry.parts["previous"] and not entry.fuzzy:
            self._po.remember(entry, None)
        return entry


def _others(source: Entry) -> list[str]:
    return [flag for flag in source.flags if flag != "fuzzy"]


def _by_key(entries: Iterable[Entry]) -> dict[Key, Entry]:
    """Obsolete entries by key: the last that is not fuzzy, or else the last."""
    found: dict[Key, Entry] = {}
    for entry in entries:
        if entry.translated and (entry.key not in found or not entry.fuzzy):
            found[entry.key] = entry
    return found
