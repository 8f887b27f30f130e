"""An entry with plural forms has as many as its language needs."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import forms_of
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Count the forms of each entry; the header says how many there are."""
    voice = Voice("plural-forms", "", circumstances.locale, circumstances.leaflet, who="translator")
    messages = [one for one in catalogue.messages if any(one.forms)]
    if not messages:
        yield voice.say("inapplicable", "No entry has plural forms.", catalogue.place)
        return
    wanted = len(forms_of(dict(catalogue.header).get("Plural-Forms", "")))
    if not wanted:
        said = "The header has no Plural-Forms that can be read. Write those of your language."
        yield voice.say("cantTell", said, catalogue.place, "Plural-Forms")
        return
    counts = {len(one.forms) for one in messages}
    if len(counts) == 1 and counts != {wanted}:
        said = f"Entries have {counts.pop()} plural forms, the header says {wanted}. Mend either."
        yield voice.say("cantTell", said, catalogue.place, "Plural-Forms")
        return
    wrong = [one for one in messages if len(one.forms) != wanted]
    for one in wrong:
        said = f"Here are {len(one.forms)} plural forms, and the header says {wanted}. Write each."
        yield voice.say("failed", said, one.place, one.msgid)
    if not wrong:
        yield voice.say("passed", f"Entries with plural forms: {len(messages)}.", catalogue.place)


CHECK = Check(
    "plural-forms", "There are as many plural forms as the language has.", "", Catalogue, run
)
