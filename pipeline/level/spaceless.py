"""Words of Chinese and Japanese, which are written without blanks.

The likeliest way to part a run of characters into words of the frequency list, each word taken as
independent of the others, found by dynamic programming: A. J. Viterbi, "Error bounds for
convolutional codes and an asymptotically optimum decoding algorithm", IEEE Transactions on
Information Theory 13(2), 1967.
"""

import re
from collections.abc import Mapping
from math import inf

LONGEST = {"zh": 5, "ja": 8}
"""Characters of the longest word that is looked for."""
_RUN = re.compile(
    "([\u30a1-\u30faー]+)|"  # a word in katakana is seldom parted
    "([\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆\U00020000-\U0003134f]+)"
)
_UNKNOWN = -10.0
"""Ten-log of how likely a character is that is in no list."""


def parted(text: str, chances: Mapping[str, float], longest: int) -> str:
    """The text with a blank on both sides of each word of Chinese or Japanese script.

    `chances` are ten-logs of how often each word stands in running text, `with_beginnings`.
    """

    def spaced(run: re.Match[str]) -> str:
        return f" {run[1]} " if run[1] else f" {' '.join(_words(run[2], chances, longest))} "

    return _RUN.sub(spaced, text)


def _words(run: str, chances: Mapping[str, float], longest: int) -> list[str]:
    size = len(run)
    best = [0.0] + [-inf] * size
    came = [0] * (size + 1)
    known = chances.get
    for start in range(size):
        here = best[start]
        chance = known(run[start], -inf)
        if here + max(chance, _UNKNOWN) > best[start + 1]:
            best[start + 1], came[start + 1] = here + max(chance, _UNKNOWN), start
        for end in range(start + 2, min(start + longest, size) + 1):
            found = known(run[start:end])
            if found is None:
                break
            if here + found > best[end]:
                best[end], came[end] = here + found, start
    words = []
    while size:
        words.append(run[came[size] : size])
        size = came[size]
    return words[::-1]


def with_beginnings(chances: Mapping[str, float]) -> dict[str, float]:
    """The chances, and minus infinity for each beginning of a word that is no word itself.

    So the search for longer words ends where no word begins so.
    """
    found = dict(chances)
    for word in chances:
        for end in range(1, len(word)):
            found.setdefault(word[:end], -inf)
    return found
