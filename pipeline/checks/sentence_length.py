"""Sentences of a translation are not much longer than those of their source.

How long a sentence may be depends on the language; how long it has become does not. Only a sentence
that is long in itself counts.
"""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, is_source, shortened
from pipeline.config import Limits
from pipeline.document import Document, Segment, words_of
from pipeline.level import Passage, passages, sentences, without_addresses, words
from pipeline.outcome import Outcome, Verdict

_REQUIREMENT = "WCAG 3.1.5"
_WITHOUT_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo", "dz", "yue"})


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare the longest sentence of each translated block with that of its source."""
    voice = Voice(
        "sentence-length",
        _REQUIREMENT,
        circumstances.locale,
        circumstances.leaflet,
        who="translator",
    )
    source = circumstances.source
    pairs = list(_pairs(document, source)) if source else []
    if is_source(document, source) or not pairs:
        yield voice.say("inapplicable", "There is no translation to compare with its source.")
        return
    if document.locale.partition("-")[0] in _WITHOUT_SPACES:
        yield voice.say("inapplicable", "Words are not written apart in this language.")
        return
    problems = [one for pair in pairs for one in _problems(*pair, circumstances.limits, voice)]
    yield from problems
    if not problems:
        yield voice.say("passed", f"Blocks compared with their source: {len(pairs)}.")


def _pairs(document: Document, source: Document) -> Iterator[tuple[str, Passage]]:
    """The source and the translation of every block that is shown as a translation."""
    sources = {_key(one.segment): one.text for one in passages(source) if one.segment}
    shown = {_key(one.segment): one.shown for one in words_of(document) if one.segment}
    for passage in passages(document):
        key = _key(passage.segment) if passage.segment else None
        if key in sources and shown[key].origin == "translation":
            yield sources[key], passage


def _key(segment: Segment) -> tuple[str | None, str]:
    return segment.msgctxt, segment.msgid


def _problems(source: str, passage: Passage, limits: Limits, voice: Voice) -> Iterator[Outcome]:
    """A doubt where a sentence is long for its source, a failure where it is very long besides."""
    before, now = _longest(source), _longest(passage.text)
    if now <= limits.sentence_ratio * before or now <= limits.sentence_words:
        return
    verdict: Verdict = "failed" if now > 2 * limits.sentence_words else "cantTell"
    sentence = (
        f"{shortened(passage.text)} has a sentence of {now} words; the longest of its source has "
        f"{before}. Make shorter sentences of it."
    )
    place = passage.segment.place if passage.segment else None
    yield voice.say(verdict, sentence, place, source)


def _longest(text: str) -> int:
    return max((len(words(one)) for one in sentences(without_addresses(text))), default=0)


CHECK = Check("sentence-length", "Sentences stay short.", _REQUIREMENT, Document, run)
