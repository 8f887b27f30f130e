"""What keeps a leaflet from being released, said before anything is written."""

from pipeline.audit import Circumstances, examine
from pipeline.checks import get_checks
from pipeline.document import Document
from pipeline.edition import Publication
from pipeline.interface import DOMAIN as INTERFACE
from pipeline.registers import GLOSSARY, REGIONS

SHARED = (GLOSSARY, REGIONS, INTERFACE)
"""Words that stand on the pages of every leaflet, and are signed once."""


def held_back(publication: Publication) -> dict[str, tuple[str, ...]]:
    """Leaflets that are released in no locale, each with the reasons; none in a draft.

    The English text decides: what is unsigned, still open or overdue there holds everything back.
    """
    if publication.edition == "draft":
        return {}
    found = {}
    shared = _unsigned(publication, SHARED, "of the words that all leaflets share")
    for name, document in publication.localities[0].documents.items():
        own = _unsigned(publication, (name,), "of the English text")
        if reasons := (*own, *shared, *_failed(publication, document)):
            found[name] = reasons
    return found


def _unsigned(publication: Publication, domains: tuple[str, ...], what: str) -> tuple[str, ...]:
    choice = publication.localities[0].localised.choice
    segments = [each for name in domains for each in publication.segments.get(name, ())]
    unsigned = sum(choice(segment)[1].reason == "unsigned" for segment in segments)
    if not unsigned:
        return ()
    return (f"{unsigned} of {len(segments)} parts {what} are not signed.",)


def _failed(publication: Publication, document: Document) -> tuple[str, ...]:
    circumstances = Circumstances(
        edition="release",
        today=publication.today,
        limits=publication.project.limits,
        locale=document.locale,
        leaflet=document.leaflet,
        glossary=publication.sources.glossary,
        reviews=publication.sources.unverified(),
        style=publication.sources.style,
    )
    outcomes = examine(document, get_checks(), circumstances)
    return tuple(f"{one.place}: {one.sentence}" for one in outcomes if one.verdict == "failed")
