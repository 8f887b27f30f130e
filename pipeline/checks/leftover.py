"""No part of the source is left untranslated in the midst of a translation."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, pairs, sparingly
from pipeline.checks._voice import Voice
from pipeline.markup import running
from pipeline.outcome import Outcome

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_EDGES = "()[]\"'“”‘’«»„.,;:!?…*"
_RUN = 4
"""How many words of the source in a row are no chance."""
_MOST = 5000
"""Words of a text that are looked at."""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look for words of the source, in their order; a text that is wholly the source's may be."""
    voice = Voice("leftover", "", circumstances.locale, circumstances.leaflet, who="translator")
    compared = [one for one in pairs(catalogue) if one.msgstr not in one.sources]
    is_english = circumstances.locale.partition("-")[0] in {"en", ""}
    if not compared or is_english:
        said = "Nothing is translated, or the language is that of the source."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    doubts = []
    for pair in compared:
        if left := _left(pair):
            said = f"Here are still words of the source: “{left}”. Translate them."
            doubts.append((float(len(left)), said, pair.message))
    yield from sparingly(doubts, len(compared), voice, catalogue)
    if not doubts:
        yield voice.say("passed", f"Messages compared: {len(compared)}.", catalogue.place)


def _left(pair: Pair) -> str:
    """The first run of words of the source, most of them in small letters; empty if none.

    Names of files, options and the like are no words, and a run ends at them.
    """
    theirs = _words(pair.msgstr)
    if sum(map(bool, theirs)) < _RUN:
        return ""
    runs = set(_runs(_words(pair.msgid)))
    return next((" ".join(one) for one in _runs(theirs) if one in runs), "")


def _words(text: str) -> list[str]:
    """The words of a text in Latin letters; whatever else stands between blanks is empty."""
    pieces = (one.strip(_EDGES) for one in running(text).split()[:_MOST])
    return [one if _WORD.fullmatch(one) else "" for one in pieces]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - _RUN + 1):
        run_here = tuple(words[at : at + _RUN])
        if all(run_here) and sum(one.islower() and len(one) > 1 for one in run_here) >= _RUN - 1:
            yield run_here


CHECK = Check("leftover", "No words of the source are left.", "", Catalogue, run)
