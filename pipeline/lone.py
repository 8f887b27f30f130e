"""One catalogue by itself, whatever it belongs to."""

from datetime import date
from pathlib import Path

from pipeline import disk, pofile
from pipeline.catalogue import Catalogue
from pipeline.headers import locale_of_catalogue, noon
from pipeline.merge import Circumstances, update
from pipeline.merged import Update
from pipeline.place import Place


def update_file(
    template: Path, catalogue: Path, today: date, declared_by: str | None = None
) -> Update:
    """Bring one catalogue up to date with a template; a new one gets its locale from its name.

    Who declares all edits cosmetic may be named; a catalogue alone has no signatures to carry.
    """
    fields = pofile.header(catalogue) if catalogue.is_file() else ()
    locale = locale_of_catalogue(Catalogue("", "", fields, place=Place(str(catalogue))))
    given = Circumstances(declared_by=declared_by)
    result = update(template, catalogue, locale=locale, today=noon(today), given=given)
    disk.write(catalogue, result.data)
    return result
