"""Entries that are cut from a file in one pass are those that polib reads."""

from dataclasses import fields
from pathlib import Path

import polib
import pytest

from pipeline import poentries
from pipeline.pochunks import Entry
from pipeline.pofile import PoFile

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "tests" / "real_po").glob("*.po*"))
SHAPES = (
    '#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n',
    '# c\n#, fuzzy\n#~| msgctxt "x"\n#~| msgid "p"\n#~ msgctxt "x"\n#~ msgid "a"\n#~ msgstr "b"\n',
    '#| msgid "p"\n#| "q\\n"\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "1"\nmsgstr[1] ""\n"2"\n',
    '#. e\n#: f:1\n#, fuzzy\n#| msgctxt ""\n#| msgid "p"\nmsgctxt ""\nmsgid "\\"\\t"\nmsgstr "b"\n',
    '#: f:1\n# late\nmsgid "a"\nmsgstr "b"\n',
    '#, fuzzy\n#. late\nmsgid "a"\nmsgstr "b"\n',
    'msgid "a"\nmsgid_plural "as"\nmsgstr[1] "1"\nmsgstr[0] "2"\n',
    '  msgid "a"\nmsgstr "b"\n',
    'msgid "a"\nmsgstr "b"\n\n# at the end\n',
)


def _told(entries: list[Entry]) -> list[dict[str, object]]:
    names = [each.name for each in fields(Entry) if each.name != "follower"]
    return [{name: getattr(one, name) for name in names} for one in entries]


def _both(path: Path) -> tuple[list[Entry] | None, list[Entry]]:
    po = PoFile(str(path))
    text = po.decoded(path).removeprefix("\ufeff")
    return poentries.entries_of(text, polib.unescape), po._slowly(path, text)  # noqa: SLF001  the judge


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_one_pass_agrees_with_polib_on_real_files(path: Path) -> None:
    quickly, slowly = _both(path)
    if quickly is not None:
        assert _told(quickly) == _told(slowly)


@pytest.mark.parametrize("shape", SHAPES)
def test_one_pass_agrees_with_polib_or_leaves_the_file_to_it(tmp_path: Path, shape: str) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "a.po").write_text(header + shape, "utf-8")
    quickly, slowly = _both(tmp_path / "a.po")
    if quickly is not None:
        assert _told(quickly) == _told(slowly)


def test_most_files_need_one_pass() -> None:
    assert sum(_both(path)[0] is not None for path in FILES) * 2 > len(FILES)
