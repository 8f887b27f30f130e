"""Reading levels of a stream: as many lines out as in, in order, and clear words for bad ones."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PlainleafError, SourceError
from pipeline.levelstream import levels, require_lists

FIELDS = ["id", "level", "error", "sentence_index", "word_index", "support"]
IDS = st.one_of(st.integers(), st.text(), st.none(), st.booleans(), st.lists(st.integers()))


def _told(rows: list[dict[str, Any]], language: str = "en") -> list[dict[str, Any]]:
    lines = [json.dumps(row).encode() for row in rows]
    return [json.loads(line) for line in levels(lines, language, "stream")]


@given(
    st.lists(st.fixed_dictionaries({"id": IDS, "text": st.text()})),
    st.sampled_from(["en", "ar", "hi", "zh", "ja", "pl", "tr", "so", "km"]),
)
def test_any_lines_give_as_many_lines_with_the_same_ids_in_order(
    rows: list[dict[str, Any]], language: str
) -> None:
    told = _told(rows, language)
    assert [one["id"] for one in told] == [row["id"] for row in rows]
    assert all(list(one) == FIELDS for one in told)
    assert all((one["level"] is None) == (one["error"] is None) for one in told)


def test_a_text_has_no_level_only_where_it_has_no_words() -> None:
    texts = ["", "…!", " \n ", "Yes", "7", "word " * 300]
    told = _told([{"id": n, "text": text} for n, text in enumerate(texts)])
    assert [one["level"] is None for one in told] == [True, True, True, False, False, False]
    assert told[3]["error"] > told[5]["error"], "few words say little"


def test_a_language_without_anchors_has_a_level_and_no_support() -> None:
    told = _told([{"id": 1, "text": "សួស្តី អ្នក ទាំងអស់គ្នា"}], "km")[0]
    assert told["level"] is not None
    assert (told["support"], told["sentence_index"]) == ("none", None)


def test_an_end_of_line_ends_a_block() -> None:
    one = "Drink a lot of cold water on all the days when you can do so"
    two = "and ask for tea when you want"
    told = _told([{"id": 1, "text": f"{one} {two}"}, {"id": 2, "text": f"{one}\n{two}"}])
    assert told[0]["sentence_index"] > told[1]["sentence_index"]


@pytest.mark.parametrize(
    "bad",
    [
        b"no json",
        b"[1]",
        b'{"id": 1}',
        b'{"text": "a"}',
        b'{"id": 1, "text": 7}',
        b'{"id": NaN, "text": "a"}',
        b'{"id": 1, "text": "a"} {}',
        b'\xff{"id": 1, "text": "a"}',
        b"[" * 100_000,
    ],
)
def test_a_bad_line_is_named_by_its_number_once_all_before_it_are_answered(bad: bytes) -> None:
    good = b'\xef\xbb\xbf{"id": 1, "text": "Hello there."}'
    found = levels([good, b"\n", bad, good], "en", "stream")
    assert json.loads(next(found))["id"] == 1
    with pytest.raises(SourceError, match=r"^stream:3: This line cannot be used: .* Write one"):
        next(found)


def test_each_line_is_answered_before_the_next_is_read() -> None:
    read = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            read.append(number)
            yield json.dumps({"id": number, "text": "Hello."}).encode()

    found = levels(lines(), "en", "stream")
    assert read == []
    next(found)
    assert read == [0]


def test_without_the_word_lists_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    require_lists()
    monkeypatch.setattr(
        "pipeline.levelstream.find_spec", lambda name: None if name == "wordfreq" else name
    )
    with pytest.raises(PlainleafError, match=r"need wordfreq, which .* pip install 'plainleaf\["):
        require_lists()
