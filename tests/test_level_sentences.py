"""Sentences in many scripts: what ends one, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.level import sentences

CASES = [
    ("en", "The risk ratio was 0.83, i.e. less than 2.5 kg. Then it rose.", 2),
    ("en", "1. Take the tablet. 2. Rest.", 2),
    ("en", "a lump in your neck\na new cough\npain", 3),
    ("de", "Am 3. Oktober kam Dr. Weber, z. B. mit Tee. Dann ging er.", 2),
    ("de", "Es dauert ca. 2 Wochen bzw. 14 Tage.", 1),
    ("pl", "Zadzwoń do lek. Nowak, np. w godz. 8.00. Potem odpocznij.", 2),
    ("es", "Llame a la Dra. García. ¿Le duele? ¡Descanse!", 3),
    ("fr", "M. Dupont a mal, cf. p. 3. Il dort.", 2),
    ("nl", "Bel dhr. Jansen, d.w.z. de arts. Rust uit.", 2),
    ("ru", "Это было в 2020 \u0433. Москве, т.\u0435. давно. Потом он ушёл.", 2),
    ("uk", "Візьміть 2,5 мг. Потім відпочиньте.", 2),
    ("ar", "هل تشعر بألم؟ اتصل بالطبيب. استرح!", 3),
    ("ur", "کیا درد ہے؟ ڈاکٹر کو بتائیں\u06d4 آرام کریں\u06d4", 3),
    ("hi", "दर्द है । आराम करें। क्या यह ठीक है?", 3),
    ("bn", "ব্যথা আছে। বিশ্রাম নিন।", 2),
    ("pa", "ਦਰਦ ਹੈ। ਆਰਾਮ ਕਰੋ।", 2),
    ("zh", "您疼吗\uff1f请告诉医生。好好休息\uff01", 3),
    ("ja", "痛みがありますか。先生に話してください。", 2),
    ("tr", "Dr. Kaya 3. katta, vb. şeyler. Sonra gelin.", 2),
]


@pytest.mark.parametrize(("language", "block", "count"), CASES)
def test_a_block_has_so_many_sentences_in_its_language(
    language: str, block: str, count: int
) -> None:
    assert len(sentences(block, language)) == count


def test_a_line_that_is_full_goes_on_and_a_short_one_ends() -> None:
    full = "This line is as long as a line of a letter that was wrapped by hand\nand goes on here."
    assert len(sentences(full, "en")) == 1
    assert len(sentences("a lump\na cough", "en")) == 2


@given(st.text(), st.sampled_from(["en", "de", "ar", "hi", "zh", ""]))
def test_no_letter_is_lost_between_sentences_of_any_language(block: str, language: str) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    assert letters("".join(sentences(block, language))) == letters(block)
