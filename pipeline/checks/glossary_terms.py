"""A medical term is one word throughout: the one that the locale's glossary has for it.

Words are compared by stems, so that any inflected form will do; `[forms]` in the locale's
style.toml adds patterns for forms that begin in another way. What a text may say in other words is
for a translator to decide: a finding is a warning. A link that says the whole of another term than
it leads to, such as “negative” for “positive”, is wrong.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline.audit import Check, Circumstances
from pipeline.catalogue import Catalogue
from pipeline.checks._akin import uses, uses_whole
from pipeline.checks._messages import Pair, pairs
from pipeline.checks._voice import Voice
from pipeline.localstyle import LocalStyle
from pipeline.markup import linked, running
from pipeline.outcome import Outcome
from pipeline.registers import GLOSSARY, GlossaryTerm
from pipeline.wordpattern import fold

_LINK = "term:"


def run(catalogue: Catalogue, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at each message whose source links or names a term of the glossary."""
    voice = Voice(
        "glossary-terms", "", circumstances.locale, circumstances.leaflet, who="translator"
    )
    terms = _translated(circumstances)
    if not terms or catalogue.leaflet in {GLOSSARY, "interface"}:
        said = "There is no glossary to compare with, or this is a list of words itself."
        yield voice.say("inapplicable", said, catalogue.place)
        return
    compared = found = 0
    owners = _owners(circumstances.glossary)
    for pair in pairs(catalogue):
        for name, text, is_link in _places(pair, owners):
            if name not in terms:
                continue
            compared += 1
            if other := _another(text, name, terms) if is_link else "":
                found += 1
                said = f"This leads to “{terms[name]}”, and says “{other}”. Compare the source."
                yield voice.say("failed", said, pair.message.place, f"{name}: {pair.msgid}")
            elif not uses(text, terms[name], circumstances.local.forms.get(name, ())):
                found += 1
                said = _said(terms[name], circumstances.local)
                yield voice.say("cantTell", said, pair.message.place, f"{name}: {pair.msgid}")
    if not found:
        yield voice.say("passed", f"Uses of terms compared: {compared}.", catalogue.place)


def _said(term: str, local: LocalStyle) -> str:
    where = "[forms] in style.toml" if local.register else "[forms] in a style.toml"
    return (
        f"The glossary says “{term}” here. Use its word, or add the form that stands here to "
        f"{where}."
    )


def _translated(circumstances: Circumstances) -> Mapping[str, str]:
    """The locale's word for each term, by id."""
    beside = (one for one in circumstances.beside if one.leaflet == GLOSSARY)
    catalogue = next(beside, None)
    messages = catalogue.by_key() if catalogue else {}
    found = {}
    for name, term in circumstances.glossary.items():
        message = messages.get((term.term.msgctxt, term.term.msgid))
        if message and message.msgstr and term.use != "avoid":
            found[name] = message.msgstr
    return found


def _places(pair: Pair, owners: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """(term, text that should use it, whether that is a link's words and not the whole text)."""
    told = [(target, words) for words, target in linked(pair.msgstr)]
    seen = set()
    for _, target in linked(pair.msgid):
        name = target.removeprefix(_LINK)
        if target.startswith(_LINK):
            seen.add(name)
            words = " ".join(said for where, said in told if where == target)
            yield name, words or pair.msgstr, bool(words)
    for match in _names(tuple(owners)).finditer(fold(running(pair.msgid))):
        name = owners[" ".join(match.group(0).split())]
        if name not in seen:
            seen.add(name)
            yield name, pair.msgstr, False


def _another(text: str, name: str, terms: Mapping[str, str]) -> str:
    """The term that a link says whole while it leads to one that it does not: its opposite, say."""
    own = terms[name]
    if uses_whole(text, own):
        return ""
    others = (term for other, term in terms.items() if other != name and uses_whole(text, term))
    return next((term for term in others if not uses_whole(own, term)), "")


def _owners(glossary: Mapping[str, GlossaryTerm]) -> dict[str, str]:
    """The id of the term that each word of the source belongs to."""
    return {fold(word): name for name, term in glossary.items() for word in term.words}


@lru_cache(maxsize=8)
def _names(words: tuple[str, ...]) -> re.Pattern[str]:
    """Every word of the glossary, the longest first, so that “bone scan” is no “scan”."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])")


CHECK = Check("glossary-terms", "Medical terms are those of the glossary.", "", Catalogue, run)
