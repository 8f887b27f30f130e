"""How often words are used in each language, on the Zipf scale.

The Zipf scale is the ten-log of how often a word stands in a thousand million words: 7 is "the", 3
is once in a million. W. J. B. van Heuven, P. Mandera, E. Keuleers, M. Brysbaert, "SUBTLEX-UK",
Quarterly Journal of Experimental Psychology 67(6), 2014.

Most lists are the small ones of wordfreq 3 (R. Speer, data CC BY-SA 4.0), with every word of Zipf 3
and more. They are read from its files, without importing it: its import takes longer than all that
is done here, for tools of normalisation and of languages that are not needed. Where it has no list,
a thin one stands in, counted from a set of translated news (`data/level/thin/`).
"""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from math import log10
from pathlib import Path
from typing import Any

from pipeline.level.spaceless import with_beginnings

_THIN = Path(__file__).parent.parent / "data" / "level" / "thin"
UNKNOWN = 2.0
"""The Zipf value of a word that is in no list of wordfreq, nor any form of it."""
THIN_UNKNOWN = 3.8
"""The same for a thin list, in which a word that stands once has about 4.4."""
_FAR, _STEM, _CUT = 0.5, 4, 3
"""A form of a listed word is rarer than it by so much, has so many letters in common with it at its
beginning, and so many of its own at the end at most."""
_STEP = 0.2
_ENGLISH_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ied", "y")),
    *(("ing", ""), ("ing", "e"), ("er", ""), ("ly", ""), ("'s", "")),
)


class Frequencies:
    """The words of one language and how common each is."""

    def __init__(self, language: str, zipf: Mapping[str, float], unknown: float) -> None:
        self.language = language
        self.zipf = zipf
        self.unknown = unknown
        self._stems: dict[str, float] | None = None

    def of(self, word: str) -> float:
        """The Zipf value of a folded word; of joined words that of the rarest part."""
        listed = self.zipf.get(word)
        if listed is None and ("-" in word or "'" in word or "\u2011" in word):
            parts = word.replace("-", "'").replace("\u2011", "'").split("'")
            return min((self._of_part(part) for part in parts if part), default=self.unknown)
        return self._of_part(word)

    def _of_part(self, word: str) -> float:
        listed = self.zipf.get(word)
        found = self._of_stem(word) if listed is None else listed
        if self.language == "en":
            for ending, other in _ENGLISH_ENDINGS:
                if word.endswith(ending) and len(word) - len(ending) >= 3:
                    base = self.zipf.get(word[: len(word) - len(ending)] + other, 0.0)
                    found = max(found, base - _STEP)
        return found

    def _of_stem(self, word: str) -> float:
        """The value of a word that is not listed, by the words that begin as it does."""
        if self.unknown > UNKNOWN:
            return self.unknown
        if self._stems is None:
            self._stems = _stems(self.zipf)
        found = self.unknown
        for cut in range(_CUT + 1):
            stem = word[: len(word) - cut]
            if len(stem) < _STEM:
                break
            found = max(found, self._stems.get(stem, 0.0) - _FAR - _STEP * cut)
        return found


def _stems(zipf: Mapping[str, float]) -> dict[str, float]:
    """For each beginning of a listed word the value of the commonest, less what it is longer."""
    found: dict[str, float] = {}
    for word, value in zipf.items():
        size = len(word)
        for cut in range(min(_CUT, size - _STEM) + 1):
            stem, worth = word[: size - cut], value - _STEP * cut
            if found.get(stem, 0.0) < worth:
                found[stem] = worth
    return found


@cache
def frequencies(language: str) -> Frequencies | None:
    """The list of a language; None where there is none, or where wordfreq is not installed."""
    thin = _THIN / f"{language}.json"
    if thin.exists():
        return thin_list(language, json.loads(thin.read_text(encoding="utf-8")))
    packed = _unpacked(f"small_{language}.msgpack.gz")
    if packed is None:
        return None
    # The first entry is a heading; the bucket at n holds the words of 10 ** (-n / 100).
    zipf = {word: 9 - place / 100 for place, bucket in enumerate(packed[1:]) for word in bucket}
    return Frequencies(language, zipf, UNKNOWN)


def thin_list(language: str, counted: Mapping[str, Any]) -> Frequencies:
    """A list from words by how often they stand in a text of so many words."""
    zipf = {
        word: log10(int(count) / counted["total"]) + 9
        for count, words in counted["words"].items()
        for word in words.split()
    }
    return Frequencies(language, zipf, THIN_UNKNOWN)


@cache
def simplified() -> dict[int, str]:
    """Traditional characters of Chinese → simplified ones; empty without wordfreq."""
    return _unpacked("_chinese_mapping.msgpack.gz") or {}


@cache
def chances(language: str) -> dict[str, float]:
    """Ten-logs of how likely each word of a language is, for `parted`; empty without a list."""
    listed = frequencies(language)
    words = listed.zipf.items() if listed else ()
    return with_beginnings({word: value - 9 for word, value in words})


def _unpacked(name: str) -> Any:
    package, msgpack = find_spec("wordfreq"), find_spec("msgpack")
    if not package or not msgpack or not package.submodule_search_locations:
        return None
    file = Path(package.submodule_search_locations[0]) / "data" / name
    if not file.exists():
        return None
    from msgpack import unpackb  # noqa: PLC0415  one of an extra, which may not be installed

    return unpackb(gzip.decompress(file.read_bytes()), strict_map_key=False)
