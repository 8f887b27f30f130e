"""What an edit did to a text: another meaning, other words, or nothing that a reader would notice.

A number, a unit, a negation, a modal verb, a part of the body or a term of the glossary that came,
went or moved is another *meaning*, however alike the texts are. What differs in spelling variants,
punctuation, typography, case or white space only is *cosmetic*. All else is *wording*. Where lists
know no better, the graver of two names is given.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from pipeline import guard, markup
from pipeline.lexicon import Lexicon, lexicon
from pipeline.numerals import numerals_of
from pipeline.trifles import alike, small_changes, typography

Kind = Literal["meaning", "wording", "cosmetic"]
Terms = Sequence[Sequence[str]]
"""The forms of each term of the glossary, its name first."""

_MOST = 6
"""Reasons that a label names."""
_NEAR = 4
"""Words around a change that are looked at with it: a phrase has no more."""
_TOKEN = re.compile(r"\w+(?:['’.,]\w+)*|\S")
_TERM = re.compile(r"\]\(term:([^)\s]+)\)")
_SIDES = """
left right before after above below over under more less fewer most least higher lower high low
increase decrease rise fall start begin hot warm cold empty full morning evening night benign
malignant positive negative primary secondary
"""
_EXACT = {
    "links": "a link", "phones": "a phone number", "placeholders": "a placeholder",
    "code": "code", "tags": "HTML",
}  # fmt: skip
"""Guards whose findings leave no translation as it was, and what they look at."""
_BESIDE_NUMBERS = re.compile(
    r"(?<=\d)\s?[-\u2010-\u2015/:~]\s?(?=\d)|[-~\u2212](?=\d)|(?<=\d)[.,;](?=\s\d)"
)
_ASCII_SIGN = re.compile(r"[$+<=>|~]")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_OPPOSITES = {"en": frozenset(_SIDES.split())}
"""Words that another word of the same place turns round; a change to any of them is a meaning."""
_CLAUSES = "who whom whose which that if when while because except"
_JOINTS = {"en": frozenset(_CLAUSES.split())}
"""Words before which a comma may change whom a sentence is about."""
_PROPER = """
aids august bath china job lent march mark may mercury mobile nice polish reading turkey us wed
will sat sun who
"""
_NAMES = frozenset(_PROPER.split())
"""Words that are others with a capital letter: the polish, a Polish nurse."""
_SENTENCE_END = re.compile(r"[.!?:…]\s")


@dataclass(frozen=True, slots=True)
class Difference:
    """How a text differs from what it was, and by what."""

    kind: Kind
    reasons: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What a translator is told, such as `meaning (“not” is new; 5 → 50)`."""
        told = "; ".join(self.reasons[:_MOST])
        more = len(self.reasons) - _MOST
        told += f"; {more} more" if more > 0 else ""
        return f"{self.kind} ({told})" if told else self.kind


def difference(old: str, new: str, language: str, terms: Terms = ()) -> Difference:
    """How the new text differs from the old one; both are in the language of this tag."""
    if old == new:
        return Difference("cosmetic")
    if grave := tuple(dict.fromkeys(_grave(old, new, language, terms))):
        return Difference("meaning", grave)
    small = small_changes(old, new)
    if small is None:
        return Difference("wording")
    if doubts := tuple(dict.fromkeys(_doubts(typography(old), typography(new), language))):
        return Difference("wording", doubts)
    return Difference("cosmetic", small)


# ── meaning ────────────────────────────────────────────────────────────────────────────────────
def _grave(old: str, new: str, language: str, terms: Terms) -> Iterator[str]:
    """Everything in which two texts may mean different things."""
    words = lexicon(language)
    finders = [_numbers(words), *(_finders(words) if words else ()), _terms(terms)]
    turned = _is_turned(old, new)
    windows = [(old, new)] if turned else list(_windows(old, new))
    for find in [*finders, _opposites(language)]:
        gone: Counter[str] = Counter()
        come: Counter[str] = Counter()
        for before, after in windows:
            was, now = find(before), find(after)
            if was != now:
                gone += Counter(was) - Counter(now)
                come += Counter(now) - Counter(was)
        if gone or come:
            yield from _told(gone, come)
        if turned:
            yield from (f"{_quoted(one)} has moved" for one in dict.fromkeys(find(old)))
    if _signs(old) != _signs(new):
        yield "a sign changed"
    for one in guard.GUARDS:
        if one.name in _EXACT and any(one(old, new)):
            yield _EXACT[one.name]


def _doubts(old: str, new: str, language: str) -> Iterator[str]:
    """Small changes by which a sentence may come to mean something else: “Do not, stop”."""
    if old.count('"') != new.count('"'):
        yield "quotation marks"
    pairs = zip(re.findall(r"\w+", old), re.findall(r"\w+", new), strict=False)
    for one, other in pairs:
        if one != other and one.casefold() == other.casefold() and one.casefold() in _NAMES:
            yield f"{_quoted(one)} → {_quoted(other)}"
    if _stops(old) == _stops(new):
        return
    words = lexicon(language)
    if not words:
        yield "punctuation"
        return
    start, end = alike(old, new), alike(old[::-1], new[::-1])
    first = max((one.end() for one in _SENTENCE_END.finditer(old, 0, start)), default=0)
    last = _SENTENCE_END.search(old, max(len(old) - end, start))
    for one in _turning(old[first : last.end() if last else len(old)], words):
        yield f"punctuation beside {_quoted(one)}"


def _stops(text: str) -> str:
    """What stands between the words of a text, but for what ends it."""
    return re.sub(r"\w+", "w", text.rstrip(" .!…:;,"))


def _turning(sentence: str, words: Lexicon) -> Iterator[str]:
    """Words whose reach a comma may change: “not”, “only”, “may”, “who”, “after”."""
    said = words.negation(sentence)
    yield from (*said.words, *said.echoes, *said.forms, *said.turns, *said.phrases)
    yield from words.modals(sentence)
    language = words.language.partition("-")[0]
    sides: frozenset[str] = _OPPOSITES.get(language, frozenset()) | _JOINTS.get(
        language, frozenset()
    )
    yield from (one for one in re.findall(r"\w+", sentence.casefold()) if one in sides)


def _signs(text: str) -> list[str]:
    """Signs of mathematics, money and the like, and what stands between or before numbers."""
    text = re.sub(r"(?<=\d) to (?=\d)", "-", text)
    signs = _ASCII_SIGN.findall(text)
    if not text.isascii():
        signs = [one for one in text if unicodedata.category(one) in {"Sm", "Sc", "So"}]
    beside = (one.strip() for one in _BESIDE_NUMBERS.findall(text))
    return [*signs, *("-" if one in _DASHES else one for one in beside)]


Find = Callable[[str], list[str]]


def _numbers(words: Lexicon | None) -> Find:
    """The values of numbers, in digits or in words."""

    def find(text: str) -> list[str]:
        plain = markup.running(text)
        values = [part for one in numerals_of(plain) for part in one.readings[0]]
        said = words.number_words(plain) if words else ()
        return [_decimal(one) for one in (*values, *said)]

    return find


def _decimal(value: Fraction) -> str:
    """A value as people write it, a fraction only where it has no end."""
    return str(value) if value != round(value, 6) else f"{float(value):.15g}"


def _finders(words: Lexicon) -> tuple[Find, ...]:
    """What the lists of a language find."""
    return (
        lambda text: [_singular(one) for one in Counter(words.units(text)).elements()],
        lambda text: [_negation(one) for one in words.negations(text)],
        lambda text: list(words.modals(text).elements()),
        lambda text: list(words.body_parts(text).elements()),
    )


def _singular(unit: str) -> str:
    """A unit without its plural: “tablets” are what one “tablet” is."""
    return unit.removesuffix("s") if len(unit) > 3 else unit


def _negation(word: str) -> str:
    """A negation as it counts: “don't” says what “do not” says."""
    word = word.casefold().replace("’", "'")
    return "not" if word.endswith(("n't", "cannot")) else word


def _terms(terms: Terms) -> Find:
    pattern, names = _term_forms(tuple(tuple(forms) for forms in terms))

    def find(text: str) -> list[str]:
        found = [f"term:{one}" for one in _TERM.findall(text)]
        if pattern:
            found += [names[one] for one in pattern.findall(text.casefold())]
        return found

    return find


@lru_cache(maxsize=8)
def _term_forms(
    terms: tuple[tuple[str, ...], ...],
) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    names = {form.casefold(): forms[0] for forms in terms for form in forms if form}
    ordered = sorted(names, key=len, reverse=True)
    told = "|".join(re.escape(form) for form in ordered)
    return (re.compile(rf"(?<!\w)(?:{told})(?!\w)") if told else None), names


def _opposites(language: str) -> Find:
    sides: frozenset[str] = _OPPOSITES.get(language.partition("-")[0], frozenset())
    return lambda text: [one for one in re.findall(r"\w+", text.casefold()) if one in sides]


def _told(gone: Counter[str], come: Counter[str]) -> Iterator[str]:
    """What went, came, took another's place, or stands elsewhere now, in words."""
    for one in gone & come:
        yield f"{_quoted(one)} has moved"
    gone, come = gone - come, come - gone
    pairs = zip_longest(gone.elements(), come.elements())
    for old, new in pairs:
        if old and new:
            yield f"{_quoted(old)} → {_quoted(new)}"
        else:
            yield f"{_quoted(old)} is gone" if old else f"{_quoted(new or '')} is new"


def _quoted(item: str) -> str:
    return item if re.match(r"-?\d", item) else f"“{' '.join(item.split())}”"


def _is_turned(old: str, new: str) -> bool:
    """Whether the words are the same, and only their order is another one."""
    ours, theirs = (re.findall(r"\w+", text.casefold()) for text in (old, new))
    return ours != theirs and sorted(ours) == sorted(theirs)


def _windows(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The parts in which two texts differ, with the words next to them, as they were and are."""
    ours, theirs = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    first, second = ([one[0].casefold() for one in side] for side in (ours, theirs))
    # What is alike before and behind all changes, but for their neighbours, is not looked through.
    start = max(alike(first, second) - _NEAR, 0)
    end = max(alike(first[start:][::-1], second[start:][::-1]) - _NEAR, 0)
    ours, theirs = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    middle = first[start : len(first) - end], second[start : len(second) - end]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    for group in matcher.get_grouped_opcodes(_NEAR):
        (_, a, _, c, _), (_, _, b, _, d) = group[0], group[-1]
        yield _slice(old, ours[a:b]), _slice(new, theirs[c:d])


def _slice(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""
