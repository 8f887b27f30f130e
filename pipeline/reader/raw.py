"""Raw HTML in texts that were not written for Plainleaf: translated where it stands, then cleaned.

Whatever comes out has been through nh3, so no script, handler or strange scheme is left in it.
"""

from collections.abc import Iterator

import nh3
from lxml import etree, html
from lxml.etree import ParserError, _Comment, _Element, _ProcessingInstruction

_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
_SILENT = frozenset({"script", "style", "pre", "code", "textarea", "svg", "math"})
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
_NO_ELEMENT = (_Comment, _ProcessingInstruction)
_ALLOWED: dict[str, set[str]] = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {"id", "lang", "dir", "title", "class", "aria-label", "alt", "translate"},
}


class Fragment:
    """A piece of raw HTML, and the places in it that hold words."""

    def __init__(self, text: str) -> None:
        self._root = _parsed(text)
        for element in [self._root, *self._root.iterdescendants()]:
            if not _is_silent(element) and element.tag not in _INLINE:
                _wrap_loose(element)

    def slots(self) -> Iterator[tuple[str, _Element, str]]:
        """Every (msgid, element, attribute) in reading order; no attribute means the content."""
        yield from self._below(self._root)

    def _below(self, element: _Element) -> Iterator[tuple[str, _Element, str]]:
        if _is_silent(element):
            return
        for name in _ATTRIBUTES:
            if (value := element.get(name)) and value.strip():
                yield value, element, name
        if _holds_words(element) and all(_is_inline(child) for child in element.iterdescendants()):
            yield _inner(element), element, ""
            return
        for child in element:
            yield from self._below(child)

    @staticmethod
    def put(element: _Element, attribute: str, text: str) -> None:
        """Put other words into a slot."""
        if attribute:
            element.set(attribute, text)
            return
        new = _parsed(text)
        tail = element.tail
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        element.clear()
        for name, value in attributes.items():
            element.set(name, value)
        element.tail = tail
        element.text = new.text
        element.extend(list(new))

    @staticmethod
    def mark(element: _Element, lang: str, direction: str) -> None:
        """Say that the words of an element are in another language."""
        element.set("lang", lang)
        element.set("dir", direction)

    def cleaned(self) -> str:
        """The HTML, harmless."""
        return clean(_inner(self._root))


def clean(text: str) -> str:
    """HTML without anything that runs, loads or takes input."""
    schemes = {"http", "https", "mailto", "tel"}
    return nh3.clean(text, attributes=_ALLOWED, url_schemes=schemes, link_rel=None)


def _parsed(text: str) -> _Element:
    """The HTML below one element; a declaration such as a DOCTYPE holds nothing."""
    try:
        root: _Element = html.fragment_fromstring(text, create_parent="div")
    except ParserError:
        root = html.fragment_fromstring("", create_parent="div")
    return root


def _wrap_loose(element: _Element) -> None:
    """Give words that stand loose beside blocks an element that can say its language."""
    blocks = [child for child in element if not _is_inline(child)]
    if not _holds_words(element) or not (blocks or element.getparent() is None):
        return
    children, text = list(element), element.text or ""
    element.text = None
    run: _Element | None = None
    if text.strip() or (children and _is_inline(children[0])):
        run = etree.SubElement(element, "span")
        run.text = text
    for child in children:
        tail, child.tail = child.tail, None
        if _is_inline(child) and run is not None:
            run.append(child)
            child.tail = tail
            continue
        element.append(child)
        run = None
        if tail and tail.strip():
            run = etree.SubElement(element, "span")
            run.text = tail


def _holds_words(element: _Element) -> bool:
    own = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in own)


def _is_inline(element: _Element) -> bool:
    return isinstance(element, _NO_ELEMENT) or element.tag in _INLINE


def _is_silent(element: _Element) -> bool:
    return isinstance(element, _NO_ELEMENT) or element.tag in _SILENT


def _inner(element: _Element) -> str:
    parts = [html.tostring(child, encoding="unicode") for child in element]
    return _escaped(element.text or "") + "".join(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
