"""Translations keep to their locale's own list of words to avoid."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import pairs
from pipeline.checks._voice import Voice
from pipeline.markup import running
from pipeline.outcome import Outcome
from pipeline.phrases import phrases


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look for the words of `[avoid]` in the locale's style.toml."""
    voice = Voice("local-words", "", circumstances.locale, circumstances.leaflet, who="translator")
    avoid = circumstances.local.avoid
    if not avoid:
        said = "The locale's style.toml names no words to avoid."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    found = False
    listed = [(phrases(tuple(words.split(","))), better) for words, better in avoid.items()]
    for pair in pairs(catalogue):
        text = running(pair.msgstr)
        for pattern, better in listed:
            if match := pattern.search(text):
                found = True
                said = f"“{match.group(0)}” is to be avoided. Better: {better}."
                yield voice.say("cantTell", said, pair.message.place, pair.msgid)
    if not found:
        yield voice.say("passed", "No word to avoid is used.", catalogue.place)


CHECK = Check("local-words", "No word is used that the locale avoids.", "", Catalogue, run)
