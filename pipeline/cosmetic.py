"""Edits that an author declares to change no meaning: what was translated and signed stays so.

An author declares an edit in the text, `<!-- cosmetic: NAME, 2026-11-22 -->`, or for a whole update
on the command line. A declaration in the text counts until the catalogue has been brought up to
date on a later day: what changes then is another edit. It is refused where a number, a unit, a
negation, a modal verb, a part of the body or a term changed, where words did by more than a slip
of the pen, and where a comma, a capital or quotation marks may turn a sentence, whoever
declares it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipeline import persons
from pipeline.catalogue import Key
from pipeline.guard import findings
from pipeline.labels import DECLARED
from pipeline.meaning import Terms, difference
from pipeline.pochunks import Entry
from pipeline.signature import Ledger, Signature, signature_key
from pipeline.trifles import is_slip

if TYPE_CHECKING:
    from pipeline.document import Segment

_DECLARED = re.compile(rf"^{DECLARED}(.*)$", re.MULTILINE)
_NAMED = re.compile(r"(.*\S)\s*,\s*(\d{4}-\d\d-\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that was declared, and carried into a catalogue."""

    key: Key
    """The message as it is now."""
    old: str
    """Its text before."""
    person: str


class Declarations:
    """What authors declare of the edits of one update."""

    def __init__(
        self, language: str, terms: Terms, everything: str | None, since: str, today: date
    ) -> None:
        """Begin with nothing carried and nothing refused.

        Args:
            language: of the source texts.
            terms: the forms of each term of the glossary.
            everything: who declares all edits of this update; None where nobody does.
            since: when the catalogue's template was made, as its header says.
            today: the day that counts as today.
        """
        self._language, self._terms, self._everything = language, terms, everything
        self._since, self._today = since, today
        self.edits: list[Edit] = []
        """The edits that are carried."""
        self.refused: list[str] = []
        """Those that are not, a line each."""

    def carry(self, source: Entry, wanted: Entry) -> bool:
        """Whether a confirmed entry keeps its translation for the text that the template has."""
        if source.fuzzy or source.plural or wanted.plural or not source.translated:
            return False
        said = self._declared(wanted.said("extracted"))
        if not said:
            return False
        person, why = said
        why = why or objection(
            source.msgid, wanted.msgid, source.forms, self._language, self._terms
        )
        if why:
            where = f"{wanted.references[0]}: " if wanted.references else ""
            text = " ".join(wanted.msgid.split())[:60]
            self.refused.append(f"{where}“{text}” is not carried on: {why}.")
        else:
            self.edits.append(Edit(wanted.key, source.msgid, person))
        return not why

    def _declared(self, extracted: str) -> tuple[str, str] | None:
        """Who declares a message's edit, and why that does not count; None where nobody does."""
        if self._everything is not None:
            return self._everything, _fault(self._everything)
        if not (found := _DECLARED.search(extracted)):
            return None
        named = _NAMED.fullmatch(found[1].strip())
        try:
            day = date.fromisoformat(named[2]) if named else None
        except ValueError:
            day = None
        if not named or not day:
            return "", "write it as <!-- cosmetic: NAME, 2026-11-22 -->"
        if day > self._today:
            return "", f"the declaration is dated in the future, {day}"
        last = _DAY.match(self._since)
        if last and day.isoformat() <= last[0]:
            return "", f"it was declared on {day}, and the catalogue has been updated since"
        return named[1], _fault(named[1])


def _fault(person: str) -> str:
    """Why nobody declares anything by such a name: it would stand in the ledger."""
    found = persons.fault("name", person)
    return found[0] if found else ""


def objection(old: str, new: str, forms: Sequence[str], language: str, terms: Terms) -> str:
    """Why an edit cannot be declared cosmetic; nothing where it can."""
    found = difference(old, new, language, terms)
    if found.kind == "meaning":
        return f"its meaning changed: {'; '.join(found.reasons)}"
    if found.kind == "wording" and found.reasons:
        return f"its meaning may have changed: {'; '.join(found.reasons)}"
    is_english = language.partition("-")[0] == "en"
    if found.kind == "wording" and not (is_english and is_slip(old, new)):
        return "its words changed, by more than a slip of the pen"
    if any(_ends(one) != _ends(old) or _ends(one) != _ends(new) for one in forms):
        return "a line break at an end of the text came or went"
    broken = [each for one in forms for each in findings(new, one)]
    sound = not any(findings(old, one) for one in forms)
    return f"the translation no longer fits: {broken[0].sentence}" if broken and sound else ""


def _ends(text: str) -> tuple[bool, bool]:
    return text.startswith("\n"), text.endswith("\n")


def carried(
    segments: "Sequence[Segment]",
    texts: Mapping[Key, str],
    edits: Sequence[Edit],
    ledger: Ledger,
    day: date,
) -> Iterator[Signature]:
    """The lines that carry signatures over to the new texts.

    Each line names who signed, and who declared that the edit changes no meaning.

    A signature is bound to the headings above a text too: where one of those was edited, what
    stands under it gets new lines as well. `texts` are the confirmed translations; in the source
    language, where it is empty, a text is its own translation.
    """
    old = {edit.key: edit for edit in edits}
    around = {edit.key[1]: edit for edit in edits}
    for segment in segments:
        key = (segment.msgctxt, segment.msgid)
        outer = (*segment.within, *segment.around, *segment.bound)
        changed = [edit for edit in (old.get(key), *map(around.get, outer)) if edit]
        said = texts.get(key, "") if texts else segment.msgid
        if not changed or not said:
            continue
        was = old[key].old if key in old else segment.msgid
        before = tuple(around[one].old if one in around else one for one in outer)
        name, tag = segment.leaflet, ledger.locale
        former = signature_key(tag, name, segment.msgctxt, before, was, said if texts else was)
        present = signature_key(tag, name, segment.msgctxt, outer, segment.msgid, said)
        yield from passed_on(former, present, ledger, changed[0].person, day)


def passed_on(
    former: str, present: str, ledger: Ledger, person: str, day: date
) -> Iterator[Signature]:
    """The lines that take what stands for one key to another, as a person declares."""
    tool = f"cosmetic edit of {person}, carried from {former}"
    standing = [x for x in ledger.standing(former) if x.step not in ledger.steps_of(present)]
    for one in standing:
        yield Signature(present, one.step, one.role, one.person, day, tool)
    if standing:  # Who withdraws the new text must not find the old one signed some day.
        left = f"its signatures went on to {present}"
        yield Signature(former, "withdraw", "author", person, day, left)
