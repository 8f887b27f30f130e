"""What of a file is read as sentences, and on which line a person finds it."""

from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.locale import locale_of
from pipeline.runningtext import blocks_of

ENGLISH = locale_of("en")
MARKDOWN = """---
title: A title
---
# A heading

Read [the page](https://example.org/page), or run `make it` twice.

- An item
- Another item

| Head | Other |
| --- | --- |
| A cell | Its neighbour |

    code stands here
"""
CATALOGUE = """msgid ""
msgstr ""
"Language: pl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. heading 2
msgid "Water"
msgstr "Woda"

#. paragraph, under “Water”
#, fuzzy
msgid "Drink [it](02.md)."
msgstr "Pij **[ją](02.md)**."

msgid "Nothing yet."
msgstr ""

msgid "one cup"
msgid_plural "%d cups"
msgstr[0] "%d kubek"
msgstr[1] "%d kubki"
"""


def _read(folder: Path, name: str, text: str, lang: str = "") -> tuple[str, list[tuple[int, str]]]:
    path = folder / name
    path.write_text(text, "utf-8")
    language = locale_of(lang) if lang else None
    locale, blocks = blocks_of(path, name, language, ENGLISH)
    assert {block.place.file for block in blocks} <= {name}
    return locale.tag, [(block.place.line, " ".join(block.text.split())) for block in blocks]


def test_of_markdown_paragraphs_items_and_cells_are_read(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.md", MARKDOWN, "pl") == (
        "pl",
        [
            (6, "Read the page, or run twice."),
            (8, "An item"),
            (9, "Another item"),
            (13, "A cell"),
            (13, "Its neighbour"),
        ],
    )


def test_of_a_catalogue_translations_are_read_without_marks_and_headings(tmp_path: Path) -> None:
    found = _read(tmp_path, "a.po", CATALOGUE)
    assert found == ("pl", [(13, "Pij ją."), (20, "kubki")])
    assert _read(tmp_path, "b.po", CATALOGUE, "uk")[0] == "uk"


def test_of_plain_text_empty_lines_part_paragraphs(tmp_path: Path) -> None:
    full = "This line is as long as a line of a letter that was broken"
    text = f"{full}\nand goes on here.\n\n\n- An item\n- Another item\n\nDear all\nHello\n"
    assert _read(tmp_path, "a.txt", text)[1] == [
        (1, f"{full} and goes on here."),
        (5, "- An item"),
        (6, "- Another item"),
        (8, "Dear all"),
        (9, "Hello"),
    ]


def test_an_unreadable_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One line.\nAnother \xff line.")
    with pytest.raises(SourceError, match=r"a\.txt:2: This is not UTF-8"):
        blocks_of(path, "a.txt", None, ENGLISH)
