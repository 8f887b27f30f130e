"""The kinds of fault that are put into translations, and what is planted where none can be."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks import mutants, mutants_of_form
from benchmarks.mutants import Making
from benchmarks.mutated_words import Words

Planting = Callable[[Random, Words], tuple[str, str]]
"""(dice, words) → what is written behind the msgid, and behind the msgstr."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault."""

    name: str
    make: Making
    planting: Planting | None = None
    target: float | None = None
    """The share that has to fail."""
    markdown: bool = False
    """It is planted only where texts are Markdown; to a program, its marks are but characters."""


def alike(*texts: str) -> Planting:
    """One of some texts, on both sides."""

    def planting(dice: Random, _words: Words) -> tuple[str, str]:
        text = dice.choice(texts)
        return text, text

    return planting


def _measure(dice: Random, words: Words) -> tuple[str, str]:
    """A measure as a translator writes it: the same number, with the language's own unit."""
    english, here, _ = dice.choice(words.units or (("mg", "mg", "g"),))
    number = dice.randrange(3, 60)
    return f"({number} {english})", f"({number} {here})"


def _number(dice: Random, _words: Words) -> tuple[str, str]:
    text = dice.choice(("({0})", "= {0}", "({0} %)", "({0}.5)")).format(dice.randrange(2, 400))
    return text, text


def _phone(dice: Random, words: Words) -> tuple[str, str]:
    """A number from a range that is kept free for fiction, now and then in the digits of Arabic."""
    last = f"{dice.randrange(1000):03}"
    form = dice.choice(
        ("0808 157 0{}", "+44 20 7946 0{}", "(020) 7946 0{}", "01632 960{}", "0113-496-0{}")
    )
    text = form.format(last)
    arabic = words.language == "ar" and dice.random() < 0.5
    return text, text.translate({48 + n: 0x660 + n for n in range(10)}) if arabic else text


def _two_measures(dice: Random, words: Words) -> tuple[str, str]:
    """Two numbers that differ, each with a unit, or the first with a word that both sides have."""
    units = {one: here for one, here, _ in words.units} or {"mg": "mg", "ml": "ml"}
    (first, here), (second, there) = dice.sample(sorted(units.items()), 2)
    one, two = dice.sample(range(2, 60), 2)
    if dice.random() < 0.5:
        first = here = "PDF"
    return f"({one} {first}, {two} {second})", f"({one} {here}, {two} {there})"


_LINKS = alike(
    "https://www.example.org/help",
    "[NHS](https://www.example.org/a-z)",
    '<a href="https://example.org/page">FAQ</a>',
    "www.example.org/contact",
    "help@example.org",
    "[PDF](tel:+442079460123)",
)
_TWO_LINKS = alike(
    "[NHS](https://www.example.org/a) [WHO](https://www.example.net/b)",
    "https://example.org/first https://example.net/second",
    '<a href="https://example.org/x">FAQ</a> <a href="https://example.net/y">PDF</a>',
)
_SLOTS = alike("{name}", "%(total)s", "{region:nurse-line}", "{0}", "[^why]", "%s", "%d")
_TWO_SLOTS = alike("{name} ({total})", "%(count)s mg (%(name)s)", "<b>{0}</b> {1}")
_BOLD = alike("**NHS**", "**!**")
_BRACKETS = alike("(NHS)", "[NHS](https://example.org/)", "[x]", "({name})")
_CODE, _TAGS = alike("`pip install`", "`--force`"), alike("<b>NHS</b>", "<em>PDF</em>", "<br/>")
_TORN = alike("[NHS](https://example.org/)")
M, F = mutants, mutants_of_form

KINDS = (
    Kind("a digit changed", M.digit_changed, _number, 0.99),
    Kind("number dropped", M.number_dropped, _number, 0.99),
    Kind("number added", M.number_added, None, 0.99),
    Kind("unit changed", M.unit_changed, _measure),
    Kind("negation dropped", M.negation_dropped, None, 0.9),
    Kind("every negation dropped", M.all_negations_dropped),
    Kind("must → may", M.must_to_may),
    Kind("may → must", M.may_to_must),
    Kind("phone: a digit changed", M.phone_digit, _phone, 0.99),
    Kind("phone: two digits swapped", M.phone_swapped, _phone, 0.99),
    Kind("link changed", M.link_changed, _LINKS, 0.99),
    Kind("link dropped", M.link_dropped, _LINKS, 0.99),
    Kind("two links swapped", M.links_swapped, _TWO_LINKS),
    Kind("two numbers swapped", M.numbers_swapped, _two_measures),
    Kind("two placeholders swapped", M.placeholders_swapped, _TWO_SLOTS),
    Kind("placeholder dropped", M.placeholder_dropped, _SLOTS, 0.99),
    Kind("placeholder renamed", M.placeholder_renamed, _SLOTS, 0.99),
    Kind("placeholder doubled", M.placeholder_doubled, _SLOTS, 0.99),
    Kind("one ** lost", F.bold_torn, _BOLD, markdown=True),
    Kind("bold lost", F.bold_dropped, _BOLD, markdown=True),
    Kind("bracket lost", F.bracket_dropped, _BRACKETS),
    Kind("] (", F.link_torn, _TORN, markdown=True),
    Kind("code changed", F.code_changed, _CODE, markdown=True),
    Kind("tag lost", F.tag_dropped, _TAGS),
    Kind("half in English", F.left_english),
    Kind("word doubled", F.word_doubled),
    Kind("letter of another script", F.letter_replaced),
    Kind("hidden character", F.hidden_put_in),
    Kind("cut short", F.cut_short),
    Kind("short form changed", F.abbreviation_changed),
)
SWAPPED = "neighbours swapped"
"""The kind that takes two messages: each has the other's translation."""
