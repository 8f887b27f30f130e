"""A translation has not many more rare words than its source.

A word is rare where it is as seldom in its language as an English word below Zipf 4: less than ten
times in a million words. Declared terms are set aside on both sides.
"""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._beside import Pair, Parallel
from pipeline.checks._levels import Pairing, not_measured, to_mend
from pipeline.checks._voice import Voice
from pipeline.document import Document
from pipeline.outcome import Outcome

_REQUIREMENT = "WCAG 3.1.5"


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare the share of rare words of a page with that of its source."""
    voice = Voice(
        "rare-words",
        _REQUIREMENT,
        circumstances.locale,
        circumstances.leaflet,
        who="translator",
    )
    parallel = Parallel(document, circumstances.source, circumstances.entries)
    every = parallel.pairs()
    if unmeasured := not_measured(every, circumstances.limits.section_words, voice):
        yield unmeasured
    else:
        languages = circumstances.source_locale, document.locale
        pairing = Pairing(*languages, parallel.terms_aside())
        yield _judged(every, pairing, circumstances, voice)


def _judged(
    every: tuple[Pair, ...], pairing: Pairing, circumstances: Circumstances, voice: Voice
) -> Outcome:
    gap, whole = pairing.gap(every), pairing.gap(every, every=True)
    if gap.is_weak or gap.rare is None:
        said = (
            f"For one of the two languages there is no list of words, or a thin one (support: "
            f"{gap.translation.support}). Ask native readers whether the words are common."
        )
        return voice.say("cantTell", said, every[0].place, "rare words")
    most = circumstances.limits.rare_above_source
    told = (
        f"Rare words: {gap.translation.rare:.1%} of those that count, {gap.source.rare:.1%} in the "
        f"source; at most {most:.0%} more are allowed. With no terms set aside: "
        f"{whole.translation.rare:.1%} and {whole.source.rare:.1%}. "
        f"Support: {gap.translation.support}."
    )
    if gap.rare <= most:
        return voice.say("passed", told, every[0].place)
    place, blocks = to_mend(every, pairing, circumstances.plainer, rare=True)
    said = f"{told} Use commoner words, or explain these; begin with {blocks}."
    return voice.say("failed", said, place, "rare words")


CHECK = Check(
    "rare-words",
    "A translation has not many more rare words than its source.",
    _REQUIREMENT,
    Document,
    run,
)
