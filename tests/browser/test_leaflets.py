"""The project's own pages in a browser: every page, light and dark, down to 320 pixels."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.axe import assert_axe_finds_nothing
from tests.browser.test_pages import CONTRAST, TARGETS, WIDER
from tests.draft import PROJECT, ROOT, files

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
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
every_page = pytest.mark.parametrize("path", PAGES)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The draft edition on a disk."""
    folder = tmp_path_factory.mktemp("draft")
    for artifact in files().values():
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)
    return folder


def test_every_page_that_is_built_is_looked_at(site: Path) -> None:
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert built == set(PAGES)


@pytest.fixture(scope="module")
def page(browser: "Browser", site: Path) -> "Iterator[Page]":
    """One page for all tests, which fails if anything beside the site was ever asked for."""
    context = browser.new_context(has_touch=True, device_scale_factor=1)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert all(url.startswith(site.as_uri()) for url in asked), asked


@every_page
def test_axe_finds_nothing_and_all_text_has_seven_to_one(
    page: "Page", site: Path, path: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / path).as_uri())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert_axe_finds_nothing(page)
        ratio, node = page.evaluate(CONTRAST)
        assert ratio >= 7, node


@every_page
def test_every_page_reflows_at_320_pixels_and_its_links_can_be_touched(
    page: "Page", site: Path, path: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((site / path).as_uri())
    assert page.evaluate(WIDER) == 0
    assert [name for height, name in page.evaluate(TARGETS) if height < 43.9] == []


@pytest.fixture(scope="module")
def enlarged(browser: "Browser") -> "Iterator[Page]":
    """A window of 1280 by 1024 at 400 % has 320 by 256 CSS pixels, each of 4 by 4 dots."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    yield context.new_page()
    context.close()


@every_page
def test_every_page_reflows_at_four_times_its_size(enlarged: "Page", site: Path, path: str) -> None:
    enlarged.goto((site / path).as_uri())
    assert enlarged.evaluate("devicePixelRatio") == 4
    assert enlarged.evaluate(WIDER) == 0
