"""The harness that puts faults into catalogues counts what the checks find, and nothing else."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from benchmarks import mutants, mutants_of_form
from benchmarks.bodies import OURS, OWN, Body, Text, bodies, ours
from benchmarks.kinds import KINDS, SWAPPED, Kind
from benchmarks.mutants import Making
from benchmarks.mutated_words import words_for
from benchmarks.mutation_page import grid, locales, page, sound_table
from benchmarks.mutation_words import main
from benchmarks.mutations import Cell, cells, failing, soundness
from pipeline.catalogue import Catalogue, Message
from pipeline.place import Place

ROOT = Path(__file__).resolve().parent.parent
PL, AR = words_for("pl"), words_for("ar")
HEADER = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '\n#, md-text\nmsgid "Take 40 mg for 21 days."\nmsgstr "Bierz 40 mg przez 21 dni."\n'


def catalogue(*texts: tuple[str, str]) -> Catalogue:
    messages = tuple(
        Message(msgid, msgstr, flags=("md-text",), place=Place("a.po", line))
        for line, (msgid, msgstr) in enumerate(texts, start=5)
    )
    return Catalogue("a", "pl", (), messages, place=Place("a.po"))


def thrown(throws: int) -> list[Random]:
    """Dice, each with a seed of its own."""
    return [Random(seed) for seed in range(throws)]  # noqa: S311  nothing is kept secret by them


def made(make: Making, msgid: str, msgstr: str, language: str = "pl", throws: int = 20) -> set[str]:
    """Every mutant that some throws of the dice make."""
    words = words_for(language)
    found = (make(msgid, msgstr, dice, words) for dice in thrown(throws))
    return {one for one in found if one is not None}


def tried(body: Body, tries: int, kinds: Iterable[Kind] = KINDS) -> list[Cell]:
    return list(cells(body, soundness(body), tries, kinds))


TWENTY_ONE = Body("invented", "pl", (catalogue(("Take 40 mg.", "Bierz 40 mg.")),))


def test_a_planted_fault_is_found() -> None:
    changed = Kind("a digit changed", mutants.digit_changed)
    cell, _ = tried(TWENTY_ONE, 5, [changed])
    assert (cell.tried, cell.found, cell.planted) == (4, 4, 0)  # One message serves four times.
    assert cell.by["numbers"] == 4
    assert not cell.missed


def test_a_harmless_change_is_not_counted() -> None:
    harmless = Kind("a blank doubled", lambda _id, text, _dice, _words: text.replace(" ", "  ", 1))
    cell, _ = tried(TWENTY_ONE, 5, [harmless])
    assert (cell.tried, cell.found) == (1, 0)
    assert cell.missed == [("Take 40 mg.", "Bierz 40 mg.", "Bierz  40 mg.")]


def test_what_changes_nothing_is_not_tried() -> None:
    idle = Kind("nothing", lambda _id, text, _dice, _words: text)
    cell, _ = tried(TWENTY_ONE, 5, [idle])
    assert cell.tried == 0


def test_no_fault_goes_into_a_message_that_fails_as_it_is() -> None:
    body = Body("invented", "pl", (catalogue(("Take 40 mg.", "Bierz 50 mg.")),))
    assert all(cell.tried == 0 for cell in tried(body, 5))
    sound = soundness(body)
    assert (sound.failed["any"], sound.failed["numbers"]) == (1, 1)
    assert sound.alarms[0][1].msgstr == "Bierz 50 mg."


def test_something_is_planted_where_a_catalogue_has_nothing_to_change() -> None:
    phone = next(one for one in KINDS if one.make is mutants.phone_digit)
    body = Body("invented", "pl", (catalogue(("Call us.", "Zadzwoń.")),))
    cell, _ = tried(body, 3, [phone])
    assert (cell.tried, cell.found, cell.planted) == (3, 3, 3)


def test_a_failure_of_another_message_is_not_counted() -> None:
    two = catalogue(("Take 40 mg.", "Bierz 50 mg."), ("Hello", "Witaj"))
    assert failing(two, two.messages[0]) == {"numbers"}
    assert failing(two, two.messages[1]) == set()


def test_the_same_dice_fall_each_time() -> None:
    body = next(one for one in ours(ROOT) if one.language == "pl")
    few = Body(OURS, "pl", body.catalogues[:1])
    assert tried(few, 3) == tried(few, 3)


def test_neighbours_swap_their_translations() -> None:
    body = Body("invented", "pl", (catalogue(("Take 40 mg.", "Bierz 40 mg."), ("Hi", "Cześć")),))
    (swap,) = tried(body, 5, [])
    assert (swap.kind, swap.tried, swap.found) == (SWAPPED, 1, 1)


# ── the faults ─────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_fault_is_made_in_some_text(kind: Kind) -> None:
    msgid = (
        "You must not take **40 mg** (HER2, MRI) of `x1` [on](https://a.example/p) "
        "[off](https://b.example/q) <b>b</b> {name}, {day}. You may call 0808 157 0000, never."
    )
    msgstr = (
        "Nie musisz brać **40 mg** (HER2, MRI) z `x1` [on](https://a.example/p) "
        "[off](https://b.example/q) <b>b</b> {name}, {day}. Możesz dzwonić 0808 157 0000, nie."
    )
    found = made(kind.make, msgid, msgstr)
    assert found
    assert msgstr not in found


def test_a_digit_stays_in_its_script_and_no_number_gets_a_zero_in_front() -> None:
    found = made(mutants.digit_changed, "for 21 days", "٢١ يومًا", "ar", 200)
    assert len(found) == 8 + 9  # Any but the old one, and no 0 first.
    assert all(one[:2].isdecimal() and not one[:2].isascii() for one in found)
    assert not any(one.startswith("\u0660") for one in found)


def test_numbers_in_links_placeholders_and_code_are_no_numbers() -> None:
    text = "`a1` {b2} %(c3)s [d](https://e.example/4) <h5> &#39; %02d"
    assert not made(mutants.digit_changed, text, text)
    assert not made(mutants.number_dropped, text, text)


def test_a_number_is_dropped_with_its_blank() -> None:
    assert made(mutants.number_dropped, "Take 2 now", "Weź 2 teraz") == {"Weź teraz"}


def test_a_number_that_is_added_is_new() -> None:
    found = made(mutants.number_added, "Take 7 now", "Weź 7 teraz")
    assert found
    assert not any(one.count("7 ") > 1 or one == "Weź 7 teraz" for one in found)


def test_a_negation_goes_only_where_the_source_has_one() -> None:
    assert made(mutants.negation_dropped, "Do not wait.", "Nie czekaj.") == {"czekaj."}
    assert not made(mutants.negation_dropped, "Wait.", "Nie czekaj.")
    assert made(mutants.negation_dropped, "It did not.", "ولم يحدث", "ar") == {"و يحدث"}


def test_a_word_within_a_word_is_none() -> None:
    assert not made(mutants.negation_dropped, "It is not low.", "Jest niedziela.")


def test_a_word_of_a_phrase_that_denies_nothing_is_left() -> None:
    assert made(mutants.negation_dropped, "Do not pay.", "am ddim, peidiwch", "cy") == {"am ddim, "}
    assert made(mutants.negation_dropped, "It is not so.", "ਕੁਝ ਨਾ ਕੁਝ ਨਹੀਂ।", "pa") == {"ਕੁਝ ਨਾ ਕੁਝ ।"}


def test_the_end_of_a_word_is_exchanged() -> None:
    assert made(mutants.may_to_must, "You may go.", "যেতে পারে।", "bn") == {"যেতে হবে।"}


@pytest.mark.parametrize("language", OWN)
def test_every_language_of_ours_has_words_to_drop_and_to_exchange(language: str) -> None:
    body = next(one for one in ours(ROOT) if one.language == language)
    found = words_for(language)
    assert found.negations
    assert found.may
    assert found.units
    texts = [(one.msgid, one.msgstr) for each in body.catalogues for one in each.messages]
    dropped = [one for one in texts if made(mutants.negation_dropped, *one, language, 1)]
    assert len(dropped) > 40


def test_must_becomes_may_with_its_capital() -> None:
    assert made(mutants.must_to_may, "You must go.", "Musisz iść.") == {"Możesz iść."}
    assert not made(mutants.must_to_may, "You go.", "Musisz iść.")


def test_the_targets_of_two_links_change_places() -> None:
    text = "[a](https://a.example) [b](https://b.example)"
    swapped = "[a](https://b.example) [b](https://a.example)"
    assert made(mutants.links_swapped, text, text) == {swapped}


def test_two_numbers_and_two_placeholders_change_places() -> None:
    assert made(mutants.numbers_swapped, "", "2 z 6 [a](/7)") == {"6 z 2 [a](/7)"}
    assert made(mutants.placeholders_swapped, "", "%s: {a}") == {"{a}: %s"}
    assert not made(mutants.numbers_swapped, "", "2 i 2")


def test_a_dropped_link_leaves_its_words() -> None:
    assert made(mutants.link_dropped, "[a](#b)", "see [it](#b).") == {"see it."}
    html = 'see <a href="https://a.example/">it</a>.'
    assert made(mutants.link_dropped, html, html) == {"see it."}


def test_a_letter_is_replaced_by_one_that_looks_like_it() -> None:
    found = made(mutants_of_form.letter_replaced, "mum", "\u043c\u0430\u043c\u0430", "ru")
    assert found == {"\u043ca\u043c\u0430", "\u043c\u0430\u043ca"}


# ── catalogues and the page ────────────────────────────────────────────────────────────────────
def test_our_drafts_count_as_translated_and_stale_messages_do_not(tmp_path: Path) -> None:
    file = tmp_path / "pl" / "LC_MESSAGES" / "a.po"
    file.parent.mkdir(parents=True)
    note = "# machine translation, 2026-11-22, not reviewed\n#, fuzzy\n"
    stale = '#, fuzzy\nmsgid "C"\nmsgstr "D"\n'
    file.write_text(f'{HEADER}\n{note}msgid "A"\nmsgstr "B"\n\n{stale}', "utf-8")
    (body,) = bodies("x", [file])
    assert body.language == "pl"
    assert [(one.msgid, one.flags) for one in body.catalogues[0].messages] == [("A", ())]


def test_the_page_says_how_many_were_tried(tmp_path: Path) -> None:
    table = [Cell("] (", "x", "pl", tried=50, found=49, planted=20), Cell("] (", "x", "ar")]
    assert "| ] ( | 98 % of 30 + 20 | – |" in grid(table)
    assert "| 98 % |" in page(table, [], "")
    body = Body("x", "pl", (catalogue(("A 1", "A 2"), ("B", "C")),))
    assert "| x, pl | 2 | 1 (50.00%) | numbers 1 | 0 (0.00%) | – |" in sound_table(
        [soundness(body)]
    )
    assert tmp_path.exists()


def test_our_own_locales_have_a_row_each() -> None:
    body = Body(OURS, "pl", (catalogue(("A 1", "A 2"), ("B", "C")),))
    other = Body(
        "x",
        "ar",
        (
            catalogue(
                ("B", "C"),
            ),
        ),
    )
    table = [Cell("negation dropped", OURS, "pl", tried=50, found=47)]
    said = locales(table, [soundness(body), soundness(other)])
    assert [line.split(" | ")[0] for line in said.splitlines()[2:]] == ["| pl"]
    assert "| 94 % of 50 |" in said
    assert said.endswith("| 1 | 0.00% |")


def test_the_command_measures_our_own_catalogues_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for tag in ("pl", "zh_Hans"):
        file = tmp_path / "locales" / tag / "LC_MESSAGES" / "a.po"
        file.parent.mkdir(parents=True)
        file.write_text(HEADER.replace(": pl", f": {tag}") + ENTRY, "utf-8")
    monkeypatch.setattr("benchmarks.mutation_words.ROOT", tmp_path)
    main(["--ours", "--tries", "2"])
    said = capsys.readouterr().out
    rows = said.partition("## Our own locales")[2].partition("## All together")[0]
    assert [line[2:4] for line in rows.splitlines() if "%" in line] == ["pl", "zh"]
    assert "Django" not in said.partition("## All together")[2]


def test_the_command_measures_any_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, missed = tmp_path / "any.po", tmp_path / "missed.tsv"
    file.write_text(HEADER + ENTRY, "utf-8")
    main(["--catalogue", str(file), "--tries", "3", "--missed", str(missed)])
    said = capsys.readouterr().out
    assert "## any.po" in said
    assert "| a digit changed | 100 % of 3 |" in said
    assert all(len(line.split("\t")) >= 6 for line in missed.read_text("utf-8").splitlines())


def test_a_fault_goes_into_the_last_plural_form() -> None:
    message = Message(
        "%d file", "%d plik", plural=True, plural_id="%d files", forms=("%d plik", "%d pliki")
    )
    text = Text(catalogue(), message)
    assert (text.msgid, text.msgstr, text.is_plural) == ("%d files", "%d pliki", True)
    assert text.saying("pliki").forms == ("%d plik", "pliki")
