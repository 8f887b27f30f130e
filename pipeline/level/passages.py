"""The passages of a document: what is read as sentences, from top to bottom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.document import (
    Callout,
    Checklist,
    Code,
    Datum,
    Definition,
    DefinitionList,
    Document,
    Footnote,
    Glossary,
    List,
    Paragraph,
    Quote,
    Segment,
    Table,
    Words,
    nodes,
    text_of,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one block that is read as sentences, and where they come from."""

    text: str
    segment: Segment | None


def passages(document: Document) -> Iterator[Passage]:
    """The blocks of a document that are read as sentences, in reading order.

    Headings, titles, captions, column and row heads, terms and alt texts are not; values of the
    region, such as a phone number, and code are left out.
    """
    for found in running([*document.blocks, *document.footnotes]):
        yield Passage(_spoken(found), found.segment)


def running(blocks: Iterable[object], *, labels: bool = False) -> Iterator[Words]:
    """The words that are read one after the other; with labels, row heads and terms as well."""
    for block in blocks:
        if isinstance(block, Words):
            yield block
        elif isinstance(block, Paragraph):
            yield block.words
        else:
            yield from running(_inside(block, labels=labels), labels=labels)


def _inside(block: object, *, labels: bool) -> Iterable[object]:
    """The blocks and words within a block that are read as sentences."""
    if isinstance(block, List | Checklist):
        return [child for item in block.items for child in item.blocks]
    if isinstance(block, Quote | Callout | Footnote):
        return block.blocks
    if isinstance(block, DefinitionList):
        return [one for each in block.definitions for one in _definition(each, labels=labels)]
    if isinstance(block, Glossary):
        return [entry.meaning for group in block.groups for entry in group.entries]
    if isinstance(block, Table):
        first = 0 if labels else int(block.row_heads)
        return [cell.words for row in block.rows for cell in row[first:]]
    return ()


def _definition(definition: Definition, *, labels: bool) -> Iterator[object]:
    yield from definition.terms if labels else ()
    for meaning in definition.meanings:
        yield from meaning


def _spoken(found: Words) -> str:
    """The text of words without code and values of the region, but with names."""
    parts = []
    for node in nodes(found.children):
        is_value = isinstance(node, Datum) and (not node.value or node.value.kind != "name")
        parts.append("" if is_value or isinstance(node, tuple | Code) else _own_text(node))
    return "".join(parts)


def _own_text(node: object) -> str:
    return "" if getattr(node, "children", None) is not None else text_of(node)
