"""The outline of a leaflet: the same for the same leaflet, and another for every other one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.catalogue import Key
from pipeline.document import Segment
from pipeline.outline import outline
from pipeline.reader import Reader, Source, as_written
from tests.ledgers import TEXT
from tests.outline import EN, SURROUNDINGS, read

PARTS = [
    "One.",
    "- Two\n- Three",
    "4. Four",
    "> Five.",
    "> [!warning]\n> Six.",
    "![Seven](seven.svg)",
    "## Eight {#eight}",
    "- [ ] Nine ___ ___",
    "Table: Ten\n\n| A | B |\n|---|--:|\n| C | D |",
    "Eleven[^11].\n\n[^11]: A note.",
    "<!-- skip -->\n\nTwelve, {region:helpline}",
]
EVERYTHING = "\n\n".join(PARTS)


def _read(body: str, former: dict[Key, str] | None = None, **drawings: bytes) -> Segment:
    """The outline of a text; its front matter is that of the usual small leaflet."""
    reading = read(TEXT.partition("## ")[0] + body)
    return outline(reading.document, reading.segments, drawings, former or {})


def test_a_version_of_plainleaf_asks_nobody_to_sign_again() -> None:
    """Change these only with a word in the changelog: all leaflets have to be signed again."""
    found = _read(EVERYTHING, arm=b"one drawing")
    assert found.msgid == (
        "The leaflet as a whole: 18 parts in this order, pictures: arm. "
        "Version: 1. Owner: A test owner. Reviewer: A test reviewer. "
        "Reviewed: 2026-11-01. Next review: 2027-11-01."
    )
    assert found.bound == ("f2681fb4c699d49a6068b91e0bb93c47aff458f6231f76ac3fd8edd042b41b17",)


@settings(deadline=None, max_examples=40)
@given(st.permutations(PARTS))
def test_every_other_order_is_another_outline(several: list[str]) -> None:
    same = _read("\n\n".join(several)).bound == _read(EVERYTHING).bound
    assert same == (several == PARTS)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(PARTS), min_size=1, unique=True), st.data())
def test_every_block_that_goes_leaves_another_outline(
    several: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(several))
    rest = [one for one in several if one != gone]
    assert _read("\n\n".join(several)).bound != _read("\n\n".join(rest)).bound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[More][a].\n\n[a]: https://a.org/", "[More][a].\n\n[a]: https://b.org/"),
        ('[More][a].\n\n[a]: https://a.org/ "A"', "[More][a].\n\n[a]: https://a.org/"),
        ("One[^1].\n\n[^1]: 1. Two", "One[^1].\n\n[^1]: - Two"),
        ("## One {#one}", "## One {#two}"),
        ("One.\n\nTwo.", "One. Two."),
        ("- One\n- Two", "- One\n\n- Two"),
        ("- [ ] One ___", "- [ ] One ___ ___"),
        ("> [!note]\n> One.", "> [!warning]\n> One."),
        ("> [!note]\n> One.\n>\n> Two.", "> [!note]\n> One.\n\nTwo."),
        ("<!-- skip -->\n\n**One**", "<!-- skip -->\n\nOne"),
    ],
)
def test_what_stands_elsewhere_or_looks_different_is_another_outline(one: str, other: str) -> None:
    assert _read(one).bound != _read(other).bound


def test_no_fact_of_the_front_matter_passes_for_another() -> None:
    document = read(TEXT).document
    facts = [("A. Reviewer: B", "C"), ("A", "B. Reviewer: C")]
    one, other = (
        outline(replace(document, meta=replace(document.meta, owner=o, reviewer=r)), (), {}, {})
        for o, r in facts
    )
    assert one.msgid == other.msgid
    assert one.bound != other.bound


def test_a_leaflet_that_was_planned_and_is_there_now_is_no_change() -> None:
    text = "Read [more](02-signs.md)."
    there = replace(SURROUNDINGS, leaflets=frozenset({"case", "02-signs"}), planned=frozenset())
    reading = Reader(EN, there, house=True).read(
        Source("case", "case.md", TEXT.partition("## ")[0] + text), as_written(EN), EN, "draft"
    )
    assert outline(reading.document, reading.segments, {}, {}) == _read(text)


def test_an_outline_knows_what_it_was_before_an_edit() -> None:
    edited: dict[Key, str] = {(None, "Rest now."): "Rest nwo."}
    assert _read("Rest now.", edited).bound == _read("Rest nwo.").bound
