"""The words of a sentence in any language, as its writer wrote them and as word lists have them.

A word is a run of letters, marks and digits, with what an apostrophe or a hyphen joins to it; a
number with its unit is one word. Chinese and Japanese, which put no blanks between words, are
parted in `spaceless`. Arabic vowel marks and the tatweel are left out, since most texts are
written without them; other marks, above all the vowels of India, are part of their word. Letters
with hamza stay as they are, since the word lists keep them apart as well.
"""

import re
import unicodedata

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0970-\u0dff"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u3099\u309a"
)
"""Marks that belong to a word and that `\\w` leaves out, and the two joiners."""
_UNITS = "mg|kg|g|µg|mcg|ml|cl|dl|l|mm|cm|m|km|h|min|s|°C|°F|°|%|٪|мг|кг|\u0433|мл|см|мм|км|м|л"
_TOKEN = re.compile(
    rf"\d+(?:[.,:/\u066b\u066c]\d+)*(?:[ \u00a0\u202f]?(?:{_UNITS})(?![\w{_MARKS}])|[\w{_MARKS}]*)"
    rf"|[\w{_MARKS}]+(?:['\-\u2010\u2011][\w{_MARKS}]+)*"
)
_ELISION = re.compile(
    r"(?<![\w'])([^\W\d]{1,2}|jusqu|lorsqu|puisqu|quoiqu|\w+ll|\w+st)'(?=[^\W\d])", re.IGNORECASE
)
_VOWELLING = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_CURLY = str.maketrans("’‘\u02bc\uff07", "''''")

_ELIDING = frozenset({"fr", "it", "ca"})
"""Languages in which l'eau and dell'acqua are two words."""
_COMPATIBLE = frozenset({"ar", "fa", "ur", "hi", "bn", "gu", "pa", "zh", "ja", "ko"})
"""Languages whose lists were counted after compatibility normalisation."""
_ABJAD = frozenset({"ar", "fa", "ur"})


def normalised(text: str, language: str) -> str:
    """A text with straight apostrophes, composed letters, and no Arabic vowel marks."""
    if text.isascii():
        return text
    text = text.translate(_CURLY)
    text = unicodedata.normalize("NFKC" if language in _COMPATIBLE else "NFC", text)
    return _VOWELLING.sub("", text) if language in _ABJAD else text


def folded(word: str, language: str) -> str:
    """A word in small letters as lists have it: Turkish keeps its two letters i apart."""
    if language == "tr":
        word = word.replace("İ", "i").replace("I", "\u0131")
        return word.casefold().replace("ș", "ş").replace("ț", "ţ")
    if language == "ro":
        return word.casefold().replace("ş", "ș").replace("ţ", "ț")
    return word.casefold()


def tokens(sentence: str, language: str) -> list[str]:
    """The words of a sentence that is normalised, with their capitals."""
    if language in _ELIDING and "'" in sentence:
        sentence = _ELISION.sub(r"\1 ", sentence)
    return _TOKEN.findall(sentence)
