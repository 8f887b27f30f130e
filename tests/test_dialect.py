"""`dialect.md` is the specification of the dialect, and every example in it is run."""

import re
from pathlib import Path

import pytest

from tests.outline import outline, read

FRONT = """---
title: A case
description: A case
version: 1
owner:
reviewer:
reviewed:
next_review:
---
"""
_EXAMPLE = re.compile(
    r"^(?:(#+) ([^\n]*)|~~~~ (house|foreign|whole)\n(.*?)\n\.\n(.*?)\n?~~~~)$",
    re.MULTILINE | re.DOTALL,
)


def _examples() -> list[tuple[str, str, str, str]]:
    text = (Path(__file__).parent / "dialect.md").read_text(encoding="utf-8")
    found, title = [], ""
    for match in _EXAMPLE.finditer(text):
        if match.group(1):
            title = match.group(2)
        else:
            line = text.count("\n", 0, match.start()) + 1
            kind, source, expected = (str(group) for group in match.group(3, 4, 5))
            found.append((f"{line} {title}", kind, source, expected))
    return found


def test_the_specification_holds_examples() -> None:
    assert len(_examples()) > 30


@pytest.mark.parametrize(
    ("kind", "source", "expected"),
    [pytest.param(*case[1:], id=case[0]) for case in _examples()],
)
def test_an_example_of_the_dialect_reads_as_specified(
    kind: str, source: str, expected: str
) -> None:
    text = FRONT + source if kind == "house" else source
    reading = read(text, house=kind != "foreign")
    lines = outline(reading)
    if kind == "house":
        offset = FRONT.count("\n")
        lines = [
            re.sub(r"^error (\d+)", lambda m: f"error {int(m.group(1)) - offset}", line)
            for line in lines
        ]
    assert "\n".join(lines) == expected
