"""Page shells, which a project can override in its theme folder; the only door to jinja2.

A template is looked for in the project's folder first and in Plainleaf's then. Under `plainleaf/`
only Plainleaf's own is found, so that an override can extend what it replaces.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2
from jinja2 import meta

from pipeline.errors import SourceError
from pipeline.place import Place

_OURS = Path(str(files("pipeline"))) / "data" / "theme"
_REMARK = re.compile(r"/\*.*?\*/|^\s+", re.DOTALL | re.MULTILINE)


@cache
def _environment(theme: Path | None) -> jinja2.Environment:
    ours = jinja2.FileSystemLoader(_OURS)
    loaders: list[jinja2.BaseLoader] = [jinja2.FileSystemLoader(theme)] if theme else []
    loaders += [ours, jinja2.PrefixLoader({"plainleaf": ours})]
    return jinja2.Environment(
        loader=jinja2.ChoiceLoader(loaders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def style(theme: Path | None) -> str:
    """The style sheet: tokens first, then what uses them, then what a project adds."""
    shell = _environment(theme)
    css = "".join(shell.get_template(name).render() for name in ("tokens.css", "page.css"))
    css += shell.get_or_select_template(["extra.css", "plainleaf/extra.css"]).render()
    return _REMARK.sub("", css).replace("</", "<\\/")


def shell(
    name: str,
    values: Mapping[str, object],
    t: Callable[..., object],
    said: Callable[..., str],
    theme: Path | None = None,
    fixed: tuple[str, str] = ("", ""),
) -> bytes:
    """One page from a template, in UTF-8.

    What is `fixed` comes before and after all other style, so that no theme changes it.
    `t` gives words of the interface as markup, and is wrapped in a mark of language where they are
    a fallback; `said` gives them as plain text for attributes and the title, and is called `text`
    in templates, a word that extraction looks for.
    """
    try:
        template = _environment(theme).get_template(name)
        return template.render(values, t=t, text=said, style=style(theme).join(fixed)).encode()
    except jinja2.TemplateError as error:
        where = Place(
            f"source/theme/{getattr(error, 'name', None) or name}", getattr(error, "lineno", 0)
        )
        raise SourceError(f"This page shell does not work ({error}).", "Mend it.", where) from error


def overrides(name: str, theme: Path) -> tuple[str, ...]:
    """The project's own files among those that a page of this shell is made of."""
    environment = _environment(theme)
    names = [name]
    for each in names:
        file = environment.get_template(each).filename
        source = Path(file).read_text("utf-8") if file else ""
        named = meta.find_referenced_templates(environment.parse(source))
        names += [one for one in named if one and one not in names]
    return tuple(each for each in names if (theme / each).is_file())
