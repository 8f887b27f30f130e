"""Characters that no text of a leaflet may hold."""

import re

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u206a-\u206f\ud800-\uf8ff\ufdd0-\ufdef"
    r"\ufeff\ufff9-\ufffb\ufffd-\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""Control characters, soft hyphen, zero-width space, byte order mark, bidi embeddings and
overrides, tags, lone surrogates, private use, and what stands for damage.

Marks of direction (LRM, RLM, ALM), isolates that pair up, and joiners are wanted and allowed.
"""
