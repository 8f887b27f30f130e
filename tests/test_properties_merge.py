"""Whatever authors do to their sentences, an update loses no translation and gettext takes it."""

import random
import subprocess
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.locale import locale_of
from pipeline.merge import Circumstances, update
from pipeline.pochunks import Style, flag_line
from pipeline.pofile import PoFile
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
    """What an author makes of the blocks: words change, blocks are split, joined, moved, cut."""
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
    return list(dict.fromkeys(found))


@settings(max_examples=80, deadline=None)
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


def test_a_label_is_a_comment_that_gettext_keeps(tmp_path: Path) -> None:
    catalogue = file_of(Style(), [row("Take 5 mg.", "Nimm 5.")])
    catalogue.entries[0].put("flags", flag_line([], Style()))
    path = kept(tmp_path, "a.po", catalogue.bytes())
    template = kept(tmp_path, "a.pot", file_of(Style(), [row("Take 50 mg.")]).bytes())
    kept(tmp_path, "a.po", update(template, path, locale=locale_of("de"), today=NOW).data)
    said = subprocess.run(["msgcat", path], check=True, capture_output=True, text=True).stdout
    assert "# changed: meaning (5 → 50)\n" in said
