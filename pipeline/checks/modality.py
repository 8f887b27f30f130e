"""A translation obliges, advises and allows as strongly as its source.

Only what is plain is looked at: a text, or a sentence with its like on the other side, in which
words of one strength stand for as many of another. “Must” against “may” has failed; “should”
against “must” is a hint.
"""

from collections import Counter
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._pairs import Judgement, judged, parallel, sentences
from pipeline.checks._voice import Voice
from pipeline.lexicon import Lexicon
from pipeline.outcome import Outcome

_OPPOSED = {
    ("must", "may"),
    ("may", "must"),
    ("must not", "may"),
    ("may", "must not"),
    ("need not", "must not"),
    ("must not", "need not"),
}
_WEAKENED = {("should", "may"), ("may", "should")}
"""The same where it is one sentence, and no question: what “should be there soon” is a guess."""
_SUSPECT = {("should", "must"), ("must", "should"), ("must", "must not"), ("must not", "must")}


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare every translation with its source."""
    voice = Voice("modality", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from judged(catalogue, circumstances.source_locale, voice, judge)


def judge(msgid: str, msgstr: str, source: Lexicon, target: Lexicon) -> Judgement:
    """What is to be said of one message: the first thing that is wrong."""
    hint: Judgement = None
    for left, right in parallel(msgid, msgstr):
        pair = _turned(*_alike(source, left, target, right))
        said = f"The source says “{pair[0]}”, the translation “{pair[1]}”. Make it as strong."
        opposed = pair in _OPPOSED or (pair in _WEAKENED and _is_plain(left) and _is_plain(right))
        if opposed and not _denied_alike(pair, left, right, source, target):
            return "failed", said
        if pair in _SUSPECT and hint is None:
            hint = "cantTell", said
    return hint


def _alike(
    source: Lexicon, left: str, target: Lexicon, right: str
) -> tuple[Counter[str], Counter[str]]:
    """The modals of both; “need not” allows, where not both languages have a list of it."""
    both = source.strengths(left), target.strengths(right)
    known = all("need_not" in one.tables["modality"].kinds for one in (source, target))
    if not known or not all("must not" in one or "need not" in one for one in both):
        for one in both:
            one["may"] += one.pop("need not", 0)
    return +both[0], +both[1]


def _turned(ours: Counter[str], theirs: Counter[str]) -> tuple[str, str]:
    """The strength that is gone and the one that came for it; nothing where it is not so plain."""
    lost, gained = ours - theirs, theirs - ours
    if len(lost) == len(gained) == 1:
        gone, came = next(iter(lost)), next(iter(gained))
        if lost.total() == gained.total() or (came not in ours or gone not in theirs):
            return gone, came
    return "", ""


def _denied_alike(
    pair: tuple[str, str], left: str, right: str, source: Lexicon, target: Lexicon
) -> bool:
    """Whether two strengths differ only in how a negation is written.

    “Must not” may be “may” with a negation further on; “at most 3 can be” is “no more than 3 can
    be”; “need not” is “must”, with its negation words away, or what a language has for “should
    not”.
    """
    if not target.negations(right):
        return False
    if pair == ("may", "must"):
        return bool(source.strengths(left)["need not"])
    if pair == ("may", "must not") and target.negation(right).phrases["more"]:
        return True
    denied = bool(source.negations(left))
    if pair == ("should", "may"):
        return denied and "need_not" not in target.tables["modality"].kinds
    return "must not" in pair and "need not" not in pair and denied


def _is_plain(text: str) -> bool:
    """Whether a text is one sentence, and none that asks."""
    return len(sentences(text)) == 1 and not text.rstrip().endswith(("?", "؟", "\uff1f"))


CHECK = Check("modality", "A translation is as strong as its source.", "", Catalogue, run)
