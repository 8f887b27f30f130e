"""Documents made by hand that hold every kind of node, for tests that need no reader."""

from collections.abc import Callable
from datetime import date

from pipeline import document as d
from pipeline.artifact import Context, Format, Interface, Offer
from pipeline.document import Inline, Segment, Shown, Text, Words
from pipeline.locale import locale_of
from pipeline.renderers._index import by_autonym, page
from tests.browser.sample_interface import ARABIC, POLISH

LEAFLET = "signs"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120" role="img">'
    b'<path d="M20 60h280" stroke="#25211c" stroke-width="4"/><circle cx="90" cy="60" r="26" '
    b'fill="#e3efea" stroke="#0b4f4a" stroke-width="4"/><circle cx="230" cy="60" r="14" '
    b'fill="#f7ebd6" stroke="#0b4f4a" stroke-width="4"/></svg>'
)
PHONE = d.Value("0800 111 4000", "phone", date(2026, 11, 1))
MAIL = d.Value("nurse@example.org", "email")
SITE = d.Value("www.example.org/help", "url")
HOURS = d.Value("09:00 to 17:00", "hours")
URGENT = d.Value("999", "phone")

CATALOGUES: dict[str, dict[str, str]] = {"en": {}, "pl": POLISH, "ar": ARABIC}

Say = Callable[..., Words]


def interface(locale: str, asked: set[str] | None = None) -> Interface:
    """The interface in a locale; what it has no words for is said in English."""
    direction = locale_of(locale).direction

    def choose(msgid: str) -> tuple[str, Shown]:
        if asked is not None:
            asked.add(msgid)
        words = CATALOGUES[locale].get(msgid)
        if words:
            return words, Shown("translation", None, locale, direction)
        return msgid, Shown() if locale == "en" else Shown("fallback", "missing")

    return Interface(locale, direction, choose=choose)


def formats(folder: str) -> tuple[Format, ...]:
    """Five sizes of large print; `folder` leads from the page to the leaflet's folder."""
    return tuple(
        Format(
            Offer(
                "Plain text. Choose the size of letters that is easiest for you to read.",
                f"Large print, {points} point (pages: 9, 12 KB)",
                "Large print, plain text:",
                f"{points} point",
            ),
            f"{folder}large-print-{points}pt.txt",
        )
        for points in (16, 18, 20, 24, 28)
    )


def context(locale: str, asked: set[str] | None = None) -> Context:
    """What a renderer knows of the sample leaflet."""
    here = locale_of(locale)
    pages = [page(locale_of(tag), here, f"../../{tag}/{LEAFLET}/index.html") for tag in CATALOGUES]
    return Context(
        site="Plainleaf",
        interface=interface(locale, asked),
        pages=by_autonym(tuple(pages)),
        formats=formats(""),
        pictures={"images/body-map.svg": SVG},
    )


def speaker(locale: str, *, machine: bool = False) -> Say:
    """Makes words of strings and inlines, shown as source or as a translation into a locale."""
    shown = (
        Shown()
        if locale == "en"
        else Shown("translation", None, locale, locale_of(locale).direction, machine)
    )

    def say(*parts: str | Inline) -> Words:
        return spoken(shown, *parts)

    return say


def spoken(shown: Shown, *parts: str | Inline) -> Words:
    """Words of strings and inlines, with how they came to be."""
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in parts)
    return Words(inlines, Segment(LEAFLET, "paragraph", d.text_of(inlines)), shown)


def fallback(*parts: str | Inline) -> Words:
    """English words that stand in for a translation."""
    return spoken(Shown("fallback", "missing"), *parts)


def table(*rows: tuple[Words, ...], caption: Words | None) -> d.Table:
    """A table whose first row holds the column heads."""
    cells = [tuple(d.Cell(words) for words in row) for row in rows]
    return d.Table(cells[0], tuple(cells[1:]), caption)


def document(locale: str, meta: d.Meta, blocks: tuple[d.Block, ...], **more: object) -> d.Document:
    """A draft of the sample leaflet."""
    direction = locale_of(locale).direction
    return d.Document(LEAFLET, locale, direction, "gb", "draft", meta, blocks, **more)  # type: ignore[arg-type]  # passed on


def english() -> d.Document:
    """The leaflet in English, with every kind of node that authors can write."""
    say = speaker("en")
    meta = d.Meta(
        say("Signs to look out for"),
        say("What to notice, whom to tell, and how soon. You do not have to do it alone."),
        "Signs to look out for",
        "0.1",
    )
    return document(
        "en",
        meta,
        (*_opening(say), *_advice(say), *_lists(say), *_tables(say), *_end(say)),
        footnotes=(
            d.Footnote("team", 1, (d.Paragraph(say("A team may be in another hospital.")),), 2),
        ),
        terms=(
            d.Explained(
                "lymph-node",
                say("lymph node"),
                say("A small part of the body, the size of a bean, that helps to fight germs."),
            ),
        ),
    )


def _opening(say: Say) -> tuple[d.Block, ...]:
    items = ("Most new aches have a simple cause.", "Tell your team if one does not go away.")
    term = d.Term("lymph-node", (Text("lymph nodes"),), first=True)
    return (
        d.Callout(
            "key-points",
            None,
            (d.List(ordered=False, items=tuple(d.ListItem((say(i),)) for i in items)),),
        ),
        d.Heading(2, "what-to-notice", say("What to notice")),
        d.Paragraph(
            say(
                "A sign is something new in your body. Some people feel a lump in their ",
                term,
                ". You know your body best, so ",
                d.Strong((Text("trust what you notice"),)),
                ".",
                d.FootnoteReference("team", 1, 1),
                d.FootnoteReference("team", 1, 2),
            )
        ),
        d.Paragraph(
            say(
                "Read about ",
                d.Planned("care", (Text("care at home"),)),
                ", see ",
                d.Link("#what-to-do", (Text("what to do"),)),
                " or look at ",
                d.Link("https://www.nhs.uk/", (Text("the NHS website"),)),
                ".",
                d.LineBreak(),
                "Polish speakers greet you with ",
                d.Language("pl", "ltr", (Text("dzień dobry"),)),
                ".",
            )
        ),
    )


def _advice(say: Say) -> tuple[d.Block, ...]:
    return (
        d.Image(
            "images/body-map.svg",
            say("A line with two circles, one large and one small"),
            say("Signs can come in one place or in more."),
        ),
        d.Heading(2, "what-to-do", say("What to do")),
        d.Callout(
            "warning",
            say("Call for help at once"),
            (d.Paragraph(say("If you cannot breathe, call ", d.Datum("urgent", URGENT), ".")),),
        ),
        d.Callout(
            "action",
            say("Call your nurse line"),
            (
                d.Paragraph(
                    say(
                        "Phone ",
                        d.Datum("phone", PHONE),
                        " from ",
                        d.Datum("hours", HOURS),
                        ", write to ",
                        d.Datum("mail", MAIL),
                        " or go to ",
                        d.Datum("site", SITE),
                        ". Your ward: ",
                        d.Datum("ward", None),
                        ".",
                    )
                ),
            ),
        ),
    )


def _lists(say: Say) -> tuple[d.Block, ...]:
    return (
        d.List(
            ordered=True,
            items=(
                d.ListItem((say("Write down what you notice."),)),
                d.ListItem(
                    (
                        d.Paragraph(say("Say how long it has been there.")),
                        d.Paragraph(say("Days, weeks or months are enough.")),
                        d.List(ordered=False, items=(d.ListItem((say("A diary helps."),)),)),
                    )
                ),
            ),
        ),
        d.Heading(3, "questions", say("Questions to take with you")),
        d.Checklist(
            (
                d.ChecklistItem((say("When did this start?"),), "ask-start", 2),
                d.ChecklistItem(
                    (
                        d.Paragraph(say("Who can I call at night?")),
                        d.Paragraph(say("Ask for a name as well as a number.")),
                    ),
                    "ask-night",
                    1,
                ),
                d.ChecklistItem((say("Can someone come with me?"),), "ask-come", ticked=True),
            )
        ),
    )


def _tables(say: Say) -> tuple[d.Block, ...]:
    return (
        d.Heading(2, "how-soon", say("How soon to tell someone")),
        table(
            (say("What you notice"), say("How soon"), say("Whom to tell")),
            (say("A new lump"), say("Within 2 weeks"), say("Your own doctor")),
            (say("Weak legs"), say("The same day"), say("The hospital")),
            caption=say("Signs, and how soon to tell someone"),
        ),
        table(
            (say("Day"), say("Opens"), say("Closes"), say("Who is there")),
            (say("Monday"), say("9:00"), say("17:00"), say("A nurse and a helper")),
            caption=say("When the centre is open"),
        ),
    )


def _end(say: Say) -> tuple[d.Block, ...]:
    return (
        d.Heading(2, "two-words", say("Two words that sound alike")),
        d.DefinitionList(
            (
                d.Definition((say("Sign"),), ((say("Something that others can see."),),)),
                d.Definition(
                    (say("Symptom"),),
                    (
                        (
                            d.Paragraph(say("Something that only you can feel.")),
                            d.Paragraph(say("Pain is one.")),
                        ),
                    ),
                ),
            )
        ),
        d.Callout("note", None, (d.Paragraph(say("You can ask the same thing twice.")),)),
        d.Callout(
            "hope",
            say("Many people live well for a long time"),
            (d.Paragraph(say("Treatment can ease most symptoms.")),),
        ),
    )
