"""Marks of a translation pair up, and it holds no HTML that its source does not hold."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guards of marks and of HTML to every translation."""
    voice = Voice("markup", "", circumstances.locale, circumstances.leaflet, who="translator")
    marks, html = (list(guarded(name, catalogue, voice)) for name in ("markup", "tags"))
    failed = [one for one in (*marks, *html) if one.verdict == "failed"]
    yield from failed or (html if marks[0].verdict == "inapplicable" else marks)


CHECK = Check("markup", "Marks pair up, and no HTML is new.", "", Catalogue, run)
