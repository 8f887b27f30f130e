"""What of any file is read as sentences: blocks with their lines, in the order of reading.

Of Markdown these are paragraphs, items and cells; of a catalogue its translations; of a plain text
what stands between empty lines. Headings, front matter, code and addresses are none of it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline import markup, pofile
from pipeline.appraisal import Block
from pipeline.catalogue import Message
from pipeline.document import LineBreak, Region, Text, nodes, text_of
from pipeline.errors import SourceError
from pipeline.headers import locale_of_catalogue
from pipeline.intake import too_much
from pipeline.level import running
from pipeline.locale import Locale
from pipeline.place import Place
from pipeline.reader import Reader, Source, Surroundings, as_written

MARKDOWN, CATALOGUE = (".md", ".markdown"), (".po", ".pot")
_NO_SENTENCE = re.compile(
    r"(?:title|description|heading|term|better word|row head|column head|caption|"
    r"callout title|table caption|alt text|label in|link title|hours|type: title)\b",
    re.IGNORECASE,
)
"""How comments for translators begin where the text is no sentence; `type:` is that of po4a."""
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\([^()]*\)")
_ITEM = re.compile(r"\s*(?:[-*•–·‣]|\d{1,3}[.)])\s")
_FULL = range(45, 121)
"""Characters of a line that was broken because it was full."""


def blocks_of(
    path: Path, shown_as: str, language: Locale | None, otherwise: Locale
) -> tuple[Locale, tuple[Block, ...]]:
    """The language of a file, and its blocks.

    `language` is what somebody says it is. Without that a catalogue's own header counts, and for
    other files `otherwise`.

    Raises:
        PlainleafError: the file cannot be read.
    """
    if path.suffix in CATALOGUE:
        catalogue = pofile.read(path, leaflet=path.stem, locale="", shown_as=shown_as)
        locale = language or locale_of_catalogue(catalogue)
        return locale, tuple(map(_translation, filter(_is_running, catalogue.messages)))
    locale, text = language or otherwise, _text(path, shown_as)
    of_text = _of_markdown if path.suffix in MARKDOWN else _of_plain
    return locale, tuple(of_text(text, shown_as, locale))


def _text(path: Path, shown_as: str) -> str:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        place = Place(shown_as, data[: error.start].count(b"\n") + 1)
        raise SourceError("This is not UTF-8.", "Save the file as UTF-8.", place) from error
    if much := too_much(text):
        raise SourceError(*much[1:], Place(shown_as, much[0]))
    return text


def _is_running(message: Message) -> bool:
    return bool(_words(message)) and not _NO_SENTENCE.match(message.extracted)


def _translation(message: Message) -> Block:
    return Block(markup.running(_LINK.sub(r"\1", _words(message))), message.place)


def _words(message: Message) -> str:
    """The translation; of plural forms, which say the same, the last one."""
    return message.forms[-1] if message.plural and message.forms else message.msgstr


def _of_markdown(text: str, shown_as: str, locale: Locale) -> Iterator[Block]:
    reader = Reader(locale, Surroundings(Region("")), house=False)
    source = Source(Path(shown_as).stem, shown_as, text)
    reading = reader.read(source, as_written(locale), locale, "draft", strict=False)
    for words in running([*reading.document.blocks, *reading.document.footnotes]):
        place = words.segment.place if words.segment else Place(shown_as)
        said = (node for node in nodes(words.children) if isinstance(node, Text | LineBreak))
        yield Block("".join(map(text_of, said)), place)


def _of_plain(text: str, shown_as: str, _: Locale) -> Iterator[Block]:
    start = 1
    for part in re.split(r"(\n[ \t]*\n\s*)", text.rstrip()):
        if part.strip():
            for line, words in _pieces(part):
                yield Block(words, Place(shown_as, start + line))
        start += part.count("\n")


def _pieces(part: str) -> Iterator[tuple[int, str]]:
    """One paragraph, if its lines were broken where they were full; else each line by itself.

    A list's item begins a piece of its own. Each comes with its line, counted from 0.
    """
    lines = part.split("\n")
    is_wrapped = all(len(line) in _FULL for line in lines[:-1] if not _ITEM.match(line))
    found: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if found and is_wrapped and not _ITEM.match(line):
            first, words = found[-1]
            found[-1] = (first, f"{words} {line.strip()}")
        elif line.strip():
            found.append((number, line.strip()))
    yield from found
