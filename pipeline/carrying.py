"""The signatures that declared edits carry on, as lines for the ledgers of a project."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline import ledger
from pipeline.config import Project
from pipeline.cosmetic import carried
from pipeline.locale import Locale
from pipeline.merge import Update
from pipeline.signature import Signature
from pipeline.sources import gather


def lines(
    project: Project, updates: Sequence[tuple[Locale, str, Update]], today: date
) -> list[tuple[Path, tuple[Signature, ...]]]:
    """The new lines of each ledger that gets any; the source language's signatures are carried too.

    Raises:
        SourceError: the texts cannot be read; nothing has been written then.
    """
    if not any(update.edits for _, _, update in updates):
        return []
    segments = gather(project).segments()
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
        new = tuple(carried(segments.get(domain, ()), dict(confirmed), edited, held, today))
        if new:
            found.append((path, new))
    return found
