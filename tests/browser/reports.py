"""What every report for staff is held to, as pages for readers are."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.browser.axe import assert_axe_finds_nothing
from tests.browser.test_pages import CONTRAST, TARGETS, WIDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def assert_all_can_read_it(
    browser: "Browser", file: Path, also: "Callable[[Page], None] | None" = None
) -> None:
    """Fails if axe finds anything, text has too little contrast, or the page asks for more.

    `also` is asked in light and in dark.
    """
    page, asked = browser.new_page(viewport={"width": 1280, "height": 900}), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    for scheme in _SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert_axe_finds_nothing(page)
        ratio, node = page.evaluate(CONTRAST)
        assert ratio >= 7, node
        if also:
            also(page)
    assert asked == [file.as_uri()]
    page.close()


def assert_it_fits_a_phone_and_its_table_stays_one(browser: "Browser", file: Path) -> None:
    """Fails if it scrolls sideways at 320 pixels, links are small, or the table is none."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate(WIDER) == 0
    assert [name for height, name in page.evaluate(TARGETS) if height < 43.9] == []
    assert "- rowheader" in page.locator("table").aria_snapshot()
    page.close()
