"""The gates of reading level: a translation beside its source, in projects with real catalogues."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline import anchoring
from pipeline.checks import _levels
from pipeline.config import Project, load
from pipeline.edition import open_publication
from pipeline.errors import ConfigError
from pipeline.inspection import inspect
from pipeline.leafletlevels import Levels, Row
from pipeline.level import frequencies, reading
from pipeline.outcome import Outcome
from tests.conftest import TODAY
from tests.ledgers import REGION, SETTINGS, TEXT, edit, renew, sign, translate

MakeProject = Callable[..., Path]
FRONT = TEXT.partition("## ")[0]
NONE = "<!-- evidence: none, a test -->"
PLAIN = {
    "Come to the hospital in good time.": "Przyjdź do szpitala na czas.",
    "Eat and drink as you always do.": "Jedz i pij tak jak zawsze.",
    "A nurse will show you where to go.": "Pielęgniarka pokaże ci, dokąd iść.",
    "You can ask the nurse anything.": "Możesz zapytać ją o wszystko.",
    "Your doctor will call you after the test.": "Lekarz zadzwoni do ciebie po badaniu.",
    "Talk to your family about it.": "Porozmawiaj o tym z rodziną.",
}
OFFICE = {
    "Come to the hospital in good time.": "Wymagane jest punktualne stawiennictwo w placówce "
    "szpitalnej z zachowaniem obowiązujących procedur epidemiologicznych.",
    "Eat and drink as you always do.": "Zaleca się niezaprzestawanie dotychczasowych nawyków "
    "żywieniowych.",
    "A nurse will show you where to go.": "Oddelegowana pielęgniarka zapewni towarzyszenie na "
    "terenie placówki.",
}
TERM_MEANING = "A test of cells."
TERM = {"cytology": "cytologia", TERM_MEANING: "Badanie komórek."}


def _leaflet(*sections: str, title: str = "A small leaflet") -> str:
    return FRONT.replace("A small leaflet", title) + "\n".join(sections)


def _section(name: str, texts: list[str], times: int = 1) -> str:
    blocks = "".join(f"{text} {NONE}\n\n" for text in texts * times)
    return f"## {name} {{#{name.lower()}}}\n\n{blocks}"


def _make(
    make_project: MakeProject,
    leaflets: dict[str, str],
    words: dict[str, str],
    settings: str = SETTINGS,
) -> Project:
    """A project whose leaflets are translated into Polish, as far as there are words."""
    term = '[cytology]\nterm = "cytology"\nmeaning = "A test of cells."\nbasis = "seed"\n'
    avoid = (
        '[long-word]\nterm = "attendance"\nmeaning = "To be there."\nbasis = "seed"\n'
        'use = "avoid"\ninstead = "being there"\n'
    )
    source = {
        "leaflets": leaflets,
        "glossary.toml": term + avoid,
        "regions": {"gb.toml": REGION},
    }
    project = load(make_project({"source": source}, settings=settings))
    renew(project)
    own = {"attendance": "stawiennictwo", "being there": "obecność", "To be there.": "Być tam."}
    translate(project, {**TERM, **own, **words})
    return project


def _outcomes(project: Project, check: str, locale: str = "pl") -> list[Outcome]:
    return [
        one
        for one in inspect(project, "draft", TODAY)
        if (one.check, one.locale) == (check, locale) and one.verdict != "inapplicable"
    ]


def test_a_hard_section_of_an_easy_page_is_named_with_its_entry_and_a_plainer_word(
    make_project: MakeProject,
) -> None:
    easy, hard = list(PLAIN)[3:], list(PLAIN)[:3]
    text = _leaflet(_section("Easy", easy, 60), _section("Hard", hard, 6))
    leaflets = {"small.md": text, "glossary.md": _leaflet(_section("Words", ["They follow."]))}
    project = _make(make_project, leaflets, {**PLAIN, **OFFICE})
    found = _outcomes(project, "translation-level")
    assert [one.verdict for one in found] == ["failed", "passed"]
    assert found[0].sentence.startswith("Section “Hard”: Level ")
    catalogue = (project.root / found[0].place.file).read_text("utf-8").splitlines()
    assert "Wymagane jest" in "".join(catalogue[found[0].place.line - 1 :][:2])
    assert "stawiennictwo" in found[0].sentence
    assert found[0].sentence.count("Wymagane") == 1
    assert "(better for “stawiennictwo”: obecność)" in found[0].sentence
    hardest = _levels_of(project).hardest((_row(project, "small"),))
    assert ("stawiennictwo", "obecność") in [pair for one in hardest for pair in one.better]


def test_little_text_is_measured_with_the_next_section_and_the_last_with_the_one_before(
    make_project: MakeProject,
) -> None:
    texts = list(PLAIN)
    names = "First", "Second", "Third"
    text = _leaflet(
        *(_section(name, texts, times) for name, times in zip(names, (1, 3, 1), strict=True))
    )
    project = _make(make_project, {"small.md": text}, {**PLAIN, **OFFICE})
    (outcome,) = _outcomes(project, "translation-level")
    assert "Sections: 1," in outcome.sentence


def test_declared_terms_are_set_aside_on_both_sides_with_their_endings(
    make_project: MakeProject,
) -> None:
    term = {
        "You will have a [cytology](term:cytology).": "Czeka cię badanie "
        "[cytologiczne](term:cytology)."
    }
    text = _leaflet(_section("One", [*term, *PLAIN], 3))
    project = _make(make_project, {"small.md": text}, {**PLAIN, **term})
    (outcome,) = _outcomes(project, "rare-words")
    assert outcome.verdict == "passed"
    shares = outcome.sentence.partition("With no terms set aside: ")
    assert "Rare words: 0.0% of those that count, 0.0% in the source" in shares[0]
    assert not shares[2].startswith("0.0% and 0.0%")


def test_a_term_whose_meaning_is_not_translated_is_set_aside_on_neither_side(
    make_project: MakeProject,
) -> None:
    linked = "You will have a [cytology](term:cytology)."
    words = {**PLAIN, linked: "Czeka cię [cytologia](term:cytology).", TERM_MEANING: ""}
    text = _leaflet(_section("One", [linked, *PLAIN], 4))
    project = _make(make_project, {"small.md": text}, words)
    row = _row(project, "small")
    assert row.source
    assert (row.found.aside, row.source.aside) == ((), ())
    assert _figures(project, "small").startswith(_said(row))


def test_what_is_shown_in_english_counts_on_neither_side(make_project: MakeProject) -> None:
    text = _leaflet(_section("One", list(PLAIN), 4))
    few = dict(list(PLAIN.items())[:1])
    project = _make(make_project, {"small.md": text}, few)
    kinds = {"translation-level", "rare-words"}
    every = [one for one in inspect(project, "draft", TODAY) if one.check in kinds]
    polish = [one for one in every if (one.locale, one.leaflet) == ("pl", "small")]
    assert {one.verdict for one in polish} == {"inapplicable"}
    assert all("Words of the source that are translated: 28." in one.sentence for one in polish)


@pytest.fixture
def without_lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which wordfreq is not installed."""
    cached = (
        frequencies.frequencies,
        frequencies.chances,
        frequencies.simplified,
        reading._vocabulary,  # noqa: SLF001  it remembers the lists
        _levels._read,  # noqa: SLF001  it remembers readings with them
    )
    for one in cached:
        one.cache_clear()
    monkeypatch.setattr(frequencies, "find_spec", lambda _name: None)
    yield
    monkeypatch.undo()
    for one in cached:
        one.cache_clear()


@pytest.mark.usefixtures("without_lists")
def test_without_the_lists_nothing_is_passed_and_it_says_what_to_install(
    make_project: MakeProject,
) -> None:
    text = _leaflet(_section("One", list(PLAIN), 4))
    project = _make(make_project, {"small.md": text}, PLAIN)
    for check in ("translation-level", "rare-words"):
        (outcome,) = _outcomes(project, check)
        assert outcome.verdict == "untested"
        assert "pip install “plainleaf[level]”" in outcome.sentence


# ── a project's own anchors ─────────────────────────────────────────────────────────────────────
ANCHORED = f'anchors = ["model"]\n{SETTINGS}'
MODEL = {
    "Drink water every day.": "Pij wodę każdego dnia, najlepiej kilka razy i o stałych porach.",
    "Sleep well at night.": "Śpij dobrze w nocy, a jeśli możesz, także trochę w ciągu dnia.",
}


def _anchored(make_project: MakeProject) -> Project:
    model = _leaflet(_section("Model", list(MODEL), 40), title="A model")
    small = _leaflet(_section("One", list(PLAIN), 4))
    words = {**PLAIN, **MODEL, "A model": "Wzór", "Model": "Wzór", "One": "Jeden"}
    words |= {"A small leaflet": "Mała ulotka", "About very little.": "O niczym."}
    return _make(make_project, {"model.md": model, "small.md": small}, words, ANCHORED)


def _levels_of(project: Project) -> Levels:
    return Levels(open_publication(project, "draft", TODAY))


def _row(project: Project, leaflet: str) -> Row:
    """What `plainleaf level` says of a leaflet in Polish."""
    rows = _levels_of(project).rows
    return next(one for one in rows if (one.leaflet, one.locale.tag) == (leaflet, "pl"))


def _said(row: Row) -> str:
    assert row.source
    return f"Level {row.found.said}, of its source {row.source.said}: {row.above:+.2f}, "


def _figures(project: Project, leaflet: str) -> str:
    (found,) = (one for one in _outcomes(project, "translation-level") if one.leaflet == leaflet)
    return found.sentence


def test_only_approved_leaflets_are_anchors_and_none_is_its_own(make_project: MakeProject) -> None:
    project = _anchored(make_project)
    (told,) = _outcomes(project, "anchors")
    assert (told.verdict, told.who) == ("cantTell", "reviewer")
    before = _figures(project, "small")
    model = _figures(project, "model")
    sign(project, "en", project.source_steps)
    sign(project, "pl", project.steps)
    (told,) = _outcomes(project, "anchors")
    assert (told.verdict, told.sentence) == (
        "passed",
        "Approved text that counts as an anchor: model: 320 words.",
    )
    assert "with own anchors of 320 words" in _figures(project, "small")
    assert "own anchors" not in before
    for leaflet, words in (("small", 320), ("model", 0)):
        row = _row(project, leaflet)
        assert row.own == words
        assert _figures(project, leaflet).startswith(_said(row)), "`level` says the same"
    assert _figures(project, "model") == model


def test_an_anchor_whose_text_changed_since_it_was_approved_counts_no_more(
    make_project: MakeProject,
) -> None:
    project = _anchored(make_project)
    sign(project, "en", project.source_steps)
    sign(project, "pl", project.steps)
    edit(project.catalogue("model", project.locales[0]), "Pij wodę", "Pijaj wodę")
    publication = open_publication(project, "draft", TODAY)
    counts = anchoring.words_of_anchors(publication, publication.localities[1])
    assert counts == {"model": 160}


def test_approved_leaflets_bring_the_level_nearer_to_their_own(make_project: MakeProject) -> None:
    project = _anchored(make_project)
    sign(project, "en", project.source_steps)
    sign(project, "pl", project.steps)
    publication = open_publication(project, "draft", TODAY)
    own = anchoring.Own(publication, publication.localities[1])
    anchors = own.anchors("small")
    assert anchors is not None
    text = tuple(MODEL.values()) * 10
    assert (reading.read(text, "pl", anchors=anchors).level or 0) < (
        reading.read(text, "pl").level or 0
    )
    assert own.anchors("model") is None
    assert anchoring.Own(publication, publication.localities[0]).anchors("small") is None


def test_an_anchor_that_is_not_there_is_refused(make_project: MakeProject) -> None:
    project = _make(make_project, {"small.md": _leaflet(_section("One", list(PLAIN)))}, PLAIN)
    edit(project.root / "plainleaf.toml", 'name = "Small"', 'anchors = ["modell"]\nname = "Small"')
    with pytest.raises(ConfigError, match="“anchors” names “modell”"):
        open_publication(load(project.root), "draft", TODAY)
