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
from pipeline.trifles import small_changes

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
_BESIDE_NUMBERS = re.compile(r"(?<=\d)\s?[-\u2010-\u2015/:~]\s?(?=\d)|[-~\u2212](?=\d)")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_OPPOSITES = {"en": frozenset(_SIDES.split())}
"""Words that another word of the same place turns round; a change to any of them is a meaning."""


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
    if (small := small_changes(old, new)) is not None:
        return Difference("cosmetic", small)
    return Difference("wording")


# ── meaning ────────────────────────────────────────────────────────────────────────────────────
def _grave(old: str, new: str, language: str, terms: Terms) -> Iterator[str]:
    """Everything in which two texts may mean different things."""
    words = lexicon(language)
    finders = [_numbers(words), *(_finders(words) if words else ()), _terms(terms)]
    windows = [(old, new)] if _is_turned(old, new) else list(_windows(old, new))
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
        if len(windows) == 1 and _is_turned(old, new):
            yield from (f"{_quoted(one)} has moved" for one in dict.fromkeys(find(old)))
    if _signs(old) != _signs(new):
        yield "a sign changed"
    for one in guard.GUARDS:
        if one.name in _EXACT and any(one(old, new)):
            yield _EXACT[one.name]


def _signs(text: str) -> list[str]:
    """Signs of mathematics, money and the like, and what stands between or before numbers."""
    text = re.sub(r"(?<=\d) to (?=\d)", "-", text)
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
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for group in matcher.get_grouped_opcodes(_NEAR):
        (_, a, _, c, _), (_, _, b, _, d) = group[0], group[-1]
        yield _slice(old, ours[a:b]), _slice(new, theirs[c:d])


def _slice(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""
