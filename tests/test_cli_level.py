"""`plainleaf level` as people and programs meet it: files, a project, a stream."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import BAD_INPUT, FINE, main
from pipeline.level import read
from tests.levels import WORDS, make_drinks

MakeProject = Callable[..., Path]
PLAIN = [re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text) for text in WORDS]


@pytest.fixture
def drinks(make_project: MakeProject) -> Path:
    """A leaflet in English and Polish."""
    return make_drinks(make_project)


def _run(folder: Path, *words: object, given: str | None = None) -> Result:
    arguments = ["--project", str(folder), "level", *map(str, words), "--today", "2026-11-22"]
    return CliRunner().invoke(main, arguments, input=given, catch_exceptions=False)


def _file(folder: Path, name: str, blocks: list[str]) -> Path:
    path = folder / name
    path.write_text("\n\n".join(blocks), "utf-8")
    return path


def _json(folder: Path, *words: object) -> Any:
    result = _run(folder, *words, "--json")
    assert result.exit_code == FINE, result.output
    return json.loads(result.stdout)


# ── files ──────────────────────────────────────────────────────────────────────────────────────
def test_a_file_is_told_in_all_figures_and_its_hardest_blocks(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.md", PLAIN)
    result = _run(tmp_path, path)
    expected = read(PLAIN, "en")
    assert result.exit_code == FINE, result.output
    assert f"level           {expected.level:.1f} ± {expected.error:.1f} (" in result.output
    assert f"words           {expected.words} in {len(PLAIN)} sentences" in result.output
    for said in ("sentence index", "word index", "rare words", "calibrated", "Flesch-Kincaid"):
        assert said in result.output
    assert "with all words" not in result.output, "outside a project nobody knows the terms"
    assert re.search(rf"{re.escape(str(path))}:\d+: ", result.output)
    assert "“whilst”: better: while" in result.output


def test_below_a_hundred_words_no_level_is_said_and_why(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", PLAIN[:2])
    result = _run(tmp_path, path)
    assert re.search(r"level           none: \d\d words are fewer than 100", result.output)
    assert not re.search("±|sentence index|Flesch", result.output)
    told = _json(tmp_path, path)[0]
    assert (told["level"], told["error"], told["fkgl"]) == (None, None, None)
    assert told["words"] < 100
    assert "fewer than 100" in told["why"]


def test_of_a_language_without_anchors_nothing_is_claimed(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", ["ពាក្យ " * 150])
    assert "cannot tell" in _run(tmp_path, path, "--lang", "km").output


def test_a_text_that_is_hardly_in_its_language_is_doubted(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", list(WORDS.values()))
    assert "Is this en? Most of its words" in _run(tmp_path, path).output
    assert "Is this" not in _run(tmp_path, path, "--lang", "pl").output


def test_the_beginning_of_a_block_is_shown_where_no_blanks_part_words(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", ["你可以整天喝水或喝茶。" * 15])
    assert "“你可以整天喝水或喝茶。你可以" in _run(tmp_path, path, "--lang", "zh-Hans").output


def test_a_file_without_words_is_said_to_have_none(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.md", ["# Only a heading"])
    assert "none: it has no words" in _run(tmp_path, path).output


def test_formulas_are_told_by_name_and_never_to_be_compared(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", list(WORDS.values()))
    result = _run(tmp_path, path, "--lang", "pl", "--formulas")
    assert "Pisarek" in result.output
    assert "W. Pisarek, 1969" in result.output
    assert "never compare their numbers" in " ".join(result.output.split())
    assert "Pisarek" not in _run(tmp_path, path, "--lang", "pl").output
    assert "trusts no formula for so" in _run(tmp_path, path, "--lang", "so", "--formulas").output


def test_the_language_is_the_projects_source_where_nobody_says(make_project: MakeProject) -> None:
    root = make_project({}, settings='source_locale = "pl"\nlocales = ["en"]\n')
    assert _json(root, _file(root, "a.txt", list(WORDS.values())))[0]["language"] == "pl"


def test_broken_settings_are_told_and_not_taken_for_no_project(make_project: MakeProject) -> None:
    root = make_project({}, settings="locales = 7\n")
    result = _run(root, _file(root, "a.txt", PLAIN))
    assert result.exit_code == BAD_INPUT
    assert "plainleaf.toml: " in result.output


def test_without_the_word_lists_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.levelstream.find_spec", lambda _: None)
    for words in ([_file(tmp_path, "a.txt", PLAIN)], ["--jsonl"]):
        result = _run(tmp_path, *words, given="{}")
        assert result.exit_code == BAD_INPUT
        assert re.fullmatch(r"Reading levels need .*Run: pip install .*\n", result.output)


# ── a project ──────────────────────────────────────────────────────────────────────────────────
def test_a_projects_table_sets_each_translation_against_its_source(drinks: Path) -> None:
    result = _run(drinks)
    assert result.exit_code == FINE, result.output
    lines = [re.split(r"\s{2,}", line.strip()) for line in result.output.splitlines()]
    assert [line[0] for line in lines[1:5]] == ["drinks", "en", "pl", "ar"]
    assert re.fullmatch(r"\d\.\d ± \d\.\d \([ABC][12]\)", lines[3][1])
    assert re.fullmatch(r"[+−]\d\.\d", lines[3][3])
    assert lines[4][1] == "too few words", "of Arabic there is nothing yet"
    assert max(map(len, result.output.splitlines()[:-1])) <= 80, "all but the path fits a terminal"
    page = drinks / "build" / "draft" / "report" / "reading-level.html"
    assert f"until the next build: {page}" in result.output
    assert page.is_file()


def test_the_report_goes_with_the_next_build(drinks: Path) -> None:
    _run(drinks)
    page = drinks / "build" / "draft" / "report" / "reading-level.html"
    CliRunner().invoke(main, ["--project", str(drinks), "build"], catch_exceptions=False)
    assert not page.exists()


def test_terms_that_the_leaflet_explains_are_set_aside_and_both_figures_told(drinks: Path) -> None:
    english, polish, _ = _json(drinks)["leaflets"]
    for one in (english, polish):
        assert one["level"] < one["level_all_words"]
    assert english["level_all_words"] == pytest.approx(read(PLAIN, "en").level)
    own = _run(drinks, drinks / "source" / "leaflets" / "drinks.md").output
    assert f"with all words  {english['level_all_words']:.1f}" in own


def test_a_translation_in_part_is_set_against_the_same_part(make_project: MakeProject) -> None:
    root = make_drinks(make_project, translated=9)
    english, polish, _ = _json(root)["leaflets"]
    same = read(PLAIN[:9], "en", aside=["biopsy", "cup"])
    assert polish["untranslated"] == 1
    assert polish["above_source"] == pytest.approx(polish["level"] - same.level)
    assert same.level != english["level"]
    table = _run(root, "--locale", "pl").output
    assert f"{polish['words']}*" in table
    assert "without parts that are not translated" in table


def test_hardest_blocks_of_a_translation_are_entries_of_its_catalogue(drinks: Path) -> None:
    result = _run(drinks, "--leaflet", "drinks", "--locale", "pl")
    file, lines = "locales/pl/LC_MESSAGES/drinks.po", (drinks / "locales/pl/LC_MESSAGES/drinks.po")
    found = re.findall(rf"{file}:(\d+): .*\n +“(\w+)", result.output)
    text = lines.read_text("utf-8").splitlines()
    assert len(found) == len(WORDS)
    for number, first in found:
        entry = " ".join(text[int(number) - 1 : int(number) + 4])
        assert first in entry
    assert not (drinks / "build").exists(), "one leaflet is no report"
    same = _run(drinks, drinks / file).output
    assert re.findall(rf"{file}:(\d+): ", same) == [number for number, _ in found]


def test_a_better_word_is_told_in_the_language_of_the_block(drinks: Path) -> None:
    both = _run(drinks, "--hardest").output
    english, polish = both.partition("\npl\n")[::2]
    assert "better:" not in polish, "the lists are English, and “kubek” is explained"
    assert "“nurse”: better: carer" in english
    assert "better: mug" not in english, "the leaflet has chosen that word, and explains it"
    assert "“whilst”: better: while" in english


def test_an_unknown_leaflet_is_said_to_be_none(drinks: Path) -> None:
    result = _run(drinks, "--leaflet", "tea")
    assert result.exit_code == BAD_INPUT
    assert "There is no tea in any locale" in result.output


# ── a stream ───────────────────────────────────────────────────────────────────────────────────
def test_a_stream_is_answered_line_by_line(tmp_path: Path) -> None:
    given = "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(PLAIN))
    result = _run(tmp_path, "--jsonl", "--lang", "en", given=given)
    assert result.exit_code == FINE
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["id"] for one in told] == list(range(len(PLAIN)))
    assert told[0]["level"] == pytest.approx(read(PLAIN[:1], "en").level, abs=1e-4)


def test_a_stream_is_of_standard_input_alone(tmp_path: Path) -> None:
    for words in ([_file(tmp_path, "a.txt", PLAIN)], ["--hardest"], ["--json"], ["--formulas"]):
        result = _run(tmp_path, "--jsonl", *words, given='{"id": 1, "text": "Hello."}')
        assert (result.exit_code, result.stdout) == (BAD_INPUT, "")
        assert "--jsonl reads standard input" in result.stderr


def test_a_bad_line_of_a_stream_exits_2_and_is_named(tmp_path: Path) -> None:
    result = _run(tmp_path, "--jsonl", given='{"id": 1, "text": "Hello."}\nno\n')
    assert result.exit_code == BAD_INPUT
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.startswith("standard input:2: This line cannot be used")
    assert len(result.stderr.splitlines()) == 1
