"""A template and a catalogue on the disk, for tests of updates."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.catalogue import Catalogue, Message
from pipeline.locale import locale_of
from pipeline.memory import Memory
from pipeline.merge import Update, update
from pipeline.pofile import read

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HEADER = (
    'msgid ""\nmsgstr ""\n"POT-Creation-Date: {date}\\n"\n"PO-Revision-Date: 2020-01-01\\n"\n'
    '"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"X-Own: kept\\n"\n'
)


@dataclass
class Folder:
    """A template and a catalogue on the disk."""

    path: Path

    @property
    def template(self) -> Path:
        """The `.pot`."""
        return self.path / "a.pot"

    @property
    def catalogue(self) -> Path:
        """The `.po`."""
        return self.path / "a.po"

    def source(self, *entries: str, date: str = "2026-01-01") -> None:
        """Write the template."""
        self.template.write_text("\n".join([HEADER.format(date=date), *entries]), "utf-8")

    def translations(self, *entries: str, date: str = "2026-01-01") -> None:
        """Write the catalogue."""
        self.catalogue.write_text("\n".join([HEADER.format(date=date), *entries]), "utf-8")

    def update(self, memory: Memory | None = None, locale: str = "de") -> Update:
        """Update, check what always holds, and keep the result."""
        found = update(
            self.template, self.catalogue, locale=locale_of(locale), memory=memory, today=NOW
        )
        self.catalogue.write_bytes(found.data)
        subprocess.run(["msgfmt", "-c", "-o", "/dev/null", self.catalogue], check=True)
        again = update(
            self.template, self.catalogue, locale=locale_of(locale), memory=memory, today=NOW
        )
        assert not again.changed
        assert again.data == found.data
        return found

    @property
    def read(self) -> Catalogue:
        """The catalogue as it is now."""
        return read(self.catalogue, leaflet="a", locale="de")

    def message(self, msgid: str, msgctxt: str | None = None) -> Message:
        """One message of the catalogue."""
        return self.read.by_key()[msgctxt, msgid]


def entry(msgid: str, msgstr: str = "", above: str = "") -> str:
    return f'{above}msgid "{msgid}"\nmsgstr "{msgstr}"\n'
