"""Where a message that is new to a catalogue has its words from.

From a text that vanished and is like it, the more so where it stood at the same place; from a part
of one, where a paragraph was split; or from several in a row, where they were joined.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pipeline.catalogue import Key
from pipeline.matching import LIKENESS, Texts, kinship, likeness
from pipeline.pochunks import Entry

SAME_PLACE = 18.0
"""What it adds to the likeness of a text that it stood between the same messages."""
_CLOSE = 40
"""Texts at a place that are looked at; where more came and went, places tell nothing."""
SURE = 85.0
"""Per cent of likeness from which a text of the same place is not sought elsewhere."""
WHOLE = 88.0
"""Per cent of likeness between a paragraph and its parts put together again."""
_BETTER = 3.0
"""How much more alike all parts together must be than any of them."""
_PARTS = 4
"""The most parts into which a paragraph is split, or from which it is joined."""
_SENTENCE = re.compile(r"(?<=[.!?؟…])[\"'”’»)]*\s+|(?<=[。\uff01\uff1f])")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]$")


@dataclass(frozen=True, slots=True)
class Origin:
    """The entry that a message has its words from, and what became of them."""

    source: Entry
    how: str = ""
    """`split` or `joined`; nothing where one text became another."""
    msgid: str = ""
    """The text that the words were made for, where that is not the source's alone."""
    msgstr: str | None = None
    """The part of the translation, or several put together; None for the source's own."""
    note: str = ""
    """What a translator has to know of a part that has no words of its own."""


class Origins:
    """The origins of the messages of one template that a catalogue does not know."""

    def __init__(
        self, was: Sequence[Entry], gone: Sequence[Entry], wanted: Sequence[Entry]
    ) -> None:
        self._gone = gone
        self._texts = Texts([entry.msgid for entry in gone])
        vanished = {id(entry): number for number, entry in enumerate(gone)}
        before, after = [entry.key for entry in was], [entry.key for entry in wanted]
        known = set(before) if gone else set()
        numbers = {one.key: vanished[id(one)] for one in was if id(one) in vanished}
        self._near = _by_neighbour(before, set(after), numbers)
        self._places = dict(_neighbours(after, known)) if gone else {}
        self._rows = [row for row in _rows(was, vanished) if not any(e.plural for e in row)]
        self._joints = Texts([_together(row) for row in self._rows])
        self._split: dict[Key, Origin] = {}
        for is_new, run in groupby(wanted if gone else (), lambda entry: entry.key not in known):
            if is_new:
                self._find_splits([entry for entry in run if not entry.plural])

    def of(self, wanted: Entry) -> Origin | None:
        """The origin of a message; None where nothing is like it."""
        if not self._gone:
            return None
        if split := self._split.get(wanted.key):
            return split
        best = self._likest(wanted)
        sought = not wanted.plural and (not best or best[1] < 100 - _BETTER)
        found = self._joints.likest(wanted.msgid, WHOLE) if sought else None
        if found and (not best or found[1] > best[1] + _BETTER):
            row = self._rows[found[0]]
            return Origin(row[0], "joined", _together(row), _joined([e.msgstr for e in row]))
        return Origin(self._gone[best[0]]) if best else None

    def _likest(self, wanted: Entry) -> tuple[int, float] | None:
        """The number of the likest text; its place counts too."""
        nearby = self._nearby(wanted)
        alike = ((likeness(wanted.msgid, self._gone[one].msgid), one) for one in nearby)
        here = max(alike, default=(0.0, -1))
        if here[0] >= SURE:
            return here[1], here[0]
        best = self._texts.likest(wanted.msgid)
        score = best[1] if best else LIKENESS - 1
        for number in nearby:
            near = kinship(wanted.msgid, self._gone[number].msgid)
            if near + SAME_PLACE > score + (SAME_PLACE if best and best[0] == number else 0):
                best, score = (number, near), near + SAME_PLACE
        return best

    def _nearby(self, wanted: Entry) -> list[int]:
        """The texts that stood next to what stands next to a message now."""
        sides = self._places.get(wanted.key, ())
        near = dict.fromkeys(one for side in sides for one in self._near.get(side, ())[:_CLOSE])
        return list(near)

    # ── paragraphs that were split ─────────────────────────────────────────────────────────────
    def _find_splits(self, run: Sequence[Entry]) -> None:
        at = 0
        while at < len(run) - 1:
            at += self._find_split(run, at) or 1

    def _find_split(self, run: Sequence[Entry], at: int) -> int:
        """Note of how many messages from here on one text was made; 0 where of none."""
        for count in range(min(_PARTS, len(run) - at), 1, -1):
            parts = run[at : at + count]
            found = self._texts.likest(_together(parts), WHOLE)
            if found and not self._gone[found[0]].plural:
                source = self._gone[found[0]]
                if found[1] >= max(likeness(e.msgid, source.msgid) for e in parts) + _BETTER:
                    self._split.update(
                        zip((e.key for e in parts), _shares(source, parts), strict=True)
                    )
                    return count
        return 0


def _together(row: Iterable[Entry]) -> str:
    return " ".join(entry.msgid.strip() for entry in row)


def _joined(texts: Sequence[str]) -> str:
    """Translations put together, with a blank where their script has blanks."""
    said = ""
    for text in (one.strip() for one in texts):
        said += text if not said or _UNSPACED.search(said.rstrip("。\uff01\uff1f")) else f" {text}"
    return said


def sentences(text: str) -> list[str]:
    """The sentences of a text, as far as its punctuation tells."""
    return [one for one in _SENTENCE.split(text.strip()) if one]


def _shares(source: Entry, parts: Sequence[Entry]) -> Iterator[Origin]:
    """What each part gets: its sentences where they can be counted out; else the first has all."""
    counts = [len(sentences(part.msgid)) for part in parts]
    told = _cut(source.msgstr, counts)
    for number in range(len(parts)):
        if told:
            yield Origin(source, "split", source.msgid, told[number])
        elif not number:
            yield Origin(source, "split", source.msgid, source.msgstr)
        else:
            first = " ".join(parts[0].msgid.split())
            yield Origin(source, "split", "", "", f"its translation is in “{first[:60]}”")


def _cut(text: str, counts: Sequence[int]) -> list[str]:
    """A text in parts of so many sentences each; nothing where it has not as many."""
    bounds = [match.end() for match in _SENTENCE.finditer(text.strip())]
    if len(bounds) + 1 != sum(counts):
        return []
    edges, at = [0], 0
    for count in counts:
        at += count
        edges.append([*bounds, len(text)][at - 1])
    return [text.strip()[a:b].strip() for a, b in pairwise(edges)]


# ── places ─────────────────────────────────────────────────────────────────────────────────────
Side = tuple[str, Key]


def _neighbours(
    keys: Sequence[Key], known: Container[Key]
) -> Iterator[tuple[Key, tuple[Side, ...]]]:
    """What stands before and after each message that is not known, among those that are."""
    before: dict[Key, list[Side]] = defaultdict(list)
    for name, row in (("before", keys), ("after", keys[::-1])):
        last: Key | None = None
        for key in row:
            if key in known:
                last = key
            elif last:
                before[key].append((name, last))
    yield from ((key, tuple(sides)) for key, sides in before.items())


def _by_neighbour(
    was: Sequence[Key], kept: Container[Key], numbers: dict[Key, int]
) -> dict[Side, list[int]]:
    """The numbers of the texts that vanished, by what stood next to them and is still there."""
    found: dict[Side, list[int]] = defaultdict(list)
    for key, sides in _neighbours(was, kept) if numbers else ():
        if key in numbers:
            for side in sides:
                found[side].append(numbers[key])
    return found


def _rows(was: Sequence[Entry], vanished: Container[int]) -> Iterator[list[Entry]]:
    """Every two to four texts that stood in a row and have all vanished."""
    for gone, run in groupby(was, lambda entry: id(entry) in vanished):
        row = list(run) if gone else []
        for count in range(2, _PARTS + 1):
            yield from (row[at : at + count] for at in range(len(row) - count + 1))
