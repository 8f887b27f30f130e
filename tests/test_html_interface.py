"""What Plainleaf itself says on a page: names filled in, numbers written, languages kept apart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import document as d
from pipeline.artifact import Context, Interface, filled
from pipeline.document import Shown, Words
from pipeline.locale import locale_of, written_date, written_number
from pipeline.renderers._index import by_autonym, page
from pipeline.renderers._xhtml import say
from pipeline.renderers._xhtml.markup import label
from pipeline.renderers.html import index_pages, render
from pipeline.renderers.large_print import PRESETS, large_print
from tests.browser import sample
from tests.browser.sample_translations import DOCUMENTS, shelves
from tests.browser.selection import every, one, parsed, words

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
ODD = ["Foo \\{ bar", "{{title}}", "} {", "{", "{other}", "{0}", "{title.x}", "{title!r}", "{}"]


def speaking(locale: str, said: Callable[[str], str], lang: str = "") -> Interface:
    lang, here = lang or locale, locale_of(locale)
    shown = Shown("translation" if lang == locale else "fallback", None, lang,
                  locale_of(lang).direction)  # fmt: skip
    return Interface(locale, here.direction, choose=lambda msgid: (said(msgid), shown))


# ── names ──────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("odd", ODD)
def test_only_names_that_are_known_are_filled_in(odd: str) -> None:
    expected = odd.replace("{title}", "Tea")
    assert filled(odd, "en", title="Tea") == expected
    interface = speaking("pl", lambda _: odd)
    assert interface.text("x", title="Tea") == expected
    assert say(interface, "x", title="Tea") == expected
    assert label(interface, "x", title="Tea") == f' aria-label="{expected}"'


@pytest.mark.parametrize("odd", ODD)
def test_no_message_stops_a_page_or_a_text(odd: str) -> None:
    context = replace(sample.context("pl"), interface=speaking("pl", lambda _: odd))
    assert odd.encode() in render(DOCUMENTS["pl"](), context)[0].data or "{title}" in odd
    assert large_print(DOCUMENTS["pl"](), context, PRESETS[18]).data


@given(st.text(), st.text())
def test_what_is_filled_in_is_not_looked_at_again(before: str, value: str) -> None:
    before = before.replace("{", "").replace("}", "")
    assert filled(before + "{a}{b}", "en", a=value, b="{a}") == before + value + "{a}"


# ── numbers ────────────────────────────────────────────────────────────────────────────────────
def test_a_number_has_the_digits_and_separators_of_its_language() -> None:
    numbers = [written_number(12345, locale_of(tag)) for tag in ("en", "pl", "de", "fa", "ar")]
    assert numbers == ["12,345", "12\u00a0345", "12.345", "۱۲٬۳۴۵", "12,345"]


def test_a_date_has_the_digits_that_numbers_of_its_language_have() -> None:
    day = date(2026, 8, 6)
    assert set("۶۲۰") <= set(written_date(day, locale_of("fa"), "gb"))
    assert written_date(day, locale_of("ar"), "gb") == "6 أغسطس 2026"


def test_a_number_is_written_in_the_language_of_its_sentence() -> None:
    persian = speaking("fa", lambda msgid: msgid)
    assert say(persian, "{count}", count=12) == "۱۲"
    english = speaking("fa", lambda msgid: msgid, "en")
    assert say(english, "{count}", count=12) == '<span lang="en" dir="ltr">12</span>'
    assert (persian.text("{count}", count=12), english.text("{count}", count=12)) == ("۱۲", "12")


def test_counts_and_page_numbers_are_written_in_the_page_s_language() -> None:
    meta = replace(DOCUMENTS["en"]().meta, title=sample.fallback("Signs"))
    persian = replace(DOCUMENTS["en"](), locale="fa", direction="rtl", meta=meta)
    context = Context("Plainleaf", speaking("fa", lambda msgid: msgid))
    banner = words(one(parsed(render(persian, context)[0].data), ".banner"))
    assert "Parts in English: \u06f1 of " in banner
    text = large_print(persian, context, PRESETS[18]).data.decode()
    assert "Page \u06f1 of " in text
    assert "Lines: ۲" in text
    assert "۱۸ point" in text


# ── languages ──────────────────────────────────────────────────────────────────────────────────
def test_languages_stand_in_the_order_of_their_own_names() -> None:
    english = locale_of("en")
    pages = tuple(page(locale_of(tag), english, tag) for tag in ("ar", "fi", "pl", "de", "en"))
    names = [each.autonym for each in by_autonym(pages)]
    assert names == ["Deutsch", "English", "Polski", "Suomi", "العربية"]


# ── values of the region ───────────────────────────────────────────────────────────────────────
ENGLISH_HOURS = d.Datum("hours", d.Value("9am to 5pm", "hours", date(2026, 1, 1), lang="en"))
ARABIC_HOURS = d.Datum("hours", d.Value("من 9 إلى 5", "hours", lang="ar"))


def arabic(*paragraphs: Words) -> d.Document:
    meta = replace(DOCUMENTS["ar"]().meta, title=sample.speaker("ar")("عنوان"))
    return sample.document("ar", meta, tuple(d.Paragraph(each) for each in paragraphs))


def test_a_value_in_another_language_than_its_sentence_says_which() -> None:
    say_ = sample.speaker("ar")
    document = arabic(
        say_("مفتوح ", ENGLISH_HOURS),
        say_("مفتوح ", ARABIC_HOURS),
        sample.fallback("Open ", ENGLISH_HOURS),
        sample.fallback("Open ", ARABIC_HOURS),
    )
    tree = parsed(render(document, sample.context("ar"))[0].data)
    found = [every(p, "bdi")[0] for p in every(tree, ".text > p") if every(p, "bdi")]
    assert [(bdi.get("lang"), bdi.get("dir")) for bdi in found] == [
        ("en", "ltr"), (None, None), (None, None), ("ar", "rtl"),
    ]  # fmt: skip


def test_large_print_names_the_language_of_such_a_value() -> None:
    interface = speaking("ar", lambda msgid: msgid)
    context = replace(sample.context("ar"), interface=interface)

    def said(*words_: Words) -> str:
        data = large_print(arabic(*words_), context, PRESETS[18]).data.decode()
        return " ".join(data.split())

    say_ = sample.speaker("ar")
    assert f"مفتوح (الإنجليزية: {LRI}9am to 5pm{PDI})" in said(say_("مفتوح ", ENGLISH_HOURS))
    assert "مفتوح من 9 إلى 5" in said(say_("مفتوح ", ARABIC_HOURS))
    assert "Open 9am to 5pm" in said(sample.fallback("Open ", ENGLISH_HOURS))
    inverse = f"Open {RLI}(العربية: من 9 إلى 5){PDI}"
    assert inverse in said(sample.fallback("Open ", ARABIC_HOURS))


def test_a_part_with_a_value_in_english_counts_as_a_part_in_english() -> None:
    say_ = sample.speaker("ar")
    document = arabic(say_("مفتوح ", ENGLISH_HOURS), say_("مفتوح ", ARABIC_HOURS))
    banner = one(parsed(render(document, sample.context("ar"))[0].data), ".banner")
    assert "Parts in English: 1 of 4." in words(banner)


# ── terms ──────────────────────────────────────────────────────────────────────────────────────
def test_the_first_use_of_an_explained_term_is_marked_in_running_text_only() -> None:
    tree = parsed(render(DOCUMENTS["en"](), sample.context("en"))[0].data)
    assert [words(each) for each in every(tree, "p dfn > a.term")] == ["lymph nodes"]
    assert not every(tree, "dt dfn")
    term = d.Term("lymph-node", (d.Text("lymph nodes"),), first=True)
    english, say_ = DOCUMENTS["en"](), sample.speaker("en")
    listed = d.DefinitionList((d.Definition((say_(term),), ((say_("Small."),),)),))
    tree = parsed(render(replace(english, blocks=(listed,)), sample.context("en"))[0].data)
    assert words(one(tree, "dt a.term")) == "lymph nodes"
    assert not every(tree, "dfn")


def test_a_term_that_is_not_explained_on_the_page_is_not_marked() -> None:
    document = replace(DOCUMENTS["en"](), terms=())
    assert not every(parsed(render(document, sample.context("en"))[0].data), "dfn")


# ── staff ──────────────────────────────────────────────────────────────────────────────────────
def test_staff_who_read_another_language_than_english_are_told_in_theirs() -> None:
    meta = replace(DOCUMENTS["pl"]().meta, source_title="Anzeichen")
    document, here = replace(DOCUMENTS["pl"](), meta=meta), locale_of("pl")
    pages = tuple(page(locale_of(tag), here, f"../../{tag}/x.html") for tag in ("de", "en", "pl"))
    context = replace(sample.context("pl"), source="de", pages=pages)
    tree = parsed(render(document, context)[0].data)
    (staff,) = every(tree, ".staff [lang=de]")
    assert words(staff) == "Anzeichen (Polnisch, Polski)"
    assert not [each for each in every(tree, "header [lang=en]") if each.tag == "span"]
    assert words(one(tree, "footer dd > span[lang=de]")) == "(Polnisch)"
    default = one(tree, "link[hreflang=x-default]")
    original = every(tree, ".banner a")[0]
    assert default.get("href") == original.get("href") == "../../de/x.html"
    assert original.get("hreflang") == "de"
    text = " ".join(large_print(document, context, PRESETS[18]).data.decode().split())
    assert f"Anzeichen – Polnisch – {LRI}Polski{PDI}" in text


def test_index_pages_speak_to_staff_in_the_language_of_the_first_shelf() -> None:
    english, polish, arabic_ = shelves()
    made = {each.path: each.data for each in index_pages("x", (polish, english, arabic_), "draft")}
    root, there = parsed(made["index.html"]), parsed(made["ar/index.html"])
    names = [(each.get("lang"), words(each)) for each in every(root, "h2 .here")]
    assert names == [("pl", "(angielski)"), ("pl", "(arabski)")]
    assert words(every(there, ".opening .staff [lang=pl]")[0]) == "(arabski, العربية)"
    assert one(there, ".entries .staff span").get("lang") == "pl"


def test_a_page_in_the_language_of_staff_tells_them_nothing_more() -> None:
    made = {each.path: each.data for each in index_pages("x", shelves(), "draft")}
    leaflet = render(DOCUMENTS["en"](), sample.context("en"))[0].data
    for data in (made["en/index.html"], leaflet):
        tree = parsed(data)
        assert not every(tree, ".staff")
        assert words(every(tree, "nav.languages summary")[0]) == "Languages"
        assert not every(tree, "footer dd > span")
