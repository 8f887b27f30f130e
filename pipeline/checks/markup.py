"""Marks of a translation pair up, and it holds no HTML that its source does not hold."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._messages import (
    Pair,
    guard_of,
    guarded,
    in_the_sources_language,
    is_program,
)
from pipeline.checks._voice import Voice
from pipeline.guard import brackets
from pipeline.outcome import Outcome

_HARMLESS = re.compile(
    r"<(/?)(abbr|b|bdi|cite|code|em|i|kbd|q|s|small|strong|sub|sup|u)\s*>|<(?:br|wbr)\s*/?>",
    re.IGNORECASE,
)
_HTML = (
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas "
    "caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em "
    "embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hr html i iframe img input ins kbd label legend li link main map mark math menu meta "
    "meter nav noscript object ol optgroup option output p param picture pre progress q s samp "
    "script section select slot small source span strike strong style sub summary sup svg table "
    "tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
)
_ELEMENTS = frozenset(_HTML.split())
_WORDS_IN_ANGLES = re.compile(r"<+([^\W\d_][^<>/'=!?]*)>+")


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Put the guards of marks and of HTML to every translation.

    In a program's texts Markdown's marks are but characters, `<file>` is a word in angles, and a
    language may need an `<i>` or a `<sup>` of its own: these are for a person to look at. Brackets
    pair up in a program, too.
    """
    voice = Voice("markup", "", circumstances.locale, circumstances.leaflet, who="translator")
    program = is_program(catalogue)

    def is_fault(pair: Pair) -> bool:
        own = in_the_sources_language(pair, circumstances.locale)
        return not program or bool(_plain(own).findings(guard_of("tags")))

    def is_torn(pair: Pair) -> bool:
        return not program or all(any(brackets(one, pair.msgstr)) for one in pair.sources)

    marks = list(guarded("markup", catalogue, voice, is_torn))
    html = list(guarded("tags", catalogue, voice, is_fault))
    found = [one for one in (*marks, *html) if one.verdict in {"failed", "cantTell"}]
    yield from found or (html if marks[0].verdict == "inapplicable" else marks)


def _plain(pair: Pair) -> Pair:
    """The pair without tags that do no harm and words in angles."""
    sources = tuple(_without(one) for one in pair.sources)
    return replace(pair, sources=sources, msgstr=_without(pair.msgstr))


def _without(text: str) -> str:
    text = text.replace("…", "...")
    depth: Counter[str] = Counter()
    for closing, name in _HARMLESS.findall(text):
        depth[name.lower()] += -1 if closing else 1
    if not any(depth.values()):
        text = _HARMLESS.sub(" ", text)
    return _WORDS_IN_ANGLES.sub(lambda match: _shown(match, text), text)


def _shown(match: re.Match[str], text: str) -> str:
    name = match[1].split()[0]
    is_tag = name.casefold() in _ELEMENTS or f"</{name}" in text
    return match[0] if is_tag else match[1]


CHECK = Check("markup", "Marks pair up, and no HTML is new.", "", Catalogue, run)
