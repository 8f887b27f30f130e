"""What is said of a text's reading level: its figures, and the blocks to mend first.

A level is said where the language has anchors and a word list, and the text has words enough;
where it is not said, `Appraisal.silent` says why. Figures stand twice where terms are declared:
with the declared terms set aside, and with all words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.checks._levels import helped, unexplained, written
from pipeline.level import (
    Anchors,
    Formula,
    Level,
    Reading,
    formulas_for,
    hardest,
    measure,
    read,
)
from pipeline.level.reading import LONG_ENOUGH
from pipeline.place import Place
from pipeline.registers import GlossaryTerm
from pipeline.style import Style

APART = "Formulas of different languages have different scales: never compare their numbers."
TOO_FEW, CANNOT_TELL = "too few words", "cannot tell"
"""Why a level is not said, in short."""
UNSUPPORTED = "none"
SUPPORT = {
    "calibrated": "People rated texts in this language, and the level was fitted to that.",
    "linked, order checked": "Tied to English by texts that are the same in both. Where people "
    "rated texts in this language, the level told harder from easier ones; how far apart they are "
    "is less certain.",
    "linked, unchecked": "Tied to English by texts that are the same in both. It could not be "
    "tried on texts in this language that people rated.",
    "thin": "As “linked, unchecked”, and with a small list of words only. Take it as a hint.",
    UNSUPPORTED: "Nothing ties this language to English, or there is no list of its words. No "
    "level is given.",
}
"""What a level rests on, in plain words."""
MARGIN = (
    "± is one standard error. It counts how few words there are, and how far the same texts come "
    "out apart between languages. It leaves out what is unsure about the link of a language to "
    "English: that is what “rests on” is for."
)
"""What the error says, and what it does not."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item or a cell, and where a person finds it."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mend:
    """A block to mend, the reason, and what would help."""

    block: Block
    reason: str
    rare: tuple[str, ...]
    better: tuple[tuple[str, str], ...]
    """Words of the block that a list knows a plainer one for, with that one."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """How hard a text is to read."""

    language: str
    """The tag that it was read as."""
    reading: Reading
    """Declared terms set aside, where there are any."""
    whole: Reading | None
    """With all words; None where nobody knows which terms the text explains."""
    school: Level | None
    """School grades, of English only."""
    blocks: tuple[Block, ...] = ()
    aside: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """Why no level is said, in two or three words; empty where one is."""
        if self.reading.support == UNSUPPORTED:
            return CANNOT_TELL
        return "" if self.reading.is_long_enough else TOO_FEW

    @property
    def silent(self) -> str:
        """Why no level is said; empty where one is."""
        if self.short == CANNOT_TELL:
            return f"cannot tell: Plainleaf has no anchors or no word list for {self.language}"
        if self.short:
            return (
                f"none: {self.reading.words} words are fewer than {LONG_ENOUGH}, and the level of "
                "so few swings too much to mean anything"
            )
        return ""

    @property
    def level(self) -> float | None:
        """The level, where one is said."""
        return None if self.short else self.reading.level

    @property
    def said(self) -> str:
        """The level with one standard error and its band, “2.8 ± 0.5 (B1)”, or why none."""
        return self.short or written(self.reading)

    @property
    def texts(self) -> tuple[str, ...]:
        """The blocks' words."""
        return tuple(block.text for block in self.blocks)


def appraise(
    blocks: Sequence[Block],
    language: str,
    aside: Iterable[str] | None = None,
    *,
    anchors: Anchors | None = None,
    forms: Iterable[str] | None = None,
) -> Appraisal:
    """How hard blocks are; `aside` are declared terms, None where nobody knows them.

    `forms` are all forms of these terms that lists know, for the school grades of English.
    """
    texts, terms = tuple(block.text for block in blocks), tuple(aside or ())
    is_english = language.partition("-")[0] == "en"
    return Appraisal(
        language=language,
        reading=read(texts, language, aside=terms, anchors=anchors),
        whole=None if aside is None else read(texts, language, anchors=anchors),
        school=measure(texts, terms if forms is None else forms) if is_english else None,
        blocks=tuple(blocks),
        aside=terms,
    )


def to_mend(found: Appraisal, better: Mapping[str, str], number: int = 10) -> tuple[Mend, ...]:
    """The hardest blocks, the hardest first.

    `better` are plain alternatives by the word of this language that each stands in for.
    """
    made, plainer = [], unexplained(better, found.aside)
    for hard in hardest(found.texts, found.language, aside=found.aside, number=number):
        block = found.blocks[hard.index]
        pairs = tuple(helped(block.text, plainer))
        block = replace(block, text=" ".join(block.text.split()))
        made.append(Mend(block, hard.reason, hard.words, pairs))
    return tuple(made)


def better_words(style: Style, glossary: Iterable[GlossaryTerm] = ()) -> dict[str, str]:
    """The plain alternatives that lists and glossary know, by each form; the lists are English."""
    found = dict(style.avoid)
    for term in glossary:
        if term.use == "avoid" and term.instead:
            found |= dict.fromkeys(term.words, term.instead.msgid)
    return found


def of_formulas(found: Appraisal) -> tuple[tuple[Formula, float], ...]:
    """What each of the language's own formulas says, but for the school grades, said already."""
    school = ("Flesch-Kincaid", "SMOG") if found.school else ()
    others = (each for each in formulas_for(found.language) if each.name not in school)
    values = ((each, each.value(found.texts)) for each in others)
    return tuple((each, value) for each, value in values if value is not None)
