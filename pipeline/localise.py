"""One locale's words: its catalogues, its ledgers, and the choice that both lead to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pipeline import interface, ledger, pofile
from pipeline.artifact import Interface
from pipeline.catalogue import Catalogue, Key, Message
from pipeline.choose import Rules, choose, key_of, lacking, words_of
from pipeline.config import Project
from pipeline.document import Edition, Region, Segment, Shown, Value
from pipeline.locale import Locale, written_date
from pipeline.registers import WORDED, region_segments
from pipeline.signature import Ledger


@dataclass(frozen=True, slots=True)
class Localised:
    """What is known of one locale in one edition."""

    locale: Locale
    rules: Rules
    catalogues: dict[str, Catalogue]
    """By domain; the source language has none."""
    messages: dict[str, dict[Key, Message]]
    ledgers: dict[str, Ledger]
    ignored: tuple[ledger.Ignored, ...] = ()
    """Lines of ledgers that count for nothing."""
    faulty: frozenset[tuple[str, Key]] = frozenset()
    """Messages, by domain, of which a check says that they are wrong."""

    def message(self, segment: Segment) -> Message | None:
        """The message of a segment; None where the catalogue lacks it."""
        return self.messages.get(segment.leaflet, {}).get((segment.msgctxt, segment.msgid))

    def choice(self, segment: Segment) -> tuple[str, Shown]:
        """The words that a reader sees of a segment, and how they came to be."""
        message = self.message(segment)
        faulty = (segment.leaflet, (segment.msgctxt, segment.msgid)) in self.faulty
        shown = choose(segment, message, self.ledger(segment), self.rules, faulty=faulty)
        return words_of(segment, message, shown), shown

    def ledger(self, segment: Segment) -> Ledger:
        """The signatures among which those for a segment stand."""
        empty = Ledger(segment.leaflet, self.locale.tag, source=self.rules.of_source)
        return self.ledgers.get(segment.leaflet, empty)

    def text(self, segment: Segment) -> str:
        """The words that a signature would be for: the translation, or the source's own."""
        message = self.message(segment)
        return segment.msgid if self.rules.of_source else (message.msgstr if message else "")

    def lacking(self, segment: Segment) -> tuple[str, ...]:
        """The steps that the policy asks for and that do not stand."""
        return lacking(segment, self.text(segment), self.ledger(segment), self.rules)

    def steps_of(self, segment: Segment) -> frozenset[str]:
        """The steps that stand for a segment as it is."""
        key = key_of(segment, self.text(segment), self.locale.tag)
        return self.ledger(segment).steps_of(key)

    def interface(self) -> Interface:
        """Plainleaf's own words in this locale."""
        chosen: dict[str, tuple[str, Shown]] = {}

        def choose_words(msgid: str) -> tuple[str, Shown]:
            if msgid not in chosen:
                chosen[msgid] = self.choice(interface.segment(msgid))
            return chosen[msgid]

        return Interface(self.locale.tag, self.locale.direction, choose=choose_words)

    def region(self, region: Region) -> Region:
        """A region's values with their words in this locale."""
        words = {segment.msgctxt: self.choice(segment) for segment in region_segments(region)}

        def here(key: str, value: Value) -> Value:
            if value.kind in WORDED and key in words:
                return replace(value, text=words[key][0], lang=words[key][1].lang)
            if value.kind == "date" and value.checked_on:
                day = written_date(value.checked_on, self.locale, region.code)
                return replace(value, text=day, lang=self.locale.tag)
            return value

        values = tuple((key, here(key, value)) for key, value in region.values)
        return Region(region.code, values)


def localise(
    project: Project, locale: Locale, domains: Iterable[str], edition: Edition, today: date
) -> Localised:
    """Read the catalogues and ledgers of a locale.

    Raises:
        CatalogueError: a catalogue cannot be read.
    """
    names = tuple(domains)
    rules = Rules(edition, project.source_locale, locale, project.policy)
    is_source = locale == project.source_locale
    catalogues = {} if is_source else {name: _catalogue(project, name, locale) for name in names}
    read = {name: _ledger(project, name, locale, today) for name in names}
    return Localised(
        locale=locale,
        rules=rules,
        catalogues=catalogues,
        messages={name: catalogue.by_key() for name, catalogue in catalogues.items()},
        ledgers={name: one for name, (one, _) in read.items()},
        ignored=tuple(line for _, lines in read.values() for line in lines),
    )


def _ledger(
    project: Project, domain: str, locale: Locale, today: date
) -> tuple[Ledger, tuple[ledger.Ignored, ...]]:
    path, source = project.ledger(domain, locale), locale == project.source_locale
    shown_as = path.relative_to(project.root).as_posix()
    return ledger.read(path, domain, locale.tag, today, source=source, shown_as=shown_as)


def _catalogue(project: Project, domain: str, locale: Locale) -> Catalogue:
    """A catalogue of the project; failing that, the one of the interface that Plainleaf brings."""
    path = project.catalogue(domain, locale)
    if not path.is_file() and domain == interface.DOMAIN:
        path = interface.shipped(locale) or path
    if not path.is_file():
        return Catalogue(domain, locale.tag)
    within = path.is_relative_to(project.root)
    shown_as = path.relative_to(project.root).as_posix() if within else path.name
    return pofile.read(path, leaflet=domain, locale=locale.tag, shown_as=shown_as)
