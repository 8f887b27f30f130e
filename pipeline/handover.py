"""`export` and `import`: what people who never see version control are given, and what returns."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import backtranslations, disk, ledger, reviewed
from pipeline.backtranslations import BackTranslation
from pipeline.catalogue import Key
from pipeline.choose import key_of
from pipeline.config import Project
from pipeline.document import Region, Segment
from pipeline.errors import PlainleafError
from pipeline.exchange import LARGEST, SEPARATORS, get_exchange
from pipeline.exchange._cells import quoted
from pipeline.exchange._days import Dates
from pipeline.exchange._parcel import Circumstances, Entry, Order, Parcel, State
from pipeline.guard import is_broken
from pipeline.locale import Locale, bcp47
from pipeline.localise import Localised, localise
from pipeline.registers import GLOSSARY, REGIONS, GlossaryTerm
from pipeline.release import findings
from pipeline.sources import Sources, gather
from pipeline.style import straight


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import came to."""

    ledger: Path
    signatures: int
    """Lines that were added to the ledger."""
    back: int
    """Back-translations that were added."""
    drafts: int
    """Texts that a comment called a machine's draft, not reviewed, until they were signed."""
    told: tuple[str, ...]


def export(  # noqa: PLR0913  each is an option of the command
    project: Project,
    exchange: str,
    leaflet: str,
    today: date,
    *,
    locale: str,
    step: str,
    output: Path | None = None,
    separator: str = "comma",
) -> Iterator[Path]:
    """Write a leaflet in a locale as files of one format; their paths.

    Raises:
        PlainleafError: there is no such leaflet or locale, or a file cannot be written.
    """
    order = Order(step, SEPARATORS[separator])
    made = get_exchange(exchange).export(opener(project, today)(leaflet, locale), order)
    folder = output or project.output / exchange
    disk.make_folder(folder)
    for artifact in made:
        disk.write(folder / artifact.path, artifact.data, lasting=False)
        yield folder / artifact.path


def take(project: Project, exchange: str, file: Path, today: date, dates: Dates = "") -> Taken:
    """Read a file that came back, and add what it says to the ledger: all of it or nothing.

    Raises:
        PlainleafError: something in it is wrong, or the ledger cannot be written.
    """
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    here = Circumstances(today, opener(project, today), dates)
    found = get_exchange(exchange).take(data, file.name, here)
    path = project.ledger(found.leaflet, found.locale)
    messages = {(one.msgctxt, one.msgid) for one in found.signed}
    added = ledger.append(path, found.signatures)
    drafts = reviewed.note(project, found.leaflet, found.locale, messages)
    backtranslations.append(_back(project, found.leaflet, found.locale), found.back)
    return Taken(path, added, len(found.back), drafts, found.told)


def _back(project: Project, leaflet: str, locale: Locale) -> Path:
    return project.catalogues / locale.gettext / "back-translations" / f"{leaflet}.jsonl"


# ── one leaflet in one locale ──────────────────────────────────────────────────────────────────
def opener(project: Project, today: date) -> Callable[[str, str], Parcel]:
    """What opens any leaflet of a project in any of its locales, as it is today."""

    def opened(leaflet: str, tag: str) -> Parcel:
        sources, locale = gather(project), _locale(project, tag)
        segments = sources.signable(locale)
        if leaflet not in segments:
            known = ", ".join(segments)
            raise PlainleafError(f"There is no leaflet “{quoted(leaflet)}”.", f"There are {known}.")
        locale = _locale(project, tag)
        domains = dict.fromkeys((leaflet, GLOSSARY, REGIONS))
        localised = localise(project, locale, domains, "draft", today)
        return _parcel(sources, localised, leaflet, segments[leaflet], today)

    return opened


def _locale(project: Project, tag: str) -> Locale:
    locales = {one.tag: one for one in (project.source_locale, *project.locales)}
    if bcp47(tag) not in locales:
        known = ", ".join(locales)
        raise PlainleafError(f"The project has no locale “{quoted(tag)}”.", f"It has {known}.")
    return locales[bcp47(tag)]


def _parcel(
    sources: Sources,
    localised: Localised,
    leaflet: str,
    segments: tuple[Segment, ...],
    today: date,
) -> Parcel:
    project, locale = sources.project, localised.locale
    meta = sources.readings[leaflet].document.meta if leaflet in sources.readings else None
    region = sources.surroundings.region
    known = backtranslations.read(_back(project, leaflet, locale))
    hits = _finder(sources.glossary, localised)
    theme = project.source / "theme"
    wrong = findings(sources, localised, today, (leaflet,))
    entries = (_entry(segment, localised, known, hits, wrong) for segment in segments)
    return Parcel(
        site=project.name,
        leaflet=leaflet,
        title=meta.source_title if meta else leaflet,
        version=meta.version if meta else "",
        source=project.source_locale,
        target=locale,
        entries=tuple({entry.key: entry for entry in entries}.values()),
        today=today,
        source_values=_values(region),
        target_values=_values(localised.region(region)),
        theme=str(theme) if theme.is_dir() else "",
    )


def _values(region: Region) -> dict[str, str]:
    return {key: value.text for key, value in region.values}


def _entry(
    segment: Segment,
    localised: Localised,
    back: Mapping[str, BackTranslation],
    hits: Callable[[str], tuple[tuple[str, str], ...]],
    wrong: Mapping[tuple[str, Key], str],
) -> Entry:
    text, message = localised.text(segment), localised.message(segment)
    key, held = key_of(segment, text, localised.locale.tag), localised.ledger(segment)
    state: State = message.state if message else "missing"
    if localised.rules.of_source:
        state = "translated"
    elif text and is_broken(segment.msgid, text):
        state = "broken"
    return Entry(
        segment=segment,
        key=key,
        translation=text,
        state=state,
        fault=wrong.get((segment.leaflet, (segment.msgctxt, segment.msgid)), ""),
        signed=held.standing(key),
        refusal=held.refusal,
        terms=hits(segment.msgid),
        back=back.get(key),
    )


def _finder(
    glossary: Mapping[str, GlossaryTerm], localised: Localised
) -> Callable[[str], tuple[tuple[str, str], ...]]:
    """What finds the words of the glossary in a text: each once, with its translation, in order."""
    forms = {
        straight(form).casefold(): term
        for term in glossary.values()
        if term.use == "explain"
        for form in (*term.words, f"(term:{term.id})")
    }
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    # Behind an opening parenthesis stands a link's address, in which words do not count.
    pattern = re.compile(rf"(?<![\w(/-])(?:{'|'.join(longest_first)})(?![\w-])") if forms else None

    def found(text: str) -> tuple[tuple[str, str], ...]:
        plain = straight(text).casefold()
        terms = [forms[hit] for hit in pattern.findall(plain)] if pattern else []
        return tuple(dict.fromkeys((term.term.msgid, _there(term, localised)) for term in terms))

    return found


def _there(term: GlossaryTerm, localised: Localised) -> str:
    message = localised.message(term.term)
    return message.msgstr if message else ""
