"""`plainleaf status` on a terminal: few locales leaflet by leaflet, many of them one line each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.config import load
from tests.ledgers import POLISH, SETTINGS, TREE, renew, sign, translate

MANY = SETTINGS.replace('["pl", "ar"]', '["pl", "ar", "es", "zh-Hans"]')


def _said(root: Path, *options: str) -> str:
    given = ["--project", str(root), "status", "--today", "2026-11-22", *options]
    result = CliRunner().invoke(main, given, env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def root(make_project: Callable[..., Path]) -> Path:
    """One leaflet in four languages, one of them translated and signed."""
    project = load(make_project(TREE, settings=MANY))
    renew(project)
    translate(project, POLISH)
    sign(project, "en", project.source_steps)
    sign(project, "pl", project.steps)
    return project.root


def test_many_locales_have_one_line_each_with_both_coverages(root: Path) -> None:
    said = _said(root)
    lines = {line.split()[0]: line.split() for line in said.split("\n") if line.strip()}
    assert lines["pl"][-3:-1] == ["100%", "100%"]
    for other in ("ar", "zh-Hans"):  # of these only Plainleaf's own words are translated
        draft, release = lines[other][-3:-1]
        assert (draft != "100%", draft != "0%", release) == (True, True, "0%")
    assert "small" not in said.split("translated: by a person")[0]
    assert "plainleaf status --locale pl" in said
    assert max(map(len, said.split("What to do next")[0].split("\n"))) <= 80


def test_one_locale_is_listed_leaflet_by_leaflet(root: Path) -> None:
    said = _said(root, "--locale", "es")
    table = said.split("translated: by a person")[0]
    assert {line.split()[0] for line in table.strip().split("\n")[1:]} == {"es"}
    assert {"small", "glossary", "interface"} <= set(table.split())
    assert "facts rest on" not in said
    assert "1. es:" in said


def test_a_locale_that_the_project_has_not_is_named(root: Path) -> None:
    given = ["--project", str(root), "status", "--locale", "de"]
    result = CliRunner().invoke(main, given)
    assert result.exit_code == 2
    assert "The project has no locale “de”." in result.output
