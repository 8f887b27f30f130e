"""Headings tell the shape of a leaflet: no level skipped, none empty, none twice."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, is_source, mender, shortened
from pipeline.document import Document, Heading, nodes, text_of
from pipeline.outcome import Outcome
from pipeline.place import Place

_REQUIREMENT = "WCAG 1.3.1, 2.4.6"


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the title and every heading."""
    source = is_source(document, circumstances.source)
    voice = Voice(
        "headings",
        _REQUIREMENT,
        circumstances.locale,
        circumstances.leaflet,
        who=mender(document, circumstances.source),
    )
    headings = [node for node in nodes(document.blocks) if isinstance(node, Heading)]
    problems = [
        *_title(document, circumstances.limits.title_characters, voice, source=source),
        *_levels(headings, voice),
        *_texts(headings, voice),
    ]
    yield from problems
    if not headings and not problems:
        yield voice.say("inapplicable", "There are no headings below the title.")
    elif not problems:
        yield voice.say("passed", f"Headings below the title: {len(headings)}.")


def _title(document: Document, most: int, voice: Voice, *, source: bool) -> Iterator[Outcome]:
    title = text_of(document.meta.title.children).strip()
    place = document.meta.title.segment.place if document.meta.title.segment else None
    if not title:
        yield voice.say("failed", "The title is empty. Write one.", place)
    elif len(title) > most:
        sentence = f"The title has {len(title)} characters; {most} are the most. Shorten it."
        yield voice.say("failed" if source else "cantTell", sentence, place, title)


def _levels(headings: list[Heading], voice: Voice) -> Iterator[Outcome]:
    above = 1
    for heading in headings:
        text = shortened(text_of(heading.words.children))
        if heading.level == 1:
            sentence = f"{text} is a second heading of level 1. Write ## before it."
            yield voice.say("failed", sentence, _place(heading), heading.anchor, "author")
        elif heading.level > above + 1:
            sentence = (
                f"{text} has level {heading.level} below level {above}. "
                f"Write {'#' * (above + 1)} before it."
            )
            yield voice.say("failed", sentence, _place(heading), heading.anchor, "author")
        above = heading.level


def _texts(headings: list[Heading], voice: Voice) -> Iterator[Outcome]:
    """Empty headings, ids that are there twice, and twins below the same heading."""
    anchors: set[str] = set()
    path: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for heading in headings:
        text = " ".join(text_of(heading.words.children).split())
        path = [*[*path, *[""] * 6][: heading.level - 1], text.casefold()]
        if not text:
            yield voice.say("failed", "A heading is empty. Write its words.", _place(heading))
        elif tuple(path) in seen:
            sentence = f"{shortened(text)} is there twice. Give each section words of its own."
            yield voice.say("failed", sentence, _place(heading), heading.anchor)
        if heading.anchor in anchors:
            sentence = f"The id #{heading.anchor} is there twice. Change the one in braces."
            yield voice.say("failed", sentence, _place(heading), heading.anchor, "author")
        anchors.add(heading.anchor)
        seen.add(tuple(path))


def _place(heading: Heading) -> Place | None:
    return heading.words.segment.place if heading.words.segment else None


CHECK = Check("headings", "Headings tell the shape of the page.", _REQUIREMENT, Document, run)
