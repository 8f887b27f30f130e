"""The mark of a draft: fixed words that no translation and no theme can change or leave out.

The notice of a draft is a sentence of the interface, which a translator could get wrong. So every
page and text of the draft edition bears a word besides that no catalogue holds: in the title, in
the banner, at the head of each printed sheet, and in the first line of a text. Page shells are
given it ready-made, and an edition of which one file lacks it, or a release of which one bears it,
is refused before anything is written.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.artifact import Artifact
from pipeline.document import Direction, Edition
from pipeline.errors import PlainleafError, SourceErrors
from pipeline.place import Place
from pipeline.renderers._columns import isolate
from pipeline.renderers._shell import overrides

WORD = "DRAFT"
TITLE = f"{WORD} – "
ELEMENT = f'<p class="draft-mark"><span lang="en" dir="ltr" translate="no">{WORD}</span></p>'
SHEET = f'@top-center {{ content: "{WORD}" !important; font-size: 12pt; }}'
# What is important in a layer holds over all that a theme calls important outside of layers, and
# in the first layer over all others: so this stands before every other style.
STYLE = """\
@layer draft {
.draft-mark { display: block !important; visibility: visible !important; opacity: 1 !important; margin: 0 0 0.375rem !important; }
:has(> .draft-mark) { display: block !important; visibility: visible !important; opacity: 1 !important; }
.draft-mark span { display: inline-block !important; visibility: visible !important; opacity: 1 !important; padding: 0 0.5rem; border: 1px solid; border-radius: 0.25rem; background: Canvas !important; color: CanvasText !important; font-size: calc(1rem * var(--scale, 1)) !important; font-weight: 700; line-height: 1.6; }
}
"""  # noqa: E501  a rule a line: pages carry it as it stands here

# The margins of sheets know no layers: there the last word counts.
PRINT = "".join(f"@page{which} {{ {SHEET} }}\n" for which in ("", " :left", " :right", " :first"))

_REMARK = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(rb"<meta\b[^>]*>", re.IGNORECASE)
_TITLE = re.compile(rb"<title\b[^>]*>\s*" + TITLE.encode(), re.IGNORECASE)
_BODY = re.compile(rb"<body\b", re.IGNORECASE)
_DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


def opening(direction: Direction) -> str:
    """What a draft's line begins with, apart from a number that follows in other writing."""
    return TITLE if direction == "ltr" else isolate(WORD, "ltr") + TITLE.removeprefix(WORD)


def hides(page: bytes) -> bool:
    """Whether a page asks search engines to pass by."""
    return _hides(_halves(page)[0])


def _hides(head: bytes) -> bool:
    metas = (meta.lower() for meta in _META.findall(head))
    return any(b"robots" in meta and b"noindex" in meta for meta in metas)


def faults(artifact: Artifact, edition: Edition) -> Iterator[tuple[str, str]]:
    """What is wrong with a file's marks, and what to do; pictures and other parts bear none."""
    marks = _MARKS.get(artifact.media_type)
    for mark in marks(artifact.data) if marks else ():
        if edition == "draft" and not mark.there:
            yield mark.lacking, mark.remedy
        if edition == "release" and mark.left:
            yield mark.too_many, "Take it out: Plainleaf puts it in where it belongs."


def require(made: Iterable[Artifact], edition: Edition, theme: str) -> None:
    """Refuse an edition that could be mistaken for the other.

    Raises:
        SourceErrors: a file lacks the mark, or bears it in a release; each fault of a page shell is
            told once, and names the project's own files that the shell is made of.
    """
    found: dict[str, PlainleafError] = {}
    for artifact in made:
        for problem, remedy in faults(artifact, edition):
            own = overrides(artifact.shell, Path(theme)) if theme and artifact.shell else ()
            place = ", ".join(f"source/theme/{name}" for name in own) or artifact.path
            error = PlainleafError(problem, remedy, Place(place))
            found.setdefault(str(error), error)
    if found:
        raise SourceErrors(tuple(found.values()))


def _halves(page: bytes) -> tuple[bytes, bytes]:
    """The head and the body of a page, without remarks, which nobody sees."""
    page = _REMARK.sub(b"", page)
    start = _BODY.search(page)
    return (page[: start.start()], page[start.start() :]) if start else (page, b"")


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark of a draft in one file."""

    there: bool
    lacking: str
    remedy: str
    left: bool = False
    """Whether anything of it is there: a release bears nothing of it."""
    too_many: str = ""


def _on_page(data: bytes) -> Iterator[_Mark]:
    head, body = _halves(data)
    yield _Mark(
        _hides(head),
        "A draft's page does not ask search engines to pass by.",
        'Put <meta name="robots" content="noindex"> into its head.',
    )
    titled = bool(_TITLE.search(head))
    yield _Mark(
        titled,
        f"A draft's title does not begin with “{TITLE}”.",
        "Write <title>{{ draft_title }}, and the title after it.",
        titled,
        "A released page's title says that it is a draft.",
    )
    yield _Mark(
        ELEMENT.encode() in body,
        f"A draft's page does not say “{WORD}”.",
        "Write {{ draft_mark }} below the heading.",
        b"draft-mark" in body,
        "A released page says that it is a draft.",
    )
    printed = SHEET.encode() in head
    yield _Mark(
        printed,
        f"A draft's page does not say “{WORD}” on each sheet that is printed.",
        "Write <style>{{ style | safe }}</style> into its head.",
        printed,
        "A released page says on each printed sheet that it is a draft.",
    )


def _on_text(data: bytes) -> Iterator[_Mark]:
    starts = (page[:30].decode(errors="replace") for page in data.split(b"\f"))
    marked = [start.translate(_DIRECTIONS).split()[:1] == [WORD] for start in starts]
    yield _Mark(
        all(marked),
        f"Not every page of a draft's text begins with “{WORD}”.",
        "Let its renderer write it there.",
        any(marked),
        "A page of a released text begins as that of a draft does.",
    )


_MARKS = {"text/html": _on_page, "text/plain": _on_text}
