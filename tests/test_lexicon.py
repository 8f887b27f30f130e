"""The words of each language: what is found, and what only looks like it."""

from fractions import Fraction
from pathlib import Path

import pytest

from pipeline.audit import Circumstances
from pipeline.catalogue import Catalogue, Message
from pipeline.checks import get_check
from pipeline.inspection import inspect_file
from pipeline.lexicon import Lexicon, lexicon
from tests.test_checks import TODAY

FOLDER = Path(__file__).resolve().parent.parent / "pipeline" / "data" / "lexicon"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def of(language: str) -> Lexicon:
    found = lexicon(language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Don’t go. You cannot stay, and no one may.", ("don't", "cannot", "no one")),
        ("en", "Not only that: it is under No. 5, isn't it?", ()),
        ("en", "No matter whether or not it is nonsense", ()),
        ("pl", "Nikt nie wie, a brak leku to nie żart", ("nikt", "nie", "brak", "nie")),
        ("pl", "Niech niektórzy przyjdą w niedzielę do niego", ()),
        ("pl", "Nie tylko ty", ()),
        ("pl", "rak nie-inwazyjny bez objawów", ("nie", "bez")),
        ("ar", "أولاً، إلى حدٍّ ما", ()),
        ("ar", "لا يزال هنا", ()),
        ("ru", "Никогда не пейте без неё", ("никогда", "не", "без")),
        ("bn", "হতে না-ও হতে পারে, বাড়েনি; জানান ব্যথা আছে কিনা", ("না-ও হতে", "বাড়েনি")),
        ("cy", "Nid yw am ddim; rydym ni a’n geiriau, rhowch wybod i ni", ("nid",)),
        ("cy", "Mae’n debyg na fydd angen", ("na",)),
        ("es", "texto sin formato, sin dolor ni fiebre", ("sin", "ni")),
        ("fr", "C’est peut-être plus probable, avec davantage de soins", ()),
        ("hi", "कुछ न कुछ बचा है, पर दर्द नहीं", ("नहीं",)),
        ("pa", "ਕੁਝ ਨਾ ਕੁਝ ਨਾਲ ਨਾਂ ਨਾਲੋਂ, ਨਾ ਕਰੋ", ("ਨਾ",)),
        ("pt", "no peito, nem sempre", ("nem sempre",)),
        ("ro", "nu aici și nici acolo, neapărat", ("nu", "nici")),
        ("so", "Kuuma sheegi karo, laguuma, lagama, mana", ("kuuma", "laguuma", "lagama", "mana")),
        ("so", "dadka aan aqaan; aan ku biiri karo; waxaan rabaa inaan hubiyo", ()),
        ("uk", "непокоїть негативний край під нею", ()),
        ("ur", "ایسا بنا سکتے ہیں، کچھ نہ کچھ", ()),
        ("ur", "درد کے بنا، ضروری نہیں", ("کے بنا", "نہیں")),
        ("zh", "不过, 也不过多", ("不过多",)),
    ],
)
def test_negations_are_found_and_their_likes_are_not(
    language: str, text: str, words: tuple[str, ...]
) -> None:
    assert of(language).negations(text) == words


@pytest.mark.parametrize(
    "word", ["لا", "ولا", "فلن", "لَمْ", "وليست", "بدون", "وعدم", "غير", "لايمكن"]
)
def test_arabic_negations_are_found_with_what_is_written_to_them(word: str) -> None:
    assert len(of("ar").negations(f"قال {word} شيئا")) == 1


def test_a_negation_within_a_word_is_a_form_of_it() -> None:
    assert of("pl").negation("niejasne objawy").forms == ("niejasne",)
    assert of("en").negation("unclear signs, painless lump").forms == ("unclear", "painless")
    assert of("en").negation("the unit under study").forms == ()
    assert of("ro").negation("texte netraduse, margine negativă").forms == ("netraduse",)
    assert of("zh").negation("无症状").forms == ("无症状",)
    assert of("hi").negation("बचा हुआ बच्चा").forms == ()


def test_modals_are_counted_by_strength() -> None:
    found = of("en").modals("You must rest. You must not run, should eat and do not have to talk.")
    assert found == {"must": 1, "must not": 1, "should": 1, "may": 1}
    assert of("pl").modals("Musisz. Nie wolno. Powinno się. Nie musisz.") == found
    assert of("ar").modals("يجب أن ترتاح. لا يجوز. ينبغي. لا يلزمك.") == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("bn", "আমার কোন টেস্ট হবে?", {}),
        ("bn", "তৈরি হতে হবে", {"must": 1}),
        ("bn", "দরকার না-ও হতে পারে", {"may": 1}),
        ("hi", "अब क्या होगा, कितना होगा", {}),
        ("hi", "फ़ोन करना होगा", {"must": 1}),
        ("ur", "اب کیا ہوگا", {}),
        ("ur", "فون کرنا ہوگا", {"must": 1}),
        ("pa", "ਹੁਣ ਕੀ ਹੋਵੇਗਾ", {}),
        ("pa", "ਜਾਂਚ ਕਰਨੀ ਪਵੇਗੀ", {"must": 1}),
        ("so", "baaritaannada aad u baahan tahay, kugu habboon", {}),
        ("so", "way ku caawin karta, kara", {"may": 2}),
        ("so", "Miyay habboon tahay inaan hubiyo", {"should": 1}),
        ("uk", "рак міг повернутися, могло статися", {"may": 2}),
        ("uk", "він має дім, він має прийти", {"must": 1}),
        ("en", "Some words are harder than they need to be.", {}),
    ],
)
def test_a_bare_future_and_a_need_oblige_to_nothing(
    language: str, text: str, found: dict[str, int]
) -> None:
    assert of(language).modals(text) == found


def test_units_have_one_symbol_in_every_language() -> None:
    assert of("en").units("5mg twice, 2 tablets, 37 °C") == {"mg": 1, "tablet": 1, "°C": 1}
    assert of("pl").units("5mg dwa razy, 2 tabletki, 37 °C") == {"mg": 1, "tablet": 1, "°C": 1}
    assert of("ar").units("5 ملغ مرتين، قرصين، ٣٧ درجة") == {"mg": 1, "tablet": 1, "°C": 1}


def test_parts_of_the_body_have_one_name_in_every_language() -> None:
    found = of("en").body_parts("Lymph nodes in the armpit, the breasts, a bone")
    assert found == {"lymph_node": 1, "armpit": 1, "breast": 1, "bone": 1}
    assert of("pl").body_parts("Węzły chłonne pod pachą, piersi, kość") == found
    assert of("ar").body_parts("العقد اللمفاوية تحت الإبط والثديين وبالعظام") == found


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "twenty-one, the third, half of it", (21, 3, Fraction(1, 2))),
        ("en", "two hundred and five thousand", (205000,)),
        ("en", "one, two", (1, 2)),
        ("pl", "dwadzieścia jeden, dwie, trzeciego, sto dwudziestu pięciu", (21, 2, 3, 125)),
        ("pl", "dwukrotnie i trzy czwarte", (2, Fraction(3, 4))),
        ("ar", "خمسة وعشرون، قرصين، الثالثة", (25, 2, 3)),
        ("ar", "ثلاثة أرباع", (Fraction(3, 4),)),
        ("de", "zwei", ()),
    ],
)
def test_words_for_numbers_have_values(
    language: str, text: str, values: tuple[int | Fraction, ...]
) -> None:
    assert of(language).number_words(text) == values


def test_a_region_has_the_lists_of_its_language_and_another_script_has_none() -> None:
    assert of("pt-BR").language == "pt"
    assert of("zh-Hant").language == "zh"
    assert [lexicon(tag) for tag in ("pa-Arab", "cak", "")] == [None, None, None]


def test_both_forms_of_norwegian_have_the_same_lists() -> None:
    assert [of(tag).language for tag in ("nn", "no", "nb-NO")] == ["nb", "nb", "nb"]


@pytest.mark.parametrize(
    ("language", "sentence", "half"),
    [
        ("fr", "La tumeur est pas visible.", "est pas"),
        ("fr", "La tumeur n’est visible, dit-elle.", "n'est"),
        ("fr", "La tumeur n’est pas visible.", ""),
        ("fr", "Cela ne concerne que vous.", ""),
        ("fr", "Personne n’a demandé.", ""),
        ("fr", "Rien ne vous oblige à lire cette partie.", ""),
        ("fr", "Rien vous oblige à lire cette partie.", "rien vous"),
        ("fr", "une toux qui passe pas", "qui passe pas"),
        ("fr", "Cela ne fait partie du suivi habituel que si vous n’avez pas mal.", ""),
        ("fr", "Cela ne fait partie du suivi habituel, si vous n’avez pas mal.", "ne"),
        ("es", "Vuelve más lejos, en la mama ni cerca.", "ni"),
        ("es", "Vuelve más lejos, no en la mama ni cerca.", ""),
        ("es", "Si ni uno ni otro ayudan", ""),
        ("pt", "poucos sinais, ou sinal nenhum", "ou sinal nenhum"),
        ("cy", "pan yw profion yn gweld fawr o arwydd", "gweld fawr o"),
        ("pt", "Foi encontrado nenhum nódulo.", "encontrado nenhum"),
        ("pt", "Não foi encontrado nenhum nódulo.", ""),
        ("pt", "quando nenhum exame é feito", ""),
        ("it", "È stato trovato nessun nodulo.", "trovato nessun"),
        ("cs", "Byla nalezena žádná bulka.", "nalezena žádná"),
        ("cs", "Nebyla nalezena žádná bulka.", ""),
        ("cs", "Nenalezena žádná bulka", ""),
        ("de", "Das ist ein Knoten.", ""),
    ],
)
def test_half_a_negation_is_seen_to_lack_the_other_half(
    language: str, sentence: str, half: str
) -> None:
    assert of(language).torn(sentence) == half


def test_a_clause_has_a_verb_where_verbs_are_known() -> None:
    assert of("ro").is_clause("Nu există niciun nodul.")
    assert not of("ro").is_clause("Niciun nodul în sân")
    assert of("pl").is_clause("Żaden guzek w piersi")
    assert not of("pl").is_clause("Żaden guzek")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_a_language_finds_what_it_holds(language: str) -> None:
    words = of(language)
    assert {"negation", "modality"} <= words.tables.keys()
    assert set(words.tables["modality"].kinds) >= {"must", "must_not", "should", "may"}
    assert len(words.tables["negation"].kinds) > 20


def test_a_source_in_another_language_has_its_own_lists() -> None:
    message = Message("To nie znaczy, że rak wróci.", "This means that cancer will return.")
    catalogue = Catalogue("case", "en", messages=(message,))
    circumstances = Circumstances("draft", TODAY, locale="en", source_locale="pl")
    (outcome,) = get_check("negation").run(catalogue, circumstances)
    assert outcome.verdict == "failed"
    assert "“nie”" in outcome.sentence


def test_the_name_of_a_placeholder_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "pl.po"
    file.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: pl\\n"\n\n'
        'msgid "%(not)s was found"\nmsgstr "Znaleziono %(not)s"\n',
        encoding="utf-8",
    )
    verdicts = [one.verdict for one in inspect_file(file, TODAY) if one.check == "negation"]
    assert verdicts == ["passed"]
