"""A project's sources as a whole: which files are leaflets, and what they refer to."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import BAD_INPUT, main
from pipeline.config import load
from pipeline.errors import PlainleafError
from pipeline.sources import gather
from tests.test_dialect import FRONT

MakeProject = Callable[..., Path]
FIRST = FRONT.count("\n") + 1
"""The line on which a leaflet's text begins."""


def _problems(root: Path) -> list[str]:
    with pytest.raises(PlainleafError) as caught:
        assert gather(load(root)).readings
    return str(caught.value).splitlines()


def _run(root: Path, *words: str, **environment: str) -> tuple[int, str]:
    result = CliRunner().invoke(
        main, ["--project", str(root), *words], env=environment, catch_exceptions=False
    )
    return result.exit_code, result.output


# ── files ──────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("name", ["interface", "regions", "Tea", "a b", "a.b", "é"])
def test_a_name_that_is_taken_or_no_address_is_refused(
    make_project: MakeProject, name: str
) -> None:
    root = make_project({"source": {"leaflets": {f"{name}.md": FRONT + "Text.\n"}}})
    (problem,) = _problems(root)
    assert problem.startswith(f"source/leaflets/{name}.md: ")


def test_a_folder_or_a_dead_link_is_no_leaflet(make_project: MakeProject) -> None:
    root = make_project({"source": {"leaflets": {"one.md": FRONT + "Text.\n", "two.md": {}}}})
    (root / "source/leaflets/zero.md").symlink_to("nowhere.md")
    said = "This is no file, or a link that leads nowhere. Take it away, or mend it."
    assert _problems(root) == [f"source/leaflets/{name}.md: {said}" for name in ("two", "zero")]


# ── what leaflets refer to ─────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("alone", [True, False])
def test_a_missing_picture_is_named_with_its_line(
    make_project: MakeProject, *, alone: bool
) -> None:
    text = "Text.\n\n" + ("" if alone else "See: ") + "![A map](images/map.png)\n"
    root = make_project({"source": {"leaflets": {"one.md": FRONT + text}}})
    (problem,) = _problems(root)
    assert problem.startswith(f"source/leaflets/one.md:{FIRST + 2}: There is no picture")


def test_a_picture_outside_the_source_is_missing(make_project: MakeProject) -> None:
    leaflets = {"one.md": FRONT + "![A map](../map.png)\n"}
    root = make_project({"source": {"leaflets": leaflets}, "map.png": b"x"})
    assert _problems(root)[0].startswith(f"source/leaflets/one.md:{FIRST}: There is no picture")


def test_a_fact_that_the_register_lacks_is_named_with_its_line(make_project: MakeProject) -> None:
    text = "One. <!-- evidence: F1 -->\n\nTwo. <!-- evidence: F1 F2 -->\n\n"
    leaflets = {"one.md": FRONT + text + "Three. <!-- evidence: none, a test -->\n"}
    root = make_project({"source": {"leaflets": leaflets, "evidence.toml": "[facts]\nF1 = 'x'\n"}})
    (problem,) = _problems(root)
    assert problem.startswith(f"source/leaflets/one.md:{FIRST + 2}: There is no fact “F2”")


def test_words_of_the_front_matter_do_not_mislead(make_project: MakeProject) -> None:
    front = FRONT.replace("owner:", "owner: [Us](#no)")
    root = make_project({"source": {"leaflets": {"one.md": front + "[Us](#no)\n"}}})
    assert _problems(root)[0].startswith(f"source/leaflets/one.md:{FIRST}: ")


# ── what a terminal and a machine are told ─────────────────────────────────────────────────────
def test_check_names_what_is_wrong_as_json_too(make_project: MakeProject) -> None:
    root = make_project({"source": {"leaflets": {"one.md": FRONT}, "glossary.toml": "a = 3\n"}})
    result = CliRunner().invoke(main, ["--project", str(root), "check", "--json"])
    assert result.exit_code == BAD_INPUT
    (outcome,) = json.loads(result.stdout)
    assert (outcome["check"], outcome["verdict"]) == ("source", "failed")
    assert outcome["place"]["file"] == "source/glossary.toml"


def test_settings_that_are_wrong_are_an_outcome_as_json(make_project: MakeProject) -> None:
    root = make_project({}, settings="limits = 3\n")
    result = CliRunner().invoke(main, ["--project", str(root), "check", "--json"])
    assert result.exit_code == BAD_INPUT
    assert [one["place"]["file"] for one in json.loads(result.stdout)] == ["plainleaf.toml"]


def test_a_day_that_is_no_number_is_one_message(make_project: MakeProject) -> None:
    code, said = _run(make_project({}), "extract", SOURCE_DATE_EPOCH="abc")
    assert code == BAD_INPUT
    assert "SOURCE_DATE_EPOCH is no number of seconds: abc." in said


def test_a_language_that_nobody_knows_is_one_message(make_project: MakeProject) -> None:
    root = make_project({})
    code, said = _run(root, "extract", str(root), "--output", "a.pot", "--language", "klingonish")
    assert code == BAD_INPUT
    assert "klingonish" in said


def test_a_file_that_cannot_be_opened_is_one_message(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    root = make_project({"source": {"leaflets": {"one.md": FRONT + "Text.\n"}}})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    code, said = _run(root, "extract")
    assert code == BAD_INPUT
    assert said.endswith(
        "one.md: The system says: Permission denied. Mend the file or its permissions.\n"
    )
