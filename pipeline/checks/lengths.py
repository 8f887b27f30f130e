"""No translation is far shorter or longer than others of its catalogue."""

import math
from collections.abc import Iterator
from statistics import median

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, pairs
from pipeline.checks._voice import Voice
from pipeline.markup import running
from pipeline.outcome import Outcome

_SHORTEST = 30
"""Characters below which a text's length says nothing."""
_FACTOR = 2.5
"""How many times longer or shorter than usual is strange."""
_ENOUGH = 10
"""Texts from which on one can say what is usual."""
_WORST = 3
"""How many are told, the worst first."""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare each text's length beside its source's with the middle one of the catalogue."""
    voice = Voice("lengths", "", circumstances.locale, circumstances.leaflet, who="translator")
    measured = [(one, ratio) for one in pairs(catalogue) if (ratio := _ratio(one))]
    if len(measured) < _ENOUGH:
        said = f"There are fewer than {_ENOUGH} texts of {_SHORTEST} characters to compare."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    usual = median(ratio for _, ratio in measured)
    strange = [(abs(math.log(ratio / usual)), ratio, pair) for pair, ratio in measured]
    worst = [one for one in strange if one[0] > math.log(_FACTOR)]
    worst.sort(key=lambda one: (-one[0], one[2].message.place.line))
    for _, ratio, pair in worst[:_WORST]:
        how = "short" if ratio < usual else "long"
        said = f"This is very {how} beside its source. See that nothing is missing or too much."
        yield voice.say("cantTell", said, pair.message.place, pair.message.msgid)
    if not worst:
        yield voice.say("passed", f"Messages measured: {len(measured)}.", catalogue.place)


def _ratio(pair: Pair) -> float:
    """Characters of the translation for each of the source; 0 where that says nothing."""
    source, translation = running(pair.msgid).strip(), running(pair.msgstr).strip()
    if len(source) < _SHORTEST or not translation:
        return 0
    return len(translation) / len(source)


CHECK = Check("lengths", "Translations are about as long as their sources.", "", Catalogue, run)
