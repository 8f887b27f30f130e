"""A document as it is published while some leaflets are not: no link leads to them."""

from collections.abc import Collection
from dataclasses import replace

from pipeline.document import Document, Entry, Link, Planned, rewritten


def without(document: Document, leaflets: Collection[str]) -> Document:
    """The document with plain words where links to these leaflets were."""
    if not leaflets:
        return document
    held = {f"../{name}/index.html": name for name in leaflets}

    def change(node: object) -> object:
        if isinstance(node, Link) and (name := held.get(node.href.partition("#")[0])):
            return Planned(name, node.children)
        if isinstance(node, Entry):
            return replace(node, leaflets=tuple(x for x in node.leaflets if x not in leaflets))
        return node

    published: Document = rewritten(document, change)
    return published
