"""`python -m benchmarks.negations FILE.po…`: how many dropped negations the check sees.

One negating word at a time is deleted from every translation whose source denies something; a
false alarm is a translation that fails as it stands. Languages come from the catalogues' headers.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline import pofile
from pipeline.checks._pairs import plain
from pipeline.checks.negation import judge
from pipeline.errors import PlainleafError
from pipeline.lexicon import Lexicon, fold, lexicon
from pipeline.locale import bcp47


def main(files: list[str]) -> None:
    """Print a table, one line for each language."""
    rows: dict[str, Counter[str]] = {}
    for name in files:
        try:
            catalogue = pofile.read(Path(name), leaflet="", locale="", shown_as=name)
        except PlainleafError as error:
            sys.stdout.write(f"{error}\n")
            continue
        language = bcp47(dict(catalogue.header).get("Language", ""))
        source, target = lexicon("en"), lexicon(language)
        if source and target:
            row = rows.setdefault(target.language, Counter())
            for one in catalogue.messages:
                if any(map(str.isalpha, one.msgstr)) and not one.plural:
                    row.update(_tried(plain(one.msgid), plain(one.msgstr), source, target))
    sys.stdout.write("language  messages  failed  cantTell  deleted  failed of these\n")
    for language, row in sorted(rows.items()):
        figures = (row[each] for each in ("all", "failed", "cantTell", "deleted"))
        share = 100 * row["seen"] / max(1, row["deleted"])
        cells = "".join(f"{figure:>10}" for figure in figures)
        sys.stdout.write(f"{language:<8}{cells}{share:>10.1f} %\n")


def _tried(msgid: str, msgstr: str, source: Lexicon, target: Lexicon) -> Iterator[str]:
    yield "all"
    judgement = judge(msgid, msgstr, source, target)
    if judgement:
        yield judgement[0]
    if (judgement and judgement[0] == "failed") or not source.negation(msgid).words:
        return
    for changed in _without_one(msgstr, target):
        yield "deleted"
        told = judge(msgid, changed, source, target)
        if told and told[0] == "failed":
            yield "seen"


def _without_one(text: str, target: Lexicon) -> Iterator[str]:
    """A text with each negating word deleted in turn; none where folding moves its letters."""
    if len(fold(text)) == len(text):
        for kind, match in target.tables["negation"].found(fold(text)):
            if kind == "words":
                yield re.sub(" +", " ", text[: match.start()] + text[match.end() :]).strip()


if __name__ == "__main__":
    main(sys.argv[1:])
