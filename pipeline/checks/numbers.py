"""Numbers of a translation have the value of those of its source."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, guarded, pairs
from pipeline.checks._voice import Voice
from pipeline.guard import compare_numbers
from pipeline.lexicon import lexicon
from pipeline.markup import running
from pipeline.numerals import SPELLED_AT_MOST, numerals_of
from pipeline.outcome import Outcome, Verdict
from pipeline.spelled import NumberWords, number_words


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation; what may be spelled out is for a person to look at."""
    voice = Voice("numbers", "", circumstances.locale, circumstances.leaflet, who="translator")
    own = [
        voice.say(verdict, sentence, pair.message.place, pair.message.msgid)
        for pair in pairs(catalogue)
        for verdict, sentence in _unsaid(pair, circumstances.locale)
    ]
    passed = {"passed"} if own else set()

    def is_fault(pair: Pair) -> bool:
        return not _is_in_words(pair, circumstances.locale)

    found = guarded("numbers", catalogue, voice, is_fault)
    yield from (one for one in found if one.verdict not in passed)
    yield from own


def _is_in_words(pair: Pair, locale: str) -> bool:
    """Whether every number that is missing stands there in words, such as “trzydzieści” for 30."""
    found, words = compare_numbers(pair.msgid, pair.msgstr), lexicon(locale)
    if found.added or not found.missing or words is None:
        return False
    said = {(one,) for one in words.number_words(running(pair.msgstr))}
    return all(said & set(one.readings) for text in found.missing for one in numerals_of(text))


def _unsaid(pair: Pair, locale: str) -> Iterator[tuple[Verdict, str]]:
    """Numbers that are missing as numerals, but for those that the translation has as words.

    Where nothing in the translation may say one in words, it is lost.
    """
    spelled = compare_numbers(pair.msgid, pair.msgstr).spelled
    words = number_words(locale) if spelled else None
    said = {str(value) for value, _ in words.said(pair.msgstr)} if words else set()
    if lost := _lost(pair, words) if words else ():
        named = ", ".join(lost)
        yield "failed", f"A number is missing, in digits and in words: {named}. Write it."
    elif doubts := [one for one in spelled if one not in said]:
        named = ", ".join(doubts)
        doubt = f"Not here in digits: {named}. See that the words say it, or write digits."
        yield "cantTell", doubt


def _lost(pair: Pair, words: NumberWords) -> tuple[str, ...]:
    """The numbers that nothing here may say, beside the source that has the fewest of them."""
    text = running(pair.msgstr)
    every = (compare_numbers(one, pair.msgstr).spelled for one in pair.sources)
    lost = (tuple(one for one in each if _is_lost(one, words, text)) for each in every)
    return min(lost, key=len)


def _is_lost(written: str, words: NumberWords, text: str) -> bool:
    """Whether nothing in a text may say a number; of a fraction nobody knows."""
    readings = (one for each in numerals_of(written) for one in each.readings)
    values = {int(one[0]) for one in readings if one[0].denominator == 1}
    values |= {value % 12 or 12 for value in values if value > SPELLED_AT_MOST}
    return bool(values) and not any(words.may_say(value, text) for value in values)


CHECK = Check("numbers", "Numbers have the value of the source.", "", Catalogue, run)
