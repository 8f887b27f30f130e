"""What keeps a leaflet from being released, said before anything is written."""

from pipeline.audit import Circumstances, examine
from pipeline.checks import get_checks
from pipeline.document import Document, words_of
from pipeline.edition import Publication


def held_back(publication: Publication) -> dict[str, tuple[str, ...]]:
    """Leaflets that are released in no locale, each with the reasons; none in a draft.

    The English text decides: what is unsigned, still open or overdue there holds everything back.
    """
    if publication.edition == "draft":
        return {}
    source = publication.localities[0]
    found = {}
    for name, document in source.documents.items():
        reasons = (*_unsigned(document), *_failed(publication, document))
        if reasons:
            found[name] = reasons
    return found


def _unsigned(document: Document) -> tuple[str, ...]:
    shown = [words.shown for words in words_of(document) if words.segment]
    unsigned = sum(one.reason == "unsigned" for one in shown)
    if not unsigned:
        return ()
    return (f"{unsigned} of {len(shown)} parts of the English text are not signed.",)


def _failed(publication: Publication, document: Document) -> tuple[str, ...]:
    circumstances = Circumstances(
        edition="release",
        today=publication.today,
        limits=publication.project.limits,
        locale=document.locale,
        leaflet=document.leaflet,
        reviews=publication.sources.unverified(),
    )
    outcomes = examine(document, get_checks(), circumstances)
    return tuple(f"{one.place}: {one.sentence}" for one in outcomes if one.verdict == "failed")
