"""Document trees as HTML, the same for every renderer that needs it."""

from pipeline.renderers._xhtml.blocks import Writer
from pipeline.renderers._xhtml.markup import Html, note_id, safe_href, say, tel

__all__ = ["Html", "Writer", "note_id", "safe_href", "say", "tel"]
