"""Numbers of a translation have the value of those of its source."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded, translated
from pipeline.checks._voice import Voice
from pipeline.guard import compare_numbers
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation; what may be spelled out is for a person to look at."""
    voice = Voice("numbers", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from guarded("numbers", catalogue, voice)
    for message in translated(catalogue):
        if spelled := compare_numbers(message.msgid, message.msgstr).spelled:
            numbers = ", ".join(spelled)
            sentence = f"Not here in digits: {numbers}. See that the words say it, or write digits."
            yield voice.say("cantTell", sentence, message.place, message.msgid)


CHECK = Check("numbers", "Numbers have the value of the source.", "", Catalogue, run)
