"""The glossary's own page: every word, in the order of the reader's alphabet."""

from pathlib import Path

import pytest

from pipeline.build import artifacts_of
from pipeline.config import load
from pipeline.document import Glossary, nodes, text_of
from pipeline.edition import open_publication
from pipeline.errors import SourceErrors
from pipeline.locale import alphabetical, initial, locale_of
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


def test_a_page_that_has_no_place_for_the_words_is_refused(tmp_path: Path) -> None:
    project = load(_project(tmp_path, "## Other {#other}"))
    with pytest.raises(SourceErrors) as error:
        open_publication(project, "draft", TODAY)
    assert "source/leaflets/glossary.md:1: No section of this leaflet holds the words" in str(
        error.value.errors[0]
    )


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["advanced", "CT scan", "CTs", "élan", "X-ray"]),
        (
            "pl",
            ["alergia", "ból", "cewka", "ćwiczenie", "lek", "łokieć", "zator", "źrenica", "żyła"],
        ),
        ("ar", ["إشعاع", "البروتين", "خزعة", "الورم", "DNA", "HER2"]),
    ],
)
def test_words_stand_in_the_order_of_their_alphabet(tag: str, words: list[str]) -> None:
    locale, by_code_point = locale_of(tag), sorted(words)
    assert sorted(by_code_point, key=lambda word: alphabetical(word, locale)) == words


@pytest.mark.parametrize(
    ("tag", "word", "letter"),
    [("en", "élan", "E"), ("pl", "łokieć", "Ł"), ("ar", "الأنسجة", "\u0627"), ("en", "5-day", "D")],
)
def test_the_letter_of_a_word_is_one_of_its_alphabet(tag: str, word: str, letter: str) -> None:
    assert initial(word, locale_of(tag)) == letter
