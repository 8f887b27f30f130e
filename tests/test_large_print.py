"""The large-print text file: lines that fit, words that stay whole, nothing lost."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import document as doc
from pipeline.artifact import Context, Interface
from pipeline.document import Block, Document, Shown, Text, Words, text_of, words_of
from pipeline.renderers.large_print import PRESETS, large_print, renderer

LRI, RLI, PDI, RLM, LRM = "\u2066", "\u2067", "\u2069", "\u200f", "\u200e"
CONTROLS = dict.fromkeys(map(ord, (LRI, RLI, PDI, RLM, LRM)))
COLUMNS = PRESETS[18].columns

ARABIC = {
    "Part {number}: {heading}": "الجزء {number}: {heading}",
    "Page {number} of {total}": "الصفحة {number} من {total}",
    "{label}: {words}": "{label}: {words}",
    "What to do": "ما يجب فعله",
    "to be supplied": "سيضاف لاحقًا",
    "({language}: {words})": "({language}: {words})",
    "The next part is in English. A checked translation is not ready yet.": (
        "الجزء التالي بالإنجليزية. الترجمة المدققة ليست جاهزة بعد."
    ),
    "The part in English ends here.": "هنا ينتهي الجزء المكتوب بالإنجليزية.",
}
SOURCE = Shown()
TRANSLATED = Shown("translation", lang="ar", direction="rtl")
FALLBACK = Shown("fallback", "missing")


def words(*parts: str | doc.Inline, shown: Shown = SOURCE) -> Words:
    inlines = [Text(part) if isinstance(part, str) else part for part in parts]
    return Words(tuple(inlines), doc.Segment("tea", "paragraph", ""), shown)


def para(*parts: str | doc.Inline, shown: Shown = SOURCE) -> doc.Paragraph:
    return doc.Paragraph(words(*parts, shown=shown))


def bullets(*items: str | Words) -> doc.List:
    each = [words(item) if isinstance(item, str) else item for item in items]
    return doc.List(ordered=False, items=tuple(doc.ListItem((one,)) for one in each))


def cells(*texts: str) -> tuple[doc.Cell, ...]:
    return tuple(doc.Cell(words(text)) for text in texts)


def document(
    *blocks: Block,
    edition: doc.Edition = "release",
    locale: str = "en",
    direction: doc.Direction = "ltr",
    title: Words | None = None,
    footnotes: tuple[doc.Footnote, ...] = (),
    terms: tuple[doc.Explained, ...] = (),
) -> Document:
    meta = doc.Meta(
        title or words("About tea"), words(), "About tea", "1.0",
        reviewed=date(2026, 10, 4), next_review=date(2029, 10, 4),
    )  # fmt: skip
    return Document("tea", locale, direction, "gb", edition, meta, blocks, footnotes, terms)


def arabic(*blocks: Block, edition: doc.Edition = "release") -> Document:
    title = words("عن الشاي", shown=TRANSLATED)
    return document(*blocks, edition=edition, locale="ar", direction="rtl", title=title)


def context(locale: str = "en", /, **pictures: bytes) -> Context:
    said = ARABIC if locale == "ar" else {}
    interface = Interface(
        locale,
        "rtl" if said else "ltr",
        choose=lambda msgid: (said.get(msgid, msgid), TRANSLATED if msgid in said else SOURCE),
    )
    named = {f"images/{name}.svg": data for name, data in pictures.items()}
    return Context("Plainleaf", interface, pictures=named)


def printed(one: Document, points: int = 18, **pictures: bytes) -> str:
    return large_print(one, context(one.locale, **pictures), PRESETS[points]).data.decode()


def unmarked(text: str) -> str:
    """A text without the marks of direction, its blanks folded."""
    return " ".join(text.translate(CONTROLS).split())


# ── the whole ──────────────────────────────────────────────────────────────────────────────────
BODY = b"""<svg xmlns="http://www.w3.org/2000/svg"><text id="label-pot">Pot</text>
<text id="label-cup">Cup</text></svg>"""

ENGLISH = document(
    doc.Heading(2, "what", words("What tea is")),
    para("Tea is a ", doc.Strong((Text("hot drink"),)), " made from ",
         doc.Term("leaf", (Text("leaves"),), first=True), ".", doc.FootnoteReference("a", 1)),
    doc.Callout("action", words("Today"), (para("You can:"), bullets("boil it", "wait 3 minutes"))),
    doc.Heading(3, "help", words("Where to get help")),
    para("Ring ", doc.Datum("line", doc.Value("0808 800 4040", "phone")), " from 9am to 5pm. ",
         "The shop is at ", doc.Datum("shop", None), ". ",
         "Read ", doc.Link("https://www.example.org/tea", (Text("more on tea"),)), "."),
    doc.Table(
        cells("Tea", "Taste", "How long"),
        (cells("Green", "It is mild.", "2 minutes"), cells("Black", "It is strong.", "4 minutes")),
        words("Kinds of tea"),
    ),
    doc.Image("images/pot.svg", words("A pot and a cup side by side"), words("What you need")),
    doc.Checklist((
        doc.ChecklistItem((words("Is the water hot?"),), "q1"),
        doc.ChecklistItem((words("When did you last drink tea?"),), "q2", lines=2),
    )),
    doc.DefinitionList((doc.Definition((words("Mug"),), ((para("A cup with a handle."),),)),)),
    edition="draft",
    footnotes=(doc.Footnote("a", 1, (para("Some people drink it cold."),)),),
    terms=(doc.Explained("leaf", words("Leaf"), words("A flat green part of a plant.")),),
)  # fmt: skip


def _arabic() -> Document:
    machine = Shown("translation", lang="ar", direction="rtl", machine=True)
    phone = doc.Datum("line", doc.Value("0808 800 4040", "phone"))
    return arabic(
        doc.Heading(2, "what", words("ما هو الشاي", shown=TRANSLATED)),
        para("الشاي مشروب ساخن. يباع باسم Green Tea No. 5 في كل مكان.", shown=machine),
        para("Tea is good with milk.", shown=FALLBACK),
        bullets(
            words("Boil the water.", shown=FALLBACK),
            words("اتصل على ", phone, " غدًا.", shown=TRANSLATED),
        ),
        doc.Callout("action", words("Today", shown=FALLBACK), (para("اشرب.", shown=TRANSLATED),)),
        edition="draft",
    )  # fmt: skip


@pytest.mark.parametrize("one", [ENGLISH, _arabic()], ids=["en", "ar"])
def test_a_leaflet_is_printed_as_it_was_accepted(
    one: Document, golden: Callable[[str, bytes], None]
) -> None:
    (artifact,) = renderer(18).render(one, context(one.locale, pot=BODY))
    assert artifact.notes == ()
    golden(f"large-print.{one.locale}.txt", artifact.data)


def test_the_file_is_named_for_its_leaflet_size_and_locale() -> None:
    (artifact,) = renderer(18).render(document(), context())
    assert artifact.path == "en/tea/tea.large-print-18pt.en.txt"
    assert (artifact.media_type, renderer(18).suffix) == ("text/plain", ".txt")


def test_a_draft_says_so_first_and_then_tells_its_size() -> None:
    said = unmarked(printed(_arabic()))
    assert re.match(r"DRAFT – \S+ 1 \S+ \d+ This is a draft\. It has not been approved\.", said)
    assert said.index("a person: 1 of 9.") < said.index("For print at 18 point") < said.index("عن")
    assert printed(document()).startswith("For print at 18 point")


def test_a_translation_names_the_english_title_and_the_language_for_staff() -> None:
    assert f"About tea – Arabic – {RLI}العربية{PDI}" in printed(arabic())
    assert printed(document()).count("About tea") == 1


# ── pages ──────────────────────────────────────────────────────────────────────────────────────
def test_every_page_begins_with_its_number_and_fits_its_lines() -> None:
    pages = printed(document(*[para("word " * 40) for _ in range(20)])).split("\f")
    assert len(pages) > 3
    for number, page in enumerate(pages[1:], start=2):
        assert page.startswith(f"Page {number} of {len(pages)}\n\n")
    assert all(page.count("\n") <= PRESETS[18].lines for page in pages)


@pytest.mark.parametrize("count", range(1, 40))
def test_no_heading_is_the_last_line_of_a_page(count: int) -> None:
    before = [para("One line.")] * count
    text = printed(document(*before, doc.Heading(2, "h", words("Further")), para("Text.")))
    (page,) = [one for one in text.split("\f") if "Further" in one]
    assert "Part 1: Further\n\nText." in page


def test_a_heading_has_one_more_blank_line_before_it_than_after_it() -> None:
    text = printed(document(para("Before."), doc.Heading(2, "h", words("Head")), para("After.")))
    assert "Before.\n\n\nPart 1: Head\n\nAfter." in text


def test_headings_are_numbered_in_words() -> None:
    heads = [doc.Heading(level, "", words(f"H{level}")) for level in (2, 3, 3, 2, 4)]
    found = re.findall(r"Part ([\d.]+): H", printed(document(*heads)))
    assert found == ["1", "1.1", "1.2", "2", "2.0.1"]


# ── words for what an eye would see ────────────────────────────────────────────────────────────
def test_a_table_becomes_sentences_and_keeps_all_its_words() -> None:
    said = unmarked(printed(ENGLISH))
    assert "Kinds of tea Tea: Green – Taste: It is mild. How long: 2 minutes." in said


def test_a_checklist_is_numbered_and_says_how_much_room_there_is_to_write() -> None:
    text = printed(ENGLISH)
    assert "2. When did you last drink tea?\n   (Room to write. Lines: 2)\n\n\n" in text
    assert not set("□☐_=#*|") & set(text)


def test_pictures_footnotes_and_gaps_are_said_in_words() -> None:
    said = unmarked(printed(ENGLISH, pot=BODY))
    assert "[Picture: A pot and a cup side by side] Words in the picture: • Pot • Cup" in said
    assert "leaves. (note 1)" in said
    assert "Note 1: Some people drink it cold." in said
    assert "The shop is at to be supplied." in said


def test_links_show_an_address_only_where_paper_can_use_it() -> None:
    def said(href: str, text: str, title: str = "") -> str:
        return unmarked(printed(document(para(doc.Link(href, (Text(text),), title)))))

    assert "more (www.example.org)" in said("https://www.example.org", "more")
    assert "write (a@example.org)" in said("mailto:a@example.org?subject=x", "write")
    assert "a@example.org About" not in said("mailto:a@example.org", "a@example.org (")
    assert "here (Cups)" in said("02-cups.md", "here", "Cups")
    assert "(+44" not in said("tel:+448088004040", "0808 800 4040")


def test_callouts_carry_the_label_of_their_kind_in_words() -> None:
    assert "What to do: Today" in printed(ENGLISH)
    assert "Please note" in printed(document(doc.Callout("tip", None, (para("x"),))))


def test_a_run_of_fallbacks_is_announced_once_before_and_once_after() -> None:
    said = unmarked(printed(_arabic()))
    before, after = (ARABIC[key] for key in ARABIC if "part" in key and "English" in key)
    assert said.count(before) == said.count(after) == 1
    assert f"{before} Tea is good with milk. • Boil the water. {after}" in said
    assert "ما يجب فعله: (الإنجليزية: Today)" in said


def test_items_hang_by_at_most_three_columns_and_never_go_deeper_than_six() -> None:
    deep: Block = words("word " * 12)
    for _ in range(5):
        deep = doc.List(ordered=True, start=100, items=(doc.ListItem((deep,)),))
    lines = printed(document(deep)).split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip().startswith("word")]
    assert max(indents) <= 6
    assert "\n100.\n" in printed(document(deep))


def test_a_word_wider_than_the_column_overflows_and_is_listed() -> None:
    address = "www.example.org/" + "a" * 60
    artifact = large_print(document(para(f"See {address} now.")), context(), PRESETS[18])
    assert address.encode() in artifact.data
    (note,) = artifact.notes
    assert note.startswith("Page 1: a line of 76 columns")


def test_a_phrase_in_another_script_is_isolated() -> None:
    phrase = doc.Language("ar", "rtl", (Text("شاي"),))
    assert f"say {RLI}شاي{PDI} please" in printed(document(para("say ", phrase, " please")))


# ── properties ─────────────────────────────────────────────────────────────────────────────────
LETTERS = st.text(st.characters(categories=["L", "M", "N", "P"]), min_size=1, max_size=14)
KEPT = st.sampled_from(["5 mg", "0808 800 4040", "6 August 2018", "9am to 5pm", "אבג"])
TEXTS = st.lists(LETTERS | KEPT, min_size=1, max_size=40).map(" ".join)
INLINES = st.one_of(
    TEXTS.map(Text),
    TEXTS.map(lambda text: doc.Strong((Text(f" {text} "),))),
    TEXTS.map(lambda text: doc.Link("https://example.org", (Text(f" {text} "),))),
)
LINES = st.lists(INLINES, min_size=1, max_size=3).map(lambda parts: Words(tuple(parts)))
LEAVES: st.SearchStrategy[Block] = st.one_of(
    LINES.map(doc.Paragraph), LINES.map(lambda one: doc.Heading(2, "h", one))
)
BLOCKS = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(tuple).flatmap(
        lambda blocks: st.sampled_from([
            doc.List(ordered=False, items=(doc.ListItem(blocks), doc.ListItem(blocks))),
            doc.Callout("note", None, blocks),
            doc.Checklist((doc.ChecklistItem(blocks, "x", lines=1),)),
            doc.DefinitionList((doc.Definition((words("Term"),), (blocks,)),)),
        ])
    ),
    max_leaves=5,
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=4), st.sampled_from(sorted(PRESETS)))
@settings(max_examples=40)
def test_no_word_is_lost_and_all_stand_in_order(blocks: list[Block], points: int) -> None:
    text = printed(document(*blocks), points)
    assert text == printed(document(*blocks), points), "the same document gave other bytes"
    said, at = unmarked(re.sub(r"\fPage \d+ of \d+\n", "", text)).replace(" ", ""), 0
    for word in (word for each in words_of(tuple(blocks)) for word in text_of(each).split()):
        assert unmarked(word) in said[at:], word
        at = said.index(unmarked(word), at) + len(unmarked(word))
