"""Blocks as strips of plain text: indents, marks and words in place of boxes and grids."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from pipeline import document as doc
from pipeline.artifact import Context
from pipeline.document import Block, Direction, Words
from pipeline.renderers._columns import Strip, isolated, width
from pipeline.renderers._labels import callout_label
from pipeline.renderers._plain import Plain, Voice, picture_labels, plain_text

_HANGING = 3
"""Most columns by which the lines of an item hang."""
_DEEPEST = 6
"""Columns of the deepest indent: further levels of a list go no further in."""
_NO_WORDS = Words(())


class Writer:
    """Writes blocks as strips, in reading order."""

    def __init__(self, locale: str, direction: Direction, context: Context) -> None:
        self.context, self.direction = context, direction
        self.interface = Voice(context.interface, direction)
        self.plain = Plain(self.interface, locale, direction)
        self.parts: list[int] = []
        """The number of the part that is being written, then of the parts within it."""

    # ── strips ─────────────────────────────────────────────────────────────────────────────────
    def said(self, text: str, indent: str = "", *words: Words) -> Strip:
        """A strip in the page's direction, foreign if all the words that are said in it are."""
        foreign = [each.shown.lang if each.shown.is_fallback else "" for each in words]
        text = isolated(text) if self.direction == "rtl" else text
        return Strip(text, self.direction, indent, indent, foreign=min(foreign, default=""))

    def strip(self, words: Words, indent: str = "") -> Strip:
        """A strip of the words of one segment, in their own direction."""
        shown = words.shown
        text = self.plain.phrase(words)
        text = isolated(text) if shown.direction == "rtl" else text
        foreign = shown.lang if shown.is_fallback else ""
        return Strip(text, shown.direction, indent, indent, foreign=foreign)

    def part(self, heading: str, level: int = 2, *words: Words) -> Strip:
        """A heading: numbered in words, as nothing else in plain text tells it from a sentence."""
        depth = max(0, level - 2)
        self.parts = [*self.parts, *[0] * depth][: depth + 1] or [0]
        self.parts += [0] * (depth + 1 - len(self.parts))
        self.parts[depth] += 1
        # Translators: a heading with its number, such as “Part 2: Treatment” or “Part 2.1: Tests”.
        text = self.interface.text(
            "Part {number}: {heading}", number=".".join(map(str, self.parts)), heading=heading
        )
        return replace(self.said(text, "", *words), before=2, keep=True)

    # ── blocks ─────────────────────────────────────────────────────────────────────────────────
    def blocks(self, blocks: Iterable[Block], indent: str = "") -> Iterator[Strip]:
        """Blocks one after the other; a paragraph that leads in a list stays with it."""
        several = tuple(blocks)
        for block, after in zip_longest(several, several[1:]):
            strips = list(self.block(block, indent))
            if isinstance(block, doc.Paragraph | Words) and isinstance(
                after, doc.List | doc.Checklist | doc.Table
            ):
                strips[-1] = replace(strips[-1], keep=True)
            yield from strips

    def block(  # noqa: C901, PLR0912  a table of kinds, no logic
        self, block: Block, indent: str
    ) -> Iterator[Strip]:
        """One block; a table of kinds, nothing else."""
        match block:
            case Words():
                yield self.strip(block, indent)
            case doc.Paragraph():
                yield self.strip(block.words, indent)
            case doc.Heading():
                heading = self.plain.phrase(block.words, self.direction)
                yield self.part(heading, block.level, block.words)
            case doc.List():
                yield from self.items(block, indent)
            case doc.Checklist():
                yield from self.checklist(block, indent)
            case doc.Table():
                yield from self.table(block, indent)
            case doc.Quote():
                yield from self.blocks(block.blocks, _deeper(indent))
            case doc.Callout():
                yield self.callout(block, indent)
                yield from self.blocks(block.blocks, _deeper(indent))
            case doc.DefinitionList():
                for each in block.definitions:
                    yield from self.definition(each, indent)
            case doc.Glossary():
                for group in block.groups:
                    yield from self.group(group, indent)
            case doc.Image():
                yield from self.image(block, indent)
            case doc.Footnote():
                yield from self.footnote(block, indent)
            case doc.CodeBlock():
                yield Strip(block.text.rstrip("\n"), "ltr", indent, indent)
            case doc.ThematicBreak():
                yield Strip("", self.direction)
            case doc.RawBlock():
                yield self.said(plain_text(block.html), indent)

    def item(self, blocks: tuple[Block, ...], mark: str, indent: str) -> list[Strip]:
        """The strips of an item; the mark stands in front of the first one, the rest hangs."""
        hanging = _deeper(indent, min(_HANGING, width(mark)))
        strips = list(self.blocks(blocks, hanging))
        if not strips or strips[0].first != hanging:
            strips.insert(0, self.said("", hanging))
        strips[0] = replace(strips[0], first=indent + mark)
        return strips

    def items(self, block: doc.List, indent: str) -> Iterator[Strip]:
        """A list; tight items follow each other without a blank line."""
        for index, item in enumerate(block.items):
            mark = f"{block.start + index}. " if block.ordered else "• "
            first, *others = self.item(item.blocks, mark, indent)
            tight = index and _tight(item.blocks)
            yield replace(first, before=0) if tight else first
            yield from others

    def checklist(self, block: doc.Checklist, indent: str) -> Iterator[Strip]:
        """A checklist: how to tick it, then its items by number, each with its room to write."""
        # Translators: stands before a list of questions or tasks, each with a number.
        text = self.interface.text("This is a checklist. You can tick the numbers.")
        yield replace(self.said(text, indent), keep=True)
        for number, item in enumerate(block.items, start=1):
            mark = f"{number}. "
            if item.ticked:
                mark += self.interface.text("Ticked:") + " "
            strips = self.item(item.blocks, mark, indent)
            if item.lines:
                strips[-1] = replace(strips[-1], keep=True)
                strips.append(self.room(item.lines, strips[-1].rest))
            yield from strips

    def room(self, lines: int, indent: str) -> Strip:
        """Empty lines to write on, with words that say so."""
        # Translators: stands before empty lines; the number is how many there are.
        text = self.interface.text("(Room to write. Lines: {count})", count=lines)
        return replace(self.said(text, indent), before=0, room=lines)

    def table(self, block: doc.Table, indent: str) -> Iterator[Strip]:
        """A table: its caption, then a paragraph of sentences for each row."""
        if block.caption:
            yield replace(self.strip(block.caption, indent), keep=True)
        head, rows = (block.head, block.rows) if block.rows else ((), (block.head,))
        for row in rows:
            pairs = [
                (column.words if column else _NO_WORDS, cell.words)
                for column, cell in zip_longest(head, row)
                if cell and cell.words.children
            ]
            yield self.row(pairs, indent, row_head=block.row_heads)

    def row(self, pairs: list[tuple[Words, Words]], indent: str, *, row_head: bool) -> Strip:
        """One row as sentences: `Test: Scan – What it shows: Bones. How long: 1 hour.`."""
        used = [words for pair in pairs for words in pair if words.children]
        whole = all(words.shown.is_fallback for words in used)

        def said(words: Words) -> str:
            return self.plain.phrase(words, self.direction) if whole else self.plain.labelled(words)

        cells = [
            self.pair(said(column), said(cell)) if column.children else said(cell)
            for column, cell in pairs
        ]
        text = " ".join(map(self.plain.sentence, cells[1:] if row_head else cells))
        if row_head and cells:
            # Translators: a row of a table: what it is about, then what the table says of it.
            row = self.interface.text("{row} – {cells}", row=cells[0], cells=text)
            text = row if text else cells[0]
        return self.said(text, indent, *used)

    def pair(self, label: str, words: str) -> str:
        """A label and what it labels."""
        # Translators: a label and what it labels, such as “What to do: Ring the ward”.
        return self.interface.text("{label}: {words}", label=label, words=words)

    def callout(self, block: doc.Callout, indent: str) -> Strip:
        """The line above a callout: what kind it is, and its title."""
        label = self.interface.text(callout_label(block.kind))
        if not block.title:
            return replace(self.said(label, indent), keep=True)
        title = self.plain.labelled(block.title)
        return replace(self.said(self.pair(label, title), indent), keep=True)

    def definition(self, block: doc.Definition, indent: str) -> Iterator[Strip]:
        """Terms on lines of their own, and their meanings further in."""
        for index, term in enumerate(block.terms):
            yield replace(self.strip(term, indent), before=int(not index), keep=True)
        for index, meaning in enumerate(block.meanings):
            first, *others = self.blocks(meaning, _deeper(indent, _HANGING))
            yield first if index else replace(first, before=0)
            yield from others

    def group(self, group: doc.Group, indent: str) -> Iterator[Strip]:
        """The words of one letter, each with what it means and what leaflets say instead."""
        yield self.part(group.letter, 3)
        for each in group.entries:
            definition = doc.Definition((each.term,), ((each.meaning,),))
            *strips, last = self.definition(definition, indent)
            yield from [*strips, replace(last, keep=last.keep or bool(each.instead))]
            if each.instead:
                # Translators: stands after a hard word; {word} is what our leaflets say.
                said = self.interface.text(
                    "We say: {word}", word=self.plain.phrase(each.instead, self.direction)
                )
                strip = self.said(said, _deeper(indent, _HANGING), each.instead)
                yield replace(strip, before=0)
            titles = [self.context.titles[name] for name in each.leaflets]
            if titles:
                # Translators: stands before the titles of leaflets in which a word is used.
                said = self.interface.text("Read it in:")
                spoken = "; ".join(self.plain.phrase(one, self.direction) for one in titles)
                strip = self.said(f"{said} {spoken}", _deeper(indent, _HANGING))
                yield replace(strip, before=0)

    def image(self, block: doc.Image, indent: str) -> Iterator[Strip]:
        """A picture in words: what it shows, what is written in it, and its caption."""
        alt = self.plain.picture(self.plain.phrase(block.alt, self.direction))
        if alt:
            yield self.said(alt, indent, block.alt)
        yield from self.labels(self.context.pictures.get(block.src, b""), indent)
        if block.caption:
            yield self.strip(block.caption, indent)

    def labels(self, picture: bytes, indent: str) -> Iterator[Strip]:
        """The words that are written in a picture, as a list."""
        labels = list(picture_labels(picture))
        if labels:
            # Translators: stands before a list of the words that are written in a picture.
            text = self.interface.text("Words in the picture:")
            yield replace(self.said(text, indent), keep=True)
        for label, lang in labels:
            foreign = lang not in {"", self.plain.locale}
            words = self.plain.in_language(lang, label) if foreign else label
            strip = self.said(words, _deeper(indent))
            yield replace(strip, first=f"{indent}• ", before=0)

    def footnote(self, block: doc.Footnote, indent: str) -> Iterator[Strip]:
        """A note, with the words that its mark in the text has."""
        # Translators: stands before a note at the end of a leaflet.
        mark = self.interface.text("Note {number}:", number=str(block.number))
        yield from self.item(block.blocks, f"{mark} ", indent)


def _deeper(indent: str, by: int = 2) -> str:
    return indent + " " * by if len(indent) + by <= _DEEPEST else indent


def _tight(blocks: tuple[Block, ...]) -> bool:
    return isinstance(blocks[0], Words) if blocks else True
