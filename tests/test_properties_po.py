"""What holds of every catalogue, whatever authors, translators and accidents do to it."""

import contextlib
import random
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.errors import CatalogueError
from pipeline.locale import locale_of
from pipeline.merge import update
from pipeline.pochunks import Entry, Style, comment_lines, flag_line
from pipeline.pofile import PoFile, header_entry

NOW = datetime(2026, 11, 22, tzinfo=UTC)
REAL = sorted((Path(__file__).parent / "real_po").glob("*.po"))
HEADER = (("Language", "de"), ("Plural-Forms", "nplurals=2; plural=(n != 1);"))

WORDS = st.sampled_from(
    [
        "rest",
        "1",
        "2",
        "hours",
        'a "quoted" word',
        "back\\slash",
        "tab\there",
        "日本",
        "é",
        "😀",
        "well-known",
        "#~ no comment",
        "msgid",
        "\u202bنوم\u202c",
        "\u2028",
        "\x85",
        "https://a.example/b",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
CONTEXTS = st.sampled_from([None, None, None, "verb", 'a "noun"'])
KEYS = st.lists(st.tuples(CONTEXTS, TEXTS), max_size=8, unique=True)
STYLES = st.builds(Style, st.sampled_from([-1, 0, 30, 79]), st.sampled_from(["\n", "\r\n"]))


def file_of(style: Style, rows: list[tuple[str | None, str, str, bool, str]]) -> PoFile:
    """A catalogue with these (msgctxt, msgid, msgstr, fuzzy, comment)."""
    po = PoFile("made", style)
    po.header = header_entry(po, "Made by a test.", HEADER)
    for context, msgid, msgstr, fuzzy, comment in rows:
        entry = Entry(msgid, context, forms=())
        entry.put("comments", comment_lines("#", comment, style))
        entry.put("flags", flag_line(["fuzzy"] if fuzzy else [], style))
        if context is not None:
            entry.put("msgctxt", po.written("msgctxt", context))
        entry.put("msgid", po.written("msgid", msgid))
        po.replace(entry, forms=[msgstr])
        po.entries.append(entry)
    return po


def kept(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@given(STYLES, st.lists(st.tuples(CONTEXTS, TEXTS, TEXTS, st.booleans(), TEXTS), max_size=6))
def test_what_is_written_reads_the_same_and_writes_the_same(
    style: Style, rows: list[tuple[str | None, str, str, bool, str]]
) -> None:
    rows = list({row[:2]: row for row in rows}.values())
    data = file_of(style, rows).bytes()
    with tempfile.TemporaryDirectory() as folder:
        po = PoFile.load(kept(Path(folder), "a.po", data))
    assert po.bytes() == data
    assert [(one.msgctxt, one.msgid, one.msgstr, one.fuzzy) for one in po.entries] == [
        row[:4] for row in rows
    ]


@settings(max_examples=60)
@given(
    STYLES,
    st.lists(KEYS, min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_no_update_loses_a_translation_and_every_one_settles(
    style: Style, versions: list[list[tuple[str | None, str]]], chance: random.Random
) -> None:
    """Texts come, go, move and change, translators work in between, and gettext accepts it all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        catalogue = kept(folder, "a.po", file_of(style, []).bytes())
        keys: list[tuple[str | None, str]] = []
        for number, more in enumerate(versions):
            keys = edited(keys, more, chance) or [(None, "rest")]
            rows = [(*key, "", False, "") for key in keys]
            template = kept(folder, "a.pot", file_of(Style(), rows).bytes())
            before = translations(catalogue)
            data = update(template, catalogue, locale=locale_of("de"), today=NOW).data
            kept(folder, "a.po", data)
            assert before <= translations(catalogue)
            assert [one.key for one in PoFile.load(catalogue).entries if not one.obsolete] == keys
            again = update(template, catalogue, locale=locale_of("de"), today=NOW)
            assert (again.changed, again.data) == (False, data)
            subprocess.run(["msgfmt", "-c", "-o", "/dev/null", catalogue], check=True)
            kept(folder, "a.po", translated(catalogue, number, chance))


def edited(
    keys: list[tuple[str | None, str]], more: list[tuple[str | None, str]], chance: random.Random
) -> list[tuple[str | None, str]]:
    """What an author leaves of the texts: some gone, some changed a little, some new or moved."""
    left = [
        (context, f"{text} now" if chance.random() < 0.3 else text)
        for context, text in keys
        if chance.random() < 0.8
    ]
    every = list(dict.fromkeys([*left, *more]))
    if chance.random() < 0.3:
        chance.shuffle(every)
    return every


def translated(path: Path, number: int, chance: random.Random) -> bytes:
    """What translators make of the catalogue: new words, confirmations, doubts."""
    po = PoFile.load(path)
    for place, entry in enumerate(po.entries):
        if entry.obsolete or chance.random() < 0.4:
            continue
        if chance.random() < 0.6:
            po.replace(entry, forms=[f"Satz {number}.{place} zu {entry.msgid[:20].strip()}"])
        fuzzy = entry.translated and chance.random() < 0.3
        others = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.put("flags", flag_line([*(["fuzzy"] if fuzzy else []), *others], po.style))
    return po.bytes()


def translations(path: Path) -> set[str]:
    """Every translation in a catalogue, live or obsolete."""
    return {form for entry in PoFile.load(path).entries for form in entry.forms if form}


LINES = st.sampled_from(
    [
        b"",
        b"#",
        b"#~",
        b"#|",
        b"#~|",
        b"#,",
        b"#:",
        b"#.",
        b'"',
        b'"x"',
        b'msgid "x"',
        b'msgstr "y"',
        b'msgid ""',
        b'msgstr[0] "z"',
        b'#~ msgid "o"',
        b'#~| msgid "p"',
        b"\xff",
        b"\x00",
        b"\x0c",
        b'#| msgid "q"',
        b'#, fuzzy, a:"b',
        b"#= fuzzy",
        b"#no space",
        b"msgid",
        b'msgstr "\\',
    ]
)


@settings(max_examples=150)
@given(
    st.sampled_from(REAL),
    st.lists(
        st.tuples(st.integers(0, 90), st.sampled_from(["put", "cut", "twice"]), LINES), max_size=4
    ),
)
@example(REAL[0], [(90, "put", b"#.")])
@example(REAL[0], [(90, "put", b"#~|")])
def test_a_damaged_file_keeps_its_bytes_or_is_refused_in_plain_words(
    path: Path, damage: list[tuple[int, str, bytes]]
) -> None:
    lines = path.read_bytes().split(b"\n")
    for place, what, line in damage:
        at = min(place, len(lines))
        if what == "put":
            lines[at:at] = [line]
        elif what == "cut":
            lines[at : at + 1] = []
        else:
            lines[at:at] = lines[at : at + 1]
    data = b"\n".join(lines)
    with tempfile.TemporaryDirectory() as folder:
        copy = kept(Path(folder), "a.po", data)
        with contextlib.suppress(CatalogueError):
            assert PoFile.load(copy).bytes() == data
