"""The project's own leaflets: a test for each in each locale, and for what they share."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from lxml import html

from pipeline import build
from pipeline.document import (
    Callout,
    Checklist,
    Datum,
    DefinitionList,
    FootnoteReference,
    Image,
    List,
    ListItem,
    Paragraph,
    Table,
    Term,
    nodes,
    text_of,
    words_of,
)
from pipeline.edition import open_publication
from pipeline.inspection import of_locality, of_sources
from pipeline.leafletlevels import Levels, Row
from pipeline.level import measure, passages
from pipeline.level.sentences import words as words_in
from pipeline.locale import locale_of, written_date
from pipeline.outcome import Outcome
from tests.conftest import TODAY
from tests.draft import PROJECT, ROOT, files, publication

LEAFLETS = sorted(path.stem for path in (ROOT / "source" / "leaflets").glob("*.md"))
LOCALES = [locale.tag for locale in (PROJECT.source_locale, *PROJECT.locales)]
THIN = {"cy", "pa", "so"}
"""Locales whose lists of words are thin: of their level a machine can say nothing for sure."""


@pytest.fixture(scope="module", params=LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    """Each locale in turn: what is asked of one is asked in a row, as its outcomes take a while."""
    return str(request.param)


@pytest.fixture(params=LEAFLETS)
def leaflet(request: pytest.FixtureRequest) -> str:
    """Each leaflet in turn."""
    return str(request.param)


@cache
def _outcomes(locale: str) -> tuple[Outcome, ...]:
    locality = next(one for one in publication().localities if one.locale.tag == locale)
    return tuple(of_locality(publication(), locality, files().values()))


@cache
def _rows() -> tuple[Row, ...]:
    return Levels(publication()).rows


def test_nothing_is_missing_and_no_check_fails(leaflet: str, locale: str) -> None:
    locality = next(one for one in publication().localities if one.locale.tag == locale)
    shown, all_of_it = locality.documents[leaflet].coverage()
    assert shown == all_of_it > 50
    failed = [
        f"{one.place}: {one.sentence}"
        for one in _outcomes(locale)
        if one.verdict == "failed" and one.locale == locale and one.leaflet in {leaflet, ""}
    ]
    assert failed == []


def test_reading_level_is_measured_and_within_its_limits(leaflet: str, locale: str) -> None:
    is_source = locale == LOCALES[0]
    gates = {"reading-level"} if is_source else {"translation-level", "rare-words"}
    found = {
        (one.check, one.verdict, one.sentence if one.verdict != "passed" else "")
        for one in _outcomes(locale)
        if one.check in gates and (one.leaflet, one.locale) == (leaflet, locale)
    }
    unsure = {one for one in found if one[1] == "cantTell" and "upport: thin" in one[2]}
    assert locale in THIN or not unsure
    assert {gate for gate, _, _ in unsure} | {gate for gate, _, _ in found - unsure} == gates
    assert all(verdict == "passed" for _, verdict, _ in found - unsure)
    lengths = {
        one.verdict
        for one in _outcomes(locale)
        if one.check == "sentence-length" and (one.leaflet, one.locale) == (leaflet, locale)
    }
    assert lengths == ({"inapplicable"} if is_source else {"passed"})


def test_level_gives_the_figures_of_check(leaflet: str, locale: str) -> None:
    row = next(one for one in _rows() if (one.leaflet, one.locale.tag) == (leaflet, locale))
    gate = "reading-level" if row.is_source else "translation-level"
    (outcome,) = (
        one
        for one in _outcomes(locale)
        if (one.check, one.leaflet, one.locale) == (gate, leaflet, locale)
    )
    found, school = row.found, row.found.school
    if row.source:
        told = f"Level {found.said}, of its source {row.source.said}: {row.above:+.2f}, "
        assert row.source.said == next(one for one in _rows() if one.leaflet == leaflet).found.said
    else:
        assert school
        told = f"grade {school.fkgl:.1f} with terms set aside (at most 6), {school.fkgl_all:.1f} "
    assert told in outcome.sentence


def test_the_templates_say_what_the_leaflets_say() -> None:
    found = list(of_sources(publication()))
    assert {one.verdict for one in found} == {"passed"}
    # Each domain has one, and the notes of each locale.
    assert len(found) == len(publication().segments) + len(PROJECT.locales)


@pytest.mark.parametrize("domain", ["interface", "glossary", "regions", "local-notes"])
@pytest.mark.parametrize("tag", LOCALES[1:])
def test_no_word_beside_the_leaflets_is_missing(domain: str, tag: str) -> None:
    locality = next(one for one in publication().localities if one.locale.tag == tag)
    segments = publication().sources.segments_in(locality.locale)[domain]
    assert segments
    unseen = [one.msgid for one in segments if locality.localised.choice(one)[1].is_fallback]
    assert unseen == []


@pytest.mark.parametrize("leaflet", LEAFLETS)
def test_english_reads_at_the_level_that_is_promised(leaflet: str) -> None:
    document = publication().localities[0].documents[leaflet]
    glossary = publication().sources.glossary
    aside = [word for term in document.terms for word in glossary[term.id].words]
    level = measure((passage.text for passage in passages(document)), aside)
    limits = PROJECT.limits
    assert level.words > 300
    assert level.fkgl <= limits.grade_terms_aside
    assert level.fkgl_all <= limits.grade_all_words
    assert len(words_in(level.longest)) <= limits.sentence_words


def test_every_machine_translation_says_so_in_its_catalogue() -> None:
    for locality in publication().localities[1:]:
        for catalogue in locality.localised.catalogues.values():
            states = {message.state for message in catalogue.messages}
            assert states == {"machine"}, catalogue.place


def test_the_leaflets_use_every_kind_of_block_and_inline() -> None:
    documents = publication().localities[0].documents.values()
    found = {type(node) for document in documents for node in nodes(document)}
    assert {
        Callout, Checklist, Datum, DefinitionList, FootnoteReference, Image, Table, Term,
    } <= found  # fmt: skip
    items = [node for document in documents for node in nodes(document)]
    nested = [item for item in items if isinstance(item, ListItem) and _holds_list(item)]
    assert nested
    assert any(isinstance(block, Paragraph) for item in nested for block in item.blocks)
    lists = [node for node in items if isinstance(node, Checklist)]
    assert any(item.lines for checklist in lists for item in checklist.items)


def _holds_list(item: ListItem) -> bool:
    return any(isinstance(block, List) for block in item.blocks)


def test_some_blocks_must_be_exact_and_say_so_to_translators() -> None:
    segments = [each for domain in publication().segments.values() for each in domain]
    safety = [each for each in segments if each.safety]
    assert len(safety) >= 2
    assert all("priority:200" in each.flags for each in safety)
    assert any(each.note for each in segments)


def test_no_msgid_holds_an_address_a_phone_number_or_an_emergency_number() -> None:
    for domain in publication().segments.values():
        for segment in domain:
            text = segment.msgid
            assert not any(mark in text for mark in ("http", "tel:", "@", "0808")), text
            assert not {"999", "111", "112", "911"} & set(text.split()), text


def test_a_fact_stands_in_one_block_but_for_the_repeats_that_are_allowed() -> None:
    seen: dict[str, str] = {}
    for name, reading in publication().sources.readings.items():
        for segment in reading.segments:
            for fact in segment.evidence:
                if fact.startswith("none") or fact in {"F068", "F183"}:
                    continue
                where = f"{name}: {segment.msgid}"
                assert seen.setdefault(fact, where) == where, fact
    assert seen


def test_every_fact_of_the_register_is_said_somewhere() -> None:
    sources = publication().sources
    assert sources.named <= set(sources.evidence)
    assert sources.idle() == ()


def test_no_work_that_nobody_has_read_proves_a_fact() -> None:
    sources = publication().sources
    assert sources.works
    assert set(sources.unverified()) == set(sources.named)


def test_templates_and_catalogues_are_up_to_date() -> None:
    assert publication().segments
    for domain, segments in publication().segments.items():
        wanted = {(each.msgctxt, each.msgid) for each in segments}
        for locality in publication().localities[1:]:
            have = set(locality.localised.catalogues[domain].by_key())
            assert have == wanted, f"{domain}: run `make extract update`"


def test_a_build_is_the_same_bytes_every_time() -> None:
    few = replace(PROJECT, locales=PROJECT.locales[:1])
    once, again = (
        {one.path: one for one in build.artifacts_of(open_publication(few, "draft", TODAY))}
        for _ in range(2)
    )
    assert len(once) > 100
    assert once == again


def test_nothing_of_the_project_is_released_yet() -> None:
    english = replace(PROJECT, locales=(), policy=replace(PROJECT.policy, locales=()))
    release = open_publication(english, "release", date(2026, 11, 22))
    shown = [
        words.shown.reason
        for document in release.localities[0].documents.values()
        for words in words_of(document)
        if words.segment
    ]
    assert set(shown) == {"unsigned"}


def test_the_labels_of_a_picture_are_in_the_language_of_their_page() -> None:
    made = {one.path: one.data.decode() for one in files().values()
            if one.media_type == "image/svg+xml"}  # fmt: skip
    assert len(made) == len(LOCALES)
    words = {"en": "Armpit", "pl": "Pacha", "ar": "الإبط", "zh-Hans": "腋下", "ur": "بغل"}
    for path, svg in made.items():
        tag = path.split("/")[0]
        assert ("Armpit" in svg) == (tag == "en"), path
        assert words.get(tag, "") in svg, path


def test_the_contents_of_the_common_questions_name_every_question() -> None:
    made = {path: one.data.decode() for path, one in files().items()}
    for locale in LOCALES:
        page = html.fromstring(made[f"{locale}/10-common-questions/index.html"])
        links = page.findall('.//nav[@class="contents"]//li/ul/li/a')
        listed = [link.get("href") for link in links]
        assert listed == [f"#{h3.get('id')}" for h3 in page.findall('.//div[@class="text"]/h3')]
        assert len(listed) > 8


def test_a_contact_says_when_it_was_checked_in_the_language_of_the_page() -> None:
    made = {path: one.data.decode() for path, one in files().items()}
    days = {"en": "19 July 2023", "pl": "19 lipca 2023", "ar": "19 يوليو 2023"}
    for locale, day in days.items():
        assert f">{day}</bdi>" in made[f"{locale}/08-feelings-and-support/index.html"], locale


@pytest.mark.parametrize("tag", LOCALES[1:])
def test_pages_write_dates_as_their_locale_has_decided(tag: str) -> None:
    locale = locale_of(tag)
    decided = publication().sources.local_style(locale).form["dates"]
    written = written_date(date(2026, 11, 22), locale, "gb")
    assert written.replace("\u202f", " ") in decided


@pytest.mark.parametrize("tag", LOCALES[1:])
def test_every_page_of_another_language_says_how_to_ask_for_an_interpreter(tag: str) -> None:
    made = {path: one.data.decode() for path, one in files().items()}
    spoken = publication().sources.local_style(locale_of(tag)).spoken
    assert spoken
    for leaflet in LEAFLETS:
        for language in spoken:
            said = f"I speak {language}. May I have an interpreter, please?"
            assert said in made[f"{tag}/{leaflet}/index.html"], leaflet


@pytest.mark.parametrize("tag", LOCALES[1:])
def test_a_page_that_says_gp_explains_it(tag: str) -> None:
    locality = next(one for one in publication().localities if one.locale.tag == tag)
    for leaflet in ("02-signs-to-look-for", "04-check-ups-and-tests"):
        (note,) = (each for each in locality.documents[leaflet].terms if each.is_local)
        assert note.id == "note:gp"
        assert "GP" in text_of(note.term) + text_of(note.meaning)
