"""What stands in one line of raw Markdown besides words: links, notes, code, tags, braces.

It is read as Python-Markdown reads it, only more broadly: whatever might become a link, a tag or an
attribute counts, even where it stands in code or behind a backslash. So nothing slips through by
being written oddly; what is odd counts on both sides of a comparison.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape

from pipeline.slots import BRACES, CHOICE, PRINTF, placeholders

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_TAG = re.compile(r"""<(?:/?[A-Za-z]|[!?])(?:"[^"]*"|'[^']*'|[^<>"'])*>?""")
_SPOKEN_ATTRIBUTE = re.compile(r"""(?<=\s)(title|alt|aria-label)\s*=\s*("[^"]*"|'[^']*')""")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*|[^<> !/]+@[^@<> ]+)>")
_NO_ADDRESS = "\u061c\u200e\u200f“”„‟‘’«»‹›…\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef"
"""What ends an address: marks of direction and quotation, and scripts without blanks."""
_ADDRESS = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"'()\[\]{{}}{_NO_ADDRESS}]+|"
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
)
_SCHEME = re.compile(
    r"(?:javascript|vbscript):(?=\S)|file://|blob:https?:|"
    r"data:(?:[;,]|(?:text|image|application|audio|video|font|model|multipart|message)/)",
    re.IGNORECASE,
)
"""“Data:” alone is a word before a date in many languages."""
_ANCHOR = re.compile(
    r"""<a\s(?:[^<>]{0,200}\s)?href\s*=\s*["']([^"'<>]{1,2000})["'][^<>]{0,400}>(.{0,1000}?)</a>""",
    re.DOTALL | re.IGNORECASE,
)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
_BRACES = re.compile(r"\{[^{}]*\}")
_ODD_BRACES = re.compile(r"\\[{}]|\{\{|\}\}")
_HOLLOW = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters and a symbol of which nothing is seen: fillers of Hangul, and an empty braille cell."""
_LETTER = re.compile(rf"[^\W_{_HOLLOW}]")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_LONGEST_TARGET = 2000
"""Characters of the longest address that is looked for."""
_LOST_TARGET = 200
"""Characters that are taken for an address where no parenthesis closes it."""
_SPECIAL = re.compile(r"[\\`*\[{<&@%]|www\.|://")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")


def targets(text: str) -> Counter[str]:
    """What every link, `!`picture, `<autolink>` and bare address leads to; titles left out."""
    autolinks = (match.group(0) for match in _AUTOLINK.finditer(text)) if "<" in text else ()
    inline = _inline_targets(text) if "](" in text else ()
    return Counter([*inline, *autolinks, *_with_disguised(_bare, text)])


def _bare(text: str) -> list[str]:
    if "://" not in text and "www." not in text and "@" not in text:
        return []
    return [match.group(0).rstrip(".,;:!?*_") for match in _ADDRESS.finditer(text)]


def _with_disguised(find: Callable[[str], list[str]], text: str) -> list[str]:
    """What is found in a text, and what a reader finds besides, once entities are decoded."""
    found = find(text)
    if "&" not in text and "\\" not in text:
        return found
    hidden = Counter(find(_ESCAPED.sub(r"\1", unescape(text)))) - Counter(found)
    return found + [f"{one} (disguised)" for one in hidden.elements()]


def _inline_targets(text: str) -> Iterator[str]:
    closings = _closings(text)
    for start, end in _bracketed(text):
        if text[end : end + 1] == "(":
            target = _TITLE.sub("", text[end + 1 : closings[end]]).strip()
            picture = "!" if text[start - 1 : start] == "!" else ""
            yield picture + target.removeprefix("<").removesuffix(">")


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Where each pair of square brackets starts, and where the text behind it starts."""
    opened: list[int] = []
    for match in re.finditer(r"\\[\\\[\]]|[\[\]]", text):
        if match.group(0) == "[":
            opened.append(match.start())
        elif match.group(0) == "]" and opened:
            yield opened.pop(), match.end()


def _closings(text: str) -> dict[int, int]:
    """Where each parenthesis is closed; a little behind it if nowhere, or only far away."""
    closings: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"[()]", text):
        if match.group(0) == "(":
            opened.append(match.start())
        elif opened:
            closings[opened.pop()] = match.start()
    lost = {start: min(len(text), start + _LOST_TARGET) for start in opened}
    far = {start: end for start, end in closings.items() if end - start < _LONGEST_TARGET}
    return {start: start + _LOST_TARGET for start in closings} | far | lost


def schemes(text: str) -> Counter[str]:
    """Schemes that run or hide something, however they are written."""
    if ":" not in text and "&" not in text:  # A colon may be written as an entity.
        return Counter()
    plain = re.sub(r"[\s\\\x00-\x20]+", "", unescape(text))
    return Counter(match.casefold() for match in _SCHEME.findall(plain))


def references(text: str) -> tuple[Counter[str], Counter[str]]:
    """The labels that reference links name, and bracketed texts that may be labels themselves."""
    pairs = sorted(_bracketed(text))
    ends = {end: start for start, end in pairs}
    labels, texts = [], []
    for start, end in pairs:
        words = " ".join(text[start + 1 : end - 1].split()).casefold()
        if start in ends:  # Directly behind another pair: [text][label] or [label][].
            before = text[ends[start] + 1 : start - 1]
            labels.append(words or " ".join(before.split()).casefold())
        elif text[end : end + 1] not in {"(", "["} and not words.startswith("^"):
            texts.append(words)
    return Counter(labels), Counter(texts)


def linked(text: str) -> list[tuple[str, str]]:
    """(words, target) of every link that has words: `[words](address)`, `[words][label]`, `<a>`."""
    ends = dict(_bracketed(text))
    closings = _closings(text)
    found = [(one.start(), one[2], unescape(one[1])) for one in _ANCHOR.finditer(text)]
    for start, end in ends.items():
        words = text[start + 1 : end - 1]
        if text[end : end + 1] == "(" and closings.get(end, 0) > end:
            found.append((start, words, _TITLE.sub("", text[end + 1 : closings[end]]).strip()))
        elif text[end : end + 1] == "[" and end in ends:
            found.append((start, words, " ".join(text[end + 1 : ends[end] - 1].split()).casefold()))
    return [(words, target) for _, words, target in sorted(found) if target]


def torn_links(text: str) -> int:
    """How many links have a blank between `]` and `(`, so that they are none."""
    return len(re.findall(r"\]\s+\((?=[^\s)]+\))", text))


def slots(text: str) -> Counter[str]:
    """Placeholders such as `{region:key}` and `%s`, and notes such as `[^why]`."""
    return Counter(_with_disguised(placeholders, text) + _NOTE.findall(text))


def code_spans(text: str) -> Counter[str]:
    """What stands between backticks."""
    return Counter(body.strip() for _, body in _CODE.findall(text))


def tags(text: str) -> Counter[str]:
    """HTML tags and comments, whole or torn, and attribute lists such as `{: .class}`.

    The attributes that a reader hears (`alt`, `title`) count without their words.
    """
    found = (tag for tag in _TAG.findall(text) if not _AUTOLINK.fullmatch(tag))
    attributes = _with_disguised(_attribute_lists, text)
    folded = (_SPOKEN_ATTRIBUTE.sub(r"\1", tag) for tag in found)
    return Counter([*map(_as_written, folded), *attributes])


def _as_written(tag: str) -> str:
    """A tag in one of the ways to write it: double quotation marks, no blank that says nothing."""
    bare = re.sub(r"\s*=\s*", "=", " ".join(tag.split()))
    quoted = re.sub("='([^'\"<>]*)'", r'="\1"', bare)
    return re.sub(r" ?/?>$", ">", re.sub("^</ ", "</", quoted))


def _attribute_lists(text: str) -> list[str]:
    if "{" not in text or CHOICE.search(text):  # In a choice, braces hold words.
        return []
    found = (one for one in _BRACES.findall(text) if not BRACES.fullmatch(one))
    return [one for one in found if re.search("[:#.=]", one)]


def count(text: str, mark: str) -> int:
    """How often a mark such as `**` stands in a text, outside code and not behind a backslash."""
    return len(_between(text, mark)) - 1


def idle(text: str, mark: str) -> int:
    """How many pairs of a mark hold nothing, or a blank at an end, so that they mark nothing."""
    return sum(not one or one != one.strip() for one in _between(text, mark)[1:-1:2])


def _between(text: str, mark: str) -> list[str]:
    """What stands before, between and behind the marks; what is escaped counts as a letter."""
    if mark not in text:
        return [text]
    outside = text if mark == "`" else _CODE.sub("x", text)
    return re.sub(r"\\.|_{3,}", "x", outside).split(mark)


def odd_braces(text: str) -> Counter[str]:
    """Braces that are doubled or stand behind a backslash."""
    return Counter(_ODD_BRACES.findall(text))


def wordless_links(text: str) -> int:
    """How many links and pictures have nothing between their square brackets."""
    if "](" not in text and "][" not in text:
        return 0
    return sum(
        text[end : end + 1] in {"(", "["} and not has_words(unescape(text[start + 1 : end - 1]))
        for start, end in _bracketed(text)
    )


def has_words(text: str) -> bool:
    """Whether a text has a letter, digit or symbol that can be seen."""
    if _LETTER.search(text):
        return True
    symbols = (char for char in text if char not in _HOLLOW)
    return any(unicodedata.category(char).startswith("S") for char in symbols)


_WIDE = {code + 0xFEE0: code for code in map(ord, "()[]{}")}
"""Brackets of scripts without blanks, which take the place of ours."""


def unpaired(text: str, opening: str, closing: str) -> tuple[int, int]:
    """How many brackets close what nothing opened, and how many stay open."""
    text = text if text.isascii() else text.translate(_WIDE)
    if opening not in text and closing not in text:
        return 0, 0
    lost = depth = 0
    for char in re.findall(rf"\\.|[{re.escape(opening + closing)}]", text):
        depth += {opening: 1, closing: -1}.get(char, 0)
        if depth < 0:
            lost, depth = lost + 1, 0
    return lost, depth


_BLANKED = (
    ("[^", _NOTE),
    ("<", _AUTOLINK),
    ("<", _TAG),
    ("://", _ADDRESS),
    ("www.", _ADDRESS),
    ("@", _ADDRESS),
    ("{", _BRACES),
    ("%", PRINTF),
)
"""What is no words, each with a sign without which there is none of it."""


@lru_cache(maxsize=8)  # Three guards ask for the same two texts.
def running(text: str) -> str:
    """The words that a reader gets, with blanks for addresses, code, notes, tags and braces."""
    if not _SPECIAL.search(text):
        return text
    source = _CODE.sub(" ", text)
    closings, addresses = _closings(source), []
    for start, end in _bracketed(source):
        if source[end : end + 1] == "(":
            title = _TITLE.search(source, end, closings[end])
            addresses.append((end, title.start() if title else closings[end]))
        elif source[start - 1 : start] == "]":
            addresses.append((start, end))
    plain = _blanked(source, addresses)
    for sign, pattern in _BLANKED:
        if sign in plain:
            plain = pattern.sub(" ", plain)
    return _ESCAPED.sub(r"\1", unescape(plain)).replace("*", "")


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks in the place of some of it."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            parts += [text[at:start], " " * (end - max(start, at))]
            at = end
    return "".join([*parts, text[at:]])
