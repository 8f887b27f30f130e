"""Guards against what is written in disguise, emptied, or turned round."""

# Digits and letters of other scripts are what is tested:
# ruff: noqa: RUF001

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import document as tree
from pipeline import markup, numerals
from pipeline.guard import compare_numbers, findings
from pipeline.reader import Reader, Source, Surroundings
from tests.outline import EN
from tests.test_guard import guards_of


# ── words ──────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "msgstr",
    [
        " ",
        "\n",
        "&nbsp;",
        "\u2060",
        "&#8288;",
        "&zwnj;",
        "\u3164",
        "&#x3164;",
        "\u2800",
        "\uffa0",
        "…",
        "**",
        "___",
        "&amp;",
        "\u200c\u200d",
    ],
)
def test_a_translation_without_a_visible_word_is_broken(msgstr: str) -> None:
    assert "words" in guards_of("Take a rest", msgstr)


def test_placeholders_and_addresses_are_no_words() -> None:
    assert guards_of("Call {region:line}", "{region:line}") == {"words"}
    assert guards_of("See https://a.example", "https://a.example") == {"words"}
    assert not findings("{region:line}", "{region:line}")


@pytest.mark.parametrize("msgstr", ["休息", "א", "&eacute;", "✓", "😀", "Odpocznij"])
def test_one_letter_or_symbol_is_a_word(msgstr: str) -> None:
    assert not findings("Take a rest", msgstr)


def test_what_has_no_word_in_the_source_needs_none() -> None:
    assert not findings("—", "–")
    assert not findings("5", "٥")


# ── in disguise ────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "more",
    [
        "&lbrace;region:nurse-line-hours&rbrace;",
        "&#123;region:nurse-line-hours&#125;",
        "{region&colon;nurse-line-hours}",
        "\\{region:nurse-line-hours\\}",
        "{region:nurse\\-line-hours}",
    ],
)
def test_a_placeholder_in_disguise_is_a_finding(more: str) -> None:
    assert "placeholders" in guards_of("Call {region:line}", f"Zadzwoń {{region:line}} {more}")
    assert "placeholders" in guards_of("Call us", f"Zadzwoń {more}")


def test_a_placeholder_that_is_put_in_disguise_is_missing() -> None:
    assert "placeholders" in guards_of("Call {a}", "Zadzwoń &lbrace;a&rbrace;")


@pytest.mark.parametrize(
    "msgstr",
    [
        "foo&commat;evil.example",
        "https&colon;//evil.example",
        "www&period;evil.example",
        "www\\.evil.example",
    ],
)
def test_an_address_in_disguise_is_a_finding(msgstr: str) -> None:
    assert "links" in guards_of("Write to us", f"Napisz: {msgstr}")


def test_an_attribute_list_in_disguise_is_a_finding() -> None:
    assert "tags" in guards_of("Rest", "Spocznij &#123;: onclick=x &#125;")


def test_entities_for_letters_and_signs_are_no_findings() -> None:
    assert not findings("R&D if x < 5", "B&amp;R, gdy x &lt; 5")
    assert not findings("Caf&eacute; &lt;B and C", "Kawiarnia &lt;B i C")


@pytest.mark.parametrize("wrapped", ["java\tscript:x", "java\\script:x", "java script:x"])
def test_a_scheme_is_known_with_blanks_and_backslashes(wrapped: str) -> None:
    assert markup.schemes(f"[x]({wrapped})")
    sentences = [one.sentence for one in findings("[x](y.md)", f"[x]({wrapped})")]
    assert any(one.startswith("A page never holds javascript:") for one in sentences)


def _words(text: str) -> str:
    """What a reader of a paragraph gets, its region data as `<key>`."""
    region = tree.Region("gb", (("line", tree.Value("0808 800 4040", "phone")),))
    reader = Reader(EN, Surroundings(region), house=True)
    shown = tree.Shown("source", None, "en", "ltr")
    source = Source("case", "case.md", "Rest\n")
    document = reader.read(source, lambda _: (text, shown), EN, "draft").document
    found = (node for node in tree.nodes(document.blocks))
    return "".join(
        one.text if isinstance(one, tree.Text) else f"<{one.key}>"
        for one in found
        if isinstance(one, tree.Text | tree.Datum)
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call {region:line} &amp; rest", "Call <line> & rest"),
        ("Call &lbrace;region:line&rbrace;", "Call {region:line}"),
        ("Call &#123;region:line&#125; {region:line}", "Call {region:line} <line>"),
        ("Say &amp;lbrace; and &amp;copy;", "Say &lbrace; and &copy;"),
        ("AT&T &mdash; <a@b.example>", "AT&T — a@b.example"),
    ],
)
def test_only_braces_that_are_typed_stand_for_region_data(text: str, words: str) -> None:
    assert _words(text) == words


# ── marks that do nothing ──────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("text **bold** end", "** bold** x"),
        ("text **bold** end", "x ** bold ** y"),
        ("text **bold** end", "x **bold\u00a0** y"),
        ("text **bold** end", "x **** y"),
        ("text __bold__ end", "x __ bold__ y"),
        ("[a](https://q.example)", "[](https://q.example) a"),
        ("[a](https://q.example)", "[ ](https://q.example) a"),
        ("[a](https://q.example)", "[&nbsp;](https://q.example) a"),
        ("[a][phone]", "a [][phone]"),
        ("See ![a map](m.svg)", "Zobacz ![](m.svg)"),
        ("Foo bar", "Foo \\{ bar"),
        ("Foo bar", "Foo \\} bar"),
        ("Foo {title}", "Foo {{title}}"),
        ("Foo {title}", "Foo {title} }}{{"),
        ("Foo {title}", "Foo \\{title\\}"),
        ("Foo bar", "Foo } bar"),
    ],
)
def test_a_mark_that_does_not_work_is_a_finding(msgid: str, msgstr: str) -> None:
    assert "markup" in guards_of(msgid, msgstr)


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("**a** and **b** c", "x **a**, **b** i c"),
        ("**Stop**", "(**Stój!**)"),
        ("Name ___ ___ **x**", "Imię ___ ___ **x**"),
        ("![](m.svg) A map", "![](m.svg) Mapa"),
        ("[![a](m.svg)](x.md)", "[![b](m.svg)](x.md)"),
        ("[{region:line}](x.md) rest", "[{region:line}](x.md) spocznij"),
        ("[- [ ] a](x.md)", "[- [ ] b](x.md)"),
    ],
)
def test_a_mark_that_works_is_no_finding(msgid: str, msgstr: str) -> None:
    assert not findings(msgid, msgstr)


# ── ranges and units ───────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Take 5 to 10 mg.", "Weź 10 do 5 mg."),
        ("Take 5 to 10 mg", "Weź 10–5 mg"),
        ("Take 5 mg to 10 mg", "Weź 10 mg do 5 mg"),
        ("5–10 days", "10至5天"),
        ("5 to 10 days", "من ١٠ إلى ٥ أيام"),
        ("Take 1,000 to 2,000 mg", "Weź 2.000 do 1.000 mg"),
        ("Take 50 mg", "Weź 50 g"),
        ("Take 50 mg", "Weź 50g"),
        ("Take 50 mg", "服用50克"),
        ("Take 50 mg", "Принимайте 50 г"),
        ("Take 50 micrograms", "Weź 50 mg"),
        ("Take 5 ml and 5 mg", "Weź 5 l i 5 mg"),
        ("Take 1,000 mg", "Weź 1.000 g"),
        ("5 to 10 mg", "5 do 10 g"),
        ("above 38°C", "powyżej 38°F"),
        ("about 5%", "około 5 mg"),
    ],
)
def test_a_turned_range_or_another_unit_is_a_finding(msgid: str, msgstr: str) -> None:
    assert guards_of(msgid, msgstr) == {"numbers"}


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Take 5 to 10 mg", "Weź od 5 do 10 mg"),
        ("Take 5 to 10 mg", "Weź 5 mg do 10 mg"),
        ("5 to 10 in 2 weeks", "w 2 tygodnie od 5 do 10"),
        ("2018-08-06", "06-08-2018"),
        ("5 to 10, and 10 to 5", "10 do 5, i 5 do 10"),
        ("5 to 10 days", "najwyżej 10, ale nie mniej niż 5 dni"),
        ("Take 50 mg", "Weź 50 miligramów"),
        ("Take 50 µg", "Weź 50 mcg"),
        ("Take 50 µg", "Weź 50 μg"),
        ("Take 5 ml", "Weź 5mL"),
        ("Take 5 litres", "Weź 5 l"),
        ("Take 50 mg", "服用50毫克片"),
        ("Take 50 mg", "خذ ٥٠ ملغ"),
        ("about 5%", "حوالي ٥٪"),
        ("about 5 per cent", "około 5 %"),
        ("2 500 mg tablets", "2 tabletki po 500 mg"),
        ("in 5 grams", "w 5 gramach"),
        ("38°C", "38 ℃"),
    ],
)
def test_a_range_in_order_and_a_unit_in_other_words_is_no_finding(msgid: str, msgstr: str) -> None:
    assert not findings(msgid, msgstr)


# ── numbers as words, and the short cut ────────────────────────────────────────────────────────
def test_numbers_up_to_twelve_may_be_words_and_thirteen_may_not() -> None:
    assert compare_numbers("Take 12 tablets", "Weź dwanaście tabletek").spelled == ("12",)
    assert compare_numbers("Open at 12pm", "Otwarte w południe").spelled == ("12pm",)
    for number in (13, 15, 19):
        assert guards_of(f"Take {number} tablets", "Weź tabletki") == {"numbers"}


PLAIN = st.sampled_from(["5", "10", "12", "13", "000", "100", "1000", "1", "2018"])
ACTIVE = st.sampled_from(
    [
        "1 000",
        "1,000",
        "1\xa0000",
        "5pm",
        "½",
        "2½",
        "10 mg",
        "17:30",
        "٣",
        "5 to 10",
        "-5",
        "(5)",
        "5 million",
    ]
)
JOINT = st.sampled_from(
    [
        " ",
        " ",
        ", ",
        ". ",
        " days ",
        " to ",
        "-",
        "\xa0",
        "",
        ".",
        " million ",
        " pm ",
        " am ",
        " p.m. ",
        " ½ ",
        " 万",
        " mg ",
        " / ",
        "%, ",
    ]
)
NUMBERED = st.lists(st.tuples(st.one_of(PLAIN, PLAIN, ACTIVE), JOINT, JOINT), max_size=3)


@given(NUMBERED, st.booleans())
@settings(max_examples=600)
def test_the_short_cut_for_plain_numbers_says_what_the_long_way_says(
    pieces: list[tuple[str, str, str]],
    turned: bool,  # noqa: FBT001  Hypothesis draws it
) -> None:
    source = "".join(number + joint for number, joint, _ in pieces)
    theirs = pieces[::-1] if turned else pieces
    translation = "".join(number + joint for number, _, joint in theirs)
    short = numerals.compare(source, translation)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numerals, "_plain_numbers", lambda _: None)
        assert numerals.compare(source, translation) == short
