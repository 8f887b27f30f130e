"""Words that Plainleaf itself says on a page: found in its own code, translated like a leaflet's.

Babel reads them out of the renderers and page shells. Translations travel with Plainleaf, so that
a new project starts with them; a project's own `interface.po` holds over them.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file

from pipeline.document import Segment
from pipeline.locale import Locale
from pipeline.place import Place

DOMAIN = "interface"
_PACKAGE = Path(__file__).parent
_KEYWORDS = {"t": None, "_": None, "text": None}
_NAME = re.compile(r"\{\w+\}")
_PYTHON, _JINJA = "python", "jinja2.ext:babel_extract"


def segment(msgid: str) -> Segment:
    """The segment of one of Plainleaf's own sentences."""
    return Segment(DOMAIN, "interface", msgid)


@cache
def segments() -> tuple[Segment, ...]:
    """Every sentence of the interface, each once, in the order of the files that say it."""
    found: dict[str, Segment] = {}
    for path, method in _files():
        name = path.relative_to(_PACKAGE.parent).as_posix()
        calls = extract_from_file(
            method,
            path,
            keywords=_KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for _, message, comments, _ in calls:
            if isinstance(message, str) and message and message not in found:
                note = " ".join(comments)
                flags = _flags(message)
                found[message] = Segment(
                    DOMAIN, "interface", message, note=note, flags=flags, place=Place(name)
                )
    return tuple(found.values())


def _flags(message: str) -> tuple[str, ...]:
    """What Weblate is told of a sentence: the names that stand in it."""
    names = [f'"{name}"' for name in dict.fromkeys(_NAME.findall(message))]
    return ("placeholders:" + ":".join(names),) if names else ()


def _files() -> Iterator[tuple[Path, str]]:
    for path in sorted(_PACKAGE.glob("data/theme/*.html")):
        yield path, _JINJA
    for path in sorted(_PACKAGE.glob("renderers/**/*.py")):
        yield path, _PYTHON


def shipped(locale: Locale) -> Path | None:
    """The interface's catalogue that comes with Plainleaf, if there is one for a locale."""
    installed = _PACKAGE / "data" / DOMAIN / f"{locale.gettext}.po"
    checkout = _PACKAGE.parent / "locales" / locale.gettext / "LC_MESSAGES" / f"{DOMAIN}.po"
    return next((path for path in (installed, checkout) if path.is_file()), None)
