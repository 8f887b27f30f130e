"""Characters that no text of a leaflet may hold."""

import re

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2061-\u2064\u206a-\u206f\ud800-\uf8ff\ufdd0-\ufdef"
    r"\ufeff\ufff9-\ufffb\ufffd-\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""Control characters, soft hyphen, zero-width space, byte order mark, bidi embeddings and
overrides, signs of formulae that are not shown, tags, lone surrogates, private use, and what stands
for damage.

Marks of direction (LRM, RLM, ALM), isolates that pair up, and joiners are wanted and allowed.
"""

_LETTER = r"(?:[^\W\d_\u0e00-\u109f\u1780-\u17ff]|[\u064b-\u065f\u0900-\u0dff])"
_EUROPEAN = r"[A-Za-z\u00c0-\u04ff]"
MISPLACED = re.compile(
    rf"(?<={_LETTER})\u2060(?={_LETTER})|(?<={_EUROPEAN})[\u200c\u200d](?={_EUROPEAN})"
)
"""Joiners within a word, where they do nothing but hide from a search what the word is.

Thai, Lao, Khmer and Myanmar part their lines with word joiners; Arabic and the scripts of India
shape their letters with the other two.
"""
