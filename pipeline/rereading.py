"""What the second pass came to, locale by locale: each translation beside what was made of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pipeline import secondpass
from pipeline.catalogue import Message
from pipeline.characters import FORBIDDEN
from pipeline.config import Project
from pipeline.document import Region
from pipeline.errors import PlainleafError
from pipeline.locale import Locale, bcp47
from pipeline.localise import localise
from pipeline.secondpass import SEVERITIES, Likeness, Rereading, SecondPass, Severity
from pipeline.sources import Sources, gather

EXAMPLES = 10
"""Changes that a report shows of a locale."""
MACHINE = "machine"
"""Who did it, where that was no person."""


@dataclass(frozen=True, slots=True)
class Text:
    """One translation that there is now."""

    domain: str
    """Its catalogue."""
    kind: str
    """What it is on its page: `heading 2`, `item 3 of 5`; empty where the source lacks it."""
    message: Message
    key: str
    line: Rereading | None
    """What was made of it; None where nobody has read it again."""

    @property
    def translation(self) -> str:
        """What the catalogue says, plural forms one behind the other."""
        return " / ".join(self.message.forms) if self.message.plural else self.message.msgstr


@dataclass(frozen=True)
class Reread:
    """One locale, read again."""

    locale: Locale
    texts: tuple[Text, ...]
    """In the order of catalogues and of their messages."""
    found: SecondPass
    source_values: Mapping[str, str] = field(default_factory=dict)
    """The region's values by key, as the source has them."""
    values: Mapping[str, str] = field(default_factory=dict)
    """The same in this locale."""

    @cached_property
    def lines(self) -> tuple[Rereading, ...]:
        """The line of each translation that has one."""
        return tuple(one.line for one in self.texts if one.line)

    def places(self, text: Text) -> int:
        """In how many places the same text has the same translation."""
        return self._places[text.key]

    @cached_property
    def _places(self) -> Counter[str]:
        return Counter(one.key for one in self.texts)

    @property
    def unread(self) -> tuple[Text, ...]:
        """Translations without a line, each wording once, where it first stands."""
        return tuple(one for one in self._once if one.line is None)

    @cached_property
    def _once(self) -> tuple[Text, ...]:
        first: dict[str, Text] = {}
        for one in self.texts:
            first.setdefault(one.key, one)
        return tuple(first.values())

    def count(self, severity: Severity) -> int:
        """How many translations have a line of this severity."""
        return sum(one.severity == severity for one in self.lines)

    @cached_property
    def likeness(self) -> Likeness:
        """How many back-translations are their source, word for word."""
        lines = {one.key: one.line for one in self.texts if one.line}
        return secondpass.likeness((one.message for one in self.texts), lines)

    @property
    def by(self) -> dict[str, int]:
        """How many translations each reader has read: a machine, and people by their roles."""
        return dict(Counter(one.by for one in self.lines).most_common())

    @property
    def said_by(self) -> str:
        """Who has read, and whether any of them was a person."""
        named = {FORBIDDEN.sub("", name): count for name, count in self.by.items()}
        people = {role: count for role, count in named.items() if role != MACHINE}
        machine = named.get(MACHINE, 0)
        if not self.by:
            return "Nobody has read these translations again."
        told = ", ".join(f"{role} ({count})" for role, count in people.items())
        if not machine:
            return f"Read again by people: {told}."
        if not people:
            return "Read again by a machine; no person has reviewed it."
        return f"Read again by a machine ({machine}), and no person has reviewed that; by {told}."

    @property
    def figures(self) -> dict[str, int]:
        """All counts, by name."""
        return {
            "messages": len(self.texts),
            "with_line": len(self.lines),
            "not_yet": len(self.texts) - len(self.lines),
            "blind": sum(one.blind for one in self.lines),
            "same_meaning": self.count(""),
            **{name: self.count(name) for name in SEVERITIES[1:]},
            "changed": sum(bool(one.was) for one in self.lines),
            "open": sum(one.is_open for one in self.lines),
        }

    @property
    def open(self) -> tuple[Text, ...]:
        """What was found and is still as it was, the gravest first; each wording once."""
        return tuple(self._gravest(lambda line: line.is_open))

    @property
    def examples(self) -> tuple[Text, ...]:
        """Some of what was changed: the gravest first, and from as many catalogues as may be."""
        changed = list(self._gravest(lambda line: bool(line.was)))
        turn: Counter[tuple[str, str]] = Counter()
        ordered = []
        for at, one in enumerate(changed):
            severity = one.line.severity if one.line else ""
            turn[severity, one.domain] += 1
            ordered.append((-SEVERITIES.index(severity), turn[severity, one.domain], at))
        return tuple(changed[at] for _, _, at in sorted(ordered)[:EXAMPLES])

    def _gravest(self, wanted: Callable[[Rereading], bool]) -> Iterator[Text]:
        for severity in reversed(SEVERITIES):
            for one in self._once:
                if one.line and one.line.severity == severity and wanted(one.line):
                    yield one


def reread(project: Project, today: date, only: str | None = None) -> tuple[Reread, ...]:
    """Every locale of a project but the source's, or only the one of this tag.

    Raises:
        PlainleafError: there is no such locale, or a source or a catalogue cannot be read.
    """
    locales = {one.tag: one for one in project.locales}
    if only is not None and bcp47(only) not in locales:
        known = ", ".join(locales) or "none"
        raise PlainleafError(f"Nothing is translated into “{only}”.", f"There is {known}.")
    sources = gather(project)
    wanted = locales.values() if only is None else (locales[bcp47(only)],)
    return tuple(_reread(sources, locale, today) for locale in wanted)


def _reread(sources: Sources, locale: Locale, today: date) -> Reread:
    project, segments = sources.project, sources.segments_in(locale)
    localised = localise(project, locale, segments, "draft", today)
    found = secondpass.load(project, locale, today) or SecondPass()
    lines, texts = found.by_key(), []
    for domain, catalogue in localised.catalogues.items():
        kinds = {(one.msgctxt, one.msgid): one.kind for one in segments[domain]}
        for one in catalogue.messages:
            if name := secondpass.key_of(one):
                kind = kinds.get((one.msgctxt, one.msgid), "")
                texts.append(Text(domain, kind, one, name, lines.get(name)))
    region = sources.surroundings.region
    values = _values(region), _values(localised.region(region))
    return Reread(locale, tuple(texts), found, *values)


def _values(region: Region) -> dict[str, str]:
    return {key: value.text for key, value in region.values}
