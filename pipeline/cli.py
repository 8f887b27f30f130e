"""The command line: one word for each stage. Exit 0 fine · 1 checks failed · 2 bad input."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from pipeline import __version__
from pipeline.config import load
from pipeline.document import Edition
from pipeline.errors import PlainleafError, SourceErrors
from pipeline.locale import Locale, UnknownLocale, locale_of
from pipeline.outcome import Outcome
from pipeline.place import Place

FINE, FAILED, BAD_INPUT = 0, 1, 2

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEW = click.Path(path_type=Path)


def _today(_context: click.Context, _option: click.Parameter, value: str | None) -> date:
    """The day that counts as today: the option, else SOURCE_DATE_EPOCH, else the clock."""
    if value:
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise click.BadParameter(f"{value} is no date. Write it as 2026-11-22.") from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError) as error:
        said = f"SOURCE_DATE_EPOCH is no number of seconds: {epoch}. Write one, or unset it."
        raise click.UsageError(said) from error


def _language(_context: click.Context, _option: click.Parameter, value: str) -> Locale:
    try:
        return locale_of(value)
    except UnknownLocale as error:
        raise click.BadParameter(f"{error} Write a BCP 47 tag such as pl or zh-Hans.") from error


def _command(function: _Command) -> _Command:
    """Say what went wrong in one clear line each, and exit 2."""

    @wraps(function)
    def run(*values: object, **options: object) -> None:
        try:
            function(*values, **options)
        except BrokenPipeError:
            raise  # Whoever read along has stopped; click knows what to do.
        except (PlainleafError, OSError) as error:
            for fault in _faults(error):
                click.echo(fault, err=True)
            if options.get("as_json") and function.__name__ == "check":
                click.echo(_as_json([_outcome(fault) for fault in _faults(error)]))
            sys.exit(BAD_INPUT)

    return run  # type: ignore[return-value]  # `wraps` hides that it is the same command


def _faults(error: PlainleafError | OSError) -> tuple[PlainleafError, ...]:
    """What is wrong, one by one; a file that cannot be read is bad input too."""
    if isinstance(error, SourceErrors):
        return error.errors
    if isinstance(error, PlainleafError):
        return (error,)
    place = Place(str(error.filename)) if error.filename else None
    remedy = "Mend the file or its permissions."
    return (PlainleafError(f"The system says: {error.strerror or error}.", remedy, place),)


def _outcome(error: PlainleafError) -> Outcome:
    said = f"{error.problem} {error.remedy}"
    return Outcome("source", "", "failed", said, error.place or Place(""))


def _as_json(outcomes: list[Outcome]) -> str:
    return json.dumps([asdict(one) for one in outcomes], ensure_ascii=False, indent=1)


_day = click.option("--today", callback=_today, help="The day that counts as today, 2026-11-22.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_release = click.option(
    "--release", "edition", flag_value="release", default="draft", help="The release edition."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="plainleaf")
@click.option("--project", "folder", type=_FOLDER, default=".", help="The project's folder.")
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Plain-English health leaflets, in every language, as accessible pages and large print.

    The words of the stages, in their order: extract, update, build, check, status.
    """
    context.obj = folder


@main.command()
@click.argument("markdown", type=_FOLDER, required=False)
@click.option("--output", type=_NEW, help="The template to write, for a folder of Markdown.")
@click.option("--language", default="en", callback=_language, help="The language of such a folder.")
@_day
@click.pass_obj
@_command
def extract(
    folder: Path, markdown: Path | None, output: Path | None, language: Locale, today: date
) -> None:
    """Source → templates (.pot): of this project, or of any FOLDER of Markdown."""
    if markdown is None:
        from pipeline import build as stages  # noqa: PLC0415  other words start without it

        changed = stages.extract(load(folder), today)
        for path in changed:
            click.echo(f"wrote {_short(path)}")
        if not changed:
            click.echo("The templates are up to date.")
        return
    if output is None:
        raise click.UsageError("Name the template to write with --output FILE.pot.")
    from pipeline import foreign  # noqa: PLC0415  other words start without it

    count = foreign.extract_folder(markdown, output, language, today)
    click.echo(f"{count} segments in {output}")


@main.command()
@click.argument("template", type=_FILE, required=False)
@click.argument("catalogue", type=_NEW, required=False)
@_day
@click.pass_obj
@_command
def update(folder: Path, template: Path | None, catalogue: Path | None, today: date) -> None:
    """Templates → catalogues (.po): of this project, or one TEMPLATE into one CATALOGUE."""
    from pipeline import build as stages  # noqa: PLC0415  other words start without it
    from pipeline import foreign  # noqa: PLC0415  other words start without it

    if template is None:
        results = stages.update(load(folder), today)
    elif catalogue is None:
        raise click.UsageError("Name the catalogue as well: update TEMPLATE.pot CATALOGUE.po.")
    else:
        results = iter([(catalogue, foreign.update_file(template, catalogue, today))])
    for path, result in results:
        if not result.changed:
            click.echo(f"{_short(path)}: up to date")
            continue
        counts = {
            name: value
            for name, value in asdict(result).items()
            if isinstance(value, int) and not isinstance(value, bool) and value
        }
        told = ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in counts.items())
        click.echo(f"{_short(path)}: {told}")


@main.command()
@click.pass_obj
@_command
def clean(folder: Path) -> None:
    """Take obsolete translations out of the catalogues, for good."""
    from pipeline import build as stages  # noqa: PLC0415  other words start without it

    cleaned = list(stages.clean(load(folder)))
    for path, count in cleaned:
        click.echo(f"{_short(path)}: {count} obsolete taken out")
    if not cleaned:
        click.echo("Nothing is obsolete.")


@main.command()
@click.argument("markdown", type=_FOLDER)
@click.option("--catalogue", type=_FILE, required=True, help="The translations.")
@click.option("--output", type=_NEW, required=True, help="The folder for the pages.")
@click.option("--language", default="en", callback=_language, help="The language of the Markdown.")
@_command
def translate(markdown: Path, catalogue: Path, output: Path, language: Locale) -> None:
    """Any FOLDER of Markdown + a catalogue → pages."""
    from pipeline import foreign  # noqa: PLC0415  other words start without it

    done = foreign.translate_folder(markdown, catalogue, output, language)
    for warning in done.warnings:
        click.echo(f"warning: {warning}", err=True)
    click.echo(f"{done.pages} pages in {output}; {done.shown} of {done.segments} segments shown")


@main.command()
@_release
@_day
@click.pass_obj
@_command
def build(folder: Path, edition: Edition, today: date) -> None:
    """Source + catalogues → build/: pages and large print, in every locale."""
    from pipeline import build as stages  # noqa: PLC0415  other words start without it

    project = load(folder)
    with _bar(len(project.locales) + 1, "building") as step:
        built = stages.build(project, edition, today, lambda _: step())
    for leaflet, reasons in built.held.items():
        click.echo(f"held back: {leaflet}")
        for reason in reasons:
            click.echo(f"  {reason}")
    for artifact in built.artifacts:
        for note in artifact.notes:
            click.echo(f"{artifact.path}: {note}")
    if built.artifacts:
        click.echo(f"{len(built.artifacts)} files, {edition} edition.")
        click.echo(f"Open {_short(built.folder / 'index.html')}")
    else:
        click.echo("Nothing is released.")
    sys.exit(FAILED if built.held else FINE)


@main.command()
@click.argument("catalogues", type=_FILE, nargs=-1)
@_release
@click.option("--all", "everything", is_flag=True, help="Also list what has passed.")
@_json
@_day
@click.pass_obj
@_command
def check(
    folder: Path,
    catalogues: tuple[Path, ...],
    edition: Edition,
    everything: bool,  # noqa: FBT001  click passes options by name
    as_json: bool,  # noqa: FBT001  as above
    today: date,
) -> None:
    """Everything → outcomes; exit 1 where anything failed. Or any FILE.po."""
    from rich.console import Console  # noqa: PLC0415  other words start without it

    from pipeline.inspection import inspect, inspect_file  # noqa: PLC0415  other words start without it
    from pipeline.listing import show_outcomes  # noqa: PLC0415  other words start without it

    if catalogues:
        outcomes = [one for path in catalogues for one in inspect_file(path, today)]
    else:
        outcomes = list(inspect(load(folder), edition, today))
    if as_json:
        click.echo(_as_json(outcomes))
    else:
        show_outcomes(Console(), outcomes, everything=everything)
    sys.exit(FAILED if any(one.verdict == "failed" for one in outcomes) else FINE)


@main.command()
@_json
@_day
@click.pass_obj
@_command
def status(folder: Path, as_json: bool, today: date) -> None:  # noqa: FBT001  as in check
    """How far each leaflet is in each locale, and what people still have to do."""
    from rich.console import Console  # noqa: PLC0415  other words start without it

    from pipeline.listing import show_status  # noqa: PLC0415  other words start without it
    from pipeline.status import status as state_of  # noqa: PLC0415  other words start without it

    found = state_of(load(folder), today)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        show_status(Console(), found)


@contextmanager
def _bar(total: int, words: str) -> Iterator[Callable[[], None]]:
    """A bar that moves when a step is done; nothing where nobody looks."""
    from rich.console import Console  # noqa: PLC0415  other words start without it
    from rich.progress import Progress  # noqa: PLC0415  other words start without it

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(words, total=total)
        yield lambda: progress.advance(task)


def _short(path: Path) -> str:
    """A path as a person would type it from here."""
    here = Path.cwd()
    return (
        str(path.resolve().relative_to(here)) if path.resolve().is_relative_to(here) else str(path)
    )


if __name__ == "__main__":
    main()
