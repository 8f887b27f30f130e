"""An approval sheet that came back: every row held against the texts as they are now.

All rows are right, or none counts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline import __version__, persons
from pipeline.backtranslations import BackTranslation
from pipeline.characters import FORBIDDEN
from pipeline.errors import PlainleafError, SourceErrors
from pipeline.exchange._answers import answer_of
from pipeline.exchange._cells import Record, quoted, read
from pipeline.exchange._days import day_of, days_of
from pipeline.exchange._parcel import Circumstances, Entry, Parcel, Returned
from pipeline.exchange._texts import changed, folded, is_garbled
from pipeline.place import Place
from pipeline.signature import SIGNED_STEPS, Signature

COLUMNS = (
    "number", "key", "where", "source", "translation", "note", "back-translation",
    "approved", "name", "role", "date", "comment", "leaflet", "locale", "step",
    "exported",
)  # fmt: skip
"""The last four say what a row belongs to, however its file is called by the time it is back.

“exported” begins with a word, so that no program takes its day for a date and rewrites it.
"""

_WANTED = tuple(name for name in COLUMNS if name not in {"number", "where", "note"})
_MOST_WRONG = 50
"""Rows that are named; a sheet with more is better exported anew."""
_WAITING = {
    "missing": "There is no translation.",
    "changed": "The translation may not fit its source any more; a translator looks at it first.",
    "broken": "The translation lost or changed a number, a link or a name; a translator mends it.",
    "machine": "It is a machine’s draft; a translator reads and mends it first.",
    "translated": "",
}
_EXPORTED = re.compile(r"(?:on )?(\d{4}-\d\d-\d\d)")
_TOOL = f"plainleaf {__version__}, approval sheet"


def unready(entry: Entry, step: str, today: date) -> str:
    """Why nobody can sign a text for a step today; empty where somebody can."""
    if why := _waiting(entry):
        return why
    why = entry.refusal(Signature(entry.key, step, "", "", today))
    return f"In the ledger, {why}." if why else ""


def _waiting(entry: Entry) -> str:
    """Why nobody can sign a text for any step; empty where somebody can."""
    wrong = f"A check calls it wrong: {entry.fault}" if entry.fault else ""
    return " ".join(one for one in (_WAITING[entry.state], wrong) if one)


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
            f"The column “step” says “{quoted(first[2])}”.",
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
                problem, remedy = wrong.args
                place = Place(self.file)
                errors.append(PlainleafError(f"row {record.row}: {problem}", remedy, place))
                if len(errors) == _MOST_WRONG:
                    break
        if errors:
            said = f"{len(errors)} of {len(records)} rows are wrong, so nothing is signed."
            if len(errors) == _MOST_WRONG:
                said = (
                    f"{len(errors)} rows are wrong, and the rest was not read: nothing is signed."
                )
            rest = PlainleafError(said, "Mend them and import the sheet again.", Place(self.file))
            raise SourceErrors((*errors, rest))
        told = tuple(self._told(records, entries))
        signed = tuple(entries[one.key].segment for one in signatures)
        about = self.parcel.leaflet, self.parcel.target
        return Returned(*about, tuple(signatures), signed, tuple(back), told)

    def _entry(self, record: Record, entries: dict[str, Entry], seen: dict[str, int]) -> Entry:
        """The text that a row is about, if it is what the row says that it is."""
        key = record.get("key")
        entry = entries.get(key)
        if entry is None:
            raise _Wrong(*changed(record, self.parcel))
        for column, now in (("source", entry.segment.msgid), ("translation", entry.translation)):
            said = record.get(column)
            if folded(said) == folded(now):
                continue
            if is_garbled(said, now):
                raise PlainleafError(
                    f"row {record.row}: the program that saved this sheet lost letters: "
                    f"“{quoted(said)}” was “{quoted(now)}”.",
                    "Open the sheet that was exported anew, as UTF-8, and save it as “CSV UTF-8”.",
                    Place(self.file),
                )
            raise _Wrong(
                f"the {column} was edited in the sheet: “{quoted(said)}” "
                f"is not the text of this key, “{quoted(now)}”.",
                "Put the cell back, and propose words in the column “comment”.",
            )
        if key in seen:
            raise _Wrong(f"it repeats row {seen[key]}.", "Take one of the two out.")
        seen[key] = record.row
        return entry

    def _signature(self, record: Record, entry: Entry) -> list[Signature]:
        """The signature of a row that is approved; none where it stands already."""
        approved = answer_of(record.get("approved"))
        if approved is None:
            said = quoted(record.get("approved"))
            raise _Wrong(f"“approved” says “{said}”.", "Write yes, no, or nothing.")
        if approved != "yes":
            return []
        name, role = self._named(record, "name"), self._named(record, "role")
        days = days_of(record.get("date"), self.here.dates)
        mine = (one for one in entry.signed if (one.person, one.role) == (name, role))
        if any(one.step == self.step and one.date in days for one in mine):
            return []
        if why := _waiting(entry):
            raise _Wrong(f"it cannot be approved yet. {why}", "Leave “approved” empty.")
        new = Signature(entry.key, self.step, role, name, self._signed_on(record), _TOOL)
        if why := entry.refusal(new):
            remedy = "Leave “approved” empty, or import first the sheet that it waits for."
            raise _Wrong(f"it cannot be approved: {why}.", remedy)
        return [new]

    def _named(self, record: Record, column: str) -> str:
        """Who somebody is, or as what they sign."""
        said = record.get(column)
        if not any(letter.isalpha() for letter in said):
            raise _Wrong(f"it is approved, but has no {column}.", f"Write the {column} there.")
        if fault := persons.fault(column, said):
            raise _Wrong(f"{fault[0]}.", fault[1])
        return " ".join(said.split())

    def _signed_on(self, record: Record) -> date:
        """The day of a signature: not before anybody could have the sheet, and not to come."""
        found = _EXPORTED.fullmatch(said := record.get("exported"))
        made = day_of(found[1]) if found else None
        if made is None or made > self.here.today:
            problem = f"“exported” says “{quoted(said)}”, which is no day until today."
            raise _Wrong(problem, "Put it back as the sheet had it, such as “on 2026-11-22”.")
        day = self._day(record)
        if day < made:
            raise _Wrong(
                f"its date, {day.isoformat()}, is before {made.isoformat()}, when this sheet was "
                "exported.",
                "Write the day on which it was signed; what an older sheet says stands in that.",
            )
        return day

    def _day(self, record: Record) -> date:
        said = record.get("date")
        if not said:
            remedy = "Write it as 2026-11-22 or as 22 November 2026."
            raise _Wrong("it is approved, but has no date.", remedy)
        day = day_of(said, self.here.dates)
        if day is None:
            remedy = "Write 2026-11-22, or import with --dates day-first or --dates month-first."
            raise _Wrong(f"“{quoted(said)}” is no date, or could be one of two.", remedy)
        if day > self.here.today:
            raise _Wrong(f"its date, {day.isoformat()}, is in the future.", "Mend the date.")
        return day

    def _back(self, record: Record, entry: Entry) -> list[BackTranslation]:
        """A back-translation that is not known yet."""
        said = record.get("back-translation").replace("\r\n", "\n")
        if not said or (entry.back and folded(entry.back.text) == folded(said)):
            return []
        if FORBIDDEN.search(said):
            raise _Wrong("the back-translation holds an invisible character.", "Type it again.")
        role, name = (
            self._named(record, column) if record.get(column) else "" for column in ("role", "name")
        )
        day = self._day(record) if record.get("date") else None
        return [BackTranslation(entry.key, said, name, role, day)]

    def _told(self, records: Sequence[Record], entries: dict[str, Entry]) -> Iterator[str]:
        """How many rows are approved, what is still a machine's draft, and what people wrote."""
        answers = {one.row: answer_of(one.get("approved")) for one in records}
        approved = {row for row, answer in answers.items() if answer == "yes"}
        yield (
            f"{self.parcel.leaflet}, {self.parcel.target.tag}, {self.step}: "
            f"{len(approved)} of {len(entries)} texts approved in this sheet."
        )
        if left_out := len(entries) - len(records):
            yield f"texts of the leaflet that have no row in this sheet: {left_out}"
        for one in records:
            if comment := FORBIDDEN.sub("", one.get("comment")):
                answer = "approved" if one.row in approved else "not approved"
                said = quoted(one.get("source"))
                yield f"row {one.row}, {answer}, “{said}”: {' '.join(comment.split())}"
            elif answers[one.row] == "no":
                yield f"row {one.row}, not approved, “{quoted(one.get('source'))}”: no comment"
