"""A draft page says that it is one and hides from search engines; a released page never does."""

from collections.abc import Iterator

from pipeline.artifact import Artifact
from pipeline.audit import Check, Circumstances
from pipeline.checks._html import Element, parsed, text_in
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome
from pipeline.place import Place


def run(artifact: Artifact, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the page's title, its robots line and the note under its heading."""
    voice = Voice(
        "draft-marks", "", circumstances.locale, circumstances.leaflet, circumstances.edition
    )
    place = Place(artifact.path)
    if artifact.media_type != "text/html":
        yield voice.say("inapplicable", "This is no web page.", place)
        return
    page = parsed(artifact.data)
    is_draft = circumstances.edition == "draft"
    problems = list(
        _unmarked(page, is_leaflet=bool(circumstances.leaflet)) if is_draft else _marked(page)
    )
    for sentence in problems:
        yield voice.say("failed", sentence, place, sentence, "theme")
    if not problems:
        said = "The page says that it is a draft." if is_draft else "The page is no draft."
        yield voice.say("passed", said, place)


def _unmarked(page: Element, *, is_leaflet: bool) -> Iterator[str]:
    if not _hides(page):
        yield 'A draft has no <meta name="robots" content="noindex">. Add it to the theme.'
    if not any(text_in(note) for note in _notes(page)):
        yield 'No element with the class "draft" says so on the page. Add it below the heading.'
    title = " ".join(text_in(one) for one in page.iter("title"))
    heading = next((text_in(one) for one in page.iter("h1")), "")
    if is_leaflet and (not title or (heading and title.startswith(heading))):
        yield "The page's title does not say that it is a draft. Put the word before it."


def _marked(page: Element) -> Iterator[str]:
    if _hides(page):
        yield "A released page asks search engines to pass by. Take noindex out of the theme."
    if any(True for _ in _notes(page)):
        yield "A released page says that it is a draft. Build it as a release."


def _hides(page: Element) -> bool:
    return any(
        one.get("name", "").casefold() == "robots"
        and "noindex" in one.get("content", "").casefold()
        for one in page.iter("meta")
    )


def _notes(page: Element) -> Iterator[Element]:
    return (one for one in page.iter() if "draft" in (one.get("class") or "").split())


CHECK = Check("draft-marks", "A draft says so; a release never does.", "", Artifact, run)
