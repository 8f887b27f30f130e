"""The catalogues that are mutated: ours, and those that installed packages carry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from pipeline import pofile
from pipeline.catalogue import Catalogue, Message
from pipeline.errors import CatalogueError
from pipeline.locale import bcp47

LANGUAGES = ("pl", "ar", "de", "fr", "es", "pt", "ru", "uk", "hi", "zh")
"""The languages in which catalogues of others are measured."""
OWN = ("ar", "bn", "cy", "es", "fr", "hi", "pa", "pl", "pt", "ro", "so", "uk", "ur", "zh")
"""The languages of our own leaflets."""
THIRD_PARTY = {"django": "Django", "wtforms": "WTForms", "sphinx": "Sphinx"}
OURS, HELD_OUT = "Plainleaf", "Held out"
_OTHER_SCRIPT = ("zh-Hant", "zh-TW", "zh-HK")


@dataclass(frozen=True, slots=True)
class Body:
    """The catalogues of one origin in one language."""

    origin: str
    language: str
    catalogues: tuple[Catalogue, ...]

    @property
    def size(self) -> int:
        """How many messages it has."""
        return sum(len(one.messages) for one in self.catalogues)


@dataclass(frozen=True, slots=True)
class Text:
    """One translated text: a message, or the last plural form of an entry."""

    catalogue: Catalogue
    message: Message

    @property
    def is_plural(self) -> bool:
        """Whether it is a plural form."""
        return bool(self.message.forms)

    @property
    def is_markdown(self) -> bool:
        """Whether its catalogue holds Markdown, and not the texts of a program."""
        return any("md-text" in one.flags for one in self.catalogue.messages[:50])

    @property
    def msgid(self) -> str:
        """What is translated."""
        return self.message.plural_id or self.message.msgid

    @property
    def msgstr(self) -> str:
        """The translation."""
        return (self.message.forms or (self.message.msgstr,))[-1]

    def saying(self, msgstr: str) -> Message:
        """The message with another translation."""
        if self.is_plural:
            return replace(self.message, forms=(*self.message.forms[:-1], msgstr))
        return replace(self.message, msgstr=msgstr)

    def behind(self, source: str, here: str) -> "Text":
        """The text with something written behind msgid and msgstr."""
        one = self.message
        return replace(
            self, message=replace(one, msgid=one.msgid + source, msgstr=one.msgstr + here)
        )


def ours(root: Path) -> Iterator[Body]:
    """Our own catalogues; what a machine drafted counts as translated here."""
    for folder in sorted((root / "locales").glob("*/LC_MESSAGES")):
        yield from bodies(OURS, sorted(folder.glob("*.po")), OWN)


def third_party(folder: Path) -> Iterator[Body]:
    """The packages that are measured by name."""
    for package, origin in THIRD_PARTY.items():
        yield from bodies(origin, sorted((folder / package).rglob("LC_MESSAGES/*.po")))


def held_out(folder: Path) -> Iterator[Body]:
    """Every other package of a folder."""
    files = sorted(folder.glob("*/**/LC_MESSAGES/*.po"))
    rest = [one for one in files if one.relative_to(folder).parts[0] not in THIRD_PARTY]
    yield from bodies(HELD_OUT, rest)


def bodies(
    origin: str, files: Iterable[Path], languages: tuple[str, ...] = LANGUAGES
) -> Iterator[Body]:
    """The catalogues among some files that are in languages with words to mutate."""
    named = [(_tag(one), one) for one in files]
    wanted = [
        (tag.partition("-")[0], tag, one)
        for tag, one in named
        if tag.partition("-")[0] in languages and not tag.startswith(_OTHER_SCRIPT)
    ]
    wanted.sort(key=lambda one: (languages.index(one[0]), str(one[2])))
    for language, group in groupby(wanted, key=lambda one: one[0]):
        read = tuple(one for _, tag, file in group if (one := sound(file, tag)).messages)
        if read:
            yield Body(origin, language, read)


def _tag(file: Path) -> str:
    """The locale of a catalogue, by its folder or, elsewhere, by its header."""
    if file.parent.name == "LC_MESSAGES":
        return bcp47(file.parent.parent.name)
    header = dict(pofile.read(file, leaflet=file.stem, locale="").header)
    return bcp47(header.get("Language", ""))


def sound(file: Path, tag: str) -> Catalogue:
    """A catalogue with its translated messages only; stale ones are left out.

    A file that is no catalogue has none.
    """
    try:
        read = pofile.read(file, leaflet=file.stem, locale=tag)
    except CatalogueError:
        return Catalogue(file.stem, tag)
    kept = tuple(
        replace(one, flags=tuple(flag for flag in one.flags if flag != "fuzzy"), comments="")
        for one in read.messages
        if one.state in {"translated", "machine"}
    )
    return replace(read, messages=kept, obsolete=())
