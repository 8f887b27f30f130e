"""A translation is in the script of its language, letter by letter."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import Pair, pairs, sparingly
from pipeline.checks._voice import Voice
from pipeline.locale import scripts_of
from pipeline.markup import running
from pipeline.outcome import Outcome

_NAMES = {
    "Arab": "ARABIC", "Armn": "ARMENIAN", "Beng": "BENGALI", "Bopo": "BOPOMOFO",
    "Cyrl": "CYRILLIC", "Deva": "DEVANAGARI", "Ethi": "ETHIOPIC", "Geor": "GEORGIAN",
    "Grek": "GREEK", "Gujr": "GUJARATI", "Guru": "GURMUKHI", "Hang": "HANGUL", "Hani": "CJK",
    "Hebr": "HEBREW", "Hira": "HIRAGANA", "Kana": "KATAKANA", "Khmr": "KHMER", "Knda": "KANNADA",
    "Laoo": "LAO", "Latn": "LATIN", "Mlym": "MALAYALAM", "Mymr": "MYANMAR", "Orya": "ORIYA",
    "Sinh": "SINHALA", "Taml": "TAMIL", "Telu": "TELUGU", "Thai": "THAI", "Tibt": "TIBETAN",
}  # fmt: skip
"""How Unicode begins the names of the letters of each script."""
_KNOWN = frozenset(_NAMES.values())
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(
    "(?<=[A-Za-z])(?=[\u2e80-\u9fff\uac00-\ud7af])|(?<=[\u2e80-\u9fff\uac00-\ud7af])(?=[A-Za-z])"
)
"""Where Latin and Chinese, Japanese or Korean letters meet: two words, though no blank is set."""
_ALIKE = frozenset("асеорхуіјѕһԁԛԝьАВСЕНІЈКМОРЅТХУҮαοινρτυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Letters of Cyrillic and Greek that look like Latin ones."""
_NEIGHBOURS = {"ar": re.compile(r"\w*[\u06a9\u06be\u06c0-\u06c3\u06cc\u06d2\u06d5]\w*")}
"""Words with letters of another language's keyboard, which look like the language's own: kaf, yeh
and heh of Persian, Urdu and Kurdish.
"""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Words that mix scripts by look-alikes fail; letters that the source has not are a doubt."""
    voice = Voice("scripts", "", circumstances.locale, circumstances.leaflet, who="translator")
    expected = {_NAMES.get(one, "") for one in scripts_of(circumstances.locale)} - {""}
    compared = pairs(catalogue)
    if not compared or not expected:
        said = "Nothing is translated, or the script of the language is not known."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    doubts, failed, language = [], 0, circumstances.locale.partition("-")[0]
    for pair in compared:
        text = running(pair.msgstr)
        if text.isascii() and "LATIN" in expected:
            continue
        if mixed := [*filter(_is_mixed, _WORD.findall(text)), *_borrowed(pair, text, language)]:
            failed += 1
            said = f"Letters of two alphabets look alike in “{mixed[0]}”. Type the word again."
            yield voice.say("failed", said, pair.message.place, pair.message.msgid)
        elif strange := _strange(pair, text, expected):
            said = f"Another script than the language's: “{strange[0]}”. See that it is meant."
            doubts.append((float(sum(map(len, strange))), said, pair.message))
    yield from sparingly(doubts, len(compared), voice, catalogue)
    if not doubts and not failed:
        yield voice.say("passed", f"Messages looked at: {len(compared)}.", catalogue.place)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first if first in _KNOWN else ""


def _is_mixed(word: str) -> bool:
    """Whether Latin letters and their look-alikes stand in one word, and the fewer could be either.

    A Latin short form with an ending of another script is fair: it has letters that look like none.
    """
    if word.isascii():
        return False
    scripts = Counter(_script(letter) for letter in word)
    if len(scripts) < 2 or not scripts["LATIN"] or not (scripts["CYRILLIC"] or scripts["GREEK"]):
        return False
    if scripts["LATIN"] >= scripts["CYRILLIC"] + scripts["GREEK"]:
        return all(one in _ALIKE for one in word if _script(one) in {"CYRILLIC", "GREEK"})
    latin = [one for one in word if _script(one) == "LATIN"]
    return all(one in "aceopxyijsABCEHIKMOPSTXYZN" for one in latin)


def _borrowed(pair: Pair, text: str, language: str) -> list[str]:
    """Words with letters of a neighbour's alphabet that the source does not have."""
    found = _NEIGHBOURS[language].findall(text) if language in _NEIGHBOURS else []
    return [word for word in found if word not in pair.msgid]


def _strange(pair: Pair, text: str, expected: set[str]) -> list[str]:
    """Words in scripts that neither the language nor the source has."""
    source = {word.casefold() for word in _WORD.findall(pair.msgid)}
    known = expected | {_script(one) for one in running(pair.msgid)} - {"LATIN"} | {""}
    words = _WORD.findall(_JOINT.sub(" ", text))
    found = [one for one in words if _script(one[0]) not in known]
    return [one for one in found if one.casefold() not in source and len(one) > 2]


CHECK = Check("scripts", "Letters are those of the language's script.", "", Catalogue, run)
