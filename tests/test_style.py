"""What a style file says, and what is refused in it."""

from pathlib import Path

import pytest

from pipeline.checks._prose import any_of
from pipeline.errors import SourceError
from pipeline.style import house_style, load


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "style.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_plainleafs_own_lists_count(tmp_path: Path) -> None:
    style = load(tmp_path / "style.toml", "source/style.toml")
    assert style == house_style()
    assert style.avoid["prior to"] == "before"
    assert style.avoid["commenced"] == style.avoid["commences"] == "start"
    assert "recently" in style.undated
    assert {"NHS", "GP", "IV"} <= set(style.known)


def test_a_project_adds_words(tmp_path: Path) -> None:
    text = '[avoid]\n"Cosy, cosies" = "warm cover"\n"prior to" = "ahead of"\n'
    text += '[lists]\nknown = ["BMI"]\n'
    style = load(_file(tmp_path, text), "source/style.toml")
    assert style.avoid["cosy"] == style.avoid["cosies"] == "warm cover"
    assert style.avoid["prior to"] == "ahead of"
    assert style.avoid["whilst"]
    assert {"BMI", "NHS"} <= set(style.known)


def test_a_project_takes_words_out_of_every_list(tmp_path: Path) -> None:
    text = '[avoid]\n"whilst, recently, not, today’s" = ""\nnhs = ""\n'
    style = load(_file(tmp_path, text), "source/style.toml")
    assert "whilst" not in style.avoid
    assert "amongst" in style.avoid
    assert not {"recently", "today's"} & set(style.undated)
    assert "NOT" not in style.stress
    assert "NHS" not in style.known


def test_a_word_stands_in_one_list_only() -> None:
    style = house_style()
    assert not set(style.avoid) & {*style.undated, *style.fine}
    assert not set(style.known) & set(style.stress)
    assert not set(style.participles) & set(style.states)


def test_no_better_word_is_one_to_avoid() -> None:
    style = house_style()
    pattern = any_of(style.avoid)
    bad = {word: better for word, better in style.avoid.items() if pattern.search(better)}
    assert bad == {"women": style.avoid["women"], "woman": style.avoid["woman"]}


def test_capitals_and_hyphens_part_words() -> None:
    pattern = any_of(["ER", "patients", "today's"])
    found = pattern.findall("The ER, never Er. Patients, inpatients, out-patients: today's.")
    assert found == ["ER", "Patients", "today's"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[avoid\n", "source/style.toml:1: This is not TOML"),
        ("\navoid = 3\n", "“avoid” is no table"),
        ("\n[words]\na = 'b'\n", "source/style.toml:2: There is no “words”"),
        ("[avoid]\na = 'b'\nc = 3\n", "source/style.toml:3: “c” has no better word"),
        ("[avoid]\na = 'b'\n'd, ' = 'e'\n", "source/style.toml:3: “d, ” has no better word"),
        ("[lists]\n\nknow = ['b']\n", "source/style.toml:3: There is no list “know”"),
        ("[lists]\nunits = ['b']\nknown = 'b'\n", "source/style.toml:3: “known” of “lists” is no"),
        ("[avoid]\na = 'b'\n'c\u200b' = 'd'\n", r"source/style.toml:3: An invisible .* U\+200B"),
    ],
)
def test_a_wrong_style_file_is_named_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(SourceError, match=problem):
        load(_file(tmp_path, text), "source/style.toml")
