"""The project's own pages in a browser: every page, light and dark, down to 320 pixels."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.axe import assert_axe_finds_nothing
from tests.browser.test_pages import CONTRAST, TARGETS, WIDER
from tests.draft import PROJECT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LOCALES = [locale.tag for locale in (PROJECT.source_locale, *PROJECT.locales)]
STEMS = sorted(path.stem for path in (ROOT / "source" / "leaflets").glob("*.md"))
PAGES = [
    "index.html",
    *(f"{locale}/index.html" for locale in LOCALES),
    *(f"{locale}/{stem}/index.html" for locale in LOCALES for stem in STEMS),
]
WHOLE = ("en/", "ar/")
# Colours, roles and names are made by the same templates in every language, so axe looks at every
# page of two (the source, and one from the right) and, of each other, at the list, the map and the
# tables; what letters do is measured on all by `test_scripts`.
CLOSELY = [
    path
    for path in PAGES
    if path == "index.html"
    or path.startswith(WHOLE)
    or path.partition("/")[2].startswith(("index", "01-", "06-"))
]
OPEN = "document.querySelectorAll('details').forEach(each => each.open = true)"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
every_page = pytest.mark.parametrize("path", PAGES)
sampled_pages = pytest.mark.parametrize("path", CLOSELY)


def test_every_page_that_is_built_is_looked_at(edition: Path) -> None:
    built = {path.relative_to(edition).as_posix() for path in edition.rglob("*.html")}
    assert built == set(PAGES)


@pytest.fixture(scope="module")
def page(browser: "Browser", edition: Path) -> "Iterator[Page]":
    """One page for all tests, which fails if anything beside the site was ever asked for."""
    context = browser.new_context(has_touch=True, device_scale_factor=1)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert all(url.startswith(edition.as_uri()) for url in asked), asked


@sampled_pages
def test_axe_finds_nothing_and_all_text_has_seven_to_one(
    page: "Page", edition: Path, path: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((edition / path).as_uri())
    page.evaluate(OPEN)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        # The dark changes colours only, which are measured here on all of them.
        if scheme == "light" or path.startswith(WHOLE):
            assert_axe_finds_nothing(page)
        ratio, node = page.evaluate(CONTRAST)
        assert ratio >= 7, node


@every_page
def test_every_page_reflows_at_320_pixels_and_its_links_can_be_touched(
    page: "Page", edition: Path, path: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((edition / path).as_uri())
    page.evaluate(OPEN)
    assert page.evaluate(WIDER) == 0
    assert [name for height, name in page.evaluate(TARGETS) if height < 43.9] == []


@pytest.fixture(scope="module")
def enlarged(browser: "Browser") -> "Iterator[Page]":
    """A window of 1280 by 1024 at 400 % has 320 by 256 CSS pixels, each of 4 by 4 dots."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    yield context.new_page()
    context.close()


@sampled_pages
def test_pages_reflow_at_four_times_their_size(enlarged: "Page", edition: Path, path: str) -> None:
    enlarged.goto((edition / path).as_uri())
    enlarged.evaluate(OPEN)
    assert enlarged.evaluate("devicePixelRatio") == 4
    assert enlarged.evaluate(WIDER) == 0
