"""The one natural way, start to finish: extract → update → build."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

from pipeline import carrying, disk, interface, ledger, merge, pofile, registers
from pipeline.artifact import Artifact, Context, Format, Offer, Renderer
from pipeline.config import Project
from pipeline.document import Document, Edition
from pipeline.edition import Locality, Publication, open_publication
from pipeline.ledger import Ignored
from pipeline.locale import Locale
from pipeline.localstyle import LOCAL_NOTES
from pipeline.memory import Memory
from pipeline.potemplate import template_bytes
from pipeline.release import Gap, absent, faults, gaps, held_back
from pipeline.renderers import _draftmark, get_renderers
from pipeline.renderers._index import Entry, Shelf, by_autonym, page
from pipeline.renderers._xhtml import Html, say
from pipeline.renderers.html import index_pages
from pipeline.sources import Sources, gather

Progress = Callable[[str], None]
"""Told of each step as it is done."""


def silent(_: str) -> None:
    """Tell nobody."""


# ── extract ────────────────────────────────────────────────────────────────────────────────────
def extract(project: Project, today: date) -> list[Path]:
    """Write the template of every leaflet; the paths of those that changed."""
    changed = []
    for path, data in templates(gather(project), today):
        disk.make_folder(path.parent)
        if disk.write(path, data):
            changed.append(path)
    return changed


def templates(sources: Sources, today: date) -> list[tuple[Path, bytes]]:
    """Every template as it has to be, all made before the first is written.

    The notes of a locale have a template of their own, beside its catalogues.
    """
    project, made = sources.project, []
    top = project.catalogues
    every = [(top, domain, each) for domain, each in sources.segments().items()]
    every += [
        (top / locale.gettext, LOCAL_NOTES, notes)
        for locale in project.locales
        if (notes := sources.local_style(locale).segments)
    ]
    for folder, domain, each in every:
        path = folder / f"{domain}.pot"
        data = template_bytes(
            domain,
            each,
            project_name=project.name,
            bugs=project.bugs,
            today=_noon(today),
            old=path if path.is_file() else None,
        )
        made.append((path, data))
    return made


def _noon(day: date) -> datetime:
    """The moment that a catalogue names for a day: catalogues know hours, runs are given days."""
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=UTC)


# ── update ─────────────────────────────────────────────────────────────────────────────────────
def update(
    project: Project, today: date, declared_by: str | None = None
) -> Iterator[tuple[Path, merge.Update]]:
    """Merge every template into every locale's catalogue, and tell what became of each.

    All merges are done before the first file is written, so that a broken catalogue leaves every
    file as it was. Who declares all edits cosmetic may be named; their signatures are carried on.
    """
    found = sorted(project.catalogues.glob("*.pot"))
    words = registers.glossary(project.source / "glossary.toml", "source/glossary.toml")
    terms = tuple(term.words for term in words.values())
    done = []
    for locale in project.locales:
        given = merge.Circumstances(
            memory=_memory(project, locale),
            language=project.source_locale.tag,
            terms=terms,
            declared_by=declared_by,
        )
        own = project.catalogues / locale.gettext / f"{LOCAL_NOTES}.pot"
        for template in (*found, *[own] * own.is_file()):
            path = project.catalogue(template.stem, locale)
            old = _start(path, template.stem, locale)
            result = merge.update(template, old, locale=locale, today=_noon(today), given=given)
            done.append((locale, path, result))
    signing = carrying.lines(project, [(one, path.stem, each) for one, path, each in done], today)
    for _, path, result in done:
        disk.make_folder(path.parent)
        disk.write(path, result.data)
        yield path, result
    for path, signatures in signing:
        ledger.append(path, signatures)


def clean(project: Project) -> Iterator[tuple[Path, int]]:
    """Take obsolete entries out of every catalogue, and tell how many; only when asked to."""
    for locale in project.locales:
        for path in sorted(project.catalogue("any", locale).parent.glob("*.po")):
            catalogue = pofile.PoFile.load(path)
            live = [entry for entry in catalogue.entries if not entry.obsolete]
            taken = len(catalogue.entries) - len(live)
            if taken:
                catalogue.entries = live
                disk.write(path, catalogue.bytes())
                yield path, taken


def _start(path: Path, domain: str, locale: Locale) -> Path:
    """The catalogue to merge into: the project's; for a new interface, the one Plainleaf brings."""
    if not path.is_file() and domain == interface.DOMAIN:
        return interface.shipped(locale) or path
    return path


def _memory(project: Project, locale: Locale) -> Memory:
    """Every catalogue of a locale, also one whose leaflet has another name now."""
    paths = sorted(project.catalogue("any", locale).parent.glob("*.po"))
    return Memory.of(pofile.read(path, leaflet=path.stem, locale=locale.tag) for path in paths)


# ── build ──────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    edition: Edition
    folder: Path
    artifacts: tuple[Artifact, ...]
    held: dict[str, tuple[str, ...]]
    """Leaflets that are not released in any locale, each with the reasons."""
    gaps: tuple[Gap, ...] = ()
    """What of each leaflet is not released in each locale."""
    absent: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The leaflets that are not released, by the tag of the locale."""
    ignored: tuple[Ignored, ...] = ()
    """Lines of ledgers that count for nothing."""
    removed: int = 0
    """How many files of an earlier build were taken away."""


def build(
    project: Project,
    edition: Edition,
    today: date,
    progress: Progress = silent,
    *,
    allow_fallback: bool = False,
) -> Built:
    """Make every leaflet in every locale and write it to the edition's folder.

    Everything is made before the disk is touched; then what no longer belongs to the edition is
    taken away, before all else, as it may have been withdrawn, and a file whose bytes are the same
    is left alone. With `allow_fallback`, signed English stands in for what a release cannot show in
    a locale.

    Raises:
        PlainleafError: something in the sources is wrong, or a page shell would make a draft that
            does not say that it is one, or a release that does.
    """
    publication = open_publication(project, edition, today)
    publication = replace(publication, faulty=faults(publication))
    held, found = held_back(publication), gaps(publication)
    ignored: tuple[Ignored, ...] = ()
    out: Mapping[str, frozenset[str]] = {}
    if edition == "release":
        ignored = tuple(one for each in publication.localities for one in each.localised.ignored)
        out = absent(publication, held, found, allow_fallback=allow_fallback)
        publication = replace(publication, absent=out) if any(out.values()) else publication
    made = tuple(artifacts_of(publication, progress))
    _draftmark.require(made, edition, _theme(project))
    folder = project.output / edition
    removed = _sweep(folder, {artifact.path for artifact in made})
    for artifact in made:
        disk.make_folder((folder / artifact.path).parent)
        disk.write(folder / artifact.path, artifact.data, lasting=False)
    return Built(edition, folder, made, held, found, out, ignored, removed)


def _sweep(folder: Path, wanted: set[str]) -> int:
    """Take away what is left of earlier builds, reports on them too; how many files there were."""
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                disk.remove(path)
        elif path.relative_to(folder).as_posix() not in wanted:
            removed += disk.remove(path)
    return removed


def artifacts_of(publication: Publication, progress: Progress = silent) -> Iterator[Artifact]:
    """Every file of an edition, in memory."""
    shelves = []
    for locality in publication.localities:
        context = _context(publication, locality)
        entries = []
        for document in locality.documents.values():
            files, formats = _leaflet(publication, document, locality, context)
            yield from files
            entries.append(_entry(document, formats))
        progress(locality.locale.tag)
        if entries:
            shelves.append(Shelf(locality.locale, context.interface, tuple(entries)))
    project = publication.project
    if shelves:
        yield from index_pages(project.name, tuple(shelves), publication.edition, _theme(project))


def _context(publication: Publication, locality: Locality) -> Context:
    project = publication.project
    return Context(
        site=project.name,
        source=project.source_locale.tag,
        interface=locality.localised.interface(),
        titles={name: each.meta.title for name, each in locality.documents.items()},
        feedback=project.feedback,
        theme=_theme(project),
    )


def _theme(project: Project) -> str:
    folder = project.source / "theme"
    return str(folder) if folder.is_dir() else ""


def _leaflet(
    publication: Publication, document: Document, locality: Locality, context: Context
) -> tuple[tuple[Artifact, ...], tuple[Format, ...]]:
    """The files of one leaflet in one locale, and what pages say of those that are no page."""
    pages = (
        page(
            other.locale, locality.locale, f"../../{other.locale.tag}/{document.leaflet}/index.html"
        )
        for other in publication.localities
        if document.leaflet in other.documents
    )
    context = replace(
        context,
        pages=by_autonym(tuple(pages)),
        pictures=publication.pictures(document, locality),
    )
    web, *others = get_renderers()
    made = [(each, file) for each in others for file in each.render(document, context)]
    formats = tuple(
        Format(
            _said(each.offer, each, file, context, locality.locale), file.path.rpartition("/")[2]
        )
        for each, file in made
        if each.offer
    )
    page_files = web.render(document, replace(context, formats=formats))
    return (*(file for _, file in made), *page_files), formats


def _said(
    offer: Offer, renderer: Renderer, artifact: Artifact, context: Context, locale: Locale
) -> Offer:
    """What pages say of another file of a leaflet, in words of the page."""
    values = {
        **dict(renderer.values),
        "language": Html(escape(locale.autonym)),
        "pages": artifact.pages,
        "kilobytes": max(1, round(len(artifact.data) / 1000)),
    }
    words = {name: say(context.interface, msgid, **values) for name, msgid in asdict(offer).items()}
    return Offer(**words)


def _entry(document: Document, formats: tuple[Format, ...]) -> Entry:
    folder, meta = document.leaflet, document.meta
    return Entry(
        meta.title,
        meta.description,
        f"{folder}/index.html",
        tuple(replace(each, href=f"{folder}/{each.href}") for each in formats),
        meta.source_title,
    )
