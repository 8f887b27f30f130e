"""What a page of HTML holds: each convention of accessible, multilingual pages as a test."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.renderers._shell import style
from pipeline.renderers.html import render
from tests.browser import sample
from tests.browser.sample_interface import POLISH
from tests.browser.sample_translations import DOCUMENTS
from tests.browser.selection import every, one, page, parsed, raw, words

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ("en", "pl", "ar")
every_locale = pytest.mark.parametrize("locale", LOCALES)


# ── head ───────────────────────────────────────────────────────────────────────────────────────
@every_locale
def test_the_page_says_its_language_and_direction_on_html(locale: str) -> None:
    root = page(locale)
    assert (root.get("lang"), root.get("dir")) == (locale, "rtl" if locale == "ar" else "ltr")
    assert raw(locale).startswith(b"<!doctype html>\n<html ")
    assert not every(root, "meta[http-equiv]")


@every_locale
def test_utf_8_is_declared_early_and_zooming_is_free(locale: str) -> None:
    assert b'<meta charset="utf-8">' in raw(locale)[:1024]
    viewport = one(page(locale), "meta[name=viewport]").get("content")
    assert viewport == "width=device-width, initial-scale=1"


def test_titles_begin_with_the_heading_end_with_the_site_and_differ() -> None:
    titles = [words(one(page(locale), "title")) for locale in LOCALES]
    assert titles[0] == "DRAFT – Signs to look out for – Plainleaf"
    assert len(set(titles)) == len(titles)


def test_a_title_falls_back_as_a_whole() -> None:
    document = DOCUMENTS["pl"]()
    meta = replace(document.meta, title=sample.fallback("Signs to look out for"))
    data = render(replace(document, meta=meta), sample.context("pl"))[0].data
    title = one(parsed(data), "title")
    assert words(title) == "DRAFT – Signs to look out for – Plainleaf"
    assert (title.get("lang"), title.get("dir"), title.get("class")) == ("en", "ltr", None)


@every_locale
def test_a_draft_says_so_and_is_not_indexed(locale: str) -> None:
    banner = one(page(locale), "main .banner.draft")
    assert banner.getprevious().tag in {"h1", "p"}
    assert one(page(locale), "meta[name=robots]").get("content") == "noindex"


def test_a_release_has_neither_banner_nor_noindex() -> None:
    release = replace(sample.english(), edition="release")
    tree = parsed(render(release, sample.context("en"))[0].data)
    assert not every(tree, ".banner, meta[name=robots]")
    assert words(one(tree, "title")) == "Signs to look out for – Plainleaf"


@every_locale
def test_alternates_name_every_locale_and_a_default(locale: str) -> None:
    links = every(page(locale), "head link[rel=alternate]")
    hrefs = {link.get("hreflang"): link.get("href") for link in links}
    assert set(hrefs) == {*LOCALES, "x-default"}
    assert hrefs["pl"] == "../../pl/signs/index.html"
    assert hrefs["x-default"] == hrefs["en"]


@every_locale
def test_nothing_is_fetched_but_the_page_s_own_pictures(locale: str) -> None:
    tree = page(locale)
    assert not every(tree, "script, iframe, form, input, object, video, audio, base")
    assert not every(tree, "link[rel=stylesheet], [style], [onclick], [onload]")
    assert [image.get("src") for image in every(tree, "img")] == ["images/body-map.svg"]
    assert not re.search(r"url\(|@import|https?:", style(None))


# ── landmarks, languages, contents ─────────────────────────────────────────────────────────────
@every_locale
def test_the_skip_link_comes_first_and_leads_to_main(locale: str) -> None:
    tree = page(locale)
    first = every(tree, "a")[0]
    main = one(tree, "main")
    assert first.get("href") == f"#{main.get('id')}"
    assert main.get("tabindex") == "-1"
    assert [child.tag for child in one(tree, "body")] == ["a", "header", "main", "footer"]
    assert len(every(tree, "h1")) == 1


@every_locale
def test_every_nav_and_section_has_a_name_that_is_there(locale: str) -> None:
    tree = page(locale)
    named = every(tree, "nav, section, [role=note], [role=region]")
    assert named
    for each in named:
        assert words(tree.get_element_by_id(each.get("aria-labelledby")))


@every_locale
def test_the_language_list_has_autonyms_and_marks_the_current_one(locale: str) -> None:
    nav = one(page(locale), "nav.languages")
    current = one(nav, "[aria-current=true]")
    assert current.tag == "span"
    assert current.get("lang") == locale
    links = every(nav, "a")
    assert {link.get("lang") for link in links} == set(LOCALES) - {locale}
    for link in links:
        assert link.get("hreflang") == link.get("lang")
        assert link.get("rel") == "alternate"
        assert link.get("dir") == ("rtl" if link.get("lang") == "ar" else "ltr")


@every_locale
def test_staff_find_the_english_title_and_the_language(locale: str) -> None:
    staff = every(page(locale), ".staff [lang=en]")
    name = {"pl": "Polish, Polski", "ar": "Arabic, العربية"}.get(locale)
    expected = [f"In English: Signs to look out for ({name})"] if name else []
    assert [words(each) for each in staff] == expected


@every_locale
def test_ids_are_ascii_unique_and_every_link_in_the_page_leads_somewhere(locale: str) -> None:
    ids = [each.get("id") for each in every(page(locale), "[id]")]
    assert len(set(ids)) == len(ids)
    assert all(each.isascii() and " " not in each for each in ids)
    targets = [link.get("href")[1:] for link in every(page(locale), 'a[href^="#"]')]
    assert targets
    assert set(targets) <= set(ids)


@every_locale
def test_the_contents_list_leads_to_every_section(locale: str) -> None:
    listed = [link.get("href")[1:] for link in every(page(locale), "nav.contents a")]
    heads = [h2.get("id") for h2 in every(page(locale), ".text > h2")]
    assert [anchor for anchor in listed if ":" not in anchor] == heads


# ── what falls back ────────────────────────────────────────────────────────────────────────────
def test_fallback_marks_stand_on_the_block_s_own_element() -> None:
    marked = every(page("pl"), "main .untranslated")
    assert {each.tag for each in marked} == {"p", "li", "div", "h2", "img", "td", "th", "dt", "dd"}
    assert all((each.get("lang"), each.get("dir")) == ("en", "ltr") for each in marked)


def test_each_run_of_fallbacks_has_one_note_in_the_page_s_language() -> None:
    notes = every(page("pl"), ".language-note")
    after = [words(note.getnext())[:16] for note in notes]
    assert after == ["What to notice.", "Tell your team i", "What to notice", "Dwa miejsca",
                     "Objawy i terminy",
                     "SignCoś, co widz", "Who can I call a"]  # fmt: skip
    assert words(notes[0]) == POLISH[
        "The next part is in English. A checked translation is not ready yet."
    ]  # fmt: skip
    assert not [note for note in notes if note.get("lang")]


def test_the_banner_counts_what_is_english_and_what_a_machine_wrote() -> None:
    banner = words(one(page("pl"), ".banner"))
    shown, total = DOCUMENTS["pl"]().coverage()
    assert f"{total - shown} z {total}" in banner
    assert f"niesprawdzone przez człowieka: 2 z {total}" in banner


def test_words_of_the_interface_that_fall_back_are_marked() -> None:
    link = one(page("pl"), ".banner a")
    assert link[0].get("lang") == "en"
    reference = one(page("ar"), "a[role=doc-noteref]")
    assert (reference.get("aria-label"), reference.get("lang")) == ("ملاحظة 1", None)
