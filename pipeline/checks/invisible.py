"""No character of a translation hides, reorders or breaks its text."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation."""
    voice = Voice("invisible", "", circumstances.locale, circumstances.leaflet, who="translator")
    yield from guarded("invisible", catalogue, voice)


CHECK = Check("invisible", "No character hides or reorders text.", "", Catalogue, run)
