"""The sample pages in a browser: rules of axe, contrast, reflow, focus, targets and line length."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.renderers.html import index_pages, render
from tests.browser import sample
from tests.browser.axe import assert_axe_finds_nothing
from tests.browser.sample_translations import DOCUMENTS, shelves

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Opened = Callable[..., Any]
PAGES = [*(f"{locale}/signs/index.html" for locale in DOCUMENTS), "index.html", "ar/index.html"]
every_page = pytest.mark.parametrize("path", PAGES)
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])

CONTRAST = """() => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = node => {
    for (; node; node = node.parentElement) {
      const colour = rgba(getComputedStyle(node).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const node = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !node.checkVisibility()) continue;
    const pair = [light(rgba(getComputedStyle(node).color)), light(behind(node))].sort();
    found.push([(Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05), node.outerHTML]);
  }
  return found.sort((a, b) => a[0] - b[0])[0];
}"""
TARGETS = """() => [...document.querySelectorAll('a')]
  .filter(a => !a.matches('.skip') && getComputedStyle(a).display !== 'inline')
  .map(a => [a.getBoundingClientRect().height, a.textContent])"""
LINES = """() => Math.max(...[...document.querySelectorAll('.text p, .lead')].map(p => {
  const range = document.createRange();
  range.selectNodeContents(p);
  const tops = new Set([...range.getClientRects()].map(box => Math.round(box.bottom / 12)));
  return p.textContent.length / tops.size;
}))"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages on a disk, as they would stand on a USB stick."""
    folder = tmp_path_factory.mktemp("site")
    made = list(index_pages("Plainleaf", shelves(), "draft"))
    for locale, document in DOCUMENTS.items():
        made += render(document(), sample.context(locale))
    for artifact in made:
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)
    return folder


@pytest.fixture
def opened(browser: "Browser", site: Path) -> Opened:
    """Opens a page of the site and fails if the page asks for anything that is not on the disk."""

    @contextmanager
    def opening(path: str, width: int = 1280, **options: Any) -> "Iterator[Page]":
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / path).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        yield page
        context.close()
        assert all(url.startswith(site.as_uri()) for url in asked), asked

    return opening


@every_page
@both_schemes
def test_axe_finds_nothing(opened: Opened, path: str, scheme: str) -> None:
    with opened(path, color_scheme=scheme) as page:
        assert_axe_finds_nothing(page)


@every_page
@both_schemes
def test_all_text_has_seven_to_one(opened: Opened, path: str, scheme: str) -> None:
    with opened(path, color_scheme=scheme) as page:
        ratio, node = page.evaluate(CONTRAST)
    assert ratio >= 7, node


@every_page
@pytest.mark.parametrize("width", [320, 390])
def test_a_small_screen_scrolls_one_way_only(opened: Opened, path: str, width: int) -> None:
    with opened(path, width) as page:
        assert page.evaluate(WIDER) == 0


@every_page
def test_wider_spacing_of_text_cuts_nothing_off(opened: Opened, path: str) -> None:
    with opened(path, 320) as page:
        page.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;"
            "word-spacing:.16em!important}p{margin-block-end:2em!important}"
        )
        assert page.evaluate(WIDER) == 0


@every_page
def test_links_outside_running_text_are_large_enough_to_touch(opened: Opened, path: str) -> None:
    with opened(path, 390, has_touch=True) as page:
        targets = page.evaluate(TARGETS)
    assert targets
    assert [name for height, name in targets if height < 43.9] == []


@both_schemes
def test_focus_is_seen_on_every_stop(opened: Opened, scheme: str) -> None:
    with opened("en/signs/index.html", color_scheme=scheme) as page:
        stops = page.evaluate(
            "document.querySelectorAll('a[href], summary, [tabindex=\"0\"]').length"
        )
        for _ in range(stops):
            page.keyboard.press("Tab")
            style, width = page.evaluate(
                "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])"
                "(getComputedStyle(document.activeElement))"
            )
            assert (style, width) == ("solid", 3), page.evaluate("document.activeElement.outerHTML")


def test_no_theme_hides_the_mark_of_a_draft(opened: Opened) -> None:
    hiding = (
        "html body .banner,html body .draft-mark,html body .draft-mark span{display:none!important;"
        "visibility:hidden!important;opacity:0!important;color:transparent!important;"
        "font-size:0!important}"
    )
    with opened("pl/signs/index.html", 390) as page:
        page.add_style_tag(content=hiding)
        mark = page.locator(".draft-mark span")
        assert mark.is_visible()
        assert mark.inner_text() == "DRAFT"
        style = "(e => [getComputedStyle(e).fontSize, getComputedStyle(e).color])"
        assert mark.evaluate(style) == ["16px", "rgb(0, 0, 0)"]


def test_the_skip_link_shows_itself_and_leads_to_the_text(opened: Opened) -> None:
    with opened("pl/signs/index.html") as page:
        page.keyboard.press("Tab")
        assert page.locator(".skip").bounding_box()["height"] >= 44
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "page:main"


@pytest.mark.parametrize("width", [1280, 1920])
def test_lines_are_no_longer_than_seventy_characters(opened: Opened, width: int) -> None:
    with opened("en/signs/index.html", width) as page:
        long = page.locator(".text p").first
        long.evaluate(
            "p => p.textContent = 'Your team can tell you what to watch for. '.repeat(20)"
        )
        assert page.evaluate(LINES) <= 70
        size, line = long.evaluate(
            "p => (s => [parseFloat(s.fontSize), parseFloat(s.lineHeight)])(getComputedStyle(p))"
        )
    assert size == 19
    assert line / size >= 1.5


def test_colours_that_the_reader_forces_keep_every_box(opened: Opened) -> None:
    with opened("en/signs/index.html", forced_colors="active") as page:
        for name in (".callout", ".box", ".banner", ".lines span"):
            width = page.locator(name).first.evaluate(
                "e => parseFloat(getComputedStyle(e).borderBottomWidth)"
            )
            assert width >= 1, name


def test_print_leaves_out_what_paper_cannot_do(opened: Opened) -> None:
    with opened("en/signs/index.html") as page:
        page.emulate_media(media="print", color_scheme="dark")
        for name in (".skip", ".languages", ".contents", ".formats"):
            assert not page.locator(name).is_visible(), name
        assert page.locator("footer").is_visible()
        smallest = page.evaluate(
            "Math.min(...[...document.querySelectorAll('p, li, dt, dd, td, th, caption')]"
            ".map(e => parseFloat(getComputedStyle(e).fontSize)))"
        )
        address = page.locator("a[href^=https]").first.evaluate(
            "a => getComputedStyle(a, '::after').content"
        )
        paper = page.evaluate("getComputedStyle(document.body).color")
    assert smallest >= 16  # 12 points
    assert "(https://www.nhs.uk/)" in address
    assert paper == "rgb(37, 33, 28)"


def test_a_screen_reader_meets_a_term_its_meaning_and_a_named_note(opened: Opened) -> None:
    with opened("en/signs/index.html") as page:
        heard = page.locator("main").aria_snapshot()
    assert "- term: lymph node" in heard
    assert '- link "note 1"' in heard
    assert '- note "Key points"' in heard
    assert '- table "Signs, and how soon to tell someone"' in heard
    assert '- rowheader "Weak legs"' in heard


def test_a_table_that_stacks_is_still_a_table(opened: Opened) -> None:
    with opened("en/signs/index.html", 390) as page:
        heard = page.locator(".stacks").aria_snapshot()
    assert '- rowheader "Weak legs"' in heard
    assert '- cell "The same day"' in heard
