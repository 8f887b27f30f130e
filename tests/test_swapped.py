"""Numbers that count other things than in the source, and what merely stands in another order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.guard import findings

SOURCE = "Take {} tablets every {} hours"
TWO = st.lists(st.integers(2, 90), min_size=2, max_size=2, unique=True)
ORDERS = {
    "Weź {} tabletek co {} godz.": "Co {} godz. weź {} tabletek",
    "Nehmen Sie {} Tabletten alle {} Stunden": "Alle {} Stunden {} Tabletten nehmen",
    "خذ {} أقراص كل {} ساعات": "كل {} ساعات خذ {} أقراص",
    "每次 {} 片 每 {} 小时一次": "每 {} 小时 {} 片",
}


@given(TWO, st.sampled_from(sorted(ORDERS)))
def test_a_dose_is_found_that_has_changed_places_with_its_hours(
    numbers: list[int], translation: str
) -> None:
    source, right = SOURCE.format(*numbers), translation.format(*numbers)
    assert not findings(source, right)
    assert not findings(source, ORDERS[translation].format(*numbers[::-1]))
    assert findings(source, translation.format(*numbers[::-1]))


def test_one_known_unit_is_enough() -> None:
    source = "Use 2 patches every 6 hours"
    assert not findings(source, "Co 6 godzin użyj 2 plastrów")
    said = [one.sentence for one in findings(source, "Użyj 6 plastrów co 2 godziny")]
    assert said == ["The source says 6 hours, and here stands 2. Write 6."]


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Rest 2 to 6 hours", "Odpoczywaj od 2 godzin do 6"),
        ("Wait 2 or 6 hours", "Poczekaj 2 godziny albo 6"),
        ("In 2, 4 or 6 weeks", "Za 2 tygodnie, 4 lub 6"),
        ("Drink 2 of 6 litres", "Wypij z 6 litrów 2"),
        ("After 6 hours 6 tablets, after 2 hours 2", "Po 6 godz. 6 tabl., po 2 godz. 2"),
    ],
)
def test_a_unit_that_is_said_once_for_several_numbers_is_no_finding(
    msgid: str, msgstr: str
) -> None:
    assert not findings(msgid, msgstr)


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Stage IV cancer", "4期癌症"),
        ("Room I", "会議室1"),
        ("Grade III", "3 級"),
        ("Quarterly", "3ヶ月毎"),
    ],
)
def test_a_numeral_may_stand_for_a_roman_one(msgid: str, msgstr: str) -> None:
    assert not findings(msgid, msgstr)


def test_the_word_i_is_no_numeral() -> None:
    assert findings("What can I ask?", "O co 1 zapytać?")


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ('<a href="/x">a</a>', "<a href = '/x' >b</a>"),
        ("a<br>b", "a<br />b"),
        ("a stray { or } there", "zbłąkany { lub } tam"),
    ],
)
def test_html_that_is_only_written_in_another_way_is_no_finding(msgid: str, msgstr: str) -> None:
    assert not [one for one in findings(msgid, msgstr) if one.guard == "tags"]
