"""The approval sheet: a page to print and a table to fill in, for people who sign texts.

Both hold the same rows. The table names the key of each text, so that it comes back as signatures
of exactly the words that were read.
"""

from datetime import date
from pathlib import Path

from pipeline.artifact import Artifact, Interface
from pipeline.errors import PlainleafError
from pipeline.exchange._cells import written
from pipeline.exchange._parcel import Entry, Exchange, Order, Parcel
from pipeline.exchange._signing import COLUMNS, take, unready
from pipeline.exchange._spoken import bare, shown, where
from pipeline.locale import locale_of, name_in, written_date
from pipeline.renderers._shell import shell
from pipeline.signature import TRANSITIONS

MEANINGS = {
    "translate": "I translated this text, or mended a machine’s draft of it word by word, and I "
    "answer for it as its translator.",
    "revise": "I am not its translator. I compared the translation with the source, and it says "
    "the same: no more, no less, and no weaker.",
    "clinical": "I am a health professional who knows this subject. What the text says is right, "
    "and it is safe to give to the people it is for.",
    "proofread": "I read the text on its own. Spelling, grammar and punctuation are right.",
    "reader": "I am one of the people whom this is written for. I understand the text, and it "
    "speaks to me as it should.",
}
"""What a signature of each step means."""

_ENGLISH = locale_of("en")
"""The language of what the sheet itself says: staff read it."""


def export(parcel: Parcel, order: Order) -> tuple[Artifact, ...]:
    """The page and the table.

    Raises:
        PlainleafError: a source text has no such step.
    """
    if parcel.is_source and not TRANSITIONS[order.step].of_source:
        said = f"A source text has no step “{order.step}”."
        raise PlainleafError(said, f"Name a locale other than {parcel.target.tag}.")
    stem = f"{parcel.leaflet}.{parcel.target.tag}.{order.step}"
    return (
        Artifact(f"{stem}.html", "text/html", _page(parcel, order.step)),
        Artifact(f"{stem}.csv", "text/csv", _table(parcel, order)),
    )


# ── the table ──────────────────────────────────────────────────────────────────────────────────
def _table(parcel: Parcel, order: Order) -> bytes:
    rows = [_cells(parcel, order.step, *each) for each in enumerate(parcel.entries, start=1)]
    return written([COLUMNS, *([row[name] for name in COLUMNS] for row in rows)], order.separator)


def _cells(parcel: Parcel, step: str, number: int, entry: Entry) -> dict[str, str]:
    signed = entry.signature(step)
    return {
        "number": str(number),
        "key": entry.key,
        "where": f"SAFETY: {where(entry.segment)}" if entry.segment.safety else
        where(entry.segment),
        "source": entry.segment.msgid,
        "translation": entry.translation,
        "note": "\n".join(_notes(entry, unready(entry, step, parcel.today))),
        "back-translation": entry.back.text if entry.back else "",
        "approved": "yes" if signed else "",
        "name": signed.person if signed else "",
        "role": signed.role if signed else "",
        "date": signed.date.isoformat() if signed else "",
        "comment": "",
        "leaflet": parcel.leaflet,
        "locale": parcel.target.tag,
        "step": step,
        "exported": f"on {parcel.today.isoformat()}",
    }  # fmt: skip


def _notes(entry: Entry, why: str) -> list[str]:
    words = [f"{one} → {there}" for one, there in entry.terms if there]
    notes = [f"NOT TO BE SIGNED YET: {why}"] if why else []
    notes += [entry.segment.note] if entry.segment.note else []
    return notes + ([f"Glossary: {'; '.join(words)}"] if words else [])


# ── the page ───────────────────────────────────────────────────────────────────────────────────
def _page(parcel: Parcel, step: str) -> bytes:
    rows = [_row(parcel, step, *each) for each in enumerate(parcel.entries, start=1)]
    values = {
        "site": parcel.site,
        "title": bare(parcel.title),
        "leaflet": parcel.leaflet,
        "version": parcel.version,
        "source": parcel.source,
        "target": parcel.target,
        "source_name": name_in(parcel.source, _ENGLISH),
        "target_name": name_in(parcel.target, _ENGLISH),
        "is_source": parcel.is_source,
        "step": step,
        "meaning": MEANINGS[step],
        "day": written_date(parcel.today, _ENGLISH, "gb"),
        "rows": rows,
        "safety": [row for row in rows if row["safety"]],
        "open": sum(not row["why"] and not row["signed"] for row in rows),
        "signed": sum(bool(row["signed"]) for row in rows),
        "waiting": sum(bool(row["why"]) and not row["signed"] for row in rows),
        "with_back": any(row["back"] for row in rows) and not parcel.is_source,
    }
    words = Interface(_ENGLISH.tag, _ENGLISH.direction)
    theme = Path(parcel.theme) if parcel.theme else None
    return shell("approval.html", values, words.text, words.text, theme)


def _row(parcel: Parcel, step: str, number: int, entry: Entry) -> dict[str, object]:
    said = entry.segment.msgid, parcel.source, parcel.source_values
    translated = entry.translation, parcel.target, parcel.target_values
    signed = entry.signature(step)
    return {
        "number": number,
        "safety": entry.segment.safety,
        "where": where(entry.segment),
        "source": shown(*said),
        "translation": shown(*translated),
        "note": entry.segment.note,
        "terms": entry.terms,
        "back": entry.back,
        "back_day": _day(entry.back.day if entry.back else None),
        "draft": entry.state == "machine",
        "why": unready(entry, step, parcel.today),
        "signed": signed,
        "signed_day": _day(signed.date if signed else None),
    }


def _day(day: date | None) -> str:
    return written_date(day, _ENGLISH, "gb") if day else ""


EXCHANGE = Exchange("approval", export, take)
