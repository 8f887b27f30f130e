"""What stands within a line."""

from dataclasses import dataclass

from pipeline.document.segment import Direction, Value


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the author asked for."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; only in text that was not written for Plainleaf."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text for a computer; only in text that was not written for Plainleaf."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link: to the web, to a mail or phone, to another leaflet or to a place in this one."""

    href: str
    children: tuple["Inline", ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A link to a leaflet that is planned and not there yet: shown as plain words."""

    leaflet: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the glossary explains; `first` marks its first use in the leaflet."""

    id: str
    children: tuple["Inline", ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A phrase in another language than the text around it."""

    lang: str
    direction: Direction
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Datum:
    """A value of the region; None while it is still to be supplied."""

    key: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """The mark in the text that leads to a footnote."""

    id: str
    number: int
    use: int = 1
    """Which use of the same footnote this is, counted from 1."""


@dataclass(frozen=True, slots=True)
class InlineImage:
    """A picture within a line."""

    src: str
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form with its long form; only in text that was not written for Plainleaf."""

    title: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class RawInline:
    """Sanitised HTML within a line; only in text that was not written for Plainleaf."""

    html: str


Inline = (
    Text | LineBreak | Strong | Emphasis | Code | Link | Planned | Term | Language | Datum
    | FootnoteReference | InlineImage | Abbreviation | RawInline
)  # fmt: skip
