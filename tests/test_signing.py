"""`sign`: what a person can sign, what not, and how both are said."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import BAD_INPUT, FAILED, FINE, main
from pipeline.config import Project, load
from tests.ledgers import POLISH, SETTINGS, TEXT, TREE, edit, renew, sign, translate

MakeProject = Callable[..., Path]
WHO = ("--person", "test translator", "--role", "test translator")


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """Everything translated into Polish, and nothing signed."""
    found = load(make_project(TREE, settings=SETTINGS))
    renew(found)
    translate(found)
    return found


def _run(project: Project, *words: str, today: str = "2026-11-20") -> Result:
    arguments = ["--project", str(project.root), *words]
    if words[0] in {"sign", "build", "check"}:
        arguments += ["--today", today]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def _sign(project: Project, step: str, *words: str, day: str = "2026-11-20") -> Result:
    who = ("--person", f"test {step} person", "--role", f"test {step}")
    return _run(project, "sign", "small", "--locale", "pl", "--step", step, *who, *words, today=day)


def _ledger(project: Project, name: str = "small") -> Path:
    return project.ledger(name, project.locales[0])


def _lines(project: Project, name: str = "small") -> list[dict[str, str]]:
    path = _ledger(project, name)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_leaflet_is_signed_step_by_step(project: Project) -> None:
    for step in ("translate", "revise", "clinical", "proofread", "reader"):
        result = _sign(project, step)
        assert result.exit_code == FINE, result.output
        assert "9 signed, 0 not" in result.output
        assert "locales/pl/ledger/small.jsonl" in result.output
    lines = _lines(project)
    assert len(lines) == 5 * 9
    assert {line["date"] for line in lines} == {"2026-11-20"}
    assert {line["person"] for line in lines[9:18]} == {"test revise person"}
    assert "9 had this step already." in _sign(project, "revise").output
    assert len(_lines(project)) == 5 * 9


def test_a_step_too_early_is_refused_with_the_reason(project: Project) -> None:
    result = _sign(project, "clinical")
    assert result.exit_code == FAILED
    assert "0 signed, 9 not" in result.output
    assert "counts only where “revise” stands before it" in result.output
    assert not _ledger(project).exists()


def test_the_translator_cannot_revise(project: Project) -> None:
    _run(project, "sign", "small", "--locale", "pl", "--step", "translate", *WHO)
    result = _run(project, "sign", "small", "--locale", "pl", "--step", "revise", *WHO)
    assert result.exit_code == FAILED
    assert "signed by the same person" in result.output


def test_what_is_no_finished_translation_is_listed_and_not_signed(project: Project) -> None:
    path = project.catalogue("small", project.locales[0])
    edit(path, 'msgstr "Nie czekaj."', 'msgstr ""')
    edit(path, 'msgstr "Weź 5 tabletek."', 'msgstr "Weź 6 tabletek."')
    text = path.read_text("utf-8")
    flag, at = "#, md-text", text.index('msgid "Stop your tablets."')
    start = text.rindex(flag, 0, at)
    text = f"{text[:start]}#, fuzzy, md-text{text[start + len(flag) :]}"
    note = "# machine translation, 2026-11-22, not reviewed\n"
    at = text.rindex("#.", 0, text.index('msgid "Do not"\n'))
    text = text[:at] + note + text[at:]
    start = text.index(flag, at)
    text = f"{text[:start]}#, fuzzy, md-text{text[start + len(flag) :]}"
    path.write_text(text, "utf-8")
    result = _sign(project, "translate")
    assert result.exit_code == FAILED
    for reason in ("not translated yet", "lost a number", "marked fuzzy", "a machine's draft"):
        assert re.search(rf"small\.po:\d+: not signed: .*{reason}", result.output), reason
    assert "5 signed, 4 not" in result.output


@pytest.mark.parametrize(
    ("only", "count"),
    [(("Do not wait.",), 1), (("#do",), 4), (("do",), 4), (("do-not", "Take 5 tablets."), 4)],
)
def test_only_some_texts_or_a_section_may_be_signed(
    project: Project, only: tuple[str, ...], count: int
) -> None:
    words = [word for name in only for word in ("--only", name)]
    assert f"{count} signed" in _sign(project, "translate", *words).output
    assert len(_lines(project)) == count


def test_a_dry_run_only_says_what_it_would_do(project: Project) -> None:
    assert "9 would be signed, 0 not." in _sign(project, "translate", "--dry-run").output
    assert not _ledger(project).exists()


def test_a_withdrawal_ends_what_stood_and_is_signed_too(project: Project) -> None:
    _sign(project, "translate")
    result = _sign(project, "withdraw", "--only", "Do not wait.", day="2026-11-21")
    assert "1 signed" in result.output
    again = _sign(project, "withdraw", "--only", "Do not wait.", day="2026-11-22")
    assert "nothing stands that it would end" in again.output
    assert "withdrawn on 2026-11-21" in _sign(project, "translate", day="2026-11-21").output
    assert "1 signed" in _sign(project, "translate", day="2026-11-22").output


@pytest.mark.parametrize("name", ["glossary", "interface"])
def test_words_that_leaflets_share_are_signed_by_name(project: Project, name: str) -> None:
    words = ("sign", name, "--locale", "pl", "--step", "translate", *WHO)
    assert _run(project, *words).exit_code == FINE
    assert {line["step"] for line in _lines(project, name)} == {"translate"}


def test_the_source_text_is_signed_too_and_needs_no_translation(project: Project) -> None:
    result = _run(project, "sign", "small", "--source", "--step", "clinical", *WHO)
    assert result.exit_code == FINE, result.output
    path = project.ledger("small", project.source_locale)
    assert len(path.read_text("utf-8").splitlines()) == 10, "the leaflet as a whole is the tenth"
    result = _run(project, "sign", "small", "--source", "--step", "translate", *WHO)
    assert "a source text has no step “translate”" in result.output
    result = _run(project, "sign", "small", "--locale", "en", "--step", "clinical", *WHO)
    assert "10 had this step already." in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("small", "--locale", "pl", "--step", "translate"), "says who signs, and in which role"),
        (
            ("small", "--locale", "pl", "--step", "translate", "--person", "test", "--role", " "),
            "says who signs, and in which role",
        ),
        (("none", "--locale", "pl", "--step", "translate", *WHO), "There is no leaflet “none”"),
        (("small", "--locale", "de", "--step", "translate", *WHO), "has no locale “de”"),
        (("small", "--locale", "xx-none", "--step", "translate", *WHO), "no language"),
        (("small", "--step", "translate", *WHO), "Name what is signed: --locale pl, or --source"),
        (("small", "--locale", "pl", "--step", "approve", *WHO), "'approve' is not one of"),
        (
            ("small", "--locale", "pl", "--step", "translate", "--only", "Nothing", *WHO),
            "No text and no section is called “Nothing”",
        ),
    ],
)
def test_a_wish_that_makes_no_sense_is_one_clear_line_and_exit_2(
    project: Project, words: tuple[str, ...], said: str
) -> None:
    result = _run(project, "sign", *words)
    assert result.exit_code == BAD_INPUT
    assert said in result.output
    assert not _ledger(project).exists()


def test_a_policy_for_a_leaflet_that_is_not_there_is_refused_by_name(project: Project) -> None:
    settings = project.root / "plainleaf.toml"
    settings.write_text(f'{SETTINGS}[policy.leaflets]\nsmal = ["translate"]\n', "utf-8")
    result = _run(project, "build")
    assert result.exit_code == BAD_INPUT
    assert result.output.strip() == (
        "plainleaf.toml: [policy.leaflets] names “smal”, and there is no such leaflet. "
        "Plainleaf knows glossary, interface, local-notes, regions, small."
    )


NOTE = "# machine translation, 2026-11-22, not reviewed\n"


def _noted(project: Project, msgid: str) -> Path:
    """A catalogue in which a text is marked fuzzy no more, and still says that nobody read it."""
    path = project.catalogue("small", project.locales[0])
    text = path.read_text("utf-8")
    at = text.rindex("#.", 0, text.index(f'msgid "{msgid}"\n'))
    path.write_text(text[:at] + NOTE + text[at:], "utf-8")
    return path


def test_what_a_person_signs_is_called_a_machine_s_draft_no_more(project: Project) -> None:
    path = _noted(project, "Do not wait.")
    renew(project)
    assert NOTE in path.read_text("utf-8"), "only a named person takes it away"
    noted = path.read_bytes()
    assert "lost the comment" not in _sign(project, "translate", "--only", "Do").output
    assert path.read_bytes() == noted
    result = _sign(project, "translate")
    assert result.exit_code == FINE, result.output
    assert "1 lost the comment “machine translation, …, not reviewed”." in result.output
    assert path.read_bytes() == noted.replace(NOTE.encode(), b"")


def test_a_dry_run_and_a_withdrawal_leave_the_comment(project: Project) -> None:
    _sign(project, "translate")
    noted = _noted(project, "Do not wait.").read_bytes()
    _sign(project, "revise", "--dry-run")
    _sign(project, "withdraw", day="2026-11-21")
    assert project.catalogue("small", project.locales[0]).read_bytes() == noted


def test_what_a_check_calls_wrong_is_not_signed_and_the_check_says_why(project: Project) -> None:
    path = project.catalogue("small", project.locales[0])
    edit(path, 'msgstr "Nie czekaj."', 'msgstr "Czekaj."')
    result = _sign(project, "translate")
    assert result.exit_code == FAILED
    assert "8 signed, 1 not" in result.output
    failed = re.search(r"small\.po:(\d+): failed negation: (.*?)\n", _run(project, "check").output)
    assert failed
    line, sentence = failed.groups()
    said = " ".join(result.output.split())
    assert f"small.po:{line}: not signed: a check calls it wrong: {sentence.split('.')[0]}" in said


def test_a_link_that_says_another_word_of_the_glossary_is_not_signed(project: Project) -> None:
    cold = TEXT.replace("A small", "Another").replace("[tea](term:tea)", "[ice](term:ice)")
    (project.source / "leaflets" / "cold.md").write_text(cold, "utf-8")
    renew(project)
    translate(project, {**POLISH, "ice": "mrożonka"})
    edit(project.catalogue("small", project.locales[0]), "[herbatę]", "[mrożonkę]")
    result = _sign(project, "translate", "--only", "Drink [tea](term:tea).")
    assert result.exit_code == FAILED
    assert "leads to “herbata”, and says “mrożonka”" in " ".join(result.output.split())


def test_what_a_check_calls_wrong_can_be_withdrawn(project: Project) -> None:
    _sign(project, "translate")
    edit(path := project.catalogue("small", project.locales[0]), "Nie czekaj.", "Czekaj.")
    sign(project, "pl", ("translate",), only="Do not wait.")
    assert "1 signed, 0 not" in _sign(project, "withdraw", "--only", "Do not wait.").output
    assert "Czekaj." in path.read_text("utf-8")


@pytest.mark.parametrize("step", ["revise", "withdraw"])
def test_nothing_is_signed_before_the_last_line_of_its_text(project: Project, step: str) -> None:
    _sign(project, "translate", day="2026-11-20")
    before = _ledger(project).read_bytes()
    result = _sign(project, step, day="2026-11-19")
    assert result.exit_code == FAILED
    assert "a line of 2026-11-20 stands there already: sign with the day" in result.output
    assert _ledger(project).read_bytes() == before
    assert _sign(project, step, day="2026-11-20").exit_code == FINE


@pytest.mark.parametrize(
    ("person", "role", "said"),
    [
        ("T\u0435st person", "test", "--person: the name mixes letters that look alike"),
        ("=cmd|x", "test", "--person: the name begins with “=”, as a formula does."),
        ("test person", "@test", "--role: the role begins with “@”"),
        ("t" * 201, "test", "--person: the name is too long."),
        ("test\u202eperson", "test", "--person: the name holds invisible characters"),
    ],
)
def test_nobody_signs_with_a_name_that_deceives(
    project: Project, person: str, role: str, said: str
) -> None:
    words = ("--locale", "pl", "--step", "translate", "--person", person, "--role", role)
    result = _run(project, "sign", "small", *words)
    assert result.exit_code == BAD_INPUT
    assert said in result.output
    assert not _ledger(project).exists()


def test_check_names_a_line_that_counts_for_nothing(project: Project) -> None:
    _sign(project, "translate")
    path = _ledger(project)
    step = '"step": "{}"'
    text = path.read_text("utf-8").replace(step.format("translate"), step.format("revise"), 1)
    path.write_text(text[:-40], "utf-8")
    output = _run(project, "check").output
    assert re.search(r"pl/ledger/small\.jsonl:1: cannot tell ledger: .*counts only where", output)
    assert re.search(r"pl/ledger/small\.jsonl:9: cannot tell ledger: .*no signature", output)
