"""Everything that a project's authors wrote, read once and found right."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pipeline import evidence as register
from pipeline import interface, localstyle, outline, pictures, registers, style
from pipeline.catalogue import Key
from pipeline.config import Project, refuse_unknown_leaflets
from pipeline.document import Document, Heading, Image, InlineImage, Region, Segment, nodes
from pipeline.errors import PlainleafError, SourceError, SourceErrors
from pipeline.evidence import Evidence, Work
from pipeline.locale import Locale
from pipeline.localstyle import FILE, LOCAL_NOTES, LocalStyle
from pipeline.manuscripts import (
    TAKEN,
    leaflet_files,
    region_codes,
    region_of,
    shown,
    text_of_file,
)
from pipeline.place import Place
from pipeline.reader import Reader, Reading, Source, Surroundings, as_written

_OUTSIDE = re.compile(r"(https|mailto|tel):|#")


@dataclass(frozen=True)
class Sources:
    """A project's leaflets and registers, in the source language."""

    project: Project
    leaflets: tuple[Source, ...]
    surroundings: Surroundings
    glossary: dict[str, registers.GlossaryTerm]
    evidence: dict[str, Evidence]
    works: dict[str, Work]
    style: style.Style
    regions: tuple[Region, ...] = ()
    """Every region of the project; a build is for one of them."""
    local_styles: Mapping[str, LocalStyle] = field(default_factory=dict)
    """What each locale decides for itself, by its tag."""

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Every leaflet, read in the source language.

        Raises:
            SourceErrors: anything is wrong with a leaflet; all that is wrong, at once.
        """
        locale = self.project.source_locale
        reader = Reader(locale, self.surroundings, house=True)
        found = {
            one.leaflet: reader.read(one, as_written(locale), locale, "draft")
            for one in self.leaflets
        }
        errors = [error for reading in found.values() for error in reading.errors]
        errors += _broken_links(found)
        errors += self._missing_pictures(found)
        errors += self._unknown_facts(found)
        errors += self._no_place_for_words(found)
        if errors:
            raise SourceErrors(tuple(errors))
        return found

    @cached_property
    def pictures(self) -> dict[str, pictures.Picture | bytes]:
        """Every picture that a leaflet shows, by `src`: SVG as a tree, others as bytes."""
        return {
            src: _picture(self.project, src)
            for reading in self.readings.values()
            for src in pictures_of(reading.document)
        }

    def _missing_pictures(self, readings: dict[str, Reading]) -> list[PlainleafError]:
        return [
            SourceError(
                f"There is no picture source/{src}.",
                "Mend the address, or put the picture under source/images/.",
                Place(one.file, _line_of(one.text, src)),
            )
            for one in self.leaflets
            for src in pictures_of(readings[one.leaflet].document)
            if not _is_there(self.project, src)
        ]

    def _unknown_facts(self, readings: dict[str, Reading]) -> list[PlainleafError]:
        """Facts that the register lacks; none where a project keeps no register."""
        named = [
            (fact, segment.place)
            for reading in readings.values()
            for segment in reading.segments
            for fact in segment.evidence
            if not fact.startswith("none")
        ]
        values = (value for one in self.regions for _, value in one.values)
        named += [(fact, value.place) for value in values for fact in value.evidence]
        named += [(fact, work.place) for work in self.works.values() for fact in work.facts]
        facts = {each: None for each in named if self.evidence and each[0] not in self.evidence}
        return [
            SourceError(f"There is no fact “{fact}” in source/evidence.toml.", "Mend it.", place)
            for fact, place in facts
        ]

    def _no_place_for_words(self, readings: dict[str, Reading]) -> list[PlainleafError]:
        """A leaflet `glossary` says where its words go."""
        page = readings.get(registers.GLOSSARY)
        if page is None or any(
            isinstance(each, Heading) and (each.level, each.anchor) == (2, registers.WORDS_SECTION)
            for each in page.document.blocks
        ):
            return []
        head = f"## The words {{#{registers.WORDS_SECTION}}}"
        return [
            SourceError(
                "No section of this leaflet holds the words of the glossary.",
                f"Write a heading where they shall stand: {head}",
                page.document.meta.place,
            )
        ]

    def segments(self) -> dict[str, tuple[Segment, ...]]:
        """Every segment by domain: the leaflets, the glossary, the region and the interface."""
        found = {
            name: reading.segments + self._labels(reading.document)
            for name, reading in self.readings.items()
        }
        words = tuple(each for term in self._shown_terms() for each in term.segments)
        region = registers.region_segments(self.surroundings.region)
        found[registers.GLOSSARY] = found.pop(registers.GLOSSARY, ()) + words
        found[registers.REGIONS] = region
        found = {name: each for name, each in found.items() if each}
        found[interface.DOMAIN] = interface.segments()
        return found

    def segments_in(self, locale: Locale) -> dict[str, tuple[Segment, ...]]:
        """Every segment by domain: a locale's own notes too, or sentences of the source alone."""
        found = self.segments()
        if locale == self.project.source_locale:
            said = registers.sentences(self.surroundings.region)
            found |= {registers.REGIONS: (*found.get(registers.REGIONS, ()), *said)} if said else {}
        own = self.local_style(locale).segments
        return found | ({LOCAL_NOTES: own} if own else {})

    def local_style(self, locale: Locale) -> LocalStyle:
        """What a locale has decided; nothing where it has no style file."""
        return self.local_styles.get(locale.tag, LocalStyle())

    def signable(self, locale: Locale) -> dict[str, tuple[Segment, ...]]:
        """What people sign in a locale, by domain: every segment; of the source, leaflets too."""
        found = self.segments_in(locale)
        if locale == self.project.source_locale:
            found |= {name: (*found[name], self.outline(name)) for name in self.readings}
        return found

    def outline(self, leaflet: str, former: Mapping[Key, str] | None = None) -> Segment:
        """A leaflet as a whole, as people sign it; `former` as it was before edits of its texts."""
        reading = self.readings[leaflet]
        document = reading.document
        own = (*reading.segments, *self._labels(document))
        drawings = {src: pictures.drawing(self.pictures[src]) for src in pictures_of(document)}
        return outline.outline(document, own, drawings, former or {})

    def unverified(self) -> dict[str, str]:
        """Evidence that nobody named has read, and facts that the register lacks."""
        found = {}
        for fact in sorted(self.named):
            record = self.evidence.get(fact)
            if record is None:
                found[fact] = "is not in source/evidence.toml"
            elif record.grade != "verified":
                found[fact] = f"is {record.grade}: a named person has to read a current source"
        return found

    def idle(self) -> tuple[Evidence, ...]:
        """Facts of the register that no block, no value of a region and no work names."""
        named = set(self.named)
        for one in self.regions:
            named.update(fact for _, value in one.values for fact in value.evidence)
        named.update(fact for work in self.works.values() for fact in work.facts)
        return tuple(one for one in self.evidence.values() if one.id not in named)

    @cached_property
    def named(self) -> frozenset[str]:
        """The facts that blocks name, and values of the region that is built for."""
        blocks = (
            fact
            for reading in self.readings.values()
            for segment in reading.segments
            for fact in segment.evidence
            if not fact.startswith("none")
        )
        values = (fact for _, value in self.surroundings.region.values for fact in value.evidence)
        return frozenset((*blocks, *values))

    def _shown_terms(self) -> list[registers.GlossaryTerm]:
        """Terms that some page explains: all of them, where the glossary has a page of its own."""
        if registers.GLOSSARY in self.readings:
            return list(self.glossary.values())
        used = {each.id for one in self.readings.values() for each in one.document.terms}
        return [term for name, term in self.glossary.items() if name in used]

    def _labels(self, document: Document) -> tuple[Segment, ...]:
        found: list[Segment] = []
        for src in pictures_of(document):
            root = self.pictures[src]
            if not isinstance(root, bytes):
                found.extend(pictures.segments(root, document.leaflet, f"source/{src}"))
        return tuple(found)


def gather(project: Project) -> Sources:
    """Read a project's sources from the disk.

    Raises:
        SourceError: there is no leaflet, or a register cannot be read.
        SourceErrors: leaflets have names that they cannot have, or are no files.
        ConfigError: the policy or the anchors name a leaflet that is not there.
    """
    files = leaflet_files(project)
    leaflets = tuple(
        Source(path.stem, shown(project, path), text_of_file(project, path)) for path in files
    )
    glossary = registers.glossary(project.source / "glossary.toml", "source/glossary.toml")
    regions = {code: region_of(project, code) for code in region_codes(project)}
    region = regions.get(project.region) or region_of(project, project.region)
    names = frozenset(one.leaflet for one in leaflets)
    refuse_unknown_leaflets(project, {*names, registers.GLOSSARY, *TAKEN})
    surroundings = Surroundings(region, glossary, names, frozenset(project.planned))
    works = register.works(project.source / "references.toml", "source/references.toml")
    facts = register.evidence(project.source / "evidence.toml", "source/evidence.toml", works)
    words = style.load(project.source / "style.toml", "source/style.toml")
    every = tuple(regions.values())
    local = {one.tag: _local_style(project, one, glossary) for one in project.locales}
    return Sources(project, leaflets, surroundings, glossary, facts, works, words, every, local)


def _local_style(project: Project, locale: Locale, terms: Container[str]) -> LocalStyle:
    path = project.catalogues / locale.gettext / FILE
    found = localstyle.load(path, shown(project, path))
    if other := next((name for name in found.forms if name not in terms), ""):
        place = Place(shown(project, path), found.lines.get(other, 0))
        problem = f"[forms] names “{other}”, and the glossary has no such word."
        raise SourceError(problem, "Write its id in source/glossary.toml.", place)
    return found


def pictures_of(document: Document) -> list[str]:
    """The `src` of every picture of a document, each once, in reading order."""
    images = (node.src for node in nodes(document.blocks) if isinstance(node, Image | InlineImage))
    return list(dict.fromkeys(images))


def _picture(project: Project, src: str) -> pictures.Picture | bytes:
    path = project.source / src
    return pictures.load(path, f"source/{src}") if src.endswith(".svg") else path.read_bytes()


def _is_there(project: Project, src: str) -> bool:
    path = project.source / src
    return path.resolve().is_relative_to(project.source.resolve()) and path.is_file()


def _line_of(text: str, src: str) -> int:
    """The line of a picture's address; 0 where it is written in another way."""
    at = text.find(f"]({src}")
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _anchors(reading: Reading) -> set[str]:
    return {node.anchor for node in nodes(reading.document.blocks) if isinstance(node, Heading)}


def _broken_links(readings: dict[str, Reading]) -> list[PlainleafError]:
    """Links to places that are not there, now that all places are known."""
    anchors = {name: _anchors(one) for name, one in readings.items()}
    errors: list[PlainleafError] = []
    for reading in readings.values():
        for href, place in reading.links:
            target, _, anchor = href.partition("#")
            stem = target.removesuffix(".md")
            if stem in anchors:
                if anchor and anchor not in anchors[stem]:
                    problem = f"“{stem}” has no place “{anchor}”."
                    errors.append(SourceError(problem, "Mend the link.", place))
            elif not _OUTSIDE.match(href):
                problem = f"The link leads to {href}, which is no leaflet and no web address."
                errors.append(SourceError(problem, "Write https://… or 04-name.md.", place))
    return errors
