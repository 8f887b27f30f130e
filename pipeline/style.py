"""How leaflets are worded: words to avoid, words that date, short forms that everybody knows.

Plainleaf has lists of its own for English; a project's `source/style.toml` adds to them. A word
whose better word is "" is taken out of every list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import SourceError
from pipeline.place import Place
from pipeline.tables import lines_of, tables, texts

_HOUSE = Path(__file__).parent / "data" / "style" / "en.toml"


@dataclass(frozen=True, slots=True)
class Style:
    """Words by what leaflets do with them. Each form of a word is listed for itself."""

    avoid: Mapping[str, str] = field(default_factory=dict)
    """Words and phrases to avoid, each with a better one."""
    undated: tuple[str, ...] = ()
    """Words that are true on the day when they are written, and not for ever."""
    fine: tuple[str, ...] = ()
    """Phrases in which a word of the other lists is at home, such as “at the latest”."""
    known: tuple[str, ...] = ()
    """Abbreviations that need no expansion."""
    stress: tuple[str, ...] = ()
    """Ordinary words that some write in capitals."""
    units: tuple[str, ...] = ()
    """What may stand on both sides of a slash."""
    participles: tuple[str, ...] = ()
    """Participles that do not end in -ed."""
    states: tuple[str, ...] = ()
    """Participles that tell what something is like, not what is done to it."""

    def __or__(self, other: "Style") -> "Style":
        """Both lists of everything, without what the other one takes out."""
        avoid = {**self.avoid, **other.avoid}
        out = {word for word, better in avoid.items() if not better}

        def both(name: str) -> tuple[str, ...]:
            words = dict.fromkeys((*getattr(self, name), *getattr(other, name)))
            return tuple(word for word in words if straight(word).casefold() not in out)

        lists = {each.name: both(each.name) for each in fields(self) if each.name != "avoid"}
        return Style({word: better for word, better in avoid.items() if better}, **lists)


@cache
def house_style() -> Style:
    """What Plainleaf knows of English health leaflets."""
    return _read(_HOUSE, _HOUSE.name)


def load(path: Path, shown_as: str) -> Style:
    """Plainleaf's lists and the project's own; only the former where there is no file.

    Raises:
        SourceError: the file is no TOML, or holds something that is no list of words.
    """
    return house_style() | _read(path, shown_as) if path.is_file() else house_style()


def _read(path: Path, shown_as: str) -> Style:
    avoid: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    known = [each.name for each in fields(Style) if each.name != "avoid"]
    for name, table, head in tables(path, shown_as):
        if name == "avoid":
            avoid = _avoid(table, path, head)
        elif name == "lists":
            for key in table:
                place = _place(path, key, head)
                if key not in known:
                    remedy = f"Plainleaf knows {', '.join(known)}."
                    raise SourceError(f"There is no list “{key}”.", remedy, place)
                lists[key] = texts(table, key, place)
        else:
            raise SourceError(f"There is no “{name}”.", "Write [avoid] or [lists].", head)
    return Style(avoid, **lists)


def _avoid(table: Mapping[str, Any], path: Path, head: Place) -> dict[str, str]:
    """Every form with its better word; the forms of a word stand in one key, parted by commas."""
    found = {}
    for key, better in table.items():
        forms = [straight(form.strip()).casefold() for form in key.split(",")]
        if not isinstance(better, str) or not all(forms):
            problem = f"“{key}” has no better word."
            remedy = 'Write "word, other form" = "better word".'
            raise SourceError(problem, remedy, _place(path, key, head))
        found.update(dict.fromkeys(forms, better.strip()))
    return found


def _place(path: Path, key: str, head: Place) -> Place:
    return Place(head.file, lines_of(path).get(key, head.line), head.anchor)


def straight(text: str) -> str:
    """A text with a typewriter's apostrophes, so that lists need one form only."""
    return text.replace("’", "'")


def key_of(word: str) -> str:
    """What all ways to write a word in lists and in text have in common."""
    return " ".join(straight(word).casefold().split())
