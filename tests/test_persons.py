"""Names: which two may be one person's, and which none can sign with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.persons import fault, may_be_one

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    "other",
    [
        "ROLE TESTER Reviser",
        "Reviser, Role Tester",
        "Röle  Téster\u00a0Rev\u0131ser",
        "Dr Role Tester Reviser",
        "Prof. Dr. Role Tester Reviser, M.D.",
        "mgr inż. Role Tester Reviser",
        "Dr.Role-Tester Reviser",
        "R. Tester Reviser",
        "R T Reviser",
        "RoIe Tester Reviser",
        "Ro\u200ble Tester Revis\u00ader",
        "R\u043el\u0435 T\u0435ster R\u0435vis\u0435r",
        "\uff32\uff4f\uff4c\uff45 Tester Reviser",
        "R’ole Tester Reviser",
        "\u0280\u1d0f\u029f\u1d07 Tester Reviser",
    ],
)
def test_however_it_is_written_a_name_stays_one_person_s(other: str) -> None:
    assert may_be_one("Role Tester Reviser", other)
    assert may_be_one(other, "Role Tester Reviser")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bob Tester", "\u0412\u041e\u0412 Tester"),
        ("Ava Tester", "\u0391\u03bd\u03b1 Tester"),
        ("Łucja Żet", "Lucja Zet"),
        ("د. مختبرة النص", "مختبره النص"),
        ("أول مختبر", "اول مختبر"),
        ("Arnold Tester", "Amold Tester"),
    ],
)
def test_letters_that_look_alike_make_no_second_person(one: str, other: str) -> None:
    assert may_be_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Role Tester", "Role M. Tester"),
        ("Role Tester", "Rolf Tester"),
        ("A. Tester", "T. Tester"),
        ("a tester", "another tester"),
        ("test translator", "test reviser"),
        ("Пробный Редактор", "Probny Redaktor"),
        ("مترجم", "مراجع"),
    ],
)
def test_another_name_or_initial_makes_another_person(one: str, other: str) -> None:
    assert not may_be_one(one, other)


@given(NAMES, NAMES)
def test_every_two_names_can_be_compared_either_way(one: str, other: str) -> None:
    assert may_be_one(one, one)
    assert may_be_one(one, other) == may_be_one(other, one)


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_capitals_make_no_other_person(name: str) -> None:
    assert may_be_one(name, name.upper())
    assert may_be_one(name.lower(), name)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("=cmd|' /C calc'!A0", "begins with “=”"),
        ("'=1+1x", "begins with “=”"),
        (" +tester", "begins with “+”"),
        ("-tester", "begins with “-”"),
        ("@tester", "begins with “@”"),
        ("\uff1dtester", "begins with “=”"),
        ("test\ttester", "invisible"),
        ("test\ntester", "line break"),
        ("test\u202etester", "invisible"),
        ("test\u200dtester", "invisible"),
        ("tester \u3164", "invisible"),
        ("t" * 201, "too long"),
        ("12 -", "no letter"),
        ("T\u0435ster", "mixes letters that look alike, Cyrillic and Latin, in “T\u0435ster”"),
        ("Role \u0391nna", "Greek and Latin"),
    ],
)
def test_a_name_that_is_none_is_refused_and_says_why(said: str, why: str) -> None:
    found = fault("name", said)
    assert found
    assert why in found[0]


@pytest.mark.parametrize(
    "said",
    [
        "O’Tester", "J.-P. Ó Tester", "Łucja Żet", "test reviser 2", "A&E nurse",
        "Пробный Редактор",
        "عل\u06cc\u200cرض\u0627", "ක්\u200dරියා",
        "山田 太郎", "やま田 タロウ", "Ka\u02bbohe", "Μαρία",
    ],
)  # fmt: skip
def test_names_of_every_language_can_sign(said: str) -> None:
    assert fault("name", said) is None
