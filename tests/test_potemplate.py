"""A template says what every message is, in reading order, and moves only when a message does."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.document import Segment
from pipeline.place import Place
from pipeline.pochunks import Style
from pipeline.pofile import PoFile, read
from pipeline.potemplate import template_bytes

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LONG = (
    "Somebody should go home with you, and stay there until the next day - even if you feel well."
)


def made(folder: Path, data: bytes, name: str = "a.po") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def segment(msgid: str, kind: str = "paragraph", **more: Any) -> Segment:
    place = Place("leaflets/visit.md", 3, str(more.pop("anchor", "going-home")))
    around = more.pop("around", ("Going home",))
    return Segment("visit", kind, msgid, around=around, place=place, **more)


SEGMENTS = (
    segment("Your visit", "title", anchor="", around=(), flags=("max-length:60",)),
    segment("Going home", "heading 2", around=()),
    segment(LONG),
    segment("Rest", "item 3 of 5", around=("Going home", "Before you go:"), note="a verb"),
    segment("Rest", "table head", msgctxt="noun"),
    segment("1 hour", "cell", around=("Going home", "How long")),
    segment("A place to sleep.", "meaning", around=("Going home", "Ward")),
    segment("Ring 999", "item 1 of 1", safety=True, flags=("priority:200",), anchor="help"),
    segment("Going home", "alt text", anchor="picture", flags=("max-length:125",)),
)


def template(
    old: Path | None = None, segments: tuple[Segment, ...] = SEGMENTS, **more: Any
) -> bytes:
    given: dict[str, Any] = {"project_name": "Visit 1.0", "bugs": "b", "today": NOW} | more
    return template_bytes("visit", segments, old=old, **given)


def test_a_template_is_in_reading_order_and_shares_what_is_said_twice(tmp_path: Path) -> None:
    catalogue = read(made(tmp_path, template()), leaflet="visit", locale="")
    said = [(one.msgctxt, one.msgid) for one in catalogue.messages]
    assert said == list(dict.fromkeys((one.msgctxt, one.msgid) for one in SEGMENTS))
    home = catalogue.by_key()[None, "Going home"]
    assert home.references == ("leaflets/visit.md#going-home", "leaflets/visit.md#picture")
    assert home.flags == ("md-text", "max-length:125")
    assert home.extracted == "heading 2\nalt text"


def test_a_translator_reads_what_each_message_is(tmp_path: Path) -> None:
    catalogue = read(made(tmp_path, template()), leaflet="visit", locale="")
    said = {one.msgid: one.extracted for one in catalogue.messages if one.msgctxt is None}
    assert said["Rest"] == ("item 3 of 5, under “Going home”, after “Before you go:”\nnote: a verb")
    assert said["1 hour"] == "cell, under “Going home”, in the column “How long”"
    assert said["A place to sleep."] == "meaning, under “Going home”, of “Ward”"
    assert said["Ring 999"].split("\n")[1] == "SAFETY: the meaning must be exact."
    assert all(one.extracted for one in catalogue.messages)


def test_gettext_accepts_a_template_with_all_its_header_fields(tmp_path: Path) -> None:
    path = made(tmp_path, template(), "visit.pot")
    checks = ["--check-header", "--check-format", "--check-domain"]
    subprocess.run(["msgfmt", *checks, "-o", "/dev/null", path], check=True)
    assert [name for name, _ in PoFile.load(path).fields] == [
        "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date",
        "Last-Translator", "Language-Team", "Language", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Plural-Forms",
    ]  # fmt: skip


LATER = datetime(2027, 1, 1, tzinfo=UTC)


def test_a_template_that_says_the_same_keeps_its_bytes_even_in_another_wrap(tmp_path: Path) -> None:
    path = made(tmp_path, template(), "visit.pot")
    assert template(path, today=LATER) == path.read_bytes()
    po = PoFile.load(path)
    po.style = Style(0)
    for entry in po.entries:
        entry.put("msgid", po.written("msgid", entry.msgid))
    made(tmp_path, po.bytes(), "visit.pot")
    assert template(path, today=LATER) == po.bytes()


@pytest.mark.parametrize(
    ("segments", "moves"),
    [
        ((*SEGMENTS, segment("More")), True),
        (SEGMENTS[:-2], True),
        (SEGMENTS[::-1], True),
        ((segment("Your visit", "title", around=()), *SEGMENTS[1:]), True),
        ((*SEGMENTS[:3], segment("Rest", "item 3 of 5"), *SEGMENTS[4:]), True),
        ((*SEGMENTS, segment("Ring 999", "item 1 of 1", safety=True, anchor="new")), False),
    ],
    ids=["added", "removed", "moved", "flag gone", "comment gone", "reference only"],
)
def test_the_creation_date_moves_only_when_a_message_does(
    tmp_path: Path, segments: tuple[Segment, ...], *, moves: bool
) -> None:
    path = made(tmp_path, template(), "visit.pot")
    new = template(path, segments, today=LATER)
    assert new != path.read_bytes()
    assert (b"POT-Creation-Date: 2027-01-01 00:00+0000" in new) == moves


def test_a_moved_paragraph_changes_no_other_reference(tmp_path: Path) -> None:
    before = read(made(tmp_path, template()), leaflet="visit", locale="").by_key()
    new = template(segments=(segment("First of all"), *SEGMENTS))
    after = read(made(tmp_path, new), leaflet="visit", locale="").by_key()
    assert all(after[key].references == message.references for key, message in before.items())
