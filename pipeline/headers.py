"""What headers of catalogues say of language and time."""

from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.catalogue import Catalogue
from pipeline.errors import ConfigError
from pipeline.locale import Locale, UnknownLocale, locale_of


def locale_of_catalogue(catalogue: Catalogue) -> Locale:
    """The locale that a catalogue's header names, or failing that its file's name."""
    name = dict(catalogue.header).get("Language") or Path(catalogue.place.file).stem
    try:
        return locale_of(name)
    except UnknownLocale as error:
        raise ConfigError(
            f"“{name}” is no language that CLDR knows.",
            "Write the language in the header: Language: pl.",
            catalogue.place,
        ) from error


def noon(day: date) -> datetime:
    """A day as headers of catalogues have it, with an hour."""
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=UTC)
