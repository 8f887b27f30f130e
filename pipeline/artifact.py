"""What a renderer makes, and what a renderer is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.document import Document, Shown, Words
from pipeline.locale import locale_of, written_number

_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to be published; the path is relative to the edition's folder, with `/`."""

    path: str
    media_type: str
    data: bytes
    notes: tuple[str, ...] = ()
    """What a person should know of the file, such as lines that overflow the column."""
    pages: int = 0
    """How many pages it fills on paper; 0 where that depends on who prints it."""
    shell: str = ""
    """The page shell that it was made with, such as `leaflet.html`; empty: none."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page that a reader can go to: the same leaflet or index in another locale."""

    locale: str
    """BCP 47."""
    autonym: str
    """The language's name in that language, such as `Polski`."""
    english_name: str
    name_here: str
    """The language's name in the language of the page that links to it."""
    direction: str
    href: str
    """Relative to the page that links to it."""


def filled(words: str, lang: str, /, **values: str | int) -> str:
    """Words of a language with each `{name}` that is known replaced by its value.

    Whatever else stands in braces stays as it is, so that no message can stop a build. An `int` is
    written with the digits and separators of the language.
    """

    def value(found: re.Match[str]) -> str:
        known = values.get(found[1], found[0])
        return known if isinstance(known, str) else written_number(known, locale_of(lang))

    return _NAME.sub(value, words)


@dataclass(frozen=True, slots=True)
class Interface:
    """Words that Plainleaf itself says on a page, in one locale."""

    locale: str
    direction: str
    choose: Callable[[str], tuple[str, Shown]] = lambda msgid: (msgid, Shown())
    """An msgid of the interface → the words to show and how they came to be."""

    def text(self, msgid: str, **values: str | int) -> str:
        """The words alone, with `{name}` filled in; only where no mark of language can stand."""
        words, shown = self.choose(msgid)
        return filled(words, shown.lang, **values)


@dataclass(frozen=True, slots=True)
class Offer:
    """What pages say of a file beside them: sentences of the interface, then markup.

    `{language}`, `{pages}` and `{kilobytes}` are known once the file is made.
    """

    lead: str
    """Said once on the leaflet's own page, above the links to all files of this kind."""
    link: str
    """The link on the leaflet's page."""
    short_lead: str
    """Said once for each leaflet on an index page, before its links."""
    short_link: str
    """The link there; who hears it on its own hears the leaflet's title as well."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file of a leaflet beside its page."""

    said: Offer
    href: str
    """Relative to the page that links to it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a renderer knows besides the document."""

    site: str
    interface: Interface
    pages: tuple[Page, ...] = ()
    """This leaflet in every locale that is built, in order of autonym; itself among them."""
    formats: tuple[Format, ...] = ()
    """The other files of the same document."""
    titles: Mapping[str, Words] = field(default_factory=dict)
    """The titles of all leaflets of the locale, by leaflet."""
    home: str = "../index.html"
    """The index page of the locale."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures by `src`, with their labels in this locale."""
    source: str = "en"
    """The BCP 47 tag of the language that leaflets are written in; staff read it."""
    house: bool = True
    """Whether the document is a leaflet of the project; False for foreign files."""
    feedback: str = ""
    """Where readers can say what is unclear: an e-mail or web address; empty: none is known."""
    theme: str = ""
    """The project's own theme folder, whose page shells come before Plainleaf's; empty: none."""


Render = Callable[[Document, Context], tuple[Artifact, ...]]


@dataclass(frozen=True, slots=True)
class Renderer:
    """One output format."""

    name: str
    suffix: str
    render: Render
    offer: Offer | None = None
    """What readers are told of the file; None for the page itself."""
    values: tuple[tuple[str, str | int], ...] = ()
    """What stands in the offer, by name."""
