"""Labels within pictures: SVG `<text>` is translated like everything else that a reader sees."""

import re
from copy import deepcopy
from pathlib import Path

from lxml import etree
from lxml.etree import _Comment, _Element, _ProcessingInstruction

from pipeline.document import Segment
from pipeline.errors import SourceError
from pipeline.place import Place

Picture = _Element
"""An SVG file as a tree, found harmless."""

_SVG = "{http://www.w3.org/2000/svg}"
_LABELS = (f"{_SVG}text", f"{_SVG}title", f"{_SVG}desc")
_SHAPES = (
    "svg g defs symbol title desc metadata path rect circle ellipse line polyline polygon text "
    "tspan textPath linearGradient radialGradient stop pattern mask clipPath marker filter style "
    "switch feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence"
)
_ALLOWED = frozenset(f"{_SVG}{name}" for name in _SHAPES.split())
_EDITORS = re.compile(
    r"\{http://(?:www\.inkscape\.org|sodipodi\.sourceforge\.net|creativecommons\.org|"
    r"www\.w3\.org/1999/02/22-rdf|purl\.org/dc)[^}]*\}"
)
"""What drawing programs note for themselves; no browser does anything with it."""
_LOADS = re.compile(r"url\((?!\s*[\"']?#)|image-set|@|\\|(?:java|vb)script:", re.IGNORECASE)
_STYLE_LOADS = re.compile(r"url\(|image-set|@|\\", re.IGNORECASE)
_CSS_LOADS = re.compile(
    r"\b(?:image|src|cross-fade|expression)\s*\(|behaviou?r\s*:|-moz-binding", re.IGNORECASE
)
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
MOST_BYTES = 2_000_000


def load(path: Path, shown_as: str) -> _Element:
    """The root of an SVG file.

    Raises:
        SourceError: it is too large, no SVG, or holds anything that runs or loads something.
    """
    place = Place(shown_as)
    with path.open("rb") as handle:
        data = handle.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise SourceError("The picture is too large.", f"Keep it under {MOST_BYTES} bytes.", place)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"The picture is no XML ({error}).", "Save it anew.", place) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError("The picture has a document type.", "Take it out.", place)
    if root.tag != f"{_SVG}svg":
        raise SourceError("The picture is no SVG.", "Save it as SVG.", place)
    beside = (*root.itersiblings(preceding=True), *root.itersiblings())
    for element in (*beside, *root.iter()):
        _refuse(element, place)
    return root


def drawing(picture: Picture | bytes) -> bytes:
    """What a picture shows: its bytes, or SVG in the form that is the same whoever saved it (C14N).

    https://www.w3.org/TR/xml-c14n
    """
    if isinstance(picture, bytes):
        return picture
    return etree.tostring(picture, method="c14n", with_comments=False)


def _refuse(element: _Element, place: Place) -> None:
    """Refuse what a picture may not hold: scripts, handlers, and references to elsewhere."""
    if isinstance(element, _Comment):
        return
    style = "".join(map(str, element.itertext())) if element.tag == f"{_SVG}style" else ""
    if (
        isinstance(element, _ProcessingInstruction)  # It may name a style sheet.
        or not (element.tag in _ALLOWED or _EDITORS.match(str(element.tag)))
        or any(_is_harmful(str(name), str(value)) for name, value in element.attrib.items())
        or _STYLE_LOADS.search(_CSS_COMMENT.sub("", style))
        or _CSS_LOADS.search(_CSS_COMMENT.sub("", style))
    ):
        raise SourceError(
            "The picture holds something that runs, or that lies elsewhere.",
            "Keep to shapes and words.",
            Place(place.file, _line(element)),
        )


def _is_harmful(name: str, value: str) -> bool:
    """Whether an attribute runs something, or leads out of the picture."""
    local = name.rpartition("}")[2].lower()
    plain = _CSS_COMMENT.sub("", value)
    return (
        local.startswith("on")
        or local == "base"
        or (local in {"href", "src", "from", "to", "values"} and not value.startswith("#"))
        or _LOADS.search(plain) is not None
        or (not local.startswith("aria-") and _CSS_LOADS.search(plain) is not None)
    )


def _line(element: _Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _words(element: _Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _labels(root: _Element) -> list[_Element]:
    """What is one label each: a text, or each line of it where all its words stand in lines."""
    return [one for element in root.iter(*_LABELS) for one in _lines(element)]


def _lines(element: _Element) -> list[_Element]:
    lines = list(element.iterchildren(f"{_SVG}tspan"))
    loose = [element.text, *(child.tail for child in element)]
    if not lines or any(one and one.strip() for one in loose):
        return [element]
    return [one for line in lines for one in _lines(line)]


def segments(root: _Element, leaflet: str, shown_as: str) -> tuple[Segment, ...]:
    """The labels of a picture in the order of the file."""
    found = []
    for element in _labels(root):
        text = _words(element)
        if text:
            place = Place(shown_as, _line(element), element.get("id") or "")
            is_label = element.tag in {f"{_SVG}text", f"{_SVG}tspan"}
            kind = "label in a picture" if is_label else "title of a picture"
            found.append(Segment(leaflet, kind, text, "picture", place=place))
    return tuple(found)


def relabelled(root: _Element, words: dict[str, tuple[str, str]]) -> bytes:
    """The picture with other labels: text → (words, BCP 47 tag). The tree itself stays as it is."""
    copy = deepcopy(root)
    for element in _labels(copy):
        text = _words(element)
        if text in words:
            new, lang = words[text]
            if new != text:
                for child in list(element):
                    element.remove(child)
                element.text = new
            element.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
    return etree.tostring(copy, encoding="utf-8", xml_declaration=True)
