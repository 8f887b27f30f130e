"""The report on the second pass: a page for staff, with figures, examples and what is open."""

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.artifact import Artifact, Interface
from pipeline.characters import FORBIDDEN
from pipeline.config import Project
from pipeline.exchange._spoken import shown
from pipeline.locale import Locale, locale_of, name_in, written_date
from pipeline.renderers._shell import shell
from pipeline.renderers._xhtml import Html
from pipeline.rereading import MACHINE, Reread, Text
from pipeline.secondpass import MOST_COPIED

PATH = "report/second-pass.html"
"""Where the page stands in the edition's folder."""
_ENGLISH = locale_of("en")
"""The language of the report and of findings: staff read them."""
_HEADS = (
    "Texts", "Read again", "Not yet", "Blind", "Same meaning", "Wording", "Meaning", "Safety",
    "Changed", "Open",
)  # fmt: skip
_View = dict[str, object]


def report(project: Project, several: Sequence[Reread], today: date) -> Artifact:
    """The page, locale by locale."""
    readers = {name for one in several for name in one.by}
    values: _View = {
        "site": project.name,
        "day": written_date(today, _ENGLISH, "gb"),
        "source": project.source_locale,
        "source_name": name_in(project.source_locale, _ENGLISH),
        "heads": _HEADS,
        "most": f"{MOST_COPIED:.0%}",
        "by_machine": MACHINE in readers,
        "by_people": bool(readers - {MACHINE}),
        "locales": [_locale(one, project.source_locale) for one in several],
    }
    words = Interface(_ENGLISH.tag, _ENGLISH.direction)
    folder = project.source / "theme"
    theme = folder if folder.is_dir() else None
    data = shell("second-pass.html", values, words.text, words.text, theme)
    return Artifact(PATH, "text/html", data)


def _locale(one: Reread, source: Locale) -> _View:
    alike = one.likeness
    return {
        "name": name_in(one.locale, _ENGLISH),
        "tag": one.locale.tag,
        "direction": one.locale.direction,
        "by": one.said_by,
        "figures": list(zip(_HEADS, one.figures.values(), strict=True)),
        "equal": f"{alike.share:.0%} of {alike.of}" if alike.of else "",
        "is_copied": alike.is_copied,
        "changed": one.figures["changed"],
        "opened": one.figures["open"],
        "examples": [_text(each, one, source) for each in one.examples],
        "open": [_text(each, one, source) for each in one.open],
        "ignored": [(str(place), why) for place, why in one.found.ignored],
    }


def _text(text: Text, one: Reread, source: Locale) -> _View:
    """One translation with what was made of it, ready to be shown."""
    line = text.line
    return {
        "severity": line.severity if line else "",
        "domain": text.domain,
        "kind": text.kind,
        "place": str(text.message.place),
        "others": one.places(text) - 1,
        "source": _shown(text.message.msgid, source, one.source_values),
        "now": _shown(text.translation, one.locale, one.values),
        "was": _shown(line.was if line else "", one.locale, one.values),
        "back": _shown(line.back if line else "", source, one.source_values),
        "finding": FORBIDDEN.sub("", line.finding) if line else "",
    }


def _shown(words: str, locale: Locale, values: Mapping[str, str]) -> Html:
    """A text as markup; what nobody sees, or what would turn the line around, is left out."""
    return shown(FORBIDDEN.sub("", words), locale, values)
