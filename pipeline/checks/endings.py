"""A sentence ends in a translation as it ends in its source: stop, question, exclamation, colon."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import pairs, sparingly
from pipeline.checks._voice import Voice
from pipeline.markup import running
from pipeline.outcome import Outcome

_MARKS = {
    ".": ".\u3002\uff0e\u0964\u0965\u06d4\uff61\u0589\u1362\u0f0e\u166e\u2026",
    "?": "?\uff1f\u061f\u055e\u1367;\u2047\u2e2e",
    "!": "!\uff01\u055c",
    ":": ":\uff1a\u1365\u1361",
}
"""The mark of English, and what other scripts set in its place."""
_CLOSING = " \u00a0\u202f\n\"'”’»«“„‟›)]}\uff09】」』*_`\u200e\u200f\u061c\u2069"
_WITHOUT = frozenset({"th", "lo", "km", "my", "dz"})
"""Languages that end a sentence with a blank, or with nothing."""
_FEWEST = 4
"""Words of a source that is a sentence."""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare the last marks; a question that is none any more is graver than a lost stop."""
    voice = Voice("endings", "", circumstances.locale, circumstances.leaflet, who="translator")
    compared = [
        (one, mark)
        for one in pairs(catalogue)
        if len(one.msgid.split()) >= _FEWEST and (mark := _mark(running(one.msgid)))
    ]
    if not compared or circumstances.locale.partition("-")[0] in _WITHOUT:
        said = "No source is a sentence, or the language sets no mark at the end of one."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    doubts = []
    for pair, mark in compared:
        given = _mark(running(pair.msgstr))
        if given != mark and pair.msgstr != pair.msgid:
            ends = f"with “{given}”" if given else "without a mark"
            said = f"The source ends with “{mark}”, and this {ends}. Let both end alike."
            doubts.append((2.0 if "?" in {mark, given} else 1.0, said, pair.message))
    yield from sparingly(doubts, len(compared), voice, catalogue)
    if not doubts:
        yield voice.say("passed", f"Messages compared: {len(compared)}.", catalogue.place)


def _mark(text: str) -> str:
    """How a text ends, as English would write it; empty where it has no such mark."""
    last = text.rstrip(_CLOSING)[-1:]
    return next((mark for mark, marks in _MARKS.items() if last and last in marks), "")


CHECK = Check("endings", "Sentences end as those of the source.", "", Catalogue, run)
