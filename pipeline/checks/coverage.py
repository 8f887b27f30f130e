"""Every message of a catalogue is translated, up to date, and there."""

from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue, Message
from pipeline.checks._voice import Voice, shortened
from pipeline.outcome import Outcome


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Missing, changed and absent messages fail; machine drafts wait for a person."""
    voice = Voice(
        "coverage",
        "",
        circumstances.locale,
        circumstances.leaflet,
        circumstances.edition,
        who="translator",
    )
    messages = catalogue.messages
    problems = [
        *_absent(catalogue, circumstances, voice),
        *(one for message in messages for one in _unfinished(message, voice)),
        *_machine(messages, voice),
    ]
    yield from problems
    if not messages and not problems:
        yield voice.say("inapplicable", "The catalogue has no messages.", catalogue.place)
    elif not problems:
        yield voice.say("passed", f"Messages translated: {len(messages)}.", catalogue.place)
    if catalogue.obsolete:
        count = len(catalogue.obsolete)
        sentence = f"Obsolete entries, kept in case a text comes back: {count}."
        yield voice.say("inapplicable", sentence, catalogue.place, "obsolete entries")


def _absent(catalogue: Catalogue, circumstances: Circumstances, voice: Voice) -> Iterator[Outcome]:
    """Texts of the source that the catalogue does not know."""
    if not catalogue.messages and circumstances.segments:
        path = f"locales/{catalogue.locale}/LC_MESSAGES/{circumstances.leaflet}.po"
        sentence = (
            f"There is no {path} yet, for {len(circumstances.segments)} segments. Run plainleaf "
            "extract, then plainleaf update."
        )
        yield voice.say("failed", sentence, catalogue.place, "no catalogue", "owner")
        return
    known = catalogue.by_key()
    for key in dict.fromkeys((one.msgctxt, one.msgid) for one in circumstances.segments or ()):
        if key not in known:
            sentence = f"The catalogue lacks {shortened(key[1])}. Run plainleaf update."
            yield voice.say("failed", sentence, catalogue.place, key[1], "owner")


def _unfinished(message: Message, voice: Voice) -> Iterator[Outcome]:
    if message.state == "missing":
        what = "No translation of all plural forms" if any(message.forms) else "No translation"
        sentence = f"{what} of {shortened(message.msgid)}. Write one."
        yield voice.say("failed", sentence, message.place, message.msgid)
    elif message.state == "changed":
        sentence = (
            f"The translation of {shortened(message.msgid)} may not fit its source any more. "
            "Compare them, mend the translation, then take the mark “fuzzy” away."
        )
        yield voice.say("failed", sentence, message.place, message.msgid)


def _machine(messages: tuple[Message, ...], voice: Voice) -> Iterator[Outcome]:
    """One outcome for all drafts of a machine: one person reads them in one go."""
    drafts = [one for one in messages if one.state == "machine"]
    if drafts:
        sentence = (
            f"Translated by a machine and not reviewed: {len(drafts)} of {len(messages)} messages. "
            "A person who knows both languages reads each and takes the mark “fuzzy” away."
        )
        yield voice.hold(sentence, drafts[0].place, "machine translation")


CHECK = Check("coverage", "Every message is translated and up to date.", "", Catalogue, run)
