"""The glossary as a part of a document: every word, in the order of the reader's alphabet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from pipeline.alphabet import alphabetical, initial
from pipeline.document import (
    Block,
    Document,
    Entry,
    Glossary,
    Group,
    Heading,
    Segment,
    Text,
    Words,
    text_of,
)
from pipeline.locale import locale_of
from pipeline.localise import Localised
from pipeline.registers import GLOSSARY, WORDS_SECTION, GlossaryTerm


def with_words(
    documents: Mapping[str, Document], terms: Iterable[GlossaryTerm], localised: Localised
) -> dict[str, Document]:
    """The documents of a locale; the leaflet `glossary`, if there is one, with every word in it."""
    found = dict(documents)
    if GLOSSARY in found:
        entries = tuple(_entries(found, terms, localised))
        groups = _groups(entries, found[GLOSSARY].locale)
        blocks = tuple(_placed(found[GLOSSARY].blocks, Glossary(groups)))
        found[GLOSSARY] = replace(found[GLOSSARY], blocks=blocks)
    return found


def _entries(
    documents: Mapping[str, Document], terms: Iterable[GlossaryTerm], localised: Localised
) -> Iterator[Entry]:
    for term in terms:
        users = [
            name
            for name, document in documents.items()
            if any(each.id == term.id for each in document.terms)
        ]
        yield Entry(
            id=term.id,
            term=_words(term.term, localised),
            meaning=_words(term.meaning, localised),
            instead=_words(term.instead, localised) if term.instead else None,
            leaflets=tuple(users),
        )


def _words(segment: Segment, localised: Localised) -> Words:
    text, shown = localised.choice(segment)
    return Words((Text(text),), segment, shown)


def _groups(entries: Iterable[Entry], tag: str) -> tuple[Group, ...]:
    locale = locale_of(tag)
    ordered = sorted(entries, key=lambda one: alphabetical(text_of(one.term), locale))
    letters = groupby(ordered, key=lambda one: initial(text_of(one.term), locale))
    return tuple(Group(letter, tuple(several)) for letter, several in letters)


def _placed(blocks: Iterable[Block], glossary: Glossary) -> Iterator[Block]:
    """The blocks with the glossary at the end of its section."""
    within = False
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            if within:
                yield glossary
            within = block.anchor == WORDS_SECTION
        yield block
    if within:
        yield glossary
