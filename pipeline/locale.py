"""What is different about each language; the only door to Babel.

Locale codes map both ways between BCP 47, which pages use, and gettext, which catalogues use.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

import babel
from babel.core import get_global
from babel.dates import format_date
from babel.messages.plurals import get_plural
from babel.numbers import format_decimal

Direction = Literal["ltr", "rtl"]

_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
_VARIANTS = {"valencia"}
_ZEROS = {
    "adlm": 0x1E950, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "cakm": 0x11136,
    "deva": 0x966, "hmnp": 0x1E140, "mtei": 0xABF0, "mymr": 0x1040, "nkoo": 0x7C0,
    "olck": 0x1C50, "tibt": 0xF20,
}  # fmt: skip
"""The digit 0 of each numbering system that CLDR gives a language by default, but for `latn`; the
others follow it. Babel knows a system's separators and not its digits."""


_WESTERN = {"bn"}
"""Languages whose leaflets have Western digits although CLDR gives them others: readers in the UK
meet phone numbers, doses and dates on one page, and a page has one set of digits."""
_DAY_FIRST = {("so", "gb"): "d MMMM y"}
"""Patterns of dates by language and region, where CLDR has none for the two and the language's own
puts the month first, as nobody there does."""
_MEANT = {"pt": "pt_PT"}
"""What a bare tag means here, where CLDR takes it for a wider one: Portuguese as in Portugal."""
_MIXED = {
    "Jpan": ("Hira", "Kana", "Hani"), "Kore": ("Hang", "Hani"), "Hans": ("Hani", "Bopo"),
    "Hant": ("Hani", "Bopo"),
}  # fmt: skip
"""Ways of writing that mix scripts."""


class UnknownLocale(ValueError):
    """A tag that names no language that CLDR knows."""


@dataclass(frozen=True, slots=True)
class Locale:
    """A language as it is written somewhere."""

    tag: str
    """BCP 47, such as `zh-Hans`."""
    gettext: str
    """The same for gettext, such as `zh_Hans`."""
    direction: Direction
    autonym: str
    english_name: str
    plural_forms: str
    """The value of a catalogue's Plural-Forms header."""

    def __str__(self) -> str:
        return self.tag


def bcp47(name: str) -> str:
    """The BCP 47 tag of a gettext name: `zh_Hans` → `zh-Hans`, `sr@latin` → `sr-Latn`.

    Source: the gettext manual, "Locale Names"; https://www.rfc-editor.org/info/bcp47.
    """
    base, _, modifier = name.partition("@")
    parts = base.replace("_", "-").split("-")
    if modifier in _MODIFIERS:
        parts.insert(1, _MODIFIERS[modifier])
    elif modifier:
        parts.append(modifier)
    return "-".join(_cased(part, first=index == 0) for index, part in enumerate(parts))


def gettext_name(tag: str) -> str:
    """The gettext name of a BCP 47 tag: `zh-Hans` → `zh_Hans`, `ca-valencia` → `ca@valencia`."""
    parts = bcp47(tag).split("-")
    variants = [part for part in parts if part in _VARIANTS]
    plain = "_".join(part for part in parts if part not in _VARIANTS)
    return "@".join([plain, *variants])


def _cased(part: str, *, first: bool) -> str:
    """A subtag in its customary case: language, Script, REGION, variant (RFC 5646, 2.1.1)."""
    if first or len(part) > 4:
        return part.lower()
    return part.title() if len(part) == 4 else part.upper()


@cache
def locale_of(name: str) -> Locale:
    """The locale of a BCP 47 tag or a gettext name.

    Raises:
        UnknownLocale: CLDR does not know the language.
    """
    tag = bcp47(name)
    known = _babel(tag)
    language = known.language.partition("-")[0]
    direction: Direction = "rtl" if known.text_direction == "rtl" else "ltr"
    autonym = known.get_display_name(known) or tag
    return Locale(
        tag=tag,
        gettext=gettext_name(tag),
        direction=direction,
        autonym=autonym[:1].upper() + autonym[1:],
        english_name=known.get_display_name("en") or tag,
        plural_forms=get_plural(language).plural_forms,
    )


@cache
def _babel(tag: str) -> babel.Locale:
    plain = "_".join(part for part in tag.split("-") if part not in _VARIANTS)
    try:
        return babel.Locale.parse(_MEANT.get(plain, plain))
    except (ValueError, babel.UnknownLocaleError) as error:
        raise UnknownLocale(f"“{tag}” is no language that CLDR knows.") from error


def name_in(locale: Locale, reader: Locale) -> str:
    """The name of a locale in the language of a reader: Polish is `بولندية` in Arabic."""
    return _babel(locale.tag).get_display_name(_babel(reader.tag)) or locale.autonym


def written_date(day: date, locale: Locale, region: str) -> str:
    """A date in the long form of a language in a region: `en` in `gb` gives 6 August 2018."""
    language = known = _babel(locale.tag)
    # Where CLDR has no such pair, the language's own form is right.
    with suppress(babel.UnknownLocaleError):
        known = babel.Locale(known.language, territory=region.upper(), script=known.script)
    pattern = _DAY_FIRST.get((language.language, region), "long")
    return _digits(format_date(day, format=pattern, locale=known), language)


@lru_cache(maxsize=1024)
def written_number(number: int, locale: Locale) -> str:
    """A number with the digits and separators of a language: 1234 is `1,234` in English."""
    known = _babel(locale.tag)
    return _digits(format_decimal(number, locale=known, numbering_system="default"), known)


@cache
def months_in(locale: Locale) -> tuple[tuple[str, ...], ...]:
    """The names of the twelve months as a language writes them, small letters, longest first."""
    names = _babel(locale.tag).months
    found = [
        {str(names[use][width][n]).casefold() for use in names for width in ("wide", "abbreviated")}
        for n in range(1, 13)
    ]
    return tuple(tuple(sorted(each, key=len, reverse=True)) for each in found)


@cache
def scripts_of(tag: str) -> tuple[str, ...]:
    """The scripts that a language is written in, such as `Arab`, the customary one first.

    Source: CLDR's likely subtags; Japanese and Korean mix scripts, and Serbian has two.
    """
    language, _, rest = bcp47(tag).partition("-")
    named = next((part for part in rest.split("-") if len(part) == 4), "")
    likely = get_global("likely_subtags").get(language, "").split("_")
    script = named or next((part for part in likely[1:] if len(part) == 4), "")
    return _MIXED.get(script, (script,)) if script else ()


def _digits(text: str, locale: babel.Locale) -> str:
    """A text with the digits that a language uses by default."""
    western = locale.language in _WESTERN
    zero = None if western else _ZEROS.get(locale.default_numbering_system)
    return text.translate({ord(str(n)): zero + n for n in range(10)}) if zero else text


def is_tag(tag: str) -> bool:
    """Whether this is a tag of a language that CLDR knows."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
        return False
    try:
        _babel(bcp47(tag))
    except UnknownLocale:
        return False
    return True


def direction_of(tag: str) -> Direction:
    """The direction in which a language is written."""
    return locale_of(tag).direction
