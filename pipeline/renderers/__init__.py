"""The output formats: one line here for each module, loaded when it is asked for."""

from importlib import import_module

from pipeline.artifact import Renderer

RENDERERS = ("html", "large_print")


def get_renderer(name: str) -> Renderer:
    """The renderer of one format; its module says `RENDERER`."""
    renderer: Renderer = import_module(f"pipeline.renderers.{name}").RENDERER
    return renderer


def get_renderers(names: tuple[str, ...] = RENDERERS) -> tuple[Renderer, ...]:
    """The renderers of these formats, in this order; of all of them where none is named."""
    return tuple(get_renderer(name) for name in names)
