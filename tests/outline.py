"""A document as a few lines of text, so that a specification can show what becomes of it."""

from datetime import date
from functools import singledispatch

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


@singledispatch
def _block(block: object) -> list[str]:
    return [type(block).__name__]


@_block.register
def _(block: Words) -> list[str]:
    return [_words(block)]


@_block.register
def _(block: Heading) -> list[str]:
    return [f"heading {block.level} #{block.anchor}: {_words(block.words)}"]


@_block.register
def _(block: Paragraph) -> list[str]:
    return [f"paragraph: {_words(block.words)}"]


@_block.register
def _(block: List) -> list[str]:
    kind = f"numbered list from {block.start}" if block.ordered else "list"
    return [kind, *(line for item in block.items for line in _item("- ", item.blocks))]


@_block.register
def _(block: Checklist) -> list[str]:
    lines = ["checklist"]
    for each in block.items:
        room = f" ({each.lines} to write on)" if each.lines else ""
        lines += _item(f"[{'x' if each.ticked else ' '}] #{each.anchor}{room} ", each.blocks)
    return lines


@_block.register
def _(block: Table) -> list[str]:
    title = f"table: {_words(block.caption)}" if block.caption else "table"
    rows = [" | ".join(_words(cell.words) for cell in row) for row in (block.head, *block.rows)]
    return [title + (" (row heads)" if block.row_heads else ""), *(f"  {row}" for row in rows)]


@_block.register
def _(block: Quote) -> list[str]:
    return ["quote", *_blocks(block.blocks, "  ")]


@_block.register
def _(block: Callout) -> list[str]:
    name = f"callout {block.kind}" + (f": {_words(block.title)}" if block.title else "")
    return [name, *_blocks(block.blocks, "  ")]


@_block.register
def _(block: DefinitionList) -> list[str]:
    lines = ["definitions"]
    for each in block.definitions:
        lines += [f"  term: {_words(term)}" for term in each.terms]
        for meaning in each.meanings:
            lines += _item("  = ", meaning)
    return lines


@_block.register
def _(block: Image) -> list[str]:
    end = f", caption: {_words(block.caption)}" if block.caption else ""
    return [f"image {block.src}: {_words(block.alt)}{end}"]


@_block.register
def _(block: CodeBlock) -> list[str]:
    return [f"code: {block.text.strip()}"]


@_block.register
def _(block: RawBlock) -> list[str]:
    return [f"html: {block.html}"]


def _item(mark: str, blocks: tuple[Block, ...]) -> list[str]:
    lines = _blocks(blocks, "")
    margin = " " * (len(mark) if len(mark) < 5 else 2)
    return [f"  {mark}{lines[0] if lines else ''}", *(f"  {margin}{line}" for line in lines[1:])]


def _words(words: Words) -> str:
    return "".join(_inline(node) for node in words.children)


@singledispatch
def _inline(node: object) -> str:
    return f"‹{type(node).__name__}›"


@_inline.register
def _(node: Text) -> str:
    return node.text


@_inline.register
def _(_node: LineBreak) -> str:
    return "⏎"


@_inline.register
def _(node: Strong) -> str:
    return f"**{_all(node.children)}**"


@_inline.register
def _(node: Emphasis) -> str:
    return f"*{_all(node.children)}*"


@_inline.register
def _(node: Link) -> str:
    return f"‹link {node.href}: {_all(node.children)}›"


@_inline.register
def _(node: Planned) -> str:
    return f"‹planned {node.leaflet}: {_all(node.children)}›"


@_inline.register
def _(node: Term) -> str:
    return f"‹{'first ' if node.first else ''}term {node.id}: {_all(node.children)}›"


@_inline.register
def _(node: Language) -> str:
    return f"‹{node.lang} {node.direction}: {_all(node.children)}›"


@_inline.register
def _(node: Datum) -> str:
    return f"‹region {node.key}: {node.value.text if node.value else 'to be supplied'}›"


@_inline.register
def _(node: FootnoteReference) -> str:
    return f"‹note {node.number} #{node.id}, use {node.use}›"


@_inline.register
def _(node: InlineImage) -> str:
    return f"‹image {node.src}: {node.alt}›"


@_inline.register
def _(node: RawInline) -> str:
    return f"‹html {node.html}›"


def _all(children: tuple[Inline, ...]) -> str:
    return "".join(_inline(child) for child in children)


def first_paragraph(document: Document) -> Words:
    """The words of the first paragraph."""
    return next(block.words for block in document.blocks if isinstance(block, Paragraph))
