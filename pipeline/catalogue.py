"""Catalogues as nouns: messages of one leaflet in one locale, whatever file they came from."""

import re
from dataclasses import dataclass, field
from typing import Literal

from pipeline.place import Place

State = Literal["missing", "machine", "changed", "translated"]

MACHINE_NOTE = re.compile(r"^machine translation, \d{4}-\d{2}-\d{2}, not reviewed$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Message:
    """One entry: the source text, its translation and what the file says about both."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    flags: tuple[str, ...] = ()
    previous: str | None = None
    """`#| msgid`: the source text that the translation was made for."""
    comments: str = ""
    """Translator comments (`# `), one line each."""
    extracted: str = ""
    """Comments for translators (`#.`), one line each."""
    references: tuple[str, ...] = ()
    plural: bool = False
    """The entry has plural forms, which leaflets never use; no leaflet shows such an entry."""
    plural_id: str = ""
    """`msgid_plural`."""
    forms: tuple[str, ...] = ()
    """Every `msgstr[n]` of an entry with plural forms."""
    place: Place = field(default_factory=lambda: Place(""), compare=False)

    @property
    def fuzzy(self) -> bool:
        """Whether the entry is marked `fuzzy`."""
        return "fuzzy" in self.flags

    @property
    def state(self) -> State:
        """The state of the message, derived and never stored.

        A fuzzy entry is *machine* only with the machine comment and no previous text; whatever
        else is fuzzy is *changed*: a fuzzy match, a fill from memory, a translator's "needs work".
        """
        if not self.msgstr:
            return "missing"
        if not self.fuzzy:
            return "translated"
        if self.previous is None and MACHINE_NOTE.search(self.comments):
            return "machine"
        return "changed"


Key = tuple[str | None, str]
"""(msgctxt, msgid): what makes an entry itself in gettext."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All messages of one leaflet in one locale; the template has an empty locale."""

    leaflet: str
    locale: str
    header: tuple[tuple[str, str], ...] = ()
    messages: tuple[Message, ...] = ()
    obsolete: tuple[Message, ...] = ()
    place: Place = field(default_factory=lambda: Place(""), compare=False)

    def by_key(self) -> dict[Key, Message]:
        """The live messages by (msgctxt, msgid)."""
        return {(message.msgctxt, message.msgid): message for message in self.messages}
