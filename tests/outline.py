"""A document as a few lines of text, so that a specification can show what becomes of it."""

from datetime import date

from pipeline.document import (
    Block,
    Callout,
    Checklist,
    CodeBlock,
    Datum,
    DefinitionList,
    Document,
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    InlineImage,
    Language,
    LineBreak,
    Link,
    List,
    Paragraph,
    Planned,
    Quote,
    RawBlock,
    RawInline,
    Region,
    Segment,
    Strong,
    Table,
    Term,
    Text,
    ThematicBreak,
    Value,
    Words,
)
from pipeline.locale import locale_of
from pipeline.place import Place
from pipeline.reader import Reader, Reading, Source, Surroundings, as_written
from pipeline.registers import GlossaryTerm

EN = locale_of("en")


def _term(name: str, meaning: str) -> GlossaryTerm:
    term = Segment("glossary", "term", name, "term")
    return GlossaryTerm(name, term, Segment("glossary", "meaning", meaning))


SURROUNDINGS = Surroundings(
    region=Region(
        "gb",
        (
            ("helpline", Value("0808 800 4040", "phone", date(2026, 11, 1))),
            ("unknown-yet", Value("", "phone")),
        ),
    ),
    terms={"biopsy": _term("biopsy", "A test."), "lymph-node": _term("lymph node", "A part.")},
    leaflets=frozenset({"case", "04-tests"}),
    planned=frozenset({"02-signs"}),
)


def read(text: str, *, house: bool = True) -> Reading:
    """What comes of reading a text with a small glossary, region and list of leaflets."""
    reader = Reader(EN, SURROUNDINGS if house else Surroundings(Region("gb")), house=house)
    return reader.read(Source("case", "case.md", text), as_written(EN), EN, "draft")


def outline(reading: Reading) -> list[str]:
    """The blocks of a document, one line each, indented as they are nested; then what is wrong."""
    lines = _blocks(reading.document.blocks, "")
    for note in reading.document.footnotes:
        lines += [f"footnote {note.number} #{note.id}", *_blocks(note.blocks, "  ")]
    lines += [f"error {_line(error.place)}: {error.problem}" for error in reading.errors]
    return lines


def _line(place: Place | None) -> int:
    return place.line if place else 0


def _blocks(blocks: tuple[Block, ...], margin: str) -> list[str]:
    return [margin + line for block in blocks for line in _block(block)]


def _block(block: Block) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - one line for each kind
    match block:
        case Words():
            return [_words(block)]
        case Heading(level, anchor, words):
            return [f"heading {level} #{anchor}: {_words(words)}"]
        case Paragraph(words):
            return [f"paragraph: {_words(words)}"]
        case List(ordered, items, start):
            kind = f"numbered list from {start}" if ordered else "list"
            return [kind, *(line for item in items for line in _item("- ", item.blocks))]
        case Checklist(items):
            lines = ["checklist"]
            for each in items:
                room = f" ({each.lines} to write on)" if each.lines else ""
                lines += _item(
                    f"[{'x' if each.ticked else ' '}] #{each.anchor}{room} ", each.blocks
                )
            return lines
        case Table(head, rows, caption, row_heads):
            title = f"table: {_words(caption)}" if caption else "table"
            all_rows = [head, *rows]
            cells = [" | ".join(_words(cell.words) for cell in row) for row in all_rows]
            return [title + (" (row heads)" if row_heads else ""), *(f"  {row}" for row in cells)]
        case Quote(blocks):
            return ["quote", *_blocks(blocks, "  ")]
        case Callout(kind, title, blocks):
            name = f"callout {kind}" + (f": {_words(title)}" if title else "")
            return [name, *_blocks(blocks, "  ")]
        case DefinitionList(definitions):
            lines = ["definitions"]
            for each in definitions:
                lines += [f"  term: {_words(term)}" for term in each.terms]
                for meaning in each.meanings:
                    lines += _item("  = ", meaning)
            return lines
        case Image(src, alt, caption):
            end = f", caption: {_words(caption)}" if caption else ""
            return [f"image {src}: {_words(alt)}{end}"]
        case CodeBlock(text):
            return [f"code: {text.strip()}"]
        case ThematicBreak():
            return ["line"]
        case RawBlock(html):
            return [f"html: {html}"]
    return [f"{type(block).__name__}"]


def _item(mark: str, blocks: tuple[Block, ...]) -> list[str]:
    lines = _blocks(blocks, "")
    margin = " " * (len(mark) if len(mark) < 5 else 2)
    return [f"  {mark}{lines[0] if lines else ''}", *(f"  {margin}{line}" for line in lines[1:])]


def _words(words: Words) -> str:
    return "".join(_inline(node) for node in words.children)


def _inline(node: Inline) -> str:  # noqa: PLR0911 - one line for each kind
    match node:
        case Text(text):
            return text
        case LineBreak():
            return "⏎"
        case Strong(children):
            return f"**{_all(children)}**"
        case Emphasis(children):
            return f"*{_all(children)}*"
        case Link(href, children):
            return f"‹link {href}: {_all(children)}›"
        case Planned(leaflet, children):
            return f"‹planned {leaflet}: {_all(children)}›"
        case Term(name, children, first):
            return f"‹{'first ' if first else ''}term {name}: {_all(children)}›"
        case Language(lang, direction, children):
            return f"‹{lang} {direction}: {_all(children)}›"
        case Datum(key, value):
            return f"‹region {key}: {value.text if value else 'to be supplied'}›"
        case FootnoteReference(name, number, use):
            return f"‹note {number} #{name}, use {use}›"
        case InlineImage(src, alt):
            return f"‹image {src}: {alt}›"
        case RawInline(html):
            return f"‹html {html}›"
    return f"‹{type(node).__name__}›"


def _all(children: tuple[Inline, ...]) -> str:
    return "".join(_inline(child) for child in children)


def first_paragraph(document: Document) -> Words:
    """The words of the first paragraph."""
    return next(block.words for block in document.blocks if isinstance(block, Paragraph))
