"""The sample pages parsed, and elements of them by the simple part of CSS selectors."""

import re
from functools import cache

from lxml import html
from lxml.html import HtmlElement

from pipeline import document as d
from pipeline.renderers.html import render
from tests.browser import sample
from tests.browser.sample_translations import DOCUMENTS

_STEP = re.compile(r"\s*(>?)\s*([\w*-]*)((?:\.[\w-]+|\[[^\]]+\])*)")
_PART = re.compile(r"\.([\w-]+)|\[([\w-]+)(?:(\^?=)\"?([^\]\"]*)\"?)?\]")


@cache
def raw(locale: str) -> bytes:
    """The bytes of the sample page in a locale."""
    return render(DOCUMENTS[locale](), sample.context(locale))[0].data


@cache
def page(locale: str) -> HtmlElement:
    """The sample page in a locale."""
    return parsed(raw(locale))


def parsed(data: bytes) -> HtmlElement:
    """A page."""
    return html.document_fromstring(data.decode())


def written(blocks: tuple[d.Block, ...]) -> HtmlElement:
    """An English page that holds these blocks."""
    say = sample.speaker("en")
    meta = d.Meta(say("Title"), say("Description"), "Title", "1")
    return parsed(render(sample.document("en", meta, blocks), sample.context("en"))[0].data)


def words(element: HtmlElement) -> str:
    """The text of an element, blanks folded."""
    return " ".join(str(element.text_content()).split())


def every(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements below a tree that a selector of tags, classes and attributes names."""
    paths = [_xpath(each) for each in selector.split(",")]
    found = tree.xpath(" | ".join(paths))
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, HtmlElement)]


def one(tree: HtmlElement, selector: str) -> HtmlElement:
    """The only element that a selector names."""
    found = every(tree, selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def _xpath(selector: str) -> str:
    path = "."
    for child, tag, parts in _STEP.findall(selector.strip()):
        if tag or parts:
            path += f"{'/' if child else '//'}{tag or '*'}{_conditions(parts)}"
    return path


def _conditions(parts: str) -> str:
    made = []
    for classed, name, sign, value in _PART.findall(parts):
        if classed:
            made.append(f"[contains(concat(' ', @class, ' '), ' {classed} ')]")
        elif sign == "^=":
            made.append(f"[starts-with(@{name}, '{value}')]")
        else:
            made.append(f"[@{name}='{value}']" if sign else f"[@{name}]")
    return "".join(made)
