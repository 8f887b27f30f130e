"""What a reader sees of a segment: the one place that decides.

| message            | draft                   | release, all steps   | release, steps lacking |
|--------------------|-------------------------|----------------------|------------------------|
| source text        | source                  | source               | source, *unsigned*     |
| none, or missing   | fallback, *missing*     | fallback, *missing*  | fallback, *missing*    |
| changed            | fallback, *changed*     | fallback, *changed*  | fallback, *changed*    |
| broken, any state  | fallback, *broken*      | fallback, *broken*   | fallback, *broken*     |
| machine            | translation             | fallback, *unsigned* | fallback, *unsigned*   |
| translated         | translation             | translation          | fallback, *unsigned*   |

The policy says which steps have to stand: those of the leaflet, and for a safety block its own as
well. A source text that is *unsigned* keeps its whole leaflet from being released, in every locale.
"""

from dataclasses import dataclass, field

from pipeline.catalogue import Message
from pipeline.document import Edition, Segment, Shown
from pipeline.guard import is_broken
from pipeline.locale import Locale
from pipeline.signature import Ledger, Policy, signature_key


@dataclass(frozen=True, slots=True)
class Rules:
    """What a choice depends on besides the segment and its message."""

    edition: Edition
    source: Locale
    target: Locale
    policy: Policy = field(default_factory=Policy)
    """The steps that have to stand; none: nothing is ever signed."""

    @property
    def of_source(self) -> bool:
        """Whether the choice is about the source text itself."""
        return self.source == self.target


def choose(
    segment: Segment,
    message: Message | None,
    ledger: Ledger,
    rules: Rules,
    *,
    faulty: bool = False,
) -> Shown:
    """What is shown of a segment, and why; the table above, row by row.

    A message is broken where a guard says so, or `faulty`, where a check of messages does.
    """
    source, target = rules.source, rules.target
    if rules.of_source:
        held = rules.edition == "release" and not signed(segment, segment.msgid, ledger, rules)
        return Shown("source", "unsigned" if held else None, source.tag, source.direction)
    state = message.state if message else "missing"
    if message is None or state == "missing":
        return Shown("fallback", "missing", source.tag, source.direction)
    if faulty or is_broken(segment.msgid, message.msgstr):
        return Shown("fallback", "broken", source.tag, source.direction)
    if state == "changed":
        return Shown("fallback", "changed", source.tag, source.direction)
    if rules.edition == "release" and (
        state == "machine" or not signed(segment, message.msgstr, ledger, rules)
    ):
        return Shown("fallback", "unsigned", source.tag, source.direction)
    return Shown("translation", None, target.tag, target.direction, machine=state == "machine")


def words_of(segment: Segment, message: Message | None, shown: Shown) -> str:
    """The words that are shown: the translation's, or the author's."""
    return message.msgstr if message and shown.origin == "translation" else segment.msgid


def signed(segment: Segment, text: str, ledger: Ledger, rules: Rules) -> bool:
    """Whether all steps stand; where a policy asks for none, nothing is ever signed."""
    needed, lacking = _steps(segment, text, ledger, rules)
    return bool(needed) and not lacking


def lacking(segment: Segment, text: str, ledger: Ledger, rules: Rules) -> tuple[str, ...]:
    """The steps that the policy asks for and that do not stand, in their order."""
    return _steps(segment, text, ledger, rules)[1]


def _steps(
    segment: Segment, text: str, ledger: Ledger, rules: Rules
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps that a segment needs, and those of them that lack."""
    source = rules.of_source
    needed = rules.policy.needed(
        segment.leaflet, rules.target.tag, safety=segment.safety, source=source
    )
    standing = ledger.steps_of(key_of(segment, text, rules.target.tag))
    return needed, tuple(step for step in needed if step not in standing)


def key_of(segment: Segment, text: str, locale: str) -> str:
    """What a signature for a segment with this text is bound to; the source's text is its msgid."""
    return signature_key(
        locale,
        segment.leaflet,
        segment.msgctxt,
        (*segment.within, *segment.around, *segment.bound),
        segment.msgid,
        text,
    )
