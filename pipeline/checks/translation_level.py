"""A translation reads no harder than its source, as a whole and section by section.

Levels are on one scale in all languages. That of a translation is compared with that of its source,
and with nothing else: how far the same texts differ between two languages is known from human
translations, and the limit lies beyond what is usual there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.audit import Check, Circumstances
from pipeline.checks._beside import Pair, Parallel, Section
from pipeline.checks._levels import Gap, Pairing, not_measured, to_mend, written
from pipeline.checks._voice import Voice
from pipeline.document import Document
from pipeline.outcome import Outcome

_REQUIREMENT = "WCAG 3.1.5"


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A translation that is compared, and the circumstances of it."""

    pairing: Pairing
    circumstances: Circumstances
    voice: Voice

    @property
    def most(self) -> float:
        return self.circumstances.limits.level_above_source


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare the page, and each of its sections, with the source."""
    voice = Voice(
        "translation-level",
        _REQUIREMENT,
        circumstances.locale,
        circumstances.leaflet,
        who="translator",
    )
    parallel = Parallel(document, circumstances.source, circumstances.entries)
    every, fewest = parallel.pairs(), circumstances.limits.section_words
    if unmeasured := not_measured(every, fewest, voice):
        yield unmeasured
    else:
        source, aside = circumstances.source_locale, parallel.terms_aside()
        pairing = Pairing(source, document.locale, aside, circumstances.anchors)
        parts = parallel.sections(fewest)
        yield from _compared(every, parts, _Comparison(pairing, circumstances, voice))


def _compared(
    every: tuple[Pair, ...], parts: tuple[Section, ...], here: _Comparison
) -> Iterator[Outcome]:
    page = here.pairing.gap(every)
    gaps = [(one, here.pairing.gap(one.pairs)) for one in parts]
    largest = max((gap.levels for _, gap in gaps), default=page.levels)
    told = (
        f"{_figures(page, here.pairing.gap(every, every=True), here)} "
        f"Sections: {len(gaps)}, at most {largest:+.2f}."
    )
    if page.is_weak:
        doubt = (
            f"{told} Too little is known of one of the two languages for that to prove anything. "
            "Ask native readers whether it is plain."
        )
        yield here.voice.say("cantTell", doubt, every[0].place, "reading level")
        return
    for section, gap in gaps if len(gaps) > 1 else ():
        if gap.levels > here.most:
            figures = _figures(gap, here.pairing.gap(section.pairs, every=True), here)
            yield _failed(f"Section {section.name}: {figures}", section.pairs, here)
    if page.levels > here.most:
        yield _failed(told, every, here)
    else:
        yield here.voice.say("passed", told, every[0].place)


def _figures(gap: Gap, whole: Gap, here: _Comparison) -> str:
    own = here.pairing.anchors
    words = f", with own anchors of {own.words} words" if own else ""
    return (
        f"Level {written(gap.translation)}, of its source {written(gap.source)}: "
        f"{gap.levels:+.2f}, at most {here.most:+g} is allowed. "
        f"With no terms set aside: {whole.levels:+.2f}. "
        f"Support: {gap.translation.support}{words}."
    )


def _failed(told: str, several: tuple[Pair, ...], here: _Comparison) -> Outcome:
    """What failed, with the blocks to begin with; it stands where the first of them does."""
    place, blocks = to_mend(several, here.pairing, here.circumstances.plainer)
    said = f"{told} Make these plainer first: {blocks}."
    return here.voice.say("failed", said, place, "reading level")


CHECK = Check(
    "translation-level",
    "A translation reads no harder than its source.",
    _REQUIREMENT,
    Document,
    run,
)
