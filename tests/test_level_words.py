"""Words as word lists have them: scripts, marks, elisions, names, numbers."""

import pytest

from pipeline.level.anchors import link_of
from pipeline.level.features import DECIMAL, NUMBER, Vocabulary, unit
from pipeline.level.frequencies import Frequencies, frequencies
from pipeline.level.spaceless import parted, with_beginnings
from pipeline.level.tokens import folded, normalised, tokens


def read(sentence: str, language: str) -> list[str]:
    """The words of a sentence as lists have them."""
    return [one.form for one in Vocabulary(link_of(language), frequencies(language)).read(sentence)]


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("en", "It’s a follow-up, twice/daily.", ["it's", "a", "follow-up", "twice", "daily"]),
        ("en", "Take 2.5 mg or 10,000 at 5%.", ["take", "2.5 mg", "or", "10,000", "at", "5%"]),
        ("fr", "L’eau qu’il boit", ["l", "eau", "qu", "il", "boit"]),
        ("it", "dell’acqua", ["dell", "acqua"]),
        ("hi", "दवाई की गोली लें", ["दवाई", "की", "गोली", "लें"]),
        ("ar", "كَلِمَة الحمــــد", ["كلمة", "الحمد"]),
        ("tr", "İlaç ILIK", ["ilaç", "\u0131l\u0131k"]),
        ("ro", "aceeaşi", ["aceeași"]),
        ("zh", "请告诉您的医生", ["请", "告诉", "您", "的", "医生"]),
        ("zh", "請告訴您的醫生", ["请", "告诉", "您", "的", "医生"]),
        ("zh", "每天吃2片MRSA药", ["每天", "吃", "2", "片", "mrsa", "药"]),
    ],
)
def test_words_are_those_of_the_list(language: str, sentence: str, words: list[str]) -> None:
    assert read(sentence, language) == words


def test_the_likeliest_words_are_found() -> None:
    chances = {"医生": -3.0, "医": -4.0, "生": -3.5, "生日": -4.0, "日": -3.0}
    assert parted("医生日", with_beginnings(chances), 5).split() == ["医生", "日"]
    assert parted("タクシーで", {}, 8).split() == ["タクシー", "で"]


def test_hamza_stays_as_lists_have_it() -> None:
    assert tokens(normalised("أن إلى", "ar"), "ar") == ["أن", "إلى"]
    assert folded("Straße", "de") == "strasse"


def test_an_inflected_form_is_rarer_than_its_word_and_known() -> None:
    listed = Frequencies("xx", {"medicine": 5.0}, 2.0)
    assert listed.of("medicine") == 5.0
    assert 2.0 < listed.of("medicines") < 5.0
    assert listed.of("zzzz") == 2.0
    assert listed.of("medicine-zzzz") == 2.0


def test_names_and_numbers_are_words_and_say_nothing_of_rarity() -> None:
    vocabulary = Vocabulary(link_of("en"), frequencies("en"))
    weights = vocabulary.read("Please ask Wojciechowski about 12 tablets")
    found = unit(weights)
    assert (found.words, found.judged) == (6, 4)
    kinds = [one.kind for one in vocabulary.read("12 and 2.5 and 10,000 and 4%")]
    assert kinds[::2] == [NUMBER, DECIMAL, NUMBER, DECIMAL]


@pytest.mark.parametrize("language", ["ar", "hi", "ru", "zh"])
def test_latin_words_among_another_script_are_as_common_as_in_english(language: str) -> None:
    own, english = (Vocabulary(link_of(one), frequencies(one)) for one in (language, "en"))
    text = "HER2, pr, BMI, email, the"
    assert [one.zipf for one in own.read(text)] == [one.zipf for one in english.read(text)]


def test_capitals_that_shout_are_read_as_words() -> None:
    vocabulary = Vocabulary(link_of("en"), frequencies("en"))
    shouted, said = (unit(vocabulary.read(text)) for text in ("TAKE IT NOW", "take it now"))
    assert shouted == said
    assert unit(vocabulary.read("Ask about the MRSA now")).rarity > 0
