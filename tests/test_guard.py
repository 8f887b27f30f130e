"""Guards: what a translation must share with its source, and what may differ."""

# Digits and letters of other scripts are what is tested:
# ruff: noqa: RUF001

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import document as tree
from pipeline.guard import GUARDS, compare_numbers, findings, is_broken
from pipeline.reader import Reader, Source, Surroundings
from tests.outline import EN

FORBIDDEN = st.characters(categories=["Cc", "Cs", "Co", "Cf", "Zl", "Zp"])
SAFE = st.characters(
    exclude_categories=["Cc", "Cs", "Co", "Cf", "Zl", "Zp"], exclude_characters="\ufffd"
)
MARKS = """
[ ] ( ) ]( ![ ** ` `` < > <b> { } {region:key} {: .x} [^a] \\ & &lt; _ ___ # / ' - −3 ½ ٣٫٥ 5pm
17:30 1,000 2.5 1.000,5 0808 800 4040 +44 06.08.2018 https://a.example a@b.example term: javascript:
"""


def guards_of(msgid: str, msgstr: str) -> set[str]:
    """The guards that have a finding."""
    return {finding.guard for finding in findings(msgid, msgstr)}


# ── what is hostile ────────────────────────────────────────────────────────────────────────────
SOURCE = "Call [your team](https://a.example/team) on {region:line}."


@pytest.mark.parametrize(
    ("msgstr", "guard"),
    [
        ("<script>alert(1)</script> [x](https://a.example/team) {region:line}", "tags"),
        ("<SCRIPT src=//e.example> [x](https://a.example/team) {region:line}", "tags"),
        ("<script [x](https://a.example/team) {region:line}", "tags"),
        ("[x](https://a.example/team) {region:line} <img src=x onerror=alert(1)>", "tags"),
        ("[x](https://a.example/team){onclick=alert(1)} {region:line}", "tags"),
        ("[x](https://a.example/team) {region:line} {: onclick=alert(1) }", "tags"),
        ("[x](https://a.example/team) {region:line} { #top }", "tags"),
        ("[x](https://a.example/team) {region:line}</p></div>", "tags"),
        ("[x](https://a.example/team) {region:line} <!-- hidden", "tags"),
        ("[x](javascript:alert(1)) {region:line}", "links"),
        ("[x]( java&#115;cript:alert(1)) {region:line}", "links"),
        ("[x](https://a.example/team) <javascript://%0aalert(1)> {region:line}", "links"),
        ("[x](https://a.example/team) <javascript:alert(1)> {region:line}", "links"),
        ("[x](https://e.example/team) {region:line}", "links"),
        ("[x](https://a.example/team) [y](data:text/html,x) {region:line}", "links"),
        ("[x](https://a.example/team) https://e.example {region:line}", "links"),
        ("x {region:line}", "links"),
        ("\\[x](https://a.example/team) {region:line}", "links"),
        ("![x](https://a.example/team) {region:line}", "links"),
        ("[x](https://a.example/team)", "placeholders"),
        ("[x](https://a.example/team) {region:other}", "placeholders"),
        ("[x] (https://a.example/team) {region:line}", "markup"),
        ("\u202e[x](https://a.example/team) {region:line}", "invisible"),
        ("&#8238;[x](https://a.example/team) {region:line}", "invisible"),
        ("&#x202E[x](https://a.example/team) {region:line}", "invisible"),
        ("\u2067[x](https://a.example/team) {region:line}", "invisible"),
        ("\u2069\u2067[x](https://a.example/team) {region:line}", "invisible"),
        ("\x02wzxhzdk:0\x03[x](https://a.example/team) {region:line}", "invisible"),
        ("&#2;[x](https://a.example/team) {region:line}", "invisible"),
        ("[x](https://a.example/team) {region:line}\ud800", "invisible"),
        ("[x](https://a.example/team) {region:line}\U000e0041", "invisible"),
        ("[x](https://a.example/team) {region:line}\ue000", "invisible"),
        ("po&shy;moc [x](https://a.example/team) {region:line}", "invisible"),
        ("po\u200bmoc [x](https://a.example/team) {region:line}", "invisible"),
    ],
)
def test_a_hostile_translation_is_broken(msgstr: str, guard: str) -> None:
    assert guard in guards_of(SOURCE, msgstr)
    assert is_broken(SOURCE, msgstr)


def test_every_finding_says_what_to_do() -> None:
    found = findings("**5 mg** `a` [^n]", "<b>6 mg</b> `b` [^m] ** \u202e [x] (y) 0808 800 4040")
    unseen = {"links", "labels", "words"}
    assert {finding.guard for finding in found} == {guard.name for guard in GUARDS} - unseen
    for finding in found:
        assert finding.sentence.endswith(".")
        assert len(finding.sentence.split(". ")) >= 2


# ── numbers ────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Take 1,000 mg", "Weź 1 000 mg"),
        ("Take 1,000 mg", "Weź 1\u00a0000 mg"),
        ("Take 1,000 mg", "Nimm 1.000 mg"),
        ("Take 1,000 mg", "Weź 1000 mg"),
        ("Take 1,234.5 mg", "Nimm 1.234,5 mg"),
        ("1,234,567 people", "12,34,567 लोग"),
        ("Take 2.5 mg", "Weź 2,5 mg"),
        ("Take 2.5 mg", "خذ ٢٫٥ ملغ"),
        ("5 to 10 days", "5–10 dni"),
        ("Open 8am to 5:30pm", "Otwarte 8:00–17:30"),
        ("Open 8am to 5:30pm", "Ouvert de 8 h à 17 h 30"),
        ("Open 8am to 5:30pm", "上午8点至下午5点30分"),
        ("Open 8am to 5.30pm", "Otwarte od 8.00 do 17.30"),
        ("Call at 12am", "Zadzwoń o 0:00"),
        ("6 August 2018", "2018年8月6日"),
        ("5 million people", "500 万人"),
        ("40,000 people", "40 ألف شخص"),
        ("1 in 7 people", "1 na 7 osób"),
        ("one in seven people", "1 na 7 osób"),
        ("twenty-five people", "25 osób"),
        ("Take it twice a day", "Bierz 2 razy na 1 dzień"),
        ("2½ hours", "2,5 godziny"),
        ("1/2 dose", "½ dawki"),
        ("It was −5 °C", "Było -5 °C"),
        ("2 500 mg tablets", "2 tabletki po 500 mg"),
        ("See [the 5 signs](05-signs.md)", "Zobacz [5 objawów](05-signs.md)"),
        ("`5` and <b class='n5'>5</b>", "<b class='n5'>5</b> i `5`"),
    ],
)
def test_one_value_written_two_ways_is_no_finding(msgid: str, msgstr: str) -> None:
    assert not findings(msgid, msgstr)
    assert not compare_numbers(msgid, msgstr).spelled


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Take 5 mg", "Weź 50 mg"),
        ("Take 5 tablets", "Weź 6 tabletek"),
        ("Take 1,000 mg", "Weź 1 mg"),
        ("Take 2.5 mg", "Weź 25 mg"),
        ("2 500 mg tablets", "tabletki 2500 mg"),
        ("within 24 hours", "w ciągu doby"),
        ("5 milligrams", "5000 miligramów"),
        ("Take 2 mg", "Weź dwa miligramy"),
        ("Take a tablet", "Weź 3 tabletki"),
        ("Open until 5pm", "Otwarte do 18:00"),
        ("Open until 5:30pm", "Otwarte do 17:00"),
        ("1 in 7 people", "1 na 8 osób"),
        ("It was −5 °C", "Było 5 °C"),
        ("5 to 10 days", "5 dni"),
        ("6 August 2018", "6 sierpnia"),
        ("10 days", "1&#48;0 dni"),
    ],
)
def test_a_changed_number_is_a_finding(msgid: str, msgstr: str) -> None:
    assert guards_of(msgid, msgstr) == {"numbers"}


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [("Take 2 tablets", "Weź dwie tabletki"), ("2 weeks", "أسبوعان"), ("½ a cup", "pół kubka")],
)
def test_a_small_number_may_be_a_word_and_is_told(msgid: str, msgstr: str) -> None:
    assert not findings(msgid, msgstr)
    assert compare_numbers(msgid, msgstr).spelled


# ── phones ─────────────────────────────────────────────────────────────────────────────────────
def test_a_phone_may_be_spaced_otherwise_and_use_other_digits() -> None:
    assert not findings("Call 0808 800 4040.", "اتصل بـ \u2066٠٨٠٨٨٠٠٤٠٤٠\u2069.")
    assert not findings("Call +44 20 7946 0018.", "Tel. +44 (20) 7946-0018.")


@pytest.mark.parametrize(
    "msgstr", ["Zadzwoń: 0808 800 4041.", "Zadzwoń.", "Tel. 0808 8004040 5550"]
)
def test_a_changed_phone_is_a_finding(msgstr: str) -> None:
    assert "phones" in guards_of("Call 0808 800 4040.", msgstr)


@pytest.mark.parametrize(
    "text", ["06.08.2018", "2018-08-06", "2018–2019", "12 000 000 people", "97 039/1 617 204"]
)
def test_dates_years_and_grouped_numbers_are_no_phones(text: str) -> None:
    assert "phones" not in guards_of(text, "x")


# ── links, markup, code ────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("[a](02-x.md#y) and [b](#z)", "[ב](#z) ו [א](02-x.md#y)"),
        ("[lymph nodes](term:lymph-node)", "[węzły chłonne](term:lymph-node)"),
        ('[a](x.md "Title")', '[b](x.md "Tytuł (nowy)")'),
        ("[a](x_(y).md)", "[b](x_(y).md)"),
        ("[call us][phone]", "[zadzwoń][Phone]"),
        ("[phone][]", "[telefon][phone]"),
        ("see [phone]", "zobacz [telefon][phone]"),
        ("![A map](map.svg)", "![Mapa](map.svg)"),
        ("<a@b.example>", "<a@b.example>"),
        ("**Stop** and **call**", "**Zadzwoń** i **stój**"),
        ("Read this (it is short)", "Przeczytaj to: a) krótkie"),
        ("Date: 6 May", "Data: 6/5"),
        ("<img alt='A map' src='m.svg'>", "<img alt='Mapa' src='m.svg'>"),
        ("If x is < 5, rest", "Jeśli x < 5, odpocznij"),
        ("Hi", "\u2067مرحبا\u2069 \u200e\u200f\u061c می\u200cخواهم 👩\u200d⚕️"),
    ],
)
def test_what_a_translator_may_change_is_no_finding(msgid: str, msgstr: str) -> None:
    assert (
        guards_of(msgid, msgstr) <= {"numbers"} if "Date" in msgid else not findings(msgid, msgstr)
    )


@pytest.mark.parametrize(
    ("msgid", "msgstr", "guard"),
    [
        ("[a](term:x)", "[a](term:y)", "links"),
        ("[a](lang:pl)", "[a](lang:de)", "links"),
        ("[a](#why)", "[a](#dlaczego)", "links"),
        ("[a](https://x.example)", "[a](http://x.example)", "links"),
        ("[call us][phone]", "[ruf an][telefon]", "labels"),
        ("<https://x.example>", "<https:></https:>", "links"),
        ("**Stop**", "Stój", "markup"),
        ("**Stop**", "**Stój* *", "markup"),
        ("[a](x.md)", "a](x.md)", "markup"),
        ("Stop", "Stój [", "markup"),
        ("Use `make`", "Użyj `zrób`", "code"),
        ("Use it", "Użyj `tego", "markup"),
        ("Why[^why]", "Dlaczego", "placeholders"),
        ("<kbd>A</kbd>", "A", "tags"),
    ],
)
def test_a_lost_or_changed_mark_is_a_finding(msgid: str, msgstr: str, guard: str) -> None:
    assert guard in guards_of(msgid, msgstr)


# ── properties ─────────────────────────────────────────────────────────────────────────────────
@given(
    st.lists(st.one_of(st.sampled_from(MARKS.split()), st.text(SAFE, max_size=8)), max_size=12).map(
        " ".join
    )
)
def test_a_text_that_equals_its_source_has_no_finding(text: str) -> None:
    assert findings(text, text) == ()


@given(st.text(SAFE), FORBIDDEN, st.text(SAFE))
def test_the_only_finding_of_an_unchanged_text_is_a_forbidden_character(
    before: str, char: str, after: str
) -> None:
    text = before + char + after
    assert guards_of(text, text) <= {"invisible"}


@given(
    st.lists(st.one_of(st.sampled_from(MARKS.split()), st.text(max_size=8)), max_size=9).map(
        "".join
    ),
    st.text(),
)
def test_no_text_stops_a_guard(msgid: str, msgstr: str) -> None:
    assert is_broken(msgid, msgstr) == bool(findings(msgid, msgstr))


@pytest.mark.parametrize(
    "piece", ["[", "[](", "<a ", "`", "5", "a", "5 ", "(", "{", "x@", '<a "', "½"]
)
def test_length_stops_no_guard(piece: str) -> None:
    assert is_broken("Take 5 mg", piece * 5000)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_number_equals_itself_alone(first: int, second: int) -> None:
    broken = is_broken(f"Take {first} mg.", f"Weź {second} mg.")
    assert broken == (first != second)


HOSTILE = """
[ ] ( ) ]( [a](/x) ![a](x) [a][b] [b]: <a <script> </p> <!-- --> <?x ?> <http://x> <a@b> <x:y>
{ } {: {onclick=x} ` `` * ** _ \\ \\[ & &#60; &lt; javascript:x ! " ' a b \x02 \x03
klzzwxh:0000 [^1] |
"""


@pytest.mark.parametrize("house", [True, False])
@given(msgstr=st.lists(st.sampled_from([*HOSTILE.split(), " "]), max_size=14).map("".join))
@settings(max_examples=300)
def test_what_passes_the_guards_puts_only_words_on_a_page(*, house: bool, msgstr: str) -> None:
    if is_broken("Rest", msgstr) or not msgstr:
        return
    reader = Reader(EN, Surroundings(tree.Region("gb")), house=house)
    shown = tree.Shown("translation", None, "pl", "ltr")
    source = Source("case", "case.md", "Rest\n")
    reading = reader.read(source, lambda _: (msgstr, shown), EN, "draft")
    allowed = (tree.Paragraph, tree.Words, tree.Text, tree.Strong, tree.Emphasis, tree.LineBreak)
    strange = [
        node for node in tree.nodes(reading.document.blocks) if not isinstance(node, allowed)
    ]
    assert not strange


def test_a_missing_translation_is_not_broken() -> None:
    assert not is_broken("Take 5 mg", "")
