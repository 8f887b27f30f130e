"""Translations of the same words in other leaflets of the same locale.

What is found here is a proposal: it is filled in as fuzzy, says where it is from, and carries no
signature of the leaflet that it is from.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.catalogue import MACHINE_NOTE, Catalogue, Key, Message
from pipeline.matching import Texts


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation, and the leaflet it was made for."""

    msgstr: str
    leaflet: str
    note: str = ""
    """What marks a machine's draft; it travels with the words."""

    @property
    def comment(self) -> str:
        """The translator comment of an entry that is filled with it."""
        return f"{self.note}\nfrom memory: {self.leaflet}".lstrip()


LIKE = 85.0
"""Per cent of likeness from which another leaflet's text is worth showing."""


@dataclass(frozen=True)
class Memory:
    """The translations of one locale by msgctxt and msgid, people's before machines'."""

    found: dict[Key, tuple[Remembered, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogues: Iterable[Catalogue]) -> "Memory":
        """Remember what is translated and what a machine drafted; nothing that was in doubt.

        What was translated for a text that is gone comes after what is still there.
        Leaflets come in the order of their names. A leaflet that was renamed finds its own words
        here, drafts too.
        """
        found: dict[Key, tuple[Remembered, ...]] = {}
        leaflets = sorted(catalogues, key=lambda one: one.leaflet)
        for state, gone in (("translated", False), ("translated", True), ("machine", False)):
            for catalogue in leaflets:
                for message in catalogue.obsolete if gone else catalogue.messages:
                    if message.state == state and not message.plural:
                        new = Remembered(message.msgstr, catalogue.leaflet, _draft_note(message))
                        key = (message.msgctxt, message.msgid)
                        found[key] = (*found.get(key, ()), new)
        return cls(found)

    def lookup(self, msgctxt: str | None, msgid: str, *, apart_from: str = "") -> Remembered | None:
        """The first translation of exactly these words, but not that of one leaflet itself."""
        known = self.found.get((msgctxt, msgid), ())
        return next((one for one in known if one.leaflet != apart_from), None)

    def likest(self, msgid: str, *, apart_from: str = "") -> tuple[str, Remembered] | None:
        """The likest text that people translated for another leaflet, and its translation."""
        mine = self._confirmed.get(apart_from)
        if mine is None:
            rows = [
                (key[1], one)
                for key, several in self.found.items()
                for one in several
                if one.leaflet != apart_from and not one.note
            ]
            mine = self._confirmed[apart_from] = (rows, Texts([text for text, _ in rows]))
        rows, texts = mine
        best = texts.likest(msgid, LIKE)
        return rows[best[0]] if best else None

    @cached_property
    def _confirmed(self) -> dict[str, tuple[list[tuple[str, Remembered]], Texts]]:
        """What people translated for all leaflets but one, by that one's name."""
        return {}


def _draft_note(message: Message) -> str:
    """The comment that marks a machine's draft; nothing for a translation."""
    note = MACHINE_NOTE.search(message.comments)
    return note.group(0) if note and message.fuzzy else ""
