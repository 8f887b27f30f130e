"""The pages of `docs/` are as plain as they ask others to be, and say what the code does."""

import json
import re
from pathlib import Path

import pytest

from pipeline.cli_level import level
from pipeline.config import Limits
from pipeline.level import measure
from pipeline.locale import locale_of
from pipeline.runningtext import blocks_of

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
LEVEL = (ROOT / "docs" / "reading-level.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_plain_by_its_own_measure(page: Path) -> None:
    english = locale_of("en")
    _, blocks = blocks_of(page, page.name, english, english)
    found = measure(block.text for block in blocks)
    assert found.is_long_enough
    assert found.fkgl_all <= 8
    if page.name == "reading-level.md":
        told = re.search(r"school grade of (\d+\.\d)", LEVEL)
        assert told
        assert f"{found.fkgl_all:.1f}" == told[1]


def test_the_page_and_the_readme_name_the_command_with_options_that_it_has() -> None:
    known = {option for each in level.params for option in each.opts}
    for text in (LEVEL, (ROOT / "README.md").read_text("utf-8")):
        lines = re.findall(r"^plainleaf level\b(.*?)(?:\s+#|$)", text, re.MULTILINE)
        assert any("--jsonl" in line for line in lines)
        assert {one for line in lines for one in re.findall(r"--\w+", line)} <= known
        assert "build/draft/report/reading-level.html" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_links_to_files_that_are_there(page: Path) -> None:
    for href in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / href).exists(), href


def test_the_page_of_reading_level_names_the_grade_of_every_language() -> None:
    anchors = json.loads((ROOT / "pipeline/data/level/anchors.json").read_text("utf-8"))
    grades: dict[str, str] = {}
    for language, found in sorted(anchors["languages"].items()):
        grades[found["support"]] = f"{grades.get(found['support'], '')} {language}".strip()
    for grade, languages in grades.items():
        assert re.search(rf"^\| {grade} \|[^|]+\| {languages} \|$", LEVEL, re.MULTILINE), grade


def test_the_page_of_reading_level_names_the_limits_as_they_are() -> None:
    limits = Limits()
    for said in (
        f"at most {limits.level_above_source:g} levels harder",
        f"until the source has {limits.section_words} words",
        f"at most {limits.rare_above_source * 100:g} in 100 greater",
    ):
        assert said in LEVEL
    assert limits.sentence_ratio == 2
    line = next(line for line in LEVEL.splitlines() if "[tool.plainleaf.limits]" in line)
    names = re.findall(r"`(\w+_\w+)`", line)
    assert names
    for name in names:
        assert hasattr(limits, name)
