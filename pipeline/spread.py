"""Work on many files, spread over the processors of one machine.

Processes are forked, so that what the work needs is there without being sent. Where processes
cannot be forked, or where there is little to do, the work is done one by one.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 64
"""Fewer items than this are not worth a process."""
_CHUNKS = 16
"""Chunks for each process, so that none waits long for another at the end."""

_work: Callable[[Any], Any] | None = None


def spread(make: Callable[[], Callable[[Item], Result]], items: Sequence[Item]) -> Iterator[Result]:
    """The results for all items, in order; `make` gives each process its own way of working."""
    processes = _processors()
    if processes < 2 or len(items) < FEW or not _may_fork():
        yield from map(make(), items)
        return
    with ProcessPoolExecutor(
        max_workers=processes,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_begin,
        initargs=(make,),
    ) as executor:
        size = -(-len(items) // (processes * _CHUNKS))
        yield from executor.map(_do, items, chunksize=size)


def _begin(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _work  # noqa: PLW0603  a process has one piece of work
    _work = make()


def _do(item: Any) -> Any:
    assert _work is not None  # noqa: S101  `_begin` runs first in every process
    return _work(item)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _may_fork() -> bool:
    """Whether processes can be forked safely; on macOS system libraries forbid it."""
    return sys.platform == "linux" and "fork" in multiprocessing.get_all_start_methods()
