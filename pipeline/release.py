"""What keeps a leaflet from being released, said before anything is written.

The English text decides for all locales: what is unsigned, still open or overdue there holds a
leaflet back everywhere. In a locale, a leaflet is released once every part that its page shows is
signed. With leave to fall back, signed English stands in for the parts that are not; a leaflet of
which nothing at all is translated stays out of that locale even then, since an English page under
the name of another language helps nobody: the English one is there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline import registers
from pipeline.audit import Circumstances, examine
from pipeline.catalogue import Catalogue, Key
from pipeline.checks import get_checks
from pipeline.document import Document, Segment
from pipeline.edition import Locality, Publication
from pipeline.interface import DOMAIN as INTERFACE
from pipeline.localise import Localised
from pipeline.outline import NAME
from pipeline.place import Place
from pipeline.registers import GLOSSARY, REGIONS
from pipeline.sources import Sources


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a leaflet that a release cannot show in its locale, and why."""

    segment: Segment
    why: str
    """`missing`, `changed`, `broken`, `machine`, or `lacks` and the steps."""
    place: Place
    """The entry of the catalogue; without one, the line of the source."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What of a leaflet cannot be released in one locale."""

    leaflet: str
    locale: str
    total: int
    """All parts that the leaflet needs, those among them that it shares with others."""
    parts: tuple[Part, ...]
    bare: bool
    """Whether nothing of the leaflet itself is translated and signed."""


def held_back(publication: Publication) -> dict[str, tuple[str, ...]]:
    """Leaflets that are released in no locale, each with the reasons; none in a draft."""
    if publication.edition == "draft":
        return {}
    found = {}
    locality = publication.localities[0]
    for name, document in locality.documents.items():
        own, shared = needed(publication, locality, name)
        reasons = (
            *_unsigned(locality, own, "of the English text"),
            *_unsigned(locality, shared, "of the words that leaflets share"),
            *_unsigned_whole(publication, locality, name),
            *_failed(publication, document),
        )
        if reasons:
            found[name] = reasons
    return found


def needed(
    publication: Publication, locality: Locality, leaflet: str
) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """What a leaflet's page shows: its own segments, and those that it shares with others.

    Of the glossary and of the region it needs what it shows; of Plainleaf's own words and of the
    notes of its locale all, and the English page the sentence that the others show.
    """
    segments = publication.segments
    own = segments[leaflet]
    terms = publication.sources.glossary
    explained = locality.documents[leaflet].terms
    shown = [terms[each.id] for each in explained if not each.is_local]
    words = [one for term in shown for one in (term.term, term.meaning)]
    values = {key for segment in (*own, *words) for key in segment.variables}
    region = [one for one in segments.get(REGIONS, ()) if one.msgctxt in values]
    glossary = words if leaflet != GLOSSARY else []
    sources = publication.sources
    if locality.locale == publication.project.source_locale:
        beside = registers.sentences(sources.surroundings.region)
    else:
        beside = sources.local_style(locality.locale).segments
    return own, (*glossary, *region, *segments[INTERFACE], *beside)


def _unsigned(locality: Locality, segments: tuple[Segment, ...], what: str) -> tuple[str, ...]:
    choice = locality.localised.choice
    unsigned = sum(choice(segment)[1].reason == "unsigned" for segment in segments)
    if not unsigned:
        return ()
    steps = ", ".join(locality.localised.rules.policy.source_steps) or "nothing, so it never is"
    return (f"{unsigned} of {len(segments)} parts {what} are not signed (asked for: {steps}).",)


def _unsigned_whole(publication: Publication, locality: Locality, leaflet: str) -> tuple[str, ...]:
    outline = publication.sources.outline(leaflet)
    if locality.localised.choice(outline)[1].reason != "unsigned":
        return ()
    steps = ", ".join(locality.localised.lacking(outline)) or "a policy"
    said = (
        "What the leaflet holds, the order of its parts, its pictures or its dates have changed "
        f"since it was signed, or nobody has signed them (lacks {steps}). Read it as a whole, then "
        f"write plainleaf sign {leaflet} --source --only {NAME} --step …"
    )
    return (said,)


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


def faults(publication: Publication) -> dict[str, frozenset[tuple[str, Key]]]:
    """The messages that a check calls wrong, by the tag of their locale; none in a draft.

    A translation that lost its “not” is signed no better than one that lost its number.
    """
    if publication.edition == "draft":
        return {}
    sources, today = publication.sources, publication.today
    return {
        each.locale.tag: frozenset(findings(sources, each.localised, today))
        for each in publication.localities
    }


def findings(
    sources: Sources, localised: Localised, today: date, domains: Iterable[str] = ()
) -> dict[tuple[str, Key], str]:
    """What checks call wrong in a locale: the first sentence, by domain and message.

    `domains` names the catalogues that are looked at; without any, all are. What is said of terms
    needs the glossary's catalogue among those that were localised.
    """
    project = sources.project
    checks = [one for one in get_checks() if one.target is Catalogue and one.name != "coverage"]
    found: dict[tuple[str, Key], str] = {}
    every = localised.catalogues
    for domain in tuple(domains) or every:
        if (catalogue := every.get(domain)) is None:
            continue
        lines = {one.place.line: (one.msgctxt, one.msgid) for one in catalogue.messages}
        circumstances = Circumstances(
            edition="release",
            today=today,
            limits=project.limits,
            locale=localised.locale.tag,
            leaflet=domain,
            source_locale=project.source_locale.tag,
            beside=tuple(every.values()),
            glossary=sources.glossary,
            local=sources.local_style(localised.locale),
        )
        for one in examine(catalogue, checks, circumstances):
            if one.verdict == "failed" and one.place.line in lines:
                found.setdefault((domain, lines[one.place.line]), one.sentence)
    return found


# ── locale by locale ───────────────────────────────────────────────────────────────────────────
def gaps(publication: Publication) -> tuple[Gap, ...]:
    """What of each leaflet cannot be released in each locale; nothing in a draft."""
    if publication.edition == "draft":
        return ()
    found = (
        _gap(publication, locality, name)
        for locality in publication.localities[1:]
        for name in locality.documents
    )
    return tuple(gap for gap in found if gap.parts)


def _gap(publication: Publication, locality: Locality, leaflet: str) -> Gap:
    own, shared = needed(publication, locality, leaflet)
    bare = all(locality.localised.choice(segment)[1].is_fallback for segment in own)
    parts = tuple(_parts(locality, (*own, *shared)))
    return Gap(leaflet, locality.locale.tag, len(own) + len(shared), parts, bare)


def _parts(locality: Locality, segments: Iterable[Segment]) -> Iterator[Part]:
    """The segments that English would stand in for."""
    for segment in segments:
        shown = locality.localised.choice(segment)[1]
        if shown.is_fallback:
            message = locality.localised.message(segment)
            why = str(shown.reason)
            if message and shown.reason == "unsigned":
                steps = ", ".join(locality.localised.lacking(segment)) or "a policy"
                why = "machine" if message.state == "machine" else f"lacks {steps}"
            yield Part(segment, why, message.place if message else segment.place)


def absent(
    publication: Publication,
    held: Iterable[str],
    several: Iterable[Gap],
    *,
    allow_fallback: bool,
) -> Mapping[str, frozenset[str]]:
    """The leaflets that are not released in each locale, by tag."""
    out = {one.locale.tag: {*held} for one in publication.localities}
    for gap in several:
        if gap.bare or not allow_fallback:
            out[gap.locale].add(gap.leaflet)
    return {tag: frozenset(names) for tag, names in out.items()}
