"""The files that a project's authors write, found and read."""

import re
from pathlib import Path

from pipeline import interface, registers
from pipeline.config import Project
from pipeline.document import Region
from pipeline.errors import SourceError, SourceErrors
from pipeline.intake import too_much
from pipeline.localstyle import LOCAL_NOTES
from pipeline.place import Place

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
TAKEN = (registers.REGIONS, interface.DOMAIN, LOCAL_NOTES)
"""Names of catalogues that are no leaflets."""
_LONGEST = 100
"""Most letters of a leaflet's name: names of files are made with it, and systems know a limit."""


def region_codes(project: Project) -> list[str]:
    """The regions that a project has values for."""
    return sorted(path.stem for path in (project.source / "regions").glob("*.toml"))


def region_of(project: Project, code: str) -> Region:
    """The values of a region, as its file gives them; none where there is no file.

    Raises:
        SourceError: the file cannot be read.
    """
    path = project.source / "regions" / f"{code}.toml"
    return registers.region(path, code, shown(project, path))


def leaflet_files(project: Project) -> list[Path]:
    """The leaflets' files, whose names become names of catalogues, folders and addresses.

    Raises:
        SourceError: there is none.
        SourceErrors: some have names that they cannot have, or are no files.
    """
    folder = project.source / "leaflets"
    files = sorted(folder.glob("*.md"))
    if not files:
        raise SourceError(
            f"There is no leaflet in {folder}.", "Write one there, such as 01-first.md."
        )
    errors = [
        SourceError(*wrong, Place(shown(project, path)))
        for path in files
        if (wrong := _wrong_file(path))
    ]
    if errors:
        raise SourceErrors(tuple(errors))
    return files


def _wrong_file(path: Path) -> tuple[str, str] | None:
    """What is wrong with a leaflet's file before it is read, and what to do."""
    if wrong := wrong_name(path.stem):
        return wrong
    if not path.is_file():
        return "This is no file, or a link that leads nowhere.", "Take it away, or mend it."
    return None


def wrong_name(name: str) -> tuple[str, str] | None:
    """What is wrong with a leaflet's name, and what to do; None where nothing is."""
    if name in TAKEN:
        return f"Plainleaf has a catalogue “{name}” of its own.", "Give another name."
    if not _NAME.fullmatch(name):
        return "The name is no address.", "Use a to z, 0 to 9 and hyphens, such as 01-first."
    if len(name) > _LONGEST:
        return "The name is too long.", f"Use {_LONGEST} letters at most."
    return None


def shown(project: Project, path: Path) -> str:
    """A path as a person would type it from the project's folder."""
    return path.relative_to(project.root).as_posix()


def text_of_file(project: Project, path: Path) -> str:
    """What a file says, with plain line ends.

    Raises:
        SourceError: it is not UTF-8, or too much.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(shown(project, path), path.read_bytes()[: error.start].count(b"\n") + 1)
        raise SourceError("This is not UTF-8.", "Save the file as UTF-8.", place) from error
    if much := too_much(text):
        raise SourceError(*much[1:], Place(shown(project, path), much[0]))
    return text.replace("\r\n", "\n").replace("\r", "\n")
