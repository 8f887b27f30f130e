"""What belongs together has not changed places: words and links, numbers, placeholders.

The other checks count links, numbers and placeholders, and their order is free. Here each is looked
at with its company: the words of a link, which the source, other messages and the glossary show;
the brackets, tags or unit at a placeholder. Where the company of two is exchanged, they have
changed places, and that fails. Where only the order is another, a person has to look.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._akin import akin, words_in
from pipeline.checks._messages import Pair, is_ours, pairs, sparingly
from pipeline.checks._voice import Voice
from pipeline.markup import linked, running
from pipeline.measures import measures, unit_behind
from pipeline.numerals import Numeral, ascii_digits, numerals_of
from pipeline.outcome import Outcome
from pipeline.slots import PLACEHOLDER

Labels = Mapping[str, Mapping[str, frozenset[str]]]
"""Target → msgid → the words that lead there in the translation of that message."""

_RATIO = re.compile(
    r"(?<!\d)(\d{1,9})(?:%| ?/ ?| (?:in|of|out of|from)(?: every| each)? )(\d{1,9})"
)
_TERM = re.compile(r"glossary\.toml#(.+)")
_MOST = 30
"""Links or placeholders of one text that are compared each with each; no paragraph has more."""
_NEAR = 200
"""Characters beside a placeholder that may be a tag."""


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at every text that has two links, two numbers or two placeholders."""
    voice = Voice("crossed", "", circumstances.locale, circumstances.leaflet, who="translator")
    known = _labels((catalogue, *circumstances.beside))
    ours = is_ours(catalogue)
    doubts, failed, compared = [], 0, 0
    for pair in pairs(catalogue):
        if not _has_two(pair):
            continue
        compared += 1
        if said := next(_exchanged(pair, known), ""):
            failed += 1
            yield voice.say("failed", said, pair.message.place, pair.message.msgid)
        elif said := _reordered(pair, ours=ours):
            doubts.append((1.0, said, pair.message))
    yield from sparingly(doubts, len(catalogue.messages), voice, catalogue)
    if not compared:
        said = "No translation has two links, numbers or placeholders."
        yield voice.say("inapplicable", said, catalogue.place)
    elif not doubts and not failed:
        yield voice.say("passed", f"Messages compared: {compared}.", catalogue.place)


def _has_two(pair: Pair) -> bool:
    return len(re.findall(r"\]\(|\]\[|<a |://|\d+|[%{]", pair.msgstr)) > 1


def _exchanged(pair: Pair, known: Labels) -> Iterator[str]:
    """Pairs of links or placeholders of which each has the other's company."""
    if any(one == pair.msgstr for one in pair.sources):
        return
    yield from _crossed_links(pair, known)
    yield from _crossed_slots(pair)


# ── links ──────────────────────────────────────────────────────────────────────────────────────
def _labels(catalogues: Iterable[Catalogue]) -> Labels:
    """The words that lead to each target, and those that the glossary has for it."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for one in (message for each in catalogues for message in each.messages):
        if one.msgstr and ("](" in one.msgstr or "][" in one.msgstr or "<a " in one.msgstr):
            for words, target in linked(one.msgstr):
                before = found[target].get(one.msgid, frozenset())
                found[target][one.msgid] = before | words_in(words)
        elif one.msgstr and one.msgctxt == "term":
            for entry in (match for ref in one.references if (match := _TERM.search(ref))):
                found[f"term:{entry[1]}"][one.msgid] = words_in(one.msgstr)
    return found


def _crossed_links(pair: Pair, known: Labels) -> Iterator[str]:
    source, translation = linked(pair.msgid), linked(pair.msgstr)
    if max(len(source), len(translation)) > _MOST or len({target for _, target in translation}) < 2:
        return
    if sorted(target for _, target in source) != sorted(target for _, target in translation):
        return
    company: dict[str, set[str]] = defaultdict(set)
    for words, target in source:
        company[target] |= words_in(words)
    for target, its in company.items():
        elsewhere = known.get(target, {}).items()
        its.update(*(each for msgid, each in elsewhere if msgid != pair.msgid))
    for (one, first), (two, second) in combinations(translation, 2):
        if first != second and _is_exchanged(one, two, company[first], company[second]):
            yield (
                f"“{one}” leads to {first} and “{two}” to {second}; it looks as if these links "
                "have changed places. Compare them with the source."
            )


def _is_exchanged(one: str, two: str, first: set[str], second: set[str]) -> bool:
    """Whether the words of one link are those of the other's target, and the other way round."""
    ahead = _leaning(words_in(one), first, second), _leaning(words_in(two), second, first)
    return sum(ahead) < 0 and max(ahead) <= 0


def _leaning(words: Iterable[str], own: set[str], others: set[str]) -> int:
    """1 where words fit their own target better than the other, -1 where the other better."""
    fits = [(any(akin(w, o) for o in own), any(akin(w, o) for o in others)) for w in words]
    mine, theirs = (sum(a and not b for a, b in fits), sum(b and not a for a, b in fits))
    return (mine > theirs) - (mine < theirs)


# ── placeholders ───────────────────────────────────────────────────────────────────────────────
def _crossed_slots(pair: Pair) -> Iterator[str]:
    source, translation = _company(pair.msgid), _company(pair.msgstr)
    if source.keys() != translation.keys():
        return
    moved = [slot for slot, company in source.items() if company != translation[slot]]
    for one, two in combinations(moved[:_MOST], 2):
        ours, theirs = (source[one], source[two]), (translation[two], translation[one])
        if ours[0] != ours[1] and ours == theirs:
            yield f"{one} and {two} have changed places. Set each as in the source."


def _company(text: str) -> dict[str, str]:
    """What stands at each placeholder that a text has once: a bracket, a tag, a unit, a sign."""
    plain = ascii_digits(text)
    found: dict[str, list[str]] = defaultdict(list)
    for match in PLACEHOLDER.finditer(plain):
        start, end = match.span()
        before, after = plain[max(0, start - _NEAR) : start], plain[end : end + _NEAR]
        tag = re.search(r"<(\w+)[^<>]*>$", before)
        sign = before[-1:] if before[-1:] in {"(", "#", "@", "[", "/", "="} else ""
        unit = "" if PLACEHOLDER.match(after.lstrip()) else unit_behind(after)
        found[match[0]].append(f"{sign}{tag[1] if tag else ''}{unit}")
    return {slot: each[0] for slot, each in found.items() if len(each) == 1}


# ── order ──────────────────────────────────────────────────────────────────────────────────────
def _reordered(pair: Pair, *, ours: bool) -> str:
    """What stands in another order, and nothing shows that it is right."""
    if any(one == pair.msgstr for one in pair.sources):
        return ""
    if moved := _moved_numbers(running(pair.msgid), running(pair.msgstr)):
        return f"In another order than in the source: {', '.join(moved)}. See that each is right."
    if ours and _moved(_slots(pair.msgid), _slots(pair.msgstr)):
        named = ", ".join(_slots(pair.msgstr))
        return f"In another order than in the source: {named}. See that each is right."
    return ""


def _slots(text: str) -> list[str]:
    return [match[0] for match in PLACEHOLDER.finditer(text)]


def _moved(source: list[str], translation: list[str]) -> bool:
    return source != translation and sorted(source) == sorted(translation)


def _moved_numbers(source: str, translation: str) -> list[str]:
    """The numbers of a translation that stand in another order, but for those with their unit."""
    ours, theirs = numerals_of(source), numerals_of(translation)
    if len({one.readings for one in ours}) < 2 or not _is_moved(ours, theirs):
        return []
    ratios = (number for one in _RATIO.finditer(ascii_digits(source)) for number in one.groups())
    alike = measures(source) & measures(translation)
    sure = {float(number) for number in (*ratios, *(value for value, _ in alike))}
    ours, theirs = (
        tuple(one for one in each if float(one.readings[0][0]) not in sure)
        for each in (ours, theirs)
    )
    return [one.written for one in theirs] if _is_moved(ours, theirs) else []


def _is_moved(source: tuple[Numeral, ...], translation: tuple[Numeral, ...]) -> bool:
    ours, theirs = ([one.readings for one in each] for each in (source, translation))
    return ours != theirs and Counter(ours) == Counter(theirs)


CHECK = Check("crossed", "What belongs together has not changed places.", "", Catalogue, run)
