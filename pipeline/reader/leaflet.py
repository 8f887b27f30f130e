"""One leaflet, from its file to its document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from pipeline.document import (
    Block,
    Document,
    Edition,
    Explained,
    Heading,
    Meta,
    Segment,
    Shown,
    Task,
    Text,
    Words,
)
from pipeline.errors import PlainleafError
from pipeline.locale import Locale
from pipeline.place import Place
from pipeline.reader import frontmatter, written
from pipeline.reader.engine import Engine
from pipeline.reader.faults import faults
from pipeline.reader.found import Found, Unit, flags_of
from pipeline.reader.frontmatter import FrontMatter
from pipeline.reader.inlines import Inlines, Surroundings
from pipeline.reader.lines import Lines
from pipeline.reader.roles import in_context
from pipeline.reader.tree import Blocks
from pipeline.reader.units import Units
from pipeline.registers import WORDED

Choice = Callable[[Segment], tuple[str, Shown]]
"""A segment → the words that a reader sees, and how they came to be."""

TITLE_LENGTH, DESCRIPTION_LENGTH = 80, 160
"""What translators are told; characters. Search pages cut longer descriptions."""


@dataclass(frozen=True, slots=True)
class Source:
    """One Markdown file as it stands on the disk."""

    leaflet: str
    file: str
    """As a person would type it, from the project's folder."""
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a source."""

    document: Document
    segments: tuple[Segment, ...]
    links: tuple[tuple[str, Place], ...]
    """Every address as the author wrote it."""
    pictures: tuple[str, ...]
    """The `src` of every picture within a line."""
    errors: tuple[PlainleafError, ...]
    """What is wrong with the source: none in a good leaflet, warnings in a foreign text."""


def as_written(locale: Locale) -> Choice:
    """The choice that shows every segment in its author's words."""
    shown = Shown("source", None, locale.tag, locale.direction)
    return lambda segment: (segment.msgid, shown)


class Reader:
    """Reads one source after another; house leaflets, or Markdown that was not made for them."""

    def __init__(self, source_locale: Locale, surroundings: Surroundings, *, house: bool) -> None:
        self._house, self._locale, self._around = house, source_locale, surroundings
        self._engine = Engine(house=house)

    def segments(self, source: Source) -> tuple[Segment, ...]:
        """Every segment of a source in reading order, its front matter first."""
        front = frontmatter.split(source.text)
        units = self._front_units(front, source)

        def between(tree: Element) -> None:
            self._note(tree, units, source, front.body)

        self._engine.read(front.body, between, inline=False)
        return tuple(unit.segment for unit in units)

    def _note(self, tree: Element, units: list[Unit], source: Source, body: str) -> Found:
        """Note the segments of a tree behind those of the front matter, each with its context."""
        walk = Units(source.leaflet, source.file, self._engine, Lines(body), house=self._house)
        walk.walk(tree)
        units.extend(walk.found.units)
        self._side_tables(units, source)
        for unit, segment in zip(units, in_context([u.segment for u in units]), strict=True):
            unit.segment = self._bound(segment)
        return walk.found

    def _bound(self, segment: Segment) -> Segment:
        """A segment with what a signature is bound to besides words: values, and that it is safety.

        A phone number that changes, or a build for another region, voids what was signed.
        """
        region = self._around.region
        values = ((key, region.get(key)) for key in segment.variables)
        said = tuple(
            f"{region.code} {key} {value.checked_on if value.kind == 'date' else value.text}"
            for key, value in values
            if value and value.kind not in WORDED
        )
        safety = ("safety",) if segment.safety else ()
        return replace(segment, bound=(*said, *safety))

    def _side_tables(self, units: list[Unit], source: Source) -> None:
        """Words that stand in no tree: titles of reference links, long forms of abbreviations."""
        titles, long_forms = self._engine.reference_titles, self._engine.abbreviations
        place = Place(source.file)
        for label, (address, title) in titles.items():
            if title:

                def put_title(text: str, label: str = label, address: str = address) -> None:
                    titles[label] = (address, text)

                segment = Segment(source.leaflet, "link title", title, place=place)
                units.append(Unit(segment, put_title))
        for short, long_form in long_forms.items():

            def put_long(text: str, short: str = short) -> None:
                long_forms[short] = text

            segment = Segment(source.leaflet, f"what {short} means", long_form, place=place)
            units.append(Unit(segment, put_long))

    def _front_units(self, front: FrontMatter, source: Source) -> list[Unit]:
        units = []
        for key, longest in (("title", TITLE_LENGTH), ("description", DESCRIPTION_LENGTH)):
            if text := front.text(key):
                place = Place(source.file, front.line(key))
                flags = flags_of(text, longest=longest)[1:]
                segment = Segment(source.leaflet, key, text, flags=flags, place=place)
                units.append(Unit(segment, lambda _: None))
        return units

    def read(
        self,
        source: Source,
        choice: Choice,
        locale: Locale,
        edition: Edition,
        *,
        strict: bool = True,
    ) -> Reading:
        """The document of a source, in the words that the choice gives.

        With `strict` false nothing is compared with CommonMark: the caller has done so.
        """
        front = frontmatter.split(source.text)
        units = self._front_units(front, source)
        showing = _Showing(choice)
        errors = self._typed(front, source) if strict else []
        is_torn = self._house and front.is_torn
        compared = errors if strict and not errors and not is_torn else None
        tree, found = self._parsed(front.body, units, source, showing, compared)
        inlines = Inlines(self._around, self._engine.stashed)
        blocks = self._blocks(found, showing, inlines)
        body = blocks.of(tree)
        document = Document(
            leaflet=source.leaflet,
            locale=locale.tag,
            direction=locale.direction,
            region=self._around.region.code,
            edition=edition,
            meta=self._meta(front, units, showing, source, body),
            blocks=body,
            footnotes=blocks.footnotes,
            terms=tuple(self._explained(inlines, showing)),
        )
        if self._house:
            errors.extend(frontmatter.errors(front, source.file))
            errors.extend([] if is_torn else faults(document, found, inlines.seen, source.file))
        segments, seen = tuple(unit.segment for unit in units), inlines.seen
        links, pictures, wrong = tuple(seen.links), tuple(seen.pictures), tuple(_in_order(errors))
        return Reading(document, segments, links, pictures, wrong)

    def _typed(self, front: FrontMatter, source: Source) -> list[PlainleafError]:
        """What is wrong before anything is parsed; one error is enough for a torn front matter."""
        read = self._house and not front.is_torn
        return list(written.faults(source.text, front.body, source.file)) if read else []

    def _parsed(
        self,
        body: str,
        units: list[Unit],
        source: Source,
        showing: "_Showing",
        errors: list[PlainleafError] | None,
    ) -> tuple[Element, Found]:
        """The tree with the chosen words in it, and what was found on the way."""
        found = Found()

        def between(tree: Element) -> None:
            nonlocal found
            if errors is not None:
                from pipeline.reader.structure import differences  # noqa: PLC0415  slow to load

                errors.extend(differences(body, tree, source.file))
            found = self._note(tree, units, source, body)
            showing.put(units, found, self._engine)

        tree = self._engine.read(body, between)
        return tree, found

    def _blocks(self, found: Found, showing: "_Showing", inlines: Inlines) -> Blocks:
        untouched = Shown("source", None, self._locale.tag, self._locale.direction)
        stashed = self._engine.stashed
        return Blocks(
            found, showing.shown, showing.plain, inlines, stashed, untouched, house=self._house
        )

    def _meta(
        self,
        front: FrontMatter,
        units: list[Unit],
        showing: "_Showing",
        source: Source,
        body: tuple[Block, ...],
    ) -> Meta:
        fields = {unit.segment.kind: unit for unit in units[:2]}
        nothing = Words((), None, Shown("source", None, self._locale.tag, self._locale.direction))
        title, description = (
            showing.plain(fields[key]) if key in fields else nothing
            for key in ("title", "description")
        )
        if not title.children:
            title = next((one.words for one in body if isinstance(one, Heading)), nothing)
            title = replace(title, segment=None)
        items = front.fields["tasks"].items if "tasks" in front.fields else ()
        return Meta(
            title=title,
            description=description,
            source_title=front.text("title"),
            version=front.text("version"),
            owner=front.text("owner"),
            reviewer=front.text("reviewer"),
            reviewed=front.day("reviewed"),
            next_review=front.day("next_review"),
            tasks=tuple(Task(text, Place(source.file, line)) for text, line in items),
            place=Place(source.file, 1),
        )

    def _explained(self, inlines: Inlines, showing: "_Showing") -> list[Explained]:
        terms = self._around.terms
        return [
            Explained(name, showing.of(terms[name].term), showing.of(terms[name].meaning))
            for name in inlines.seen.terms
            if name in terms
        ]


class _Showing:
    """Puts the chosen words in the place of the author's, and remembers how each came to be."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self.shown: dict[int, Shown] = {}
        self._texts: dict[int, str] = {}

    def put(self, units: list[Unit], found: Found, engine: Engine) -> None:
        """Choose for every unit, and put the words in."""
        for unit in units:
            text, shown = self._choice(unit.segment)
            self.shown[id(unit)], self._texts[id(unit)] = shown, text
            unit.put(text)
            if unit.mark and shown.is_fallback:
                unit.mark(shown.lang, shown.direction)
        for number, fragment in found.fragments.items():
            engine.put_aside(number, fragment.cleaned())

    def plain(self, unit: Unit) -> Words:
        """The words of a unit that holds no inline markup."""
        return Words((Text(self._texts[id(unit)]),), unit.segment, self.shown[id(unit)])

    def of(self, segment: Segment) -> Words:
        """The words of a segment that stands in no leaflet, such as a glossary term."""
        text, shown = self._choice(segment)
        return Words((Text(text),), segment, shown)


def _in_order(errors: list[PlainleafError]) -> list[PlainleafError]:
    return sorted(errors, key=lambda error: error.place.line if error.place else 0)
