"""Every translation was read again by somebody who came fresh to it, and what was found is mended.

What is asked of one catalogue is said beside it. What only the locale as a whole can show, that
back-translations were copied or lines are damaged, is said once, beside the first catalogue.
"""

from collections.abc import Iterator
from pathlib import PurePath

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue, Message
from pipeline.characters import FORBIDDEN
from pipeline.checks._messages import sparingly
from pipeline.checks._voice import Voice, shortened
from pipeline.outcome import Outcome
from pipeline.secondpass import MOST_COPIED, SEVERITIES, Rereading, SecondPass, key_of, likeness

_GRAVE = ("meaning", "safety")


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Compare the lines of the locale with the translations that there are now."""
    voice = Voice("second-pass", "", circumstances.locale, circumstances.leaflet, who="translator")
    found = circumstances.second_pass
    if found is None:
        said = "Nobody has begun to read the translations of this language a second time."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    if circumstances.beside and catalogue is circumstances.beside[0]:
        yield from _damaged(found, voice)
        yield from _copied(found, circumstances.beside, voice)
    lines = found.by_key()
    keyed = [(one, name) for one in catalogue.messages if (name := key_of(one))]
    unread = [one for one, name in keyed if name not in lines]
    graver = [
        (one, lines[name]) for one, name in keyed
        if name in lines and lines[name].is_open and lines[name].severity in _GRAVE
    ]  # fmt: skip
    if not keyed:
        yield voice.say("inapplicable", "Nothing is translated yet.", catalogue.place)
    elif not unread and not graver:
        yield voice.say("passed", f"Translations read again: {len(keyed)}.", catalogue.place)
    if unread:
        yield _unread(unread, len(keyed), voice)
    doubts = [_doubt(*each) for each in graver]
    yield from sparingly(doubts, len(keyed), voice, catalogue) if doubts else ()


def _unread(unread: list[Message], total: int, voice: Voice) -> Outcome:
    said = (
        f"Not read again since they were written: {len(unread)} of {total} translations. Have "
        "somebody who has not seen the source translate them back: plainleaf second-pass --blind."
    )
    return voice.say("cantTell", said, unread[0].place, "second pass", "reviewer")


def _doubt(message: Message, line: Rereading) -> tuple[float, str, Message]:
    finding = FORBIDDEN.sub("", shortened(line.finding, 200))
    said = (
        f"A finding that touches {line.severity} is open. A second reader wrote: {finding} "
        "Compare both texts, and mend the translation."
    )
    return SEVERITIES.index(line.severity), said, message


def _damaged(found: SecondPass, voice: Voice) -> Iterator[Outcome]:
    for place, why in found.ignored:
        said = f"This line counts for nothing: {why}. Add a right one below it."
        yield voice.say("cantTell", said, place, who="reviewer")


def _copied(
    found: SecondPass, catalogues: tuple[Catalogue, ...], voice: Voice
) -> Iterator[Outcome]:
    every = (message for one in catalogues for message in one.messages)
    alike = likeness(every, found.by_key())
    if alike.is_copied:
        said = (
            f"Of {alike.of} back-translations of longer texts {alike.equal} are the source word "
            f"for word: {alike.share:.0%}, where {MOST_COPIED:.0%} may be. So they prove "
            "little. Have them made again, literally, by somebody who has not seen the source."
        )
        yield voice.say("failed", said, found.place, PurePath(found.place.file).name, "reviewer")


CHECK = Check("second-pass", "Translations were read again, afresh.", "", Catalogue, run)
