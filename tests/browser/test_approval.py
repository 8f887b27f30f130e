"""Approval sheets in a browser: on a screen of any width, in the dark, and on paper."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.approval import SIGNED, MakeProject, make_desk, with_answer
from tests.browser.axe import assert_axe_finds_nothing
from tests.browser.test_pages import CONTRAST, TARGETS, WIDER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
EVERY_KIND_OF_ROW = pytest.mark.parametrize(
    ("step", "locale"),
    [("revise", "pl"), ("revise", "ar"), ("clinical", "pl"), ("clinical", "en")],
)
SMALL = "() => [...document.querySelectorAll('td, th, dd, p, li')].map(e => parseFloat(\
getComputedStyle(e).fontSize)).reduce((a, b) => Math.min(a, b))"


def _sheet(make_project: MakeProject, step: str, locale: str) -> Path:
    """A sheet with a text that is signed, one with a back-translation, and some that wait."""
    desk = make_desk(make_project)
    back = {"back-translation": "Take no more than 5 tablets of aspirin each day."}
    desk.take(with_answer(desk.rows(), SIGNED | back))
    return desk.export(step, locale)[0]


@EVERY_KIND_OF_ROW
def test_axe_finds_nothing_and_all_text_has_seven_to_one(
    browser: "Browser", make_project: MakeProject, step: str, locale: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(_sheet(make_project, step, locale).as_uri())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert_axe_finds_nothing(page)
        ratio, node = page.evaluate(CONTRAST)
        assert ratio >= 7, node
    page.close()


@EVERY_KIND_OF_ROW
def test_a_sheet_reflows_at_320_pixels_and_stays_a_table(
    browser: "Browser", make_project: MakeProject, step: str, locale: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(_sheet(make_project, step, locale).as_uri())
    assert page.evaluate(WIDER) == 0
    assert [name for height, name in page.evaluate(TARGETS) if height < 43.9] == []
    assert "- rowheader" in page.locator("table").aria_snapshot()
    page.close()


def test_on_paper_no_row_is_split_and_the_head_is_on_every_page(
    browser: "Browser", make_project: MakeProject
) -> None:
    page = browser.new_page()
    page.goto(_sheet(make_project, "revise", "pl").as_uri())
    page.emulate_media(media="print")
    assert page.locator("tbody").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert (
        page.locator("thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    )
    assert page.evaluate(SMALL) >= 14  # 10.5 points
    page.close()
