"""What a reader sees of a segment: the one place that decides.

| message            | draft                   | release, signed      | release, not signed   |
|--------------------|-------------------------|----------------------|-----------------------|
| source text        | source                  | source               | source, *unsigned*    |
| none, or missing   | fallback, *missing*     | fallback, *missing*  | fallback, *missing*   |
| changed            | fallback, *changed*     | fallback, *changed*  | fallback, *changed*   |
| broken, any state  | fallback, *broken*      | fallback, *broken*   | fallback, *broken*    |
| machine            | translation             | fallback, *unsigned* | fallback, *unsigned*  |
| translated         | translation             | translation          | fallback, *unsigned*  |

A source text that is *unsigned* keeps its whole leaflet from being released, in every locale.
"""

from dataclasses import dataclass

from pipeline.catalogue import Message
from pipeline.document import Edition, Segment, Shown
from pipeline.guard import is_broken
from pipeline.locale import Locale
from pipeline.signature import Ledger, signature_key


@dataclass(frozen=True, slots=True)
class Rules:
    """What a choice depends on besides the segment and its message."""

    edition: Edition
    source: Locale
    target: Locale
    steps: tuple[str, ...] = ()
    """The steps that a translation needs before it is released."""
    source_steps: tuple[str, ...] = ()
    """The steps that the source text needs."""


def choose(segment: Segment, message: Message | None, ledger: Ledger, rules: Rules) -> Shown:
    """What is shown of a segment, and why; the table above, row by row."""
    source, target = rules.source, rules.target
    if source == target:
        unsigned = not _signed(segment, segment.msgid, ledger, rules, rules.source_steps)
        held = rules.edition == "release" and unsigned
        return Shown("source", "unsigned" if held else None, source.tag, source.direction)
    state = message.state if message else "missing"
    if message is None or state == "missing":
        return Shown("fallback", "missing", source.tag, source.direction)
    if is_broken(segment.msgid, message.msgstr):
        return Shown("fallback", "broken", source.tag, source.direction)
    if state == "changed":
        return Shown("fallback", "changed", source.tag, source.direction)
    if rules.edition == "release" and (
        state == "machine" or not _signed(segment, message.msgstr, ledger, rules, rules.steps)
    ):
        return Shown("fallback", "unsigned", source.tag, source.direction)
    return Shown("translation", None, target.tag, target.direction, machine=state == "machine")


def words_of(segment: Segment, message: Message | None, shown: Shown) -> str:
    """The words that are shown: the translation's, or the author's."""
    return message.msgstr if message and shown.origin == "translation" else segment.msgid


def _signed(
    segment: Segment, text: str, ledger: Ledger, rules: Rules, steps: tuple[str, ...]
) -> bool:
    """Whether every step stands; where a policy asks for none, nothing is ever signed."""
    key = signature_key(
        rules.target.tag,
        segment.leaflet,
        segment.msgctxt,
        (*segment.within, *segment.around),
        segment.msgid,
        text,
    )
    return bool(steps) and set(steps) <= ledger.steps_of(key)
