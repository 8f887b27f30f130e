"""Everything that a project's authors wrote, read once and found right."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline import interface, pictures, registers
from pipeline.config import Project
from pipeline.document import Document, Heading, Image, InlineImage, Segment, nodes
from pipeline.errors import PlainleafError, SourceError, SourceErrors
from pipeline.place import Place
from pipeline.reader import Reader, Reading, Source, Surroundings, as_written

_OUTSIDE = re.compile(r"(https?|mailto|tel):|#")


@dataclass(frozen=True)
class Sources:
    """A project's leaflets and registers, in the source language."""

    project: Project
    leaflets: tuple[Source, ...]
    surroundings: Surroundings
    glossary: dict[str, registers.GlossaryTerm]
    evidence: dict[str, registers.Evidence]

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
        errors += _broken_links(found, self.project)
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

    def segments(self) -> dict[str, tuple[Segment, ...]]:
        """Every segment by domain: the leaflets, the glossary, the region and the interface."""
        found = {
            name: reading.segments + self._labels(reading.document)
            for name, reading in self.readings.items()
        }
        terms = self._used_terms()
        words = tuple(each for term in terms for each in (term.term, term.meaning))
        region = registers.region_segments(self.surroundings.region)
        extra = {registers.GLOSSARY: words, registers.REGIONS: region}
        found.update({name: each for name, each in extra.items() if each})
        found[interface.DOMAIN] = interface.segments()
        return found

    def unverified(self) -> dict[str, str]:
        """Evidence that nobody named has read, and facts that the register lacks."""
        named = {
            fact
            for reading in self.readings.values()
            for segment in reading.segments
            for fact in segment.evidence
            if not fact.startswith("none")
        }
        found = {}
        for fact in sorted(named):
            record = self.evidence.get(fact)
            if record is None:
                found[fact] = "is not in source/evidence.toml"
            elif record.status != "verified":
                found[fact] = f"is {record.status}: a named person has to read a current source"
        return found

    def _used_terms(self) -> list[registers.GlossaryTerm]:
        """Terms that a leaflet explains, in the order of the glossary."""
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
    """
    folder = project.source / "leaflets"
    files = sorted(folder.glob("*.md"))
    if not files:
        raise SourceError(
            f"There is no leaflet in {folder}.", "Write one there, such as 01-first.md."
        )
    leaflets = tuple(
        Source(path.stem, _shown(project, path), _text(project, path)) for path in files
    )
    glossary = registers.glossary(project.source / "glossary.toml", "source/glossary.toml")
    region_file = project.source / "regions" / f"{project.region}.toml"
    region = registers.region(region_file, project.region, _shown(project, region_file))
    names = frozenset(one.leaflet for one in leaflets)
    surroundings = Surroundings(region, glossary, names, frozenset(project.planned))
    evidence = registers.evidence(project.source / "evidence.toml", "source/evidence.toml")
    return Sources(project, leaflets, surroundings, glossary, evidence)


def _shown(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix()


def _text(project: Project, path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(_shown(project, path), path.read_bytes()[: error.start].count(b"\n") + 1)
        raise SourceError("This is not UTF-8.", "Save the file as UTF-8.", place) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def pictures_of(document: Document) -> list[str]:
    """The `src` of every picture of a document, each once, in reading order."""
    images = (node.src for node in nodes(document.blocks) if isinstance(node, Image | InlineImage))
    return list(dict.fromkeys(images))


def _picture(project: Project, src: str) -> pictures.Picture | bytes:
    path = project.source / src
    if not path.resolve().is_relative_to(project.source.resolve()) or not path.is_file():
        raise SourceError(f"There is no picture {src}.", "Put it under source/images/.")
    return pictures.load(path, f"source/{src}") if src.endswith(".svg") else path.read_bytes()


def _broken_links(readings: dict[str, Reading], project: Project) -> list[PlainleafError]:
    """Links to places that are not there, now that all places are known."""
    anchors = {
        name: {node.anchor for node in nodes(one.document.blocks) if isinstance(node, Heading)}
        for name, one in readings.items()
    }
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
        for src in pictures_of(reading.document):
            if not (project.source / src).is_file():
                problem = f"There is no picture source/{src}."
                errors.append(
                    SourceError(problem, "Mend the address.", reading.document.meta.place)
                )
    return errors
