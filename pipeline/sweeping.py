"""When Python looks for objects that hold each other: not while thousands of entries are made.

None of those is part of such a circle, and looking through all of them again and again takes as
long as a third of the reading.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Do the work within, or the function that this decorates, without looking for circles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
