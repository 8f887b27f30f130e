"""What stands for something else, such as `{region:key}`, is in the translation too."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded, pairs
from pipeline.checks._voice import Voice
from pipeline.guard import unrepeated
from pipeline.outcome import Outcome

DOUBT = "Less often here than in the source. See that nothing is lost"


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation; a name said once and not twice is a doubt."""
    voice = Voice("placeholders", "", circumstances.locale, circumstances.leaflet, who="translator")
    doubts = [
        voice.say("cantTell", f"{DOUBT}: {', '.join(few)}.", pair.message.place, pair.message.msgid)
        for pair in pairs(catalogue)
        if (few := min((sorted(unrepeated(one, pair.msgstr)) for one in pair.sources), key=len))
    ]
    passed = {"passed"} if doubts else set()
    found = guarded("placeholders", catalogue, voice)
    yield from (one for one in found if one.verdict not in passed)
    yield from doubts


CHECK = Check(
    "placeholders", "Placeholders and marks of notes are those of the source.", "", Catalogue, run
)
