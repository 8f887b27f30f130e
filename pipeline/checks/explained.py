"""A word is explained where it first stands."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._prose import Prose, Span, any_of, running
from pipeline.checks._voice import Voice, is_source
from pipeline.document import Document
from pipeline.outcome import Outcome
from pipeline.registers import GlossaryTerm
from pipeline.style import key_of, straight

_REQUIREMENT = "WCAG 3.1.3"
_OPENS = re.compile(r"\s*\([^()]*")
"""What parts an everyday word from the linked one in the brackets behind it."""

_Use = tuple[str, Prose, Span]
"""A glossary id, and where a form of its word stands."""


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the first use of every word that the glossary explains."""
    voice = Voice("explained", _REQUIREMENT, circumstances.locale, circumstances.leaflet)
    firsts: dict[str, _Use] = {}
    if is_source(document, circumstances.source):
        for use in _uses(document, circumstances):
            firsts.setdefault(use[0], use)
    if not firsts:
        yield voice.say("inapplicable", "There is no word of the glossary to explain here.")
        return
    problems = [one for use in firsts.values() for one in _problem(use, voice)]
    yield from problems
    if not problems:
        yield voice.say("passed", f"Words explained where they first stand: {len(firsts)}.")


def _uses(document: Document, circumstances: Circumstances) -> Iterator[_Use]:
    """Every use of a word to explain, in reading order; a link to its entry is one as well."""
    forms = _forms(circumstances)
    pattern = any_of(forms)
    for prose in running(document):
        found = [(name, prose, span) for span, name in prose.terms]
        for match in pattern.finditer(prose.text):  # “hormone” is not used in “hormone therapy”.
            entry = forms[key_of(match.group(0))]
            if not entry or entry.use != "explain":
                continue
            elsewhere = prose.term_at(match.span()) or prose.is_link(match.span())
            kept = prose.allows(match.group(0), *map(straight, entry.words))
            if not elsewhere and not kept:
                found.append((entry.id, prose, match.span()))
        yield from sorted(found, key=lambda use: use[2])


def _forms(circumstances: Circumstances) -> dict[str, GlossaryTerm | None]:
    """Every form with its entry; none for long forms, in which other words are not used either."""
    entries = circumstances.glossary.values()
    forms: dict[str, GlossaryTerm | None] = {key_of(one.long): None for one in entries if one.long}
    return forms | {key_of(form): entry for entry in entries for form in entry.words}


def _problem(use: _Use, voice: Voice) -> Iterator[Outcome]:
    name, prose, (start, end) = use
    behind = [prose.text[end:at] for (at, _), other in prose.terms if other == name and at > end]
    in_brackets = any(_OPENS.fullmatch(between) for between in behind)
    if prose.term_at((start, end)) or end in prose.noted or in_brackets:
        return
    word = prose.text[start:end]
    sentence = f"“{word}” stands here before it is explained. Write [{word}](term:{name})."
    yield voice.say("failed", sentence, prose.place, name)


CHECK = Check(
    "explained", "A word is explained where it first stands.", _REQUIREMENT, Document, run
)
