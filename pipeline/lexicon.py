"""The words that a sentence stands or falls with: negations, modals, units, body parts, numbers.

Each language that Plainleaf knows has a file in `data/lexicon/`. A list is one text, its entries
parted by commas; small and capital letters count as the same. In an entry `*` is any letters, `#`
is a number. Where entries overlap, the one with more words counts, then the one without `*`, then
the longer one; so a list of what is spared can take back what a shorter entry would find.

Negating words are of five kinds:

- `words` negate, each for itself;
- `echoes` repeat a negation, as Polish “nigdy” stands beside a verb that has its own “nie”;
- `forms` hold a negation within the word (“unclear”);
- `turns` may stand where another language negates (“avoid”, “only”);
- `hints` say nothing of the kind, but a translation that negates beside them is no surprise
  (“wrong”, “yet”).

Some languages say a negation in two words, and what is left where one is dropped is no sentence.
Their table `torn` has the `halves` that stand only behind a negation (“est pas”, “hay ningún”), or
twice (“ni … ni”), and the `finite` verbs beside which no echo stands without one; without such a
list, none ever does. A `lone` half has a negation soon behind it (“ne … pas”), one of the words
`behind` in its clause, one of the words `before` in front of it (“aucun … ne”), or `either`.

A list `not_NAME` holds set phrases that deny only where the translation has a word of its list
`NAME`: “no more than” may be “najwyżej”, and where it is “więcej niż”, a “nie” stands before it.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.wordpattern import SIGNS, Words, entries, fold, words

_FOLDER = Path(__file__).parent / "data" / "lexicon"
_LETTER = rf"[\w{SIGNS}]"
_PLAIN = {"latn", "cyrl"}
"""Scripts of which `\\w` finds every letter; a pattern with `_LETTER` takes longer to make."""
_ALSO = {"no": "nb", "nn": "nb"}
"""Languages that are read with the lists of another: both written forms of Norwegian."""
_KINDS = ("words", "echoes", "forms", "turns", "hints")
_SOON = 8
"""How many words from its first half on a negation has its second, as French “ne … pas”."""
_CLAUSE_END = re.compile(r"[,;:().!?]")
_JOINT = re.compile(r"[\s-]*(?:and|i|و)?[\s-]*و?")


@dataclass(frozen=True, slots=True)
class Negation:
    """The negating words of one text, by kind, as they are written but for capitals."""

    words: tuple[str, ...] = ()
    echoes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    phrases: Counter[str] = field(default_factory=Counter)
    """How many words there are of each list `not_NAME` and `NAME`."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What Plainleaf knows of the words of one language."""

    language: str
    """The name of its file: `pl`, or `zh-hant` where a script has one of its own."""
    tables: Mapping[str, Words] = field(repr=False)
    concord: bool = False
    """An echo never stands alone: without a negating word beside it, something was lost."""
    prefixed: bool = False
    """A verb may hold its negation, so that a form is beside an echo what a word is."""
    sure: bool = False
    """The lists hold so much that a negation in one language alone cannot be by chance."""

    def negation(self, text: str) -> Negation:
        """The negating words of a text, by kind."""
        kinds: dict[str, list[str]] = {}
        for kind, match in self.tables["negation"].found(fold(text)):
            kinds.setdefault(kind, []).append(match.group(0))
        kinds.pop("spared", None)
        told = {kind: tuple(kinds.pop(kind, ())) for kind in _KINDS}
        told["turns"] += tuple(kinds.get("only", ()))
        return Negation(**told, phrases=Counter({kind: len(kinds[kind]) for kind in kinds}))

    def torn(self, sentence: str) -> str:
        """A half of a negation in a sentence that has not the other half."""
        text = fold(sentence)
        found = tuple(self.tables["torn"].found(text)) if "torn" in self.tables else ()
        often = Counter(match[0] for _, match in found)
        for at, (kind, match) in enumerate(found):
            rest = _CLAUSE_END.split(text[match.start() :])[0]
            till = match.start() + len(rest)
            behind = any(
                one in {"behind", "either"} and two.start() < till for one, two in found[at:]
            )
            ahead = any(one in {"before", "either"} for one, _ in found[:at])
            soon = self.negation(" ".join(rest.split()[:_SOON])).words
            lone = kind == "lone" and not (behind or ahead or soon)
            if lone and len(rest.split()) > 1:
                return match.group(0)
            if kind == "halves" and often[match[0]] < 2 and not self._denied_before(match):
                return match.group(0)
        return ""

    def _denied_before(self, half: re.Match[str]) -> bool:
        """Whether what a half needs in front of it is there; it may hold a negation itself."""
        ahead = self.negation(half.string[: half.start()])
        if "lone" in self.tables["torn"].kinds:
            return bool(ahead.echoes) or "ne" in " ".join(ahead.words).split()
        within = self.negation(half[0])
        return any((ahead.words, ahead.echoes, ahead.forms, within.words, within.forms))

    def is_clause(self, text: str) -> bool:
        """Whether a text has more than two words, and a verb where the language has a list of them.

        An article or a negation that lost its vowel is a word of its own.
        """
        verbs = self.tables.get("torn")
        said = {kind for kind, _ in verbs.found(fold(text))} if verbs else {"finite"}
        known = verbs is None or "finite" not in verbs.kinds or "finite" in said
        return known and len(text.replace("'", " ").replace("’", " ").split()) > 2

    def negations(self, text: str) -> tuple[str, ...]:
        """The negating words of a text in order, without those that only may stand for one."""
        found = self.tables["negation"].found(fold(text))
        return tuple(
            match.group(0) for kind, match in found if kind in {"words", "echoes", "not_more"}
        )

    def modals(self, text: str) -> Counter[str]:
        """How often a text obliges or allows: `must`, `must not`, `should`, `may`."""
        found = self.strengths(text)
        found["may"] += found.pop("need not", 0)
        return +found

    def strengths(self, text: str) -> Counter[str]:
        """The same with `need not` apart, where the language has a list of it."""
        return Counter(
            kind.replace("_", " ")
            for kind, _ in self.tables["modality"].found(fold(text))
            if kind != "spared"
        )

    def units(self, text: str) -> Counter[str]:
        """The units of measure of a text, each by its symbol, the same in every language."""
        return self._counted("units", text)

    def body_parts(self, text: str) -> Counter[str]:
        """The parts of the body that a text names, each by its English word."""
        return self._counted("body", text)

    def number_words(self, text: str) -> tuple[Fraction, ...]:
        """The values of the words for numbers, ordinals among them; “twenty-one” is one number."""
        if "numbers" not in self.tables:
            return ()
        text = fold(text)
        values: list[Fraction] = []
        end = 0
        for kind, match in self.tables["numbers"].found(text):
            value, joint = Fraction(kind), text[end : match.start()]
            together = values and _JOINT.fullmatch(joint)
            joined = _joined(values[-1], value) if together else None
            values[-1:] = [*values[-1:], value] if joined is None else [joined]
            end = match.end()
        return tuple(values)

    def _counted(self, table: str, text: str) -> Counter[str]:
        if table not in self.tables:
            return Counter()
        return Counter(kind for kind, _ in self.tables[table].found(fold(text)))


def _joined(before: Fraction, value: Fraction) -> Fraction | None:
    """One number of two words beside each other; None where they are two."""
    if value in {100, 1000, 10**6, 10**9} and before < value:
        return before * value
    if before >= 20 and before.denominator == value.denominator == 1:
        step = 10 ** (len(str(before.numerator)) - len(str(before.numerator).rstrip("0")))
        return _sum(before, value, step)
    if value in range(20, 100, 10) and before < 10:  # One and twenty, as in Arabic.
        return before + value
    return None


def _sum(before: Fraction, value: Fraction, step: int) -> Fraction | None:
    return before + value if 0 < value < step else None


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lists of a BCP 47 tag; None where there are none for the language, or its script."""
    parts = language.lower().replace("_", "-").split("-")
    parts[0] = _ALSO.get(parts[0], parts[0])
    for end in range(len(parts), 0, -1):
        path = _FOLDER / f"{'-'.join(parts[:end])}.toml"
        if path.is_file():
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            scripts = data["writing"]["scripts"].lower().split(", ")
            other = [part for part in parts[end:] if len(part) == 4 and part.isalpha()]
            return None if set(other) - set(scripts) else _lexicon(path.stem, data)
    return None


def _lexicon(name: str, data: dict[str, Any]) -> Lexicon:
    writing = data["writing"]
    plain = set(writing["scripts"].lower().split(", ")) <= _PLAIN
    letter = "" if writing.get("joined") else r"\w" if plain else _LETTER
    tables = {
        table: words(
            {kind: one for kind, one in data[table].items() if isinstance(one, str)},
            _before(writing, table),
            letter,
        )
        for table in data
        if table != "writing"
    }
    known = data["negation"]
    flags = {flag: bool(known.get(flag)) for flag in ("concord", "prefixed", "sure")}
    return Lexicon(name, tables, **flags)


def _before(writing: Mapping[str, str], table: str) -> str:
    """What may be written together with a word, in front of it, as a pattern."""
    lists = [writing.get("before", "")]
    if table in {"units", "body", "numbers"}:
        lists.append(writing.get("before_nouns", ""))
    parts = [sorted(map(fold, entries(one)), key=len, reverse=True) for one in lists if one]
    return "".join(f"(?:{'|'.join(part)})?" for part in parts)
