"""No translation is far shorter or longer than others of its locale.

What is long beside its source is often hard to read, and has no room in a narrow column; what is
very long or short may hold too much or too little. Letters are compared with letters, and each text
with the middle ratio of the locale, as languages differ: Chinese needs a third of English.
"""

from collections.abc import Iterator
from functools import lru_cache
from statistics import median

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, pairs
from pipeline.checks._voice import Voice
from pipeline.interface import DOMAIN
from pipeline.markup import running
from pipeline.outcome import Outcome

_SHORTEST = 20
"""Letters of the source below which a text's length says nothing."""
_FACTOR = 2.5
"""How many times longer or shorter than usual is strange."""
_ENOUGH = 10
"""Texts from which on one can say what is usual."""
_LONG = 1.5
"""How many times longer than usual a text is that its translator is told of."""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare each text's letters beside its source's with the middle ratio of the locale."""
    voice = Voice("lengths", "", circumstances.locale, circumstances.leaflet, who="translator")
    measured = _measured(catalogue)
    usual = _usual((catalogue, *circumstances.beside))
    if not measured or usual is None:
        said = f"There are fewer than {_ENOUGH} texts of {_SHORTEST} letters to compare."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    strange = [(pair, ratio / usual) for pair, ratio in measured]
    strange = [one for one in strange if not 1 / _FACTOR <= one[1] <= _LONG]
    for pair, times in strange:
        yield voice.say("cantTell", _said(times), pair.message.place, pair.message.msgid)
    if not strange:
        yield voice.say("passed", f"Messages measured: {len(measured)}.", catalogue.place)


def _said(times: float) -> str:
    if times < 1:
        return "This is very short beside its source. See that nothing is missing."
    if times > _FACTOR:
        return "This is very long beside its source. See that nothing is too much."
    return f"This is {times:.1f} times as long as is usual here. See if it can be said shorter."


def _measured(catalogue: Catalogue) -> list[tuple[Pair, float]]:
    return [(one, ratio) for one in pairs(catalogue) if (ratio := _ratio(one))]


def _usual(catalogues: tuple[Catalogue, ...]) -> float | None:
    """The middle ratio of a locale; None where too few texts show it."""
    # The catalogue itself is among those beside it: each is counted once. What pages say of
    # themselves is terse, and in a small project it would outweigh the leaflets.
    every = {id(one): one for one in catalogues if one.leaflet != DOMAIN}.values()
    ratios = [ratio for one in every for ratio in _ratios(one)]
    return median(ratios) if len(ratios) >= _ENOUGH else None


@lru_cache(maxsize=64)
def _ratios(catalogue: Catalogue) -> tuple[float, ...]:
    return tuple(ratio for _, ratio in _measured(catalogue))


def _ratio(pair: Pair) -> float:
    """Letters of the translation for each of the source; 0 where that says nothing."""
    source, translation = (
        sum(char.isalpha() for char in running(text)) for text in (pair.msgid, pair.msgstr)
    )
    return translation / source if source >= _SHORTEST else 0


CHECK = Check("lengths", "Translations are about as long as their sources.", "", Catalogue, run)
