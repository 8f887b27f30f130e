"""The signatures that declared edits carry on, as lines for the ledgers of a project."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline import ledger
from pipeline.choose import key_of
from pipeline.config import Project
from pipeline.cosmetic import Edit, carried, passed_on
from pipeline.locale import Locale
from pipeline.merge import Update
from pipeline.signature import Ledger, Signature
from pipeline.sources import Sources, gather


def lines(
    project: Project, updates: Sequence[tuple[Locale, str, Update]], today: date
) -> list[tuple[Path, tuple[Signature, ...]]]:
    """The new lines of each ledger that gets any; the source language's signatures are carried too.

    Raises:
        SourceError: the texts cannot be read; nothing has been written then.
    """
    if not any(update.edits for _, _, update in updates):
        return []
    sources = gather(project)
    found = []
    jobs = [(locale, domain, update.confirmed, update.edits) for locale, domain, update in updates]
    for domain in dict.fromkeys(domain for _, domain, _, edits in jobs if edits):
        edits = {edit.key: edit for _, name, _, more in jobs if name == domain for edit in more}
        jobs.append((project.source_locale, domain, (), tuple(edits.values())))
    for locale, domain, confirmed, edited in jobs:
        if not edited:
            continue
        path = project.ledger(domain, locale)
        source = locale == project.source_locale
        held, _ = ledger.read(path, domain, locale.tag, today, source=source)
        new = tuple(
            carried(
                sources.segments_in(locale).get(domain, ()), dict(confirmed), edited, held, today
            )
        )
        if source and domain in sources.readings:
            new += tuple(_outline(sources, domain, edited, held, today))
        if new:
            found.append((path, new))
    return found


def _outline(
    sources: Sources, leaflet: str, edits: Sequence[Edit], held: Ledger, day: date
) -> Iterator[Signature]:
    """Those of the leaflet as a whole, where nothing of it has changed but these edits."""
    was = sources.outline(leaflet, {edit.key: edit.old for edit in edits})
    now = sources.outline(leaflet)
    former, present = (key_of(one, one.msgid, held.locale) for one in (was, now))
    person = ", ".join(dict.fromkeys(edit.person for edit in edits))
    return passed_on(former, present, held, person, day)
