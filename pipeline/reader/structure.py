"""The same blocks to Python-Markdown and to CommonMark, or an error with its line.

Python-Markdown ends a numbered list where a bullet below it is indented by three blanks, and the
bullets become prose: "Take one tablet. - with food - not with milk". Authors write for
CommonMark, so a text that the two read differently is not published. markdown-it-py is the judge.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from pipeline.errors import SourceError
from pipeline.place import Place

_JUDGE = MarkdownIt("commonmark").enable("table").use(deflist_plugin).use(footnote_plugin)

_NAMES = {
    "heading": "a heading",
    "paragraph": "a paragraph",
    "bullet_list": "a list",
    "ordered_list": "a numbered list",
    "list_item": "an item",
    "blockquote": "a quote",
    "table": "a table",
    "dl": "a list of meanings",
    "code_block": "code",
    "fence": "code",
    "hr": "a line",
}
_OURS = {
    "ul": "bullet_list",
    "ol": "ordered_list",
    "li": "list_item",
    "blockquote": "blockquote",
    "table": "table",
    "dl": "dl",
    "pre": "code_block",
    "hr": "hr",
    **{f"h{level}": "heading" for level in range(1, 7)},
}
Step = tuple[str, int]
"""(kind of block, depth)."""


def differences(text: str, tree: Element, file: str) -> Iterator[SourceError]:
    """The first block that the two readers see differently, if there is one."""
    tokens = _JUDGE.parse(text)
    notes = {(note.get("id") or "").removeprefix("fn:"): note for note in _notes(tree)}
    found = _first_difference(list(_judged(tokens)), list(_ours(tree)), file)
    for name, inside in _judged_notes(tokens).items():
        if name in notes and not found:
            found = _first_difference(list(_judged(inside)), list(_ours(notes[name])), file)
    if found:
        yield found


def _first_difference(
    judged: list[tuple[Step, int]], ours: list[Step], file: str
) -> SourceError | None:
    for index, (theirs, line) in enumerate(judged):
        mine = ours[index] if index < len(ours) else None
        if mine != theirs:
            return _difference(theirs, mine, Place(file, line))
    if len(ours) > len(judged):
        kind, _ = ours[len(judged)]
        line = judged[-1][1] if judged else 1
        return _difference(None, (kind, 0), Place(file, line))
    return None


def _difference(theirs: Step | None, ours: Step | None, place: Place) -> SourceError:
    def name(step: Step | None) -> str:
        return f"{_NAMES[step[0]]} at depth {step[1]}" if step else "nothing"

    return SourceError(
        f"Markdown readers disagree here: CommonMark sees {name(theirs)}, this one {name(ours)}.",
        "Indent what belongs to an item by 4 blanks, and leave an empty line between blocks.",
        place,
    )


def _judged(tokens: list[Token]) -> Iterator[tuple[Step, int]]:
    """The blocks that CommonMark sees, with their lines; notes are read elsewhere."""
    depth, note = 0, 0
    for token in tokens:
        if token.type.startswith("footnote"):
            note += token.nesting
            continue
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if note or kind not in _NAMES or kind == "paragraph":
            continue
        if token.nesting >= 0:
            line = token.map[0] + 1 if token.map else 0
            yield ("code_block" if kind == "fence" else kind, depth), line
        depth += token.nesting


def _judged_notes(tokens: list[Token]) -> dict[str, list[Token]]:
    """What stands in each note, by its name; CommonMark's readers put notes at the end."""
    found: dict[str, list[Token]] = {}
    inside: list[Token] = []
    for token in tokens:
        if token.type == "footnote_open":
            inside = found[token.meta["label"]] = []
        elif not token.type.startswith("footnote"):
            inside.append(token)
    return found


def _notes(tree: Element) -> Iterator[Element]:
    return (item for item in tree.iter("li") if (item.get("id") or "").startswith("fn:"))


def _ours(tree: Element, depth: int = 0) -> Iterator[Step]:
    for child in tree:
        if child.get("class") == "footnote":
            continue
        kind = _OURS.get(child.tag)
        if kind:
            yield kind, depth
        if child.tag not in {"pre", "table"}:
            yield from _ours(child, depth + (kind is not None))
