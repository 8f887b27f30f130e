"""A release holds back exactly what is not signed as it stands, and says so."""

import re
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from pipeline import build
from pipeline.cli import FAILED, FINE, main
from pipeline.config import Project, load
from tests.conftest import TODAY
from tests.ledgers import SETTINGS, TREE, edit, renew, sign, signed_project, translate

MakeProject = Callable[..., Path]


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """Everything signed in Polish, nothing translated into Arabic."""
    return signed_project(load(make_project(TREE, settings=SETTINGS)))


def _release(project: Project, *, fall_back: bool = True) -> build.Built:
    return build.build(project, "release", TODAY, allow_fallback=fall_back)


def _held(built: build.Built, tag: str = "pl") -> dict[str, str]:
    """What is held back in a locale: msgid → why."""
    parts = [one for gap in built.gaps if gap.locale == tag for one in gap.parts]
    return {one.segment.msgid: one.why for one in parts}


def _page(project: Project, tag: str = "pl") -> str:
    return (project.output / "release" / tag / "small" / "index.html").read_text("utf-8")


def _run(project: Project, *words: str) -> Result:
    arguments = ["--project", str(project.root), *words, "--today", TODAY.isoformat()]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def _catalogue(project: Project, domain: str = "small") -> Path:
    return project.catalogue(domain, project.locales[0])


def _ledger(project: Project, domain: str = "small", which: int = 0) -> Path:
    return project.ledger(domain, project.locales[which])


def _in_english(page: str) -> list[str]:
    """The blocks of a page that are marked as English, in their order."""
    found = re.findall(r'<(\w+)[^>]*class="[^"]*untranslated[^>]*>(.*?)</\1>', page, re.DOTALL)
    return [re.sub("<[^>]*>", "", words) for _, words in found]


def test_what_is_signed_is_released_whole(project: Project) -> None:
    built = _release(project, fall_back=False)
    assert built.held == {}
    assert _held(built) == {}
    page = _page(project)
    assert "Weź 5 tabletek." in page
    assert _in_english(page) == []
    assert "Parts in English" not in page


@pytest.mark.parametrize(
    ("old", "new", "msgid", "why"),
    [
        ("Nie czekaj.", "Nie czekaj!", "Do not wait.", "lacks translate, revise, clinical"),
        ("Weź 5 tabletek.", "Weź 5 tabletki.", "Take 5 tablets.", "lacks translate"),
        ("Weź 5 tabletek.", "Weź 6 tabletek.", "Take 5 tablets.", "broken"),
        ('"Nie czekaj."', '""', "Do not wait.", "missing"),
    ],
)  # fmt: skip
def test_one_changed_character_holds_back_exactly_its_block(
    project: Project, old: str, new: str, msgid: str, why: str
) -> None:
    edit(_catalogue(project), old, new)
    built = _release(project)
    held = _held(built)
    assert list(held) == [msgid]
    assert held[msgid].startswith(why)
    page = _page(project)
    assert _in_english(page) == [msgid]
    assert new.strip('"') not in page or not new.strip('"')


def test_what_a_check_calls_wrong_is_not_released_whoever_signed_it(project: Project) -> None:
    edit(_catalogue(project), "Nie czekaj.", "Poczekaj.")
    sign(project, "pl", project.steps)
    built = _release(project)
    assert _held(built) == {"Do not wait.": "broken"}
    assert _in_english(_page(project)) == ["Do not wait."]


def test_a_changed_phone_number_voids_the_blocks_that_show_it(project: Project) -> None:
    edit(project.source / "regions" / "gb.toml", "0808 800 4040", "0808 800 4041")
    built = _release(project)
    assert "small" in built.held
    assert not built.artifacts


def test_a_block_that_is_safety_no_more_has_to_be_signed_again(project: Project) -> None:
    leaflet = project.source / "leaflets" / "small.md"
    text = leaflet.read_text("utf-8")
    assert "<!-- safety -->" in text
    leaflet.write_text(re.sub(r"<!-- safety -->\n?", "", text), "utf-8")
    renew(project)
    assert "small" in _release(project).held


def test_a_changed_source_holds_back_its_block_and_the_list_that_it_leads_in_to(
    project: Project,
) -> None:
    edit(project.source / "leaflets" / "small.md", "Do not wait.", "Do not wait long.")
    renew(project)
    sign(project, "en", project.source_steps)
    held = _held(_release(project))
    assert list(held) == ["Do not wait long.", "Stop your tablets."]
    assert held["Do not wait long."] == "changed"
    assert _in_english(_page(project)) == ["Do not wait long.", "Stop your tablets."]


def test_an_item_that_moves_under_another_heading_is_held_back(project: Project) -> None:
    item = "- Stop your tablets. <!-- evidence: none, a test -->\n"
    path = project.source / "leaflets" / "small.md"
    edit(path, f"\n{item}", "")
    edit(path, "- Ring", f"{item}- Ring")
    renew(project)
    assert "small" in _release(project).held, "the English item has to be signed again as well"
    sign(project, "en", project.source_steps)
    assert list(_held(_release(project))) == ["Stop your tablets."]
    assert _in_english(_page(project)) == ["Stop your tablets."]


def test_a_ledger_copied_from_another_locale_signs_nothing(project: Project) -> None:
    translate(project, {"Do": "افعل", "Do not": "لا تفعل"}, "ar")
    for domain in ("small", "glossary", "interface"):
        path = _ledger(project, domain, 1)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(_ledger(project, domain).read_bytes())
    held = _held(_release(project), "ar")
    assert held["Do"].startswith("lacks translate")
    assert not (project.output / "release" / "ar").exists()


def test_one_line_copied_from_another_locale_signs_nothing(project: Project) -> None:
    translate(project, {"Do": "افعل", "Do not": "لا تفعل"}, "ar")
    sign(project, "ar", project.steps, only="Do")
    lines = _ledger(project).read_text("utf-8")
    path = _ledger(project, which=1)
    path.write_text(path.read_text("utf-8") + lines, "utf-8")
    held = _held(_release(project), "ar")
    assert "Do" not in held
    assert held["Do not"].startswith("lacks")


def test_a_truncated_ledger_holds_back_exactly_what_it_lost(project: Project) -> None:
    path = _ledger(project)
    lines = path.read_bytes().splitlines(keepends=True)
    assert b"proofread" in lines[-1]
    path.write_bytes(b"".join(lines)[: -len(lines[-1]) // 2])
    built = _release(project)
    assert _held(built) == {"Stop your tablets.": "lacks proofread"}
    assert [one.place.line for one in built.ignored] == [len(lines)]
    said = _run(project, "build", "--release", "--allow-fallback").output
    assert f"ledger/small.jsonl:{len(lines)}: this line counts for nothing" in said
    assert _in_english(_page(project)) == ["Stop your tablets."]


def test_without_leave_to_fall_back_the_leaflet_stays_out_of_the_locale(project: Project) -> None:
    edit(_catalogue(project), "Nie czekaj.", "Nie czekaj!")
    result = _run(project, "build", "--release")
    assert result.exit_code == FAILED
    assert "held back: small in pl: 1 of " in result.output
    assert re.search(r"small\.po:\d+: lacks translate, .*“Do not wait\.”", result.output)
    assert "held back: small in ar: " in result.output
    assert not (project.output / "release" / "pl").exists()
    assert "hreflang" not in _page(project, "en").replace('hreflang="en"', "").replace(
        'hreflang="x-default"', ""
    )


def test_with_leave_it_is_there_and_the_build_still_says_what_is_english(
    project: Project,
) -> None:
    edit(_catalogue(project), "Nie czekaj.", "Nie czekaj!")
    result = _run(project, "build", "--release", "--allow-fallback")
    assert result.exit_code == FINE, result.output
    assert "in English: small in pl: 1 of " in result.output
    assert re.search(r"held back: small in ar: .*Nothing of it is signed", result.output)
    assert not (project.output / "release" / "ar").exists()


def test_a_safety_block_that_is_not_approved_is_english_with_a_note_and_never_left_out(
    project: Project,
) -> None:
    edit(_catalogue(project), "Weź 5 tabletek.", "Weź 5 tabletki.")
    result = _run(project, "build", "--release", "--allow-fallback")
    assert re.search(r"lacks .*, safety block: “Take 5 tablets\.”", result.output)
    page = _page(project)
    note = '<p class="language-note">'
    assert re.search(rf"{note}[^<]*</p><ul><li lang=\"en\"[^>]*>Take 5 tablets", page), page
    for file in (project.output / "release" / "pl" / "small").glob("*.txt"):
        assert "Take 5 tablets." in " ".join(file.read_text("utf-8").split())


def test_unsigned_english_stands_in_for_nothing(project: Project) -> None:
    edit(_catalogue(project), "Nie czekaj.", "Nie czekaj!")
    edit(project.source / "leaflets" / "small.md", "Stop your", "Stop all your")
    renew(project)
    result = _run(project, "build", "--release", "--allow-fallback")
    assert result.exit_code == FAILED
    assert "held back: small\n" in result.output
    assert "Nothing is released." in result.output


def test_a_page_says_how_much_of_it_is_english_and_why(project: Project) -> None:
    edit(_catalogue(project), "Nie czekaj.", "Nie czekaj!")
    edit(_catalogue(project), '"Odstaw tabletki."', '""')
    _release(project)
    banner = re.findall(r'<div class="banner">(.*?)</div>', _page(project), re.DOTALL)[0]
    words = " ".join(re.sub("<[^>]*>", " ", banner).split())
    reasons = ("Not translated yet: {count}", "Translated, and waiting for approval: {count}")
    missing, waiting = (_said(project, msgid, count="1") for msgid in reasons)
    assert _said(project, "Parts in English: {count} of {total}.", count="2", total="11") in words
    assert missing in words
    assert waiting in words
    for file in (project.output / "release" / "pl" / "small").glob("*.txt"):
        text = " ".join(file.read_text("utf-8").split())
        assert text.index(waiting) < text.index("Rób tak")


def _said(project: Project, msgid: str, **values: str) -> str:
    """Plainleaf's own words in Polish."""
    catalogue = polib.pofile(str(_catalogue(project, "interface")))
    return str(next(one.msgstr for one in catalogue if one.msgid == msgid)).format(**values)
