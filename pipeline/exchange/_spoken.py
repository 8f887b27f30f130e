"""Texts of catalogues as people outside read them: links are words, names of values are values.

What is not understood stays as it is written: nothing that is signed may be hidden.
"""

import re
from collections.abc import Mapping

from pipeline.document import Segment
from pipeline.locale import Locale, direction_of, is_tag
from pipeline.renderers._xhtml import Html
from pipeline.renderers._xhtml.markup import attribute, isolated, text

_MARKS = re.compile(
    r"!?\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?P<title>\s[^()]*)?\)"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|\{region:(?P<value>[\w-]+)\}"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!-])"
)
_WITHIN = re.compile(r"(term:|#|[\w-]+\.md\b)")
"""Addresses that say nothing to whoever reads a translation."""
_CALLOUT = re.compile(r"\[!([\w-]+)\] ?(.*)", re.DOTALL)


def shown(words: str, locale: Locale, values: Mapping[str, str]) -> Html:
    """A text as markup, in a language that is marked already."""
    parts, end = [], 0
    for found in _MARKS.finditer(words):
        parts.append(_plain(words[end : found.start()], locale))
        parts.append(_mark(found, locale, values))
        end = found.end()
    return Html("".join([*parts, _plain(words[end:], locale)]))


def _plain(words: str, locale: Locale) -> str:
    marked = isolated(words) if locale.direction == "rtl" else text(words)
    return marked.replace("\n", "<br>")


def _mark(found: re.Match[str], locale: Locale, values: Mapping[str, str]) -> str:
    if found["strong"] is not None:
        return f"<strong>{_plain(found['strong'], locale)}</strong>"
    if found["escaped"] is not None:
        return text(found["escaped"])
    if found["value"] is not None:
        value = values.get(found["value"], "")
        said = value or f"[to be supplied: {found['value']}]"
        return f'<bdi class="value">{text(said)}</bdi>'
    target, words = found["target"], found["words"]
    if target.startswith("lang:") and is_tag(tag := target.removeprefix("lang:")):
        return f'<span lang="{attribute(tag)}" dir="{direction_of(tag)}">{text(words)}</span>'
    link = f'<span class="link">{_plain(words, locale)}</span>'
    if _WITHIN.match(target) and not (found["title"] or "").strip():
        return link
    return f'{link} <bdi class="address" dir="ltr">({text(target + (found["title"] or ""))})</bdi>'


def where(segment: Segment) -> str:
    """Where a text stands, from the outside in, and what it is."""
    above = [_around(one) for one in (*segment.within, *segment.around)]
    return " › ".join([*(one for one in above if one), segment.kind])


def _around(msgid: str) -> str:
    if callout := _CALLOUT.fullmatch(msgid):
        kind = f"box “{callout[1].replace('-', ' ')}”"
        return f"{kind}: {bare(callout[2])}" if callout[2].strip() else kind
    return bare(msgid)


def bare(words: str) -> str:
    """The words of a text alone."""
    return _MARKS.sub(
        lambda found: found["words"] or found["strong"] or found["value"] or found["escaped"] or "",
        words,
    ).strip()
