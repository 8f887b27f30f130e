"""How hard each leaflet of a project is to read, in each locale, beside its source.

What `check` asks of a translation is measured here in the same way: the same blocks, with the same
terms set aside, by the same anchors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.anchoring import Own
from pipeline.appraisal import Appraisal, Block, Mend, appraise, better_words, to_mend
from pipeline.catalogue import Key
from pipeline.checks._beside import Parallel
from pipeline.config import Project
from pipeline.document import Document, text_of
from pipeline.edition import Locality, Publication
from pipeline.level import passages
from pipeline.locale import Locale
from pipeline.place import Place
from pipeline.style import Style


@dataclass(frozen=True)
class Row:
    """One leaflet in one locale."""

    leaflet: str
    locale: Locale
    title: str
    title_lang: str
    """The language of the title: a draft without a translation shows the source's."""
    found: Appraisal
    source: Appraisal | None
    """The same blocks in the source language; None for the source itself."""
    lacking: int
    """Blocks that are not in this locale's words."""
    own: int = 0
    """Words of the project's own approved leaflets that it was measured with."""

    @property
    def is_source(self) -> bool:
        """Whether this is the leaflet in its author's words."""
        return self.source is None

    @property
    def above(self) -> float | None:
        """How many levels it lies above its source; None where either level is not said."""
        theirs = self.source.level if self.source else None
        return None if self.found.level is None or theirs is None else self.found.level - theirs

    @property
    def said_above(self) -> str:
        """The same in figures, “+0.2”; empty where it is not known."""
        return "" if self.above is None else f"{self.above:+.1f}".replace("-", "−")


@dataclass(frozen=True)
class Levels:
    """Every leaflet of an edition in every locale, appraised when it is asked for."""

    publication: Publication

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """One for each leaflet and locale: leaflet by leaflet, the source first."""
        first, *others = self.publication.localities
        anchors = [Own(self.publication, other) for other in others]
        rows = []
        for document in first.documents.values():
            rows.append(self._source(document, first.locale))
            rows += [self._translation(document, own) for own in anchors]
        return tuple(rows)

    def _source(self, document: Document, locale: Locale) -> Row:
        aside, _ = Parallel(document, None, {}).terms_aside()
        blocks = [Block(one.text, one.segment.place) for one in passages(document) if one.segment]
        forms = declared(self.publication, document)
        return _row(document, locale, appraise(blocks, locale.tag, aside, forms=forms), None)

    def _translation(self, source: Document, own: Own) -> Row:
        here = own.locality
        document = here.documents[source.leaflet]
        parallel = Parallel(document, source, places(here, source.leaflet))
        pairs, (theirs, ours) = parallel.pairs(), parallel.terms_aside()
        blocks = [Block(one.translation, one.place) for one in pairs]
        anchors = own.anchors(source.leaflet)
        found = appraise(blocks, here.locale.tag, ours, anchors=anchors)
        beside = appraise([Block(one.source, one.place) for one in pairs], source.locale, theirs)
        lacking = sum(one.segment is not None for one in passages(source)) - len(pairs)
        words = anchors.words if anchors else 0
        return _row(document, here.locale, found, beside, lacking, words)

    def hardest(self, rows: tuple[Row, ...]) -> tuple[Mend, ...]:
        """The hardest blocks of some rows of one locale, the hardest first."""
        blocks = [block for row in rows for block in row.found.blocks]
        aside = dict.fromkeys(term for row in rows for term in row.found.aside)
        here = next(one for one in self.publication.localities if one.locale == rows[0].locale)
        found = appraise(blocks, rows[0].locale.tag, aside)
        return to_mend(found, plainer(self.publication, here))


def _row(
    document: Document,
    locale: Locale,
    found: Appraisal,
    source: Appraisal | None,
    lacking: int = 0,
    own: int = 0,
) -> Row:
    title = document.meta.title
    words, lang = text_of(title.children), title.shown.lang
    return Row(document.leaflet, locale, words, lang, found, source, lacking, own)


# ── what `check` and `level` both go by ────────────────────────────────────────────────────────
def declared(publication: Publication, document: Document) -> tuple[str, ...]:
    """Every form of the words that a leaflet explains."""
    glossary = publication.sources.glossary
    terms = (glossary[each.id] for each in document.terms if not each.is_local)
    return tuple(word for term in terms for word in term.words)


def places(locality: Locality, leaflet: str) -> Mapping[Key, Place]:
    """Where a locale's catalogue has each message of a leaflet."""
    messages = locality.localised.messages.get(leaflet, {})
    return {key: message.place for key, message in messages.items()}


def plainer(publication: Publication, locality: Locality) -> dict[str, str]:
    """Words to avoid in a locale's language, each with a plainer one.

    In a translation they are those that the glossary has in its words; the other lists are English.
    """
    sources, tag = publication.sources, locality.locale.tag
    if locality.locale == publication.project.source_locale:
        style = sources.style if tag.partition("-")[0] == "en" else Style()
        return better_words(style, sources.glossary.values())
    found = {}
    for entry in sources.glossary.values():
        if entry.use == "avoid" and entry.instead:
            word, better = map(locality.localised.choice, (entry.term, entry.instead))
            if not word[1].is_fallback and not better[1].is_fallback:
                found[word[0]] = better[0]
    return found


def leaflet_of(project: Project, path: Path) -> tuple[str, Locale] | None:
    """The leaflet and the locale whose file this is; None where it is no leaflet's."""
    if not (project.source / "leaflets" / f"{path.stem}.md").is_file():
        return None
    for locale in (project.source_locale, *project.locales):
        is_source = locale == project.source_locale
        own = project.source / "leaflets" / f"{path.stem}.md"
        file = own if is_source else project.catalogue(path.stem, locale)
        if path.resolve() == file.resolve():
            return path.stem, locale
    return None
