"""The command line's word for reading levels: of files, of a project, and of a stream."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.config import Project, load
from pipeline.errors import ConfigError
from pipeline.locale import Locale, locale_of
from pipeline.terminal import FILE, command, day, json_flag, language_if_any, short

if TYPE_CHECKING:
    from pipeline.appraisal import Appraisal, Mend
    from pipeline.leafletlevels import Levels, Row


@click.command()
@click.argument("files", type=FILE, nargs=-1, metavar="[FILE]...")
@click.option("--lang", callback=language_if_any, help="The language of the text, such as pl.")
@click.option("--jsonl", is_flag=True, help="Read {id, text} lines, write {id, level, …} lines.")
@click.option("--formulas", is_flag=True, help="Print the formulas made for the language too.")
@click.option("--leaflet", help="This leaflet of the project, and its hardest blocks.")
@click.option("--locale", callback=language_if_any, help="This locale of the project.")
@click.option("--hardest", is_flag=True, help="The ten hardest blocks of each locale.")
@json_flag
@day
@click.pass_obj
@command
def level(folder: Path, /, files: tuple[Path, ...], today: date, **options: Any) -> None:
    """How hard a text is to read: any FILE (Markdown, .po, text), or every leaflet."""
    from pipeline.levelstream import require_lists  # noqa: PLC0415  other words start without it

    require_lists()
    if options["jsonl"]:
        others = ("formulas", "leaflet", "locale", "hardest", "as_json")
        if files or any(options[name] for name in others):
            raise click.UsageError("--jsonl reads standard input, and goes with --lang only.")
        _stream(options["lang"] or _source(_project(folder)))
    elif files:
        of_project = {name: options[name] for name in ("leaflet", "locale", "hardest")}
        if any(of_project.values()):
            raise click.UsageError(
                "--leaflet, --locale and --hardest are for a project's leaflets."
            )
        _files(_project(folder), files, today, options)
    else:
        _leaflets(load(folder), today, options)


def _project(folder: Path) -> Project | None:
    """The project of a folder; None where there are no settings."""
    try:
        return load(folder)
    except ConfigError as error:
        if error.place is None:
            return None
        raise


def _source(project: Project | None) -> Locale:
    return project.source_locale if project else locale_of("en")


# ── a stream ───────────────────────────────────────────────────────────────────────────────────
def _stream(language: Locale) -> None:
    from pipeline.levelstream import levels  # noqa: PLC0415  other words start without it

    for line in levels(sys.stdin.buffer, language.tag, "standard input"):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


# ── files ──────────────────────────────────────────────────────────────────────────────────────
def _files(
    project: Project | None, files: tuple[Path, ...], today: date, options: dict[str, Any]
) -> None:
    from pipeline import levellisting  # noqa: PLC0415  other words start without it

    told = []
    for path in files:
        found, mend = _of_file(project, path, today, options["lang"])
        if options["as_json"]:
            about = {"file": short(path), "hardest": levellisting.plain_blocks(mend)}
            told.append(levellisting.plain(found) | about)
            continue
        _say(levellisting.figures(found, short(path)))
        if options["formulas"]:
            _say(levellisting.formulas(found))
        _say(levellisting.to_mend(mend))
    if options["as_json"]:
        _print(told)


def _of_file(
    project: Project | None, path: Path, today: date, language: Locale | None
) -> "tuple[Appraisal, tuple[Mend, ...]]":
    """A file's figures and hardest blocks; a project's own file with the terms that it explains."""
    from pipeline import appraisal, leafletlevels, runningtext, style  # noqa: PLC0415  as above

    own = leafletlevels.leaflet_of(project, path) if project and language is None else None
    if project and own:
        levels = _levels(project, today)
        row = next(row for row in levels.rows if (row.leaflet, row.locale) == own)
        return row.found, levels.hardest((row,))
    read_as, blocks = runningtext.blocks_of(path, short(path), language, _source(project))
    found = appraisal.appraise(blocks, read_as.tag)
    if read_as.tag.partition("-")[0] != "en":
        return found, appraisal.to_mend(found, {})
    words = style.load(project.source / "style.toml", "source/style.toml") if project else None
    better = appraisal.better_words(words or style.house_style())
    return found, appraisal.to_mend(found, better)


# ── a project ──────────────────────────────────────────────────────────────────────────────────
def _levels(project: Project, today: date) -> "Levels":
    from pipeline.edition import open_publication  # noqa: PLC0415  other words start without it
    from pipeline.leafletlevels import Levels  # noqa: PLC0415  as above

    return Levels(open_publication(project, "draft", today))


def _leaflets(project: Project, today: date, options: dict[str, Any]) -> None:
    from pipeline import levellisting  # noqa: PLC0415  other words start without it

    levels = _levels(project, today)
    name, locale = options["leaflet"], options["locale"] or options["lang"]
    rows = [row for row in levels.rows if name in {None, row.leaflet}]
    rows = [row for row in rows if locale in {None, row.locale}]
    if not rows:
        raise click.UsageError(f"There is no {name or 'leaflet'} in {locale or 'any locale'}.")
    listed = options["hardest"] or name is not None
    mend = {tag: levels.hardest(each) for tag, each in _by_locale(rows)} if listed else {}
    if options["as_json"]:
        blocks = {tag: levellisting.plain_blocks(each) for tag, each in mend.items()}
        _print({"leaflets": [levellisting.plain_row(row) for row in rows], "hardest": blocks})
        return
    _say(levellisting.table(rows))
    for row in rows if options["formulas"] else ():
        click.echo(f"{row.leaflet}, {row.locale}")
        _say(levellisting.formulas(row.found))
    for tag, each in mend.items():
        click.echo(tag)
        _say(levellisting.to_mend(each))
    if name is None and locale is None:
        _write(project, levels, today)


def _by_locale(rows: "list[Row]") -> "Iterator[tuple[str, tuple[Row, ...]]]":
    for tag in dict.fromkeys(row.locale.tag for row in rows):
        yield tag, tuple(row for row in rows if row.locale.tag == tag)


def _write(project: Project, levels: "Levels", today: date) -> None:
    """Write the report beside the draft edition, and say where."""
    from pipeline import disk, levelreport  # noqa: PLC0415  other words start without it

    page = levelreport.report(project, levels.rows, today)
    path = project.output / "draft" / page.path
    disk.make_folder(path.parent)
    disk.write(path, page.data, lasting=False)
    click.echo(f"The same as a page, until the next build: {short(path)}")


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
