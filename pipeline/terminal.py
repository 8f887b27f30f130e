"""What all words of the command line share: options, exit codes, and how faults are said."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.document import Edition
from pipeline.errors import PlainleafError, SourceErrors
from pipeline.locale import Locale, UnknownLocale, locale_of
from pipeline.outcome import Outcome
from pipeline.place import Place

if TYPE_CHECKING:
    from pipeline.merge import Update

FINE, FAILED, BAD_INPUT = 0, 1, 2
_LISTED = 10
"""Texts that vanished of which an update says the words."""

_Command = TypeVar("_Command", bound=Callable[..., Any])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW = click.Path(path_type=Path)


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


def language_of(_context: click.Context, _option: click.Parameter, value: str) -> Locale:
    """The language of this tag."""
    try:
        return locale_of(value)
    except UnknownLocale as error:
        raise click.BadParameter(f"{error} Write a BCP 47 tag such as pl or zh-Hans.") from error


def language_if_any(
    context: click.Context, option: click.Parameter, value: str | None
) -> Locale | None:
    """The language of this tag; None without one."""
    return language_of(context, option, value) if value else None


def command(function: _Command) -> _Command:
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
                click.echo(json_of([_outcome(fault) for fault in _faults(error)]))
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


@contextmanager
def earlier(folder: Path, edition: Edition) -> Iterator[None]:
    """Where a release cannot be made, say besides that an earlier one still stands on the disk.

    It is left as it is: a slip in a settings file is no reason to lose it.
    """
    try:
        yield
    except (PlainleafError, OSError) as error:
        old = folder / "build" / edition
        days = [path.stat().st_mtime for path in old.rglob("*") if path.is_file()]
        if edition == "draft" or not days:
            raise
        newest = datetime.fromtimestamp(max(days), UTC).date()
        left = PlainleafError(
            f"This run made no release. What stands here is of an earlier one, last changed on "
            f"{newest}, and may hold leaflets that have been withdrawn since.",
            "Do not put it online: mend what is named above and build again.",
            Place(short(old)),
        )
        raise SourceErrors((*_faults(error), left)) from error


def _outcome(error: PlainleafError) -> Outcome:
    said = f"{error.problem} {error.remedy}"
    return Outcome("source", "", "failed", said, error.place or Place(""))


def json_of(outcomes: list[Outcome]) -> str:
    """Outcomes for machines."""
    return json.dumps([asdict(one) for one in outcomes], ensure_ascii=False, indent=1)


day = click.option("--today", callback=_today, help="The day that counts as today, 2026-11-22.")
json_flag = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
release = click.option(
    "--release", "edition", flag_value="release", default="draft", help="The release edition."
)


@contextmanager
def bar(total: int, words: str) -> Iterator[Callable[[], None]]:
    """A bar that moves when a step is done; nothing where nobody looks."""
    from rich.console import Console  # noqa: PLC0415  other words start without it
    from rich.progress import Progress  # noqa: PLC0415  other words start without it

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(words, total=total)
        yield lambda: progress.advance(task)


def told(update: "Update") -> Iterator[str]:
    """What an update of a catalogue came to, a line each: its counts, and what needs a look."""
    counts = {
        each.name.replace("_", " "): value
        for each in fields(update)
        if isinstance(value := getattr(update, each.name), int) and not isinstance(value, bool)
    }
    numbers = ", ".join(f"{value} {name}" for name, value in counts.items() if value)
    yield numbers if update.changed else "up to date"
    yield from update.refused
    for text in update.homeless[:_LISTED]:
        yield f"kept as obsolete, no text is like it: “{' '.join(text.split())[:60]}”"
    if more := len(update.homeless[_LISTED:]):
        yield f"kept as obsolete: {more} more"


def short(path: Path) -> str:
    """A path as a person would type it from here."""
    here = Path.cwd()
    return (
        str(path.resolve().relative_to(here)) if path.resolve().is_relative_to(here) else str(path)
    )
