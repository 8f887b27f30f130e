"""Reading level in every language, on one scale."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.level import anchors_from, cefr, hardest, read
from pipeline.level.anchors import Anchors, link_of, model, scaled
from pipeline.level.features import Vocabulary, features, unit
from pipeline.level.frequencies import frequencies

DATA = Path(pipeline.__file__).parent / "data" / "level"
LANGUAGES = sorted(json.loads((DATA / "anchors.json").read_text("utf-8"))["languages"])
EASY_AND_HARD = {
    "en": ("Call us if it hurts.", "Adjuvant chemotherapy necessitates haematological monitoring."),
    "pl": ("Zadzwoń do nas.", "Chemioterapia uzupełniająca wymaga monitorowania hematologicznego."),
    "fr": ("Appelez le médecin.", "La chimiothérapie adjuvante nécessite une surveillance accrue."),
    "ar": ("اتصل بنا الآن.", "يستلزم العلاج الكيميائي المساعد مراقبة مستمرة لمؤشرات الدم."),
    "hi": ("हमें फोन करें।", "सहायक कीमोथेरेपी के लिए रुधिर संबंधी निगरानी की आवश्यकता होती है।"),
    "zh": ("请给我们打电话。", "辅助化疗期间必须密切监测血液学指标及肝肾功能变化。"),
    "cy": ("Ffoniwch ni.", "Mae angen monitro haematolegol ar gyfer cemotherapi cynorthwyol."),
}


@pytest.mark.parametrize("language", EASY_AND_HARD)
def test_the_harder_text_has_the_higher_level(language: str) -> None:
    easy, hard = (read([text], language) for text in EASY_AND_HARD[language])
    assert easy.level is not None
    assert hard.level is not None
    assert easy.level + 0.5 < hard.level
    assert easy.sentence_index is not None
    assert hard.sentence_index is not None
    assert easy.sentence_index < hard.sentence_index


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_with_anchors_has_three_figures(language: str) -> None:
    found = read(["12 2020"], language)
    assert None not in (found.level, found.error, found.sentence_index, found.word_index)
    assert found.support != "none"


def test_a_tag_names_its_language() -> None:
    assert read(["请休息。"], "zh_Hans") == read(["请休息。"], "zh")
    assert read(["Descanse."], "pt-PT").language == "pt"


def test_a_language_without_anchors_has_a_level_without_support() -> None:
    found = read(["Ring din läkare."], "sv")
    assert (found.support, found.sentence_index, found.word_index) == ("none", None, None)
    assert found.level is not None


def test_no_words_have_no_level() -> None:
    for blocks in ([], [""], ["…", "https://example.org"]):
        found = read(blocks, "en")
        assert (found.level, found.error, found.words) == (None, None, 0)
    assert hardest(["…"], "en") == ()


def test_terms_set_aside_are_words_and_not_rare() -> None:
    text = "Some people have biopsies. A biopsy takes a while."
    every, aside = read([text], "en"), read([text], "en", aside=["biopsy"])
    assert (aside.words, aside.sentences) == (every.words, every.sentences)
    assert aside.sentence_index == every.sentence_index
    assert aside.word_index is not None
    assert every.word_index is not None
    assert aside.word_index < every.word_index
    polish = "Biopsję robi się szybko. Po biopsji odpocznij."
    low, high = read([polish], "pl", aside=["biopsja"]).rare, read([polish], "pl").rare
    assert low is not None
    assert high is not None
    assert low < high


@settings(deadline=None)  # the first text in a language waits for its list
@given(st.lists(st.text(alphabet="abc déلकख人。. \n", max_size=40)), st.sampled_from(LANGUAGES))
def test_every_text_can_be_read_and_twice_alike(blocks: list[str], language: str) -> None:
    found = read(blocks, language)
    assert found == read(blocks, language)
    assert (found.level is None) == (found.words == 0)
    if found.level is not None and found.error is not None:
        assert 1 <= found.level <= 6
        assert found.error > 0


@given(st.lists(st.from_regex(r"\A[a-z]{3,9}( [a-z]{3,9}){0,6}\Z"), min_size=1, max_size=5))
def test_full_stops_behind_items_change_nothing(items: list[str]) -> None:
    stopped = read([f"{item}." for item in items], "en")
    plain = read(items, "en")
    assert (stopped.level, stopped.words, stopped.sentences) == (
        *(plain.level, plain.words, plain.sentences),
    )


def test_the_error_falls_with_length() -> None:
    sentence = "You may feel tired for a few days after the treatment."
    short, long = read([sentence], "en"), read([sentence] * 20, "en")
    assert short.error is not None
    assert long.error is not None
    assert long.error < short.error
    assert long.is_long_enough
    assert not short.is_long_enough


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_the_scale_keeps_the_order(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 1 <= scaled(low) <= scaled(high) <= 6
    assert math.isclose(scaled(3.3), 3.3)


def test_bands_have_their_names() -> None:
    assert [cefr(level) for level in (1, 1.4, 1.5, 2.6, 3.5, 5.4, 5.5, 6)] == (
        ["A1", "A1", "A2", "B1", "B2", "C1", "C2", "C2"]
    )


def test_the_hardest_blocks_come_first_with_their_reason() -> None:
    long = "You can call us on any day and we will help you and tell you what to do " * 3
    blocks = ["Rest well at home.", "Metastatic thrombocytopenia necessitates chemotherapy.", long]
    first, second, last = hardest(blocks, "en")
    assert {first.index, second.index, last.index} == {0, 1, 2}
    assert last.index == 0
    reasons = {each.index: each.reason for each in (first, second)}
    assert reasons[1].startswith("rare words: ")
    assert "thrombocytopenia" in reasons[1]
    assert reasons[2] == "a sentence of 54 words"
    assert len(hardest(blocks, "en", number=1)) == 1


def test_words_set_aside_are_no_reason() -> None:
    blocks = ["Metastatic thrombocytopenia necessitates chemotherapy."]
    (found,) = hardest(blocks, "en", aside=["thrombocytopenia"])
    assert "metastatic" in found.words
    assert "thrombocytopenia" not in (*found.words, *found.reason.split())
    (found,) = hardest(["يستلزم HER2 مراقبة هيماتولوجية مستمرة مع pr"], "ar", aside=["HER2", "PR"])
    assert found.words
    assert not {"her2", "pr"} & set(found.words)


def test_the_error_says_how_little_is_known_of_a_language() -> None:
    sentence = "Ring 12 2020"
    errors = [read([sentence], language).error for language in ("en", "pl", "cy", "sv")]
    english, linked, thin, unknown = (one or 0 for one in errors)
    assert 0 < english < linked < unknown
    assert english < thin < unknown
    for one, grade in zip(errors[1:], ("linked, unchecked", "thin", "none"), strict=True):
        assert one == pytest.approx(math.hypot(english, model().between[grade]))


def test_own_leaflets_move_the_link_by_what_they_hold() -> None:
    english, welsh = ["Call your doctor today."] * 500, ["Ffoniwch eich meddyg heddiw nawr."] * 500
    own = anchors_from({"one": (english, welsh), "empty": ([], welsh)}, "cy")
    assert own.words == 2000
    plain, moved = read(welsh[:1], "cy"), read(welsh[:1], "cy", anchors=own)
    source = read(english[:1], "en")
    assert plain.level is not None
    assert moved.level is not None
    assert source.level is not None
    assert abs(moved.level - source.level) < abs(plain.level - source.level)
    assert anchors_from({}, "cy") == Anchors("cy", link_of("cy").shift, 0)


def test_few_words_are_drawn_to_what_is_usual() -> None:
    link, listed = link_of("en"), frequencies("en")
    vocabulary = Vocabulary(link, listed)
    one = [unit(vocabulary.read("adjuvant"))]
    place, usual = 2, model().usual[2]
    drawn, many = (features(units, link, model())[place] for units in (one, one * 100))
    assert usual < drawn < many


def test_data_files_name_their_licences() -> None:
    for name in ("anchors.json", "model.json"):
        assert "CC BY-SA 4.0" in json.dumps(
            json.loads((DATA / name).read_text("utf-8"))["licences"]
        )
    lists = list((DATA / "thin").glob("*.json"))
    assert {file.stem for file in lists} >= {"cy", "pa", "so"}
    for file in lists:
        assert "CC BY-SA 4.0" in json.loads(file.read_text("utf-8"))["licence"]
        assert link_of(file.stem).support == "thin"
