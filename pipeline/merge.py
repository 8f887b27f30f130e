"""Bringing a catalogue up to date with its template, without losing a translation.

A message takes its translation from the first of: the entry with its msgctxt and msgid, an obsolete
one with these, one that differs in white space only, one with the same msgid in another context,
texts that vanished (`origins`), the memory. All but the first three are fuzzy, and say what
changed: somebody has to look. Only an edit that its author declares cosmetic carries a confirmed
translation on.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pipeline import labels, meaning, pochunks, poedits
from pipeline.catalogue import Key
from pipeline.cosmetic import Declarations
from pipeline.errors import CatalogueError
from pipeline.locale import Locale
from pipeline.memory import Memory
from pipeline.merged import Circumstances, Update
from pipeline.origins import Origin, Origins
from pipeline.place import Place
from pipeline.pochunks import Entry
from pipeline.pofile import PoFile
from pipeline.sweeping import unswept

__all__ = ["Circumstances", "Update", "update"]

_EMPTY = "The template has no message, and the catalogue has translations."
_AGAIN = "Make the template again. If all its texts are gone for good, move the catalogue away."


@unswept()
def update(
    template: Path,
    catalogue: Path,
    *,
    locale: Locale,
    memory: Memory | None = None,
    today: datetime,
    leaflet: str = "",
    given: Circumstances | None = None,
) -> Update:
    """Merge a template into a catalogue, which need not exist yet; nothing is written here.

    Raises:
        CatalogueError: a file cannot be read, defines an entry twice, or the template has none.
    """
    wanted = PoFile.load(template)
    exists = catalogue.exists()
    po = PoFile.load(catalogue) if exists else PoFile(str(catalogue))
    before = po.bytes() if exists else b""
    empty = all(one.obsolete for one in wanted.entries)
    if empty and any(one.translated and not one.obsolete for one in po.entries):
        raise CatalogueError(_EMPTY, _AGAIN, Place(str(template)))
    if not po.header.translated:
        po.header = poedits.new_header(po, wanted, locale, today)
    given = given or Circumstances(memory or Memory(), leaflet)
    given = replace(given, leaflet=given.leaflet or catalogue.stem)
    counts = _Merging(po, wanted, given, today).run()
    data = po.bytes()
    if data != before:
        po.set_field("POT-Creation-Date", dict(wanted.fields).get("POT-Creation-Date", ""))
        data = po.bytes()
    return replace(counts, data=data, changed=data != before)


def _folded(entry: Entry) -> Key:
    return (entry.msgctxt, " ".join(entry.msgid.split()))


_COUNTED = (
    "kept", "new", "fuzzy", "meaning", "wording", "cosmetic", "split", "joined", "carried",
    "from_memory", "revived",
)  # fmt: skip


class _Merging:
    """One catalogue on its way to agree with one template."""

    def __init__(self, po: PoFile, wanted: PoFile, given: Circumstances, today: datetime) -> None:
        self._po, self._given = po, given
        since = dict(po.fields).get("POT-Creation-Date", "")
        self._declarations = Declarations(
            given.language, given.terms, given.declared_by, since, today.date()
        )
        self._wanted = [entry for entry in wanted.entries if not entry.obsolete]
        keys = {entry.key for entry in self._wanted}
        was = [entry for entry in po.entries if not entry.obsolete]
        self._live = {entry.key: entry for entry in was}
        self._old = poedits.by_key(entry for entry in po.entries if entry.obsolete)
        left = [e for e in was if e.key not in keys and e.translated]
        self._gone = [*left, *(e for e in self._old.values() if e.key not in keys)]
        self._folded = {_folded(entry): entry for entry in reversed(self._gone)}
        every = [*self._gone, *(e for e in was if e.key in keys and e.translated)]
        self._texts = {entry.msgid: entry for entry in reversed(every)}
        self._origins = Origins(was, self._gone, self._wanted)
        self._moved: set[int] = set()
        self._used: set[int] = set()
        self._former: dict[int, str] = {}
        self._counts = dict.fromkeys(_COUNTED, 0)

    def run(self) -> Update:
        """Find an entry for every message of the template, and a place for all that are left."""
        was = [entry for entry in self._po.entries if not entry.obsolete]
        live = [poedits.refresh(self._po, self._found(wanted), wanted) for wanted in self._wanted]
        taken = {id(entry) for entry in live} | self._moved
        rest = [entry for entry in self._po.entries if id(entry) not in taken]
        vanished = [entry for entry in rest if not entry.obsolete and entry.translated]
        # gettext takes no entry twice, not even where one is obsolete and empty.
        known = {entry.key for entry in live}
        old = [one for one in rest if one.obsolete and (one.translated or one.key not in known)]
        settled = len(was) == len(live) and all(a is b for a, b in zip(was, live, strict=True))
        for entry in vanished:
            poedits.obsolete(self._po, entry)
        self._settle(live, [*old, *vanished])
        # Where nothing came, went or moved, obsolete entries stay wherever the file has them.
        if not settled or len(was) + len(old) != len(self._po.entries):
            self._po.entries = [*live, *old, *vanished]
        edits = tuple(self._declarations.edits)
        confirmed = ((e.key, e.msgstr) for e in live if edits and e.msgstr and not e.fuzzy)
        homeless = (e.msgid for e in vanished if not e.fuzzy and id(e) not in self._used)
        return Update(
            b"",
            changed=False,
            obsolete=len(vanished),
            edits=edits,
            confirmed=tuple(confirmed),
            refused=tuple(dict.fromkeys(self._declarations.refused)),
            homeless=tuple(homeless),
            **self._counts,
        )

    def _settle(self, live: Sequence[Entry], obsolete: Sequence[Entry]) -> None:
        """Confirm what is fuzzy for an edit that is declared; the next update finds none then."""
        self._old = poedits.by_key(obsolete)
        for entry, wanted in zip(live, self._wanted, strict=True):
            self._counts["carried"] += self._is_declared(entry, wanted)

    # ── where a translation is from ────────────────────────────────────────────────────────────
    def _found(self, wanted: Entry) -> Entry:
        """The entry for a message of the template, from wherever it can be had."""
        live, old = self._live.get(wanted.key), self._old.get(wanted.key)
        if live and (live.translated or not old):
            return self._kept(live, wanted)
        if old:
            return self._numbered(self._revived(old, live), wanted)
        if (alike := self._folded.get(_folded(wanted))) and self._may_move(alike, wanted):
            return self._respaced(alike, wanted)
        if source := self._texts.get(wanted.msgid):
            return self._copied(Origin(source), wanted)
        origin = self._origins.of(wanted)
        return self._from(origin, wanted) if origin else self._new(wanted)

    def _from(self, origin: Origin, wanted: Entry) -> Entry:
        """What comes of a text that vanished: confirmed still where its author says so."""
        source = origin.source
        whole = not origin.how and id(source) not in self._moved
        here = source.msgctxt == wanted.msgctxt  # Another context may be another meaning.
        if whole and here and self._declarations.carry(source, wanted):
            return self._carried(source, wanted)
        return self._copied(origin, wanted)

    def _kept(self, live: Entry, wanted: Entry) -> Entry:
        entry = self._numbered(live, wanted)
        if entry is live and (live.translated or not self._remembered(live)):
            self._counts["kept"] += 1
        return entry

    def _numbered(self, entry: Entry, wanted: Entry) -> Entry:
        """The entry; or where its plural is another one, a new one with the words that fit.

        An entry with words in several forms stays, as gettext finds the first where it wants one.
        """
        if entry.plural == wanted.plural or (not wanted.plural and any(entry.forms[1:])):
            return entry
        self._moved.add(id(entry))
        return self._copied(Origin(entry), wanted) if entry.translated else self._new(wanted)

    def _is_declared(self, entry: Entry, wanted: Entry) -> bool:
        """Whether an edit that made an entry fuzzy is declared now; then it is confirmed."""
        if not entry.fuzzy or entry.previous_msgctxt is not None or not labels.is_edited(entry):
            return False
        former = self._old.get((entry.msgctxt, entry.previous or ""))
        if not former or former.forms != entry.forms:
            return False
        if not self._declarations.carry(former, wanted):
            return False
        poedits.confirm(self._po, entry)
        return True

    def _revived(self, old: Entry, live: Entry | None) -> Entry:
        """The obsolete entry, alive again and as fuzzy as it was."""
        self._counts["revived"] += 1
        poedits.revive(old)
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
        poedits.retitle(self._po, alike, wanted.msgid)
        if ends[0] != ends[1]:  # msgfmt wants msgstr to begin and end as msgid does.
            poedits.mark_fuzzy(self._po, alike)
            self._po.remember(alike, alike.previous or previous, alike.previous_msgctxt)
        return alike

    def _copied(self, origin: Origin, wanted: Entry) -> Entry:
        """A fuzzy entry with another one's translation.

        A translation that was confirmed also stays as it was, obsolete, in case its text returns;
        one that was fuzzy anyway moves here, with the text that it was once made for.
        """
        po, source = self._po, origin.source
        self._used.add(id(source))
        if origin.msgstr == "":
            entry = self._new(wanted)
            poedits.note(po, entry, origin.note)
            return entry
        forms = source.forms if origin.msgstr is None else (origin.msgstr,)
        entry = poedits.blank(po, wanted, poedits.forms_for(po, wanted, forms))
        entry.put("comments", source.parts["comments"])
        entry.put("flags", pochunks.flag_line(["fuzzy", *poedits.other_flags(source)], po.style))
        if source.fuzzy and source.previous is not None and not origin.msgid:
            po.remember(entry, source.previous, source.previous_msgctxt)
        else:
            context = source.msgctxt if source.msgctxt != wanted.msgctxt else None
            former = self._former.get(id(source), source.msgid)
            po.remember(entry, origin.msgid or former, context)
        if source.fuzzy and not source.obsolete and source.forms == entry.forms:
            self._moved.add(id(source))
        self._counts["fuzzy"] += 1
        self._label(entry, origin.how, (source.plural, wanted.plural))
        return entry

    def _label(self, entry: Entry, how: str = "", plurals: tuple[str, str] = ("", "")) -> None:
        """Say on a fuzzy entry how its text differs from the one that was translated."""
        said, kind = how, how
        texts = (entry.previous or "", entry.msgid)
        if not how and texts[0] == texts[1]:
            said, kind, texts = "context", "", plurals
        if not how and texts[0] != texts[1]:
            given = self._given
            found = meaning.difference(*texts, given.language, given.terms)
            said, kind = found.label, found.kind
            if not all(texts):
                said = kind = "wording"
        if kind:
            self._counts[kind] += 1
        labels.label(entry, said, self._po.style, self._po.encoding)

    def _new(self, wanted: Entry) -> Entry:
        entry = poedits.blank(self._po, wanted, poedits.forms_for(self._po, wanted))
        if not self._remembered(entry, near=True):
            self._counts["new"] += 1
        return entry

    def _remembered(self, entry: Entry, *, near: bool = False) -> bool:
        """Fill an empty entry from the memory, and say whether that was possible."""
        memory, leaflet = self._given.memory, self._given.leaflet
        known = memory.lookup(entry.msgctxt, entry.msgid, apart_from=leaflet)
        alike = memory.likest(entry.msgid, apart_from=leaflet) if near and not known else None
        known = alike[1] if alike else known
        if not known or entry.plural:
            return False
        self._counts["from_memory"] += 1
        self._po.replace(entry, forms=[known.msgstr])
        poedits.note(self._po, entry, known.comment)
        poedits.mark_fuzzy(self._po, entry)
        if alike:
            self._po.remember(entry, alike[0])
            self._label(entry)
        return True

    def _carried(self, source: Entry, wanted: Entry) -> Entry:
        """The entry itself under its new text, as confirmed as it was: its author declares it."""
        self._counts["carried"] += 1
        if source.obsolete:
            poedits.revive(source)
        self._moved.add(id(source))
        self._former[id(source)] = source.msgid
        poedits.retitle(self._po, source, wanted.msgid)
        return source
