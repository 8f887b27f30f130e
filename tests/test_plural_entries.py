"""Plural forms are compared as other translations are, each with what it stands for."""

from datetime import date

import pytest

from pipeline.audit import Circumstances
from pipeline.catalogue import Catalogue, Message
from pipeline.checks import get_check
from pipeline.checks._messages import forms_of
from pipeline.outcome import Outcome

POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
ARABIC = (
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 ? 4 : 5;"
)


def outcomes(check: str, header: str, *forms: str, msgid: str = "%d tablet") -> list[Outcome]:
    """What a check says of one entry with these forms."""
    entry = Message(
        msgid,
        forms[0],
        flags=("c-format",),
        plural=True,
        plural_id="%d tablets of 5 mg",
        forms=forms,
    )
    catalogue = Catalogue("case", "pl", (("Plural-Forms", header),), (entry,))
    circumstances = Circumstances("draft", date(2026, 11, 22), locale="pl")
    return list(get_check(check).run(catalogue, circumstances))


def test_a_header_says_which_forms_stand_for_one_number() -> None:
    assert forms_of(POLISH) == ((1,), (), ())
    assert forms_of(ARABIC)[:4] == ((0,), (1,), (2,), ())
    assert forms_of("nplurals=2; plural=(n > 1);") == ((0, 1), ())


@pytest.mark.parametrize("header", ["", "nplurals=2; plural=n/0;", "nplurals=2; plural=import os"])
def test_a_header_that_cannot_be_read_says_nothing(header: str) -> None:
    assert forms_of(header) == ()


def test_the_form_for_one_may_lack_its_number() -> None:
    forms = ("tabletka 5 mg", "%d tabletki po 5 mg", "%d tabletek po 5 mg")
    assert [one.verdict for one in outcomes("placeholders", POLISH, *forms)] == ["passed"]


@pytest.mark.parametrize(
    ("check", "last"), [("placeholders", "tabletek po 5 mg"), ("numbers", "%d tabletek po 6 mg")]
)
def test_every_other_form_is_compared(check: str, last: str) -> None:
    forms = ("%d tabletka 5 mg", "%d tabletki po 5 mg", last)
    (found,) = outcomes(check, POLISH, *forms, msgid="%d tablet of 5 mg")
    assert found.verdict == "failed"
