"""The report on reading levels in a browser, and what its picture and its table have in common."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.config import load
from pipeline.edition import open_publication
from pipeline.leafletlevels import Levels
from pipeline.levelreport import report
from tests.browser.reports import (
    assert_all_can_read_it,
    assert_it_fits_a_phone_and_its_table_stays_one,
)
from tests.conftest import TODAY
from tests.levels import MakeProject, make_drinks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DRAWN = """() => {
  const light = colour => {
    const [x, y, z] = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const card = light(getComputedStyle(document.querySelector('figure')).backgroundColor);
  return Math.min(...[...document.querySelectorAll('figure path')].map(path => {
    const pair = [light(getComputedStyle(path).stroke), card];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  }));
}"""


@pytest.fixture
def page_file(make_project: MakeProject, tmp_path: Path) -> Path:
    """The report on a leaflet in English, in Polish without one part, and not in Arabic yet."""
    project = load(make_drinks(make_project, translated=9))
    rows = Levels(open_publication(project, "draft", TODAY)).rows
    file = tmp_path / "report.html"
    file.write_bytes(report(project, rows, TODAY).data)
    return file


def _lines_are_seen(page: "Page") -> None:
    assert page.evaluate(DRAWN) >= 3


def test_axe_finds_nothing_and_all_text_has_seven_to_one(
    browser: "Browser", page_file: Path
) -> None:
    assert_all_can_read_it(browser, page_file, _lines_are_seen)


def test_the_report_reflows_at_320_pixels_and_stays_a_table(
    browser: "Browser", page_file: Path
) -> None:
    assert_it_fits_a_phone_and_its_table_stays_one(browser, page_file)


def test_the_table_says_all_that_the_picture_shows(browser: "Browser", page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(page_file.as_uri())
    picture = page.get_by_role("img", name="Reading level of drinks")
    told = picture.locator("desc").text_content() or ""
    parts = dict(re.findall(r"(\w+) (\d.*?|too few words)(?:; |\.$)", told))
    assert list(parts) == ["English", "Polish", "Arabic"]
    assert picture.locator(".mark").count() == 2
    for name, said in parts.items():
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name)).first
        assert said in row.inner_text()
    polish = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Polish"))
    assert "without 1 parts" in polish.inner_text()
    assert polish.locator("[lang=pl]").inner_text() == "Herbata i woda"
    page.close()
