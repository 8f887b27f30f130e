"""A short form is expanded where it first stands."""

import re
from collections.abc import Iterator, Mapping

from pipeline.audit import Check, Circumstances
from pipeline.checks._prose import Prose, everything, running
from pipeline.checks._voice import Voice, is_english_source
from pipeline.document import Document, Glossary
from pipeline.outcome import Outcome
from pipeline.registers import GlossaryTerm

_REQUIREMENT = "WCAG 3.1.4"
_SHORT = re.compile(r"(?<![\w&])([A-Z](?:[A-Z0-9]|[&-](?=[A-Z0-9])|/(?=\d))+)(?:'?s)?(?!\w)")
"""Capitals, with digits and a plural's s: MRI, HER2, CDK4/6, GPs."""
_FIRST = re.compile(r"([^()]+)\((?:or )?$")
"""A long form, before a short one in brackets."""
_SECOND = re.compile(r"(?:\s\w+){0,2}\s\(([^()]+)\)")
"""A long form in brackets, behind a short one and the noun that belongs to it."""

_Found = tuple[Prose, re.Match[str]]


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the first use of every abbreviation; running text comes first."""
    voice = Voice("abbreviations", _REQUIREMENT, circumstances.locale, circumstances.leaflet)
    firsts: dict[str, _Found] = {}
    if is_english_source(document, circumstances.source):
        for found in _abbreviations(document, circumstances):
            firsts.setdefault(found[1].group(1), found)
    if not firsts:
        yield voice.say("inapplicable", "There are no abbreviations to expand here.")
        return
    glossary = circumstances.glossary
    unknown = [found for found in firsts.values() if not _is_clear(*found, glossary)]
    for prose, match in unknown:
        short = match.group(1)
        sentence = f"“{short}” is not expanded where it first stands. {_remedy(short, glossary)}"
        yield voice.say("failed", sentence, prose.place, short)
    if not unknown:
        yield voice.say("passed", f"Abbreviations expanded where they first stand: {len(firsts)}.")


def _abbreviations(document: Document, circumstances: Circumstances) -> Iterator[_Found]:
    ordinary = {*circumstances.style.known, *circumstances.style.stress}
    has_all = any(isinstance(block, Glossary) for block in document.blocks)
    here = circumstances.glossary.values() if has_all else ()
    for prose in (*running(document), *everything(document)):
        for match in _SHORT.finditer(prose.text):
            short = match.group(1)
            if sum(char.isupper() for char in short) < 2 or short in ordinary:
                continue
            kept = prose.is_link(match.span()) or prose.allows(short, match.group(0))
            if not kept and not any(_holds(entry, short) for entry in here):
                yield prose, match


def _is_clear(prose: Prose, match: re.Match[str], glossary: Mapping[str, GlossaryTerm]) -> bool:
    """Whether a short form is linked to what it means, or stands beside its long form."""
    short = match.group(1)
    entry = glossary.get(prose.term_at(match.span(1)))
    if entry and _holds(entry, short):
        return True
    longs = {one.long.casefold() for one in glossary.values() if one.long and one.abbr == short}
    before = _FIRST.search(prose.text[: match.start()])
    after = _SECOND.match(prose.text[match.end() :])
    words = before.group(1).split() if before else []
    beside = [words[start:] for start in range(-2 * len(short), 0)]
    beside += [after.group(1).split()] if after else []
    return any(" ".join(one).casefold() in longs or _stands_for(one, short) for one in beside)


def _holds(entry: GlossaryTerm, short: str) -> bool:
    pattern = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")
    return short == entry.abbr or any(pattern.search(form) for form in entry.words)


def _stands_for(words: list[str], short: str) -> bool:
    """Whether words may be a long form: all letters are there in order, the first begins a word.

    Source: A. S. Schwartz, M. A. Hearst, "A simple algorithm for identifying abbreviation
    definitions in biomedical text", Pacific Symposium on Biocomputing 8, 2003.
    """
    letters = [char for char in short.casefold() if char.isalpha()]
    rest = iter(" ".join(words).casefold())
    return " ".join(words).casefold().startswith(letters[0]) and all(one in rest for one in letters)


def _remedy(short: str, glossary: Mapping[str, GlossaryTerm]) -> str:
    entry = next((one for one in glossary.values() if one.abbr == short), None)
    entry = entry or next((one for one in glossary.values() if _holds(one, short)), None)
    if not entry:
        return f"Write what it stands for, and ({short}) behind it."
    form = min((form for form in entry.words if short in form), key=len, default=short)
    link = f"[{form}](term:{entry.id})"
    return f"Write {entry.long} ({short}), or {link}." if entry.long else f"Write {link}."


CHECK = Check(
    "abbreviations",
    "A short form is expanded where it first stands.",
    _REQUIREMENT,
    Document,
    run,
)
