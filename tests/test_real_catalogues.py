"""Catalogues that real tools saved are read and updated without harm."""

import shutil
from pathlib import Path

import pytest

from pipeline.locale import locale_of
from pipeline.merge import update
from pipeline.pofile import PoFile
from tests.catalogues import NOW, Folder

REAL = sorted((Path(__file__).parent / "real_po").glob("*.po"))
TEMPLATE = REAL[0].parent / "visit.pot"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def matching_template(path: Path, target: Path) -> None:
    """A template with just the messages, comments, references and flags of a catalogue."""
    po = PoFile.load(path)
    po.entries = [one for one in po.entries if not one.obsolete]
    for one in po.entries:
        po.replace(one, forms=[""] * len(one.forms), comments="", previous="")
        one.put("flags", one.parts["flags"].replace("fuzzy, ", "").replace("#, fuzzy\n", ""))
    po.set_field("POT-Creation-Date", "2031-01-01 00:00+0000")
    target.write_bytes(po.bytes())


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_an_update_that_says_nothing_new_changes_no_byte_of_any_tool(
    tmp_path: Path, path: Path
) -> None:
    matching_template(path, tmp_path / "a.pot")
    found = update(tmp_path / "a.pot", path, locale=locale_of("de"), today=NOW)
    assert found.data == path.read_bytes()
    assert not found.changed


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_an_update_of_any_tools_file_settles_and_loses_nothing(folder: Folder, path: Path) -> None:
    shutil.copy(TEMPLATE, folder.template)
    if "latin1" in path.name:  # its template must do without curly quotation marks
        text = TEMPLATE.read_text("utf-8").replace("“", "'").replace("”", "'")
        folder.template.write_text(text, "utf-8")
    shutil.copy(path, folder.catalogue)
    before = PoFile.load(path)
    folder.update()
    after = PoFile.load(folder.catalogue)
    assert after.header.parts["comments"] == before.header.parts["comments"]
    assert dict(after.fields) | {"POT-Creation-Date": ""} == dict(before.fields) | {
        "POT-Creation-Date": ""
    }
    assert {one.forms for one in before.entries if one.translated} <= {
        one.forms for one in after.entries
    }
    assert {one.said("comments") for one in before.entries} <= {
        one.said("comments") for one in after.entries
    }
