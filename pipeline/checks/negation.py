"""What a source denies its translation denies too, and nothing else.

Negations are counted, in the whole text and sentence by sentence where both sides have as many.
A translation may say one in other words (“unclear”, “avoid”, “only”); every word of that kind that
it has beyond those of the source makes up for one. A negation that only the translation has is told
where nothing in the source comes near to one, and has failed where both lists are long enough.
"""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._pairs import Judgement, judged, kept, parallel
from pipeline.checks._voice import Voice
from pipeline.lexicon import Lexicon, Negation
from pipeline.outcome import Outcome

_NO = re.compile(r"\W*no,", re.IGNORECASE)
_ANSWER = re.compile(r"\W*?\w*[,،、\uff0c]")


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare every translation with its source."""
    voice = Voice("negation", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from judged(catalogue, circumstances.source_locale, voice, judge)


def judge(msgid: str, msgstr: str, source: Lexicon, target: Lexicon) -> Judgement:
    """What is to be said of one message."""
    for left, right in parallel(msgid, msgstr):
        denied = source.negation(left)
        given = target.negation(right)
        short = _missing(denied, given, right, target) - _unanswered(left, right)
        if short > 0 and short > kept(denied.words, msgstr, target):
            return "failed", _lost(denied, given)
    denied, given = source.negation(msgid), target.negation(msgstr)
    if given.words and not any((denied.words, denied.forms, denied.turns, denied.hints)):
        said = f"“{given.words[0]}” denies something, and the source does not. Compare both."
        return ("failed" if source.sure and target.sure else "cantTell"), said
    return None


def _missing(denied: Negation, given: Negation, text: str, target: Lexicon) -> int:
    """How many negations of the source the translation has in no form."""
    otherwise = sum(
        max(0, len(theirs) - len(ours))
        for theirs, ours in ((given.forms, denied.forms), (given.turns, denied.turns))
    )
    return len(denied.words) - _weight(given, text, target) - otherwise


def _unanswered(left: str, right: str) -> bool:
    """Whether the source answers before it goes on (“No, do not”) and the translation does not."""
    return bool(_NO.match(left)) and not _ANSWER.match(right)


def _weight(given: Negation, text: str, target: Lexicon) -> int:
    """How many negations a text has, an echo and its word taken together as one."""
    alone = given.echoes and not given.words
    if target.concord and alone and len(text.split()) > 2:
        return 0
    return max(len(given.words), len(given.echoes))


def _lost(denied: Negation, given: Negation) -> str:
    words = ", ".join(f"“{word}”" for word in dict.fromkeys(denied.words))
    if given.words or given.echoes:
        return f"The source denies more often ({words}). Compare it with the source."
    return f"The source says {words}; the translation denies nothing. Say it there too."


CHECK = Check("negation", "A translation denies what its source denies.", "", Catalogue, run)
