"""English sentences and paragraphs are short."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, shortened
from pipeline.config import Limits
from pipeline.document import Document
from pipeline.level import Passage, passages, sentences, without_addresses, words
from pipeline.outcome import Outcome

_REQUIREMENT = "WCAG 3.1.5"


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at every sentence of every block."""
    voice = Voice("sentences", _REQUIREMENT, circumstances.locale, circumstances.leaflet)
    found = list(passages(document)) if document.locale.partition("-")[0] == "en" else []
    if not found:
        yield voice.say("inapplicable", "There are no English sentences here.")
        return
    problems = [one for each in found for one in _problems(each, circumstances.limits, voice)]
    yield from problems
    if not problems:
        yield voice.say("passed", f"Blocks with short sentences: {len(found)}.")


def _problems(passage: Passage, limits: Limits, voice: Voice) -> Iterator[Outcome]:
    place = passage.segment.place if passage.segment else None
    parts = sentences(without_addresses(passage.text))
    for sentence in parts:
        if (count := len(words(sentence))) > limits.sentence_words:
            said = (
                f"{count} words, where {limits.sentence_words} are the most: “{sentence}”. "
                "Make two sentences of it."
            )
            yield voice.say("failed", said, place, sentence)
    if len(parts) > limits.paragraph_sentences:
        said = (
            f"{shortened(passage.text)} has {len(parts)} sentences; {limits.paragraph_sentences} "
            "are the most. Part the paragraph, or make a list."
        )
        yield voice.say("failed", said, place, passage.text)


CHECK = Check("sentences", "English sentences are short.", _REQUIREMENT, Document, run)
