"""The report on reading levels in a browser, and what its picture and its table have in common."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from pipeline.config import load
from pipeline.edition import open_publication
from pipeline.leafletlevels import Levels
from pipeline.levelreport import report
from tests.browser.test_pages import CONTRAST, TARGETS, WIDER
from tests.conftest import TODAY
from tests.levels import MakeProject, make_drinks

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
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


def test_axe_finds_nothing_and_all_text_has_seven_to_one(
    browser: "Browser", page_file: Path
) -> None:
    page, asked = browser.new_page(viewport={"width": 1280, "height": 900}), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options={"rules": {"color-contrast-enhanced": {"enabled": True}}})
        ratio, node = page.evaluate(CONTRAST)
        assert not found.response["violations"], found.generate_report()
        assert ratio >= 7, node
        assert page.evaluate(DRAWN) >= 3
    assert asked == [page_file.as_uri()]
    page.close()


def test_the_report_reflows_at_320_pixels_and_stays_a_table(
    browser: "Browser", page_file: Path
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(page_file.as_uri())
    assert page.evaluate(WIDER) == 0
    assert [name for height, name in page.evaluate(TARGETS) if height < 43.9] == []
    assert "- rowheader" in page.locator("table").aria_snapshot()
    page.close()


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
