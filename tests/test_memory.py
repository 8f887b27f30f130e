"""The memory proposes what other leaflets already say, and never decides."""

from pathlib import Path

import pytest

from pipeline.catalogue import Catalogue, Message
from pipeline.memory import Memory
from tests.catalogues import Folder, entry


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def memory(*messages: Message, leaflet: str = "other") -> Memory:
    return Memory.of([Catalogue(leaflet, "de", messages=messages)])


def test_the_memory_fills_as_fuzzy_and_says_where_it_is_from(folder: Folder) -> None:
    folder.source(entry("Rest"), entry("Sleep"))
    folder.translations(entry("Sleep", "", above="# mine\n"))
    found = folder.update(memory(Message("Rest", "Ruhen"), Message("Sleep", "Schlaf")))
    assert (found.from_memory, found.new) == (2, 0)
    assert (folder.message("Rest").msgstr, folder.message("Rest").state) == ("Ruhen", "changed")
    assert folder.message("Rest").comments == "from memory: other"
    assert folder.message("Sleep").comments == "mine\nfrom memory: other"


def test_a_near_match_from_another_leaflet_says_so_and_what_differs(folder: Folder) -> None:
    folder.source(entry("Take 5 mg of it at night."), entry("Ring the ward."))
    folder.translations(entry("Ring the ward.", ""))
    found = folder.update(
        memory(
            Message("Take 50 mg of it at night.", "Nimm 50."), Message("Ring the wards.", "Ring!")
        )
    )
    assert (found.from_memory, found.meaning, found.new) == (1, 1, 0)
    message = folder.message("Take 5 mg of it at night.")
    assert (message.msgstr, message.previous) == ("Nimm 50.", "Take 50 mg of it at night.")
    assert message.comments == "from memory: other\nchanged: meaning (50 → 5)"
    assert not folder.message("Ring the ward.").msgstr  # a translator may want it empty


def test_the_memory_leaves_alone_what_is_translated(folder: Folder) -> None:
    folder.source(entry("Rest"))
    folder.translations(entry("Rest", "Pause"))
    assert not folder.update(memory(Message("Rest", "Ruhen"))).changed


@pytest.mark.parametrize(
    "message",
    [
        Message("Rest", "Ruhen", flags=("fuzzy",)),
        Message("Rest", "Ruhen", msgctxt="verb"),
        Message("Rest", ""),
        Message("rest", "ruhen"),
        Message("Rest", "Ruhen", plural=True),
    ],
    ids=["fuzzy", "another context", "untranslated", "other letters", "plural"],
)
def test_the_memory_knows_only_confirmed_translations_of_the_very_words(message: Message) -> None:
    assert memory(message).lookup(None, "Rest") is None


def test_the_memory_does_not_quote_a_leaflet_to_itself_and_takes_the_first_by_name() -> None:
    found = Memory.of(
        [
            Catalogue("b", "de", messages=(Message("Rest", "von b"),)),
            Catalogue("a", "de", messages=(Message("Rest", "von a"),)),
        ]
    )
    told = [found.lookup(None, "Rest", apart_from=one) for one in "abc"]
    assert [one.msgstr for one in told if one] == [
        "von b", "von a", "von a",
    ]  # fmt: skip


def test_a_machine_s_draft_stays_one_and_gives_way_to_a_person_s_translation(
    folder: Folder,
) -> None:
    note = "machine translation, 2026-11-22, not reviewed"
    draft = Message("Rest", "Ruhe!", flags=("fuzzy",), comments=note)
    folder.source(entry("Rest"))
    folder.translations()
    folder.update(memory(draft))
    assert (folder.message("Rest").msgstr, folder.message("Rest").state) == ("Ruhe!", "machine")
    found = Memory.of(
        [
            Catalogue("a", "de", messages=(draft,)),
            Catalogue("b", "de", messages=(Message("Rest", "Ruhen"),)),
        ]
    )
    known = found.lookup(None, "Rest")
    assert known
    assert (known.msgstr, known.note) == ("Ruhen", "")


def test_a_text_that_left_one_leaflet_is_remembered_for_another(folder: Folder) -> None:
    folder.source(entry("Rest"))
    gone = Catalogue("other", "de", obsolete=(Message("Rest", "Ruhen"),))
    live = Catalogue("third", "de", messages=(Message("Rest", "Ausruhen"),))
    folder.update(Memory.of([gone]))
    assert (folder.message("Rest").msgstr, folder.message("Rest").state) == ("Ruhen", "changed")
    found = Memory.of([gone, live]).lookup(None, "Rest")
    assert found
    assert found.msgstr == "Ausruhen"
