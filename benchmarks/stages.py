"""Where our own time goes, by stage: looks at what runs a thousand times a second.

A profiler that counts calls makes short functions look slow. This one asks the processor's clock
for a signal, and books the time since the last one on the innermost stage at work.
"""

import json
import os
import runpy
import signal
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType

INTERVAL = 0.001
"""Seconds of processor time between two looks."""
STAGES = (
    ("start-up", ("importlib._bootstrap", "/click/")),
    ("disk", ("pipeline/disk.py",)),
    ("catalogue", ("pipeline/po", "polib.py", "pipeline/catalogue.py")),
    (
        "guards and choice",
        ("pipeline/guard.py", "pipeline/markup.py", "pipeline/num", "/choose.py"),
    ),
    ("inline", ("markdown/treeprocessors.py", "markdown/inlinepatterns.py", "reader/inlines.py")),
    ("blocks", ("markdown/blockp", "markdown/preproc", "markdown/core", "markdown/htmlparser")),
    ("blocks", ("reader/engine.py", "reader/frontmatter.py")),
    ("segments", ("pipeline/reader/",)),
    ("render", ("pipeline/renderers/", "/jinja2/", "pipeline/artifact.py")),
    ("tree", ("pipeline/document/",)),
)
"""A stage, and parts of the paths of its code; the first that fits counts."""
TREE = "reader/tree.py"
ORDER = (
    "start-up", "blocks", "segments", "guards and choice", "inline", "tree", "render",
    "catalogue", "disk", "the rest",
)  # fmt: skip


def stage_of(frame: FrameType | None) -> str:
    """The innermost stage at work; a library that serves several counts for whoever called it."""
    while frame:
        path = frame.f_code.co_filename
        if path.endswith(TREE):
            return "tree"
        for stage, parts in STAGES:
            if any(part in path for part in parts):
                return stage
        frame = frame.f_back
    return "the rest"


def watched(words: list[str]) -> dict[str, float]:
    """Run our command line with these words, and return seconds of processor time by stage."""
    spent: dict[str, float] = defaultdict(float, {"start-up": time.process_time()})
    last = time.process_time()

    def look(_number: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        spent[stage_of(frame)] += now - last
        last = now

    # On one processor our program forks nothing, and so hides none of its work from this process.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    sys.argv = ["plainleaf", *words]
    try:
        runpy.run_module("pipeline.cli", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code:
            raise
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return dict(spent)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(watched(sys.argv[2:])), "utf-8")
