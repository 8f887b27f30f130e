"""A fuzzy entry says what changed, once, until a translator confirms it."""

from pathlib import Path

import pytest

from tests.catalogues import Folder, entry


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "label", "count"),
    [
        ("Do take your tablets.", "Do not take your tablets.", "meaning (“not” is new)", "meaning"),
        ("Take 5 mg at night.", "Take 50 mg at night.", "meaning (5 → 50)", "meaning"),
        (
            "You may ring the ward.",
            "You must ring the ward.",
            "meaning (“may” → “must”)",
            "meaning",
        ),
        ("Rest for a long time.", "Rest for a good time.", "wording", "wording"),
        ("Rest for a time", "Rest, for a time.", "cosmetic (punctuation)", "cosmetic"),
    ],
)
def test_a_match_says_how_its_text_changed_and_is_counted(
    folder: Folder, old: str, new: str, label: str, count: str
) -> None:
    folder.source(entry(new))
    folder.translations(entry(old, "Übersetzt.", above="# mine\n"))
    found = folder.update()
    assert (found.fuzzy, getattr(found, count)) == (1, 1)
    assert folder.message(new).comments == f"mine\nchanged: {label}"


def test_the_next_update_replaces_a_label_and_touches_no_other_comment(folder: Folder) -> None:
    folder.source(entry("Take 5 mg at night."))
    mine = "# changed: my mind\n#  odd   spaces\n"
    folder.translations(entry("Take 1 mg at night.", "Nimm 1.", above=mine))
    folder.update()
    folder.source(entry("Take 1 mg each night."))
    folder.update()
    assert folder.message("Take 1 mg each night.").comments.count("changed: ") == 2
    assert f"{mine}# changed: wording\n" in folder.catalogue.read_text("utf-8")


def test_a_label_goes_when_a_translator_has_confirmed(folder: Folder) -> None:
    folder.source(entry("Take 5 mg at night."))
    folder.translations(entry("Take 1 mg at night.", "Nimm 1.", above="# mine\n"))
    folder.update()
    text = folder.catalogue.read_text("utf-8").replace("#, fuzzy\n", "", 1)
    folder.catalogue.write_text(text, "utf-8")
    folder.update()
    assert folder.message("Take 5 mg at night.").comments == "mine"
    assert folder.message("Take 5 mg at night.").state == "translated"


def test_doubts_of_translators_and_other_tools_get_no_label(folder: Folder) -> None:
    folder.source(entry("Rest"), entry("Sleep"))
    folder.translations(
        entry("Rest", "Ruhen", above='#, fuzzy\n#| msgid "Rests"\n'),
        entry("Sleep", "Schlaf", above="#, fuzzy\n"),
    )
    assert not folder.update().changed


def test_an_old_encoding_says_it_without_arrows(folder: Folder) -> None:
    folder.source(entry("Take 5 mg at night."))
    folder.translations(entry("Take 1 mg at night.", "für 1"))
    text = folder.catalogue.read_text("utf-8").replace("charset=UTF-8", "charset=ISO-8859-1")
    folder.catalogue.write_bytes(text.encode("latin-1"))
    folder.update()
    assert folder.message("Take 5 mg at night.").comments == "changed: meaning (1 -> 5)"
