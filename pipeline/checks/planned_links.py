"""Links to leaflets that are planned are open tasks until those leaflets are there."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, is_source
from pipeline.document import Document, Link, Planned, nodes, words_of
from pipeline.outcome import Outcome


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """One outcome for each leaflet that is not there yet."""
    voice = Voice(
        "planned-links",
        "",
        circumstances.locale,
        circumstances.leaflet,
        circumstances.edition,
        who="owner",
    )
    found = [
        (node, words.segment)
        for words in words_of((document.blocks, document.footnotes))
        for node in nodes(words.children)
        if isinstance(node, Link | Planned)
    ]
    planned = [(node.leaflet, segment) for node, segment in found if isinstance(node, Planned)]
    if not found or not is_source(document, circumstances.source):
        yield voice.say("inapplicable", "There are no links in an author's words here.")
        return
    if not planned:
        yield voice.say("passed", "No link waits for a leaflet that is only planned.")
    for leaflet in dict.fromkeys(name for name, _ in planned):
        segments = [segment for name, segment in planned if name == leaflet]
        sentence = (
            f"The leaflet {leaflet} is planned and not there yet; links that wait for it: "
            f"{len(segments)}. Write it, or take the links out."
        )
        yield voice.hold(sentence, segments[0].place if segments[0] else None, leaflet)


CHECK = Check("planned-links", "No link waits for a planned leaflet.", "", Document, run)
