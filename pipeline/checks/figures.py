"""Every figure rests on a work that a named person has read."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._prose import Prose, everything
from pipeline.checks._voice import Voice, is_source, shortened
from pipeline.document import Document
from pipeline.outcome import Outcome

_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
_FIGURE = re.compile(
    rf"(?<![\w/.,-])(?<!\bpage )(?<!\bsection )(?<!\bpart )(?<!\bstep )\d+(?:[.,/]\d+)*(?:\s?%)?"
    rf"|\b{_COUNT} (?:in|out of) (?:every )?{_COUNT}\b"
    r"|\bhalf of\b|\b(?:one|two|three)[ -](?:third|quarter|fifth)s?\b|\bper ?cent\b",
    re.IGNORECASE,
)
"""A number in digits, but for those of HER2 and CDK4/6, which are parts of names, and of “page 4”;
a share in words."""


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at every number that the author wrote; values of the region have their own checks."""
    voice = Voice("figures", "", circumstances.locale, circumstances.leaflet, circumstances.edition)
    found = [(one, numbers) for one in everything(document) if (numbers := _figures(one))]
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
        yield voice.hold(sentence, one.place, one.text, "reviewer")
    if not bare:
        yield voice.say("passed", f"Blocks with figures, each with a work: {len(found)}.")


def _figures(prose: Prose) -> list[str]:
    """The figures of a block but for those that the author calls no claim."""
    found = [match.group(0) for match in _FIGURE.finditer(prose.text)]
    return [figure for figure in found if not prose.allows(figure)]


def _proved(prose: Prose, circumstances: Circumstances) -> bool:
    facts = prose.segment.evidence if prose.segment else ()
    named = [fact for fact in facts if not fact.startswith("none")]
    return bool(named) and not any(fact in circumstances.reviews for fact in named)


CHECK = Check("figures", "Every figure rests on a work.", "", Document, run)
