"""Sentences of a translation are not much longer than those of their source.

How long a sentence may be depends on the language; how long it has become does not. Only a sentence
that is long in itself counts. Where no blanks part words, characters are counted, and so many of
them are as long as a word of English: as many as in the same news in both languages (NTREX-128,
human translations of 1,997 lines, CC BY-SA 4.0).
"""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._beside import NO_TRANSLATION, Pair, Parallel
from pipeline.checks._voice import Voice, shortened
from pipeline.document import Document
from pipeline.level import sentences, without_addresses, words
from pipeline.outcome import Outcome, Verdict

_REQUIREMENT = "WCAG 3.1.5"
_WITHOUT_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo", "dz", "yue"})
_CHARACTERS = {"zh": 1.8, "ja": 2.5}
"""Letters and digits that say as much as one English word."""


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare the longest sentence of each translated block with that of its source."""
    voice = Voice(
        "sentence-length",
        _REQUIREMENT,
        circumstances.locale,
        circumstances.leaflet,
        who="translator",
    )
    found = Parallel(document, circumstances.source, circumstances.entries).pairs()
    language = _language(document.locale)
    if not found:
        yield voice.say("inapplicable", NO_TRANSLATION)
        return
    if language in _WITHOUT_SPACES - _CHARACTERS.keys():
        said = (
            "Words are not written apart in this language, and how many of its characters are as "
            "long as an English word is not known. Ask native readers whether sentences are short."
        )
        yield voice.say("cantTell", said, found[0].place, "sentence length")
        return
    problems = [one for each in found for one in _problems(each, language, circumstances, voice)]
    yield from problems
    if not problems:
        yield voice.say("passed", f"Blocks compared with their source: {len(found)}.")


def _problems(
    pair: Pair, language: str, circumstances: Circumstances, voice: Voice
) -> Iterator[Outcome]:
    """A doubt where a sentence is long for its source, a failure where it is very long besides."""
    limits, each = circumstances.limits, _CHARACTERS.get(language, 1.0)
    original = _language(circumstances.source_locale)
    before, now = _longest(pair.source, original), _longest(pair.translation, language)
    usual = before / _CHARACTERS.get(original, 1.0) * each
    if now <= limits.sentence_ratio * usual or now <= limits.sentence_words * each:
        return
    verdict: Verdict = "failed" if now > 2 * limits.sentence_words * each else "cantTell"
    as_long = f", as long as {usual:.0f} characters" if each > 1 else ""
    sentence = (
        f"{shortened(pair.translation)} has a sentence of {now} {_unit(language)}; the longest of "
        f"its source has {before} {_unit(original)}{as_long}. Make shorter sentences of it."
    )
    yield voice.say(verdict, sentence, pair.place, pair.source)


def _language(tag: str) -> str:
    return tag.partition("-")[0]


def _unit(language: str) -> str:
    return "characters" if language in _CHARACTERS else "words"


def _longest(text: str, language: str) -> int:
    """Words of the longest sentence; letters and digits where words are not written apart."""
    found = sentences(without_addresses(text), language)
    if language in _CHARACTERS:
        return max((sum(map(str.isalnum, one)) for one in found), default=0)
    return max((len(words(one)) for one in found), default=0)


CHECK = Check("sentence-length", "Sentences stay short.", _REQUIREMENT, Document, run)
