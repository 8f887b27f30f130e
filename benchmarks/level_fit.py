"""Fits reading level: reads and counts the tuning data, and finds links and coefficients."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.level_links import (
    THIN,
    LeftOut,
    Sides,
    listed_words,
    means,
    of_list,
    shift_of,
    units,
    word_link,
    words_of,
)
from benchmarks.level_ridge import Sample, coefficients, noise_of
from benchmarks.level_texts import LABELLED, NEWS, Labelled, Row, by_language, parallel, rows
from pipeline.level.anchors import FEATURES, Link, Model
from pipeline.level.features import Unit, Vocabulary, features
from pipeline.level.frequencies import Frequencies, thin_list

SUPPORT = {
    "calibrated": ("en",),
    "linked, order checked": (
        "ar",
        "bn",
        "de",
        "es",
        "fr",
        "hi",
        "it",
        "nl",
        "pt",
        "ru",
        "ur",
        "zh",
    ),
    "linked, unchecked": ("fa", "ja", "pl", "ro", "tr", "uk", "vi"),
    "thin": THIN,
}
FEW = 5.0
Texts = Mapping[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Ground:
    """All that a fit rests on, read and counted."""

    links: Mapping[str, Link]
    thin: Mapping[str, Any]
    sides: Mapping[str, Sides]
    labelled: Mapping[str, tuple[list[list[Unit]], np.ndarray, np.ndarray]]
    usual: tuple[float, ...]
    left_out: Mapping[str, Mapping[str, int]]
    """How many texts of a set and language are left out, since their words run together."""
    unlinked: Mapping[str, Sides]
    """The sides of the texts as a language without anchors would have them, with and without a
    list of words."""


def read_ground(folder: Path) -> Ground:
    """Count everything that the folder holds."""
    news_and_more, left_out = parallel(folder)
    links, lists, thin = linked(news_and_more)
    sides = sides_of(news_and_more, links, lists, thin)
    usual = usual_of(sides["en"], links["en"])
    labelled = {one.name: _labelled(folder, one, links, lists) for one in LABELLED}
    unlinked = _unlinked(news_and_more, links)
    return Ground(links, thin, sides, labelled, usual, left_out, unlinked)


def _unlinked(parallel: Texts, links: Mapping[str, Link]) -> dict[str, Sides]:
    """The sides of languages as if nothing were known of them."""
    bare = {name: Link(name, "none") for name in links if name != "en"}
    lists = {name: None if name in THIN else of_list(name) for name in bare}
    return sides_of(parallel, bare, lists, {})


def linked(parallel: Texts) -> tuple[dict, dict, dict]:
    """(links, lists, thin lists) of all languages, from texts that are the same in each."""
    links, lists, thin = _links(by_language(parallel[NEWS]))
    sides = sides_of(parallel, links, lists, thin)
    plain = Model(usual_of(sides["en"], links["en"]), (), (), (), (0.0, 0.0), 0.0)
    shifted = {
        language: replace(link, shift=shift_of(sides[language], sides["en"], link, plain))
        for language, link in links.items()
    }
    return shifted, lists, thin


def sides_of(
    parallel: Texts, links: Mapping[str, Link], lists: Mapping, counted_here: Mapping
) -> dict[str, Sides]:
    """Each language's side of the texts, counted.

    Where a thin list was `counted_here`, from this very news, a word is looked up without itself.
    """
    texts = {name: by_language(found) for name, found in parallel.items()}
    sides = {}
    for language, link in links.items():
        own = {}
        for name, rows_of in texts.items():
            listed = lists[language]
            if name == NEWS and language in counted_here:
                listed = LeftOut(language, counted_here[language])
            vocabulary = Vocabulary(link, listed)
            found = {row.group: units(row.text, vocabulary) for row in rows_of.get(language, [])}
            if found:
                own[name] = {group: each for group, each in found.items() if each}
        sides[language] = Sides(own)
    return sides


def _links(news: Mapping[str, list]) -> tuple[dict, dict, dict]:
    """Links without a shift, lists and thin lists of all languages."""
    support = {language: grade for grade, those in SUPPORT.items() for language in those}
    thin = {name: found for name in news if (found := listed_words(name, news[name]))}
    lists: dict[str, Frequencies] = {
        name: thin_list(name, thin[name]) if name in thin else of_list(name) for name in news
    }
    looked = {name: LeftOut(name, thin[name]) if name in thin else lists[name] for name in news}
    english = words_of(news["en"], "en", lists["en"])
    links = {}
    for name in news:
        if name == "en":
            links[name] = Link(name, support[name])
            continue
        zipf, lengths = word_link(words_of(news[name], name, looked[name]), english)
        links[name] = Link(name, support[name], tuple(map(tuple, zipf)), tuple(lengths))
    return links, lists, thin


def usual_of(english: Sides, link: Link) -> tuple[float, ...]:
    """The means of English news."""
    plain = Model((0.0,) * len(FEATURES), (), (), (), (0.0, 0.0), 0.0)
    every = [one for group in english.texts[NEWS].values() for one in group]
    return tuple(round(float(value), 4) for value in means(every, link, plain))


def _labelled(folder: Path, one: Labelled, links: Mapping, lists: Mapping) -> tuple:
    """The sentences, labels and groups of one set."""
    vocabulary = Vocabulary(links[one.language], lists[one.language])
    found = [(units(row.text, vocabulary), row) for row in rows(folder, one.name)]
    kept = [(each, row) for each, row in found if each]
    levels = np.array([row.level for _, row in kept])
    return [each for each, _ in kept], levels, np.array([row.group for _, row in kept])


def table(texts: Iterable[list[Unit]], link: Link, usual: tuple[float, ...]) -> np.ndarray:
    """The features of texts, one row each."""
    model = Model(usual, (), (), (), (0.0, 0.0), FEW)
    return np.array([features(each, link, model) for each in texts])


def samples(ground: Ground) -> dict[str, Sample]:
    """The labelled sets as the regression takes them."""
    found = {}
    for one in LABELLED:
        texts, levels, groups = ground.labelled[one.name]
        x = table(texts, ground.links[one.language], ground.usual)
        found[one.name] = Sample(x, levels, groups, one.pairs, one.share, one.scale)
    return found


def scatter(ground: Ground) -> np.ndarray:
    """How the features of translated health sentences scatter about the English ones."""
    english = ground.sides["en"].texts["tico19_half"]
    pairs = {}
    for language, sides in ground.sides.items():
        own = sides.texts.get("tico19_half")
        if language in {"en", "so"} or not own:  # the Somali side is not aligned
            continue
        both = [g for g in own if g in english and len(own[g]) == len(english[g]) == 1]
        pairs[language] = (
            table([own[g] for g in both], ground.links[language], ground.usual),
            table([english[g] for g in both], ground.links["en"], ground.usual),
        )
    return noise_of(pairs, FEATURES)


def fitted(ground: Ground) -> dict[str, dict[str, float]]:
    """The coefficients of the level and of both indices, with their constants."""
    sets, noise = samples(ground), scatter(ground)
    return {
        "level": _with_constant(sets, FEATURES, noise),
        "sentence_index": _with_constant(sets, ("letters",), noise),
        "word_index": _with_constant(sets, ("rarity", "uncommon"), noise),
    }


def _with_constant(sets: Mapping[str, Sample], names: tuple[str, ...], noise: np.ndarray) -> dict:
    """The coefficients of some features, and the constant that fits the CEFR labels in the mean."""
    places = [FEATURES.index(name) for name in names]
    chosen = [replace(one, x=one.x[:, places]) for one in sets.values()]
    found = coefficients(chosen, names, noise[np.ix_(places, places)])
    first = chosen[0]
    constant = float((first.y - first.x @ found).mean())
    said = {name: round(float(value), 4) for name, value in zip(names, found, strict=True)}
    return {"constant": round(constant, 4), **said}
