"""Reading levels of a stream: a line of JSON in, a line of JSON out, in the same order."""

import json
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from pipeline.errors import PlainleafError, SourceError
from pipeline.level import read
from pipeline.place import Place

_SHAPE = 'Write one object on each line: {"id": 1, "text": "…"}'
_DIGITS = 4


def levels(lines: Iterable[bytes], language: str, shown_as: str) -> Iterator[str]:
    """The level of each line's text; empty lines are passed over.

    An end of line within a text ends a block. The level is null only where a text has no words;
    with few words its error is large. Lines may be read one at a time as results are taken.

    Raises:
        SourceError: a line is no JSON of the right shape; all before it have been given.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _answer(line.removeprefix(b"\xef\xbb\xbf"), language)
            except (ValueError, RecursionError) as error:
                place, why = Place(shown_as, number), _why(error)
                raise SourceError(f"This line cannot be used: {why}.", _SHAPE, place) from error


def _answer(line: bytes, language: str) -> str:
    given = json.loads(line.decode())
    if not isinstance(given, dict):
        raise ValueError("it is no object")  # noqa: TRY004  a fault of the line, like all others
    for name in ("id", "text"):
        if name not in given:
            raise ValueError(f"it has no “{name}”")
    if not isinstance(given["text"], str):
        raise ValueError("its “text” is no string")  # noqa: TRY004  as above
    found = read(given["text"].split("\n"), language)
    answer = {
        "id": given["id"],
        "level": _rounded(found.level),
        "error": _rounded(found.error),
        "sentence_index": _rounded(found.sentence_index),
        "word_index": _rounded(found.word_index),
        "support": found.support,
    }
    return json.dumps(answer, allow_nan=False)


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON from character {error.pos + 1} on"
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 from byte {error.start + 1} on"
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _rounded(value: Any) -> float | None:
    return None if value is None else round(value, _DIGITS)


def require_lists() -> None:
    """Refuse to go on without the word lists.

    Raises:
        PlainleafError: they are not installed.
    """
    lacking = [name for name in ("wordfreq", "msgpack") if find_spec(name) is None]
    if lacking:
        raise PlainleafError(
            f"Reading levels need {' and '.join(lacking)}, which are not installed.",
            "Run: pip install 'plainleaf[level]'",
        )
