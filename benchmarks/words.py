"""Invented words and sentences: they read like plain prose and say nothing about anything."""

from dataclasses import dataclass
from random import Random

_HEADS = (*"bdfghjklmnprstvwz", "br", "dr", "fl", "gl", "kl", "pl", "sk", "sl", "st", "tr")
_VOWELS = ("a", "e", "i", "o", "u", "ea", "oo", "ai")
_TAILS = ("", "", "", "", "", "l", "m", "n", "nd", "p", "r", "rt", "sh", "st", "t", "v", "x")
_OPENERS = ("The", "A", "Each", "Your", "This", "Any", "Every", "Our")
_JOINTS = ("of the", "with a", "near the", "and the", "or a", "after each", "before the", "in a")
_VERBS = ("is", "may be", "was", "can feel like", "comes with", "needs", "stays near", "follows")
_ENDS = (".", ".", ".", ".", "?", "!")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that nobody has used before."""

    words: tuple[str, ...]

    @classmethod
    def invented(cls, dice: Random, size: int) -> "Lexicon":
        """As many different words as asked for, of one to three syllables each."""
        words: dict[str, None] = {}
        while len(words) < size:
            word = "".join(_syllable(dice) for _ in range(dice.choice((1, 2, 2, 3))))
            if len(word) > 4:  # Shorter ones mean something: “237 mil” is a number in Spanish.
                words[word] = None
        return cls(tuple(words))


def _syllable(dice: Random) -> str:
    return f"{dice.choice(_HEADS)}{dice.choice(_VOWELS)}{dice.choice(_TAILS)}"


class Writer:
    """Writes phrases and sentences; the same dice give the same text."""

    def __init__(self, dice: Random, lexicon: Lexicon) -> None:
        self.dice, self._words = dice, lexicon.words
        self.notes: list[str] = []
        """Ids of the footnotes that the text refers to."""

    def phrase(self, least: int = 1, most: int = 3) -> str:
        """A few words, without markup."""
        return " ".join(self.dice.choices(self._words, k=self.dice.randint(least, most)))

    def title(self, least: int = 2, most: int = 5) -> str:
        """A heading's words."""
        return self.phrase(least, most).capitalize()

    def sentence(self) -> str:
        """One sentence of 8 to 18 words; about every second one holds markup or a number."""
        pick = self.dice.choice
        parts = [pick(_OPENERS), self.phrase(1, 2), pick(_VERBS), self._spiced(), pick(_JOINTS)]
        parts.append(self.phrase(1, 2))
        if self.dice.random() < 0.6:
            parts += [pick(_JOINTS), self.phrase(1, 3)]
        return " ".join(parts) + pick(_ENDS)

    def prose(self, least: int = 1, most: int = 2) -> str:
        """Some sentences on one line."""
        return " ".join(self.sentence() for _ in range(self.dice.randint(least, most)))

    def note(self, name: str) -> str:
        """A mark that refers to a footnote."""
        self.notes.append(name)
        return f"[^{name}]"

    def _spiced(self) -> str:
        """A few words, with something in them that a translation has to keep."""
        roll, words = self.dice.random(), self.phrase()
        if roll < 0.52:
            return words
        if roll < 0.66:
            return f"**{words}**"
        if roll < 0.78:
            return f"[{words}](https://{self.phrase(1, 1)}.example/{self.phrase(1, 1)})"
        if roll < 0.84:
            return f"`{self.phrase(1, 1)}` {words}"
        if roll < 0.96:
            return f"{words} {self.dice.randint(2, 400)} {self.phrase(1, 1)}"
        return (
            f"{words} on 0800 {self.dice.randint(100, 999)} {self.dice.randint(1000, 9999)} {words}"
        )
