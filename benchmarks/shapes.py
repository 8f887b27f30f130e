"""Short texts as programs have them: commands and labels, and messages that are almost the same."""

from benchmarks.words import Writer

_DONE = """
Open Close Save Delete Rename Copy Paste Cut Print Export Import Select Show Hide Add Remove Edit
View Search Replace Undo Redo Insert Move
"""
_NAMED = """
file folder image page table row column window tab menu item account password profile message
contact event task list filter rule option setting theme font border link bookmark download upload
"""
_SAID = "new old current selected all other next previous last hidden visible active empty"
_VERBS, _THINGS, _WHICH = _DONE.split(), _NAMED.split(), _SAID.split()
_ENDS = ("", "", "…", "?", ".")
_LIKE = (
    "Message {a}: the patient takes {b} tablets of {x} after {y}.",
    "Error {a} in file {x}/{y}.c, line {b}",
    "Cannot open {x} {a}: {y} {b} is missing",
    "Room {a}, bed {b}: {x} {y}",
)


def labels(writer: Writer, count: int) -> list[str]:
    """Commands and labels of two to seven words, from some sixty words."""
    pick, chance = writer.dice.choice, writer.dice.random
    found: dict[str, None] = {}
    while len(found) < count:
        words = [pick(_VERBS), pick(_WHICH), pick(_THINGS)]
        if chance() < 0.6:
            words += [pick(("in", "from", "to", "with")), pick(_WHICH), pick(_THINGS)]
        found[" ".join(words) + pick(_ENDS)] = None
    return list(found)


def numbered(writer: Writer, count: int) -> list[str]:
    """Messages from four moulds, which differ in two numbers and two words."""
    dice = writer.dice
    found: dict[str, None] = {}
    while len(found) < count:
        numbers = {"a": dice.randint(1, 9999), "b": dice.randint(2, 40)}
        words = {"x": writer.phrase(1, 1), "y": writer.phrase(1, 1)}
        found[dice.choice(_LIKE).format(**numbers, **words)] = None
    return list(found)
