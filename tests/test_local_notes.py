"""Notes of one locale, its style file, and how its readers ask for an interpreter."""

from dataclasses import replace
from pathlib import Path

import polib
import pytest

from pipeline.artifact import Artifact
from pipeline.build import artifacts_of, extract, update
from pipeline.config import Project, load
from pipeline.document import Document, Term, Text, nodes, text_of
from pipeline.edition import open_publication
from pipeline.errors import PlainleafError
from pipeline.inspection import inspect
from pipeline.localstyle import LocalStyle
from pipeline.localstyle import load as load_style
from pipeline.phrases import phrases
from pipeline.registers import region as read_region
from pipeline.release import Gap, gaps, held_back
from tests.conftest import TODAY
from tests.ledgers import sign

FRONT = """\
---
title: One
description: A page
version: 1
owner:
reviewer:
reviewed:
next_review:
tasks:
---

"""
BODY = """\
## A GP {#gp}

- See [your GP](#gp).
- Your **GP** can help. The GP knows you.
"""
STYLE = """\
[register]
you = "Ty"
why = "A test."
[names]
nhs = "NHS"
gp = "GP"
[form]
numbers = "1,5"
dates = "22.11.2026"
quotation_marks = "„”"
[interpreter]
spoken = ["Polish", "Silesian"]

[notes.gp]
words = ["GP"]
english = "A GP is a family doctor."

[notes.nhs]
words = ["NHS"]
english = "The NHS is the health service."
"""
REGION = """\
[interpreter-sentence]
kind = "sentence"
text = "I speak {language}. May I have an interpreter?"
checked_on = 2026-11-01
"""


def _project(tmp_path: Path, style: str = STYLE) -> Project:
    files = {
        "plainleaf.toml": 'locales = ["pl", "es"]\n',
        "source/leaflets/one.md": FRONT + BODY,
        "source/regions/gb.toml": REGION,
        "locales/pl/style.toml": style,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    project = load(tmp_path)
    extract(project, TODAY)
    list(update(project, TODAY))
    for path in tmp_path.glob("locales/pl/LC_MESSAGES/*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = f"{entry.msgid} po polsku"
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        catalogue.save(str(path))
    return project


def _document(project: Project, tag: str) -> Document:
    localities = open_publication(project, "draft", TODAY).localities
    return next(one for one in localities if one.locale.tag == tag).documents["one"]


def _gaps(project: Project) -> tuple[Gap, ...]:
    return gaps(open_publication(project, "release", TODAY))


def _held(project: Project) -> str:
    held = held_back(open_publication(project, "release", TODAY))
    return " ".join(one for one in held["one"] if "shared" in one or "share" in one)


def _files(project: Project) -> dict[str, Artifact]:
    return {one.path: one for one in artifacts_of(open_publication(project, "draft", TODAY))}


def test_the_first_use_in_running_text_leads_to_the_note(tmp_path: Path) -> None:
    document = _document(_project(tmp_path), "pl")
    (term,) = [node for node in nodes(document.blocks) if isinstance(node, Term)]
    assert (term.id, text_of(term), term.first) == ("note:gp", "GP", True)
    (explained,) = document.terms
    assert text_of(explained.meaning) == "A GP is a family doctor. po polsku"
    page = _files(_project(tmp_path))["pl/one/index.html"].data.decode()
    assert page.count('<a class="term" id="term:note:gp:use" href="#term:note:gp">GP</a>') == 1
    assert '<div id="term:note:gp"><dt>GP</dt>' in page


def test_a_note_leaves_the_text_and_its_parts_as_they_are(tmp_path: Path) -> None:
    project = _project(tmp_path)
    with_note, source = _document(project, "pl"), _document(project, "en")
    shapes = [
        [type(node) for node in nodes(one.blocks) if not isinstance(node, Term | Text)]
        for one in (with_note, source)
    ]
    assert shapes[0] == shapes[1]
    assert text_of(with_note.blocks).replace(" po polsku", "") == text_of(source.blocks)


def test_only_the_locale_that_has_a_note_shows_or_translates_it(tmp_path: Path) -> None:
    project = _project(tmp_path)
    assert not _document(project, "es").terms
    assert not _document(project, "en").terms
    assert (tmp_path / "locales/pl/local-notes.pot").is_file()
    assert not list(tmp_path.glob("locales/es/**/local-notes.po*"))
    template = polib.pofile(str(tmp_path / "locales/pl/local-notes.pot"))
    assert [(one.msgctxt, one.msgid) for one in template] == [
        ("gp", "A GP is a family doctor."),
        ("nhs", "The NHS is the health service."),
    ]
    assert "“GP” first stands" in template[0].comment


def test_notes_that_went_away_leave_a_template_that_check_names(tmp_path: Path) -> None:
    project = _project(tmp_path)
    style = tmp_path / "locales/pl/style.toml"
    style.write_text(STYLE.partition("[notes.gp]")[0], "utf-8")
    (said,) = (
        str(one.place)
        for one in inspect(project, "draft", TODAY)
        if one.check == "template" and one.verdict == "cantTell"
    )
    assert said == "locales/pl/local-notes.pot"


def test_every_word_for_translators_is_known_to_the_checks(tmp_path: Path) -> None:
    outcomes = list(inspect(_project(tmp_path), "draft", TODAY))
    of_notes = [one for one in outcomes if one.leaflet == "local-notes"]
    assert any(one.check == "coverage" and one.verdict == "passed" for one in of_notes)
    templates = [one for one in outcomes if one.check == "template"]
    assert any("pl/local-notes.pot" in str(one.place) for one in templates)
    assert all(one.verdict == "passed" for one in templates)


def test_a_release_waits_for_the_note_to_be_signed(tmp_path: Path) -> None:
    project = _project(tmp_path)
    sign(project, "en", project.source_steps)
    sign(project, "pl", project.steps)
    assert not [one for one in _gaps(project) if one.locale == "pl"]
    (tmp_path / "locales/pl/ledger/local-notes.jsonl").write_text("", "utf-8")
    (gap,) = [one for one in _gaps(project) if one.locale == "pl"]
    assert [part.segment.msgctxt for part in gap.parts] == ["gp", "nhs"]
    shown = open_publication(project, "release", TODAY).localities[1].documents["one"]
    assert not shown.terms


def test_the_english_sentence_is_signed_before_any_page_shows_it(tmp_path: Path) -> None:
    project = _project(tmp_path)
    sign(project, "en", project.source_steps)
    assert _held(project) == ""
    region = tmp_path / "source/regions/gb.toml"
    region.write_text(REGION.replace("May I have", "Please may I have"), "utf-8")
    assert "of the words that leaflets share are not signed" in _held(project)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("I need an interpreter.", "sentence", "does not hold {language} once"),
        ("I speak {langauge}.", "sentence", "does not hold {language} once"),
        ("I speak {language}. {oops}", "sentence", "does not hold {language} once"),
        ("I speak {language}.", "text", "is of the kind “text”"),
    ],
)
def test_a_sentence_that_would_show_its_braces_is_refused(
    tmp_path: Path, text: str, kind: str, said: str
) -> None:
    path = tmp_path / "gb.toml"
    path.write_text(f'[interpreter-sentence]\nkind = "{kind}"\ntext = "{text}"\n', "utf-8")
    with pytest.raises(PlainleafError) as error:
        read_region(path, "gb", "source/regions/gb.toml")
    assert said in str(error.value)


def test_readers_of_another_language_are_told_how_to_ask_for_an_interpreter(
    tmp_path: Path,
) -> None:
    project = _project(tmp_path)
    files = _files(project)
    page = files["pl/one/index.html"].data.decode()
    for language in ("Polish", "Silesian"):
        said = f"I speak {language}. May I have an interpreter?"
        assert f'<blockquote lang="en" dir="ltr"><p>{said}</p></blockquote>' in page
        assert f"“I speak {language}." in files["pl/one/one.large-print-18pt.pl.txt"].data.decode()
    assert "I speak Spanish." in files["es/one/index.html"].data.decode()
    assert "I speak" not in files["en/one/index.html"].data.decode()
    region = tmp_path / "source/regions/gb.toml"
    region.write_text(REGION.replace("I speak {language}. May I have an interpreter?", ""), "utf-8")
    assert "interpreter" not in _files(project)["pl/one/index.html"].data.decode()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('you = "Ty"\n', "", "[register] does not say “you”"),
        ('words = ["GP"]', "words = []", "style.toml:14: The note “gp” has no words"),
        ('english = "A GP is a family doctor."', 'english = ""', "has no words or no English"),
        ("[notes.gp]", '[notes.gp]\nword = "GP"', "has a key “word”"),
        ("[interpreter]", "[interpreters]", "There is no “interpreters”"),
        ('spoken = ["Polish", "Silesian"]', 'spoken = "Polish"', "is no list"),
        ('nhs = "NHS"', "nhs = 5", "“nhs” is no text"),
        ("[notes.gp]", "[notes.GP]", "“GP” is no note"),
    ],
)
def test_a_style_file_that_lacks_or_mistakes_something_is_refused(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    assert STYLE.count(before) == 1
    path = tmp_path / "style.toml"
    path.write_text(STYLE.replace(before, after), "utf-8")
    with pytest.raises(PlainleafError, match=r"style\.toml") as error:
        load_style(path, "style.toml")
    assert said in str(error.value)


def test_a_locale_without_a_style_file_has_decided_nothing(tmp_path: Path) -> None:
    assert load_style(tmp_path / "style.toml", "style.toml") == LocalStyle()


@pytest.mark.parametrize(
    ("listed", "text", "found"),
    [
        (("GP",), "von Ihrem GP.", "GP"),
        (("GP",), "先联系您的家庭医生\uff08GP\uff09。", "GP"),
        (("GP",), "GPs", None),
        (("tes",), "vous êtes", None),
        (("জিপি*",), "আপনার জিপিকে (GP) জানান।", "জিপিকে"),
        (("guz*",), "Guzek jest mały", "Guzek"),
        (("家庭医生",), "先联系您的家庭医生", "家庭医生"),
        ((), "GP", None),
    ],
)
def test_phrases_are_found_whole_in_every_script(
    listed: tuple[str, ...], text: str, found: str | None
) -> None:
    match = phrases(listed).search(text)
    assert (match.group(0) if match else None) == found


def test_a_note_of_a_word_that_stands_only_in_links_and_headings_is_not_shown(
    tmp_path: Path,
) -> None:
    project = _project(tmp_path)
    leaflet = tmp_path / "source/leaflets/one.md"
    leaflet.write_text(FRONT + "## A GP {#gp}\n\nSee [your GP](#gp).\n", "utf-8")
    document = _document(project, "pl")
    assert not document.terms
    assert replace(document, interpreter=()) != document
