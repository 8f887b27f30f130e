"""Sentences of one block, and words of one sentence.

A block ends a sentence whether or not a full stop stands there, so a list item without one is a
sentence of its own. Full stops in numbers, abbreviations and initials end nothing.
"""

import re

# U+061F and U+06D4 end sentences in Arabic and Urdu, U+0964 in Hindi; the others stand in Chinese
# and Japanese, where no blank follows.
_END = re.compile(
    "[.!?\u2026\u061f\u06d4\u0964]+[\"'”’»)\\]]*(?=\\s|$)|[\u3002\uff01\uff1f]+[\u300d\u300f”\uff09]*"
)
_ABBREVIATIONS = frozenset(
    word
    for words in (
        "mr mrs ms dr prof rev st e.g i.e vs approx no nos fig figs vol ed eds pp cf dept est",
        "jan feb mar apr jun jul aug sept sep oct nov dec np tzn m.in tj ok z.b bzw ca",
    )
    for word in words.split()
)
_ADDRESSES = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|"  # the web and mail
    r"(?<![\w.,])\+?\(?\d(?:[ ().-]?\d){6,}"  # phones: seven digits or more
)


def sentences(block: str) -> tuple[str, ...]:
    """The sentences of a block, trimmed; pieces without a letter or digit belong to none."""
    found, start = [], 0
    for match in _END.finditer(block):
        if _ends(block, match):
            found.append(block[start : match.end()])
            start = match.end()
    found.append(block[start:])
    return tuple(one.strip() for one in found if re.search(r"[^\W_]", one))


def _ends(block: str, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence: what follows does not go on in lower case."""
    rest = block[match.end() :].lstrip(" \t\n\"'“‘«([")
    if rest[:1].islower():
        return False
    if not match.group(0).startswith(".") or match.group(0).startswith(".."):
        return True
    before = re.search(r"[^\s(\[“‘\"']*$", block[: match.start()])
    word = before.group(0).casefold() if before else ""
    initial = re.fullmatch(r"[^\W\d_]", word) is not None and word != "i"
    return not rest or (word not in _ABBREVIATIONS and not initial)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, as Flesch counts them: what stands between blanks.

    Contractions, hyphenated words and numbers are one word each; a slash or a dash parts words.
    Source: R. Flesch, How to Write Plain English (1979), chapter 2.
    """
    pieces = (piece.strip("\"'“”‘’«»()[]{}.,;:!?…*") for piece in re.split(r"[\s/—–]+", text))
    return tuple(piece for piece in pieces if re.search(r"[^\W_]", piece))


def without_addresses(text: str) -> str:
    """The text without web and mail addresses and phone numbers: nobody reads them as words."""
    return _ADDRESSES.sub("", text)
