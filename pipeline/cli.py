"""The command line: one word for each stage. Exit 0 fine · 1 checks failed · 2 bad input."""

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__, cli_exchange, cli_level, cli_second_pass
from pipeline.config import load
from pipeline.locale import Locale
from pipeline.signature import STEPS
from pipeline.terminal import (
    BAD_INPUT,
    FAILED,
    FILE,
    FINE,
    FOLDER,
    NEW,
    bar,
    command,
    day,
    earlier,
    json_flag,
    json_of,
    language_if_any,
    language_of,
    release,
    short,
    told,
)

if TYPE_CHECKING:
    from pipeline.document import Edition

__all__ = ["BAD_INPUT", "FAILED", "FINE", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="plainleaf")
@click.option("--project", "folder", type=FOLDER, default=".", help="The project's folder.")
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Plain-English health leaflets, in every language, as accessible pages and large print.

    A leaflet begins with new. The words of the stages, in their order: extract, update, build,
    check, sign, status.
    """
    context.obj = folder


@main.command()
@click.argument("leaflet")
@click.option("--title", help="The leaflet's title; without it, one is made from the name.")
@click.pass_obj
@command
def new(folder: Path, leaflet: str, title: str | None) -> None:
    """A skeleton of the leaflet of this name, to be filled in → source/leaflets/."""
    from pipeline import skeleton  # noqa: PLC0415  other words start without it

    project = load(folder)
    click.echo(f"wrote {short(skeleton.write(project, leaflet, title))}")
    if leaflet in project.planned:
        click.echo(f"{project.file} names {leaflet} among what is “planned”: take it out there.")
    click.echo("Next: write its text and do its tasks; then plainleaf extract, update and build.")


@main.command()
@click.argument("markdown", type=FOLDER, required=False)
@click.option("--output", type=NEW, help="The template to write, for a folder of Markdown.")
@click.option(
    "--language", default="en", callback=language_of, help="The language of such a folder."
)
@day
@click.pass_obj
@command
def extract(
    folder: Path, markdown: Path | None, output: Path | None, language: Locale, today: date
) -> None:
    """Source → templates (.pot): of this project, or of any FOLDER of Markdown."""
    if markdown is None:
        from pipeline import build as stages  # noqa: PLC0415  other words start without it

        changed = stages.extract(load(folder), today)
        for path in changed:
            click.echo(f"wrote {short(path)}")
        if not changed:
            click.echo("The templates are up to date.")
        return
    if output is None:
        raise click.UsageError("Name the template to write with --output FILE.pot.")
    from pipeline import foreign  # noqa: PLC0415  other words start without it

    count = foreign.extract_folder(markdown, output, language, today)
    click.echo(f"{count} segments in {output}")


@main.command()
@click.argument("template", type=FILE, required=False)
@click.argument("catalogue", type=NEW, required=False)
@click.option(
    "--cosmetic", is_flag=True, help="Declare that no edit changes the meaning: nothing is fuzzy."
)
@click.option("--person", help="Who declares it; the ledger names them.")
@day
@click.pass_obj
@command
def update(
    folder: Path,
    template: Path | None,
    catalogue: Path | None,
    cosmetic: bool,  # noqa: FBT001  click passes options by name
    person: str | None,
    today: date,
) -> None:
    """Templates → catalogues (.po): of this project, or one TEMPLATE into one CATALOGUE."""
    if cosmetic != bool(person and person.strip()):
        raise click.UsageError("Write both: --cosmetic --person NAME.")
    if template is None:
        from pipeline import build as stages  # noqa: PLC0415  other words start without it

        results = stages.update(load(folder), today, person)
    elif catalogue is None:
        raise click.UsageError("Name the catalogue as well: update TEMPLATE.pot CATALOGUE.po.")
    else:
        from pipeline.lone import update_file  # noqa: PLC0415  other words start without it

        results = iter([(catalogue, update_file(template, catalogue, today, person))])
    for path, result in results:
        for line in told(result):
            click.echo(f"{short(path)}: {line}")


@main.command()
@click.pass_obj
@command
def clean(folder: Path) -> None:
    """Take obsolete translations out of the catalogues, for good."""
    from pipeline import build as stages  # noqa: PLC0415  other words start without it

    cleaned = list(stages.clean(load(folder)))
    for path, count in cleaned:
        click.echo(f"{short(path)}: {count} obsolete taken out")
    if not cleaned:
        click.echo("Nothing is obsolete.")


@main.command()
@click.argument("markdown", type=FOLDER)
@click.option("--catalogue", type=FILE, required=True, help="The translations.")
@click.option("--output", type=NEW, required=True, help="The folder for the pages.")
@click.option(
    "--language", default="en", callback=language_of, help="The language of the Markdown."
)
@command
def translate(markdown: Path, catalogue: Path, output: Path, language: Locale) -> None:
    """Any FOLDER of Markdown + a catalogue → pages."""
    from pipeline import foreign  # noqa: PLC0415  other words start without it

    done = foreign.translate_folder(markdown, catalogue, output, language)
    for warning in done.warnings:
        click.echo(f"warning: {warning}", err=True)
    click.echo(f"{done.pages} pages in {output}; {done.shown} of {done.segments} segments shown")


@main.command()
@release
@click.option("--allow-fallback", is_flag=True, help="Let signed English stand in, marked.")
@day
@click.pass_obj
@command
def build(folder: Path, edition: "Edition", today: date, allow_fallback: bool) -> None:  # noqa: FBT001  click passes options by name
    """Source + catalogues → build/: pages and large print, in every locale."""
    from rich.console import Console  # noqa: PLC0415  other words start without it

    from pipeline import build as stages  # noqa: PLC0415  other words start without it
    from pipeline.listing import show_build  # noqa: PLC0415  other words start without it

    with earlier(folder, edition):
        project = load(folder)
        with bar(len(project.locales) + 1, "building") as step:
            built = stages.build(
                project, edition, today, lambda _: step(), allow_fallback=allow_fallback
            )
    show_build(Console(), built)
    if built.artifacts:
        click.echo(f"{len(built.artifacts)} files, {edition} edition.")
        click.echo(f"Open {short(built.folder / 'index.html')}")
    else:
        click.echo("Nothing is released.")
    sys.exit(FAILED if built.held or (built.gaps and not allow_fallback) else FINE)


@main.command()
@click.argument("catalogues", type=FILE, nargs=-1)
@release
@click.option("--all", "everything", is_flag=True, help="Also list what has passed.")
@json_flag
@day
@click.pass_obj
@command
def check(
    folder: Path,
    catalogues: tuple[Path, ...],
    edition: "Edition",
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
        click.echo(json_of(outcomes))
    else:
        show_outcomes(Console(), outcomes, everything=everything)
    sys.exit(FAILED if any(one.verdict == "failed" for one in outcomes) else FINE)


@main.command()
@click.argument("leaflet")
@click.option("--locale", callback=language_if_any, help="The language that is signed.")
@click.option("--source", is_flag=True, help="Sign the source text itself.")
@click.option("--step", type=click.Choice(STEPS), required=True, help="What was done.")
@click.option("--person", default="", help="Who signs.")
@click.option("--role", default="", help="In which role, such as “breast care nurse”.")
@click.option(
    "--only", multiple=True, help="A msgid, the id of a heading, or outline; several are fine."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be signed.")
@day
@click.pass_obj
@command
def sign(folder: Path, /, leaflet: str, **options: Any) -> None:
    """Sign a LEAFLET, or glossary, regions or interface → locales/…/ledger/."""
    from rich.console import Console  # noqa: PLC0415  other words start without it

    from pipeline.listing import show_signed  # noqa: PLC0415  other words start without it
    from pipeline.signing import Hand, sign  # noqa: PLC0415  other words start without it

    project, dry_run = load(folder), options["dry_run"]
    locale = project.source_locale if options["source"] else options["locale"]
    if locale is None or (options["source"] and options["locale"] not in {None, locale}):
        raise click.UsageError("Name what is signed: --locale pl, or --source for the source text.")
    hand = Hand(options["step"], options["person"], options["role"])
    wish = {"only": options["only"], "dry_run": dry_run}
    signed = sign(project, leaflet, locale, hand, options["today"], **wish)
    show_signed(Console(), signed, short(signed.path), dry_run=dry_run)
    sys.exit(FAILED if signed.refused else FINE)


@main.command()
@click.option("--locale", callback=language_if_any, help="Each leaflet of this locale.")
@json_flag
@day
@click.pass_obj
@command
def status(folder: Path, locale: Locale | None, as_json: bool, today: date) -> None:  # noqa: FBT001  as in check
    """How far each leaflet is in each locale, and what people still have to do."""
    from rich.console import Console  # noqa: PLC0415  other words start without it

    from pipeline.status import status as state_of  # noqa: PLC0415  other words start without it
    from pipeline.statuslisting import show_status  # noqa: PLC0415  as above

    project = load(folder)
    if locale and locale not in project.locales:
        raise click.UsageError(f"The project has no locale “{locale}”.")
    found = state_of(project, today)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        show_status(Console(), found, locale.tag if locale else "")


main.add_command(cli_exchange.export)
main.add_command(cli_exchange.import_)
main.add_command(cli_level.level)
main.add_command(cli_second_pass.second_pass)

if __name__ == "__main__":
    main()
