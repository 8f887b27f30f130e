"""`check`: every check put to every catalogue, document and artifact of an edition."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline import anchoring, leafletlevels, pofile, secondpass
from pipeline.artifact import Artifact
from pipeline.audit import Circumstances, examine
from pipeline.build import artifacts_of, templates
from pipeline.catalogue import Catalogue
from pipeline.checks import get_checks
from pipeline.checks._messages import is_ours
from pipeline.config import Limits, Project
from pipeline.document import Document, Edition
from pipeline.edition import Locality, Publication, open_publication
from pipeline.errors import CatalogueError, PlainleafError, SourceErrors
from pipeline.locale import bcp47
from pipeline.localstyle import LOCAL_NOTES
from pipeline.outcome import Outcome
from pipeline.place import Place


def inspect(project: Project, edition: Edition, today: date) -> Iterator[Outcome]:
    """Every outcome of an edition: locale by locale, catalogues first, then documents and pages.

    What is wrong with a source is an outcome too: nothing else can be looked at until it is mended.

    Raises:
        PlainleafError: a register or a catalogue cannot be read.
    """
    try:
        publication = open_publication(project, edition, today)
    except SourceErrors as found:
        yield from (_source_fault(error) for error in found.errors)
        return
    yield from of_sources(publication)
    artifacts = tuple(artifacts_of(publication))
    for locality in publication.localities:
        yield from of_locality(publication, locality, artifacts)


def of_sources(publication: Publication) -> Iterator[Outcome]:
    """What there is to say of templates and registers, which no locale has for itself."""
    yield from _templates(publication)
    yield from _idle(publication)


def of_locality(
    publication: Publication, locality: Locality, artifacts: Iterable[Artifact]
) -> Iterator[Outcome]:
    """Every outcome of one locale; `artifacts` are those of the edition, or of this locale."""
    project, sources, tag = publication.project, publication.sources, locality.locale.tag
    here = Circumstances(
        edition=publication.edition,
        today=publication.today,
        locale=tag,
        source_locale=project.source_locale.tag,
        limits=project.limits,
        glossary=sources.glossary,
        reviews=sources.unverified(),
        style=sources.style,
        local=sources.local_style(locality.locale),
    )
    yield from _catalogues(publication, locality, here)
    yield from _anchors(publication, locality)
    yield from _documents(publication, locality, here)
    yield from _artifacts(tag, artifacts, publication.localities[0].documents, here)
    yield from _ledgers(locality)


def _source_fault(error: PlainleafError) -> Outcome:
    place = error.place or Place("")
    return Outcome("source", "", "failed", f"{error.problem} {error.remedy}", place)


def _idle(publication: Publication) -> Iterator[Outcome]:
    """Facts that nothing rests on any more are lines to take out, or blocks that got lost."""
    for one in publication.sources.idle():
        said = f"No block names {one.id} ({one.text}) Name it where it is said, or take it out."
        yield Outcome("idle-evidence", "", "cantTell", said, one.place)


def _templates(publication: Publication) -> Iterator[Outcome]:
    """Translators are given what the source says: a template that differs has failed."""
    project = publication.project
    for path in sorted(project.catalogues.glob("*.pot")):
        if path.stem not in publication.segments:
            place = Place(path.relative_to(project.root).as_posix())
            said = "Nothing has these words any more. Delete it, and its catalogues, or rename all."
            yield Outcome("template", "", "cantTell", said, place)
    made = templates(publication.sources, publication.today)
    kept = {path.parent for path, _ in made}
    for path in sorted(project.catalogues.glob(f"*/{LOCAL_NOTES}.pot")):
        if path.parent not in kept:
            place = Place(path.relative_to(project.root).as_posix())
            said = "The locale has no notes any more. Delete it, and the catalogue of the notes."
            yield Outcome("template", "", "cantTell", said, place)
    for path, data in made:
        place = Place(path.relative_to(project.root).as_posix())
        old = path.read_bytes() if path.is_file() else b""
        if data == old:
            yield Outcome("template", "", "passed", "It says what the source says.", place)
            continue
        same = zip(data.split(b"\n"), old.split(b"\n"), strict=False)
        line = next((n for n, (new, was) in enumerate(same, start=1) if new != was), 1)
        yield Outcome(
            "template",
            "",
            "failed",
            "It does not say what the source says. Run `plainleaf extract` and `plainleaf update`.",
            Place(place.file, line),
        )


def inspect_file(path: Path, today: date) -> Iterator[Outcome]:
    """Every outcome of one catalogue, whatever tool wrote it.

    Raises:
        CatalogueError: it cannot be read.
    """
    catalogue = pofile.read(path, leaflet=path.stem, locale="", shown_as=str(path))
    locale = bcp47(dict(catalogue.header).get("Language", ""))
    catalogue = replace(catalogue, locale=locale)
    circumstances = Circumstances(
        "draft",
        today,
        Limits(),
        locale=locale,
        leaflet=path.stem,
        beside=glossary_of(path, catalogue),
    )
    if not catalogue.messages:
        said = "There is nothing to check: the file has no message. See that it is the right one."
        yield Outcome("messages", "", "failed", said, catalogue.place)
        return
    if not locale:
        said = (
            "The header names no language: words for not, must and numbers were not compared. "
            "Write Language: pl."
        )
        yield Outcome("language", "", "cantTell", said, catalogue.place)
    yield from examine(catalogue, get_checks(), circumstances)


def glossary_of(path: Path, catalogue: Catalogue) -> tuple[Catalogue, ...]:
    """The glossary that lies beside one of our catalogues; none where it cannot be read."""
    beside = path.with_name("glossary.po")
    if not is_ours(catalogue) or beside == path or not beside.is_file():
        return ()
    try:
        return (pofile.read(beside, leaflet="glossary", locale="", shown_as=str(beside)),)
    except CatalogueError:
        return ()


def _catalogues(
    publication: Publication, locality: Locality, here: Circumstances
) -> Iterator[Outcome]:
    every = locality.localised.catalogues
    segments = publication.sources.segments_in(locality.locale)
    again = secondpass.load(publication.project, locality.locale, publication.today)
    for domain, catalogue in every.items():
        circumstances = replace(
            here,
            leaflet=domain,
            segments=segments.get(domain, ()),
            beside=tuple(every.values()),
            second_pass=again,
        )
        yield from examine(catalogue, get_checks(), circumstances)


def _documents(
    publication: Publication, locality: Locality, here: Circumstances
) -> Iterator[Outcome]:
    source = publication.localities[0].documents
    plainer = leafletlevels.plainer(publication, locality)
    own = anchoring.Own(publication, locality)
    for name, document in locality.documents.items():
        circumstances = replace(
            here,
            leaflet=name,
            source=source[name],
            declared_terms=leafletlevels.declared(publication, document),
            entries=leafletlevels.places(locality, name),
            plainer=plainer,
            anchors=own.anchors(name),
        )
        yield from examine(document, get_checks(), circumstances)


def _anchors(publication: Publication, locality: Locality) -> Iterator[Outcome]:
    """The leaflets that the settings name as anchors have approved translations."""
    project, tag = publication.project, locality.locale.tag
    if not project.anchors or tag == project.source_locale.tag:
        return
    counts = anchoring.words_of_anchors(publication, locality)
    told = "; ".join(f"{name}: {count} words" for name, count in counts.items())
    if sum(counts.values()):
        said = f"Approved text that counts as an anchor: {told}."
        yield Outcome("anchors", "", "passed", said, Place(project.file), locale=tag)
    else:
        said = "No text of the leaflets that are named as anchors is approved. Sign it whole first."
        place = Place(project.file)
        yield Outcome("anchors", "", "cantTell", said, place, "anchors", "reviewer", tag)


def _artifacts(
    tag: str,
    artifacts: Iterable[Artifact],
    sources: Mapping[str, Document],
    here: Circumstances,
) -> Iterator[Outcome]:
    for artifact in artifacts:
        folder, _, rest = artifact.path.partition("/")
        # The index of all languages is in the source's.
        if folder == tag or (not rest and tag == here.source_locale):
            leaflet = rest.partition("/")[0] if "/" in rest else ""
            about = replace(here, leaflet=leaflet, source=sources.get(leaflet))
            yield from examine(artifact, get_checks(), about)


def _ledgers(locality: Locality) -> Iterator[Outcome]:
    for line in locality.localised.ignored:
        yield Outcome(
            check="ledger",
            requirement="",
            verdict="cantTell",
            sentence=f"This line counts for nothing: {line.why}. Add a right one below it.",
            place=line.place,
            who="reviewer",
            locale=locality.locale.tag,
        )
