"""One run of one program, from its start to its end: seconds and memory.

`python benchmarks/processes.py PROGRAM …` runs it and prints both as JSON. That is a process of its
own because on Linux a child's peak is never lower than its parent's memory was when it was started.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Thread


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    seconds: float
    """On the clock."""
    processor: float
    """Seconds of the processor, its children's too: what a busy machine changes least."""
    peak: int
    """Bytes that the program and its children held at once, what they share counted once."""


class BrokenRun(Exception):
    """A program ended with an error."""


def timed(command: Sequence[str]) -> Run:
    """Run a program and wait for it; what it prints goes to this process's error output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=sys.stderr)  # noqa: S603  the contestants'
    sums = [0]
    Thread(target=_watch, args=(process.pid, sums), daemon=True).start()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BrokenRun(f"{command[0]} ended with {process.returncode}.")
    seconds = time.perf_counter() - start
    # The kernel knows the largest process to the byte; only looking shows several at once.
    peak = max(used.ru_maxrss * 1024, *sums)
    return Run(seconds, used.ru_utime + used.ru_stime, peak)


def _watch(process: int, sums: list[int]) -> None:
    """Note what a program and its children hold together, ten times a second."""
    while True:
        time.sleep(0.1)
        family = [process, *_children(process)]
        if len(family) > 1:
            sums.append(sum(_share(each) for each in family))


def _children(process: int) -> list[int]:
    """Its children's ids; theirs are not looked for, since no tool here has any."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    except OSError:
        return []
    return [int(number) for number in listed.split()]


def _share(process: int) -> int:
    """The bytes that a process holds, with its share of what others hold as well."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:  # It has just ended.
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a program by way of a small process.

    Raises:
        BrokenRun: it ended with an error; the message holds what it printed.
    """
    small = [sys.executable, "-I", "-S", __file__, *command]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(  # noqa: S603  as above
        small, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BrokenRun(f"{' '.join(command[:6])} …\n{done.stderr[-2000:]}")
    return Run(**json.loads(done.stdout))


if __name__ == "__main__":
    print(json.dumps(asdict(timed(sys.argv[1:]))))  # noqa: T201  this is its answer
