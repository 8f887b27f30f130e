"""What stands on the index pages: the leaflets of each locale, and the ways between locales."""

from dataclasses import dataclass, replace

from pipeline.artifact import Format, Interface, Page
from pipeline.document import Direction, Words
from pipeline.locale import Locale, name_in


@dataclass(frozen=True, slots=True)
class Entry:
    """One leaflet on an index page."""

    title: Words
    description: Words
    href: str
    """Relative to the index page of the locale, such as `what-it-is/index.html`."""
    formats: tuple[Format, ...] = ()
    """The other files of the same leaflet; where they are is told as above."""
    source_title: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All leaflets of one locale."""

    locale: Locale
    interface: Interface
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """What a page says to those who hand it out, in the language that leaflets are written in."""

    lang: str
    direction: Direction
    name: str
    """The name of the page's language."""
    english: bool
    """Whether the words of the page shells that are English reach them."""
    readers: bool
    """Whether the page is in their own language."""


def staff(locale: Locale, source: Locale) -> Staff:
    """What a page in a locale says to staff who read the source language."""
    own, theirs = (each.tag.partition("-")[0] for each in (locale, source))
    return Staff(
        source.tag, source.direction, name_in(locale, source), theirs == "en", own == theirs
    )


def page(locale: Locale, reader: Locale, href: str) -> Page:
    """A page in a locale, as a page for readers of another one links to it."""
    return Page(
        locale=locale.tag,
        autonym=locale.autonym,
        english_name=locale.english_name,
        name_here=name_in(locale, reader),
        direction=locale.direction,
        href=href,
    )


def by_autonym(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Pages in the order in which a list of languages names them."""
    return tuple(sorted(pages, key=lambda each: (each.autonym.casefold(), each.locale)))


def neighbours(shelves: tuple[Shelf, ...], reader: Locale, above: str) -> tuple[Page, ...]:
    """The index pages of all locales; `above` leads from the linking page to the folder of all."""
    hrefs = [f"{above}{shelf.locale.tag}/index.html" for shelf in shelves]
    return by_autonym(
        tuple(page(shelf.locale, reader, href) for shelf, href in zip(shelves, hrefs, strict=True))
    )


def from_above(shelf: Shelf) -> tuple[Entry, ...]:
    """The entries of a locale as the index of all locales links to them."""
    folder = f"{shelf.locale.tag}/"
    return tuple(
        replace(
            entry,
            href=folder + entry.href,
            formats=tuple(replace(each, href=folder + each.href) for each in entry.formats),
        )
        for entry in shelf.entries
    )
