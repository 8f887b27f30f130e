"""How a check says what it found: its name and its target once, then one sentence at a time."""

from dataclasses import dataclass

from pipeline.document import Document, Edition
from pipeline.outcome import Outcome, Verdict, Who
from pipeline.place import Place

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Voice:
    """One check that speaks of one target."""

    check: str
    requirement: str
    locale: str
    leaflet: str
    edition: Edition = "draft"
    who: Who = "author"

    def say(
        self,
        verdict: Verdict,
        sentence: str,
        place: Place | None = None,
        cause: str = "",
        who: Who | None = None,
    ) -> Outcome:
        """One outcome; `who` where somebody else than usual can mend it."""
        return Outcome(
            check=self.check,
            requirement=self.requirement,
            verdict=verdict,
            sentence=sentence,
            place=place or NOWHERE,
            cause=cause,
            who=who or self.who,
            locale=self.locale,
            leaflet=self.leaflet,
        )

    def hold(
        self, sentence: str, place: Place | None = None, cause: str = "", who: Who | None = None
    ) -> Outcome:
        """What a draft may leave open and a release may not."""
        verdict: Verdict = "failed" if self.edition == "release" else "cantTell"
        return self.say(verdict, sentence, place, cause, who)


def is_source(document: Document, source: Document | None) -> bool:
    """Whether a document is in its author's words, or stands alone."""
    return source is None or source.locale == document.locale


def is_english_source(document: Document, source: Document | None) -> bool:
    """Whether a document is in its author's words, and these are English."""
    return is_source(document, source) and document.locale.partition("-")[0] == "en"


def mender(document: Document, source: Document | None) -> Who:
    """Who can change the words of a document."""
    return "author" if is_source(document, source) else "translator"


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text, in quotation marks, to find it by."""
    plain = " ".join(text.split())
    return f"“{plain}”" if len(plain) <= most else f"“{plain[:most].rstrip()}…”"
