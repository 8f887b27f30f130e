"""Somebody owns a leaflet, somebody reviewed it, and its contacts are checked in time."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, is_source
from pipeline.document import Datum, Document, Meta, nodes, words_of
from pipeline.outcome import Outcome
from pipeline.place import Place


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the front matter, at the open tasks and at the values of the region."""
    voice = Voice(
        "review-dates",
        "",
        circumstances.locale,
        circumstances.leaflet,
        circumstances.edition,
        who="owner",
    )
    if not is_source(document, circumstances.source):
        yield voice.say("inapplicable", "The source's reviews count for all its translations.")
        return
    problems = [
        *_fields(document.meta, voice),
        *_dates(document.meta, circumstances, voice),
        *_tasks(document.meta, voice),
        *_contacts(document, circumstances, voice),
    ]
    yield from problems
    if not problems:
        yield voice.say("passed", "Owner, reviews and contacts are up to date.")


def _fields(meta: Meta, voice: Voice) -> Iterator[Outcome]:
    for name in ("owner", "reviewer", "reviewed", "next_review"):
        if not getattr(meta, name):
            sentence = f"“{name}” is still empty. Fill it in once somebody has taken it on."
            yield voice.hold(sentence, meta.place, name)


def _dates(meta: Meta, circumstances: Circumstances, voice: Voice) -> Iterator[Outcome]:
    today = circumstances.today
    if meta.reviewed and meta.reviewed > today:
        sentence = f"The review of {meta.reviewed} lies in the future. Mend the date."
        yield voice.say("failed", sentence, meta.place, "reviewed")
    if not meta.next_review:
        return
    days = (meta.next_review - today).days
    if days < 0:
        sentence = f"The review was due on {meta.next_review}. Review the leaflet."
        yield voice.hold(sentence, meta.place, "next_review")
    elif days <= circumstances.limits.review_warning_days:
        sentence = f"The next review is due on {meta.next_review}, in {days} days. Plan it."
        yield voice.say("passed", sentence, meta.place, "next_review")


def _tasks(meta: Meta, voice: Voice) -> Iterator[Outcome]:
    for task in meta.tasks:
        sentence = f"Open task: {task.text.rstrip('.')}. Do it, then take it off the list."
        yield voice.hold(sentence, task.place, task.text)


def _contacts(document: Document, circumstances: Circumstances, voice: Voice) -> Iterator[Outcome]:
    """Each value of the region once: supplied, and checked not too long ago."""
    seen: set[str] = set()
    for words in words_of((document.blocks, document.footnotes, document.terms)):
        for node in nodes(words.children):
            if isinstance(node, Datum) and node.key not in seen:
                seen.add(node.key)
                place = words.segment.place if words.segment else None
                yield from _contact(node, place, circumstances, voice)


def _contact(
    datum: Datum, place: Place | None, circumstances: Circumstances, voice: Voice
) -> Iterator[Outcome]:
    value, most = datum.value, circumstances.limits.contact_days
    if value and value.kind == "date":
        return  # It says of another value when that was checked.
    if not value or not value.text:
        sentence = f"“{datum.key}” is still to be supplied. Write it in the region's file."
    elif not value.checked_on:
        sentence = f"Nobody says when “{datum.key}” was checked. Check it and write the day."
    elif (circumstances.today - value.checked_on).days > most:
        sentence = (
            f"“{datum.key}” was last checked on {value.checked_on}, more than {most} days ago. "
            "Check it and write the day."
        )
    else:
        return
    known = value.place if value and value.place.file else place
    yield voice.hold(sentence, known, datum.key)


CHECK = Check("review-dates", "Reviews and contacts are up to date.", "", Document, run)
