"""What a check says, in the words of W3C's EARL: https://www.w3.org/TR/EARL10-Schema/#OutcomeValue."""

from dataclasses import dataclass, field
from typing import Literal

from pipeline.place import Place

Verdict = Literal["passed", "failed", "cantTell", "inapplicable", "untested"]
Who = Literal["author", "translator", "reviewer", "theme", "owner"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One verdict about one thing, with a sentence that a person can act on."""

    check: str
    requirement: str
    """The requirement served, such as `WCAG 3.1.2`; empty where it is Plainleaf's own."""
    verdict: Verdict
    sentence: str
    """What is the case and, where it is not passed, what to do."""
    place: Place = field(default_factory=lambda: Place(""))
    cause: str = ""
    """What findings with one cause share: an msgid, a heading, a rule."""
    who: Who = "author"
    """Who can mend it."""
    locale: str = ""
    leaflet: str = ""
