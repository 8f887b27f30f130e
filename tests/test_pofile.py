"""Catalogue files are read whole, keep their bytes, and say plainly what is wrong with them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline import pofile
from pipeline.errors import CatalogueError
from pipeline.place import Place
from pipeline.pochunks import Entry, Style, flags_of, flags_with
from pipeline.pofile import PoFile, read
from pipeline.postyle import wrapped

REAL = sorted((Path(__file__).parent / "real_po").glob("*.po*"))
UNICODE = [path for path in REAL if "latin1" not in path.name]
"""Files in which a byte order mark makes sense."""
HEADER = b'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LONG = (
    "Somebody should go home with you, and stay there until the next day - even if you feel well."
)


def made(folder: Path, data: bytes, name: str = "a.po") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_the_files_of_real_tools_keep_every_byte(path: Path) -> None:
    assert PoFile.load(path).bytes() == path.read_bytes()


@pytest.mark.parametrize("path", UNICODE, ids=lambda path: path.name)
@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_other_line_ends_and_a_byte_order_mark_are_kept(
    tmp_path: Path, path: Path, end: str
) -> None:
    data = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", end.encode())
    copy = made(tmp_path, data)
    assert PoFile.load(copy).bytes() == data
    assert [one.forms for one in PoFile.load(copy).entries] == [
        one.forms for one in PoFile.load(path).entries
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"# only a comment\n",
        HEADER,
        HEADER + b'msgid "a"\nmsgstr "b"',
        HEADER + b'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
        HEADER + b'msgid "a"\nmsgstr "b"\n\n\n\nmsgid "c"\nmsgstr "d"\n\n# the end\n\n',
        HEADER + b'#~ msgid "a"\n#~ msgstr "b"\n\n#~| msgid "c"\n#~ msgid "d"\n#~ msgstr "e"\n',
        HEADER + b'#, fuzzy\n# after the flag\n#: x.md:3\n#. odd order\nmsgid "a"\nmsgstr "b"\n',
        HEADER + b'#:\n#.\n#,\nmsgid "a"\nmsgstr "b"\n\n#.\nmsgid "c"\nmsgstr "d"\n',
        b'# no header\nmsgid "a"\nmsgstr "b"\n',
        HEADER + 'msgid "a\x85b\u2028c"\nmsgstr "d\x0be"\n'.encode(),
    ],
)
def test_odd_files_keep_every_byte(tmp_path: Path, data: bytes) -> None:
    assert PoFile.load(made(tmp_path, data)).bytes() == data


def test_comments_of_a_file_without_a_header_belong_to_its_first_entry(tmp_path: Path) -> None:
    po = PoFile.load(made(tmp_path, b'# mine\nmsgid "a"\nmsgstr "b"\n'))
    assert po.entries[0].said("comments") == "mine"
    assert po.fields == ()


def test_what_an_entry_says_is_read(tmp_path: Path) -> None:
    data = (
        HEADER
        + (
            "#  two spaces\n#\n#. heading 2\n#: a.md#b \u2068c d.md\u2069:7\n"
            "#, fuzzy, max-length:9\n"
            '#, placeholders:"x,y"\n#| msgctxt "old"\n#| msgid ""\n#| "one "\n#| "two"\n'
            'msgctxt "new"\nmsgid ""\n"a\\n"\n"\\"b\\""\nmsgstr "c\\t"\n'
        ).encode()
    )
    catalogue = read(made(tmp_path, data), leaflet="l", locale="de", shown_as="locales/a.po")
    (message,) = catalogue.messages
    assert (message.msgctxt, message.msgid, message.msgstr) == ("new", 'a\n"b"', "c\t")
    assert message.flags == ("fuzzy", "max-length:9", 'placeholders:"x,y"')
    assert (message.previous, message.state) == ("one two", "changed")
    assert (message.comments, message.extracted) == (" two spaces\n", "heading 2")
    assert message.references == ("a.md#b", "c d.md:7")
    assert message.place == Place("locales/a.po", 20)
    assert data.split(b"\n")[message.place.line - 1].startswith(b"msgstr")
    assert catalogue.header[0] == ("Language", "de")


def test_an_obsolete_entry_is_read_with_its_previous_text(tmp_path: Path) -> None:
    data = HEADER + b'#, fuzzy\n#~| msgid "a \\"b\\""\n#~ msgid "c"\n#~ msgstr "d"\n'
    catalogue = read(made(tmp_path, data), leaflet="l", locale="de")
    assert not catalogue.messages
    assert (catalogue.obsolete[0].previous, catalogue.obsolete[0].msgstr) == ('a "b"', "d")


def test_a_plural_entry_counts_as_translated_only_with_all_its_forms(tmp_path: Path) -> None:
    forms = b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "%s"\n'
    for last, state in ((b"", "missing"), (b"d", "translated")):
        catalogue = read(made(tmp_path, HEADER + forms % last), leaflet="l", locale="de")
        assert (catalogue.messages[0].plural, catalogue.messages[0].state) == (True, state)


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        (
            HEADER + b'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
            10,
            "twice; first in line 7",
        ),
        (HEADER + b'msgid "a\nmsgstr "b"\n', 6, "quotation mark"),
        (HEADER + b'msgid "a"\nmsgstr "b\n', 7, "quotation mark"),
        (HEADER + b'msgid "a"\nmsgstr "b" c"\n', 7, "double quote"),
        (HEADER + b'msgid "a"\n', 6, "not one msgid and one msgstr"),
        (HEADER + b'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 8, "no part of a PO file"),
        (HEADER + b"<<<<<<< HEAD\n", 6, "no part of a PO file"),
        (HEADER + b'msgid "a"\nmsgstr "\xff"\n', 7, "not UTF-8"),
        (HEADER.replace(b"UTF-8", b"ASCII") + b'msgid "a"\nmsgstr "\xc3"\n', 7, "not ASCII"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    tmp_path: Path, data: bytes, line: int, problem: str
) -> None:
    with pytest.raises(CatalogueError, match=problem) as caught:
        read(made(tmp_path, data), leaflet="l", locale="de", shown_as="de/l.po")
    assert str(caught.value).startswith(f"de/l.po:{line}: ")


def test_the_same_text_in_two_contexts_or_obsolete_is_no_duplicate(tmp_path: Path) -> None:
    data = HEADER + (
        b'msgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "c"\n\n'
        b'#~ msgid "b"\n#~ msgstr "d"\n'
    )
    assert len(PoFile.load(made(tmp_path, data)).entries) == 3


def test_a_missing_file_and_a_huge_one_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        PoFile.load(tmp_path / "no.po")
    monkeypatch.setattr(pofile, "LARGEST", 100)
    with pytest.raises(CatalogueError, match="larger than"):
        PoFile.load(made(tmp_path, HEADER + b"#" * 100))


def test_text_that_the_encoding_lacks_is_refused_when_written(tmp_path: Path) -> None:
    data = HEADER.replace(b"UTF-8", b"ISO-8859-1") + b'msgid "a"\nmsgstr "\xe4"\n'
    po = PoFile.load(made(tmp_path, data))
    assert po.entries[0].msgstr == "ä"
    po.replace(po.entries[0], forms=["ł"])
    with pytest.raises(CatalogueError, match="ISO-8859-1 has no “ł”"):
        po.bytes()


def test_one_changed_translation_changes_its_own_lines_only() -> None:
    path = next(one for one in REAL if one.name == "msgcat-60.po")
    po = PoFile.load(path)
    po.replace(po.entries[0], forms=["Besuch"])
    before, after = (data.split(b"\n") for data in (path.read_bytes(), po.bytes()))
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [(b'msgstr "Ihr Besuch"', b'msgstr "Besuch"')]


def test_one_changed_header_field_changes_its_own_line_only() -> None:
    path = next(one for one in REAL if one.name == "poedit.po")
    po = PoFile.load(path)
    po.set_field("POT-Creation-Date", "2030-01-01 00:00+0000")
    before, after = (data.split(b"\n") for data in (path.read_bytes(), po.bytes()))
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert [one for one, _ in changed] == [b'"POT-Creation-Date: 2026-11-22 10:30+0000\\n"']


def test_a_header_on_one_line_can_be_changed_too(tmp_path: Path) -> None:
    data = b'msgid ""\nmsgstr "Language: de\\nPOT-Creation-Date: 1\\nX-Mine: 2\\n"\n'
    po = PoFile.load(made(tmp_path, data))
    po.set_field("POT-Creation-Date", "2")
    made(tmp_path, po.bytes())
    assert PoFile.load(tmp_path / "a.po").fields == (
        ("Language", "de"), ("POT-Creation-Date", "2"), ("X-Mine", "2"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("msgmerge.po", 79), ("msgcat-60.po", 60), ("msgcat-no-wrap.po", 0),
        ("polib.po", 78), ("polib-no-wrap.po", 0), ("start.po", 79),
    ],
)  # fmt: skip
def test_the_width_of_a_file_is_found_and_kept(name: str, width: int) -> None:
    po = PoFile.load(next(one for one in REAL if one.name == name))
    assert po.style.width in ({width, width + 1} if name == "polib.po" else {width})
    po.replace(po.entries[0], forms=[LONG])
    lines = po.entries[0].parts["msgstr"].splitlines()
    assert len(lines) == (1 if width == 0 else 3)
    assert all(len(line) <= po.style.width for line in lines if po.style.width)


def test_a_file_that_breaks_no_line_at_all_gets_none(tmp_path: Path) -> None:
    data = HEADER + b'msgid "a\\nb"\nmsgstr "c\\nd"\n'
    po = PoFile.load(made(tmp_path, data))
    po.replace(po.entries[0], forms=["e\nf"])
    assert po.bytes() == data.replace(b"c\\nd", b"e\\nf")


@pytest.mark.parametrize("width", [-1, 0, 40, 79])
def test_what_is_written_reads_the_same(tmp_path: Path, width: int) -> None:
    text = f'{LONG}\n\t"quoted" \\ back\\slash \\n\r\n{LONG}'
    po = PoFile("a", Style(width))
    po.header = pofile.header_entry(po, "t", (("Language", "de"), ("Plural-Forms", "nplurals=1;")))
    entry = Entry(text, forms=())
    entry.put("msgid", po.written("msgid", text))
    po.replace(entry, forms=[text])
    po.remember(entry, text, "context")
    po.entries.append(entry)
    again = PoFile.load(made(tmp_path, po.bytes())).entries[0]
    assert (again.msgid, again.msgstr, again.previous) == (text, text, text)
    assert again.previous_msgctxt == "context"


def test_long_words_stay_whole_and_marks_take_no_column() -> None:
    assert wrapped('"aa bb incomprehensible cc"', 10) == [
        '"aa bb "', '"incomprehensible "', '"cc"',
    ]  # fmt: skip
    assert wrapped('"' + "e\u0301" * 8 + '"', 10) == ['"' + "e\u0301" * 8 + '"']
    assert len(wrapped('"日本 日本 日本"', 10)) == 3


def test_a_comma_in_quotes_parts_no_flags() -> None:
    assert flags_of(['#, fuzzy, placeholders:"a,b":"c d",no-wrap\n']) == (
        "fuzzy", 'placeholders:"a,b":"c d"', "no-wrap",
    )  # fmt: skip


def test_flags_of_the_template_are_renewed_and_those_of_translators_stay() -> None:
    theirs = ("fuzzy", "md-text", "max-length:60", "ignore-same", "x-own")
    assert flags_with(theirs, ("md-text", "max-length:80"), fuzzy=True) == (
        "fuzzy", "md-text", "max-length:80", "ignore-same", "x-own",
    )  # fmt: skip
