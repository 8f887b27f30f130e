"""The project's own pages in a browser: every page, light and dark, down to 320 pixels."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from pipeline import build
from pipeline.config import load
from pipeline.edition import open_publication
from tests.browser.test_pages import CONTRAST, TARGETS, WIDER
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
PROJECT = load(ROOT)
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
    for artifact in build.artifacts_of(open_publication(PROJECT, "draft", TODAY)):
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
        found = Axe().run(page, options={"rules": {"color-contrast-enhanced": {"enabled": True}}})
        ratio, node = page.evaluate(CONTRAST)
        assert not found.response["violations"], found.generate_report()
        assert ratio >= 7, node


@every_page
def test_every_page_reflows_at_320_pixels_and_its_links_can_be_touched(
    page: "Page", site: Path, path: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((site / path).as_uri())
    assert page.evaluate(WIDER) == 0
    assert [name for height, name in page.evaluate(TARGETS) if height < 43.9] == []


@every_page
def test_every_page_reflows_at_four_times_its_size(
    browser: "Browser", site: Path, path: str
) -> None:
    """A window of 1280 by 1024 at 400 % has 320 by 256 CSS pixels, each of 4 by 4 dots."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    page = context.new_page()
    page.goto((site / path).as_uri())
    wider = page.evaluate(WIDER)
    context.close()
    assert wider == 0
