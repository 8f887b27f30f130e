"""What a named person signed: one reading of one translation of one source text.

The ledger records who signed; it does not prove who typed the line. Reviewing the change in
version control does.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.persons import may_be_one


@dataclass(frozen=True, slots=True)
class Transition:
    """What has to stand before a step counts."""

    needs: tuple[str, ...] = ()
    """Steps of which one has to stand already; a source text needs none of them."""
    unlike: str = ""
    """The step whose signers may not take this one."""
    of_source: bool = True
    """Whether a source text can have the step."""


TRANSITIONS = {
    "translate": Transition(of_source=False),
    "revise": Transition(needs=("translate",), unlike="translate"),
    "clinical": Transition(needs=("revise",)),
    "proofread": Transition(needs=("revise", "clinical")),
    "reader": Transition(needs=("translate",)),
    "withdraw": Transition(),
}
"""Every step of a sign-off, in the order in which lines of one day are read, and when it counts.

| step      | one of these has to stand | signed by        | source text   |
|-----------|---------------------------|------------------|---------------|
| translate | –                         | anybody          | has no such   |
| revise    | translate                 | no translator    | needs nothing |
| clinical  | revise                    | anybody          | needs nothing |
| proofread | revise, clinical          | anybody          | needs nothing |
| reader    | translate                 | anybody          | needs nothing |
| withdraw  | –; it ends all that stood | anybody          | the same      |
"""
STEPS = tuple(TRANSITIONS)
SIGNED_STEPS = tuple(step for step in STEPS if step != "withdraw")
"""The steps that somebody takes who agrees."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One line of a ledger."""

    key: str
    step: str
    role: str
    person: str
    date: date
    tool: str = ""


Standing = dict[str, tuple[Signature, ...]]
"""The signatures that stand, by key."""


def order(one: Signature) -> tuple[date, int, str, str, str, str]:
    """What signatures are sorted by: date, then step, and never where a line stands."""
    return one.date, STEPS.index(one.step), one.key, one.person, one.role, one.tool


def judged(signatures: Iterable[Signature], *, source: bool) -> tuple[Standing, tuple[str, ...]]:
    """What stands once all signatures are read in their order, and why each of the others does not.

    The reasons run parallel to the sorted signatures; an empty one belongs to a line that counts.
    """
    standing: Standing = {}
    reasons = []
    for one in sorted(signatures, key=order):
        before = standing.get(one.key, ())
        reasons.append(reason := _refused(one, before, source=source))
        if one.step == "withdraw":
            standing.pop(one.key, None)
        elif not reason:
            standing[one.key] = (*before, *((one,) if one not in before else ()))
    return standing, tuple(reasons)


def _refused(one: Signature, before: tuple[Signature, ...], *, source: bool) -> str:
    """Why a signature does not count after those that stand; the table of transitions decides."""
    rule = TRANSITIONS[one.step]
    if source and not rule.of_source:
        return f"a source text has no step “{one.step}”"
    if not source and rule.needs and not any(each.step in rule.needs for each in before):
        needed = "” or “".join(rule.needs)
        return f"“{one.step}” counts only where “{needed}” stands before it"
    alike = (each.person for each in before
             if each.step == rule.unlike and may_be_one(each.person, one.person))  # fmt: skip
    if (other := next(alike, None)) is not None:
        there = "" if other == one.person else f" (there as {other})"
        return (
            f"“{one.step}” and “{rule.unlike}” are signed by the same person, {one.person}{there}: "
            "somebody else has to sign it; of two people whose names look alike, one adds a "
            "middle name or initial"
        )
    return ""


@dataclass(frozen=True)
class Ledger:
    """The signatures for one leaflet in one locale."""

    leaflet: str
    locale: str
    signatures: tuple[Signature, ...] = ()
    source: bool = False
    """Whether these are signatures for the source text itself."""
    ahead: tuple[Signature, ...] = ()
    """Lines that count for nothing yet, dated after the day that counts as today."""

    @cached_property
    def _standing(self) -> Standing:
        return judged(self.signatures, source=self.source)[0]

    @cached_property
    def _by_key(self) -> Standing:
        found: dict[str, list[Signature]] = {}
        for one in self.signatures:
            found.setdefault(one.key, []).append(one)
        return {key: tuple(several) for key, several in found.items()}

    def standing(self, key: str) -> tuple[Signature, ...]:
        """The signatures that stand for a key; a `withdraw` ends all that stood before it."""
        return self._standing.get(key, ())

    def steps_of(self, key: str) -> frozenset[str]:
        """The steps that stand for a key."""
        return frozenset(one.step for one in self.standing(key))

    def refusal(self, new: Signature) -> str:
        """Why a signature cannot be added, or would change nothing; empty where it would count."""
        if later := [one.date.isoformat() for one in self.ahead if one.key == new.key]:
            return (
                f"a line of {max(later)} stands there already: sign with the day that it is, or "
                "have that line mended"
            )
        old = self._by_key.get(new.key, ())
        standing, reasons = judged((*old, new), source=self.source)
        if reason := dict(zip(sorted((*old, new), key=order), reasons, strict=True))[new]:
            return reason
        stands = standing.get(new.key, ())
        if new.step == "withdraw":
            ended = bool(self.standing(new.key)) and not stands
            return "" if ended else "nothing stands that it would end"
        if new not in stands:
            last = max(one.date for one in old if one.step == "withdraw")
            return f"it was withdrawn on {last.isoformat()}: sign on a later day"
        if lost := [one for one in self.standing(new.key) if one not in stands]:
            return f"it would end what {lost[0].person} signed as “{lost[0].step}”"
        return ""


@dataclass(frozen=True, slots=True)
class Policy:
    """The steps that have to stand before a text is released."""

    steps: tuple[str, ...] = ()
    """For a translation; where there are none, nothing is ever released."""
    source_steps: tuple[str, ...] = ()
    """For the source text."""
    safety: tuple[str, ...] = ()
    """For a translated safety block, besides those of its leaflet."""
    leaflets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For the translation of one leaflet, by name, in place of `steps`."""
    locales: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For every translation in one locale, by tag, besides those of its leaflet."""

    def needed(self, leaflet: str, locale: str, *, safety: bool, source: bool) -> tuple[str, ...]:
        """The steps that one segment needs, in their order; the locale is a tag."""
        if source:
            return self.source_steps
        asked = {*dict(self.leaflets).get(leaflet, self.steps), *dict(self.locales).get(locale, ())}
        if safety:
            asked |= {*self.safety}
        return tuple(step for step in STEPS if step in asked)


def signature_key(
    locale: str, leaflet: str, msgctxt: str | None, around: tuple[str, ...], msgid: str, msgstr: str
) -> str:
    """The SHA-256 that a signature is bound to, as hexadecimal.

    `around` is all that a segment stands in: outer headings, callout, row, heading, lead-in and
    column. So an item moved from "Do" to "Do not" loses its signature. JSON keeps the parts apart:
    no two different tuples share a text.
    """
    parts = [locale, leaflet, msgctxt, list(around), msgid, msgstr]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
