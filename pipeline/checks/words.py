"""No translation is blank: where the source has words, it has some that can be seen."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation."""
    voice = Voice("words", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from guarded("words", catalogue, voice)


CHECK = Check("words", "A translation has words.", "", Catalogue, run)
