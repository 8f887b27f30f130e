"""Leaflets say things in everyday words, with no word that dates, no slash and no shouting."""

import re
from collections.abc import Iterator

from pipeline.audit import Check, Circumstances
from pipeline.checks._prose import Prose, any_of, everything
from pipeline.checks._voice import Voice, is_english_source
from pipeline.document import Document
from pipeline.outcome import Outcome
from pipeline.registers import GlossaryTerm
from pipeline.style import Style, key_of

_SLASH = re.compile(r"(?<![\w./@:-])([a-z]{2,})\s?/\s?([a-z]{2,})(?![\w/]|\.\w)", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z']+(?![\w-])")

_Advice = dict[str, str]
"""What is wrong with a word and what to do, by the word in small letters; "" where all is well."""
_Finding = tuple[int, str, str]
"""(where it stands, the words, what is wrong and what to do)."""


def run(document: Document, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at every word that the author wrote, headings and alt texts among them."""
    voice = Voice("wording", "", circumstances.locale, circumstances.leaflet)
    blocks = everything(document) if is_english_source(document, circumstances.source) else []
    if not blocks:
        yield voice.say("inapplicable", "There is no English in its author's words here.")
        return
    advice = _advice(circumstances)
    pattern = any_of(advice)
    known = {key_of(word): said for word, said in advice.items()}
    is_clean = True
    for prose in blocks:
        found = [*_words(prose, pattern, known), *_marks(prose, circumstances.style)]
        for start, words, said in sorted(found):
            if not prose.allows(words) and not prose.term_at((start, start + len(words))):
                is_clean = False
                yield voice.say("failed", f"“{words}” {said}", prose.place, words.casefold())
    if is_clean:
        yield voice.say("passed", f"Blocks in everyday words: {len(blocks)}.")


def _advice(circumstances: Circumstances) -> _Advice:
    """What to say of each word; the glossary knows better than the lists."""
    style = circumstances.style
    found = {word: f"is to be avoided. Better: {better}." for word, better in style.avoid.items()}
    undated = "is true today, and not for ever. Name the date, or leave it out."
    found |= dict.fromkeys(style.undated, undated)
    longs = (entry.long for entry in circumstances.glossary.values() if entry.long)
    found |= dict.fromkeys((*style.fine, *longs), "")
    for entry in circumstances.glossary.values():
        found |= {word: _of_glossary(entry, word) for word in entry.words}
    return found


def _of_glossary(entry: GlossaryTerm, word: str) -> str:
    """What to say of a glossary's word; the better word for a short form may be one of its own."""
    instead = entry.instead.msgid if entry.instead else ""
    if entry.use != "avoid" or (instead and word.casefold().startswith(instead.casefold())):
        return ""
    better = f"Better: {instead}" if instead else "Say it in plain words"
    return f"is to be avoided. {better}, or link it in brackets: [{{}}](term:{entry.id})."


def _words(prose: Prose, pattern: re.Pattern[str], known: _Advice) -> Iterator[_Finding]:
    for match in pattern.finditer(prose.text):
        if said := known[key_of(match.group(0))]:
            yield match.start(), match.group(0), said.format(match.group(0))


def _marks(prose: Prose, style: Style) -> Iterator[_Finding]:
    """Words that are joined by a slash, and words that shout."""
    for match in _SLASH.finditer(prose.text):
        if not {one.casefold() for one in match.groups()} & set(style.units):
            said = "joins two words with a slash. Write “or”, or one of the two."
            yield match.start(), match.group(0), said
    for match in _CAPITALS.finditer(prose.text):
        if match.group(0) in style.stress:
            said = f"is in capitals for stress. Write {match.group(0).lower()}, or **bold**."
            yield match.start(), match.group(0), said


CHECK = Check("wording", "Leaflets use everyday words.", "", Document, run)
