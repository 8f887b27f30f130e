"""Translations of the same words in other leaflets of the same locale.

What is found here is a proposal: it is filled in as fuzzy, says where it is from, and carries no
signature of the leaflet that it is from.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.catalogue import Catalogue, Key


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation, and the leaflet it was made for."""

    msgstr: str
    leaflet: str

    @property
    def comment(self) -> str:
        """The translator comment of an entry that is filled with it."""
        return f"from memory: {self.leaflet}"


@dataclass(frozen=True, slots=True)
class Memory:
    """All translations of one locale that no longer wait for anybody, by msgctxt and msgid."""

    found: dict[Key, tuple[Remembered, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogues: Iterable[Catalogue]) -> "Memory":
        """Remember what is translated and not fuzzy; leaflets come in the order of their names."""
        found: dict[Key, tuple[Remembered, ...]] = {}
        for catalogue in sorted(catalogues, key=lambda one: one.leaflet):
            for message in catalogue.messages:
                if message.state == "translated" and not message.plural:
                    key = (message.msgctxt, message.msgid)
                    new = Remembered(message.msgstr, catalogue.leaflet)
                    found[key] = (*found.get(key, ()), new)
        return cls(found)

    def lookup(self, msgctxt: str | None, msgid: str, *, apart_from: str = "") -> Remembered | None:
        """The first translation of exactly these words, but not that of one leaflet itself."""
        known = self.found.get((msgctxt, msgid), ())
        return next((one for one in known if one.leaflet != apart_from), None)
