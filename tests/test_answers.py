"""Yes and no under “approved”, as people write them in each language of ours."""

import pytest

from pipeline.exchange._answers import answer_of


@pytest.mark.parametrize(
    ("locale", "yes", "no"),
    [
        ("ar", ["نعم", "صحيح"], ["لا", "خطأ"]),
        ("bn", ["হ্যাঁ", "সত্য"], ["না", "মিথ্যা"]),
        ("cy", ["Ie", "GWIR", "Ydw"], ["Nage", "ANWIR", "Nac ydw"]),
        ("es", ["Sí", "si", "VERDADERO"], ["No", "FALSO"]),
        ("fr", ["Oui", "VRAI"], ["Non", "FAUX"]),
        ("hi", ["हाँ", "जी हां", "सत्य"], ["नहीं", "असत्य"]),
        ("pa", ["ਹਾਂ", "ਸਹੀ"], ["ਨਹੀਂ", "ਗਲਤ"]),
        ("pl", ["tak", "PRAWDA"], ["nie", "FAŁSZ"]),
        ("pt", ["Sim", "VERDADEIRO"], ["Não", "nao", "FALSO"]),
        ("ro", ["Da", "ADEVĂRAT"], ["Nu", "FALS"]),
        ("so", ["Haa"], ["Maya"]),
        ("uk", ["Так", "ІСТИНА"], ["\u041d\u0456", "ХИБНІСТЬ"]),
        ("ur", ["ہاں", "جی ہاں", "درست"], ["نہیں", "غلط"]),
        ("zh-Hans", ["是", "是的"], ["否", "不是"]),
    ],
)
def test_each_language_of_ours_says_yes_and_no(locale: str, yes: list[str], no: list[str]) -> None:
    assert [answer_of(one) for one in (*yes, *no)] == ["yes"] * len(yes) + ["no"] * len(no), locale


@pytest.mark.parametrize("said", ["na", "ne", "ni", "nie wiem", "हो", "不知道", "ہو"])
def test_what_is_yes_in_one_language_and_no_in_another_is_neither(said: str) -> None:
    assert answer_of(said) is None
