"""Comments that a signature makes untrue: a machine's draft that a person answers for is none."""

from collections.abc import Collection

from pipeline import disk, labels
from pipeline.catalogue import Key
from pipeline.config import Project
from pipeline.locale import Locale
from pipeline.pofile import PoFile


def note(project: Project, domain: str, locale: Locale, signed: Collection[Key]) -> int:
    """Take the comment “machine translation, …, not reviewed” from messages that somebody signed.

    Editors take the mark “fuzzy” away and leave the comment. It stays until a named person signs,
    so that nothing else can make a machine's draft look like a person's work. Whatever else stands
    in the catalogue keeps every byte.

    Returns:
        How many messages said so; none are changed in a catalogue that Plainleaf itself brings.

    Raises:
        PlainleafError: the catalogue cannot be read or written.
    """
    path = project.catalogue(domain, locale)
    if not signed or not path.is_file():
        return 0
    po = PoFile.load(path)
    drafts = [
        one
        for one in po.entries
        if one.key in signed and not (one.obsolete or one.fuzzy) and labels.is_draft(one)
    ]
    for one in drafts:
        labels.undraft(one)
    if drafts:
        disk.write(path, po.bytes())
    return len(drafts)
