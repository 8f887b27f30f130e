"""A project from which approval sheets go out, and to which they come back."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest
from lxml import html
from lxml.html import HtmlElement

from pipeline import build, handover, ledger
from pipeline.config import Project, load
from pipeline.errors import PlainleafError
from pipeline.exchange._days import Dates
from pipeline.signature import Signature
from tests.conftest import TODAY

MakeProject = Callable[..., Path]
LEAFLET = """---
title: Rest and pain
description: What helps.
version: 3
owner:
reviewer:
reviewed:
next_review:
---
## Do {#do}

<!-- safety -->
<!-- note: Keep “not” as strong. -->

Do not take more than **5** tablets of [aspirin](term:aspirin) a day.

- Rest, and ring {region:helpline}.

## Do not {#do-not}

Call [your team](https://example.org/).
"""
POLISH = {
    "Rest and pain": "Odpoczynek i ból",
    "What helps.": "=Co pomaga.",
    "Do": "Rób",
    "Do not take more than **5** tablets of [aspirin](term:aspirin) a day.": (
        "Nie bierz więcej niż **5** tabletek [aspiryny](term:aspirin) dziennie."
    ),
    "Rest, and ring {region:helpline}.": "Odpocznij i zadzwoń: {region:helpline}.",
    "Do not": "Nie rób",
    "Call [your team](https://example.org/).": "Zadzwoń do [zespołu](https://example.org/).",
}
TREE = {
    "source": {
        "leaflets": {"rest.md": LEAFLET},
        "glossary.toml": '[aspirin]\nterm = "aspirin"\nmeaning = "A medicine for pain."\n',
        "regions": {
            "gb.toml": '[helpline]\ntext = "0808 800 4040"\nkind = "phone"\n'
            "checked_on = 2026-11-01\n"
        },
    }
}
SIGNED = {"approved": "yes", "name": "A. Tester", "role": "test reviser", "date": "2026-11-20"}
TRANSLATED = {
    "approved": "yes",
    "name": "T. Tester",
    "role": "test translator",
    "date": "2026-11-10",
}
EXPORTED = {"exported": "on 2026-11-01"}
"""The sheets went out before anybody signed them."""
Row = dict[str, str]


@dataclass(frozen=True)
class Desk:
    """A project, and the sheets that go out of it and come back."""

    project: Project

    def export(self, step: str = "revise", locale: str = "pl") -> tuple[Path, Path]:
        """The page and the table of a sheet."""
        folder = self.project.root / "sheets"
        page, table = handover.export(
            self.project, "approval", "rest", TODAY, locale=locale, step=step, output=folder
        )
        return page, table

    def page(self, step: str = "revise", locale: str = "pl") -> HtmlElement:
        """The page, parsed."""
        return html.fromstring(self.export(step, locale)[0].read_bytes())

    def rows(self, step: str = "revise", locale: str = "pl") -> list[Row]:
        """The rows of a table as a spreadsheet program shows them."""
        text = self.export(step, locale)[1].read_text("utf-8-sig")
        return [row | EXPORTED for row in csv.DictReader(io.StringIO(text, newline=""))]

    def take(self, rows: Iterable[Row], dates: Dates = "", **form: str) -> handover.Taken:
        """Import rows."""
        return self.take_bytes(table(rows, **form), dates)

    def take_bytes(self, data: bytes, dates: Dates = "") -> handover.Taken:
        """Import a file."""
        file = self.project.root / "back.csv"
        file.write_bytes(data)
        return handover.take(self.project, "approval", file, TODAY, dates)

    def refused(self, rows: Iterable[Row]) -> list[str]:
        """What is said of wrong rows; the ledger is as it was."""
        before = self.signatures()
        with pytest.raises(PlainleafError) as error:
            self.take(rows)
        assert self.signatures() == before
        assert not (self.project.catalogues / "pl" / "back-translations").exists()
        return str(error.value).splitlines()

    def signatures(self, locale: str = "pl") -> list[Signature]:
        """What the ledger holds besides what translators signed."""
        path = self.project.catalogues / locale / "ledger" / "rest.jsonl"
        found, ignored = ledger.read(path, "rest", locale, TODAY, source=locale == "en")
        assert not ignored
        return [one for one in found.signatures if one.step != "translate"]

    def edit(self, old: str, new: str, file: str = "locales/pl/LC_MESSAGES/rest.po") -> None:
        """Write other words into a file of the project."""
        path = self.project.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def table(
    rows: Iterable[Row], separator: str = ",", newline: str = "\r\n", encoding: str = "utf-8-sig"
) -> bytes:
    """Rows as a spreadsheet program saves them."""
    several = list(rows)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, several[0], delimiter=separator, lineterminator=newline)
    writer.writeheader()
    writer.writerows(several)
    return out.getvalue().encode(encoding)


def make_desk(make_project: MakeProject) -> Desk:
    """A project with one leaflet, all of it in Polish and signed by its translator."""
    project = load(make_project(TREE))
    build.extract(project, TODAY)
    list(build.update(project, TODAY))
    for name, words in (("rest", POLISH), ("glossary", {"aspirin": "aspiryna"})):
        path = project.catalogues / "pl" / "LC_MESSAGES" / f"{name}.po"
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = words.get(entry.msgid, "")
        catalogue.save(str(path))
    desk = Desk(project)
    desk.take([row | TRANSLATED for row in desk.rows("translate")])
    return desk


def with_answer(rows: list[Row], answer: Row, index: int = 3) -> list[Row]:
    """The rows, one of them answered."""
    return [row | answer if at == index else row for at, row in enumerate(rows)]
