"""Pages as checks read them: a tree of elements, by lxml."""

import re
from typing import TypeAlias

from lxml import etree, html

Element: TypeAlias = html.HtmlElement

_BLOCK = re.compile(
    "address|article|aside|blockquote|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hr|html|body|head|li|main|nav|ol|p|pre|section|summary|table|"
    "tbody|td|tfoot|th|thead|title|tr|ul"
)


def parsed(data: bytes) -> Element:
    """The page's root element."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return html.document_fromstring(data, parser=parser)


def is_block(element: Element) -> bool:
    """Whether an element's words stand apart from those around it."""
    return _BLOCK.fullmatch(element.tag) is not None


def text_in(element: Element) -> str:
    """All words of an element, with single blanks between them."""
    return " ".join(
        str(etree.tostring(element, method="text", encoding="unicode", with_tail=False)).split()
    )
