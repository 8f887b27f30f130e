"""The disk, as far as it is written: whole files or none, and only where bytes differ."""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import PlainleafError
from pipeline.place import Place

_ENDING = ".plainleaf-tmp"
_REMEDIES = {
    errno.EACCES: "Ask for the right to write there.",
    errno.EPERM: "Ask for the right to write there.",
    errno.EROFS: "Choose a disk that can be written.",
    errno.ENOSPC: "Make room on the disk and run again.",
    errno.EDQUOT: "Make room on the disk and run again.",
    errno.EISDIR: "Move the folder away or choose another name.",
    errno.ENOTDIR: "Move the file away that stands where a folder should be.",
    errno.ENOENT: "Make the folder first.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.ENOTSUP: "Choose a name that no device has.",
}
_swept: set[Path] = set()
_in_hand: set[str] = set()
"""Temporary files that this very process is writing, perhaps in another thread."""


def write(path: Path, data: bytes, *, lasting: bool = True) -> bool:
    """Put bytes into a file, all of them or none, and say whether anything was written.

    A file that holds these bytes already is not touched. A reader meets the old file or the new
    one, never a half; a symbolic link stays and its target is replaced. With `lasting` that holds
    even if the power fails; what a build can make again need not wait for the disk.

    Raises:
        PlainleafError: the disk is full, or the path is a folder or not to be written.
    """
    with _plainly(path):
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        old = _ordinary(target)
        if old and old.st_size == len(data) and target.read_bytes() == data:
            return False
        _sweep(target.parent)
        _replace(target, data, old, lasting=lasting)
        return True


def add_lines(path: Path, lines: Iterable[bytes]) -> int:
    """Add lines to a file, all of them or none, and say how many were added.

    What is there stays, byte for byte; a last line that was cut short is ended, so that nothing is
    glued to it. A line that is there already is not added again.

    Raises:
        PlainleafError: the file cannot be written.
    """
    old = path.read_bytes() if path.is_file() else b""
    there = {line.rstrip(b"\r") for line in old.split(b"\n")}
    new = [line for line in dict.fromkeys(lines) if line not in there]
    if new:
        end = b"" if not old or old.endswith(b"\n") else b"\n"
        make_folder(path.parent)
        write(path, old + end + b"".join(line + b"\n" for line in new))
    return len(new)


def remove(path: Path) -> bool:
    """Remove a file or an empty folder, and say whether there was one; a link goes, not its target.

    Raises:
        PlainleafError: it may not be removed, or the folder holds something.
    """
    with _plainly(path):
        if not os.path.lexists(path):
            return False
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
        _sync_folder(path.parent)
        return True


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless they are there.

    Raises:
        PlainleafError: a file stands in the way, or it may not be made.
    """
    with _plainly(path):
        path.mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Say what the system says of a path in words that help."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        remedy = _REMEDIES.get(error.errno or 0, "Look at the path and run again.")
        raise PlainleafError(
            f"This cannot be written: {reason}.", remedy, Place(str(path))
        ) from error


def _ordinary(target: Path) -> os.stat_result | None:
    """What the system says of a file, None if there is none.

    Folders are refused, and devices, which a replaced file would put an end to.
    """
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    return found


def _replace(target: Path, data: bytes, old: os.stat_result | None, *, lasting: bool) -> None:
    temporary = target.parent / f".{os.getpid()}-{secrets.token_hex(8)}{_ENDING}"
    _in_hand.add(temporary.name)
    try:
        _make(temporary, data, old, lasting=lasting)
        os.replace(temporary, target)  # noqa: PTH105  as os.write: tests count these calls
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    finally:
        _in_hand.discard(temporary.name)
    if lasting:
        _sync_folder(target.parent)


def _make(temporary: Path, data: bytes, old: os.stat_result | None, *, lasting: bool) -> None:
    """Make a complete file with the mode of the old one, or the one that any new file gets."""
    # O_EXCL: a file or link that somebody else put under this name is never written through.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o666)
    try:
        _fill(handle, data)
        if old:
            temporary.chmod(stat.S_IMODE(old.st_mode))
        if lasting:
            os.fsync(handle)
    finally:
        os.close(handle)


def _fill(handle: int, data: bytes) -> None:
    """Write all bytes; the system may take fewer at a time than it is given."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; systems that cannot open folders do without."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.EBADF, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left behind, but nothing of a run that is still going.

    Once a folder in each process: a build writes hundreds of files into one.
    """
    if folder in _swept:
        return
    _swept.add(folder)
    for temporary in folder.glob(f".*{_ENDING}"):
        if not _is_wanted(temporary):
            with contextlib.suppress(OSError):
                temporary.unlink()


def _is_wanted(temporary: Path) -> bool:
    """Whether somebody still writes a temporary file; its name starts with the process's id."""
    number = temporary.name[1:].partition("-")[0]
    if not number.isascii() or not number.isdigit() or int(number) == os.getpid():
        return temporary.name in _in_hand
    if os.name == "nt":  # There, signal 0 is no question but Ctrl+C: an hour must be enough.
        with contextlib.suppress(OSError):
            return time.time() - temporary.stat().st_mtime < 3600
        return True
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
