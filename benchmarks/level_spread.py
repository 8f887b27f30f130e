"""The level of the same texts in all languages, and how much it swings with length."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from zlib import crc32

import numpy as np

from benchmarks.level_errors import CHUNK, Chunk, chunks, error_of, in_blocks
from benchmarks.level_fit import Ground, fitted, linked, sides_of, table
from benchmarks.level_links import Sides
from benchmarks.level_texts import ENOUGH, FEWER, HEALTH, LONGER, NEWS, Row, parallel
from pipeline.config import Limits
from pipeline.level.anchors import FEATURES, Link
from pipeline.level.features import Unit


def spread(ground: Ground, folder: Path) -> Iterator[str]:
    """Anchors from one half of the parallel texts, levels of the other half."""
    texts, _ = parallel(folder)
    level, found = fitted(ground)["level"], defaultdict(lambda: defaultdict(list))
    for half in (0, 1):
        seen, new = _part(texts, half), _part(texts, 1 - half)
        links, lists, _ = linked(seen)
        for language, sides in sides_of(new, links, lists, {}).items():
            for name, mean in _means(sides, links[language], level, ground.usual):
                found[name][language].append(mean)
    yield "## The same texts in all languages\n"
    yield "The mean level of the texts of a set; anchors from the other half of all texts. SD is"
    yield "that of the languages’ means, in levels.\n"
    languages = sorted({language for each in found.values() for language in each})
    yield f"| set | languages | SD | {' | '.join(languages)} |"
    yield f"| --- | --- | --- |{' --- |' * len(languages)}"
    for name, each in found.items():
        means = {language: float(np.mean(values)) for language, values in each.items()}
        cells = [f"{means[one]:.2f}" if one in means else "–" for one in languages]
        deviation = np.std(list(means.values()))
        yield f"| {name} | {len(means)} | {deviation:.3f} | {' | '.join(cells)} |"
    yield ""
    yield from _agreement(ground, languages, level)


def _part(sets: Mapping[str, list[Row]], half: int) -> dict[str, list[Row]]:
    """The texts of one half; health texts are parted by document."""

    def belongs(row: Row) -> bool:
        return crc32(row.group.partition(":")[0].encode()) % 2 == half

    return {name: [row for row in texts if belongs(row)] for name, texts in sets.items()}


def _means(
    sides: Sides, link: Link, level: Mapping[str, float], usual: tuple[float, ...]
) -> Iterator[tuple[str, float]]:
    for name, groups in sides.texts.items():
        yield name, float(_levels(groups.values(), link, level, usual).mean())


def _levels(
    texts: Iterable[list[Unit]],
    link: Link,
    level: Mapping[str, float],
    usual: tuple[float, ...],
) -> np.ndarray:
    weights = np.array([level[name] for name in FEATURES])
    return table(texts, link, usual) @ weights + level["constant"]


def _agreement(ground: Ground, languages: list[str], level: Mapping[str, float]) -> Iterator[str]:
    """How far a text's level in a language follows its level in English, text by text."""
    yield "Correlation of each text’s level with that of its English side:\n"
    yield f"| set | {' | '.join(languages)} |\n| --- |{' --- |' * len(languages)}"
    for name in (HEALTH, NEWS):
        cells = [_correlation(ground, name, language, level) for language in languages]
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""


def _correlation(ground: Ground, name: str, language: str, level: Mapping[str, float]) -> str:
    own, english = (ground.sides[one].texts.get(name, {}) for one in (language, "en"))
    both = [group for group in own if group in english]
    if not both:
        return "–"
    levels = [
        _levels([side[group] for group in both], ground.links[one], level, ground.usual)
        for side, one in ((own, language), (english, "en"))
    ]
    return f"{np.corrcoef(*levels)[0, 1]:.2f}"


def lengths(ground: Ground) -> Iterator[str]:
    """How much the level swings between blocks of one document, and the error that is printed."""
    level = fitted(ground)["level"]
    error = error_of(ground, level)
    yield "## Error by length\n"
    yield "SD of the level between blocks of one document (OneStopEnglish), and the printed error:"
    yield f"√({error['constant']} + {error['per_word']} / words), its first part from labels of"
    yield "long sentences, where the model errs however much of a text it sees. In other languages"
    yield "the square of a third part is added: how far a translation of about 100 words lies from"
    yield "its English side, in the news and health sets (root of the mean square). For `none` each"
    yield "language is read as if there were no anchors of it.\n"
    yield "| support | third part | printed error at 100 words |\n| --- | --- | --- |"
    for grade, part in error["between"].items():
        printed = np.sqrt(error["constant"] + error["per_word"] / 100 + part**2)
        yield f"| {grade} | {part:.2f} | {printed:.2f} |"
    yield ""
    yield "| words | SD between blocks | printed error in English |\n| --- | --- | --- |"
    for words in (60, 100, 200, 400):
        swings = []
        for text in ground.labelled["onestop"][0]:
            blocks = in_blocks(text, words)
            if len(blocks) > 1:
                swings.append(_levels(blocks, ground.links["en"], level, ground.usual).var(ddof=1))
        swing = np.sqrt(np.mean(swings)) if swings else float("nan")
        printed = np.sqrt(error["constant"] + error["per_word"] / words)
        yield f"| {words} | {swing:.2f} | {printed:.2f} |"
    yield ""


def left_out(ground: Ground) -> Iterator[str]:
    """How many texts of the parallel sets are left out of fit and proof."""
    yield "## Texts left out\n"
    yield "In some translations blanks between words were lost: nearly every word looks rare."
    yield f"Such a text has more than {LONGER} times the letters per word that are usual in its"
    yield f"language, and less than {FEWER} times the words that are usual for its English side, of"
    yield f"at least {ENOUGH} words. In Chinese and Japanese nothing is left out.\n"
    yield "| set | left out |\n| --- | --- |"
    for name, counted in ground.left_out.items():
        told = ", ".join(f"{language} {count}" for language, count in counted.items())
        yield f"| {name} | {told or 'none'} |"
    yield ""


def alarms(ground: Ground) -> Iterator[str]:
    """How often good translations would be above the limits that `check` has by default."""
    limits, level = Limits(), fitted(ground)["level"]
    yield "## False alarms of the limits\n"
    yield f"Human translations in pieces of about {CHUNK} English words: how many in a hundred lie"
    yield f"more than {limits.level_above_source:g} level above their source, and how many have a"
    yield f"share of rare words more than {100 * limits.rare_above_source:g} points above. The"
    yield "anchors have seen these texts; Somali health is left out, since its lines are not those"
    yield "of the English. With a thin list the share of rare words says nothing.\n"
    yield "| language | news | level | rare words | health | level | rare words |"
    yield f"| --- |{' --- |' * 6}"
    for language, link in ground.links.items():
        if language != "en":
            found = list(chunks(ground, language, ground.sides[language], link, level))
            thin = link.support == "thin"
            cells = [
                _alarms([one for one in found if one.name == name], limits, thin=thin)
                for name in (NEWS, HEALTH)
            ]
            yield f"| {language} | {' | '.join(cells)} |"
    yield ""


def _alarms(found: list[Chunk], limits: Limits, *, thin: bool) -> str:
    if not found:
        return "– | – | –"
    level = 100 * np.mean([one.level > limits.level_above_source for one in found])
    rare = 100 * np.mean([one.rare > limits.rare_above_source for one in found])
    return f"{len(found)} | {level:.1f} | {'–' if thin else f'{rare:.1f}'}"
