"""What a fuzzy entry says of its change, as one translator comment of a fixed form.

`# changed: meaning (“not” is new; 5 → 50)`, `# changed: wording`, `# changed: cosmetic (spelling)`,
`# changed: split`, `# changed: joined`, `# changed: context`. It goes when a translator confirms.
"""

import re

from pipeline.catalogue import MACHINE_NOTE
from pipeline.pochunks import Entry, Style, comment_lines, lines_of

DECLARED = "cosmetic edit: "
"""What an extracted comment begins with that says who declares an edit cosmetic, and when."""
_LABEL = re.compile(
    r"# changed: (?:meaning|wording|cosmetic|split|joined|context)(?: \([^\r\n]*\))?\r?\n?"
)
_EDITED = re.compile("# changed: (?:meaning|wording|cosmetic)")
_PLAIN = str.maketrans({"“": '"', "”": '"', "→": "->", "’": "'"})


def label(entry: Entry, said: str, style: Style, encoding: str) -> None:
    """Say of an entry what changed, in place of what was said before."""
    kept = _others(entry)
    line = f"changed: {' '.join(said.split())}"
    try:
        line.encode(encoding)
    except UnicodeEncodeError:  # Old encodings have no arrow; the words matter.
        line = line.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    entry.put("comments", "".join(kept) + comment_lines("#", line, style))


def unlabel(entry: Entry) -> None:
    """Take the label away; other comments keep every byte."""
    if "# changed: " in entry.parts["comments"]:
        entry.put("comments", "".join(_others(entry)))


def is_edited(entry: Entry) -> bool:
    """Whether an entry says that its text was edited: not split, joined or put elsewhere."""
    lines = lines_of(entry.parts["comments"])
    return any(_LABEL.fullmatch(line) and _EDITED.match(line) for line in lines)


def is_draft(entry: Entry) -> bool:
    """Whether an entry says that it is a machine's draft, which nobody has reviewed."""
    return any(map(_says_draft, lines_of(entry.parts["comments"])))


def undraft(entry: Entry) -> None:
    """Take away what says that; other comments keep every byte."""
    lines = lines_of(entry.parts["comments"])
    entry.put("comments", "".join(line for line in lines if not _says_draft(line)))


def _says_draft(line: str) -> bool:
    return MACHINE_NOTE.fullmatch(line.removeprefix("# ").rstrip("\r\n")) is not None


def _others(entry: Entry) -> list[str]:
    lines = lines_of(entry.parts["comments"])
    return [line for line in lines if not _LABEL.fullmatch(line)]
