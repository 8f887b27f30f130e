"""Phone numbers of a translation are those of its source."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation."""
    voice = Voice("phones", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from guarded("phones", catalogue, voice)


CHECK = Check("phones", "Phone numbers have the digits of the source.", "", Catalogue, run)
