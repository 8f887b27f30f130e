"""A glance at a catalogue says what polib says of it, or nothing."""

from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.pofile import PoFile
from pipeline.poglance import glance

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "tests" / "real_po").glob("*.po*")) + sorted(
    (ROOT / "locales").rglob("*.po*")
)
_TEXT = st.text(st.sampled_from(list('ab "\\\n\té#,~')), min_size=1, max_size=12)


def _slowly(path: Path) -> list[object]:
    po = PoFile.load(path)
    return [one.message(po.file) for one in (po.header, *po.entries) if not one.obsolete]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_a_glance_agrees_with_polib_on_real_files(path: Path) -> None:
    glanced = glance(PoFile(str(path)).decoded(path), str(path), polib.unescape)
    if glanced is not None:
        assert glanced == _slowly(path)


def test_the_catalogues_of_this_project_are_of_the_customary_shape() -> None:
    paths = sorted((ROOT / "locales").rglob("*.po"))
    assert len(paths) > 10
    for path in paths:
        assert glance(path.read_text("utf-8"), str(path), polib.unescape), path


@given(
    entries=st.lists(
        st.tuples(st.none() | _TEXT, _TEXT, _TEXT, st.text("ab .:|", max_size=5), st.booleans()),
        max_size=4,
        unique_by=lambda entry: entry[:2],
    )
)
@settings(max_examples=80)
def test_a_glance_agrees_with_polib_on_what_polib_writes(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[tuple[str | None, str, str, str, bool]],
) -> None:
    written = polib.POFile()
    written.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for msgctxt, msgid, msgstr, comment, fuzzy in entries:
        written.append(
            polib.POEntry(
                msgctxt=msgctxt,
                msgid=msgid,
                msgstr=msgstr,
                tcomment=comment,
                flags=["fuzzy"] if fuzzy else [],
            )
        )
    path = tmp_path_factory.mktemp("glance") / "a.po"
    written.save(str(path))
    glanced = glance(path.read_text("utf-8"), str(path), polib.unescape)
    if glanced is not None:
        assert glanced == _slowly(path)
        said = [(one.msgctxt, one.msgid, one.msgstr, one.fuzzy) for one in glanced[1:]]
        assert said == [(c, i, s, f) for c, i, s, _, f in entries]
