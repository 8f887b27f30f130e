"""What a translation must share with its source, whatever its words: the guards.

A guard compares a message's msgid with its msgstr and says what a translator has to mend. The same
functions decide what a reader sees and what `check` reports: a message with a finding is *broken*
and reaches no page. Guards compare; they do not judge the source. So a translation that equals its
source has no finding, but for characters that no page may hold.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from pipeline import markup as raw
from pipeline.characters import FORBIDDEN, MISPLACED
from pipeline.measures import other_units, swapped_numbers, turned_ranges
from pipeline.numberwords import said_in_words
from pipeline.numerals import Comparison, ascii_digits, compare, phones_of

LONGEST = 12_000
"""Characters of a text and its translation that are compared; nobody reads a longer paragraph."""
_NAME = re.compile(r"(?<![A-Za-z0-9/])[A-Z][A-Za-z]*\d{1,4}(?:/\d{1,4})*(?![A-Za-z0-9/])")
"""A name with a number, such as HER2 and CDK4/6."""
_BRACKETED = re.compile(r"[(\uff08][^()\uff08\uff09]{1,200}[)\uff09]")


@dataclass(frozen=True, slots=True)
class Finding:
    """One way in which a translation differs from its source where it must not."""

    guard: str
    sentence: str
    """What is wrong and what to do, for a translator."""


@dataclass(frozen=True, slots=True)
class Guard:
    """One comparison: (msgid, msgstr) → what a translator has to mend."""

    name: str
    compare: Callable[[str, str], Iterator[str]]
    looks_at: str
    """What it compares, as one says it after “no translation has”."""
    wakes: re.Pattern[str]
    """Where neither side holds any of this there is nothing to compare; it saves time only."""

    def __call__(self, msgid: str, msgstr: str) -> Iterator[str]:
        """The sentences of the comparison; none for a missing translation."""
        if len(msgid) + len(msgstr) > LONGEST:
            if self.name == "words" and msgid != msgstr:
                yield f"Source and translation have over {LONGEST} characters. Divide the text."
        elif msgstr and (self.wakes.search(msgstr) or self.wakes.search(msgid)):
            yield from self.compare(msgid, msgstr)


def findings(msgid: str, msgstr: str) -> tuple[Finding, ...]:
    """Everything that keeps a translation off the page; a missing one has no finding."""
    return tuple(
        Finding(guard.name, sentence) for guard in GUARDS for sentence in guard(msgid, msgstr)
    )


def is_broken(msgid: str, msgstr: str) -> bool:
    """Whether any guard has a finding."""
    return any(any(guard(msgid, msgstr)) for guard in GUARDS)


_ITEM = re.compile(r"(?:^|(?<=[.,;:\n] ))[^\W_]\)(?= )")
_ORDINAL = re.compile(r"(\}|%d|%s|\)[ds])(?:st|nd|rd|th)\b")


# ── the guards ─────────────────────────────────────────────────────────────────────────────────
def words(msgid: str, msgstr: str) -> Iterator[str]:
    """Where the source has words besides addresses, code and placeholders, there are some.

    The ending of an ordinal, as in `{}th`, is none: other languages write a stop.
    """
    source = _ORDINAL.sub(r"\1", msgid)
    if not raw.has_words(raw.running(msgstr)) and raw.has_words(raw.running(source)):
        yield "The translation has no words. Write it."


def links(msgid: str, msgstr: str) -> Iterator[str]:
    """Targets of links and pictures are the same, each as often; no scheme is new.

    Which words lead to which target is not compared: their order may change.
    """
    if new := _new(raw.schemes(msgid), raw.schemes(msgstr)):
        yield f"A page never holds {', '.join(new)}. Take it out."
    yield from _parity(
        raw.targets(msgid),
        raw.targets(msgstr),
        ("A link is missing or changed", "Copy it from the source as it is."),
        ("The source has no such link", "Use the source's links as they are."),
    )


def labels(msgid: str, msgstr: str) -> Iterator[str]:
    """The labels of reference links, `[words][label]`, are the same."""
    if "][" not in msgid + msgstr:
        return
    (wanted, texts), (given, theirs) = raw.references(msgid), raw.references(msgstr)
    yield from _parity(
        Counter(_new(given + theirs, wanted)),
        Counter(_new(wanted + texts, given)),
        ("The label of a link is missing or changed", "Copy the label as it is."),
        ("The source has no link with this label", "Copy the label as it is."),
    )


def phones(msgid: str, msgstr: str) -> Iterator[str]:
    """Phone numbers have the same digits, in any script and with any spaces."""
    yield from _parity(
        phones_of(raw.running(msgid)),
        phones_of(raw.running(msgstr)),
        ("A phone number is missing or changed", "Copy it digit by digit."),
        ("The source has no such phone number", "Compare it with the source."),
    )


@lru_cache(maxsize=16)  # Several checks ask for the same pair.
def compare_numbers(msgid: str, msgstr: str) -> Comparison:
    """The numbers of both sides, without those in phones, addresses, code and placeholders."""
    source, translation = raw.running(msgid), raw.running(msgstr)
    result = compare(source, translation)
    if result.is_equal:
        return result
    once = _without_repeated_names(source, translation)
    return compare(source, once, said_in_words(source))


def _without_repeated_names(source: str, translation: str) -> str:
    """A translation without what it says again in brackets, as it may: a HER2 of the source."""
    surplus = Counter(_NAME.findall(translation)) - Counter(_NAME.findall(source))
    known = {*_NAME.findall(source)}

    def taken(name: re.Match[str]) -> str:
        again = name[0] in known and surplus[name[0]] > 0
        surplus[name[0]] -= again
        return "" if again else name[0]

    return _BRACKETED.sub(lambda one: _NAME.sub(taken, one[0]), translation)


def numbers(msgid: str, msgstr: str) -> Iterator[str]:
    """Numbers have the same value; `pipeline.numerals` says what may be written as a word."""
    result = compare_numbers(msgid, msgstr)
    yield from _parity(
        Counter(result.missing),
        Counter(result.added),
        ("A number is missing or changed", "Write it in digits, with the value of the source."),
        ("The source has no such number", "Compare it with the source."),
    )
    source, translation = ascii_digits(raw.running(msgid)), ascii_digits(raw.running(msgstr))
    yield from turned_ranges(source, translation)
    yield from list(other_units(source, translation)) or swapped_numbers(source, translation)


def placeholders(msgid: str, msgstr: str) -> Iterator[str]:
    """`{region:key}`, `{name}`, `%s` and `[^note]` are the same, each as often.

    A program's name that the source repeats need not be repeated: a pronoun may say it.
    """
    ours, theirs = (Counter(_CODE_POINT.findall(text)) for text in (msgid, msgstr))
    both = bool(ours and theirs)  # One side may have the character itself.
    given = raw.slots(msgstr)
    wanted = raw.slots(msgid) - unrepeated(msgid, msgstr)
    yield from _parity(
        wanted + (ours if both else Counter()),
        given + (theirs if both else Counter()),
        ("Missing or changed", "Copy it from the source, letter by letter."),
        ("The source does not have this", "Use its placeholders and [^…] as they are there."),
    )


def unrepeated(msgid: str, msgstr: str) -> Counter[str]:
    """A program's names that the source has more often than the translation, which has each."""
    ours = raw.slots(msgid)
    if len(ours) == ours.total():
        return Counter()
    given = raw.slots(msgstr)
    short = ours - given
    return Counter(
        {one: few for one, few in short.items() if given[one] and not re.search(r":|^\[", one)}
    )


def code(msgid: str, msgstr: str) -> Iterator[str]:
    """Code between backticks is the same."""
    yield from _parity(
        raw.code_spans(msgid),
        raw.code_spans(msgstr),
        ("Code is missing or changed", "Copy it from the source as it is."),
        ("The source has no such code", "Take the backticks (`) away."),
    )


def tags(msgid: str, msgstr: str) -> Iterator[str]:
    """No HTML tag, comment or attribute list but those of the source, each as often."""
    yield from _parity(
        raw.tags(msgid),
        raw.tags(msgstr),
        ("HTML or attributes of the source are missing", "Copy them as they are."),
        ("HTML or attributes that the source does not have", "Take them out."),
    )


def markup(msgid: str, msgstr: str) -> Iterator[str]:
    """Bold stands in pairs, brackets and braces close, and no link is torn."""
    if raw.torn_links(msgstr) > raw.torn_links(msgid):
        yield "A space stands between ] and ( of a link. Take it out: [words](address)."
    for mark in ("**", "__", "`"):
        wanted, given = raw.count(msgid, mark), raw.count(msgstr, mark)
        if wanted != given:
            yield f"{mark} stands {given} times here and {wanted} times in the source. Match it."
        elif given and raw.idle(msgstr, mark) > raw.idle(msgid, mark):
            yield f"{mark} marks no words. Set it around them, without a blank: {mark}words{mark}."
    if raw.wordless_links(msgstr) > raw.wordless_links(msgid):
        yield "A link or a picture has no words. Write them between [ and ]."
    if odd := _new(raw.odd_braces(msgid), raw.odd_braces(msgstr)):
        yield f"Odd braces: {', '.join(odd)}. Write single braces, and only those of the source."
    yield from brackets(msgid, msgstr)


def brackets(msgid: str, msgstr: str) -> Iterator[str]:
    """Brackets pair up as they do in the source; how many there are is not compared.

    A list within a sentence has its own: a) one, b) two.
    """
    source, translation = (_ITEM.sub(" ", text) for text in (msgid, msgstr))
    for pair in ("[]", "{}", "()"):
        if raw.unpaired(source, *pair) != raw.unpaired(translation, *pair):
            yield f"The brackets {pair} do not pair up. Set them as in the source."


# ── characters ─────────────────────────────────────────────────────────────────────────────────
_CODE_POINT = re.compile(r"&#[xX]?[0-9a-fA-F]{1,7};")
_WORD_BREAK = re.compile("(?<=[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff])\u200b")
"""A zero-width space where scripts without blanks (Thai, Lao, Khmer, Myanmar) end a word."""
_MAYBE = "[&\u200c\u200d\u2060\u2066-\u2069]"
_ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?")


def invisible(_msgid: str, msgstr: str) -> Iterator[str]:
    """No character that hides, reorders or breaks text, typed or written as an entity."""
    text = unescape(_ENTITY.sub(_decoded, msgstr)) if "&" in msgstr else msgstr
    if "\u200b" in text:
        text = _WORD_BREAK.sub("", text)
    if bad := sorted({*FORBIDDEN.findall(text), *MISPLACED.findall(text)}):
        named = ", ".join(f"U+{ord(char):04X}" for char in bad)
        yield f"Invisible or damaged characters: {named}. Delete them, and type the words again."
    if raw.unpaired(re.sub("[\u2066-\u2068]", "\u2066", text), "\u2066", "\u2069") != (0, 0):
        yield "Marks of direction (U+2066 to U+2069) do not pair up. Close each with U+2069."


def _decoded(match: re.Match[str]) -> str:
    number = int(match.group(1), 16) if match.group(1) else int(match.group(2))
    return chr(number) if number < 0x110000 else "\ufffd"


# ── what guards share ──────────────────────────────────────────────────────────────────────────
def _parity(
    wanted: Counter[str], given: Counter[str], lost: tuple[str, str], new: tuple[str, str]
) -> Iterator[str]:
    """A sentence on what is missing, or added, or stands in another's place, and what to do."""
    if wanted == given:
        return
    absent, added = _new(given, wanted), _new(wanted, given)
    if absent:
        instead = f"; here stands {', '.join(added)}" if added else ""
        yield f"{lost[0]}: {', '.join(absent)}{instead}. {lost[1]}"
    else:
        yield f"{new[0]}: {', '.join(added)}. {new[1]}"


def _new(old: Counter[str], new: Counter[str]) -> list[str]:
    """What is in the second and not in the first, each as often as it is too many."""
    return sorted((new - old).elements())


_DIGIT = re.compile(r"[\d¼-¾⅐-⅞&]")

GUARDS: tuple[Guard, ...] = (
    Guard("words", words, "words", re.compile("")),
    Guard("links", links, "a link or an address", re.compile(r"[\[<@:&\\]|www\.")),
    Guard("labels", labels, "the label of a link", re.compile(r"\]\[")),
    Guard("phones", phones, "a phone number", re.compile(r"\d(?:\W{0,4}\d){6}|&")),
    Guard("placeholders", placeholders, "a placeholder or a note", re.compile(r"[\[{&%$@]")),
    Guard("numbers", numbers, "a number", _DIGIT),
    Guard("code", code, "code", re.compile("`")),
    Guard("tags", tags, "HTML", re.compile("[<{&]")),
    Guard("markup", markup, "marks such as ** or [", re.compile(r"[\[\](){}\uff08\uff09*_`]")),
    Guard("invisible", invisible, "a character", re.compile(f"{FORBIDDEN.pattern}|{_MAYBE}")),
)
"""Every guard; the check of the same name reports it."""
