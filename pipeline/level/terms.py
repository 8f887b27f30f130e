"""Where declared terms stand in a sentence, whatever ending they have there."""

from collections.abc import Callable, Iterable

from pipeline.level.features import Vocabulary, Weight

_ROOT, _TAIL = 5, 3
"""A word of so many letters may end otherwise than its term does, by so many letters."""


def spared_by(
    terms: Iterable[str], vocabulary: Vocabulary
) -> Callable[[list[Weight]], frozenset[int]]:
    """What finds the places of the terms' words in a sentence."""
    wanted: dict[str, list[tuple[str, ...]]] = {}
    for term in terms:
        forms = tuple(one.form for one in vocabulary.read(term))
        if forms:
            wanted.setdefault(forms[0][:2], []).append(forms)

    def places(weights: list[Weight]) -> frozenset[int]:
        if not wanted:
            return frozenset()
        found: set[int] = set()
        for start, one in enumerate(weights):
            for forms in wanted.get(one.form[:2], ()):
                after = weights[start : start + len(forms)]
                if len(after) == len(forms) and all(map(_is_form, after, forms)):
                    found.update(range(start, start + len(forms)))
        return frozenset(found)

    return places


def _is_form(weight: Weight, term: str) -> bool:
    """Whether a word is the term's, or differs from it in its ending only."""
    form = weight.form
    if form == term or form in {f"{term}s", f"{term}es"}:
        return True
    root = max(_ROOT - 1, len(term) - 2)
    return len(term) >= _ROOT and abs(len(form) - len(term)) <= _TAIL and form[:root] == term[:root]
