"""A project with its signatures, for tests: what is translated, and who signed it, by role."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polib

from pipeline import build, ledger
from pipeline.choose import key_of
from pipeline.config import Project
from pipeline.localise import localise
from pipeline.signature import Signature
from pipeline.sources import gather
from tests.conftest import TODAY

SIGNED_ON = date(2026, 11, 1)
TEXT = """---
title: A small leaflet
description: About very little.
version: 1
owner: A test owner
reviewer: A test reviewer
reviewed: 2026-11-01
next_review: 2027-11-01
---
## Do {#do}

Drink [tea](term:tea). <!-- evidence: none, a test -->

- Take 5 tablets. <!-- evidence: none, a test --> <!-- allow: 5 --> <!-- safety -->
- Ring {region:helpline}. <!-- evidence: none, a test -->

## Do not {#do-not}

Do not wait. <!-- evidence: none, a test -->

- Stop your tablets. <!-- evidence: none, a test -->
"""
OTHER = TEXT.replace("A small leaflet", "Another leaflet").replace("[tea](term:tea)", "water")
REGION = '[helpline]\ntext = "0808 800 4040"\nkind = "phone"\nchecked_on = 2026-11-01\n'
GLOSSARY = (
    '[tea]\nterm = "tea"\nmeaning = "A hot drink."\nbasis = "seed"\n\n'
    '[ice]\nterm = "ice"\nmeaning = "Frozen water."\nbasis = "seed"\n'
)
SETTINGS = 'name = "Small"\nlocales = ["pl", "ar"]\nregion = "gb"\n'
TREE = {
    "source": {
        "leaflets": {"small.md": TEXT},
        "regions": {"gb.toml": REGION},
        "glossary.toml": GLOSSARY,
    }
}
POLISH = {
    "A small leaflet": "Mała ulotka",
    "Another leaflet": "Inna ulotka",
    "About very little.": "O niczym wielkim.",
    "Do": "Rób tak",
    "Drink [tea](term:tea).": "Pij [herbatę](term:tea).",
    "Drink water.": "Pij wodę.",
    "Take 5 tablets.": "Weź 5 tabletek.",
    "Ring {region:helpline}.": "Zadzwoń: {region:helpline}.",
    "Do not": "Nie rób tak",
    "Do not wait.": "Nie czekaj.",
    "Stop your tablets.": "Odstaw tabletki.",
    "tea": "herbata",
    "A hot drink.": "Gorący napój.",
}


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that has to be there, once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (old, text)
    path.write_text(text.replace(old, new), "utf-8")


def renew(project: Project) -> None:
    """Extract and update."""
    build.extract(project, TODAY)
    list(build.update(project, TODAY))


def translate(project: Project, words: Mapping[str, str] = POLISH, tag: str = "pl") -> None:
    """Fill in the catalogues of a locale; Plainleaf's own words get some words of their own."""
    locale = next(one for one in project.locales if one.tag == tag)
    for path in project.catalogue("any", locale).parent.glob("*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            own = entry.msgstr or f"„{entry.msgid}”"
            entry.msgstr = own if path.stem == "interface" else words.get(entry.msgid, "")
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        catalogue.save(str(path))


def sign(project: Project, tag: str, steps: tuple[str, ...], *, only: str = "") -> None:
    """Sign everything in a locale, or one msgid, each step by a tester of its own."""
    locales = (project.source_locale, *project.locales)
    locale = next(one for one in locales if one.tag == tag)
    segments = gather(project).signable(locale)
    localised = localise(project, locale, segments, "release", TODAY)
    for domain, several in segments.items():
        keys = [key_of(one, localised.text(one), tag) for one in several if only in {"", one.msgid}]
        people = [
            (key, step, f"test {step}", f"test {step} person") for key in keys for step in steps
        ]
        lines = (Signature(*one, SIGNED_ON) for one in people)
        ledger.append(project.ledger(domain, locale), lines)


def signed_project(project: Project, words: Mapping[str, str] = POLISH) -> Project:
    """Everything translated into Polish, and signed in both languages."""
    renew(project)
    translate(project, words)
    sign(project, "en", project.source_steps)
    sign(project, "pl", project.steps)
    return project
