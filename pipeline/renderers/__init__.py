"""The output formats: one line here for each, its module loaded when it is asked for."""

from importlib import import_module

from pipeline.artifact import Renderer

RENDERERS = (
    "html",
    "large_print:16",
    "large_print:18",
    "large_print:20",
    "large_print:24",
    "large_print:28",
)
"""Modules; behind a colon stands the size in points, where a module knows several."""


def get_renderer(name: str) -> Renderer:
    """The renderer of one format; its module says `RENDERER`, or `renderer` for several sizes."""
    stem, _, points = name.partition(":")
    module = import_module(f"pipeline.renderers.{stem}")
    renderer: Renderer = module.renderer(int(points)) if points else module.RENDERER
    return renderer


def get_renderers(names: tuple[str, ...] = RENDERERS) -> tuple[Renderer, ...]:
    """The renderers of these formats, in this order; of all of them where none is named."""
    return tuple(get_renderer(name) for name in names)
