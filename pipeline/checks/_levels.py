"""How much harder a translation is to read than its source, and which of its blocks make it so."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.checks._beside import NO_TRANSLATION, Pair, count
from pipeline.checks._prose import any_of
from pipeline.checks._voice import Voice, shortened
from pipeline.level import Anchors, Hard, Reading, cefr, hardest, read
from pipeline.outcome import Outcome
from pipeline.place import Place
from pipeline.style import key_of, straight

WEAK = frozenset({"thin", "none"})
"""Grades of support by which a figure proves nothing."""
NO_LISTS = (
    "Not measured: the lists of how common words are are not installed. "
    "Run pip install “plainleaf[level]”."
)
_MOST_NAMED = 3
"""How many blocks a finding names."""


def not_measured(pairs: tuple[Pair, ...], fewest: float, voice: Voice) -> Outcome | None:
    """Why nothing can be said of some blocks; None where they can be measured."""
    if not pairs:
        return voice.say("inapplicable", NO_TRANSLATION)
    if (found := count(pairs)) < fewest:
        few = f"Words of the source that are translated: {found}. This needs {fewest:g}."
        return voice.say("inapplicable", few)
    return None if has_lists() else voice.say("untested", NO_LISTS)


@dataclass(frozen=True, slots=True)
class Gap:
    """The same blocks in both languages, read."""

    source: Reading
    translation: Reading

    @property
    def levels(self) -> float:
        """By how many levels the translation is harder; less than 0 where it is easier."""
        return (self.translation.level or 0.0) - (self.source.level or 0.0)

    @property
    def rare(self) -> float | None:
        """By how much its share of rare words is greater; None where one side has no list."""
        ours, theirs = self.source.rare, self.translation.rare
        return None if ours is None or theirs is None else theirs - ours

    @property
    def is_weak(self) -> bool:
        """Whether too little is known of one of the languages."""
        return bool({self.source.support, self.translation.support} & WEAK)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two languages, what is set aside in each, and the project's own anchors between them."""

    source: str
    translation: str
    aside: tuple[tuple[str, ...], tuple[str, ...]]
    anchors: Anchors | None = None

    def gap(self, pairs: Sequence[Pair], *, every: bool = False) -> Gap:
        """Both sides of some blocks, declared terms set aside; with `every`, all their words."""
        ours, theirs = ((), ()) if every else self.aside
        return Gap(
            _read(tuple(one.source for one in pairs), self.source, ours, None),
            _read(tuple(one.translation for one in pairs), self.translation, theirs, self.anchors),
        )

    def hardened(self, pairs: Sequence[Pair]) -> list[tuple[Pair, Hard]]:
        """The blocks that make a translation harder than its source, the one that adds most first.

        A block's share is by how much its level is above its source's, times the source's words.
        """
        pairs = tuple(dict.fromkeys(pairs))
        sides = zip((self.source, self.translation), self.aside, strict=True)
        texts = ([one.source for one in pairs], [one.translation for one in pairs])
        before, now = (
            {one.index: one for one in hardest(blocks, language, aside=aside, number=len(blocks))}
            for blocks, (language, aside) in zip(texts, sides, strict=True)
        )
        adds = {
            index: (now[index].level - before[index].level) * len(pairs[index].source.split())
            for index in now.keys() & before.keys()
        }
        worst = sorted((one for one in adds if adds[one] > 0), key=lambda one: (-adds[one], one))
        return [(pairs[one], now[one]) for one in worst]


@lru_cache(maxsize=1024)
def _read(
    blocks: tuple[str, ...], language: str, aside: tuple[str, ...], anchors: Anchors | None
) -> Reading:
    """A text is read once, however many checks and locales ask."""
    return read(blocks, language, aside=aside, anchors=anchors)


def has_lists() -> bool:
    """Whether the lists of how common words are are installed: English always has one."""
    return _read(("word",), "en", (), None).word_index is not None


def written(reading: Reading) -> str:
    """A level with its error and its band; “none” without words."""
    if reading.level is None or reading.error is None:
        return "none"
    return f"{reading.level:.1f} ± {reading.error:.1f} ({cefr(reading.level)})"


def to_mend(
    pairs: Sequence[Pair], pairing: Pairing, plainer: Mapping[str, str], *, rare: bool = False
) -> tuple[Place, str]:
    """Where to begin, and the blocks to begin with, for a message; only `rare` words, if told."""
    worst = pairing.hardened(pairs)
    if rare:
        worst = [(pair, replace(hard, reason=_rare(hard))) for pair, hard in worst if hard.words]
    blocks = [(pair.place, pair.translation, hard) for pair, hard in worst]
    place = blocks[0][0] if blocks else pairs[0].place
    return place, named(blocks, unexplained(plainer, pairing.aside[1]), place.file)


def unexplained(plainer: Mapping[str, str], aside: Collection[str]) -> dict[str, str]:
    """The words to avoid without those that the text explains: it has chosen them."""
    explained = {key_of(word) for word in aside}
    return {word: better for word, better in plainer.items() if key_of(word) not in explained}


def _rare(hard: Hard) -> str:
    return f"rare words: {', '.join(hard.words)}"


def named(
    blocks: Sequence[tuple[Place, str, Hard]], plainer: Mapping[str, str], file: str = ""
) -> str:
    """The first few of these blocks for a message: where each stands, why it is hard, what helps.

    A place in `file`, which the message has named already, is only a line.
    """
    told = (_named(*one, plainer, file) for one in blocks[:_MOST_NAMED])
    return "; ".join(told)


def _named(place: Place, text: str, hard: Hard, plainer: Mapping[str, str], file: str) -> str:
    where = f"line {place.line}" if place.line and place.file == file else str(place)
    helps = "; ".join(f"better for “{word}”: {better}" for word, better in helped(text, plainer))
    said = f"{where}, {shortened(text, 40)}: {hard.reason}" if where else hard.reason
    return f"{said} ({helps})" if helps else said


def helped(text: str, plainer: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The words of a block for which a plainer one is known, each once, with that one."""
    known = {key_of(word): better for word, better in plainer.items()}
    found = any_of(plainer).findall(straight(text)) if plainer else []
    for word in dict.fromkeys(found):
        yield word, known[key_of(word)]
