"""A page says which language it is in, and so does every part in another language.

Whether words are in the language that is said is judged by their script, which is certain, and by
the source's own words, where a whole block of them stands on a page unmarked. Two languages in one
script look alike to a machine.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from pipeline.artifact import Artifact
from pipeline.audit import Check, Circumstances
from pipeline.checks._html import Element, is_block, parsed, text_in
from pipeline.checks._voice import Voice, shortened
from pipeline.document import Document, text_of, words_of
from pipeline.locale import direction_of, is_tag
from pipeline.outcome import Outcome
from pipeline.place import Place

_REQUIREMENT = "WCAG 3.1.1, 3.1.2"
_SCRIPTS = {
    script: languages.split()
    for script, languages in {
        "ARABIC": "ar fa ur ps ckb sd ug",
        "CYRILLIC": "ru uk be bg mk sr kk ky mn tg",
        "DEVANAGARI": "hi mr ne sa",
        "BENGALI": "bn as",
        "GURMUKHI": "pa",
        "GUJARATI": "gu",
        "TAMIL": "ta",
        "GREEK": "el",
        "HEBREW": "he yi",
        "CJK": "zh yue ja ko",
        "HIRAGANA": "ja",
        "KATAKANA": "ja",
        "HANGUL": "ko",
        "LATIN": "en pl es fr pt it de nl ro cy tr so vi cs sk sl hr hu lt lv et fi sv da nb nn no "
        "is ga gd sq bs ca eu gl mt af sw ha yo ig zu id ms tl fil az uz tk ku",
    }.items()
}
_BY_SUBTAG = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Deva": "DEVANAGARI"}
_FEW = 3
"""Letters of another script that prove nothing: β, µ or an initial."""
_BLOCK_WORDS = 4
"""Words of a block that no translation leaves as they are by chance."""


def run(artifact: Artifact, circumstances: Circumstances) -> Iterator[Outcome]:
    """Look at the root element, at every direction, and at every piece of text."""
    voice = Voice(
        "language-marks", _REQUIREMENT, circumstances.locale, circumstances.leaflet, who="theme"
    )
    place = Place(artifact.path)
    if artifact.media_type != "text/html":
        yield voice.say("inapplicable", "This is no web page.", place)
        return
    page = parsed(artifact.data)
    problems = [
        *_root(page, circumstances.locale),
        *_directions(page),
        *_scripts(page),
        *_unmarked(page, circumstances.source),
    ]
    for sentence in dict.fromkeys(problems):
        yield voice.say("failed", sentence, place, sentence)
    if not problems:
        yield voice.say("passed", "The page and its parts say which language they are in.", place)


def _root(page: Element, locale: str) -> Iterator[str]:
    said = page.get("lang", "")
    wanted = locale or said
    if not is_tag(said) or said.casefold() != wanted.casefold():
        yield f'The page is in “{wanted}” and says lang="{said}". Set lang on its html element.'
    elif page.get("dir", "ltr") != direction_of(wanted):
        yield f'The page lacks dir="{direction_of(wanted)}". Set it on its html element.'


def _directions(page: Element) -> Iterator[str]:
    """A part whose language runs the other way than what is around it says so."""
    for element in page.iter():
        lang = element.get("lang")
        if lang is None or element is page or element.tag in {"meta", "title"}:
            continue
        if not is_tag(lang):
            yield f'lang="{lang}" is no language. Write a BCP 47 tag such as en.'
        elif _direction(element) != direction_of(lang):
            words = shortened(text_in(element))
            yield f'{words} is in “{lang}”. Set dir="{direction_of(lang)}" beside its lang.'


def _direction(element: Element) -> str:
    for one in (element, *element.iterancestors()):
        if one.get("dir") in {"ltr", "rtl"}:
            return str(one.get("dir"))
    return "ltr"


def _scripts(page: Element) -> Iterator[str]:
    """Text in a script in which its language is not written."""
    for element, text in _texts(page):
        lang = _language(element)
        expected = _scripts_of(lang)
        letters = [_script(char) for char in text if char.isalpha()]
        strange = [one for one in letters if one and expected and one not in expected]
        if len(strange) > _FEW and _is_certain(element, text, expected):
            yield f"{shortened(text)} is not in “{lang}” by its script. Mark it with its lang."


def _is_certain(element: Element, text: str, expected: frozenset[str]) -> bool:
    """Whether a strange script shows that a mark is absent.

    Names, addresses and Latin terms stand in texts of every script. So Latin letters count only
    where they make a sentence, in a block without a letter of the language that is said there.
    """
    if "LATIN" in expected:
        return True
    block = next((one for one in (element, *element.iterancestors()) if is_block(one)), element)
    if any(_script(char) in expected for char in text_in(block)):
        return False
    return sum(word[0].islower() for word in text.split()) >= _BLOCK_WORDS


def _texts(page: Element) -> Iterator[tuple[Element, str]]:
    """Every piece of text with the element whose language it is in."""
    for element in page.iter():
        if element.tag in {"script", "style"}:
            continue
        if element.text and element.text.strip():
            yield element, element.text
        for child in element:
            if child.tail and child.tail.strip():
                yield element, child.tail


def _language(element: Element) -> str:
    found = (one.get("lang") for one in (element, *element.iterancestors()))
    return next((lang for lang in found if lang), "")


def _scripts_of(lang: str) -> frozenset[str]:
    """The scripts that a language is written in; none where they are not known here."""
    language, _, rest = lang.partition("-")
    subtag = next((part for part in rest.split("-") if part in _BY_SUBTAG), "")
    if subtag:
        return frozenset({_BY_SUBTAG[subtag]})
    return frozenset(script for script, known in _SCRIPTS.items() if language in known)


@cache
def _script(char: str) -> str:
    """The script of a letter; nothing for letters of none that is told apart here."""
    script = unicodedata.name(char, "").partition(" ")[0]
    return script if script in _SCRIPTS else ""


def _unmarked(page: Element, source: Document | None) -> Iterator[str]:
    """Whole blocks of the source's words that do not say that they are in its language."""
    if source is None or page.get("lang") == source.locale:
        return
    texts = {" ".join(text_of(words.children).split()) for words in words_of(source)}
    known = {text for text in texts if len(text.split()) >= _BLOCK_WORDS}
    for element in page.iter():
        if is_block(element) and (text := text_in(element)) in known:
            inner = [_language(one) for one, _ in _texts(element)]
            if source.locale not in inner:
                yield f"{shortened(text)} is in “{source.locale}”. Mark its element with lang."


CHECK = Check("language-marks", "Every part says its language.", _REQUIREMENT, Artifact, run)
