"""The texts of a sheet that came back, beside those of today."""

from contextlib import suppress

from pipeline.exchange._cells import Record, quoted
from pipeline.exchange._parcel import Parcel
from pipeline.outline import OUTLINE

_MISTAKEN = ("cp1252", "cp1250", "cp1256", "latin-1")
"""What programs take UTF-8 for."""


def changed(record: Record, parcel: Parcel) -> tuple[str, str]:
    """What became of the text of a row whose key is none of today's, and what to do."""
    if not record.get("key"):
        return "its key is gone.", "Put the column “key” back as it was exported."
    remedy = "Export a new sheet, and read this text again; or take the row out."
    source, translation = folded(record.get("source")), folded(record.get("translation"))
    same = [one for one in parcel.entries if folded(one.segment.msgid) == source]
    if any(one.segment.kind == OUTLINE for one in same):
        return "the leaflet’s parts, their order or a picture have changed since.", remedy
    if any(folded(one.translation) == translation for one in same):
        return "the text stands in another place now, or its key was edited.", remedy
    if same:
        now = quoted(same[0].translation)
        return f"the translation has changed: “{quoted(translation)}” is now “{now}”.", remedy
    for one in parcel.entries:
        if translation and folded(one.translation) == translation:
            now = quoted(one.segment.msgid)
            return f"the source has changed: “{quoted(source)}” is now “{now}”.", remedy
    return f"the key is unknown; no text is “{quoted(source)}” any more.", remedy


def folded(words: str) -> str:
    """A text whose blanks and ends of line do not count: programs rewrite them."""
    return " ".join(words.split())


def is_garbled(said: str, text: str) -> bool:
    """Whether a program lost or mistook the letters of a text, as it saved or opened the sheet."""
    said, text = folded(said), folded(text)
    if "?" in said and len(said) == len(text):
        pairs = zip(said, text, strict=True)
        return all(a == b or (a == "?" and not b.isascii()) for a, b in pairs)
    for encoding in _MISTAKEN:
        with suppress(UnicodeError):
            if folded(said.encode(encoding).decode()) == text:
                return True
    return False
