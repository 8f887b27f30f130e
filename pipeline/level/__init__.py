"""Reading level: how hard a text is to read, counted over its blocks.

`read` gives the level of a text in any language on one scale, `hardest` the blocks to mend first;
`measure` gives the school grades of English, and `formulas_for` other languages' own formulas.
"""

from pipeline.level.anchors import Anchors
from pipeline.level.english import Level, measure
from pipeline.level.formulas import Formula, formulas_for
from pipeline.level.passages import Passage, passages, running
from pipeline.level.reading import Hard, Reading, anchors_from, cefr, hardest, read
from pipeline.level.sentences import sentences, without_addresses, words

__all__ = [
    "Anchors",
    "Formula",
    "Hard",
    "Level",
    "Passage",
    "Reading",
    "anchors_from",
    "cefr",
    "formulas_for",
    "hardest",
    "measure",
    "passages",
    "read",
    "running",
    "sentences",
    "without_addresses",
    "words",
]
