"""No translation is blank: where the source has words, it has some that can be seen."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import guarded, is_program
from pipeline.checks._voice import Voice
from pipeline.markup import running
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guard to every translation; for a program's one word a mark may be enough."""
    voice = Voice("words", "", circumstances.locale, circumstances.leaflet, who="translator")
    program = is_program(catalogue)
    yield from guarded("words", catalogue, voice, lambda one: not program or _has_more(one.msgid))


def _has_more(msgid: str) -> bool:
    return len(running(msgid[:1000]).split()) > 1


CHECK = Check("words", "A translation has words.", "", Catalogue, run)
