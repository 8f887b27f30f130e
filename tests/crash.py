"""Ends a process at each of its writes in turn, as a power cut would.

`run_until_killed(function, k)` runs a function in a forked process that counts its calls of
`os.write`, `os.fsync`, `os.replace` and `os.rename`, and ends it without any clean-up before the
k-th. A test counts k up from 1 until nothing is killed any more, and looks at the disk
each time: every moment at which a process can die on its way is then tried.
"""

import os
import traceback
from collections.abc import Callable
from typing import cast

CALLS = ("write", "fsync", "replace", "rename")
_KILLED = 9


def run_until_killed(
    function: Callable[[], object],
    k: int,
    *,
    half: bool = False,
    calls: tuple[str, ...] = CALLS,
) -> bool:
    """Whether the process was ended at its k-th call; False means it came to its own end.

    With `half`, a write that is the k-th call puts half of its bytes down first. `calls` are those
    that count.

    Raises:
        AssertionError: the function failed by itself; its traceback is on standard error.
    """
    child = os.fork()
    if not child:
        _run(function, k, calls, half=half)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, _KILLED}, f"the function failed by itself before call {k}"
    return status == _KILLED


def _run(function: Callable[[], object], k: int, calls: tuple[str, ...], *, half: bool) -> None:
    """The life of the forked process; it never returns."""
    done = 0

    def counted(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal done
            done += 1
            if done == k:
                if half and name == "write":
                    handle, data = arguments[0], memoryview(cast("bytes", arguments[1]))
                    real(handle, data[: len(data) // 2])
                os._exit(_KILLED)
            return real(*arguments, **named)

        return call

    try:
        for name in calls:
            setattr(os, name, counted(name, getattr(os, name)))
        function()
    except BaseException:  # noqa: BLE001  nothing may reach the test's own clean-up from here
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
