"""No text stops a check: neither its length nor its shape, and what comes in has its limits."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import pictures
from pipeline.audit import Circumstances, examine
from pipeline.catalogue import Catalogue, Message
from pipeline.checks import get_checks
from pipeline.errors import SourceError
from pipeline.guard import LONGEST, findings, is_broken
from pipeline.intake import DEEPEST, too_much
from pipeline.markup import running, targets
from pipeline.numerals import ascii_digits, numerals_of
from pipeline.slots import placeholders

MARKS = "[ ]( []( <a <!-- ` 5 a ( { } x@ ½ % %( {{ & ** _ \\ - 1.1. 1, +1 5mg 1/ $a @a AB <a= ?"
PIECES = [*MARKS.split(), "5 ", "a a ", "5 to ", "two ", " ", "\n", "\u200b", "1 000 ", "1 May "]
ALONE = [one for one in get_checks() if one.target is Catalogue]


@pytest.mark.parametrize("piece", PIECES)
def test_two_hundred_thousand_characters_stop_nothing(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    messages = (Message("Take 5 mg", f"x{text}"), Message(text, "x"), Message(f"{text}1", text))
    here = Circumstances("draft", date(2026, 11, 22), locale="pl")
    start = time.process_time()
    outcomes = list(examine(Catalogue("case", "pl", messages=messages), ALONE, here))
    assert time.process_time() - start < 5
    assert any("characters" in one.sentence for one in outcomes if one.verdict == "failed")


@pytest.mark.parametrize("piece", PIECES)
def test_the_readers_of_a_line_are_quick_on_the_longest_that_is_compared(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    start = time.process_time()
    placeholders(text)
    numerals_of(running(text))
    targets(text)
    assert time.process_time() - start < 5


def test_a_text_that_is_too_long_is_broken_unless_it_is_the_source() -> None:
    assert is_broken("Rest", "a" * LONGEST)
    assert not is_broken("a" * LONGEST, "a" * LONGEST)


@pytest.mark.parametrize(
    "text",
    ["> " * 31 + "a", " " * 124 + "- a", "- " * 31 + "a", "[" * 31, "a." * 31 + "b = 1"],
)
def test_what_is_nested_too_deep_is_refused_with_its_line(text: str) -> None:
    much = too_much(f"a\n{text}\n")
    assert much is not None
    assert much[0] == 2
    assert str(DEEPEST) in much[1]


def test_a_long_line_is_refused_and_a_leaflet_is_not() -> None:
    assert too_much("a" * 300_000)
    assert too_much("- a\n    - b\n        - c [d](e)\n\n> > f\n") is None


HARMFUL = (
    "<script/>",
    "<image/>",
    "<a/>",
    "<set/>",
    '<g onclick="x"/>',
    '<g href="https://a.example"/>',
    '<rect style="fill:url(https://a.example)"/>',
    '<rect fill="url(#a) url(https://a.example)"/>',
    '<style>@import "a"</style>',
    "<style>rect{fill:u\\72l(x)}</style>",
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
    '<?xml-stylesheet href="a.css"?>',
    "<foreignObject/>",
    "<animateColor/>",
    '<mpath href="#a"/>',
    '<tref href="#a"/>',
    '<script xmlns=""/>',
    '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>',
    '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="#a"/>',
    '<g xml:base="https://a.example/"/>',
    '<pattern href=" javascript:a"/>',
    '<rect style="width:exp/**/ression(a)"/>',
    '<rect style="behavior: a"/>',
    "<rect mask=\"image('a')\"/>",
    "<style>rect{background:cross-fade('a','b')}</style>",
    "<style>rect{background:u/**/rl(a)}</style>",
)


@pytest.mark.parametrize("inner", HARMFUL)
def test_a_picture_that_runs_or_loads_is_refused(inner: str, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>', "utf-8")
    with pytest.raises(SourceError, match="runs, or that lies elsewhere"):
        pictures.load(path, "a.svg")


def test_what_stands_beside_the_root_and_another_root_are_refused(tmp_path: Path) -> None:
    path, svg = tmp_path / "a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'
    sheet = '<?xml-stylesheet href="a.css"?>'
    for text in (f"{sheet}{svg}", f"{svg}{sheet}", '<html xmlns="http://www.w3.org/1999/xhtml"/>'):
        path.write_text(text, "utf-8")
        with pytest.raises(SourceError, match=r"no SVG|lies elsewhere"):
            pictures.load(path, "a.svg")


def test_a_picture_of_shapes_and_a_drawing_programs_notes_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi.sourceforge.net/DTD/a">'
        '<s:namedview/><style>rect{fill:#123}</style><rect fill="url(#a)" aria-label="Image (a)"/>'
        "<!-- a --><text>a<tspan>b</tspan></text></svg>",
        "utf-8",
    )
    assert pictures.load(path, "a.svg") is not None


def test_many_numbers_and_long_ones_stop_nothing() -> None:
    texts = ("1 " * 2900, "1" * 5900, "[1](2) " * 800, '<a href="1">2</a> ' * 300)
    messages = tuple(Message(f"{text}a", text.replace("1", "3")) for text in texts)
    here = Circumstances("draft", date(2026, 11, 22), locale="pl")
    start = time.process_time()
    list(examine(Catalogue("case", "pl", messages=messages), ALONE, here))
    assert time.process_time() - start < 5


def test_a_document_type_is_found_in_any_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    text = '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'
    path.write_bytes(text.encode("utf-16"))
    with pytest.raises(SourceError, match="document type"):
        pictures.load(path, "a.svg")


ZEROS = st.sampled_from([0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x1040, 0x17E0, 0xFF10])


@given(st.integers(0, 10**6), ZEROS)
def test_digits_of_any_script_are_one_number(number: int, zero: int) -> None:
    written = "".join(chr(zero + int(digit)) for digit in str(number))
    assert ascii_digits(written) == str(number)
    assert not findings(f"Take {number} tablets", f"Weź {written} tabletek")


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("%s of %d", "%2$d, z %1$s"),
        ("{} and {}", "{1} i {0}"),
        ("%i files", "%d plików"),
        ("100% of %(a)s", "100 % z %(a)s"),
        ("{name} or {name}", "albo {name}"),
        ("{}th", "{}."),
        ("&nbsp;a $name", "a $name"),
    ],
)
def test_placeholders_may_move(msgid: str, msgstr: str) -> None:
    assert not findings(msgid, msgstr)


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("%s of %d", "%d z %s"),
        ("%(name)s", "%(nazwa)s"),
        ("%(name)s a", "%(name) a"),
        ("by %(name)s", "od %(name)s %(name)s"),
        ("a[^why] b[^why]", "a[^why] b"),
        ("{region:a} {region:a}", "{region:a}"),
        ("a {0}", "a {1}"),
        ("a {{ name }}", "a {{ nazwa }}"),
        ("a ${name}", "a $name"),
        ("a $name", "a $nazwa"),
        ("a @count", "a @liczba"),
        ("a %name% b", "a %nazwa% b"),
        ("a &brand; b", "a &marka; b"),
        ("a &#8211; b", "a &#8212; b"),
    ],
)
def test_a_changed_placeholder_is_a_finding(msgid: str, msgstr: str) -> None:
    assert is_broken(msgid, msgstr)
