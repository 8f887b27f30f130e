"""Other languages' own formulas, counted by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.level import formulas_for, measure
from pipeline.level.vowels import syllables_in


def value(language: str, name: str, text: str) -> float:
    """What a formula says of one block."""
    (formula,) = (each for each in formulas_for(language) if each.name == name)
    found = formula.value([text])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("de", {"Krankenhaus": 3, "heute": 2, "Tee": 1}),
        ("es", {"ciudad": 2, "poeta": 3, "maíz": 2, "hoy": 1, "médico": 3, "yo": 1}),
        ("fr", {"malade": 2, "théâtre": 2, "eau": 1, "le": 1}),
        ("it", {"medico": 3, "chiamare": 3, "maestro": 3}),
        ("nl", {"ziekenhuis": 3, "mooie": 2, "been": 1}),
        ("pl", {"lekarz": 2, "niebo": 2, "szpital": 2, "się": 1}),
        ("pt", {"coração": 3, "médico": 3, "não": 1}),
        ("ru", {"больница": 3, "врач": 1}),
        ("tr", {"hastane": 3, "doktor": 2}),
    ],
)
def test_syllables_are_heard(language: str, counted: dict[str, int]) -> None:
    found = {word: syllables_in(word.casefold(), language) for word in counted}
    assert found == counted


def test_formulas_give_what_their_authors_wrote() -> None:
    # Two sentences, five words, nine syllables.
    spanish = "El médico viene. Descanse hoy."
    assert value("es", "Szigriszt-Pazos", spanish) == pytest.approx(206.835 - 62.3 * 10 / 5 - 2.5)
    german = "Der Arzt kommt. Bitte ruhen."
    assert value("de", "Amstad", german) == pytest.approx(180 - 2.5 - 58.5 * 7 / 5)
    assert value("it", "Gulpease", "Il medico viene.") == pytest.approx(89 + (300 - 130) / 3)
    polish = "Onkologia to nauka."
    assert value("pl", "Pisarek", polish) == pytest.approx(math.hypot(3, 100 / 3) / 2)


@given(st.lists(st.text(alphabet="abie NHSr-/'.5,?\n", max_size=60), max_size=4))
def test_the_school_grade_of_english_is_the_same_wherever_it_is_asked_for(texts: list[str]) -> None:
    (formula,) = (each for each in formulas_for("en") if each.name == "Flesch-Kincaid")
    found, level = formula.value(texts), measure(texts)
    assert (found is None) == (level.words == 0)
    if found is not None:
        assert found == pytest.approx(level.fkgl_all)


def test_languages_without_a_formula_have_none() -> None:
    assert formulas_for("cy") == formulas_for("ar") == ()
    assert [each.language for each in formulas_for("pt-PT")] == ["pt"]


def test_every_formula_names_its_source_and_scale() -> None:
    for language in ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr"):
        assert formulas_for(language)
        for formula in formulas_for(language):
            assert formula.scale
            assert any(char.isdigit() for char in formula.source)
            assert formula.value([""]) is None
