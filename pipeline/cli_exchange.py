"""The command line's two words for people outside version control: export and import."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from pipeline.config import load
from pipeline.exchange import EXCHANGES, SEPARATORS
from pipeline.exchange._days import Dates
from pipeline.signature import SIGNED_STEPS
from pipeline.terminal import FILE, NEW, command, day, short


@click.command()
@click.argument("exchange", type=click.Choice(EXCHANGES))
@click.argument("leaflet")
@click.option("--locale", required=True, help="The language of the text, such as pl.")
@click.option("--step", type=click.Choice(SIGNED_STEPS), required=True, help="What is signed.")
@click.option("--output", type=NEW, help="The folder to write into; without it, build/approval.")
@click.option(
    "--separator",
    type=click.Choice(tuple(SEPARATORS)),
    default="comma",
    help="What parts cells; semicolon for spreadsheets in most languages but English.",
)
@day
@click.pass_obj
@command
def export(folder: Path, /, exchange: str, leaflet: str, today: date, **options: Any) -> None:
    """A LEAFLET in a locale → an approval sheet for people without version control."""
    from pipeline import handover  # noqa: PLC0415  other words start without it

    for path in handover.export(load(folder), exchange, leaflet, today, **options):
        click.echo(f"wrote {short(path)}")


@click.command("import")
@click.argument("exchange", type=click.Choice(EXCHANGES))
@click.argument("file", type=FILE)
@click.option(
    "--dates",
    type=click.Choice(("day-first", "month-first")),
    help="How the spreadsheet program wrote dates, where 5/6/26 may be in May or in June.",
)
@day
@click.pass_obj
@command
def import_(folder: Path, exchange: str, file: Path, dates: Dates | None, today: date) -> None:
    """An approval sheet that came back (.csv) → signatures in the ledger: all, or none."""
    from pipeline import handover  # noqa: PLC0415  other words start without it

    taken = handover.take(load(folder), exchange, file, today, dates or "")
    for line in taken.told:
        click.echo(line)
    click.echo(f"{taken.signatures} signatures added to {short(taken.ledger)}")
    if taken.drafts:
        click.echo(f"{taken.drafts} lost the comment “machine translation, …, not reviewed”")
    if taken.back:
        click.echo(f"{taken.back} back-translations kept for the next sheet")
