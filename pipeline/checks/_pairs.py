"""Messages beside their translations, with the words of both languages: what two checks share."""

import re
from collections.abc import Callable, Iterator

from pipeline.catalogue import Catalogue
from pipeline.checks._messages import pairs
from pipeline.checks._voice import Voice
from pipeline.lexicon import Lexicon, lexicon
from pipeline.markup import running
from pipeline.outcome import Outcome, Verdict
from pipeline.wordpattern import fold

Judgement = tuple[Verdict, str] | None
Judge = Callable[[str, str, Lexicon, Lexicon], Judgement]

_END = re.compile(
    r"(?<=[.!?;؟؛।\u06d4])\s+|(?<=[。\uff01\uff1f])|(?<=:)\s+|\s[-\u2013\u2014]\s|"
    r"\n\s*\n\s*|\n(?=\s*(?:[-*\u2022]|\d+[.)])\s)"
)
"""A sentence does not end where a line does; a paragraph and an item of a list do."""
_PARAGRAPH = re.compile(r"\n\s*\n")


_PLACEHOLDER = re.compile(
    r"%\(\w*\)[-#0 +.\d]*[a-z]|%[-#0+.\d]*[a-z]\b|%%|\{\{?[^{}]*\}\}?", re.IGNORECASE
)


_KEY = re.compile(r"(?<!\w)_(?=[^\W_])|&(?!\w+;)(?=[^\W_])")
"""What marks a letter of a menu as its key, in front of a word or within it."""


def plain(text: str) -> str:
    """The words of a message, without the names of placeholders, which may touch a word."""
    return _KEY.sub("", _PLACEHOLDER.sub("…", running(text)))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, and what a semicolon, a colon or a dash parts."""
    return _parts(_END, text)


def _parts(ends: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part for part in ends.split(text) if part.strip())


def parallel(source: str, translation: str) -> Iterator[tuple[str, str]]:
    """Both texts whole, and sentence by sentence where there are as many on both sides.

    Where there are not, the same for each paragraph, if there are as many of those.
    """
    yield source, translation
    left, right = sentences(source), sentences(translation)
    if len(left) == len(right) > 1:
        yield from zip(left, right, strict=True)
        return
    left, right = _parts(_PARAGRAPH, source), _parts(_PARAGRAPH, translation)
    if len(left) == len(right) > 1:
        for pair in zip(left, right, strict=True):
            texts = tuple(parallel(*pair))
            yield from texts[1:] or texts


def kept(words: tuple[str, ...], translation: str, target: Lexicon) -> int:
    """How many of the source's words the translation has as they are, such as `None` of Python.

    A word of the other language (Portuguese “no” is “in the”) counts only in a name: `no-index`.
    """
    low = fold(translation)
    return sum(
        bool(re.search(rf"(?<![a-z]){re.escape(word)}{_end_of(word, target)}", low))
        for word in set(words)
        if not target.negations(word)
    )


def _end_of(word: str, target: Lexicon) -> str:
    """What follows a word that is kept."""
    return "-" if any(target.tables["negation"].found(word)) else "(?![a-z])"


def judged(
    catalogue: Catalogue, source_locale: str, voice: Voice, judge: Judge
) -> Iterator[Outcome]:
    """What a judge says of each message; else how many it compared."""
    source, target = lexicon(source_locale), lexicon(voice.locale)
    absent = source_locale if source is None else voice.locale
    if source is None or target is None:
        why = f"Plainleaf has no word lists for “{absent or 'a catalogue without a language'}”."
        yield voice.say("inapplicable", why, catalogue.place)
        return
    compared = [
        one
        for one in pairs(catalogue)
        if one.msgstr != one.msgid and any(map(str.isalpha, one.msgstr))
    ]
    found = 0
    for pair in compared:
        right = plain(pair.msgstr)
        said = [judge(plain(one), right, source, target) for one in pair.sources]
        if (judgement := said[0]) and all(said):
            found += 1
            yield voice.say(*judgement, pair.message.place, pair.msgid)
    if not compared:
        yield voice.say("inapplicable", "No message has a translation.", catalogue.place)
    elif not found:
        yield voice.say("passed", f"Messages compared: {len(compared)}.", catalogue.place)
