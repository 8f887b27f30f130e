"""What the checks share that put one guard to every message of a catalogue."""

from collections.abc import Iterator

from pipeline.catalogue import Catalogue, Message
from pipeline.checks._voice import Voice
from pipeline.guard import GUARDS, Guard
from pipeline.outcome import Outcome


def translated(catalogue: Catalogue) -> tuple[Message, ...]:
    """The messages that have a translation, machine drafts and fuzzy ones among them."""
    return tuple(one for one in catalogue.messages if one.msgstr and not one.plural)


def guarded(name: str, catalogue: Catalogue, voice: Voice) -> Iterator[Outcome]:
    """One failed outcome for each finding of a guard; else how many messages it compared."""
    guard = next(one for one in GUARDS if one.name == name)
    messages = tuple(one for one in translated(catalogue) if _concerns(guard, one))
    found = 0
    for message in messages:
        for sentence in guard(message.msgid, message.msgstr):
            found += 1
            yield voice.say("failed", sentence, message.place, message.msgid)
    if not messages:
        yield voice.say("inapplicable", f"No translation has {guard.looks_at}.", catalogue.place)
    elif not found:
        yield voice.say("passed", f"Messages compared: {len(messages)}.", catalogue.place)


def _concerns(guard: Guard, message: Message) -> bool:
    if guard.name == "invisible":
        return True
    return guard.wakes.search(message.msgid + message.msgstr) is not None
