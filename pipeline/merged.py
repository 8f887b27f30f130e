"""What an update of one catalogue depends on, and what it came to."""

from dataclasses import dataclass, field

from pipeline.catalogue import Key
from pipeline.cosmetic import Edit
from pipeline.meaning import Terms
from pipeline.memory import Memory


@dataclass(frozen=True, slots=True)
class Update:
    """A catalogue brought up to date, and where each message has its translation from."""

    data: bytes
    changed: bool
    kept: int = 0
    new: int = 0
    """Messages that came without a translation."""
    fuzzy: int = 0
    meaning: int = 0
    """Fuzzy ones whose meaning changed."""
    wording: int = 0
    cosmetic: int = 0
    split: int = 0
    """Parts of a paragraph that got a part of its translation, or all of it."""
    joined: int = 0
    carried: int = 0
    """Confirmed ones that a declared edit left so."""
    from_memory: int = 0
    revived: int = 0
    obsolete: int = 0
    """Entries with a translation that this update marked obsolete."""
    edits: tuple[Edit, ...] = ()
    """The declared edits that were carried."""
    confirmed: tuple[tuple[Key, str], ...] = ()
    """Every confirmed translation, where any edit was carried: what signatures are bound to."""
    refused: tuple[str, ...] = ()
    """The declared edits that were not, a line each."""
    homeless: tuple[str, ...] = ()
    """Confirmed texts that vanished and that no message took anything of."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an update depends on besides its two files."""

    memory: Memory = field(default_factory=Memory)
    leaflet: str = ""
    """The one that the memory is not asked about; by default the catalogue's name."""
    language: str = "en"
    """Of the source texts."""
    terms: Terms = ()
    """The forms of each term of the glossary."""
    declared_by: str | None = None
    """Who declares every edit of this update cosmetic; nobody, where it is None."""
