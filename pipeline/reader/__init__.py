"""Markdown and a choice of words → a document; the only door to Python-Markdown.

One pass does it: blocks are parsed, each becomes a segment, the chosen words are put in its place,
and only then is the inline markup parsed. Extraction is the same pass, stopped half way.
"""

from pipeline.reader.inlines import Surroundings
from pipeline.reader.leaflet import Choice, Reader, Reading, Source, as_written

__all__ = ["Choice", "Reader", "Reading", "Source", "Surroundings", "as_written"]
