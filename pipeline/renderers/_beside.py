"""What stands beside a leaflet's text: contents, explained words, and who answers for it."""

from datetime import date

from pipeline.artifact import Context
from pipeline.document import Document, Heading
from pipeline.locale import locale_of, written_date
from pipeline.renderers._xhtml import Html, Writer, safe_href

View = dict[str, object]
"""What a page shell is filled with."""


def contents(document: Document, writer: Writer) -> tuple[View, ...]:
    """The sections, and under each the questions that it answers: a reader looks for those."""
    found: list[View] = []
    questions: list[View] = []
    for block in document.blocks:
        if not isinstance(block, Heading) or not block.anchor:
            continue
        entry: View = {"anchor": block.anchor, "words": writer.phrase(block.words)}
        if block.level == 2:
            questions = []
            found.append({**entry, "questions": questions})
        elif block.level == 3 and _asks(block):
            questions.append(entry)
    return tuple(found)


def _asks(heading: Heading) -> bool:
    source = heading.words.segment
    return source is not None and source.msgid.endswith("?")


def explained(document: Document, writer: Writer) -> tuple[View, ...]:
    """The words explained at the foot, each with its way back to the first use in the text."""
    return tuple(
        {
            "id": each.id,
            "note": writer.note(each.term) or writer.note(each.meaning),
            "marks": Html(writer.marks(each.term.shown)),
            "name": writer.words(each.term),
            "quoted": writer.phrase(each.term),
            "meaning": writer.element("div", each.meaning),
            "used": each.id in writer.used,
            "is_local": each.is_local,
        }
        for each in document.terms
    )


def about(document: Document, context: Context) -> View:
    meta = document.meta
    feedback = context.feedback
    if feedback and "://" not in feedback:
        feedback = f"mailto:{feedback}"
    return {
        "leaflet": document.leaflet,
        "version": meta.version,
        "owner": meta.owner,
        "reviewer": meta.reviewer,
        "reviewed": _time(meta.reviewed, document),
        "next_review": _time(meta.next_review, document),
        "feedback": context.feedback,
        "feedback_href": safe_href(feedback) or "",
    }


def _time(day: date | None, document: Document) -> Html | None:
    if day is None:
        return None
    said = written_date(day, locale_of(document.locale), document.region)
    return Html(f'<time datetime="{day.isoformat()}">{said}</time>')
