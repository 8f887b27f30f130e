"""Code of a translation is that of its source."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded, is_program
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation; in a program's texts backticks may be quotation marks."""
    voice = Voice("code", "", circumstances.locale, circumstances.leaflet, who="translator")
    program = is_program(catalogue)
    yield from guarded("code", catalogue, voice, lambda _: not program)


CHECK = Check("code", "Code is that of the source.", "", Catalogue, run)
