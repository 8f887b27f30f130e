"""The file of a second pass: what is written is read again, and nothing in it stops a reader."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalogue import Message
from pipeline.errors import PlainleafError
from pipeline.secondpass import (
    LONGEST_LINE,
    SEVERITIES,
    Rereading,
    append,
    key,
    key_of,
    likeness,
    read,
)
from tests.conftest import TODAY
from tests.rereading import line

HASH = "0123456789abcdef" * 4
OTHER = "f" * 64
TEXT = st.text(min_size=1).filter(lambda text: bool(text.strip()))


@st.composite
def lines(draw: st.DrawFn) -> Rereading:
    """Any line that says something, in any words."""
    severity = draw(st.sampled_from(SEVERITIES))
    return Rereading(
        hash=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        back=draw(TEXT),
        severity=severity,
        finding=draw(TEXT) if severity else "",
        was=draw(st.text()) if severity else "",
        by=draw(TEXT),
        blind=draw(st.booleans()),
        day=draw(st.dates(max_value=TODAY)),
    )


@given(st.lists(lines(), unique=True), st.integers(0, 5))
def test_what_is_appended_is_read_again_in_any_words(several: list[Rereading], at: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pl" / "second-pass.jsonl"
        added = append(path, several[:at]) + append(path, several[at:]) + append(path, several)
        assert added == len(several)
        found = read(path, TODAY)
    assert found.lines == tuple(several)
    assert found.ignored == ()


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.just("2026-11-22") | st.just(HASH),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
SHAPED = st.fixed_dictionaries(
    dict.fromkeys(["hash", "back", "severity", "finding", "was", "by", "blind", "date"], VALUES)
).map(lambda values: json.dumps(values).encode())


@given(st.binary() | st.text().map(str.encode) | SHAPED)
def test_no_line_stops_a_reader_and_each_counts_or_is_named(garbage: bytes) -> None:
    good = json.dumps(_values()).encode()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "second-pass.jsonl"
        path.write_bytes(good + b"\n" + garbage + b"\n" + good.replace(b"again", b"once more"))
        found = read(path, TODAY, "pl.jsonl")
    given_ = [one for one in garbage.split(b"\n") if one.strip()]
    assert len(found.lines) + len(found.ignored) == 2 + len(given_)
    assert found.lines[0] == line(HASH)
    assert found.lines[-1].back == "Said once more."


def _values(**changed: object) -> dict[str, object]:
    values = {"hash": HASH, "back": "Said again.", "severity": "", "finding": "", "was": ""}
    return values | {"by": "machine", "blind": True, "date": "2026-11-22"} | changed


WRONG = {
    "a key too many": (_values(person="a tester"), "exactly the keys"),
    "a key too few": ({"hash": HASH}, "exactly the keys"),
    "no hash": (_values(hash="k"), "64 digits"),
    "a hash in capitals": (_values(hash=HASH.upper()), "64 digits"),
    "nothing translated back": (_values(back=" "), "no back-translation"),
    "an unknown severity": (_values(severity="bad", finding="A."), "none of wording, meaning"),
    "a severity alone": (_values(severity="meaning"), "belong together"),
    "a finding alone": (_values(finding="It is wrong."), "belong together"),
    "a change for no reason": (_values(was="Inaczej."), "belong together"),
    "nobody": (_values(by=""), "who did it"),
    "blind in words": (_values(blind="yes"), "true or false"),
    "blind as a number": (_values(blind=1), "true or false"),
    "a text that is none": (_values(back=["a"]), "else a text"),
    "a day that is none": (_values(date="2026-02-30"), "no day"),
    "a day without strokes": (_values(date="20261122"), "no day"),
    "a day to come": (_values(date="2026-11-23"), "in the future, 2026-11-23"),
    "half a character": (_values(back="a \ud800"), "half a character"),
    "too long a text": (_values(back="a" * LONGEST_LINE), "longer than 200,000 bytes"),
    "a list": ([HASH], "exactly the keys"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_line_that_says_nothing_sure_counts_for_nothing_and_is_named(
    name: str, tmp_path: Path
) -> None:
    values, why = WRONG[name]
    path = tmp_path / "second-pass.jsonl"
    path.write_text(f"\n{json.dumps(values)}\n", "utf-8")
    found = read(path, TODAY, "locales/pl/second-pass.jsonl")
    assert found.lines == ()
    ((place, said),) = found.ignored
    assert str(place) == "locales/pl/second-pass.jsonl:2"
    assert why in said


TWICE = json.dumps(_values()).replace('"back"', '"back": "Something else.", "back"')


@pytest.mark.parametrize("torn", ['{"hash": "', "[" * 100_000, "9" * 5000, TWICE])
def test_what_is_no_json_or_says_a_thing_twice_is_named_as_that(torn: str, tmp_path: Path) -> None:
    path = tmp_path / "second-pass.jsonl"
    path.write_text(torn, "utf-8")
    ((_, said),) = read(path, TODAY).ignored
    assert "no JSON" in said


def test_one_wrong_line_keeps_all_from_being_added(tmp_path: Path) -> None:
    path = tmp_path / "second-pass.jsonl"
    append(path, [line(HASH)])
    before = path.read_bytes()
    for wrong in (line(OTHER, back=""), line("k"), line(OTHER, back="\ud800")):
        with pytest.raises(PlainleafError, match="was not added"):
            append(path, [line(OTHER), wrong])
        assert path.read_bytes() == before


def test_a_last_line_that_was_cut_short_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "second-pass.jsonl"
    path.write_bytes(b'{"hash"')
    append(path, [line(HASH)])
    found = read(path, TODAY)
    assert [found.lines, len(found.ignored)] == [(line(HASH),), 1]


def test_the_newest_line_counts_and_of_one_day_the_gravest_in_any_order(tmp_path: Path) -> None:
    older = line(HASH, "safety", day=TODAY - timedelta(days=1))
    plain, grave = line(HASH), line(HASH, "meaning")
    for number, several in enumerate(([older, plain, grave], [grave, plain, older])):
        path = tmp_path / f"{number}.jsonl"
        append(path, several)
        assert read(path, TODAY).by_key() == {HASH: grave}
    assert read(tmp_path / "none.jsonl", TODAY).by_key() == {}


# ── which translation a line is about ──────────────────────────────────────────────────────────
def test_a_key_is_the_digest_of_both_texts_with_a_nul_between() -> None:
    digest = hashlib.sha256("Rest\0Odpocznij się".encode()).hexdigest()
    assert key("Rest", "Odpocznij się") == digest
    assert key_of(Message("Rest", "Odpocznij się", msgctxt="heading")) == digest


def test_plural_forms_are_joined_by_nul_and_an_empty_message_has_no_key() -> None:
    message = Message("One", plural=True, plural_id="Many", forms=("Jeden", "Dwa", "Wiele"))
    assert key_of(message) == hashlib.sha256(b"One\0Jeden\0Dwa\0Wiele").hexdigest()
    assert key_of(replace(message, forms=("", "", ""))) == ""
    assert key_of(Message("One", "")) == ""


# ── copied, not made ───────────────────────────────────────────────────────────────────────────
def _copied(*backs: str, msgid: str = "Take one {} tablet a day, please.") -> tuple[int, int]:
    messages = [Message(msgid.replace("{}", str(n)), f"t{n}") for n in range(len(backs))]
    found = {
        key_of(one): line(key_of(one), back=back or one.msgid)
        for one, back in zip(messages, backs, strict=True)
    }
    alike = likeness([*messages, Message("One more of six words here", "x")], found)
    assert alike.is_copied == (alike.equal * 10 > alike.of)
    return alike.equal, alike.of


def test_blanks_and_capitals_do_not_hide_a_copy() -> None:
    assert _copied("TAKE one 0  tablet a day, please.", "Please take a tablet a day.") == (1, 2)


def test_one_copy_in_ten_may_be_chance_and_more_are_not() -> None:
    assert _copied("", *["Another thing."] * 9) == (1, 10)
    assert _copied("", "", *["Another thing."] * 9) == (2, 11)


def test_short_texts_say_nothing_of_copying() -> None:
    assert _copied("", "", msgid="Take one tablet a {}") == (0, 0)
    assert _copied("", msgid="Take one tablet a day {}") == (1, 1)


def test_a_day_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "second-pass.jsonl"
    append(path, [line(HASH, day=date(999, 1, 2))])
    assert json.loads(path.read_bytes()) == _values(date="0999-01-02")
