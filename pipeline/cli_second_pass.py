"""The command line's word for the second pass: its figures, its report, its sheets out and back."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.config import Project, load
from pipeline.terminal import FILE, NEW, command, day, json_flag, language_if_any, short

if TYPE_CHECKING:
    from pipeline.rereading import Reread


@click.command("second-pass")
@click.option("--locale", callback=language_if_any, help="This locale of the project.")
@click.option("--blind", type=NEW, help="Write sheets without the source into this FOLDER.")
@click.option("--take", type=FILE, help="Add what a sheet that came back says: all, or none.")
@click.option("--by", help="The role of whoever filled it in; never a name.")
@json_flag
@day
@click.pass_obj
@command
def second_pass(folder: Path, /, today: date, **options: Any) -> None:
    """Translations read again by somebody who came fresh to them: what was found."""
    from pipeline.rereading import reread  # noqa: PLC0415  other words start without it

    _require_sense(options)
    project, locale = load(folder), options["locale"]
    several = reread(project, today, locale.tag if locale else None)
    if options["blind"]:
        _write_sheets(several[0], options["blind"])
    elif options["take"]:
        _take(project, several[0], options, today)
    else:
        _show(project, several, today, as_json=options["as_json"], whole=locale is None)


def _require_sense(options: dict[str, Any]) -> None:
    """Refuse options that do not go together."""
    sheet = options["blind"] or options["take"]
    if options["blind"] and options["take"]:
        raise click.UsageError("Write sheets or take one: --blind or --take.")
    if sheet and not options["locale"]:
        raise click.UsageError("Name the language of the translations, such as --locale pl.")
    if bool(options["take"]) != (options["by"] is not None):
        raise click.UsageError("Write both: --take FILE --by ROLE, such as “volunteer reader”.")
    if sheet and options["as_json"]:
        raise click.UsageError("--json is for the figures, not for sheets.")


def _write_sheets(here: "Reread", folder: Path) -> None:
    from pipeline import rereadingsheets  # noqa: PLC0415  other words start without it

    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"--blind wants a folder, and {short(folder)} is a file.")
    written = list(rereadingsheets.write(here, folder))
    for path, count in written:
        click.echo(f"wrote {short(path)}: {count} translations")
    if not written:
        click.echo("Every translation has been read again.")


def _take(project: Project, here: "Reread", options: dict[str, Any], today: date) -> None:
    from pipeline import rereadingsheets, secondpass  # noqa: PLC0415  other words start without it

    added = rereadingsheets.take(project, here, options["take"], options["by"], today)
    click.echo(f"{added} lines added to {short(secondpass.path_of(project, here.locale))}")


def _show(
    project: Project, several: "tuple[Reread, ...]", today: date, *, as_json: bool, whole: bool
) -> None:
    """Figures, and the report where they are those of the whole project."""
    from pipeline import disk, secondpasslisting  # noqa: PLC0415  other words start without it

    if as_json:
        plain = [secondpasslisting.plain(one) for one in several]
        click.echo(json.dumps({"locales": plain}, ensure_ascii=False, indent=1))
        return
    for place, why in (line for one in several for line in one.found.ignored):
        click.echo(f"{place}: This line counts for nothing: {why}. Add a right one.", err=True)
    for line in secondpasslisting.table(several):
        click.echo(line)
    if whole:
        from pipeline import secondpassreport  # noqa: PLC0415  as above

        page = secondpassreport.report(project, several, today)
        path = project.output / "draft" / page.path
        disk.make_folder(path.parent)
        disk.write(path, page.data, lasting=False)
        click.echo(f"The same as a page, until the next build: {short(path)}")
