"""A number that the source or the translation says in a word has the same value."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, pairs
from pipeline.checks._voice import Voice
from pipeline.guard import compare_numbers
from pipeline.markup import running
from pipeline.numerals import numerals_of
from pipeline.outcome import Outcome
from pipeline.spelled import contradictions, number_words


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at each text with a number word from 2 to 12 whose language has its list."""
    voice = Voice("number-words", "", circumstances.locale, circumstances.leaflet, who="translator")
    compared = [one for one in pairs(catalogue) if wanted_of(one)]
    if not compared or number_words(circumstances.locale) is None:
        said = "No number of the source is a word here, or there is no list of this language."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    found = 0
    for pair in compared:
        for value, word in denied(pair, circumstances.locale):
            found += 1
            said = f"The source says {value}, and here stands “{word}”. Write the same number."
            yield voice.say("failed", said, pair.message.place, pair.message.msgid)
    if not found:
        yield voice.say("passed", f"Messages compared: {len(compared)}.", catalogue.place)


def wanted_of(pair: Pair) -> tuple[int, ...]:
    """The numbers that the source says in words, and those that the translation has not in digits.

    None where the source puts numbers together from words: “twenty-five”, “five hundred”.
    """
    words = number_words("en")
    said = words.said(running(pair.msgid)) if words else ()
    digits = [one for one in compare_numbers(pair.msgid, pair.msgstr).spelled if one.isdecimal()]
    return (*(value for value, _ in said), *map(int, digits))


def denied(pair: Pair, locale: str) -> tuple[tuple[int, str], ...]:
    """The numbers in whose place the translation has another one."""
    source, translation = running(pair.msgid), running(pair.msgstr)
    readings = (one.readings for one in numerals_of(translation))
    digits = {int(value) for each in readings for reading in each for value in reading}
    return contradictions(wanted_of(pair), source, translation, locale, tuple(digits))


CHECK = Check("number-words", "Numbers in words are those of the source.", "", Catalogue, run)
