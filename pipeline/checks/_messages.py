"""What the checks share that put a question to every message of a catalogue.

A message is compared as pairs of texts: (msgid, msgstr), or one pair for each plural form. A form
is right where it agrees with any of the texts that it may translate.
"""

import gettext
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from pipeline.catalogue import Catalogue, Message
from pipeline.checks._voice import Voice
from pipeline.guard import GUARDS, LONGEST, Guard
from pipeline.markup import slots
from pipeline.outcome import Outcome, Verdict
from pipeline.slots import PLACEHOLDER

_PLURAL = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,500})")
_FORMAT = re.compile(r"(?!no-)[a-z-]+-format")
_TRIED = 1000
"""Numbers that are tried to find out what a plural form stands for."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One translated text and every text of the source that it may be a translation of."""

    message: Message
    sources: tuple[str, ...]
    msgstr: str

    @property
    def msgid(self) -> str:
        """The text of the source that it is first of all a translation of."""
        return self.sources[0]

    @property
    def is_long(self) -> bool:
        """Whether guards say no more of it than that."""
        return max(map(len, self.sources)) + len(self.msgstr) > LONGEST

    def findings(self, guard: Guard) -> tuple[str, ...]:
        """What a guard says of the translation beside the source that it is nearest to."""
        return min((tuple(guard(one, self.msgstr)) for one in self.sources), key=len)


def pairs(catalogue: Catalogue) -> tuple[Pair, ...]:
    """Every text that is translated, but for those that are too long to be compared."""
    return tuple(one for one in every_pair(catalogue) if not one.is_long)


def every_pair(catalogue: Catalogue) -> tuple[Pair, ...]:
    """Every text that is translated, machine drafts, fuzzy ones and plural forms among them."""
    counted = forms_of(dict(catalogue.header).get("Plural-Forms", ""))
    found: list[Pair] = []
    for one in catalogue.messages:
        if not one.plural and one.msgstr:
            found.append(Pair(one, (one.msgid,), one.msgstr))
        for number, form in enumerate(one.forms):
            if form:
                means = counted[number] if number < len(counted) else ()
                found.append(Pair(one, _sources(one, means), form))
    return tuple(found)


@lru_cache(maxsize=64)
def forms_of(header: str) -> tuple[tuple[int, ...], ...]:
    """For each plural form of a header the numbers that it stands for; none where they are many.

    French has one form for 0 and 1, and that one need not say its number either.
    """
    found = _PLURAL.search(header)
    if not found:
        return ()
    try:
        choose = gettext.c2py(found[2].strip())
        chosen = [choose(number) for number in range(_TRIED)]
    except (ValueError, ZeroDivisionError, RecursionError):
        return ()
    numbers = (
        tuple(number for number, one in enumerate(chosen) if one == form)
        for form in range(int(found[1]))
    )
    return tuple(one if len(one) == 1 or one == (0, 1) else () for one in numbers)


def _sources(message: Message, means: tuple[int, ...]) -> tuple[str, ...]:
    """The texts that a form may translate; the form for one number may say it, or leave it out."""
    if not means:
        return (message.plural_id,)
    texts = dict.fromkeys((message.msgid, message.plural_id))
    written = [one for text in texts for one in slots(text) if one in text]
    written += [one for one in ("%d", "%s", "%i", "{}") if one in message.plural_id]
    told = (
        text.replace(one, said)
        for text, one, said in product(texts, dict.fromkeys(written), ("", *map(str, means)))
    )
    bare = (PLACEHOLDER.sub("", text) for text in texts if means == (0,))
    return tuple(dict.fromkeys([*texts, *told, *bare]))


def is_program(catalogue: Catalogue) -> bool:
    """Whether the texts are a program's, in which Markdown's marks are but characters."""
    flags = {flag for one in catalogue.messages for flag in one.flags}
    return "md-text" not in flags and any(_FORMAT.fullmatch(flag) for flag in flags)


def is_ours(catalogue: Catalogue) -> bool:
    """Whether the catalogue is one of Plainleaf's, whose addresses have no other language."""
    return any("md-text" in one.flags for one in catalogue.messages)


def in_the_sources_language(pair: Pair, locale: str) -> Pair:
    """The pair with addresses of pages in either language, such as `/fr/` and `/en-US/`, alike."""
    if not locale:
        return pair
    names = {locale, locale.replace("-", "_"), locale.partition("-")[0]}
    known = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    pattern = rf"(?i)(?<=[/=])(?:{known}|en)(?:[-_][a-z]{{2}})?(?=[/&?#.\s\"')]|$)"
    sources = tuple(re.sub(pattern, "en", one) for one in pair.sources)
    return replace(pair, sources=sources, msgstr=re.sub(pattern, "en", pair.msgstr))


def always(_pair: Pair) -> bool:
    """Every finding is a fault."""
    return True


def guarded(
    name: str, catalogue: Catalogue, voice: Voice, sure: Callable[[Pair], bool] = always
) -> Iterator[Outcome]:
    """One failed outcome for each finding of a guard; else how many texts it compared.

    Where a finding is not `sure` to be a fault, it is for a person to look at.
    """
    guard = guard_of(name)
    every = every_pair(catalogue) if name == "words" else pairs(catalogue)
    concerned = tuple(one for one in every if _concerns(guard, one))
    found = 0
    for pair in concerned:
        for sentence in pair.findings(guard):
            found += 1
            verdict: Verdict = "failed" if sure(pair) else "cantTell"
            yield voice.say(verdict, sentence, pair.message.place, pair.message.msgid)
    if not concerned:
        yield voice.say("inapplicable", f"No translation has {guard.looks_at}.", catalogue.place)
    elif not found:
        yield voice.say("passed", f"Messages compared: {len(concerned)}.", catalogue.place)


def guard_of(name: str) -> Guard:
    """A guard by its name."""
    return next(one for one in GUARDS if one.name == name)


def _concerns(guard: Guard, pair: Pair) -> bool:
    if guard.name == "invisible":
        return True
    return guard.wakes.search(pair.msgid + pair.msgstr) is not None


def sparingly(
    doubts: Iterable[tuple[float, str, Message]], compared: int, voice: Voice, catalogue: Catalogue
) -> Iterator[Outcome]:
    """Doubts as (how grave, sentence, message): the gravest few, and how many more there are.

    At most one message in a hundred is named, so that a hint stays one that people read.
    """
    ordered = sorted(doubts, key=lambda one: (-one[0], one[2].place.line))
    most = max(1, compared // 100)
    for _, sentence, message in ordered[:most]:
        yield voice.say("cantTell", sentence, message.place, message.msgid)
    if (more := len(ordered) - most) > 0:
        said = f"As many more messages are like these: {more}. Mend these, and check again."
        yield voice.say("cantTell", said, catalogue.place, f"more {voice.check}")
