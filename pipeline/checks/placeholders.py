"""What stands for something else, such as `{region:key}`, is in the translation too."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation."""
    voice = Voice("placeholders", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from guarded("placeholders", catalogue, voice)


CHECK = Check(
    "placeholders", "Placeholders and marks of notes are those of the source.", "", Catalogue, run
)
