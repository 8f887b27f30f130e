"""No word stands twice by mistake."""

import re
import unicodedata
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, pairs, sparingly
from pipeline.checks._voice import Voice
from pipeline.markup import running
from pipeline.outcome import Outcome
from pipeline.slots import PLACEHOLDER

_DOUBLED = re.compile(
    r"(?<![\w'’-])([^\W\d_]{2,40})[ \u00a0]{1,3}\1(?![\w'’-]|\.\w)", re.IGNORECASE
)
_TWICE = re.compile(
    r"(?<!\w)([^\W\d_]{2,40})(?:[ -](?:to|by|and|after|in|on|for))?[ \u00a0-]{1,3}\1(?!\w)",
    re.IGNORECASE,
)
"""One-to-one, day by day: a source that says a word twice."""
_TAGS = (
    "af am bn ceb fa fil gu haw hi id ja jv km kn ko lo mg mi ml mr ms my ne or pa pap si sm st su "
    "sw ta te th ti tl tn to tr tk az kk ky uz ur vi xh yo yue zh zu"
)
_SPEAKS_TWICE = frozenset(_TAGS.split())
"""Languages in which a word is said twice for a reason: many, each, slowly."""
_AT_HOME = {
    "fr": "nous vous", "de": "die der das sie", "nl": "dat die had je", "es": "se no", "pt": "se",
    "it": "via così man piano", "pl": "co tak", "ru": "что еле чуть", "en": "that had",
    "ar": "شيئا رويدا", "he": "לאט יום", "hy": "", "ro": "nouă",
}  # fmt: skip
"""Words that may follow themselves."""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look for words that follow themselves in the translation, and do not in the source."""
    voice = Voice(
        "doubled-words", "", circumstances.locale, circumstances.leaflet, who="translator"
    )
    compared = pairs(catalogue)
    language = circumstances.locale.partition("-")[0]
    if not compared or language in _SPEAKS_TWICE:
        said = "Nothing is translated, or the language says words twice on purpose."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    doubts, failed = [], 0
    for pair in compared:
        for word in _doubled(pair, _AT_HOME.get(language, "").split()):
            said = f"“{word}” stands twice. Take one away, if that is a slip."
            if len(word) > 2 and _is_small(word):
                failed += 1
                yield voice.say("failed", said, pair.message.place, pair.message.msgid)
            else:
                doubts.append((1.0, said, pair.message))
    yield from sparingly(doubts, len(compared), voice, catalogue)
    if not doubts and not failed:
        yield voice.say("passed", f"Messages looked at: {len(compared)}.", catalogue.place)


def _doubled(pair: Pair, at_home: list[str]) -> list[str]:
    text = unicodedata.normalize("NFC", running(PLACEHOLDER.sub("…", pair.msgstr)))
    found = dict.fromkeys(_DOUBLED.findall(text)) if " " in text or "\u00a0" in text else {}
    if not found or _TWICE.search(running(pair.msgid)):
        return []
    return [one for one in found if one.casefold() not in at_home]


def _is_small(word: str) -> bool:
    """Whether a word is no name: names may follow themselves."""
    return word == word.casefold()


CHECK = Check("doubled-words", "No word stands twice by mistake.", "", Catalogue, run)
