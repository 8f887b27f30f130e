"""The words of a link say where it leads."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, mender, shortened
from pipeline.document import Document, Link, nodes, text_of, words_of
from pipeline.outcome import Outcome
from pipeline.place import Place

_REQUIREMENT = "WCAG 2.4.4"
_SAY_NOTHING = re.compile(
    "click here|here|click|read more|more|more information|learn more|find out more|details|"
    "link|this link|this page|this website|this leaflet|click this|read this|our website|website|"
    "pdf|download|go|continue|see more|info|"
    "kliknij tutaj|kliknij|tutaj|tu|czytaj więcej|więcej|więcej informacji|czytaj dalej|dalej|"
    "dowiedz się więcej|szczegóły|ten link|ta strona|zobacz|"
    "انقر هنا|اضغط هنا|هنا|اقرأ المزيد|المزيد|للمزيد|مزيد من المعلومات|اعرف المزيد|التفاصيل|"
    "رابط|هذا الرابط|هذه الصفحة"
)
"""English, Polish and Arabic words for links that name no place."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    href: str
    text: str
    place: Place | None


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the words of every link."""
    who = mender(document, circumstances.source)
    voice = Voice("link-text", _REQUIREMENT, circumstances.locale, circumstances.leaflet, who=who)
    links = tuple(_links(document))
    problems = [*(one for link in links for one in _problems(link, voice)), *_twins(links, voice)]
    yield from problems
    if not links:
        yield voice.say("inapplicable", "There are no links.")
    elif not problems:
        yield voice.say("passed", f"Links that say where they lead: {len(links)}.")


def _links(document: Document) -> Iterator[_Found]:
    for words in words_of((document.blocks, document.footnotes)):
        place = words.segment.place if words.segment else None
        for node in nodes(words.children):
            if isinstance(node, Link):
                yield _Found(node.href, " ".join(text_of(node.children).split()), place)


def _problems(link: _Found, voice: Voice) -> Iterator[Outcome]:
    words = link.text.casefold().strip(" .…:!»>→")
    if not words:
        sentence = f"The link to {link.href} has no words. Say where it leads."
    elif _SAY_NOTHING.fullmatch(words):
        sentence = f"The link {shortened(link.text)} does not say where it leads. Name the place."
    elif _ADDRESS.fullmatch(link.text):
        sentence = f"The link {shortened(link.text)} is a bare address. Name the place instead."
    else:
        return
    yield voice.say("failed", sentence, link.place, link.href)


def _twins(links: tuple[_Found, ...], voice: Voice) -> Iterator[Outcome]:
    """Same words, different places: the sentences around them may tell them apart."""
    targets: dict[str, dict[str, _Found]] = defaultdict(dict)
    for link in links:
        if link.text:
            targets[link.text.casefold()].setdefault(link.href, link)
    for found in targets.values():
        if len(found) > 1:
            *_, last = found.values()
            sentence = (
                f"Links with the words {shortened(last.text)} lead to {', '.join(found)}. "
                "See that the sentences tell them apart, or use other words."
            )
            yield voice.say("cantTell", sentence, last.place, last.text)


CHECK = Check("link-text", "Links say where they lead.", _REQUIREMENT, Document, run)
