"""Every figure rests on a work that a named person has read."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, is_source, shortened
from pipeline.document import Document
from pipeline.level import Passage, passages
from pipeline.outcome import Outcome

_FIGURE = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?:\s?%)?(?![\w/-])")
"""A number that stands alone; those of HER2 and CDK4/6 are parts of names."""


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at every number in running text; values of the region have their own checks."""
    voice = Voice("figures", "", circumstances.locale, circumstances.leaflet, circumstances.edition)
    found = [(one, numbers) for one in passages(document) if (numbers := _figures(one))]
    if not found or not is_source(document, circumstances.source):
        yield voice.say("inapplicable", "There are no figures in an author's words here.")
        return
    bare = [(one, numbers) for one, numbers in found if not _proved(one, circumstances)]
    for one, numbers in bare:
        facts = ", ".join(one.segment.evidence) if one.segment else ""
        sentence = (
            f"{', '.join(numbers)} in {shortened(one.text)} rests on no work that a named person "
            f"has read ({facts or 'no facts'}). Read one and name it in the register of evidence, "
            f"take the figure out, or write <!-- allow: {', '.join(numbers)} --> if it is no claim."
        )
        place = one.segment.place if one.segment else None
        yield voice.hold(sentence, place, one.text, "reviewer")
    if not bare:
        yield voice.say("passed", f"Blocks with figures, each with a work: {len(found)}.")


def _figures(passage: Passage) -> list[str]:
    """The numbers of a block but for those that the author calls no claim."""
    allowed = passage.segment.allowed if passage.segment else ()
    return [number for number in _FIGURE.findall(passage.text) if number not in allowed]


def _proved(passage: Passage, circumstances: Circumstances) -> bool:
    facts = passage.segment.evidence if passage.segment else ()
    named = [fact for fact in facts if not fact.startswith("none")]
    return bool(named) and not any(fact in circumstances.reviews for fact in named)


CHECK = Check("figures", "Every figure rests on a work.", "", Document, run)
