"""Python-Markdown up to the tree: the project's only door to it.

Blocks are parsed first and stay raw inside; whoever reads them may put other words in before the
inline markup is parsed. A translation is put in there, so it can never change block structure.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import Element

import markdown
from markdown import util
from markdown.extensions import Extension
from markdown.extensions.toc import slugify, unique
from markdown.serializers import to_html_string
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown.extensions.abbr import AbbrTreeprocessor
    from markdown.treeprocessors import InlineProcessor

HOUSE = ("tables", "footnotes", "def_list", "sane_lists")
"""What the house dialect is made of. Attribute lists would swallow `{region:…}`."""
FOREIGN = (
    "tables",
    "footnotes",
    "def_list",
    "attr_list",
    "abbr",
    "admonition",
    "md_in_html",
    "fenced_code",
)
"""What other people's Markdown is read with."""

BEFORE_INLINE = 25
"""Python-Markdown's footnotes run at 50, its inline patterns at 20."""

AMP = util.AMP_SUBSTITUTE
STASH = util.HTML_PLACEHOLDER_RE
_ACTIVE = re.compile(r"[\\`*_\[\]<>&!{}\x02]|  \n")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")

Between = Callable[[Element], None]


class _Between(Treeprocessor):
    """Hands over the tree of blocks, whose words are still raw."""

    between: Between

    def run(self, root: Element) -> None:
        self.between(root)


class _Plain(Extension):
    """What the house dialect leaves out: raw HTML, and code by indentation."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  Python-Markdown's name
        md.preprocessors.deregister("html_block")


class Engine:
    """One Markdown parser, used for one text after another."""

    def __init__(self, *, house: bool) -> None:
        names = HOUSE if house else FOREIGN
        extensions: list[str | Extension] = [*names, *([_Plain()] if house else [])]
        self._md = markdown.Markdown(extensions=extensions)
        self._md.treeprocessors.deregister("prettify")
        self._between = _Between(self._md)
        self._md.treeprocessors.register(self._between, "between", BEFORE_INLINE)
        inline = cast("InlineProcessor", self._md.treeprocessors["inline"])
        # Every pattern is asked for by its number for every text: a list answers sooner.
        inline.inlinePatterns = list(self._md.inlinePatterns)  # type: ignore[assignment]  # as one

    def read(self, text: str, between: Between, *, inline: bool = True) -> Element:
        """The tree of a text; `between` sees it once the blocks are there and the words still raw.

        With `inline` false the tree is left like that, which costs a quarter of the time.
        """
        self._md.reset()
        self._between.between = between
        lines = text.split("\n")
        for preprocessor in self._md.preprocessors:
            lines = preprocessor.run(lines)
        root = cast("Element", self._md.parser.parseDocument(lines).getroot())
        for processor in self._md.treeprocessors:
            changed = processor.run(root)
            root = root if changed is None else changed
            if processor is self._between and not inline:
                break
        return root

    @property
    def abbreviations(self) -> dict[str, str]:
        """The long forms of the text just read, by short form; changes to it are used."""
        if "abbr" not in self._md.treeprocessors:
            return {}
        processor = cast("AbbrTreeprocessor", self._md.treeprocessors["abbr"])
        return processor.abbrs

    @property
    def reference_titles(self) -> dict[str, tuple[str, str | None]]:
        """(address, title) of reference links, by label; changes to it are used."""
        return cast("dict[str, tuple[str, str | None]]", self._md.references)

    def stashed(self, number: int) -> str:
        """A piece of raw HTML that was put aside, by its number, with what it holds put back."""
        html = str(self._md.htmlStash.rawHtmlBlocks[number])
        if "\x02" not in html:
            return html
        return _CONTROL.sub("", STASH.sub(lambda match: self.stashed(int(match.group(1))), html))

    def put_aside(self, number: int, html: str) -> None:
        """Put other HTML in the place of a piece that was put aside."""
        self._md.htmlStash.rawHtmlBlocks[number] = html


def settled(text: str) -> str:
    """The text, marked as done where no inline pattern could find anything in it."""
    return text if _ACTIVE.search(text) else util.AtomicString(text)


def html_of(words: Element) -> str:
    """Parsed words as HTML, by Python-Markdown itself: it keeps some of them escaped already."""
    return to_html_string(words).replace(AMP, "&")


def slug(text: str, used: set[str]) -> str:
    """A new id in plain ASCII for a heading, and note it as used."""
    return unique(slugify(text, "-") or "section", used)
