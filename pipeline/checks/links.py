"""Links of a translation lead where those of its source lead."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation."""
    voice = Voice("links", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from guarded("links", catalogue, voice)


CHECK = Check("links", "Links and pictures are those of the source.", "", Catalogue, run)
