"""What a source denies its translation denies too, and nothing else.

Negations are counted, in the whole text and sentence by sentence where both sides have as many.
A translation may say one in other words (“unclear”, “avoid”, “only”); every word of that kind that
it has beyond those of the source makes up for one. A negation that only the translation has is told
where nothing in the source comes near to one, and has failed where both lists are long enough.
Where a language says a negation twice (“nie … nigdy”), one half of it alone is a fault.
"""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._pairs import Judgement, judged, kept, parallel, sentences
from pipeline.checks._voice import Voice
from pipeline.lexicon import Lexicon, Negation
from pipeline.outcome import Outcome, Verdict

_NO = re.compile(r"\W*no,", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()،؛、\uff0c\uff1b\uff1a]")
_ANSWER = re.compile(r"\W*?\w*[,،、\uff0c]")


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare every translation with its source."""
    voice = Voice("negation", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from judged(catalogue, circumstances.source_locale, voice, judge)


def judge(msgid: str, msgstr: str, source: Lexicon, target: Lexicon) -> Judgement:
    """What is to be said of one message."""
    texts = list(parallel(msgid, msgstr))
    for left, right in texts[1:] or texts:
        denied = source.negation(left)
        given = target.negation(right)
        short = _missing(denied, given, right, target) - _unanswered(left, right)
        if short > 0 and short > kept(denied.words + denied.echoes, msgstr, target):
            if short <= _apart(right, target) - _said(given):
                continue
            return _verdict(denied, given, target), _lost(denied, given, target)
    denied, given = source.negation(msgid), target.negation(msgstr)
    if _said(denied) and (echo := _half(msgstr, target)):
        return "failed", f"“{echo}” stands without its negation. Say it there, too."
    if given.words and not _near(denied):
        said = f"“{given.words[0]}” denies something, and the source does not. Compare both."
        return ("failed" if source.sure and target.sure else "cantTell"), said
    return None


def _missing(denied: Negation, given: Negation, text: str, target: Lexicon) -> int:
    """How many negations of the source the translation has in no form."""
    phrases = _phrases(denied, given)
    forms = max(0, len(given.forms) - len(denied.forms))
    turns = max(0, len(given.turns) - len(denied.turns) - phrases)
    return _said(denied) + phrases - _weight(denied, given, text, target) - forms - turns


def _phrases(denied: Negation, given: Negation) -> int:
    """How many set phrases of the source the translation has the other half of."""
    return sum(
        min(count, given.phrases[kind.removeprefix("not_")])
        for kind, count in denied.phrases.items()
        if kind.startswith("not_")
    )


def _apart(text: str, target: Lexicon) -> int:
    """How many negations a text has, a word and its echo being two where a comma parts them.

    They are two, too, where the echo is first, unless the language has a word beside every echo.
    """
    count = 0
    for clause in _CLAUSE.split(text):
        given, first = target.negation(clause), target.negations(clause)[:1]
        count += _said(given) + bool(
            given.words and not target.concord and {*first} <= {*given.echoes}
        )
    return count


def _verdict(denied: Negation, given: Negation, target: Lexicon) -> Verdict:
    """A loss is sure where no word is there that may stand for it, or where all are known."""
    only = min(denied.phrases["not_only"], given.phrases["only"])
    more = len(given.turns) > len(denied.turns) + only
    return "cantTell" if more and not target.sure else "failed"


def _near(denied: Negation) -> bool:
    """Whether anything in the source comes near to a negation."""
    kinds = (denied.words, denied.echoes, denied.forms, denied.turns, denied.hints)
    return any(kinds) or any(kind.startswith("not_") for kind in denied.phrases)


def _half(text: str, target: Lexicon) -> str:
    """A repeating word in a sentence that has no negation for it to repeat."""
    for sentence in sentences(text):
        if torn := target.torn(sentence):
            return torn
        given = target.negation(sentence)
        others = given.words or given.forms or given.turns
        if (
            target.concord
            and target.sure
            and _repeats_nothing(given, sentence, target)
            and not others
        ):
            return given.echoes[0]
    return ""


def _repeats_nothing(given: Negation, text: str, target: Lexicon) -> bool:
    """Whether a repeating word stands where a negation should stand beside it.

    One that stands twice needs none: “neither … nor” is “ni … ni”.
    """
    beside = given.words or (given.forms if target.prefixed else ())
    alone = bool(given.echoes) and len(set(given.echoes)) == len(given.echoes)
    return alone and not beside and target.is_clause(text)


def _unanswered(left: str, right: str) -> bool:
    """Whether the source answers before it goes on (“No, do not”) and the translation does not."""
    return bool(_NO.match(left)) and not _ANSWER.match(right)


def _weight(denied: Negation, given: Negation, text: str, target: Lexicon) -> int:
    """How many negations a text has, an echo and its word as one, but for “no … no” and “nor”."""
    if target.concord and _repeats_nothing(given, text, target):
        return 0
    if len(set(denied.words)) < len(denied.words) or "nor" in denied.words:
        return len(given.words) + len(given.echoes)
    return _said(given)


def _said(found: Negation) -> int:
    """How many negations these are, a word and its echo being one."""
    return max(len(found.words), len(found.echoes))


def _lost(denied: Negation, given: Negation, target: Lexicon) -> str:
    words = (
        ", ".join(f"“{word}”" for word in dict.fromkeys(denied.words or denied.echoes)) or "“not”"
    )
    if given.echoes and not given.words and target.concord:
        return f"“{given.echoes[0]}” is but half of a negation. Write the other half, too."
    if given.words or given.echoes:
        return f"The source denies more often ({words}). Compare it with the source."
    return f"The source says {words}; the translation denies nothing. Say it there too."


CHECK = Check("negation", "A translation denies what its source denies.", "", Catalogue, run)
