"""Every picture has words that can stand in for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, mender, shortened
from pipeline.document import Document, Image, InlineImage, nodes, text_of, words_of
from pipeline.outcome import Outcome, Verdict
from pipeline.place import Place

_REQUIREMENT = "WCAG 1.1.1"
_FILE = re.compile(r"\S+\.(?:svg|png|jpe?g|gif|webp|avif)", re.IGNORECASE)
_EMPTY_WORDS = {
    "en": r"(?:an? |the )?(?:image|picture|graphic) of\b",
    "pl": r"(?:obraz|obrazek|grafika) (?:przedstawia|z)\b",
    "ar": r"(?:هذه )?صورة (?:ل|تظهر)",
}


@dataclass(frozen=True, slots=True)
class _Picture:
    """One picture, wherever it stands."""

    src: str
    alt: str
    place: Place | None


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the words of every picture."""
    who = mender(document, circumstances.source)
    voice = Voice("alt", _REQUIREMENT, circumstances.locale, circumstances.leaflet, who=who)
    pictures = tuple(_pictures(document))
    most = circumstances.limits.alt_characters
    problems = [one for picture in pictures for one in _problems(picture, document.locale, voice)]
    for picture in pictures:
        if len(picture.alt) > most:
            sentence = (
                f"The words for {picture.src} have {len(picture.alt)} characters; {most} are the "
                "most. Say less here, and the rest in the text."
            )
            verdict: Verdict = "failed" if who == "author" else "cantTell"
            problems.append(voice.say(verdict, sentence, picture.place, picture.src))
    yield from problems
    if not pictures:
        yield voice.say("inapplicable", "There are no pictures.")
    elif not problems:
        yield voice.say("passed", f"Pictures with words for them: {len(pictures)}.")


def _pictures(document: Document) -> Iterator[_Picture]:
    for node in nodes((document.blocks, document.footnotes)):
        if isinstance(node, Image):
            place = node.alt.segment.place if node.alt.segment else None
            yield _Picture(node.src, text_of(node.alt.children).strip(), place)
    for words in words_of((document.blocks, document.footnotes)):
        for node in nodes(words.children):
            if isinstance(node, InlineImage):
                place = words.segment.place if words.segment else None
                yield _Picture(node.src, node.alt.strip(), place)


def _problems(picture: _Picture, locale: str, voice: Voice) -> Iterator[Outcome]:
    stem = picture.src.rpartition("/")[2].rpartition(".")[0]
    pattern = _EMPTY_WORDS.get(locale.partition("-")[0], r"(?!)")
    if not picture.alt:
        sentence = f"The picture {picture.src} has no words. Say in its brackets what it shows."
    elif _FILE.fullmatch(picture.alt) or picture.alt == stem:
        sentence = f"{shortened(picture.alt)} is the name of a file. Say what the picture shows."
    elif re.match(pattern, picture.alt, re.IGNORECASE):
        sentence = f"{shortened(picture.alt)} begins with empty words. Begin with what it shows."
    else:
        return
    yield voice.say("failed", sentence, picture.place, picture.src)


CHECK = Check("alt", "Every picture has words that stand in for it.", _REQUIREMENT, Document, run)
