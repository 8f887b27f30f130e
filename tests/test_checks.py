"""The checks, by the cases in `checks/*.md`: each says its verdict in its heading.

A case is a heading `## verdict: why`, lines `key: value` (edition, locale, plurals, media, page,
unverified, checked; says: words of a finding), and fenced blocks: `markdown` for a document, `po`
for a catalogue or for the translation of the document above it, `html` for a page, `style` for the
project's style.toml, `local` for the locale's, `words` for the glossary's catalogue, and `again`
for lines of the second pass over the catalogue (`of` is an msgid).
`checks/glossary.toml` is the glossary of all cases.
"""

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from pipeline import localstyle, pofile, registers, secondpass, style
from pipeline.artifact import Artifact
from pipeline.audit import Check, Circumstances, Target
from pipeline.catalogue import Catalogue
from pipeline.checks import CHECKS, get_check
from pipeline.choose import Rules, choose
from pipeline.choose import words_of as chosen
from pipeline.document import Document, Edition, Region, Segment, Shown, Value
from pipeline.locale import locale_of
from pipeline.outcome import Outcome, Verdict
from pipeline.reader import Reader, Source, as_written
from pipeline.signature import Ledger
from tests.outline import SURROUNDINGS

CASES = Path(__file__).parent / "checks"
GLOSSARY = registers.glossary(CASES / "glossary.toml", "glossary.toml")
TODAY = date(2026, 11, 22)
EN = locale_of("en")
HINTS = {"passive", "leftover", "lengths", "endings", "local_words"}
"""Checks that never fail: what they see is for a person to look at."""
HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n"Language: {locale}\\n"\n{plurals}'
)
LOCAL = """\
[register]
you = "Pan, Pani"
why = "A case."
[names]
nhs = "NHS"
gp = "GP"
[form]
numbers = "1,5"
dates = "22.11.2026"
quotation_marks = "„”"
"""
FRONT = """\
---
title: A case
description: A case
version: 1
owner: The owner
reviewer: The reviewer
reviewed: 2026-11-01
next_review: 2027-11-01
---

"""
_CASE = re.compile(r"^## (\w+): ([^\n]+)\n(.*?)(?=^## \w+: |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^~~~~ (\w+)\n(.*?)^~~~~$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of one check."""

    check: str
    verdict: str
    why: str
    options: dict[str, str]
    blocks: tuple[tuple[str, str], ...]

    @property
    def edition(self) -> Edition:
        """The edition that is checked."""
        return "release" if self.options.get("edition") == "release" else "draft"


def _cases() -> list[Case]:
    return [
        Case(
            path.stem,
            verdict,
            why,
            dict(re.findall(r"^(\w+): (.+)$", _BLOCK.sub("", body), re.MULTILINE)),
            tuple(_BLOCK.findall(body)),
        )
        for path in sorted(CASES.glob("*.md"))
        for verdict, why, body in _CASE.findall(path.read_text(encoding="utf-8"))
    ]


# ── from a case to what a check looks at ───────────────────────────────────────────────────────
def _catalogue(case: Case, text: str, folder: Path, leaflet: str = "case") -> Catalogue:
    locale = case.options.get("locale", "pl")
    path = folder / f"{leaflet}.po"
    forms = case.options.get("plurals", "")
    plurals = f'"Plural-Forms: {forms};\\n"\n' if forms else ""
    header = HEADER.format(locale=locale, plurals=plurals)
    path.write_text(header + "\n" + text, encoding="utf-8")
    return pofile.read(path, leaflet=leaflet, locale=locale, shown_as=path.name)


def _second_pass(catalogue: Catalogue, text: str, folder: Path) -> secondpass.SecondPass:
    """The lines of a case as a file holds them."""
    keys = {one.msgid: secondpass.key_of(one) for one in catalogue.messages}
    usual = {"severity": "", "finding": "", "was": "", "by": "machine", "blind": True}
    rows = []
    for values in map(json.loads, text.splitlines()):
        name = keys.get(values.pop("of", ""), "")
        rows.append(json.dumps(usual | {"hash": name, "date": "2026-11-22"} | values))
    path = folder / secondpass.FILE
    path.write_text("\n".join(rows), encoding="utf-8")
    return secondpass.read(path, TODAY, "second-pass.jsonl")


def _reader(case: Case) -> Reader:
    day = date.fromisoformat(case.options.get("checked", "2026-11-01"))
    values = (
        ("helpline", Value("0808 800 4040", "phone", day)),
        ("unknown-yet", Value("", "phone")),
    )
    around = replace(SURROUNDINGS, region=Region("gb", values), terms=GLOSSARY)
    return Reader(EN, around, house=True)


def _documents(case: Case, folder: Path) -> tuple[Document, Document]:
    """The document that the case is about, and its source."""
    blocks = dict(case.blocks)
    text = blocks["markdown"]
    source = Source("case", "case.md", text if text.startswith("---") else FRONT + text)
    edition = case.edition
    reader = _reader(case)
    english = reader.read(source, as_written(EN), EN, edition).document
    if "po" not in blocks:
        return english, english
    locale = locale_of(case.options.get("locale", "pl"))
    messages = _catalogue(case, blocks["po"], folder).by_key()
    rules = Rules(edition, EN, locale)

    def choice(segment: Segment) -> tuple[str, Shown]:
        message = messages.get((segment.msgctxt, segment.msgid))
        shown = choose(segment, message, Ledger("case", locale.tag), rules)
        return chosen(segment, message, shown), shown

    return reader.read(source, choice, locale, edition).document, english


def _circumstances(case: Case, folder: Path) -> Circumstances:
    unverified = case.options.get("unverified", "").split()
    own = folder / "style.toml"
    own.write_text(dict(case.blocks).get("style", ""), encoding="utf-8")
    house = style.load(own, "style.toml")
    return Circumstances(
        edition=case.edition,
        today=TODAY,
        locale=case.options.get("locale", "en"),
        leaflet="" if case.options.get("page") == "index" else "case",
        reviews=dict.fromkeys(unverified, "nobody has read the work"),
        glossary=GLOSSARY,
        style=house,
        plainer=house.avoid,
        local=_local(case, folder),
        beside=_beside(case, folder),
    )


def _local(case: Case, folder: Path) -> localstyle.LocalStyle:
    path = folder / "local.toml"
    path.write_text(LOCAL + dict(case.blocks).get("local", ""), encoding="utf-8")
    return localstyle.load(path, "style.toml")


def _beside(case: Case, folder: Path) -> tuple[Catalogue, ...]:
    words = dict(case.blocks).get("words")
    return (_catalogue(case, words, folder, "glossary"),) if words else ()


def _target(case: Case, check: Check, folder: Path) -> tuple[Target, Circumstances]:
    circumstances, blocks = _circumstances(case, folder), dict(case.blocks)
    if check.target is Catalogue:
        catalogue = _catalogue(case, blocks["po"], folder)
        if "markdown" in blocks:
            source = Source("case", "case.md", FRONT + blocks["markdown"])
            circumstances = replace(circumstances, segments=_reader(case).segments(source))
        if "again" in blocks:
            again = _second_pass(catalogue, blocks["again"], folder)
            circumstances = replace(circumstances, beside=(catalogue,), second_pass=again)
        return catalogue, circumstances
    if check.target is Document:
        document, english = _documents(case, folder)
        words = tuple(w for term in english.terms for w in GLOSSARY[term.id].words)
        return document, replace(circumstances, source=english, declared_terms=words)
    if "markdown" in blocks:
        circumstances = replace(circumstances, source=_documents(case, folder)[1])
    media = case.options.get("media", "text/html")
    return Artifact("en/case.html", media, blocks["html"].encode()), circumstances


def _verdict(outcomes: list[Outcome]) -> str:
    """The gravest verdict."""
    order: tuple[Verdict, ...] = ("failed", "cantTell", "untested", "passed", "inapplicable")
    return min((one.verdict for one in outcomes), key=order.index)


# ── the tests ──────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("case", [pytest.param(c, id=f"{c.check}-{c.why}") for c in _cases()])
def test_a_check_says_of_its_case_what_the_case_says(case: Case, tmp_path: Path) -> None:
    check = get_check(case.check.replace("-", "_"))
    target, circumstances = _target(case, check, tmp_path)
    outcomes = list(check.run(target, circumstances))
    assert _verdict(outcomes) == case.verdict, [one.sentence for one in outcomes]
    assert any(case.options.get("says", "") in one.sentence for one in outcomes), outcomes
    for one in outcomes:
        assert (one.check, one.requirement) == (check.name, check.requirement)
        assert (one.locale, one.leaflet) == (circumstances.locale, circumstances.leaflet)
        if one.verdict in {"failed", "cantTell"}:
            assert one.cause or one.place.file
            assert len(one.sentence.split(". ")) > 1, "Say what is wrong and what to do."


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_cases_for_passed_a_finding_and_inapplicable(name: str) -> None:
    check = get_check(name)
    verdicts = {case.verdict for case in _cases() if case.check == check.name}
    finding = "cantTell" if name in HINTS else "failed"
    assert verdicts >= {"passed", finding, "inapplicable"}
    assert verdicts <= set(get_args(Verdict))


def test_every_case_file_belongs_to_a_check() -> None:
    names = {get_check(name).name for name in CHECKS}
    assert {path.stem for path in CASES.glob("*.md")} == names


def test_findings_name_the_line_where_they_are_mended(tmp_path: Path) -> None:
    text = '#: case.md\nmsgid "Take 5 mg"\nmsgstr "Weź 50 mg"\n'
    catalogue = _catalogue(Case("numbers", "", "", {}, ()), text, tmp_path)
    (outcome,) = get_check("numbers").run(catalogue, Circumstances("draft", TODAY))
    assert (outcome.place.file, outcome.place.line > 5) == ("case.po", True)
    case = Case("sentences", "", "", {}, (("markdown", "One.\n\n" + "word " * 21 + "\n"),))
    document, english = _documents(case, tmp_path)
    (outcome,) = get_check("sentences").run(document, Circumstances("draft", TODAY, source=english))
    assert str(outcome.place) == f"case.md:{FRONT.count(chr(10)) + 3}"
