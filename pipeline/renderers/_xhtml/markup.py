"""Escaping, safe addresses, and the words of the interface as markup: below every HTML module."""

import re
from html import escape
from urllib.parse import quote

from pipeline.artifact import Interface, filled

TRUNK = {
    "au": ("61", "0"), "ca": ("1", "1"), "de": ("49", "0"), "es": ("34", ""), "fr": ("33", "0"),
    "gb": ("44", "0"), "ie": ("353", "0"), "in": ("91", "0"), "it": ("39", ""), "nl": ("31", "0"),
    "nz": ("64", "0"), "pl": ("48", ""), "pt": ("351", ""), "us": ("1", "1"),
}  # fmt: skip
"""Country code, and the prefix of national numbers that goes when the code is put before them
(ITU-T E.164 and E.123)."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = {"http", "https", "mailto", "tel"}
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_RUN = re.compile(rf"[+0-9{_LATIN}](?:[0-9{_LATIN} .,:/%°+\-–'’&@_]*[0-9{_LATIN}%°])?")
_TURNS = re.compile(rf"[{_LATIN}+/:%°–-]|\d \d")
"""What a right-to-left line would reorder: Latin letters, signs, and gaps between digits."""


class Html(str):
    """Markup that is escaped already; templates know it by `__html__`."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def text(words: str) -> str:
    """Words as they stand between tags."""
    return escape(words, quote=False)


def attribute(words: str) -> str:
    """Words as they stand between double quotation marks."""
    return text(words).replace('"', "&quot;")


def isolated(words: str) -> str:
    """Words of a right-to-left text, their left-to-right runs kept apart from what is around.

    Without that, `5-10 mg` is shown with its parts in another order.
    """
    parts, end = [], 0
    for run in _RUN.finditer(words):
        if _TURNS.search(run[0]):
            parts += [text(words[end : run.start()]), f'<bdi dir="ltr">{text(run[0])}</bdi>']
            end = run.end()
    return "".join([*parts, text(words[end:])])


def safe_href(href: str) -> str | None:
    """An address that a page may link to: http(s), mailto, tel, relative or `#`; None otherwise.

    Browsers skip blanks and control characters inside a scheme, so they do not hide one here.
    """
    scheme = _SCHEME.match(_UNSEEN.sub("", href))
    return None if scheme and scheme[1].lower() not in _SCHEMES else href.strip()


def tel(number: str, region: str) -> str:
    """The `tel:` address of a number as people of a region write it, in E.164 where it has one.

    Short numbers such as 999, and numbers behind a relay prefix such as 18001, have no
    international form and stay as they are dialled.
    """
    abroad = number.lstrip(" (").startswith(("+", "00"))
    digits = re.sub(r"\D", "", number.replace("(0)", "") if abroad else number)
    if abroad:
        return f"tel:+{digits.removeprefix('00')}"
    if region not in TRUNK or len(digits) <= 6 or (region == "gb" and digits.startswith("1800")):
        return f"tel:{digits}"
    code, trunk = TRUNK[region]
    return f"tel:+{code}{digits.removeprefix(trunk)}"


def note_id(name: str) -> str:
    """The id of a footnote on the page: visible ASCII, whatever the author called it.

    Ids that hold a colon are Plainleaf's own, so that they cannot meet the id of a heading.
    """
    return f"note:{quote(name, safe='').replace('%', '.')}"


def say(interface: Interface, msgid: str, **values: object) -> Html:
    """Words of the interface with `{name}` filled in, marked where they are in another language.

    A number is written as their language writes it. Any other value is escaped unless it is `Html`;
    such words of the page keep its language within a sentence that is in another.
    """
    words, shown = interface.choose(msgid)
    own = shown.lang == interface.locale
    marks = "" if own else f' lang="{attribute(interface.locale)}" dir="{interface.direction}"'
    inner = {name: _markup(each, marks) for name, each in values.items()}
    said = filled(text(words), shown.lang, **inner)
    if own:
        return Html(said)
    return Html(f'<span lang="{attribute(shown.lang)}" dir="{shown.direction}">{said}</span>')


def label(interface: Interface, msgid: str, **values: str | int) -> str:
    """An `aria-label` for an element whose visible text is part of it, with its language."""
    words, shown = interface.choose(msgid)
    name = f' aria-label="{attribute(filled(words, shown.lang, **values))}"'
    if shown.lang == interface.locale:
        return name
    return f'{name} lang="{attribute(shown.lang)}" dir="{shown.direction}"'


def _markup(value: object, marks: str) -> str | int:
    if isinstance(value, int):
        return value
    if not isinstance(value, Html):
        return text(str(value))
    return f"<bdi{marks}>{value}</bdi>" if marks else value
