"""All tools, one after the other and round after round, so that a busy minute hits each alike."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.contestants import Command, Contestant, Ground
from benchmarks.processes import Run, run
from benchmarks.pseudo import translated_words, write_catalogue


@dataclass(slots=True)
class Runs:
    """What one tool did in one stage."""

    contestant: Contestant
    runs: list[Run] = field(default_factory=list)
    messages: int = 0
    """In its template, or in its catalogue."""
    files: int = 0
    words: int = 0
    """Words that its files show translated."""

    @property
    def seconds(self) -> float:
        """The median on the clock."""
        return median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """The median of the processor's seconds."""
        return median(run.processor for run in self.runs)

    @property
    def peak(self) -> int:
        """The most of all rounds, bytes."""
        return max(run.peak for run in self.runs)


def grounds(contestants: Sequence[Contestant], source: Path, folder: Path) -> dict[str, Ground]:
    """A ground for each tool, by its name."""
    found = {each.name: Ground(source, folder / each.name) for each in contestants}
    for ground in found.values():
        ground.place.mkdir(parents=True, exist_ok=True)
    return found


def extraction(
    contestants: Sequence[Contestant], ground: dict[str, Ground], rounds: int
) -> list[Runs]:
    """Every tool makes a template of the whole folder, each time from nothing."""

    def clear(place: Ground) -> None:
        place.template.unlink(missing_ok=True)

    results = _rounds(contestants, ground, rounds, clear, lambda each: each.extract)
    for result in results:
        if result.runs:
            place = ground[result.contestant.name]
            result.messages = write_catalogue(place.template, place.catalogue)
    return results


def translation(
    contestants: Sequence[Contestant], ground: dict[str, Ground], rounds: int
) -> list[Runs]:
    """Every tool makes a file of each leaflet with its own catalogue, each time from nothing."""

    def clear(place: Ground) -> None:
        shutil.rmtree(place.output, ignore_errors=True)
        place.output.mkdir()

    for each in contestants:
        if each.version:
            each.prepare(ground[each.name])
    results = _rounds(contestants, ground, rounds, clear, lambda each: each.translate)
    for result in results:
        if result.runs:
            files = list(_files(ground[result.contestant.name].output))
            result.files, result.words = len(files), translated_words(files)
    return results


def _rounds(
    contestants: Sequence[Contestant],
    ground: dict[str, Ground],
    rounds: int,
    clear: Callable[[Ground], None],
    stage: Callable[[Contestant], Callable[[Ground], Command]],
) -> list[Runs]:
    """A B C, A B C, …; a tool that is not installed has no runs."""
    results = [Runs(each) for each in contestants]
    for _ in range(rounds):
        for result in results:
            each = result.contestant
            if each.version:
                place = ground[each.name]
                clear(place)
                result.runs.append(run(stage(each)(place), place.place))
    return results


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
