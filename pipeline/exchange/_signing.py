"""An approval sheet that came back: every row held against the texts as they are now.

All rows are right, or none counts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline import __version__
from pipeline.backtranslations import BackTranslation
from pipeline.characters import FORBIDDEN
from pipeline.errors import PlainleafError, SourceErrors
from pipeline.exchange._cells import Record, read
from pipeline.exchange._days import day_of, days_of
from pipeline.exchange._parcel import Circumstances, Entry, Parcel, Returned
from pipeline.outline import OUTLINE
from pipeline.place import Place
from pipeline.signature import SIGNED_STEPS, Signature

COLUMNS = (
    "number", "key", "where", "source", "translation", "note", "back-translation",
    "approved", "name", "role", "date", "comment", "leaflet", "locale", "step",
)  # fmt: skip
"""The last three say what a row belongs to, however its file is called by the time it is back."""

_WANTED = tuple(name for name in COLUMNS if name not in {"number", "where", "note"})
_LONGEST_NAME = 200
_WAITING = {
    "missing": "There is no translation.",
    "changed": "The translation may not fit its source any more; a translator looks at it first.",
    "broken": "The translation lost or changed a number, a link or a name; a translator mends it.",
    "machine": "It is a machine’s draft; a translator reads and mends it first.",
    "translated": "",
}
_TOOL = f"plainleaf {__version__}, approval sheet"


def unready(entry: Entry, step: str, today: date) -> str:
    """Why nobody can sign a text for a step today; empty where somebody can."""
    if why := _WAITING[entry.state]:
        return why
    why = entry.refusal(Signature(entry.key, step, "", "", today))
    return f"In the ledger, {why}." if why else ""


def take(data: bytes, file: str, here: Circumstances) -> Returned:
    """The signatures and back-translations of a sheet.

    Raises:
        SourceErrors: rows are wrong; all that is wrong, a line each.
        PlainleafError: the file is no sheet, or of no leaflet, locale or step that there is.
    """
    records = read(data, file, _WANTED)
    if not records:
        raise PlainleafError("The sheet has no row.", "Export it anew.", Place(file))
    leaflet, locale, step = _about(records, file)
    return _Sheet(here.open(leaflet, locale), step, file, here).returned(records)


def _about(records: Sequence[Record], file: str) -> tuple[str, str, str]:
    """The leaflet, locale and step of all rows."""
    several = Counter((one.get("leaflet"), one.get("locale"), one.get("step")) for one in records)
    (first, _), *others = several.most_common()
    if others:
        odd = [str(one.row) for one in records
               if (one.get("leaflet"), one.get("locale"), one.get("step")) != first]  # fmt: skip
        raise PlainleafError(
            f"Rows of another leaflet, locale or step than the rest: {', '.join(odd[:20])}.",
            "Import each sheet on its own.",
            Place(file),
        )
    if first[2] not in SIGNED_STEPS:
        raise PlainleafError(
            f"The column “step” says “{_quoted(first[2])}”.",
            f"Write one of {', '.join(SIGNED_STEPS)}, in every row.",
            Place(file),
        )
    return first


class _Wrong(ValueError):
    """What is wrong with a row, and what to do."""


@dataclass(frozen=True)
class _Sheet:
    parcel: Parcel
    step: str
    file: str
    here: Circumstances

    def returned(self, records: Sequence[Record]) -> Returned:
        """What all rows come to."""
        entries = {entry.key: entry for entry in self.parcel.entries}
        signatures: list[Signature] = []
        back: list[BackTranslation] = []
        errors: list[PlainleafError] = []
        seen: dict[str, int] = {}
        for record in records:
            try:
                entry = self._entry(record, entries, seen)
                signatures += self._signature(record, entry)
                back += self._back(record, entry)
            except _Wrong as wrong:
                place = Place(self.file)
                errors.append(PlainleafError(f"row {record.row}: {wrong.args[0]}",
                                             wrong.args[1], place))  # fmt: skip
        if errors:
            said = f"{len(errors)} of {len(records)} rows are wrong, so nothing is signed."
            rest = PlainleafError(said, "Mend them and import the sheet again.", Place(self.file))
            raise SourceErrors((*errors, rest))
        told = tuple(self._told(records, entries))
        return Returned(
            self.parcel.leaflet, self.parcel.target, tuple(signatures), tuple(back), told
        )

    def _entry(self, record: Record, entries: dict[str, Entry], seen: dict[str, int]) -> Entry:
        """The text that a row is about, if it is what the row says that it is."""
        key = record.get("key")
        entry = entries.get(key)
        if entry is None:
            raise _Wrong(*changed(record, self.parcel))
        for column, now in (("source", entry.segment.msgid), ("translation", entry.translation)):
            if _folded(record.get(column)) != _folded(now):
                raise _Wrong(
                    f"the {column} was edited in the sheet: “{_quoted(record.get(column))}” "
                    f"is not the text of this key, “{_quoted(now)}”.",
                    "Put the cell back, and propose words in the column “comment”.",
                )
        if key in seen:
            raise _Wrong(f"it repeats row {seen[key]}.", "Take one of the two out.")
        seen[key] = record.row
        return entry

    def _signature(self, record: Record, entry: Entry) -> list[Signature]:
        """The signature of a row that is approved; none where it stands already."""
        approved = record.get("approved").casefold()
        if approved not in {"yes", "no", ""}:
            raise _Wrong(f"“approved” says “{_quoted(approved)}”.", "Write yes, no, or nothing.")
        if approved != "yes":
            return []
        name, role = self._named(record, "name"), self._named(record, "role")
        days = days_of(record.get("date"), self.here.dates)
        mine = (one for one in entry.signed if (one.person, one.role) == (name, role))
        if any(one.step == self.step and one.date in days for one in mine):
            return []
        if why := _WAITING[entry.state]:
            raise _Wrong(f"it cannot be approved yet. {why}", "Leave “approved” empty.")
        new = Signature(entry.key, self.step, role, name, self._day(record), _TOOL)
        if why := entry.refusal(new):
            raise _Wrong(f"it cannot be approved: {why}.", "Leave “approved” empty, or mend it.")
        return [new]

    def _named(self, record: Record, column: str) -> str:
        """Who somebody is, or as what they sign."""
        said = record.get(column)
        if not any(letter.isalpha() for letter in said):
            raise _Wrong(f"it is approved, but has no {column}.", f"Write the {column} there.")
        if len(said) > _LONGEST_NAME or "\n" in said or FORBIDDEN.search(said):
            raise _Wrong(
                f"the {column} is too long, or holds invisible characters or a line break.",
                f"Type it again, in {_LONGEST_NAME} characters at most.",
            )
        return said

    def _day(self, record: Record) -> date:
        said = record.get("date")
        if not said:
            remedy = "Write it as 2026-11-22 or as 22 November 2026."
            raise _Wrong("it is approved, but has no date.", remedy)
        day = day_of(said, self.here.dates)
        if day is None:
            remedy = "Write 2026-11-22, or import with --dates day-first or --dates month-first."
            raise _Wrong(f"“{_quoted(said)}” is no date, or could be one of two.", remedy)
        if day > self.here.today:
            raise _Wrong(f"its date, {day.isoformat()}, is in the future.", "Mend the date.")
        return day

    def _back(self, record: Record, entry: Entry) -> list[BackTranslation]:
        """A back-translation that is not known yet."""
        said = record.get("back-translation").replace("\r\n", "\n")
        if not said or (entry.back and _folded(entry.back.text) == _folded(said)):
            return []
        if FORBIDDEN.search(said):
            raise _Wrong("the back-translation holds an invisible character.", "Type it again.")
        role, name = (record.get(column)[:_LONGEST_NAME] for column in ("role", "name"))
        if FORBIDDEN.search(name + role):
            raise _Wrong("the name or role holds an invisible character.", "Type it again.")
        day = self._day(record) if record.get("date") else None
        return [BackTranslation(entry.key, said, name, role, day)]

    def _told(self, records: Sequence[Record], entries: dict[str, Entry]) -> Iterator[str]:
        """How many rows are approved, what is still a machine's draft, and what people wrote."""
        approved = {one.row for one in records if one.get("approved").casefold() == "yes"}
        yield (
            f"{self.parcel.leaflet}, {self.parcel.target.tag}, {self.step}: "
            f"{len(approved)} of {len(entries)} texts approved in this sheet."
        )
        for one in records:
            if comment := FORBIDDEN.sub("", one.get("comment")):
                answer = "approved" if one.row in approved else "not approved"
                said = _quoted(one.get("source"))
                yield f"row {one.row}, {answer}, “{said}”: {' '.join(comment.split())}"
            elif one.get("approved").casefold() == "no":
                yield f"row {one.row}, not approved, “{_quoted(one.get('source'))}”: no comment"


def changed(record: Record, parcel: Parcel) -> tuple[str, str]:
    """What became of the text of a row whose key is none of today's, and what to do."""
    remedy = "Export a new sheet, and read this text again; or take the row out."
    source, translation = _folded(record.get("source")), _folded(record.get("translation"))
    same = [one for one in parcel.entries if _folded(one.segment.msgid) == source]
    if any(one.segment.kind == OUTLINE for one in same):
        return "the leaflet’s parts, their order or a picture have changed since.", remedy
    if any(_folded(one.translation) == translation for one in same):
        return "the text stands in another place now, or its key was edited.", remedy
    if same:
        now = _quoted(same[0].translation)
        return f"the translation has changed: “{_quoted(translation)}” is now “{now}”.", remedy
    for one in parcel.entries:
        if translation and _folded(one.translation) == translation:
            now = _quoted(one.segment.msgid)
            return f"the source has changed: “{_quoted(source)}” is now “{now}”.", remedy
    return f"the key is unknown; no text is “{_quoted(source)}” any more.", remedy


def _folded(words: str) -> str:
    """A text whose blanks and ends of line do not count: programs rewrite them."""
    return " ".join(words.split())


def _quoted(words: str) -> str:
    """A text for a message: one line of moderate length without control characters."""
    line = FORBIDDEN.sub("", _folded(words))
    return line if len(line) <= 80 else f"{line[:79]}…"
