"""A small project of which one locale is translated, and lines of a second pass over it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib

from pipeline import build, secondpass
from pipeline.config import Project, load
from pipeline.rereading import Reread, Text, reread
from pipeline.secondpass import Rereading, Severity
from tests.conftest import TODAY

MakeProject = Callable[..., Path]
LEAFLET = """---
title: {title}
description: What helps.
version: 1
owner:
reviewer:
reviewed:
next_review:
---
{texts}
"""
TEXTS = {
    "rest": {
        "Do not take more than **5** tablets a day.": "Nie bierz więcej niż **5** tabletek.",
        "Rest when you are tired, and ask for help.": "Odpoczywaj i proś o pomoc.",
        "Ring us: {region:helpline}.": "Zadzwoń: {region:helpline}.",
    },
    "food": {
        "Eat small meals, as often as you like to.": "Jedz mało, ale często.",
        "Rest when you are tired, and ask for help.": "Odpoczywaj i proś o pomoc.",
    },
}
"""What leaflets say, and how Polish says it; one text stands in both."""
TITLES = {"rest": "Rest", "food": "Food"}
REGION = '[helpline]\ntext = "0808 800 4040"\nkind = "phone"\nchecked_on = 2026-11-01\n'


def make_leaflets(make_project: MakeProject) -> Project:
    """The project; its texts are translated, its titles and Plainleaf's own words are not."""
    leaflets = {
        f"{name}.md": LEAFLET.format(title=TITLES[name], texts="\n\n".join(texts))
        for name, texts in TEXTS.items()
    }
    tree = {"source": {"leaflets": leaflets, "regions": {"gb.toml": REGION}}}
    root = make_project(tree, settings='name = "A test"\nlocales = ["pl"]\n')
    project = load(root)
    build.extract(project, TODAY)
    list(build.update(project, TODAY))
    for path in (root / "locales" / "pl" / "LC_MESSAGES").glob("*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = TEXTS.get(path.stem, {}).get(entry.msgid, "")
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        catalogue.save()
    return project


def opened(project: Project) -> Reread:
    """The Polish of the project as it is now."""
    (here,) = reread(project, TODAY)
    return here


def text(project: Project, begins: str, domain: str = "") -> Text:
    """One of the texts, by the beginning of its English."""
    return next(
        one
        for one in opened(project).texts
        if one.message.msgid.startswith(begins) and domain in one.domain
    )


def line(of: Text | str, severity: Severity = "", **more: object) -> Rereading:
    """A line about a text."""
    name = of if isinstance(of, str) else of.key
    finding = "It says something else." if severity else ""
    made = Rereading(name, "Said again.", severity, finding, "", "machine", blind=True, day=TODAY)
    return replace(made, **more)  # type: ignore[arg-type]  # the names are those of its fields


def append(project: Project, *lines: Rereading) -> Path:
    """Add lines to the file of the Polish."""
    path = secondpass.path_of(project, project.locales[0])
    secondpass.append(path, lines)
    return path
