"""Inlines as plain text, with words for what has no letters: links, notes, pictures, gaps."""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from lxml import etree

from pipeline import document as doc
from pipeline.artifact import Interface, filled
from pipeline.document import Direction, Inline, Words
from pipeline.locale import direction_of, locale_of, name_in
from pipeline.renderers._columns import fold, isolate, unbroken

_SVG = "{http://www.w3.org/2000/svg}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ISOLATES = "\u2066\u2067\u2068\u2069"
_CLOSERS = "”’\"')]»" + _ISOLATES


class Voice:
    """The words of the interface, isolated where they are a fallback that runs the other way."""

    def __init__(self, interface: Interface, direction: Direction) -> None:
        self.interface, self.direction = interface, direction

    def text(self, msgid: str, **values: str | int) -> str:
        """The words with `{name}` filled in, for text in the direction of the page."""
        words, shown = self.interface.choose(msgid)
        if shown.direction == self.direction:
            return filled(words, shown.lang, **values)
        inner = {name: self._within(value) for name, value in values.items()}
        return isolate(filled(words, shown.lang, **inner), shown.direction)

    def _within(self, value: str | int) -> str | int:
        """A value for a sentence that runs the other way."""
        plain = isinstance(value, int) or value.isascii()
        return value if plain else isolate(str(value), self.direction)


class Plain:
    """Says inlines in plain text, with words of the interface where they need some."""

    def __init__(self, interface: Voice, locale: str, direction: Direction) -> None:
        self.interface, self.locale, self.direction = interface, locale, direction
        self.tongue = locale
        """The language of the words that are being said."""

    def phrase(self, words: Words, around: Direction | None = None) -> str:
        """The words of a segment; isolated where the text around runs the other way."""
        own = words.shown.direction
        said = self._spoken(words.shown.lang, words.children, own)
        return self._within(said, own, around or own)

    def labelled(self, words: Words) -> str:
        """A phrase in the page's direction that says its language if it is a fallback."""
        phrase = self.phrase(words, self.direction)
        if not words.shown.is_fallback:
            return phrase
        return self.in_language(words.shown.lang, phrase)

    def in_language(self, tag: str, words: str) -> str:
        """Words with the name of their language, in the language of the page."""
        language = name_in(locale_of(tag), locale_of(self.locale))
        # Translators: words within a sentence that are not translated, such as “(English: bone)”.
        return self.interface.text("({language}: {words})", language=language, words=words)

    def inlines(self, children: Iterable[Inline], around: Direction) -> str:
        """Inlines that stand in words of the direction `around`; a line feed is a line break."""
        return "".join([self._inline(child, around) for child in children])

    def _spoken(self, lang: str, children: Iterable[Inline], around: Direction) -> str:
        """Inlines in a language of their own."""
        before, self.tongue = self.tongue, lang
        said = self.inlines(children, around)
        self.tongue = before
        return said

    def sentence(self, text: str) -> str:
        """A text with the mark that ends a sentence, unless it has one."""
        if text.rstrip(_CLOSERS)[-1:] in set(".!?…:;。！？｡।॥؟۔։።။។៕"):  # noqa: RUF001  full width
            return text
        # Translators: a sentence and the mark that ends it, as “{sentence}。” in Chinese.
        return self.interface.text("{sentence}.", sentence=text)

    def _inline(  # noqa: C901, PLR0911  a table of kinds, no logic
        self, node: Inline, around: Direction
    ) -> str:
        match node:
            case doc.Text() | doc.Code():
                return fold(node.text)
            case doc.LineBreak():
                return "\n"
            case doc.Link():
                return self._link(node, around)
            case doc.Language():
                words = self._spoken(node.lang, node.children, node.direction)
                return self._within(words, node.direction, around)
            case doc.Datum():
                return self._datum(node, around)
            case doc.FootnoteReference():
                # Translators: the mark in a text that leads to a note at its end.
                mark = self.interface.text("note {number}", number=str(node.number))
                return " " + self._within(unbroken(f"({mark})"), self.direction, around)
            case doc.InlineImage():
                return self._within(self.picture(fold(node.alt)), self.direction, around)
            case doc.Abbreviation():
                return f"{self.inlines(node.children, around)} ({fold(node.title)})"
            case doc.RawInline():
                return plain_text(node.html)
            case doc.Strong() | doc.Emphasis() | doc.Planned() | doc.Term():
                return self.inlines(node.children, around)

    def picture(self, alt: str) -> str:
        """Words in place of a picture; none where it is decoration."""
        if not alt:
            return ""
        # Translators: stands in place of a picture and says what it shows.
        return self.interface.text("[Picture: {alt}]", alt=alt)

    def _link(self, node: doc.Link, around: Direction) -> str:
        """A link's words, and its address where a reader of paper can use it."""
        words = self.inlines(node.children, around)
        scheme, _, rest = node.href.partition(":")
        if scheme in {"http", "https"}:
            address = node.href.removeprefix("https://")
        elif scheme == "mailto":
            address = rest.partition("?")[0]
        elif scheme == "tel" and any(map(str.isdigit, words)):
            return self._within(unbroken(words), "ltr", around)
        else:
            address = rest if scheme == "tel" else ""
        asides = [fold(node.title)] if node.title else []
        if address and words not in {address, node.href}:
            asides.append(self._within(address, "ltr", around))
        return " ".join([words, *[f"({aside})" for aside in asides if aside != words]])

    def _datum(self, node: doc.Datum, around: Direction) -> str:
        if not node.value or not node.value.text:
            # Translators: stands in place of a phone number or address that is not known yet.
            missing = self.interface.text("to be supplied")
            return self._within(missing, self.direction, around)
        text = fold(node.value.text)
        if node.value.kind in {"phone", "text-phone"}:
            return self._within(unbroken(text), "ltr", around)
        if node.value.kind in {"url", "email"}:
            return self._within(text, "ltr", around)
        return self._named(text, node.value.lang, around)

    def _named(self, text: str, lang: str, around: Direction) -> str:
        """Words with the name of their language where those around them are in another."""
        if lang in {"", self.tongue}:
            return text
        inner = self._within(text, direction_of(lang), self.direction)
        return self._within(self.in_language(lang, inner), self.direction, around)

    def _within(self, text: str, direction: Direction, around: Direction) -> str:
        return isolate(text, direction) if text and direction != around else text


class _Letters(HTMLParser):
    """Gathers the text of markup, and the words that stand in for its pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the words for a picture."""
        self.found += [value or "" for name, value in attrs if (tag, name) == ("img", "alt")]


def plain_text(html: str) -> str:
    """The text of sanitised HTML."""
    letters = _Letters()
    letters.feed(html)
    letters.close()
    return fold("".join(letters.found))


def picture_labels(picture: bytes) -> Iterator[tuple[str, str]]:
    """The labels in an SVG picture in the order of the file, each with its language if it says one.

    Pictures of other kinds have none.
    """
    if b"<svg" not in picture:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for label in etree.fromstring(picture, parser).iter(f"{_SVG}text"):
        text = " ".join("".join(map(str, label.itertext(with_tail=False))).split())
        if text:
            yield text, label.get(_LANG) or ""
