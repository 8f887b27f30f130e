"""The report on reading levels: a page for staff, with a plot of each leaflet and all figures."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from pipeline.appraisal import SUPPORT
from pipeline.artifact import Artifact, Interface
from pipeline.config import Project
from pipeline.leafletlevels import Row
from pipeline.locale import direction_of, locale_of, name_in, written_date
from pipeline.renderers._plot import SHAPES, Bar, plot
from pipeline.renderers._shell import shell

PATH = "report/reading-level.html"
"""Where the page stands in the edition's folder."""
_ENGLISH = locale_of("en")
"""The language of the report: staff read it."""
_View = dict[str, object]


def report(project: Project, rows: Sequence[Row], today: date) -> Artifact:
    """The page; rows stand leaflet by leaflet, the source first."""
    groups = [(name, list(each)) for name, each in groupby(rows, lambda row: row.leaflet)]
    values: _View = {
        "site": project.name,
        "day": written_date(today, _ENGLISH, "gb"),
        "leaflets": [_leaflet(name, each) for name, each in groups],
        "languages": len({row.locale for row in rows}),
        "supports": [
            (name, SHAPES.get(name, ""), said, spoken)
            for name, said in SUPPORT.items()
            if (spoken := _languages(rows, name))
        ],
        "own": any(row.own for row in rows),
    }
    words = Interface(_ENGLISH.tag, _ENGLISH.direction)
    folder = project.source / "theme"
    theme = folder if folder.is_dir() else None
    data = shell("level.html", values, words.text, words.text, theme)
    return Artifact(PATH, "text/html", data)


def _languages(rows: Sequence[Row], support: str) -> str:
    """The languages whose levels rest on this."""
    found = (row.locale for row in rows if row.found.reading.support == support)
    return ", ".join(name_in(locale, _ENGLISH) for locale in dict.fromkeys(found))


def _leaflet(name: str, rows: Sequence[Row]) -> _View:
    first = rows[0]
    shown = [_row(row) for row in rows]
    bars = [_bar(row) for row in rows]
    told = "; ".join(f"{each['name']} {each['level']}" for each in shown)
    return {
        "name": name,
        "title": first.title,
        "lang": first.title_lang,
        "direction": direction_of(first.title_lang),
        "rows": shown,
        "plot": plot(bars),
        "told": told,
    }


def _bar(row: Row) -> Bar:
    found = row.found
    return Bar(
        label=row.locale.tag,
        level=found.level,
        error=found.reading.error or 0.0,
        support=found.reading.support,
        is_source=row.is_source,
        instead=found.short,
    )


def _row(row: Row) -> _View:
    found, reading = row.found, row.found.reading
    return {
        "name": name_in(row.locale, _ENGLISH),
        "title": "" if row.is_source else row.title,
        "lang": row.title_lang,
        "direction": direction_of(row.title_lang),
        "level": found.said,
        "figures": _figures(row),
        "lacking": row.lacking,
        "words": reading.words,
        "support": reading.support,
        "own": row.own,
    }


def _figures(row: Row) -> list[tuple[str, str]]:
    """The other figures, each under its heading; empty where they are not said."""
    found = row.found
    whole = found.whole.level if found.whole and found.level is not None else None
    indices: Iterable[float | None] = (found.reading.sentence_index, found.reading.word_index)
    sentence, word = (each if found.level is not None else None for each in indices)
    rare, school = found.reading.rare, found.school if found.level is not None else None
    grades = f"{school.fkgl:.1f} ({school.fkgl_all:.1f}); {school.smog:.1f}" if school else ""
    return [
        ("With all words", _number(whole)),
        ("Against source", row.said_above),
        ("Sentence index", _number(sentence)),
        ("Word index", _number(word)),
        ("Rare words", "" if rare is None else f"{rare:.0%}"),
        ("School grades", grades),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
