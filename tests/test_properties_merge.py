"""Whatever authors do to their sentences, an update loses no translation and gettext takes it."""

import random
import subprocess
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.locale import locale_of
from pipeline.memory import Memory
from pipeline.merge import Circumstances, update
from pipeline.pochunks import Entry, Style, flag_line
from pipeline.pofile import PoFile, read
from tests.catalogues import NOW
from tests.test_properties_po import file_of, kept, translated, translations

WORDS = (
    "rest",
    "at",
    "home",
    "not",
    "must",
    "may",
    "5",
    "50",
    "mg",
    "the",
    "ward",
    "breast",
    "and",
)
Row = tuple[str | None, str, str, bool, str]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(
    lambda words: " ".join(words).capitalize() + "."
)
BLOCKS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
SOURCES = st.lists(BLOCKS, min_size=1, max_size=8, unique=True)


def row(msgid: str, msgstr: str = "", *, fuzzy: bool = False) -> Row:
    """One entry, with a comment where it is translated."""
    return None, msgid, msgstr, fuzzy, "mine" if msgstr else ""


def edited(blocks: list[str], chance: random.Random) -> list[str]:
    """What an author makes of the blocks: words change, blocks are split, joined, moved, or cut."""
    found: list[str] = []
    for block in blocks:
        parts = block.split(". ")
        roll = chance.random()
        if roll < 0.15 and len(parts) > 1:
            at = chance.randint(1, len(parts) - 1)
            found += [". ".join(parts[:at]) + ".", ". ".join(parts[at:])]
        elif roll < 0.3 and found:
            found[-1] += f" {block}"
        elif roll < 0.5:
            words = block.split(" ")
            words[chance.randrange(len(words))] = chance.choice(WORDS)
            found.append(" ".join(words))
        elif roll < 0.6:
            found.append(block.replace(" ", "  ", 1))
        elif roll < 0.9:
            found.append(block)
    if found and chance.random() < 0.3:
        found.insert(0, found.pop(chance.randrange(len(found))))
    return list(dict.fromkeys(found)) or ["Rest."]


@settings(max_examples=80)
@given(
    SOURCES,
    st.sampled_from([Style(), Style(-1), Style(79, "\r\n")]),
    st.lists(st.sampled_from([None, None, "test author"]), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_no_edit_of_the_source_loses_a_translation(
    blocks: list[str], style: Style, declarations: list[str | None], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            row(one, f"Satz {at}. Noch {at}.", fuzzy=chance.random() < 0.2)
            for at, one in enumerate(blocks)
        ]
        catalogue = kept(folder, "a.po", file_of(style, rows).bytes())
        for number, person in enumerate(declarations):
            blocks = edited(blocks, chance)
            rows = [row(one) for one in blocks]
            template = kept(folder, "a.pot", file_of(Style(), rows).bytes())
            before = translations(catalogue)
            given_ = Circumstances(declared_by=person)
            found = update(template, catalogue, locale=locale_of("de"), today=NOW, given=given_)
            kept(folder, "a.po", found.data)
            assert before <= translations(catalogue)
            po = PoFile.load(catalogue)
            live = [one for one in po.entries if not one.obsolete]
            assert [one.msgid for one in live] == blocks
            for one in live:
                labels = one.said("comments").count("changed: ")
                assert labels <= (1 if one.fuzzy else 0)
            again = update(template, catalogue, locale=locale_of("de"), today=NOW, given=given_)
            assert (again.changed, again.data) == (False, found.data)
            subprocess.run(["msgfmt", "--check", "-o", "/dev/null", catalogue], check=True)
            kept(folder, "a.po", translated(catalogue, number, chance))


@settings(max_examples=60, deadline=None)
@given(
    SOURCES,
    SOURCES,
    st.sampled_from([Style(), Style(-1, "\r\n"), Style(79, "\r\n")]),
    st.integers(min_value=1, max_value=4),
    st.randoms(use_true_random=False),
)
def test_nothing_is_lost_on_the_way_between_leaflets_contexts_and_numbers(
    ours: list[str], theirs: list[str], style: Style, times: int, chance: random.Random
) -> None:
    """Texts move between two leaflets, get a context or a plural, lose it, and come back."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = {"a": ours, "b": theirs}
        for leaflet in sources:
            old = [*OBSOLETE] if chance.random() < 0.5 else []
            data = file_of(style, []).bytes() + style.end.encode() * bool(old)
            text = style.end.join(old).encode()
            kept(folder, f"{leaflet}.po", data + text)
        for number in range(times):
            if len(sources["a"]) > 1:
                moved = sources["a"].pop(chance.randrange(len(sources["a"])))
                sources["b"] = list(dict.fromkeys([moved, *sources["b"]]))
            sources = {leaflet: edited(blocks, chance) for leaflet, blocks in sources.items()}
            memory = Memory.of(read(folder / f"{one}.po", leaflet=one, locale="de") for one in "ab")
            for leaflet, blocks in sources.items():
                template = kept(folder, f"{leaflet}.pot", template_of(blocks, chance))
                catalogue = folder / f"{leaflet}.po"
                before = translations(catalogue)
                person = chance.choice([None, "test author"])
                given_ = Circumstances(memory, declared_by=person)
                found = update(template, catalogue, locale=locale_of("de"), today=NOW, given=given_)
                kept(folder, catalogue.name, found.data)
                assert before <= translations(catalogue)
                assert found.data.count(b"\n") == found.data.count(style.end.encode())
                again = update(template, catalogue, locale=locale_of("de"), today=NOW, given=given_)
                assert (again.changed, again.data) == (False, found.data)
                subprocess.run(["msgfmt", "--check", "-o", "/dev/null", catalogue], check=True)
                kept(folder, catalogue.name, translated_too(catalogue, number, chance))


OBSOLETE = (
    "#, fuzzy",
    '#~| msgctxt "verb"',
    '#~| msgid "Rest at the ward."',
    '#~ msgid "Rest at home."',
    '#~ msgstr "Zuhause ruhen."',
    "",
    '#~ msgctxt "heading"',
    '#~ msgid "Rest at the ward."',
    '#~ msgstr "Ruhen."',
    "",
    '#~ msgid "Rest."',
    '#~ msgstr ""',
    "",
)


def template_of(blocks: list[str], chance: random.Random) -> bytes:
    """A template in which some texts have a context, and some a plural."""
    po = file_of(Style(), [])
    for block in blocks:
        context = chance.choice([None, None, None, "heading"])
        entry = Entry(block, context, forms=())
        if context:
            entry.put("msgctxt", po.written("msgctxt", context))
        entry.put("msgid", po.written("msgid", block))
        if chance.random() < 0.2:
            entry.plural = chance.choice([f"Many: {block}", f"All: {block}"])
            entry.put("msgid_plural", po.written("msgid_plural", entry.plural))
        po.replace(entry, forms=["", ""] if entry.plural else [""])
        po.entries.append(entry)
    return po.bytes()


def translated_too(path: Path, number: int, chance: random.Random) -> bytes:
    """What translators make of it, plural forms included."""
    po = PoFile.load(path)
    for place, entry in enumerate(po.entries):
        if not entry.obsolete and chance.random() < 0.6:
            words = [f"Satz {number}.{place}.{form}." for form in range(len(entry.forms))]
            po.replace(entry, forms=words)
            fuzzy = ["fuzzy"] if chance.random() < 0.3 else []
            entry.put("flags", flag_line(fuzzy, po.style))
    return po.bytes()


def test_a_label_is_a_comment_that_gettext_keeps(tmp_path: Path) -> None:
    catalogue = file_of(Style(), [row("Take 5 mg.", "Nimm 5.")])
    catalogue.entries[0].put("flags", flag_line([], Style()))
    path = kept(tmp_path, "a.po", catalogue.bytes())
    template = kept(tmp_path, "a.pot", file_of(Style(), [row("Take 50 mg.")]).bytes())
    kept(tmp_path, "a.po", update(template, path, locale=locale_of("de"), today=NOW).data)
    said = subprocess.run(["msgcat", path], check=True, capture_output=True, text=True).stdout
    assert "# changed: meaning (5 → 50)\n" in said
