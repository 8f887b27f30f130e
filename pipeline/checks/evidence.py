"""Every block names the facts that it rests on, and a person has read the works behind them."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._voice import Voice, is_source, shortened
from pipeline.document import Datum, Document, Segment, nodes, words_of
from pipeline.level import passages
from pipeline.outcome import Outcome
from pipeline.place import Place

_NONE = re.compile(r"none\b[\s,:;–-]*(.*)", re.DOTALL)


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at every block that is read as sentences; headings and captions need no evidence."""
    voice = Voice(
        "evidence", "", circumstances.locale, circumstances.leaflet, circumstances.edition
    )
    segments = [one.segment for one in passages(document) if one.segment]
    if not is_source(document, circumstances.source) or not segments:
        yield voice.say("inapplicable", "There is no text in its author's words here.")
        return
    problems = [one for segment in segments for one in _unnamed(segment, voice)]
    problems += _unread(document, circumstances, voice)
    yield from problems
    if not problems:
        yield voice.say("passed", f"Blocks that name what they rest on: {len(segments)}.")


def _unnamed(segment: Segment, voice: Voice) -> Iterator[Outcome]:
    reasons = [found.group(1) for one in segment.evidence if (found := _NONE.match(one))]
    if not segment.evidence:
        sentence = (
            f"{shortened(segment.msgid)} names no facts. Write <!-- evidence: … --> with their "
            "ids, or none and the reason."
        )
    elif "" in reasons:
        sentence = f"{shortened(segment.msgid)} says none without a reason. Add it: none, why."
    else:
        return
    yield voice.say("failed", sentence, segment.place, segment.msgid)


def _unread(document: Document, circumstances: Circumstances, voice: Voice) -> Iterator[Outcome]:
    """One outcome for all facts whose works nobody has read: reading them is one task."""
    using = dict(reversed([*_rests_on(document)]))
    unread = sorted(set(using) & set(circumstances.reviews))
    if unread:
        sentence = (
            f"No named person has read the works behind {len(unread)} facts: {', '.join(unread)}. "
            "Read them and say so in the register of evidence."
        )
        yield voice.hold(sentence, using[unread[0]], "unverified evidence", "reviewer")


def _rests_on(document: Document) -> Iterator[tuple[str, Place]]:
    """Every fact that a heading, a block, a cell or a value of the region rests on, and where."""
    for words in words_of(document):
        if words.segment:
            yield from ((fact, words.segment.place) for fact in words.segment.evidence)
        for node in nodes(words.children):
            if isinstance(node, Datum) and node.value:
                yield from ((fact, node.value.place) for fact in node.value.evidence)


CHECK = Check("evidence", "Every block names what it rests on.", "", Document, run)
