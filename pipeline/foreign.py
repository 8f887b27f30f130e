"""Markdown that was not written for Plainleaf: a folder of it, and one catalogue for all."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import disk, pofile
from pipeline.artifact import Context, Interface
from pipeline.catalogue import Key, Message
from pipeline.choose import Rules, choose, words_of
from pipeline.document import Region, Segment, Shown
from pipeline.errors import PlainleafError, SourceError
from pipeline.headers import locale_of_catalogue, noon
from pipeline.intake import too_much
from pipeline.locale import Locale
from pipeline.place import Place
from pipeline.potemplate import template_bytes
from pipeline.reader import Reader, Source, Surroundings
from pipeline.renderers import get_renderer
from pipeline.signature import Ledger
from pipeline.spread import spread

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
        if much := too_much(text):
            raise SourceError(*much[1:], Place(name, much[0]))
        yield Source(name, name, text)


def extract_folder(folder: Path, output: Path, source_locale: Locale, today: date) -> int:
    """Write one template for all files of a folder; how many segments it holds."""
    read = spread(
        lambda: Reader(source_locale, _NOWHERE, house=False).segments, list(sources_of(folder))
    )
    segments = [segment for each in read for segment in each]
    data = template_bytes(
        output.stem,
        segments,
        project_name=folder.resolve().name,
        bugs="",
        today=noon(today),
        old=output if output.is_file() else None,
    )
    disk.make_folder(output.parent)
    disk.write(output, data)
    return len(segments)


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
    rules = Rules("draft", source_locale, locale_of_catalogue(read))
    messages, sources = read.by_key(), list(sources_of(folder))
    _refuse_collisions(sources)
    done = list(spread(lambda: _Translator(folder, output, messages, rules).page, sources))
    return Translated(
        pages=len(done),
        shown=sum(one.shown for one in done),
        segments=sum(one.segments for one in done),
        warnings=tuple(warning for one in done for warning in one.warnings),
    )


def _refuse_collisions(sources: list[Source]) -> None:
    """Refuse two files that would become one page, before either is written."""
    seen: dict[Path, str] = {}
    for source in sources:
        first = seen.setdefault(Path(source.file).with_suffix(""), source.file)
        if first != source.file:
            problem = f"It would become the same page as {first}."
            raise SourceError(problem, "Rename one of them.", Place(source.file))


class _Translator:
    """Turns one file after another into its page."""

    def __init__(
        self, folder: Path, output: Path, messages: dict[Key, Message], rules: Rules
    ) -> None:
        self._folder, self._output, self._messages, self._rules = folder, output, messages, rules
        self._reader = Reader(rules.source, _NOWHERE, house=False)
        self._render = get_renderer("html").render
        interface = Interface(rules.target.tag, rules.target.direction)
        self._context = Context("", interface, house=False)
        self._nobody = Ledger("", rules.target.tag)
        self._counts = Counter[bool]()

    def page(self, source: Source) -> Translated:
        """Write the page of one file, and lay its pictures beside it."""
        self._counts.clear()
        reading = self._reader.read(source, self._choice, self._rules.target, "draft", strict=False)
        target = self._output / Path(source.file).with_suffix(".html")
        disk.make_folder(target.parent)
        disk.write(target, self._render(reading.document, self._context)[0].data, lasting=False)
        here = self._folder / Path(source.file).parent
        _copy_pictures(reading.pictures, here, target.parent, self._folder)
        return Translated(1, self._counts[False], self._counts.total(), reading.errors)

    def _choice(self, segment: Segment) -> tuple[str, Shown]:
        message = self._messages.get((segment.msgctxt, segment.msgid))
        shown = choose(segment, message, self._nobody, self._rules)
        self._counts[shown.is_fallback] += 1
        return words_of(segment, message, shown), shown


def _copy_pictures(pictures: tuple[str, ...], here: Path, there: Path, folder: Path) -> None:
    """Lay pictures of the folder beside the page that shows them."""
    for src in pictures:
        path = (here / src).resolve()
        if "://" not in src and path.is_relative_to(folder.resolve()) and path.is_file():
            target = there / src
            disk.make_folder(target.parent)
            disk.write(target, path.read_bytes(), lasting=False)
