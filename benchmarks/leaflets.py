"""A folder of invented leaflets, as varied as Markdown gets; the same seed makes the same bytes."""

import textwrap
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.words import Lexicon, Writer

SEED, LEXICON, HEADINGS = 20260, 4000, 60
"""Headings come from a list: leaflets of one house share many."""


def write_leaflets(folder: Path, count: int) -> int:
    """Write leaflets in sub-folders of fifty; how many bytes they hold."""
    dice = Random(SEED)  # noqa: S311  invented leaflets are no secret
    lexicon = Lexicon.invented(dice, LEXICON)
    writer = Writer(dice, lexicon)
    headings = tuple(writer.title() for _ in range(HEADINGS))
    size = 0
    for number in range(count):
        path = folder / f"part-{number // 50:02}" / f"leaflet-{number:03}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = _leaflet(writer, headings, number).encode()
        path.write_bytes(data)
        size += len(data)
    return size


def _leaflet(writer: Writer, headings: tuple[str, ...], number: int) -> str:
    dice = writer.dice
    writer.notes.clear()
    title = f"{writer.title()} {number}"
    blocks = [f"# {title}", writer.prose()]
    for heading in dice.sample(headings, dice.randint(2, 3)):
        blocks += [f"## {heading}", writer.prose()]
        for kind in dice.choices(_KINDS, weights=_WEIGHTS, k=dice.randint(2, 3)):
            blocks += kind(writer)
    if dice.random() < 0.3:
        blocks[1] += f" {writer.title(1, 3)}{writer.note(f'n{number}')}."
    blocks += [f"[^{name}]: {writer.prose()}" for name in writer.notes]
    front = f"---\ntitle: {title}\ndescription: {writer.sentence()}\n---\n\n"
    return (front if dice.random() < 0.4 else "") + "\n\n".join(blocks) + "\n"


# ── kinds of block ─────────────────────────────────────────────────────────────────────────────
def _paragraphs(writer: Writer) -> list[str]:
    """Some paragraphs, every second one wrapped as editors wrap."""
    texts = [writer.prose() for _ in range(writer.dice.randint(1, 3))]
    return [
        textwrap.fill(text, 80, break_long_words=False, break_on_hyphens=False)
        if writer.dice.random() < 0.5
        else text
        for text in texts
    ]


def _bullets(writer: Writer) -> list[str]:
    items = [f"- {writer.sentence()}" for _ in range(writer.dice.randint(2, 4))]
    return [f"{writer.title(3, 5)}:", "\n".join(items)]


def _nested(writer: Writer) -> list[str]:
    lines = []
    for _ in range(writer.dice.randint(2, 3)):
        lines.append(f"- {writer.sentence()}")
        lines += [f"    - {writer.sentence()}" for _ in range(writer.dice.randint(1, 3))]
    return ["\n".join(lines)]


def _ordered(writer: Writer) -> list[str]:
    steps = (writer.sentence() for _ in range(writer.dice.randint(2, 5)))
    return ["\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1))]


def _table(writer: Writer) -> list[str]:
    rows = [(writer.title(1, 2), writer.title(1, 2), writer.title(1, 2))]
    rows += [
        (writer.title(1, 2), writer.sentence(), writer.phrase(2, 4))
        for _ in range(writer.dice.randint(2, 5))
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return ["\n".join([lines[0], "| --- | --- | --- |", *lines[1:]])]


def _quote(writer: Writer) -> list[str]:
    return [f"> {writer.prose()}\n>\n> {writer.sentence()}"]


def _meanings(writer: Writer) -> list[str]:
    pairs = range(writer.dice.randint(1, 3))
    return [f"**{writer.title(1, 2)}** – {writer.sentence()}" for _ in pairs]


def _smaller(writer: Writer) -> list[str]:
    return [f"### {writer.title()}", writer.prose()]


_KINDS: tuple[Callable[[Writer], list[str]], ...] = (
    _paragraphs, _bullets, _nested, _ordered, _table, _quote, _meanings, _smaller,
)  # fmt: skip
_WEIGHTS = (6, 4, 2, 2, 1, 2, 1, 2)
