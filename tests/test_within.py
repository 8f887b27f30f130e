"""Where a segment stands: whatever moves a block elsewhere voids what was signed for it."""

import pytest

from pipeline.document import Segment
from tests.outline import read
from tests.test_dialect import FRONT

ITEM = "Take 5 tablets."


def _segment(body: str) -> Segment:
    segments = read(FRONT + body).segments
    return next(one for one in segments if one.msgid == ITEM)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Do\n\n- {}\n", "## Do not\n\n- {}\n"),
        ("## Do\n\n### At home\n\n{}\n", "## Do not\n\n### At home\n\n{}\n"),
        ("> [!action] Do\n>\n> - {}\n", "> [!warning] Do\n>\n> - {}\n"),
        ("> [!action] Do\n>\n> {}\n", "> [!action] Do not\n>\n> {}\n"),
        ("Do these:\n\n- {}\n", "Never do these:\n\n- {}\n"),
        (
            "Table: T\n\n| A | B |\n|---|---|\n| Do | {} |\n",
            "Table: T\n\n| A | B |\n|---|---|\n| Do not | {} |\n",
        ),
        (
            "Table: T\n\n| A | Do |\n|---|---|\n| x | {} |\n",
            "Table: T\n\n| A | Do not |\n|---|---|\n| x | {} |\n",
        ),
        ("Do\n:   {}\n", "Do not\n:   {}\n"),
    ],
    ids=["heading", "outer heading", "kind", "title", "lead-in", "row", "column", "term"],
)
def test_a_block_that_moves_stands_in_something_else(before: str, after: str) -> None:
    one, other = _segment(before.format(ITEM)), _segment(after.format(ITEM))
    assert (one.within, one.around) != (other.within, other.around)


def test_what_is_said_of_a_block_around_holds_for_what_is_in_it() -> None:
    segment = _segment(f"<!-- safety -->\n\n> [!action] Do\n>\n> - {ITEM}\n")
    assert segment.safety


def test_a_section_that_has_ended_is_no_longer_around() -> None:
    segment = _segment(f"## One\n\n### Part\n\nWords.\n\n## Two\n\n{ITEM}\n")
    assert (segment.within, segment.around) == ((), ("Two",))


def test_a_footnote_stands_in_no_section_and_knows_its_line() -> None:
    segment = _segment(f"## One\n\nA word[^n].\n\n[^n]: {ITEM}\n\n## Two\n\nMore.\n")
    assert (segment.within, segment.around) == ((), ())
    assert segment.place.line == FRONT.count("\n") + 5
