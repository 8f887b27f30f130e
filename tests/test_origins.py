"""Paragraphs that are split, joined or moved keep what can be kept, and the rest is named."""

from pathlib import Path

import pytest

from pipeline.matching import Texts
from pipeline.origins import sentences
from tests.catalogues import Folder, entry

ONE, TWO = "Rest at home for a day.", "Then ring the nurse on the ward."
EINS, ZWEI = "Ruhen Sie einen Tag.", "Rufen Sie dann die Station an."


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_split_paragraph_gives_each_part_its_sentences(folder: Folder) -> None:
    folder.source(entry(ONE), entry(TWO))
    folder.translations(entry(f"{ONE} {TWO}", f"{EINS} {ZWEI}"))
    found = folder.update()
    assert (found.split, found.fuzzy, found.new, found.homeless) == (2, 2, 0, ())
    assert [folder.message(one).msgstr for one in (ONE, TWO)] == [EINS, ZWEI]
    assert folder.message(TWO).comments == "changed: split"
    assert folder.message(TWO).previous == f"{ONE} {TWO}"


def test_where_sentences_do_not_agree_the_first_part_has_all_and_the_next_says_so(
    folder: Folder,
) -> None:
    folder.source(entry(ONE), entry(TWO))
    folder.translations(entry(f"{ONE} {TWO}", "Ruhen Sie, und rufen Sie an."))
    found = folder.update()
    assert (found.split, found.new) == (1, 1)
    assert folder.message(ONE).msgstr == "Ruhen Sie, und rufen Sie an."
    assert folder.message(TWO).comments == f"its translation is in “{ONE}”"


def test_joined_paragraphs_have_both_translations(folder: Folder) -> None:
    folder.source(entry(f"{ONE} {TWO}"))
    folder.translations(entry(ONE, EINS), entry(TWO, ZWEI))
    found = folder.update()
    assert (found.joined, found.obsolete) == (1, 2)
    message = folder.message(f"{ONE} {TWO}")
    assert (message.msgstr, message.comments) == (f"{EINS} {ZWEI}", "changed: joined")


def test_text_that_moves_keeps_its_confirmed_translation(folder: Folder) -> None:
    folder.source(entry(TWO), entry("Something new"), entry(ONE))
    folder.translations(entry(ONE, EINS), entry(TWO, ZWEI))
    found = folder.update()
    assert (found.kept, found.fuzzy) == (2, 0)


def test_the_same_place_makes_up_for_likeness(folder: Folder) -> None:
    around = [entry("Before all of it", "Vorher"), entry("After all of it", "Nachher")]
    folder.source(around[0], entry("Call the ward tonight"), around[1])
    folder.translations(around[0], entry("Ring the ward tonight, please", "Ring"), around[1])
    assert folder.update().fuzzy == 1
    assert folder.message("Call the ward tonight").msgstr == "Ring"


def test_a_vanished_text_that_nothing_took_is_named(folder: Folder) -> None:
    folder.source(entry("Ring the ward at once."))
    folder.translations(entry("Take 1 tablet a day.", "Nehmen Sie 1."))
    assert folder.update().homeless == ("Take 1 tablet a day.",)


def test_many_texts_are_searched_by_their_words() -> None:
    texts = [f"Number {n} of the many texts about {n * 7} things" for n in range(3000)]
    found = Texts(texts).likest("Number 2500 of all the many texts about 17500 things")
    assert found
    assert found[0] == 2500
    assert Texts(texts).likest("nothing alike") is None


def test_sentences_end_as_their_script_says() -> None:
    assert sentences("One. Two? Three!") == ["One.", "Two?", "Three!"]
    assert sentences("نم الآن. هل تنام؟ نعم.") == ["نم الآن.", "هل تنام؟", "نعم."]
    assert sentences("休息。睡觉。") == ["休息。", "睡觉。"]
