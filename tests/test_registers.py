"""Glossary, regions, evidence, pictures and front matter: what is read, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import pictures, registers
from pipeline.errors import SourceError

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def _file(tmp_path: Path, text: str, name: str = "register.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_term_has_its_line_and_its_other_forms(tmp_path: Path) -> None:
    text = '# Words\n\n[lump]\nterm = "lump"\nmeaning = "A swelling."\nalso = ["bump"]\n'
    term = registers.glossary(_file(tmp_path, text), "source/glossary.toml")["lump"]
    assert str(term.term.place) == "source/glossary.toml:3"
    assert term.words == ("lump", "bump")


def test_a_value_of_a_region_knows_when_it_was_checked(tmp_path: Path) -> None:
    text = '[line]\ntext = "0808 800 4040"\nkind = "phone"\nchecked_on = 2026-11-01\n'
    value = registers.region(_file(tmp_path, text), "gb", "gb.toml").get("line")
    assert value
    assert value.checked_on == date(2026, 11, 1)


def test_the_day_of_a_check_is_a_value_of_its_own(tmp_path: Path) -> None:
    text = '[line]\ntext = "0808"\nkind = "phone"\nchecked_on = 2026-11-01\n[new]\nkind = "phone"\n'
    region = registers.region(_file(tmp_path, text), "gb", "gb.toml")
    days = {key: region.get(f"{key}-checked") for key in ("line", "new")}
    assert {key: day.text for key, day in days.items() if day} == {"line": "2026-11-01", "new": ""}


def test_only_words_of_a_region_are_for_translators(tmp_path: Path) -> None:
    text = (
        '[line]\ntext = "0808"\nkind = "phone"\n[open]\ntext = "9am to 5pm"\nkind = "hours"\n'
        '[later]\ntext = ""\nkind = "hours"\n'
    )
    region = registers.region(_file(tmp_path, text), "gb", "gb.toml")
    assert [one.msgid for one in registers.region_segments(region)] == ["9am to 5pm"]


@pytest.mark.parametrize(
    ("read", "text", "problem"),
    [
        ("glossary", "[lump]\nterm = 'x'\n", "gb.toml:1: “lump” has no term or no meaning"),
        ("glossary", "\n[lump\n", "gb.toml:2: This is not TOML"),
        ("glossary", "lump = 3\n", "“lump” is no table"),
        ("glossary", "[A b]\nterm='x'\nmeaning='y'\n", "This is not TOML"),
        ("glossary", "['A b']\nterm='x'\nmeaning='y'\n", "“A b” is no id of a term"),
        ("glossary", "[a]\nterm='x'\nmeaning='y'\nalos=['z']\n", "“a” has a key “alos”"),
        ("glossary", "[a]\nterm='x'\nmeaning='y'\nuse='no'\n", "“use” of “a” is “no”"),
        ("glossary", "[a]\nterm='x'\nmeaning='y'\nbasis='no'\n", "“basis” of “a” is “no”"),
        (
            "glossary",
            "[a]\nterm='x'\nmeaning='y'\n[b]\nterm='z'\nmeaning='y'\nalso=['X']\n",
            "gb.toml:4: “X” belongs to .a. already",
        ),
        ("region", "[a]\ntxt='x'\nkind='text'\n", "gb.toml:1: “a” has a key “txt”"),
        ("glossary", "[a]\nterm='x'\nmeaning='y'\nalso=3\n", "gb.toml:1: “also” of “a” is no list"),
        ("glossary", "[a]\nterm='x'\nmeaning='y'\nalso='abc'\n", "“also” of “a” is no list"),
        ("glossary", "[a]\nterm='x'\nmeaning='y\u202ez'\n", r"gb.toml:3: An invisible .* U\+202E"),
        ("glossary", '\n[a]\nterm="x"\nmeaning="\\u0000y"\n', r"gb.toml:2: An .* U\+0000"),
        ("region", "[a]\ntext='\u200bx'\nkind='text'\n", r"gb.toml:2: An .* U\+200B"),
        ("region", "[a]\ntext='x'\nkind='fax'\n", "gb.toml:1: “a” has no known kind"),
        ("region", "[a]\ntext='x'\nkind='url'\nchecked_on='May'\n", "has no date in checked_on"),
    ],
)
def test_a_wrong_register_is_named_with_its_line(
    tmp_path: Path, read: str, text: str, problem: str
) -> None:
    path = _file(tmp_path, text)
    arguments = (path, "gb.toml") if read == "glossary" else (path, "gb", "gb.toml")
    with pytest.raises(SourceError, match=problem):
        getattr(registers, read)(*arguments)


def test_a_region_without_a_file_has_no_values(tmp_path: Path) -> None:
    region = registers.region(tmp_path / "fr.toml", "fr", "source/regions/fr.toml")
    assert (region.code, region.values) == ("fr", ())


def test_labels_of_a_picture_are_segments_and_can_be_replaced(tmp_path: Path) -> None:
    path = _file(tmp_path, SVG.format('<title>Map</title><text id="a">The\n  breast</text>'))
    root = pictures.load(path, "source/map.svg")
    found = pictures.segments(root, "one", "source/map.svg")
    assert [(one.msgid, one.place.anchor) for one in found] == [("Map", ""), ("The breast", "a")]
    data = pictures.relabelled(root, {"The breast": ("Pierś", "pl")}).decode()
    assert '<text id="a" xml:lang="pl">Pierś</text>' in data
    assert "The\n  breast" in pictures.relabelled(root, {}).decode()


def test_each_line_of_a_label_is_a_label(tmp_path: Path) -> None:
    lines = '<text id="a"><tspan y="1">TWO</tspan> <tspan y="2">LINES</tspan></text>'
    mixed = "<text>Not <tspan>this</tspan> one</text>"
    root = pictures.load(_file(tmp_path, SVG.format(lines + mixed)), "source/map.svg")
    found = [one.msgid for one in pictures.segments(root, "one", "source/map.svg")]
    assert found == ["TWO", "LINES", "Not this one"]
    words = {"TWO": ("DWIE", "pl"), "LINES": ("LINIE", "pl"), "Not this one": ("Nie", "pl")}
    data = pictures.relabelled(root, words).decode()
    assert (
        '<tspan y="1" xml:lang="pl">DWIE</tspan> <tspan y="2" xml:lang="pl">LINIE</tspan>' in data
    )
    assert '<text xml:lang="pl">Nie</text>' in data


def test_a_label_whose_words_stay_keeps_its_shape(tmp_path: Path) -> None:
    mixed = SVG.format("<text>Not <tspan>this</tspan> one</text>")
    root = pictures.load(_file(tmp_path, mixed), "source/map.svg")
    data = pictures.relabelled(root, {"Not this one": ("Not this one", "en")}).decode()
    assert '<text xml:lang="en">Not <tspan>this</tspan> one</text>' in data


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x()</script>",
        '<g onclick="x()"/>',
        '<image href="https://example.org/a.png"/>',
        '<a href="https://example.org/"><text>x</text></a>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>@import url(https://example.org/a.css);</style>",
        '<rect fill="url(https://example.org/a)"/>',
    ],
)
def test_a_picture_that_runs_or_loads_something_is_refused(tmp_path: Path, inside: str) -> None:
    with pytest.raises(SourceError, match="runs, or that lies elsewhere"):
        pictures.load(_file(tmp_path, SVG.format(inside)), "source/map.svg")


def test_a_picture_with_a_document_type_is_refused_unread(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;")
    with pytest.raises(SourceError, match="document type"):
        pictures.load(_file(tmp_path, bomb), "source/map.svg")
