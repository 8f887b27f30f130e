"""A leaflet that is still to be written: a file to start from, in which nothing is forgotten.

Every sentence in it says what belongs in its place, and every place is an open task, so that a
skeleton is never released.
"""

import re
from importlib.resources import files
from pathlib import Path

from pipeline import disk, registers
from pipeline.config import Project
from pipeline.errors import PlainleafError, SourceError
from pipeline.manuscripts import region_of, wrong_name
from pipeline.place import Place
from pipeline.reader import Reader, Source, Surroundings, as_written

_CONTACTS = (
    ("nurse-line-name", "Nurse line", ""),
    (
        "nurse-line-phone",
        "Phone",
        " <!-- note: “Phone” names the number; it is not an order to call. -->",
    ),
    ("nurse-line-hours", "Open", " <!-- note: “Open” means the hours when someone answers. -->"),
)
"""Values of a region with what stands before each, and a note for translators behind it."""


def write(project: Project, name: str, title: str | None = None) -> Path:
    """Write the skeleton of a leaflet, and say where; its title is made from its name if need be.

    Raises:
        SourceError: the name or the title cannot be one, or the leaflet is there already.
    """
    path = project.source / "leaflets" / f"{name}.md"
    shown = path.relative_to(project.root).as_posix()
    wrong = wrong_name(name)
    if wrong:
        problem, remedy = wrong
        raise SourceError(f"“{name}”: {problem}", remedy)
    if path.is_symlink() or path.exists():
        raise SourceError("This leaflet is there already.", "Choose another name.", Place(shown))
    title = titled(name) if title is None else title.strip()
    _refuse(title, project.limits.title_characters)
    text = _text(project, title)
    if name == registers.GLOSSARY:
        words = registers.WORDS_SECTION
        text = text.replace("## Talk", f"## The words {{#{words}}}\n\n## Talk")
        task = f"  - Section {words}: check the meanings in source/glossary.toml.\n"
        text = text.replace("  - Section talk:", f"{task}  - Section talk:")
    _prove(project, Source(name, shown, text))
    disk.make_folder(path.parent)
    disk.write(path, text.encode())
    return path


def titled(name: str) -> str:
    """A title made from a leaflet's name: `02-signs-to-look-for` is “Signs to look for”."""
    words = " ".join(re.sub(r"^\d+-", "", name).replace("-", " ").split()) or name
    return words[0].upper() + words[1:]


def _refuse(title: str, most: int) -> None:
    """Stop at a title that no leaflet may have."""
    if not title or not title.isprintable():
        raise PlainleafError("The title is empty, or more than one line.", "Give a few words.")
    if len(title) > most:
        raise PlainleafError(
            f"The title has {len(title)} characters; {most} are the most.",
            'Give a shorter one with --title "…".',
        )


def _text(project: Project, title: str) -> str:
    """The skeleton with its title, and with the nurse line where the region knows one."""
    if title[0] == title[-1] and title[0] in "\"'":
        title = f'"{title}"'  # The marks around a value are not part of it.
    text = (files("pipeline") / "data" / "skeleton.md").read_text(encoding="utf-8")
    known = {key for key, _ in region_of(project, project.region).values}
    if known >= {key for key, _, _ in _CONTACTS}:
        text += "\n" + "".join(
            f"- {label}: {{region:{key}}} <!-- evidence: none, region data -->{note}\n"
            for key, label, note in _CONTACTS
        )
    return text.replace("{title}", title, 1)


def _prove(project: Project, source: Source) -> None:
    """Read the skeleton as every leaflet is read, so that nothing wrong is written."""
    around = Surroundings(
        region_of(project, project.region), {}, frozenset({source.leaflet}), frozenset()
    )
    locale = project.source_locale
    reader = Reader(locale, around, house=True)
    for error in reader.read(source, as_written(locale), locale, "draft").errors:
        raise error
