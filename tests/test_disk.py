"""The disk holds a whole file or none, whatever happens on the way."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from pipeline import disk
from pipeline.errors import PlainleafError
from tests.crash import run_until_killed

BEFORE, AFTER = b"before\n" * 3, b"after, and longer\n" * 40


def left_over(folder: Path) -> list[Path]:
    return list(folder.glob(".*.plainleaf-tmp"))


def test_a_new_file_holds_the_bytes(tmp_path: Path) -> None:
    assert disk.write(tmp_path / "a.po", AFTER)
    assert (tmp_path / "a.po").read_bytes() == AFTER
    assert not left_over(tmp_path)


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    assert disk.write(tmp_path / "a", b"")
    assert (tmp_path / "a").read_bytes() == b""


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    disk.write(path, BEFORE)
    was = path.stat()
    assert not disk.write(path, BEFORE)
    now = path.stat()
    assert (was.st_ino, was.st_mtime_ns) == (now.st_ino, now.st_mtime_ns)


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(BEFORE)
    path.chmod(0o640)
    disk.write(path, AFTER)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    disk.write(tmp_path / "ours", AFTER)
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "a.po", tmp_path / "a.po"
    target.write_bytes(BEFORE)
    link.symlink_to("far/a.po")
    disk.write(link, AFTER)
    assert link.is_symlink()
    assert target.read_bytes() == AFTER


def test_a_system_that_takes_few_bytes_at_a_time_is_given_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data[:7])))
    disk.write(tmp_path / "a.po", AFTER)
    assert (tmp_path / "a.po").read_bytes() == AFTER


@pytest.mark.parametrize("half", [False, True], ids=["before the call", "in the midst of a write"])
def test_a_run_killed_at_any_moment_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, *, half: bool
) -> None:
    path = tmp_path / "a.po"
    seen = set()
    for k in count(1):
        path.write_bytes(BEFORE)
        killed = run_until_killed(lambda: disk.write(path, AFTER), k, half=half)
        seen.add(path.read_bytes())
        assert seen <= {BEFORE, AFTER}
        if not killed:
            break
    assert k == 5, "write, fsync, replace and the folder's fsync were each tried"
    assert seen == {BEFORE, AFTER}


def test_a_new_file_is_whole_or_absent_when_a_run_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "new.po"
    for k in count(1):
        path.unlink(missing_ok=True)
        killed = run_until_killed(lambda: disk.write(path, AFTER), k, half=True)
        assert not path.exists() or path.read_bytes() == AFTER
        if not killed:
            break


def test_the_next_write_sweeps_what_a_killed_run_left(tmp_path: Path) -> None:
    assert run_until_killed(lambda: disk.write(tmp_path / "a.po", AFTER), 2)
    assert left_over(tmp_path)
    disk.write(tmp_path / "b.po", AFTER)
    assert not left_over(tmp_path)


def test_a_temporary_file_of_this_process_number_from_an_earlier_life_is_swept(
    tmp_path: Path,
) -> None:
    (tmp_path / f".{os.getpid()}-0123.plainleaf-tmp").touch()
    disk.write(tmp_path / "b.po", AFTER)
    assert not left_over(tmp_path)


def test_what_another_living_process_writes_is_let_be(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        theirs = tmp_path / f".{other.pid}-0123.plainleaf-tmp"
        theirs.touch()
        disk.write(tmp_path / "b.po", AFTER)
        assert theirs.exists()
        other.communicate(b"\n")


def test_threads_that_write_in_one_folder_do_not_disturb_each_other(tmp_path: Path) -> None:
    def many(name: str) -> None:
        for number in range(20):
            disk.write(tmp_path / name, f"{name} {number}\n".encode() * 50)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(many, [f"{number}.po" for number in range(4)]))
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{n}.po" for n in range(4)]


def test_an_error_on_the_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(BEFORE)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(PlainleafError, match=r"a\.po: This cannot be written: No space.*Make room"):
        disk.write(path, AFTER)
    assert path.read_bytes() == BEFORE
    assert not left_over(tmp_path)


def test_a_full_disk_is_said_plainly() -> None:
    with pytest.raises(PlainleafError, match="/dev/full: This cannot be written"):
        disk.write(Path("/dev/full"), AFTER)
    assert Path("/dev/full").is_char_device()


def test_a_folder_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(PlainleafError, match="Is a directory"):
        disk.write(tmp_path, AFTER)


def test_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(PlainleafError, match="Make the folder first"):
        disk.write(tmp_path / "no" / "a.po", AFTER)


def test_a_folder_is_made_with_those_above_it_and_again_without_complaint(tmp_path: Path) -> None:
    for _ in range(2):
        disk.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_in_the_place_of_a_folder_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(PlainleafError, match="cannot be written"):
        disk.make_folder(tmp_path / "a" / "b")


def test_a_file_an_empty_folder_and_a_link_are_removed_and_a_full_folder_is_not(
    tmp_path: Path,
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "a").touch()
    (tmp_path / "link").symlink_to(kept)
    (tmp_path / "empty").mkdir()
    assert disk.remove(tmp_path / "link")
    assert disk.remove(tmp_path / "empty")
    assert not disk.remove(tmp_path / "empty")
    with pytest.raises(PlainleafError):
        disk.remove(kept)
    assert disk.remove(kept / "a")
    assert kept.is_dir()
