"""Every script on a screen: room between lines, nothing clipped, labels that fit their picture."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.draft import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LOCALES = [locale.tag for locale in (PROJECT.source_locale, *PROJECT.locales)]
# A map, tables, a checklist and many short lines: what may go wrong on others goes wrong here.
LEAFLETS = (
    "01-what-it-means",
    "06-in-or-near-the-breast",
    "09-questions-to-ask",
    "10-common-questions",
    "glossary",
)
LEADING = {"ur": 2.0, "ar": 1.7, "hi": 1.7, "bn": 1.7, "pa": 1.7, "zh-Hans": 1.6}
"""The least height of a line of running text, in font sizes; 1.5 elsewhere (WCAG 1.4.12)."""
ROOM = 6
"""What is left free beside each label, in units of the picture."""

FAULTS = """least => {
  const D = document.documentElement, found = [];
  const say = (what, e) => found.push(`${what}: ${e.outerHTML.slice(0, 120)}`);
  if (D.scrollWidth > D.clientWidth) say('wider than the screen', D);
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || e.matches('.spoken, .skip') || !e.checkVisibility()) continue;
    const s = getComputedStyle(e);
    if (s.fontStyle !== 'normal') say('slanted', e);
    if (!['normal', '0px'].includes(s.letterSpacing)) say('spaced', e);
    if (s.textTransform !== 'none') say('transformed', e);
    if (s.textAlign === 'justify') say('justified', e);
    const clips = [['overflowX', 'Width'], ['overflowY', 'Height']].some(([way, size]) =>
      ['hidden', 'clip'].includes(s[way]) && e['scroll' + size] > e['client' + size] + 1);
    if (clips && e.clientWidth > 1) say('clipped', e);
    const line = parseFloat(s.lineHeight) / parseFloat(s.fontSize);
    if (e.matches('main :is(p, li, dd, td):not(.label, .title)') && e.closest('[lang]') === D
        && line < least) say(`lines of ${line}`, e);
  }
  return found;
}"""
LABELS = """room => {
  const box = document.documentElement.viewBox.baseVal, found = [];
  const labels = [...document.querySelectorAll('text')].map(e => [e.textContent, e.getBBox()]);
  const parts = [...document.querySelectorAll('#figure > path')];
  for (const [words, b] of labels) {
    if (b.x < box.x + room || b.x + b.width > box.x + box.width - room) found.push(words);
    for (let across = 0; across <= 20; across++) for (const down of [0.3, 0.5, 0.7]) {
      const [x, y] = [b.x + b.width * across / 20, b.y + b.height * down];
      if (parts.some(e => e.isPointInFill({x, y}))) found.push(`${words} lies on the body`);
    }
    for (const [other, o] of labels)
      if (other !== words && b.x < o.x + o.width && o.x < b.x + b.width
          && b.y + b.height * 0.15 < o.y + o.height * 0.85
          && o.y + o.height * 0.15 < b.y + b.height * 0.85) found.push(`${words} / ${other}`);
  }
  return [labels.length, [...new Set(found)]];
}"""


@pytest.fixture(scope="module")
def page(browser: "Browser") -> "Iterator[Page]":
    """One page for all tests."""
    context = browser.new_context(device_scale_factor=1)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_clipped_or_slanted_and_lines_have_room(
    page: "Page", edition: Path, locale: str
) -> None:
    for leaflet in LEAFLETS:
        page.goto((edition / locale / leaflet / "index.html").as_uri())
        page.evaluate("document.querySelector('details').open = true")
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            found = page.evaluate(FAULTS, LEADING.get(locale, 1.5))
            assert not found, (leaflet, width, found[:5])


@pytest.mark.parametrize("locale", LOCALES)
def test_the_heading_stands_high_on_a_phone_and_the_list_of_languages_opens(
    page: "Page", edition: Path, locale: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((edition / locale / LEAFLETS[0] / "index.html").as_uri())
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().top") < 160
    names = page.locator(".languages li [dir][lang]:not(.here)")
    assert not names.first.is_visible()
    page.locator("summary").press("Enter")
    assert [each.is_visible() for each in names.all()] == [True] * len(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_labels_of_the_body_map_fit_beside_the_body(
    page: "Page", edition: Path, locale: str
) -> None:
    page.goto((edition / locale / LEAFLETS[0] / "images/body-map.svg").as_uri())
    assert page.evaluate(LABELS, ROOM) == [9, []]
