"""How far a level may be off: by few words, by the model, and by the language."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.level_fit import Ground, table
from benchmarks.level_links import Sides
from benchmarks.level_texts import HEALTH, NEWS
from pipeline.level.anchors import FEATURES, Link, scaled
from pipeline.level.features import Unit

BLOCK = 60
"""Words of the blocks of documents between which the level is seen to swing."""


def error_of(ground: Ground, level: Mapping[str, float]) -> dict[str, Any]:
    """What one standard error of a level is made of: √(constant + per_word / words + between²).

    `per_word` is how much the level swings between blocks of `BLOCK` words of one document of
    ordinary prose. `constant` is what is left of the labels of single sentences as
    these grow long: there the model errs, however much of a text it sees. `between`, for each
    support grade, is how far the level of a text in such a language lies from that of its English
    side.
    """
    weights = np.array([level.get(name, 0.0) for name in FEATURES])
    swings = []
    for text in ground.labelled["onestop"][0]:
        blocks = in_blocks(text)
        if len(blocks) > 1:
            levels = table(blocks, ground.links["en"], ground.usual) @ weights
            words = np.mean([sum(one.words for one in each) for each in blocks])
            swings.append(levels.var(ddof=1) * words)
    texts, labels, _ = ground.labelled["cefrsp_wikiauto"]
    off = table(texts, ground.links["en"], ground.usual) @ weights + level["constant"] - labels
    shortness = [1 / sum(one.words for one in each) for each in texts]
    _, constant = np.polyfit(shortness, off**2, 1)
    return {
        "constant": round(float(constant), 3),
        "per_word": round(float(np.mean(swings)), 2),
        "between": between(ground, level),
    }


def in_blocks(text: list[Unit], words: int = BLOCK) -> list[list[Unit]]:
    """The sentences of a text in blocks of at least so many words; a shorter rest is left out."""
    found, block = [], []
    for one in text:
        block.append(one)
        if sum(each.words for each in block) >= words:
            found.append(block)
            block = []
    return found


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a piece of a translation is above its English side."""

    name: str
    language: str
    level: float
    rare: float
    """As a share of the words that count."""


CHUNK = 100
"""English words of the pieces of text in which translations are compared with their source."""
_UNALIGNED = {(HEALTH, "so")}
"""Sides whose lines are not those of the English."""


def chunks(
    ground: Ground, language: str, side: Sides, link: Link, level: Mapping[str, float]
) -> Iterator[Chunk]:
    """Consecutive texts of the news and health sets, in pieces of `CHUNK` English words."""
    for name in (NEWS, HEALTH):
        own, english = side.texts.get(name, {}), ground.sides["en"].texts[name]
        if (name, language) in _UNALIGNED:
            continue
        pieces = list(_pieces([group for group in english if group in own], english))
        if not pieces:
            continue
        ours, theirs = ([_joined(texts, each) for each in pieces] for texts in (own, english))
        levels = [
            [scaled(one) for one in table(texts, of, ground.usual) @ weights + level["constant"]]
            for texts, of in ((ours, link), (theirs, ground.links["en"]))
            for weights in [np.array([level.get(each, 0.0) for each in FEATURES])]
        ]
        for left, right, one, other in zip(*levels, ours, theirs, strict=True):
            yield Chunk(name, language, left - right, _rare(one) - _rare(other))


def _pieces(groups: list[str], english: Mapping[str, list[Unit]]) -> Iterator[list[str]]:
    piece, words = [], 0
    for group in groups:
        piece.append(group)
        words += sum(one.words for one in english[group])
        if words >= CHUNK:
            yield piece
            piece, words = [], 0


def _joined(texts: Mapping[str, list[Unit]], groups: list[str]) -> list[Unit]:
    return [one for group in groups for one in texts[group]]


def _rare(units: list[Unit]) -> float:
    return sum(one.rare for one in units) / (sum(one.judged for one in units) or 1)


def between(ground: Ground, level: Mapping[str, float]) -> dict[str, float]:
    """For each support grade the root of the mean square by which chunks differ from English.

    For `none` each language is read as if nothing were known of it: with the mean of the other
    languages' shifts, with its list if it has one, else without. Every language counts alike.
    """
    squares = defaultdict(list)
    for language, link in ground.links.items():
        if language == "en":
            continue
        others = [each.shift for name, each in ground.links.items() if name not in {language, "en"}]
        unlinked = Link(language, "none", shift=tuple(np.mean(others, axis=0)))
        for side, of in ((ground.sides, link), (ground.unlinked, unlinked)):
            off = [one.level for one in chunks(ground, language, side[language], of, level)]
            squares[of.support].append(np.mean(np.square(off)))
    found = {grade: round(float(np.sqrt(np.mean(each))), 3) for grade, each in squares.items()}
    return {"calibrated": 0.0, **dict(sorted(found.items()))}
