"""One edition of a project: every leaflet in every locale, as documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from pipeline import pictures
from pipeline.artifact import filled
from pipeline.catalogue import Key
from pipeline.config import Project
from pipeline.document import Asking, Document, Edition, Segment
from pipeline.locale import Locale, name_in
from pipeline.localise import Localised, localise
from pipeline.localnotes import with_notes
from pipeline.localstyle import LocalStyle
from pipeline.reader import Reader
from pipeline.registers import INTERPRETER
from pipeline.sources import Sources, gather, pictures_of
from pipeline.wordlist import with_words


@dataclass(frozen=True)
class Locality:
    """One locale of an edition: its words, and the documents made with them."""

    localised: Localised
    documents: Mapping[str, Document]
    """By leaflet."""

    @property
    def locale(self) -> Locale:
        """The locale of these documents."""
        return self.localised.locale


@dataclass(frozen=True)
class Publication:
    """All that an edition is made of: sources, and a locality for each locale."""

    project: Project
    edition: Edition
    today: date
    sources: Sources
    absent: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Leaflets that are not released in a locale, by its tag: links to them become plain words."""
    faulty: Mapping[str, frozenset[tuple[str, Key]]] = field(default_factory=dict)
    """Messages that checks call wrong, by the tag of their locale: (domain, key)."""

    @cached_property
    def segments(self) -> dict[str, tuple[Segment, ...]]:
        """Every segment by domain."""
        return self.sources.segments()

    @cached_property
    def localities(self) -> tuple[Locality, ...]:
        """One locality for each locale, the source's first."""
        locales = (self.project.source_locale, *self.project.locales)
        return tuple(self._locality(locale) for locale in locales)

    def _locality(self, locale: Locale) -> Locality:
        segments = self.sources.segments_in(locale)
        localised = localise(self.project, locale, segments, self.edition, self.today)
        localised = replace(localised, faulty=self.faulty.get(locale.tag, frozenset()))
        around = self.sources.surroundings
        out = self.absent.get(locale.tag, frozenset())
        around = replace(
            around,
            region=localised.region(around.region),
            leaflets=around.leaflets - out,
            planned=around.planned | out,
        )
        reader = Reader(self.project.source_locale, around, house=True)
        documents = {
            source.leaflet: reader.read(
                source, localised.choice, locale, self.edition, strict=False
            ).document
            for source in self.sources.leaflets
            if source.leaflet not in out
        }
        terms = self.sources.glossary.values()
        local = self.sources.local_style(locale)
        asking = self._asking(locale, local)
        documents = {
            name: replace(with_notes(each, local.notes, localised), interpreter=asking)
            for name, each in documents.items()
        }
        return Locality(localised, with_words(documents, terms, localised))

    def _asking(self, locale: Locale, local: LocalStyle) -> tuple[Asking, ...]:
        """The sentences with which readers ask for an interpreter; the source's need none."""
        source, region = self.project.source_locale, self.sources.surroundings.region
        value = region.get(INTERPRETER)
        is_english = source.tag.partition("-")[0] == "en"
        if locale == source or not is_english or value is None or not value.text:
            return ()
        spoken = local.spoken or (name_in(locale, source),)
        return tuple(
            Asking(filled(value.text, source.tag, language=one), source.tag, source.direction)
            for one in spoken
        )

    def pictures(self, document: Document, locality: Locality) -> dict[str, bytes]:
        """The pictures of a document by `src`, with their labels in its locale."""
        found = {}
        for src in pictures_of(document):
            root = self.sources.pictures[src]
            if isinstance(root, bytes):
                found[src] = root
                continue
            labels = pictures.segments(root, document.leaflet, f"source/{src}")
            chosen = {label.msgid: locality.localised.choice(label) for label in labels}
            words = {msgid: (text, shown.lang) for msgid, (text, shown) in chosen.items()}
            found[src] = pictures.relabelled(root, words)
        return found


def open_publication(project: Project, edition: Edition, today: date) -> Publication:
    """An edition of a project, its sources read and found right.

    Raises:
        PlainleafError: something in the sources is wrong.
    """
    sources = gather(project)
    _ = sources.readings
    return Publication(project, edition, today, sources)
