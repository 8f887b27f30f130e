"""The same words in two roles are two messages.

"Treatment" as a heading and as the head of a column may need two words in another language. So
where one msgid has several roles in a leaflet, all but the first of them get the role as context.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.document import Segment

_ROLES = (
    ("heading", ("heading", "title", "callout title", "table caption", "caption")),
    ("table", ("column head", "row head")),
    ("picture", ("alt text", "label")),
)


@cache
def role(kind: str) -> str:
    """The role of a kind of block: running text, unless it is named above."""
    for name, kinds in _ROLES:
        if kind in kinds or kind.rstrip(" 123456") in kinds:
            return name
    return "text"


def in_context(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, with a context wherever two roles would share one msgid.

    Running text keeps the bare msgid, else the first role in a fixed order does: so a role that is
    added later does not move the context of the one that was there.
    """
    roles: dict[str, set[str]] = {}
    for segment in segments:
        if segment.msgctxt is None:
            roles.setdefault(segment.msgid, set()).add(role(segment.kind))
    order = ("text", *(name for name, _ in _ROLES))
    bare = {msgid: min(found, key=order.index) for msgid, found in roles.items()}
    return [
        replace(segment, msgctxt=role(segment.kind))
        if segment.msgctxt is None and role(segment.kind) != bare[segment.msgid]
        else segment
        for segment in segments
    ]
