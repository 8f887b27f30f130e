"""The order of words in lists, and the letter under which each stands, language by language.

CLDR has such orders among its rules of collation, which Babel does not carry. Chinese is sorted by
pinyin, as its readers look words up: syllable by syllable, then by tone.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from pipeline.locale import Locale

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS = {
    "cy": "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y",
    "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
    "pa": (
        "ੳ ਉ ਊ ਓ ਅ ਆ ਐ ਔ ੲ ਇ ਈ ਏ ਸ ਹ ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ੜ"
    ),
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",  # noqa: RUF001  Cyrillic
    "ur": (  # Urdu has letters that Arabic has not.
        "ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض "  # noqa: RUF001  Urdu
        "ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے"  # noqa: RUF001  Urdu
    ),
}
"""Letters with places of their own, those of two signs too. Other scripts stand in the order of
their code points."""
_DOTS = {"\u093c", "\u09bc", "\u0a3c"}
"""Signs that make a sound of another language of a letter, and no letter of its own."""
_BEHIND = 0x110000
"""More than any code point."""
_BLANK = -20
"""Less than any letter, and than any tone."""


def alphabetical(text: str, locale: Locale) -> tuple[tuple[int, ...], str]:
    """What words are sorted by in a language: letter by letter, blanks first, case aside.

    A letter that the alphabet of the language has of its own, such as Polish ł or Welsh dd, has its
    own place; any other mark on a letter is looked at last. The article of Arabic does not count.
    Words in Latin letters, such as DNA, come after those in the script of the language; in Chinese
    they stand among those whose pinyin begins like them.
    """
    letters = _alphabet(locale)
    places = {letter: place for place, letter in enumerate(letters)}
    ranks, is_chinese = [], locale.tag.partition("-")[0] == "zh"
    for letter in _letters(_bare(text, locale), letters):
        base = unicodedata.normalize("NFD", letter)[0]
        if is_chinese and letter.isdigit():
            ranks.append(int(letter) - 10)  # a tone, which comes before any further letter
        elif letter in places or base.isalnum() or _is_vowel(base):
            last = _BEHIND if base in _LATIN else 0
            ranks.append(places.get(letter, places.get(base, len(letters) + ord(base) + last)))
        elif letter.isspace() or letter in "-/":
            ranks.append(_BLANK)
    return tuple(ranks), text


def initial(text: str, locale: Locale) -> str:
    """The letter under which a word stands in a list; empty where it begins with none."""
    letters = _alphabet(locale)
    for letter in _letters(_bare(text, locale), letters):
        base = unicodedata.normalize("NFD", letter)[0]
        if base.isalpha():
            return (letter if letter in letters else base).capitalize()
    return ""


def _is_vowel(sign: str) -> bool:
    """Whether this is a vowel's sign in a script of India, which follows its consonant."""
    return "\u0900" <= sign <= "\u0dff" and sign not in _DOTS


def _letters(text: str, alphabet: tuple[str, ...]) -> Iterator[str]:
    """The letters of a word; two signs are one where the alphabet has them as one."""
    at = 0
    while at < len(text):
        size = 2 if text[at : at + 2] in alphabet else 1
        yield text[at : at + size]
        at += size


@cache
def _alphabet(locale: Locale) -> tuple[str, ...]:
    """Letters with places of their own; none in a script whose code points are in its order."""
    language = locale.tag.partition("-")[0]
    first = unicodedata.normalize("NFD", locale.autonym)[0].lower()
    is_latin = first in _LATIN or language == "zh"
    return tuple(_ALPHABETS.get(language, _LATIN if is_latin else "").split())


def _bare(text: str, locale: Locale) -> str:
    language, lowered = locale.tag.partition("-")[0], unicodedata.normalize("NFC", text).lower()
    if language == "zh":
        from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  slow to load, and for one language

        return " ".join(lazy_pinyin(lowered, style=Style.TONE3))
    if language == "ur":
        lowered = lowered.replace("\u0626", "\u06cc")  # yeh with hamza is a yeh
    return lowered.removeprefix("ال") if language == "ar" else lowered
