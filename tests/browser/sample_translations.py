"""The sample leaflet in translation: partly into Polish, wholly into Arabic; and its shelves."""

from datetime import date

from pipeline import document as d
from pipeline.document import Text
from pipeline.locale import locale_of
from pipeline.renderers._index import Entry, Shelf
from tests.browser.sample import (
    LEAFLET,
    PHONE,
    SITE,
    Say,
    document,
    english,
    fallback,
    formats,
    interface,
    speaker,
    table,
)


def polish() -> d.Document:
    """The leaflet in Polish, partly a machine's draft and partly in English."""
    say, drafted = speaker("pl"), speaker("pl", machine=True)
    meta = d.Meta(
        say("Na co zwrócić uwagę"), fallback("What to notice."), "Signs to look out for", "0.1"
    )
    return document("pl", meta, (*_polish_start(say), *_polish_end(say, drafted)))


def _polish_start(say: Say) -> tuple[d.Block, ...]:
    return (
        d.Callout(
            "key-points",
            None,
            (
                d.List(
                    ordered=False,
                    items=(
                        d.ListItem((say("Większość nowych bóli ma prostą przyczynę."),)),
                        d.ListItem((fallback("Tell your team if one does not go away."),)),
                        d.ListItem((fallback("Nobody will mind that you asked."),)),
                    ),
                ),
            ),
        ),
        d.Heading(2, "what-to-notice", fallback("What to notice")),
        d.Paragraph(fallback("A sign is something new in your body.")),
        d.Paragraph(say("Ty znasz swoje ciało najlepiej.")),
        d.Image("images/body-map.svg", fallback("A line with two circles"), say("Dwa miejsca")),
        d.Heading(2, "how-soon", say("Kiedy powiedzieć")),
        table(
            (say("Objaw"), say("Kiedy")),
            (say("Nowy guzek"), fallback("Within 2 weeks")),
            (fallback("Weak legs"), say("Tego samego dnia")),
            caption=say("Objawy i terminy"),
        ),
    )


def _polish_end(say: Say, drafted: Say) -> tuple[d.Block, ...]:
    return (
        d.Heading(2, "what-to-do", drafted("Co zrobić")),
        d.Paragraph(drafted("Zadzwoń pod numer ", d.Datum("phone", PHONE), ".")),
        d.DefinitionList(
            (
                d.Definition((fallback("Sign"),), ((say("Coś, co widzą inni."),),)),
                d.Definition((say("Objaw"),), ((fallback("What only you can feel."),),)),
            )
        ),
        d.Checklist(
            (
                d.ChecklistItem((say("Kiedy to się zaczęło?"),), "ask-start", 1),
                d.ChecklistItem((fallback("Who can I call at night?"),), "ask-night", 1),
            )
        ),
        d.Paragraph(say("Dom: ", d.Datum("ward", None), ".")),
    )


def arabic() -> d.Document:
    """The leaflet in Arabic, all of it a machine's draft."""
    say = speaker("ar", machine=True)
    meta = d.Meta(
        say("علامات ينبغي الانتباه لها"),
        say("ما الذي تلاحظه، ومن تخبر، ومتى. لست وحدك."),
        "Signs to look out for",
        "0.1",
        reviewed=date(2026, 8, 6),
    )
    return document(
        "ar",
        meta,
        (*_arabic_start(say), *_arabic_end(say)),
        footnotes=(d.Footnote("team", 1, (d.Paragraph(say("قد يكون الفريق في مستشفى آخر.")),)),),
        terms=(
            d.Explained(
                "lymph-node",
                say("عقدة لمفاوية"),
                say("جزء صغير من الجسم يساعد على مقاومة الجراثيم."),
            ),
        ),
    )


def _arabic_start(say: Say) -> tuple[d.Block, ...]:
    return (
        d.Callout(
            "key-points",
            None,
            (
                d.List(
                    ordered=False,
                    items=(
                        d.ListItem((say("معظم الآلام الجديدة لها سبب بسيط."),)),
                        d.ListItem((say("أخبر فريقك إذا لم يذهب الألم."),)),
                    ),
                ),
            ),
        ),
        d.Heading(2, "what-to-notice", say("ما الذي تلاحظه")),
        d.Paragraph(
            say(
                "قد يشعر بعض الناس بكتلة في ",
                d.Term("lymph-node", (Text("العقد اللمفاوية"),), first=True),
                " أو يتناولون 5-10 mg من دواء HER2 (trastuzumab) كل يوم.",
                d.FootnoteReference("team", 1),
            )
        ),
        d.Image(
            "images/body-map.svg", say("خط عليه دائرتان"), say("قد تظهر العلامات في مكان واحد.")
        ),
        d.Heading(2, "what-to-do", say("ما عليك فعله")),
        d.Callout(
            "action",
            say("اتصل بخط التمريض"),
            (
                d.Paragraph(
                    say("الهاتف ", d.Datum("phone", PHONE), " أو ", d.Datum("site", SITE), ".")
                ),
            ),
        ),
    )


def _arabic_end(say: Say) -> tuple[d.Block, ...]:
    return (
        d.Checklist(
            (
                d.ChecklistItem((say("متى بدأ هذا؟"),), "ask-start", 2),
                d.ChecklistItem((say("بمن أتصل في الليل؟"),), "ask-night", 1),
            )
        ),
        d.Heading(2, "how-soon", say("متى تخبر أحدًا")),
        table(
            (say("ما تلاحظه"), say("متى"), say("من تخبر")),
            (say("كتلة جديدة"), say("خلال أسبوعين"), say("طبيبك")),
            (say("ضعف في الساقين"), say("في اليوم نفسه"), say("المستشفى")),
            caption=say("العلامات ومتى تخبر بها"),
        ),
        d.Callout("hope", None, (d.Paragraph(say("يعيش كثيرون حياة جيدة مدة طويلة.")),)),
    )


DOCUMENTS = {"en": english, "pl": polish, "ar": arabic}


def shelves() -> tuple[Shelf, ...]:
    """The sample leaflet on the shelf of each locale."""
    made = []
    for tag, make in DOCUMENTS.items():
        meta = make().meta
        entry = Entry(
            meta.title,
            meta.description,
            f"{LEAFLET}/index.html",
            formats(f"{LEAFLET}/"),
            meta.source_title,
        )
        made.append(Shelf(locale_of(tag), interface(tag), (entry,)))
    return tuple(made)
