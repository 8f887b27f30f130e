"""The marks of the dialect as patterns, and what is done to a block's raw text."""

import re

HEADINGS = {f"h{level}": level for level in range(1, 7)}
TOKENS = re.compile("(?:\x02[^\x03]*\x03)+$")
"""What the footnotes extension hangs on a note's last paragraph."""
VARIABLE = re.compile(r"\{region:([a-z0-9-]+)\}")
CALLOUT = re.compile(r"\s*\[!([\w-]+)\][ \t]*([^\n]*)(?:\n|$)")
CAPTION = re.compile(r"Table:\s+(.*)$", re.DOTALL)
HEADING_ID = re.compile(r"[ ]+\{:?[ ]*#([A-Za-z][\w-]*)[ ]*\}[ ]*$")
IMAGE = re.compile(r'!\[((?:[^\[\]\\]|\\.)*)\]\(([^\s()]+)(?:\s+"([^"\n]*)")?\s*\)')
TICK = re.compile(r"\[([ xX])\]\s+")
WRITING = re.compile(r"(?:\s+_{3,})+\s*$")
"""Room to write: each run of underscores at the end of an item is one line."""
ATTRIBUTES_AT_END = re.compile(r"[ ]+\{:?[ ]*[^}\n ][^\n]*\}[ ]*$")
ATTRIBUTES_BELOW = re.compile(r"\n[ ]*\{:?[ ]*[^}\n ][^\n]*\}[ ]*$")
"""Attribute lists where Python-Markdown takes them; no translator should meet them."""

_HARD_BREAK = re.compile(r" {2,}\n\s*")
_FOLD = re.compile(r"\s*\n\s*")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`]")


def folded(raw: str) -> str:
    """A block's text on one line, so that rewrapping the source changes no msgid.

    Two blanks at the end of a line ask for a line break and are kept; a backslash there is no
    break to Python-Markdown.
    """
    if "\n" not in raw:
        return raw.strip()
    text = _HARD_BREAK.sub("\0", raw.strip())
    return _FOLD.sub(" ", text).replace("\0", "  \n")


def plain(text: str) -> str:
    """The words of a heading without their marks, for its id."""
    return _LINK.sub(lambda match: match.group(1) or "", text)
