"""Blocks as HTML: one function for each kind of node, and the notes before fallbacks."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from pipeline import document as doc
from pipeline.document import Block, Words, text_of, words_of
from pipeline.renderers._labels import callout_label
from pipeline.renderers._xhtml.markup import Html, attribute, note_id, text
from pipeline.renderers._xhtml.words import Phrases, picture


def _(msgid: str) -> str:
    """Mark a text of the interface for extraction."""
    return msgid


class Writer(Phrases):
    """Writes the blocks of one page."""

    noting = False
    """Whether notes announce runs of fallback blocks."""
    count = 0
    """How many callouts and tables have been written; their ids need it."""

    titles: Mapping[str, Words] = MappingProxyType({})
    """The titles of the locale's leaflets, by leaflet."""

    def next_id(self, kind: str) -> str:
        """An id for something that has no name of its own."""
        self.count += 1
        return f"{kind}:{self.count}"

    def blocks(self, blocks: Iterable[Block]) -> Html:
        """Blocks, one after the other, with a note before each run of fallbacks."""
        if not self.noting:
            return Html("\n".join([_BLOCKS[type(block)](self, block) for block in blocks]))
        return Html(
            "\n".join([self.note(each) + _BLOCKS[type(each)](self, each) for each in blocks])
        )

    def item(self, tag: str, blocks: tuple[Block, ...]) -> str:
        """Blocks in an item; words that stand alone in it need no element between."""
        if len(blocks) == 1 and isinstance(blocks[0], Words):
            note = self.note(blocks[0])
            if not note:
                return self.element(tag, blocks[0])
            return f"<{tag}>{note}{_tight(self, blocks[0])}</{tag}>"
        return f"<{tag}>{self.blocks(blocks)}</{tag}>"

    def note(self, block: Block | doc.Entry) -> Html:
        """The visible note, if a run of fallback words begins with this block.

        A table, a definition list and a picture have no place for a note inside: one before them
        speaks for the whole.
        """
        if not self.noting or isinstance(block, doc.Glossary):
            return Html("")  # Each word of the glossary has a note of its own.
        whole = isinstance(block, doc.Table | doc.DefinitionList | doc.Image | doc.Entry)
        shown = [each.shown.is_fallback for each in words_of(block) if each.children]
        if not any(shown if whole else shown[:1]) or (self.running and shown[0]):
            return Html("")
        self.running = True
        if isinstance(block, doc.Image) and not (block.caption and block.caption.shown.is_fallback):
            said = self.t("The description of the next picture is in English.")
        else:
            # Translators: stands before a part of the page whose translation is not ready.
            said = self.t("The next part is in English. A checked translation is not ready yet.")
        return Html(f'<p class="language-note">{said}</p>')


def _tight(page: Writer, words: Words) -> str:
    """Words beside other blocks: in an element of their own, which can say its language."""
    return page.element("div", words)


def _heading(page: Writer, node: doc.Heading) -> str:
    own = f' id="{attribute(node.anchor)}"' if node.anchor else ""
    return page.element(f"h{min(node.level, 6)}", node.words, attributes=own)


def _paragraph(page: Writer, node: doc.Paragraph) -> str:
    return page.element("p", node.words)


def _list(page: Writer, node: doc.List) -> str:
    items = "".join([page.item("li", item.blocks) for item in node.items])
    if not node.ordered:
        return f"<ul>{items}</ul>"
    return f'<ol start="{node.start}">{items}</ol>' if node.start != 1 else f"<ol>{items}</ol>"


def _checklist(page: Writer, node: doc.Checklist) -> str:
    # Without bullets, VoiceOver takes a list for no list unless its role is said.
    return f'<ul class="checklist" role="list">{"".join(_asked(page, x) for x in node.items)}</ul>'


def _asked(page: Writer, item: doc.ChecklistItem) -> str:
    own = f' id="{attribute(item.anchor)}"' if item.anchor else ""
    ticked = ""
    if item.ticked and page.house:
        # Translators: read aloud before a question whose box is ticked.
        said = page.t("Ticked:")
        ticked = f'<span class="spoken">{said} </span>'
    box = f'<span class="box{" ticked" if item.ticked else ""}" aria-hidden="true"></span>'
    lines = f'<div class="lines" aria-hidden="true">{"<span></span>" * item.lines}</div>'
    asked = page.item("div", item.blocks)
    return f"<li{own}>{box}{ticked}{asked}{lines if item.lines else ''}</li>"


def _table(page: Writer, node: doc.Table) -> str:
    name = page.next_id("table")
    caption = ""
    if node.caption:
        caption = page.element("caption", node.caption, attributes=f' id="{name}"')
    stacks = page.house and len(node.head) <= 3
    labels = [text_of(cell.words.children) for cell in node.head] if stacks else []
    head = "".join([_cell(page, cell, "col") for cell in node.head])
    rows = "".join(
        [f"<tr>{_row(page, row, labels, heads=node.row_heads)}</tr>" for row in node.rows]
    )
    table = f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    if stacks:
        return f'<div class="table stacks">{table}</div>'
    # Only a table that can scroll is a stop for the keyboard.
    stop = f' role="region" tabindex="0" aria-labelledby="{name}"' if caption else ' tabindex="0"'
    return f'<div class="table"{stop if len(node.head) > 2 else ""}>{table}</div>'


def _row(page: Writer, row: tuple[doc.Cell, ...], labels: list[str], *, heads: bool) -> str:
    cells = []
    for index, cell in enumerate(row):
        label = labels[index] if index < len(labels) else ""
        cells.append(_cell(page, cell, "row" if heads and index == 0 else "", label))
    return "".join(cells)


def _cell(page: Writer, cell: doc.Cell, scope: str, label: str = "") -> str:
    own = f' data-align="{cell.align}"' if cell.align in {"center", "end"} else ""
    if scope and cell.words.children:
        return page.element("th", cell.words, attributes=f'{own} scope="{scope}"')
    own += f' data-label="{attribute(label)}"' if label else ""
    return page.element("td", cell.words, attributes=own)


def _quote(page: Writer, node: doc.Quote) -> str:
    return f"<blockquote>{page.blocks(node.blocks)}</blockquote>"


def _callout(page: Writer, node: doc.Callout) -> str:
    kind, name, label = attribute(node.kind), page.next_id("callout"), ""
    if page.house:
        said = page.t(callout_label(node.kind))
        label = f'<p class="label" id="{name}">{said}</p>'
    title = page.element("p", node.title, "title") if node.title else ""
    role = f' role="note" aria-labelledby="{name}"' if label else ""
    return f'<div class="callout {kind}"{role}>{label}{title}\n{page.blocks(node.blocks)}</div>'


def _definitions(page: Writer, node: doc.DefinitionList) -> str:
    noting, page.noting = page.noting, False
    groups = []
    for each in node.definitions:
        page.naming = True
        terms = "".join([page.element("dt", term) for term in each.terms])
        page.naming = False
        meanings = "".join([page.item("dd", meaning) for meaning in each.meanings])
        groups.append(f"<div>{terms}{meanings}</div>")
    page.noting = noting
    return f"<dl>{''.join(groups)}</dl>"


def _glossary(page: Writer, node: doc.Glossary) -> str:
    """Every word under its letter, with ways to the letters and back to the leaflets."""
    named = [(f"letter:{number}", each) for number, each in enumerate(node.groups, start=1)]
    links = [f'<li><a href="#{name}">{text(each.letter)}</a></li>' for name, each in named]
    # Translators: read aloud before a list of letters of the alphabet, each with its words.
    label = page.label(_("Letters of the alphabet"))
    letters = (
        f'<nav class="letters" id="letters:all"{label}><ul role="list">{"".join(links)}</ul></nav>'
    )
    return letters + "".join([_group(page, name, each) for name, each in named])


def _group(page: Writer, name: str, node: doc.Group) -> str:
    parts = [f'<h3 id="{name}">{text(node.letter)}</h3>']
    for each in node.entries:
        note = page.note(each)  # A note has no place in a list: it stands between two.
        if note or each is node.entries[0]:
            parts.append(f"{'' if each is node.entries[0] else '</dl>'}{note}<dl>")
        parts.append(_entry(page, each))
    # Translators: a link from the words of one letter to the list of all letters.
    back = page.t("Back to the letters")
    parts.append(f'</dl><p class="back"><a href="#letters:all">{back}</a></p>')
    return "".join(parts)


def _entry(page: Writer, node: doc.Entry) -> str:
    term, meaning = page.element("dt", node.term), _tight(page, node.meaning)
    parts = [meaning]
    if node.instead:
        # Translators: stands after the meaning of a hard word; {word} is what our leaflets say.
        said = page.t("We say: {word}", word=page.phrase(node.instead))
        parts.append(f'<p class="instead">{said}</p>')
    backs = [_back(page, leaflet, node.id) for leaflet in node.leaflets]
    if backs:
        # Translators: stands before links to the leaflets in which a word of the glossary is used.
        said = page.t("Read it in:")
        parts.append(f'<p class="where">{said} {" ".join(backs)}</p>')
    return f'<div id="term:{attribute(node.id)}">{term}<dd>{"".join(parts)}</dd></div>'


def _back(page: Writer, leaflet: str, term: str) -> str:
    href = f"../{leaflet}/index.html#term:{term}:use"
    return f'<a href="{attribute(href)}">{page.phrase(page.titles[leaflet])}</a>'


def _image(page: Writer, node: doc.Image) -> str:
    marks = page.marks(node.alt.shown) if node.alt.children else ""
    page.running = bool(node.alt.children) and node.alt.shown.is_fallback
    shown = picture(page, node.src, text_of(node.alt.children), marks)
    caption = page.element("figcaption", node.caption) if node.caption else ""
    return f"<figure>{shown}{caption}</figure>"


def _footnote(page: Writer, node: doc.Footnote) -> str:
    name, backs = note_id(node.id), []
    for use in range(1, node.uses + 1):
        number, place = str(node.number), str(use)
        if not page.house:
            said = Html("\u21a9\ufe0e")
        elif node.uses == 1:
            said = page.t("Back to note {number} in the text", number=number)
        else:
            # Translators: one note may be used in several places of the text.
            said = page.t(
                "Back to note {number} in the text, place {place}", number=number, place=place
            )
        backs.append(f'<a role="doc-backlink" href="#{name}:use:{use}">{said}</a>')
    back = f'<p class="back">{" ".join(backs)}</p>' if backs else ""
    return f'<li id="{name}" value="{node.number}">{page.blocks(node.blocks)}\n{back}</li>'


def _code_block(_page: Writer, node: doc.CodeBlock) -> str:
    return f'<pre dir="ltr" translate="no"><code>{text(node.text)}</code></pre>'


_BLOCKS: dict[type, Callable[[Writer, Any], str]] = {
    Words: _tight,
    doc.Heading: _heading,
    doc.Paragraph: _paragraph,
    doc.List: _list,
    doc.Checklist: _checklist,
    doc.Table: _table,
    doc.Quote: _quote,
    doc.Callout: _callout,
    doc.DefinitionList: _definitions,
    doc.Glossary: _glossary,
    doc.Image: _image,
    doc.Footnote: _footnote,
    doc.CodeBlock: _code_block,
    doc.ThematicBreak: lambda _page, _node: "<hr>",
    doc.RawBlock: lambda _page, node: node.html,
}
