"""Markdown that was not written for Plainleaf: a folder of it, and one catalogue for all."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline import disk, merge, pofile
from pipeline.artifact import Context, Interface
from pipeline.catalogue import Catalogue
from pipeline.choose import Rules, choose, words_of
from pipeline.document import Region, Segment, Shown
from pipeline.errors import ConfigError, PlainleafError, SourceError
from pipeline.locale import Locale, UnknownLocale, locale_of
from pipeline.place import Place
from pipeline.potemplate import template_bytes
from pipeline.reader import Reader, Source, Surroundings
from pipeline.renderers import get_renderer
from pipeline.signature import Ledger

ENDINGS = (".md", ".markdown")
_NOWHERE = Surroundings(Region(""))


def sources_of(folder: Path) -> Iterator[Source]:
    """Every Markdown file below a folder, in order of its path.

    Raises:
        SourceError: there is none, or one is no UTF-8.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS)
    if not files:
        raise SourceError(f"There is no Markdown file in {folder}.", "Name another folder.")
    for path in files:
        name = path.relative_to(folder).as_posix()
        try:
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise SourceError("This is not UTF-8.", "Save it as UTF-8.", Place(name)) from error
        yield Source(name, name, text)


def extract_folder(folder: Path, output: Path, source_locale: Locale, today: date) -> int:
    """Write one template for all files of a folder; how many segments it holds."""
    reader = Reader(source_locale, _NOWHERE, house=False)
    segments = [each for source in sources_of(folder) for each in reader.segments(source)]
    data = template_bytes(
        output.stem,
        segments,
        project_name=folder.resolve().name,
        bugs="",
        today=_noon(today),
        old=output if output.is_file() else None,
    )
    disk.make_folder(output.parent)
    disk.write(output, data)
    return len(segments)


def update_file(template: Path, catalogue: Path, today: date) -> merge.Update:
    """Bring one catalogue up to date with a template; a new one gets its locale from its name."""
    read = pofile.read(catalogue, leaflet="", locale="") if catalogue.is_file() else None
    locale = _locale_of(read or Catalogue("", "", place=Place(str(catalogue))))
    result = merge.update(template, catalogue, locale=locale, today=_noon(today))
    disk.write(catalogue, result.data)
    return result


@dataclass(frozen=True, slots=True)
class Translated:
    """What a translation of a folder came to."""

    pages: int
    shown: int
    segments: int
    warnings: tuple[PlainleafError, ...]


def translate_folder(
    folder: Path, catalogue: Path, output: Path, source_locale: Locale
) -> Translated:
    """Write a page for each file of a folder, in the words of a catalogue.

    What the catalogue lacks, or has not confirmed, stays in the source language, and says so in
    `lang` and `dir`.
    """
    read = pofile.read(catalogue, leaflet="", locale="")
    locale, messages = _locale_of(read), read.by_key()
    rules = Rules("draft", source_locale, locale)
    nobody = Ledger("", locale.tag)
    counts = Counter[bool]()

    def choice(segment: Segment) -> tuple[str, Shown]:
        message = messages.get((segment.msgctxt, segment.msgid))
        shown = choose(segment, message, nobody, rules)
        counts[shown.is_fallback] += 1
        return words_of(segment, message, shown), shown

    reader = Reader(source_locale, _NOWHERE, house=False)
    render = get_renderer("html").render
    context = Context("", Interface(locale.tag, locale.direction), house=False)
    pages = 0
    warnings: list[PlainleafError] = []
    for source in sources_of(folder):
        reading = reader.read(source, choice, locale, "draft", strict=False)
        page = render(reading.document, context)[0]
        target = output / Path(source.file).with_suffix(".html")
        disk.make_folder(target.parent)
        disk.write(target, page.data, lasting=False)
        _copy_pictures(reading.pictures, folder / Path(source.file).parent, target.parent, folder)
        pages += 1
        warnings.extend(reading.errors)
    return Translated(pages, counts[False], counts.total(), tuple(warnings))


def _copy_pictures(pictures: tuple[str, ...], here: Path, there: Path, folder: Path) -> None:
    """Lay pictures of the folder beside the page that shows them."""
    for src in pictures:
        path = (here / src).resolve()
        if "://" not in src and path.is_relative_to(folder.resolve()) and path.is_file():
            target = there / src
            disk.make_folder(target.parent)
            disk.write(target, path.read_bytes(), lasting=False)


def _locale_of(catalogue: Catalogue) -> Locale:
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


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=UTC)
