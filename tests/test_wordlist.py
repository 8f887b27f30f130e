"""The glossary's own page: every word, in the order of the reader's alphabet."""

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from pipeline.alphabet import alphabetical, initial
from pipeline.build import artifacts_of, extract, update
from pipeline.config import load
from pipeline.document import Glossary, nodes, text_of
from pipeline.edition import open_publication
from pipeline.errors import SourceErrors
from pipeline.locale import locale_of
from tests.conftest import TODAY

LEAFLET = """\
---
title: {title}
description: A page
version: 1
owner:
reviewer:
reviewed:
next_review:
tasks:
---

{body}
"""
WORDS = """\
[cell]
term = "cell"
meaning = "A tiny part of you."
[mri]
term = "MRI scan"
meaning = "A scan with magnets."
use = "plain"
[recur]
term = "to recur"
meaning = "To come back."
use = "avoid"
instead = "to come back"
"""


def _project(tmp_path: Path, page: str = "## The words {#words}\n\n## After {#after}") -> Path:
    leaflets = tmp_path / "source" / "leaflets"
    leaflets.mkdir(parents=True)
    (tmp_path / "plainleaf.toml").write_text('locales = ["pl"]\n', "utf-8")
    (tmp_path / "source" / "glossary.toml").write_text(WORDS, "utf-8")
    text = LEAFLET.format(title="One", body="A [cell](term:cell). <!-- evidence: none, a test -->")
    (leaflets / "one.md").write_text(text, "utf-8")
    (leaflets / "glossary.md").write_text(LEAFLET.format(title="Words", body=page), "utf-8")
    return tmp_path


def test_the_page_holds_every_word_under_its_letter(tmp_path: Path) -> None:
    publication = open_publication(load(_project(tmp_path)), "draft", TODAY)
    blocks = publication.localities[0].documents["glossary"].blocks
    glossary = blocks[1]
    assert isinstance(glossary, Glossary)
    assert [
        (group.letter, [text_of(entry.term) for entry in group.entries])
        for group in glossary.groups
    ] == [("C", ["cell"]), ("M", ["MRI scan"]), ("T", ["to recur"])]


def test_a_word_leads_to_its_first_use_and_back(tmp_path: Path) -> None:
    publication = open_publication(load(_project(tmp_path)), "draft", TODAY)
    pages = {one.path: one.data.decode() for one in artifacts_of(publication)}
    leaflet, glossary = pages["en/one/index.html"], pages["en/glossary/index.html"]
    assert 'id="term:cell:use" href="#term:cell"' in leaflet
    assert '<dt><a href="../glossary/index.html#term:cell">cell</a></dt>' in leaflet
    assert '<div id="term:cell"><dt>cell</dt>' in glossary
    assert '<a href="../one/index.html#term:cell:use">One</a>' in glossary
    assert "We say: to come back" in glossary


def test_every_word_of_the_page_is_for_translators(tmp_path: Path) -> None:
    publication = open_publication(load(_project(tmp_path)), "draft", TODAY)
    found = [one.msgid for one in publication.segments["glossary"]]
    assert found[:2] == ["Words", "A page"]
    assert {"cell", "MRI scan", "to recur", "To come back.", "to come back"} <= set(found)
    shown = publication.localities[1].documents["glossary"]
    assert any(isinstance(node, Glossary) for node in nodes(shown))


@pytest.mark.parametrize("page", ["## Other {#other}", "## A {#a}\n\n### The words {#words}"])
def test_a_page_that_has_no_place_for_the_words_is_refused(tmp_path: Path, page: str) -> None:
    project = load(_project(tmp_path, page))
    with pytest.raises(SourceErrors) as error:
        open_publication(project, "draft", TODAY)
    assert "source/leaflets/glossary.md:1: No section of this leaflet holds the words" in str(
        error.value.errors[0]
    )


def test_each_run_of_untranslated_words_has_a_note_before_it(tmp_path: Path) -> None:
    project = load(_project(tmp_path))
    extract(project, TODAY)
    list(update(project, TODAY))
    path = project.catalogue("glossary", project.locales[0])
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = "" if entry.msgid == "MRI scan" else f"{entry.msgid} po polsku"
    catalogue.save(str(path))
    files = artifacts_of(open_publication(project, "draft", TODAY))
    page = next(one.data.decode() for one in files if one.path == "pl/glossary/index.html")
    words = page[page.index('id="words"') :]
    assert words.count("language-note") == 1
    before, _, after = words.partition("language-note")
    assert "cell po polsku" in before
    assert after.index("MRI scan") < after.index("to recur po polsku")


def test_nothing_that_is_released_leads_to_a_leaflet_that_is_not(tmp_path: Path) -> None:
    root = _project(tmp_path)
    leaflet = root / "source" / "leaflets" / "one.md"
    text = leaflet.read_text("utf-8") + "\nSee [Words](glossary.md#words) and [two](two.md).\n"
    leaflet.write_text(text, "utf-8")
    other = LEAFLET.format(title="Two", body="A [cell](term:cell). [One](one.md).")
    (root / "source" / "leaflets" / "two.md").write_text(other, "utf-8")
    publication = open_publication(load(root), "draft", TODAY)
    publication = replace(publication, absent={"en": frozenset(["two"]), "pl": frozenset(["two"])})
    files = {one.path: one.data.decode() for one in artifacts_of(publication)}
    assert not any("/two/" in path for path in files)
    assert not any("two/" in data for data in files.values())
    assert 'href="../one/index.html#term:cell:use"' in files["en/glossary/index.html"]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["advanced", "CT scan", "CTs", "élan", "X-ray"]),
        (
            "pl",
            ["alergia", "ból", "cewka", "ćwiczenie", "lek", "łokieć", "zator", "źrenica", "żyła"],
        ),
        ("uk", ["геном", "ґатунок", "їжа", "йод", "кістка", "DNA"]),
        ("ar", ["إشعاع", "البروتين", "خزعة", "الورم", "DNA", "HER2"]),
        (
            "cy",
            ["canser", "cronfa", "chwant bwyd", "lwmp", "llawdriniaeth", "radiotherapi", "Rhyl"],
        ),
        ("ro", ["sân", "scanare", "șold", "tamoxifen", "țesut"]),
        ("es", ["nódulo", "ñame", "oncólogo"]),
        ("hi", ["कम", "काम", "कैंसर", "खून", "DNA"]),
        ("pa", ["ਆਪਰੇਸ਼ਨ", "ਇਲਾਜ", "ਸਕੈਨ", "ਹਾਰਮੋਨ", "ਕੈਂਸਰ", "DNA"]),
        ("ur", ["بریسٹ", "پروٹین", "ٹیسٹ", "ڈاکٹر", "گلٹی", "DNA"]),
        ("ur", ["آئسولیٹڈ", "آپریشن"][::-1]),
        ("zh-Hans", ["八", "疤痕", "白", "保乳", "陆地", "论文"]),
        ("zh-Hans", ["癌症", "超声检查", "CT检查", "蛋白质", "HER2", "化疗", "治疗"]),
    ],
)
def test_words_stand_in_the_order_of_their_alphabet(tag: str, words: list[str]) -> None:
    locale, by_code_point = locale_of(tag), sorted(words)
    assert sorted(by_code_point, key=lambda word: alphabetical(word, locale)) == words


@pytest.mark.parametrize(
    ("tag", "word", "letter"),
    [
        ("en", "élan", "E"),
        ("en", "5-day", "D"),
        ("pl", "łokieć", "Ł"),
        ("uk", "їжа", "Ї"),
        ("ar", "الأنسجة", "\u0627"),
        ("cy", "chwant bwyd", "Ch"),
        ("ro", "țesut", "Ț"),
        ("zh-Hans", "化疗", "H"),
        ("zh-Hans", "CT检查", "C"),
    ],
)
def test_the_letter_of_a_word_is_one_of_its_alphabet(tag: str, word: str, letter: str) -> None:
    assert initial(word, locale_of(tag)) == letter
