"""A draft says that it is one and hides from search engines; a released file never does."""

from collections.abc import Iterator

from pipeline.artifact import Artifact
from pipeline.audit import Check, Circumstances
from pipeline.checks._html import Element, parsed, text_in
from pipeline.checks._voice import Voice
from pipeline.outcome import Outcome
from pipeline.place import Place
from pipeline.renderers._draftmark import WORD, faults, hides


def run(artifact: Artifact, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look for the mark that no translation can change, and for the notice beside it."""
    voice = Voice(
        "draft-marks", "", circumstances.locale, circumstances.leaflet, circumstances.edition
    )
    place = Place(artifact.path)
    if artifact.media_type not in {"text/html", "text/plain"}:
        yield voice.say("inapplicable", "This is neither a page nor a text.", place)
        return
    is_draft = circumstances.edition == "draft"
    problems = [" ".join(fault) for fault in faults(artifact, circumstances.edition)]
    if artifact.media_type == "text/html":
        problems += _unnoted(artifact) if is_draft else _noted(artifact)
    for sentence in problems:
        yield voice.say("failed", sentence, place, sentence, "theme")
    if not problems:
        said = "It says that it is a draft." if is_draft else "It is no draft."
        yield voice.say("passed", said, place)


def _unnoted(page: Artifact) -> Iterator[str]:
    if not any(text_in(note).removeprefix(WORD).strip() for note in _notes(page)):
        yield 'No element with the class "draft" says so in the page\'s language. Add it.'


def _noted(page: Artifact) -> Iterator[str]:
    if hides(page.data):
        yield "A released page asks search engines to pass by. Take noindex out of the theme."
    if any(True for _ in _notes(page)):
        yield "A released page says that it is a draft. Build it as a release."


def _notes(page: Artifact) -> Iterator[Element]:
    return (one for one in parsed(page.data).iter() if "draft" in (one.get("class") or "").split())


CHECK = Check("draft-marks", "A draft says so; a release never does.", "", Artifact, run)
