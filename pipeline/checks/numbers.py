"""Numbers of a translation have the value of those of its source."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, guarded, pairs
from pipeline.checks._voice import Voice
from pipeline.guard import compare_numbers
from pipeline.outcome import Outcome
from pipeline.spelled import number_words


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation; what may be spelled out is for a person to look at."""
    voice = Voice("numbers", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from guarded("numbers", catalogue, voice)
    for pair in pairs(catalogue):
        if spelled := _unconfirmed(pair, circumstances.locale):
            numbers = ", ".join(spelled)
            sentence = f"Not here in digits: {numbers}. See that the words say it, or write digits."
            yield voice.say("cantTell", sentence, pair.message.place, pair.message.msgid)


def _unconfirmed(pair: Pair, locale: str) -> list[str]:
    """Numbers that are missing as numerals, but for those that the translation has as words."""
    spelled = compare_numbers(pair.msgid, pair.msgstr).spelled
    words = number_words(locale) if spelled else None
    said = {str(value) for value, _ in words.said(pair.msgstr)} if words else set()
    return [one for one in spelled if one not in said]


CHECK = Check("numbers", "Numbers have the value of the source.", "", Catalogue, run)
