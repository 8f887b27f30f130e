"""Entries with a plural keep every form, whatever the template makes of them."""

from pathlib import Path

import pytest

from pipeline.pofile import PoFile
from tests.catalogues import Folder, entry


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_plural_that_comes_or_goes_says_so_and_keeps_every_form(folder: Folder) -> None:
    plural = 'msgid "a day"\nmsgid_plural "{} days"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    folder.source(plural.format("2", "", ""))
    folder.translations(entry("a day", "ein Tag"))
    assert folder.update().wording == 1
    (live,) = PoFile.load(folder.catalogue).entries
    assert (live.forms, live.fuzzy, live.said("comments")) == (
        ("ein Tag", ""),
        True,
        "changed: wording",
    )
    folder.source(plural.format("3", "", ""))
    assert folder.update().meaning == 1
    assert "changed: meaning (2 → 3)" in folder.catalogue.read_text("utf-8")
    folder.source(entry("a day"))
    folder.update()
    (live,) = PoFile.load(folder.catalogue).entries
    assert (live.plural, live.forms) == ("", ("ein Tag",))
    folder.translations(plural.format("2", "ein Tag", "2 Tage"))
    folder.update()
    assert PoFile.load(folder.catalogue).entries[0].forms == ("ein Tag", "2 Tage")
    folder.source(plural.format("2", "", ""))
    folder.translations('#~ msgid "a day"\n#~ msgstr "ein Tag"\n')
    folder.update()  # which looks whether it settles
    assert PoFile.load(folder.catalogue).entries[0].forms == ("ein Tag", "")


def test_plural_entries_are_carried_unharmed(folder: Folder) -> None:
    plural = 'msgid "a day"\nmsgid_plural "{} days"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    folder.source(plural.format("%d", "", ""), entry("Rest"))
    folder.translations(plural.format("%d", "ein Tag", "%d Tage"))
    folder.update()
    assert PoFile.load(folder.catalogue).entries[0].forms == ("ein Tag", "%d Tage")
    folder.source(plural.format("many", "", ""))
    folder.update()
    po = PoFile.load(folder.catalogue)
    assert (po.entries[0].forms, po.entries[0].fuzzy) == (("ein Tag", "%d Tage"), True)
    folder.source(entry("Something else"))
    folder.update()
    assert PoFile.load(folder.catalogue).entries[-1].forms == ("ein Tag", "%d Tage")
    folder.source(plural.format("many", "", ""))
    folder.update()
    assert PoFile.load(folder.catalogue).entries[0].forms == ("ein Tag", "%d Tage")


def test_a_new_plural_entry_has_as_many_forms_as_its_language(folder: Folder) -> None:
    folder.source('msgid "a day"\nmsgid_plural "days"\nmsgstr[0] ""\nmsgstr[1] ""\n')
    folder.update(locale="pl")
    assert PoFile.load(folder.catalogue).entries[0].forms == ("", "", "")
