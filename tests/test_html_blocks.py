"""What becomes of each kind of node, of addresses, of foreign documents and of the indexes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pipeline import document as d
from pipeline.artifact import Context, Interface
from pipeline.document import Shown, Text, Words
from pipeline.errors import SourceError
from pipeline.interface import segments
from pipeline.renderers import RENDERERS, get_renderer
from pipeline.renderers._shell import style
from pipeline.renderers._xhtml import Writer, safe_href, tel
from pipeline.renderers.html import index_pages, render
from tests.browser import sample
from tests.browser.sample_translations import DOCUMENTS, shelves
from tests.browser.selection import every, one, page, parsed, words, written

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ("en", "pl", "ar")
every_locale = pytest.mark.parametrize("locale", LOCALES)


# ── kinds of blocks ────────────────────────────────────────────────────────────────────────────
@every_locale
def test_a_callout_has_a_visible_label(locale: str) -> None:
    for callout in every(page(locale), ".callout"):
        label = callout[0]
        assert (label.tag, label.get("class")) == ("p", "label")
        assert callout.get("aria-labelledby") == label.get("id")
        assert words(label)


def test_a_checklist_is_a_list_with_boxes_that_only_eyes_meet() -> None:
    items = every(page("en"), "ul.checklist[role=list] > li")
    assert [item.get("id") for item in items] == ["ask-start", "ask-night", "ask-come"]
    assert [len(every(item, ".lines[aria-hidden=true] span")) for item in items] == [2, 1, 0]
    assert all(item[0].get("aria-hidden") == "true" for item in items)
    assert [words(item) for item in items][::2] == [
        "When did this start?",
        "Ticked: Can someone come with me?",
    ]


def test_a_table_has_a_caption_and_heads_and_is_a_stop_only_where_it_scrolls() -> None:
    narrow, wide = every(page("en"), "div.table")
    assert narrow.get("tabindex") is None
    assert (wide.get("role"), wide.get("tabindex")) == ("region", "0")
    assert wide.get("aria-labelledby") == one(wide, "caption").get("id")
    assert {head.get("scope") for head in every(narrow, "thead th")} == {"col"}
    assert {head.get("scope") for head in every(narrow, "tbody th")} == {"row"}
    assert not every(page("en"), "[colspan], [rowspan]")


def test_words_explained_lead_back_to_their_first_use() -> None:
    tree = page("en")
    use = one(tree, "a.term")
    entry = tree.get_element_by_id(use.get("href")[1:])
    assert words(entry[0]) == "lymph node"
    assert not every(tree, "dt dfn")
    back = one(entry, ".back a")
    assert back.get("href") == f"#{use.get('id')}"
    assert words(back) == "Back to “lymph node” in the text"


def test_a_footnote_is_named_and_leads_back_to_each_use() -> None:
    tree = page("en")
    marks = every(tree, "a[role=doc-noteref]")
    assert [mark.get("aria-label") for mark in marks] == ["note 1", "note 1"]
    backs = every(tree, "[role=doc-endnotes] li a[role=doc-backlink]")
    assert [back.get("href")[1:] for back in backs] == [mark.get("id") for mark in marks]
    assert len({words(back) for back in backs}) == 2


def test_region_data_is_a_link_that_no_translator_touches() -> None:
    links = {words(link): link for link in every(page("en"), "a.phone, a.email, a.url")}
    assert {name: link.get("href") for name, link in links.items()} == {
        "999": "tel:999",
        "0800 111 4000": "tel:+448001114000",
        "nurse@example.org": "mailto:nurse@example.org",
        "www.example.org/help": "https://www.example.org/help",
    }
    assert all(link[0].get("translate") == "no" for link in links.values())
    assert all(link[0].get("dir") == "ltr" for link in links.values())
    assert words(one(page("pl"), "mark.missing")) == "do uzupełnienia"


def test_left_to_right_runs_are_kept_apart_in_arabic() -> None:
    runs = [words(bdi) for bdi in every(every(page("ar"), ".text p")[0], "bdi[dir=ltr]")]
    assert runs == ["5-10 mg", "HER2", "trastuzumab"]


def test_a_missing_review_is_said_openly_and_a_date_is_machine_readable() -> None:
    about = {words(row[0]): row[1] for row in every(page("en"), "footer dl > div")}
    assert words(about["Last review"]) == "Not yet reviewed"
    assert words(about["Who looks after it"]) == "Nobody is named yet"
    time = one(page("ar"), "footer time")
    assert (time.get("datetime"), words(time)) == ("2026-08-06", "6 أغسطس 2026")


def test_a_planned_leaflet_and_an_unsafe_address_are_plain_words() -> None:
    assert "care at home" in [words(p) for p in every(page("en"), ".text p")][1]
    assert not [a for a in every(page("en"), "a") if words(a) == "care at home"]
    link = d.Link("java\tscript:alert(1)", (Text("press"),))
    tree = written((d.Paragraph(sample.speaker("en")(link)),))
    assert words(one(tree, ".text")) == "press"
    assert not every(tree, ".text a")


# ── addresses ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("number", "region", "expected"),
    [
        ("0800 111 4000", "gb", "tel:+448001114000"),
        ("+44 (0)20 7946 0000", "gb", "tel:+442079460000"),
        ("0044 20 7946 0000", "fr", "tel:+442079460000"),
        ("999", "gb", "tel:999"),
        ("116 123", "gb", "tel:116123"),
        ("18001 0800 111 4000", "gb", "tel:1800108001114000"),
        ("(212) 555-0100", "us", "tel:+12125550100"),
        ("1-800-555-0100", "us", "tel:+18005550100"),
        ("06 123 456", "it", "tel:+3906123456"),
        ("0123 456 789", "xx", "tel:0123456789"),
    ],
)
def test_a_number_is_dialled_as_its_region_dials_it(
    number: str, region: str, expected: str
) -> None:
    assert tel(number, region) == expected


@pytest.mark.parametrize(
    "href", ["javascript:x", " JaVa\nScript:x", "data:text/html,x", "vbscript:x",
             "\x01javascript:x",              "file:///etc/passwd", "java\u200bscript:x"],
)  # fmt: skip
def test_an_address_that_runs_or_reads_is_refused(href: str) -> None:
    assert safe_href(href) is None


@given(st.text(), st.text())
def test_whatever_an_author_writes_stays_text(words_: str, attribute: str) -> None:
    words_, attribute = (
        re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", "", s) for s in (words_, attribute)
    )
    link = d.Link("#x", (Text(words_),), attribute)
    writer = Writer(Interface("en", "ltr"), "en", "ltr")
    made = html.fragment_fromstring(writer.element("p", Words((link,))))
    assert [each.tag for each in made.iter()] == ["p", "a"]
    assert made.text_content() == words_
    assert made[0].get("title", "") == attribute


# ── foreign documents, index pages, extraction ─────────────────────────────────────────────────
def foreign() -> d.Document:
    say = sample.speaker("en")
    inlines = (
        d.Emphasis((Text("two"),)),
        d.Code(" three<"),
        d.Abbreviation("A B", (Text(" four"),)),
        d.InlineImage("https://example.org/a.png", "", "x"),
        d.RawInline("<kbd> five</kbd>"),
        d.FootnoteReference("n", 6),
    )
    blocks = (
        d.Heading(1, "a", say("one")),
        d.Quote((d.Paragraph(say(*inlines)),)),
        d.CodeBlock("seven\n  <b>"),
        d.ThematicBreak(),
        d.RawBlock("<details><summary>eight</summary></details>"),
        d.Callout("note", say("nine"), (d.Paragraph(say("ten")),)),
        d.Checklist((d.ChecklistItem((say("eleven"),), "", ticked=True),)),
    )
    meta = d.Meta(say("Head"), say(), "Head")
    notes = (d.Footnote("n", 6, (d.Paragraph(say("twelve")),)),)
    return sample.document("en", meta, blocks, footnotes=notes)


def test_a_foreign_page_holds_its_words_once_and_nothing_else() -> None:
    context = Context("", Interface("en", "ltr"), house=False)
    body = one(parsed(render(foreign(), context)[0].data), "body")
    assert [child.tag for child in body] == ["main"]
    assert words(body) == (
        "one two three< four five6 seven <b> eight nine ten eleven twelve \u21a9\ufe0e"
    )
    assert one(body, "img").get("src") == "https://example.org/a.png"


def test_index_pages_list_leaflets_in_their_own_language() -> None:
    pages = {made.path: made for made in index_pages("Plainleaf", shelves(), "draft")}
    assert set(pages) == {"en/index.html", "pl/index.html", "ar/index.html", "index.html"}
    root = parsed(pages["index.html"].data)
    assert [section.get("lang") for section in every(root, "section.shelf")] == [*LOCALES]
    hrefs = [link.get("href") for link in every(root, ".entries a")]
    texts = [f"en/signs/large-print-{size}pt.txt" for size in (16, 18)]
    assert hrefs[:3] == ["en/signs/index.html", *texts]
    polish = parsed(pages["pl/index.html"].data)
    assert words(one(polish, ".entries .staff")) == "Signs to look out for"
    titles = {words(one(parsed(p.data), "title")) for p in pages.values()}
    assert len(titles) == 4


def test_pictures_go_beside_the_page() -> None:
    _, picture = render(sample.english(), sample.context("en"))
    assert (picture.path, picture.media_type) == ("en/signs/images/body-map.svg", "image/svg+xml")


def test_every_word_that_a_page_asks_for_is_found_by_extraction() -> None:
    asked: set[str] = set()
    render(sample.english(), sample.context("en", asked))
    render(DOCUMENTS["pl"](), sample.context("pl", asked))
    msgids = {segment.msgid for segment in segments()}
    assert len(asked) > 25
    assert asked <= msgids


def test_a_project_overrides_a_shell_and_extends_what_it_replaces(tmp_path: Path) -> None:
    shell = '{% extends "plainleaf/leaflet.html" %}{% block footer %}<p>Ours</p>{% endblock %}'
    (tmp_path / "leaflet.html").write_text(shell)
    (tmp_path / "extra.css").write_text(":root{--accent:#123456}")
    data = render(sample.english(), replace(sample.context("en"), theme=str(tmp_path)))[0].data
    assert words(one(parsed(data), "footer")) == "Ours"
    assert b"--accent:#123456" in data


def test_the_style_names_no_side_and_justifies_nothing() -> None:
    css = style(None)
    sided = re.findall(r"(?:^|[\s;{])((?:margin|padding|border)?-?(?:left|right))\b", css)
    assert not sided
    assert not re.search(
        r"justify;|italic|letter-spacing|!important|\bdirection:|float:|\d(?:vw|px)(?<!1px)\b", css
    )


def test_a_renderer_is_loaded_by_its_name() -> None:
    assert "html" in RENDERERS
    assert get_renderer("html").render is render


def test_an_html_page_of_unmarked_words_costs_no_marks() -> None:
    writer = Writer(Interface("en", "ltr"), "en", "ltr")
    assert writer.element("p", Words((Text("a"),), shown=Shown())) == "<p>a</p>"


def test_a_page_shell_that_does_not_work_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "frame.html").write_text("<!doctype html>\n{% bad %}\n", "utf-8")
    context = replace(sample.context("en"), theme=str(tmp_path))
    with pytest.raises(SourceError, match=r"source/theme/frame\.html:2: This page shell does not"):
        render(sample.english(), context)
