"""Large print as a text file: one column, short lines, and nothing that only an eye understands.

The file is for a printer and for a screen reader alike. It holds no drawn lines or boxes, which a
screen reader spells out; what a page shows by its look is said in words of the page's language. The
figures follow UKAAF's large print standards (G003 of 2019, MS03 of 2012): no type below 16 point,
lines that start at one edge, and nothing split over a line's end.

A checklist's boxes are one such look: `[ ]` is read as brackets and `□` as a shape, or not at all.
So its items are numbered, to be ticked and found by ear, and a line says what for. Room to write is
announced and then left empty, as rows of underscores are read one by one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import groupby

from pipeline.artifact import Artifact, Context, Offer, Renderer
from pipeline.document import Definition, Document
from pipeline.locale import locale_of, name_in, written_date
from pipeline.renderers._columns import Strip, isolate, paginate, unbroken, width
from pipeline.renderers._counts import counts
from pipeline.renderers._draftmark import opening
from pipeline.renderers._strips import Writer


@dataclass(frozen=True, slots=True)
class Preset:
    """A size of type and what fits on A4 with margins of 20 mm and a line spacing of 1.5."""

    points: int
    columns: int
    """170 mm, at 0.6 of the type size a letter."""
    lines: int
    """257 mm, at 1.5 times the type size a line."""


PRESETS = {
    preset.points: preset
    for preset in (
        Preset(16, 50, 30), Preset(18, 44, 26), Preset(20, 40, 24),
        Preset(24, 33, 20), Preset(28, 28, 17),
    )
}  # fmt: skip
"""By points."""


def _(msgid: str) -> str:
    """Mark a sentence of the interface for extraction."""
    return msgid


_OFFER = Offer(
    # Translators: stands above a list of links to large print, one for each size of letters.
    lead=_(
        "These files are plain text in {language}, for paper of size A4. "
        "Choose the size of letters that is easiest for you to read."
    ),
    # Translators: a link to the leaflet as a text file for printing in large letters.
    link=_("Large print, {points} point (pages: {pages}, {kilobytes} KB)"),
    # Translators: stands before short links to sizes of letters, such as “16 point”.
    short_lead=_("Large print, plain text in {language}:"),
    # Translators: a link to a leaflet in large print; the number is the size of its letters.
    short_link=_("{points} point"),
)


def renderer(points: int) -> Renderer:
    """The renderer for one size of type."""
    preset = PRESETS[points]

    def render(document: Document, context: Context) -> tuple[Artifact, ...]:
        return (large_print(document, context, preset),)

    return Renderer(_name(preset), ".txt", render, _OFFER, (("points", points),))


def large_print(document: Document, context: Context, preset: Preset) -> Artifact:
    """A document as a text file for one size of type; its notes name each line that overflows."""
    pages = _pages(_leaflet(_Pair(document, context)), preset)
    leaflet, locale = document.leaflet, document.locale
    return Artifact(
        path=f"{locale}/{leaflet}/{leaflet}.{_name(preset)}.{locale}.txt",
        media_type="text/plain",
        data="\f".join(["".join([f"{line}\n" for line in page]) for page in pages]).encode(),
        notes=tuple(_overflow(pages, preset)),
        pages=len(pages),
    )


def _name(preset: Preset) -> str:
    return f"large-print-{preset.points}pt"


def _pages(leaflet: "Leaflet", preset: Preset) -> list[list[str]]:
    """The pages, each headed by its number; notices follow a draft's first, else come before it."""
    notices = [line for strip in leaflet.notices(preset) for line in strip.lines(preset.columns)]
    top = len(leaflet.numbered(99, 99).lines(preset.columns)) + 1
    others = preset.lines - top
    first = max(1, others - len(notices))
    strips = (*leaflet.strips, leaflet.settings(preset))
    pages = paginate(strips, preset.columns, first, others)
    for number, page in enumerate(pages, start=1):
        parts = [
            notices * (number == 1),
            leaflet.numbered(number, len(pages)).lines(preset.columns),
        ]
        first_part, second = reversed(parts) if leaflet.is_draft else parts
        page[:0] = [*first_part, *second, *[""] * bool(page)]
    return pages


def _overflow(pages: list[list[str]], preset: Preset) -> Iterator[str]:
    for number, page in enumerate(pages, start=1):
        for line in page:
            if width(line) > preset.columns:
                yield (
                    f"Page {number}: a line of {width(line)} columns is wider than the "
                    f"{preset.columns} that fit: {line.strip()}"
                )


class Leaflet(Writer):
    """Writes a whole document: its blocks, and what stands before and after them."""

    def __init__(self, document: Document, context: Context) -> None:
        super().__init__(document.locale, document.direction, context)
        self.document = document
        self.is_draft = document.edition == "draft"

    def notices(self, preset: Preset) -> Iterator[Strip]:
        """What the first lines say: what is not final, and the size that the columns fit."""
        yield from self.warnings
        # Translators: tells whoever prints the file which size of letters it is made for.
        yield self.said(self.interface.text("For print at {size} point.", size=preset.points))

    def settings(self, preset: Preset) -> Strip:
        """What whoever prints the file sets; it stands at the end, out of the reader's way."""
        # Translators: tells whoever prints the file which settings its lines are made for.
        text = self.interface.text(
            "For print at {size} point on A4: letters of equal width, {columns} in a line, "
            "{lines} lines on a page, line spacing 1.5.",
            size=preset.points,
            columns=preset.columns,
            lines=preset.lines,
        )
        return self.said(text)

    @cached_property
    def warnings(self) -> tuple[Strip, ...]:
        """What is not final."""
        return tuple(self._warnings())

    def _warnings(self) -> Iterator[Strip]:
        if self.is_draft:
            # Translators: a warning on pages that are not released yet.
            yield self.said(self.interface.text(
                "This is a draft. It has not been approved. Please do not rely on it."
            ))  # fmt: skip
        parts = counts(self.document)
        if parts.machine:
            # Translators: “parts” are headings, paragraphs, list items and so on.
            told = self.interface.text(
                "Parts translated by a machine and not reviewed by a person: {count} of {total}.",
                count=parts.machine,
                total=parts.total,
            )
            yield self.said(told)

    def numbered(self, number: int, total: int) -> Strip:
        """The line that says which page this is, and of a draft that it is one, as sheets part."""
        mark = opening(self.document.direction) if self.is_draft else ""
        return self.said(
            mark + self.interface.text("Page {number} of {total}", number=number, total=total)
        )

    @cached_property
    def strips(self) -> tuple[Strip, ...]:
        """The whole leaflet, with the passages announced that stand in for a translation."""
        return tuple(self.announced(
            [*self.title(), *self.in_english(), *self.blocks(self.document.blocks),
             *self.notes(), *self.terms(), *self.interpreter(), *self.about()]
        ))  # fmt: skip

    def title(self) -> Iterator[Strip]:
        """The title; for staff, in a translation, also the source's and the language."""
        meta = self.document.meta
        yield replace(self.strip(meta.title), keep=True)
        if meta.title.shown.origin != "source":
            locale, source = locale_of(self.document.locale), locale_of(self.context.source)
            autonym = isolate(locale.autonym, locale.direction)
            staff = f"{meta.source_title} – {name_in(locale, source)} – {autonym}"
            yield Strip(staff, source.direction, before=0)
        if meta.description.children:
            yield self.strip(meta.description)

    def in_english(self) -> Iterator[Strip]:
        """How much of the leaflet is in English, and why."""
        parts = counts(self.document)
        if not (self.context.house and parts.english):
            return
        yield self.said(self.interface.text(
            "Parts in English: {count} of {total}.", count=parts.english, total=parts.total
        ))  # fmt: skip
        for cause, count in parts.causes:
            yield replace(self.said(self.interface.text(cause, count=count)), before=0)

    def notes(self) -> Iterator[Strip]:
        """The footnotes, under a heading of their own."""
        if self.document.footnotes:
            # Translators: heading above the notes at the end of a leaflet.
            yield self.part(self.interface.text("Notes"))
        yield from self.blocks(self.document.footnotes)

    def terms(self) -> Iterator[Strip]:
        """The words that the leaflet explains."""
        for index, each in enumerate(self.document.terms):
            if not index:  # Translators: heading above a list of words and what they mean.
                yield self.part(self.interface.text("Words explained"))
            yield from self.definition(Definition((each.term,), ((each.meaning,),)), "")

    def interpreter(self) -> Iterator[Strip]:
        """How to ask for an interpreter, with the sentence to say."""
        if not self.document.interpreter:
            return
        yield self.part(self.interface.text("If you need an interpreter"))
        text = self.interface.text(
            "An interpreter speaks English and your language. To ask if you can have one, say "
            "this in English, or show it to somebody:"
        )
        yield replace(self.said(text), keep=True)
        for each in self.document.interpreter:
            yield Strip(f"“{each.text}”", each.direction)

    def about(self) -> Iterator[Strip]:
        """Who answers for the leaflet, and since when."""
        if not self.context.house:
            return
        meta = self.document.meta
        yield self.part(self.interface.text("About this leaflet"))
        for index, (label, value) in enumerate((
            (self.interface.text("Version"), self.known(meta.version)),
            (self.interface.text("Who looks after it"), self.known(meta.owner)),
            (self.interface.text("Reviewed by"), self.known(meta.reviewer)),
            (self.interface.text("Last review"), self.day(meta.reviewed)),
            (self.interface.text("Next review"), self.day(meta.next_review)),
        )):  # fmt: skip
            yield replace(self.said(self.pair(label, value)), before=int(not index))

    def known(self, text: str) -> str:
        """A text, or words that say that it is missing."""
        return text or self.interface.text("to be supplied")

    def day(self, day: date | None) -> str:
        """A date in the language of the page; it stays on one line."""
        locale = locale_of(self.document.locale)
        return unbroken(written_date(day, locale, self.document.region)) if day else self.known("")

    def announced(self, strips: Iterable[Strip]) -> Iterator[Strip]:
        """Strips with a line before and after each run of them that is no translation."""
        runs = groupby(strips, key=lambda strip: strip.foreign)
        for index, (foreign, (first, *others)) in enumerate(runs):
            apart = replace(first, before=max(1, first.before)) if index else first
            if not foreign:
                yield from [apart, *others]
                continue
            # Translators: stands before a part of the page whose translation is not ready.
            start = self.interface.text(
                "The next part is in English. A checked translation is not ready yet."
            )
            yield replace(self.said(start), before=apart.before, keep=True)
            *body, last = apart, *others
            yield from [*body, replace(last, keep=True)]
            # Translators: stands after a part of the page whose translation is not ready.
            yield self.said(self.interface.text("The part in English ends here."))


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """What a leaflet is made of; two pairs are equal if they hold the very same things."""

    document: Document
    context: Context

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Pair)
            and other.document is self.document
            and other.context is self.context
        )

    def __hash__(self) -> int:
        return hash((id(self.document), id(self.context)))


@lru_cache(maxsize=1)
def _leaflet(pair: _Pair) -> Leaflet:
    """The leaflet, made once for all sizes: they are asked for one after the other."""
    return Leaflet(pair.document, pair.context)
