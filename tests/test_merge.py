"""An update brings a catalogue up to date and loses no translation on the way."""

from pathlib import Path

import pytest

from pipeline.errors import CatalogueError
from pipeline.locale import locale_of
from pipeline.merge import update
from pipeline.pofile import PoFile
from tests.catalogues import NOW, Folder, entry


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_new_catalogue_has_a_full_header_and_invents_nobody(folder: Folder) -> None:
    folder.source(entry("Rest", above="#. heading 2\n#: a.md#rest\n#, md-text\n"))
    found = folder.update(locale="ar")
    assert found.new == 1
    header = dict(PoFile.load(folder.catalogue).fields)
    assert header["Language"] == "ar"
    assert header["Plural-Forms"].startswith("nplurals=6;")
    assert header["POT-Creation-Date"] == "2026-01-01"
    assert header["PO-Revision-Date"] == "2026-11-22 09:30+0000"
    assert (header["Last-Translator"], header["Language-Team"]) == (
        "Automatically generated",
        "none",
    )
    assert not PoFile.load(folder.catalogue).header.fuzzy
    assert folder.message("Rest").flags == ("md-text",)
    assert folder.message("Rest").references == ("a.md#rest",)


@pytest.mark.parametrize("tag", ["pl", "cy", "ja", "zh-Hans", "sr-Latn", "ca-valencia", "pa-Arab"])
def test_a_new_catalogue_names_its_locale_as_gettext_does(folder: Folder, tag: str) -> None:
    folder.source(entry("Rest"))
    folder.update(locale=tag)
    header = dict(PoFile.load(folder.catalogue).fields)
    assert (header["Language"], header["Plural-Forms"]) == (
        locale_of(tag).gettext,
        locale_of(tag).plural_forms,
    )


def test_an_update_with_nothing_new_changes_no_byte_though_the_date_differs(
    folder: Folder,
) -> None:
    folder.source(entry("Rest", above="#: a.md\n"), date="2030-01-01")
    folder.translations(entry("Rest", "Ruhen", above="#   odd\n#: a.md\n"))
    before = folder.catalogue.read_bytes()
    found = folder.update()
    assert (found.changed, found.kept) == (False, 1)
    assert folder.catalogue.read_bytes() == before


def test_the_date_follows_the_template_when_a_message_changes(folder: Folder) -> None:
    folder.source(entry("Rest"), entry("Sleep"), date="2030-01-01")
    folder.translations(entry("Rest", "Ruhen"))
    folder.update()
    header = dict(PoFile.load(folder.catalogue).fields)
    assert header["POT-Creation-Date"] == "2030-01-01"
    assert (header["PO-Revision-Date"], header["X-Own"]) == ("2020-01-01", "kept")


def test_the_order_is_that_of_the_template(folder: Folder) -> None:
    folder.source(entry("One"), entry("Two"), entry("Three"))
    folder.translations(entry("Three", "Drei"), entry("One", "Eins"))
    folder.update()
    assert [one.msgstr for one in folder.read.messages] == ["Eins", "", "Drei"]


def test_comments_and_references_are_renewed_and_all_that_translators_wrote_stays(
    folder: Folder,
) -> None:
    folder.source(entry("Rest", above="#. heading 3\n#: b.md#rest\n#, md-text, max-length:80\n"))
    folder.translations(
        entry("Rest", "Ruhen", above="# mine\n#. old\n#: a.md\n#, ignore-same, max-length:60\n")
    )
    folder.update()
    message = folder.message("Rest")
    assert (message.comments, message.extracted) == ("mine", "heading 3")
    assert message.references == ("b.md#rest",)
    assert message.flags == ("md-text", "max-length:80", "ignore-same")
    assert message.state == "translated"


def test_other_white_space_keeps_a_translation_confirmed(folder: Folder) -> None:
    folder.source(entry("Rest  for an\\nhour"))
    folder.translations(entry("Rest for an hour", "Ruhen Sie"))
    found = folder.update()
    assert (found.kept, found.fuzzy, found.obsolete) == (1, 0, 0)
    assert folder.message("Rest  for an\nhour").state == "translated"


def test_white_space_that_gettext_would_miss_in_the_translation_makes_it_fuzzy(
    folder: Folder,
) -> None:
    folder.source(entry("Rest\\n"))
    folder.translations(entry("Rest", "Ruhen"))
    folder.update()
    assert (folder.message("Rest\n").state, folder.message("Rest\n").previous) == (
        "changed",
        "Rest",
    )


def test_a_changed_text_is_fuzzy_with_its_previous_text(folder: Folder) -> None:
    folder.source(entry("Take 2 tablets a day."))
    folder.translations(entry("Take 1 tablet a day.", "Nehmen Sie 1.", above="# mine\n"))
    found = folder.update()
    assert (found.fuzzy, found.new) == (1, 0)
    message = folder.message("Take 2 tablets a day.")
    assert (message.msgstr, message.state) == ("Nehmen Sie 1.", "changed")
    assert message.previous == "Take 1 tablet a day."
    assert message.comments == "mine\nchanged: meaning (1 → 2)"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Take 1 tablet a day.", "Ring the ward at once."),
        ("Take a rest at home.", "Take a walk at noon."),  # 65 of 100 alike
    ],
)
def test_a_text_that_is_too_unlike_gets_nothing(folder: Folder, old: str, new: str) -> None:
    folder.source(entry(new))
    folder.translations(entry(old, "Nehmen Sie 1."))
    found = folder.update()
    assert (found.new, found.obsolete) == (1, 1)


def test_a_text_that_is_still_there_is_no_source_for_another(folder: Folder) -> None:
    folder.source(entry("Take 1 tablet a day."), entry("Take 2 tablets a day."))
    folder.translations(entry("Take 1 tablet a day.", "Nehmen Sie 1."))
    assert folder.update().new == 1


def test_a_text_that_changes_again_shows_what_was_really_translated(folder: Folder) -> None:
    folder.source(entry("Take 1 tablet a day."))
    folder.translations(entry("Take 1 tablet a day.", "Nehmen Sie 1."))
    folder.source(entry("Take 2 tablets a day."))
    folder.update()
    folder.source(entry("Take 3 tablets a day."))
    folder.update()
    assert folder.message("Take 3 tablets a day.").previous == "Take 1 tablet a day."


def test_an_edit_that_is_taken_back_brings_the_confirmed_translation_back(folder: Folder) -> None:
    folder.source(entry("Take 1 tablet a day."))
    folder.translations(entry("Take 1 tablet a day.", "Nehmen Sie 1."))
    before = folder.catalogue.read_bytes()
    folder.source(entry("Take 2 tablets a day."))
    folder.update()
    folder.source(entry("Take 1 tablet a day."))
    assert folder.update().revived == 1
    message = folder.message("Take 1 tablet a day.")
    assert (message.msgstr, message.state, message.previous) == (
        "Nehmen Sie 1.",
        "translated",
        None,
    )
    assert folder.catalogue.read_bytes().startswith(before.rstrip())


def test_the_same_text_in_another_context_is_fuzzy_and_says_the_old_context(
    folder: Folder,
) -> None:
    folder.source(entry("Rest"), entry("Rest", above='msgctxt "noun"\n'))
    folder.translations(entry("Rest", "Ruhen", above='msgctxt "verb"\n'))
    found = folder.update()
    assert found.fuzzy == 2
    assert folder.message("Rest", "noun").state == "changed"
    assert b'#| msgctxt "verb"\n#| msgid "Rest"\n' in folder.catalogue.read_bytes()


def test_the_previous_text_goes_when_a_translator_has_confirmed(folder: Folder) -> None:
    folder.source(entry("Rest"), entry("Sleep"))
    folder.translations(
        entry("Rest", "Ruhen", above='#| msgid "Rests"\n'),
        entry("Sleep", "Schlaf", above='#, fuzzy\n#| msgid "Sleeps"\n'),
    )
    folder.update()
    assert (folder.message("Rest").previous, folder.message("Sleep").previous) == (None, "Sleeps")


@pytest.mark.parametrize(("above", "state"), [("", "translated"), ("#, fuzzy\n", "changed")])
def test_removed_text_is_kept_and_comes_back_as_it_was(
    folder: Folder, above: str, state: str
) -> None:
    folder.source(entry("Rest"), entry("Sleep"))
    folder.translations(entry("Rest", "Ruhen", above=f"# mine\n{above}"), entry("Sleep", "Schlaf"))
    before = folder.catalogue.read_bytes()
    folder.source(entry("Sleep"))
    assert folder.update().obsolete == 1
    assert folder.read.obsolete[0].comments == "mine"
    assert folder.catalogue.read_bytes().endswith(b'#~ msgid "Rest"\n#~ msgstr "Ruhen"\n')
    folder.source(entry("Rest"), entry("Sleep"))
    assert folder.update().revived == 1
    assert folder.message("Rest").state == state
    assert folder.catalogue.read_bytes() == before


def test_a_previous_text_survives_being_obsolete(folder: Folder) -> None:
    folder.source(entry("Sleep"))
    folder.translations(
        entry("Rest", "Ruhen", above='#, fuzzy\n#| msgid "Rests"\n'), entry("Sleep", "Schlaf")
    )
    folder.update()
    assert b'#, fuzzy\n#~| msgid "Rests"\n#~ msgid "Rest"\n' in folder.catalogue.read_bytes()
    folder.source(entry("Rest"), entry("Sleep"))
    folder.update()
    assert folder.message("Rest").previous == "Rests"


def test_an_empty_entry_takes_the_translation_that_is_obsolete(folder: Folder) -> None:
    folder.source(entry("Rest"), entry("Sleep"))
    folder.translations(entry("Sleep"), '# new\nmsgid "Rest"\nmsgstr ""\n')
    old = '\n# old\n#~ msgid "Rest"\n#~ msgstr "Ruhen"\n'
    folder.catalogue.write_text(folder.catalogue.read_text("utf-8") + old, "utf-8")
    assert folder.update().revived == 1
    assert (folder.message("Rest").msgstr, folder.message("Rest").comments) == ("Ruhen", "new\nold")
    assert not folder.read.obsolete


def test_what_has_no_translation_is_dropped_when_its_text_goes(folder: Folder) -> None:
    folder.source(entry("Sleep"))
    folder.translations(entry("Rest"), entry("Sleep", "Schlaf"))
    assert folder.update().obsolete == 0
    assert not folder.read.obsolete


def test_an_old_obsolete_entry_keeps_its_bytes(folder: Folder) -> None:
    old = '# by hand\n#~ msgid   "Old"\n#~ msgstr ""\n#~ "Alt"\n'
    folder.source(entry("Sleep"), entry("More"))
    folder.translations(entry("Sleep", "Schlaf"), old, entry("Gone far away", "Weg"))
    folder.update()
    assert old.encode() in folder.catalogue.read_bytes()
    assert [one.msgstr for one in folder.read.obsolete] == ["Alt", "Weg"]


def test_an_obsolete_entry_without_words_gives_way_to_its_text(folder: Folder) -> None:
    folder.source(entry("Rest"))
    folder.translations('#~ msgid "Rest"\n#~ msgstr ""\n\n#~ msgid "Old"\n#~ msgstr ""\n')
    folder.update()  # msgfmt says whether any entry is there twice
    assert [one.msgid for one in folder.read.obsolete] == ["Old"]


def test_a_template_without_messages_takes_no_translation_away(folder: Folder) -> None:
    folder.source()
    folder.translations(entry("Rest", "Ruhe"))
    with pytest.raises(CatalogueError, match=r"a\.pot: The template has no message"):
        folder.update()
    folder.translations(entry("Rest"))
    assert not folder.update().obsolete


@pytest.mark.parametrize("broken", ["<<<<<<< HEAD\n", entry("Rest", "a") + "\n" + entry("Rest")])
def test_a_broken_catalogue_is_refused_and_stays_as_it_is(folder: Folder, broken: str) -> None:
    folder.source(entry("Rest"))
    folder.translations(broken)
    before = folder.catalogue.read_bytes()
    with pytest.raises(CatalogueError, match=r"a\.po:\d+: "):
        update(folder.template, folder.catalogue, locale=locale_of("de"), today=NOW)
    assert folder.catalogue.read_bytes() == before
    assert sorted(one.name for one in folder.path.iterdir()) == ["a.po", "a.pot"]


def test_no_gettext_tool_is_needed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.source(entry("Rest"))
    monkeypatch.setenv("PATH", "")
    found = update(folder.template, folder.catalogue, locale=locale_of("pl"), today=NOW)
    assert found.new == 1
