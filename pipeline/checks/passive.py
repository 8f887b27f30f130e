"""A sentence says who does what: a hint where it may not."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._prose import Prose, any_of, running
from pipeline.checks._voice import Voice, is_english_source
from pipeline.document import Document
from pipeline.outcome import Outcome
from pipeline.style import Style

_FORMS = "am|are|is|was|were|be|been|being|get|gets|got|getting"
_BETWEEN = (
    r"(?:also|always|both|ever|first|just|mostly|never|not|now|often|only|soon|sometimes|still|then|"
    r"(?!(?:early|family|only)\b)\w+ly)"
)
_ED = r"(?!\w*eed\b)(?:\w{2,}ed)"


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at every block of running text; say at most one thing of each."""
    voice = Voice("passive", "", circumstances.locale, circumstances.leaflet)
    blocks = running(document) if is_english_source(document, circumstances.source) else []
    if not blocks:
        yield voice.say("inapplicable", "There is no English text in its author's words here.")
        return
    pattern, states = _passive(circumstances.style), any_of(circumstances.style.states)
    is_clean = True
    for prose in blocks:
        if words := _first(prose, pattern, states):
            is_clean = False
            sentence = f"“…{words}…” may be passive. Say who does it, if you can."
            yield voice.say("cantTell", sentence, prose.place, words.casefold())
    if is_clean:
        yield voice.say("passed", f"Blocks in which somebody does something: {len(blocks)}.")


def _passive(style: Style) -> re.Pattern[str]:
    """A form of be or get, up to two small words, and a participle."""
    participle = "|".join((*map(re.escape, style.participles), _ED))
    return re.compile(
        rf"\b(?:{_FORMS})(?:n't)?(?:\s+{_BETWEEN}){{0,2}}\s+({participle})\b(?!\s+by\s+now\b)",
        re.IGNORECASE,
    )


def _first(prose: Prose, pattern: re.Pattern[str], states: re.Pattern[str]) -> str:
    """The first words of a block that may be passive; empty where there are none."""
    for match in pattern.finditer(prose.text):
        words = " ".join(match.group(0).split())
        is_state = states.match(prose.text, match.start(1))
        if not is_state and not prose.allows(words, match.group(1)):
            return words
    return ""


CHECK = Check("passive", "A sentence says who does what.", "", Document, run)
