"""A project's own approved leaflets as anchors: how its words and sentences compare with English.

A text counts where the source and its translation both have every signature that the policy asks
for, and nothing else does: a draft must not decide how hard drafts are. No leaflet is an anchor for
itself, or it would always be found as hard as its source.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.document import Document, Segment
from pipeline.edition import Locality, Publication
from pipeline.level import Anchors, anchors_from, passages, words

_Sides = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Own:
    """The anchors of one locale, for each leaflet those of the others."""

    publication: Publication
    locality: Locality
    _found: dict[tuple[str, ...], Anchors | None] = field(default_factory=dict)

    def anchors(self, leaflet: str = "") -> Anchors | None:
        """What to measure a leaflet with; None where no other leaflet is an approved anchor.

        The anchors are differences from English, so that a source in another language has none.
        """
        project = self.publication.project
        names = tuple(name for name in project.anchors if name != leaflet)
        tags = project.source_locale.tag, self.locality.locale.tag
        if not names or tags[0].partition("-")[0] != "en" or tags[0] == tags[1]:
            return None
        if names not in self._found:
            sides = {name: approved(self.publication, self.locality, name) for name in names}
            whole = {name: side for name, side in sides.items() if side[0]}
            self._found[names] = anchors_from(whole, tags[1]) if whole else None
        return self._found[names]


def words_of_anchors(publication: Publication, locality: Locality) -> dict[str, int]:
    """How many words of the source are approved in both languages, leaflet by leaflet."""
    return {
        name: sum(len(words(text)) for text in approved(publication, locality, name)[0])
        for name in publication.project.anchors
    }


def approved(publication: Publication, locality: Locality, leaflet: str) -> _Sides:
    """The blocks of a leaflet that are approved in both languages, and their translations."""
    first = publication.localities[0]
    if leaflet not in first.documents or leaflet not in locality.documents:
        return [], []
    texts = dict(_texts(locality.documents[leaflet]))
    pairs = [
        (text, texts[segment])
        for segment, text in _texts(first.documents[leaflet])
        if segment in texts and _is_approved(segment, first) and _is_approved(segment, locality)
    ]
    return [source for source, _ in pairs], [translation for _, translation in pairs]


def _texts(document: Document) -> Iterator[tuple[Segment, str]]:
    return ((one.segment, one.text) for one in passages(document) if one.segment)


def _is_approved(segment: Segment, locality: Locality) -> bool:
    """Whether the words that are shown are the author's or translator's own, and signed whole."""
    localised = locality.localised
    return not localised.choice(segment)[1].is_fallback and not localised.lacking(segment)
