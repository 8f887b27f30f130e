"""Lists of phrases that translators write, as one pattern that finds them in a text as it stands.

Unlike the lists of `lexicon`, which look into folded text, these find the very words of a page.
"""

import re
from functools import lru_cache

from pipeline.wordpattern import SIGNS

UNSPACED = re.compile("[\u2e80-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Letters of languages that put no blank between words."""


@lru_cache(maxsize=1024)
def phrases(listed: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of the phrases, whole, in a text; `*` is any letters, blanks are any blanks.

    Capitals count only where an entry has any.
    """
    longest = sorted((one.strip() for one in listed if one.strip()), key=len, reverse=True)
    return re.compile("|".join(f"(?:{_one(entry)})" for entry in longest) or "(?!)")


def _one(entry: str) -> str:
    body = re.escape(entry).replace(r"\*", rf"[\w{SIGNS}]*").replace(r"\ ", r"\s+")
    body = body if entry != entry.lower() else f"(?i:{body})"
    if UNSPACED.search(entry):
        return body
    # A Latin word may stand between Chinese letters without a blank.
    letter = rf"(?!{UNSPACED.pattern})[\w{SIGNS}]"
    return rf"(?<!{letter}){body}(?!{letter})"
