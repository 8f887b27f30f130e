"""What a named person signed: one reading of one translation of one source text.

The ledger records who signed; it does not prove who typed the line. Reviewing the change in
version control does.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

STEPS = ("translate", "revise", "clinical", "proofread", "reader", "withdraw")
"""The steps of a sign-off, in the order in which lines of one day are read."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One line of a ledger."""

    key: str
    step: str
    role: str
    person: str
    date: date
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every valid signature for one leaflet in one locale, in order of date, then of step."""

    leaflet: str
    locale: str
    signatures: tuple[Signature, ...] = ()

    def steps_of(self, key: str) -> frozenset[str]:
        """The steps that stand for a key; a `withdraw` ends all that stood before it."""
        standing: set[str] = set()
        for signature in self.signatures:
            if signature.key != key:
                continue
            if signature.step == "withdraw":
                standing.clear()
            else:
                standing.add(signature.step)
        return frozenset(standing)


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
