"""English is as easy to read as the project promises."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._levels import named, unexplained
from pipeline.checks._voice import NOWHERE, Voice
from pipeline.config import Limits
from pipeline.document import Document
from pipeline.level import Level, Passage, hardest, measure, passages
from pipeline.outcome import Outcome

_REQUIREMENT = "WCAG 3.1.5"


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Measure the leaflet and compare it with both limits."""
    voice = Voice("reading-level", _REQUIREMENT, circumstances.locale, circumstances.leaflet)
    if document.locale.partition("-")[0] != "en":
        yield voice.say("inapplicable", "The formulas are made for English.")
        return
    found = list(passages(document))
    level = measure([passage.text for passage in found], circumstances.declared_terms)
    if not level.is_long_enough:
        sentence = f"Words that count: {level.words}. That is too few for a reading level."
        yield voice.say("inapplicable", sentence)
        return
    limits, place = circumstances.limits, document.meta.place
    if level.fkgl > limits.grade_terms_aside or level.fkgl_all > limits.grade_all_words:
        sentence = (
            f"{_figures(level, limits)} Use shorter sentences and plainer words. Begin with "
            f"{_hardest(found, circumstances)}."
        )
        yield voice.say("failed", sentence, place, "reading level")
    else:
        yield voice.say("passed", _figures(level, limits), place)


def _hardest(found: list[Passage], circumstances: Circumstances) -> str:
    """The hardest blocks, each with its line and, where the house knows one, a plainer word."""
    texts = [passage.text for passage in found]
    hard = hardest(texts, "en", aside=circumstances.declared_terms)
    segments = [found[one.index].segment for one in hard]
    places = [segment.place if segment else NOWHERE for segment in segments]
    blocks = [(place, texts[one.index], one) for place, one in zip(places, hard, strict=True)]
    return named(blocks, unexplained(circumstances.plainer, circumstances.declared_terms))


def _figures(level: Level, limits: Limits) -> str:
    few = "" if level.sentences >= 30 else f", from only {level.sentences} sentences"
    return (
        f"Flesch-Kincaid grade {level.fkgl:.1f} with terms set aside (at most "
        f"{limits.grade_terms_aside:g}), {level.fkgl_all:.1f} with all words (at most "
        f"{limits.grade_all_words:g}); SMOG {level.smog:.1f}{few}."
    )


CHECK = Check("reading-level", "English reads as promised.", _REQUIREMENT, Document, run)
