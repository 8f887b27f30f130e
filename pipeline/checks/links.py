"""Links of a translation lead where those of its source lead."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import (
    Pair,
    guard_of,
    guarded,
    in_the_sources_language,
    is_ours,
    is_program,
)
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guards of links and of their labels to every translation."""
    voice = Voice("links", "", circumstances.locale, circumstances.leaflet, who="translator")
    ours, program = is_ours(catalogue), is_program(catalogue)

    def leads_elsewhere(pair: Pair) -> bool:
        own = in_the_sources_language(pair, circumstances.locale)
        return ours or bool(own.findings(guard_of("links")))

    links = list(guarded("links", catalogue, voice, leads_elsewhere))
    labels = list(guarded("labels", catalogue, voice, lambda one: not program or _has_number(one)))
    found = [one for one in (*links, *labels) if one.verdict in {"failed", "cantTell"}]
    yield from found or (labels if links[0].verdict == "inapplicable" else links)


def _has_number(pair: Pair) -> bool:
    """Whether what looks like a label is a number, such as `[name][0]`."""
    return re.search(r"\]\[\d", pair.msgid) is not None


CHECK = Check("links", "Links and pictures are those of the source.", "", Catalogue, run)
