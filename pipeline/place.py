"""Where something stands in a file that a person can open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: the path as a person would type it, a line, and the nearest heading."""

    file: str
    line: int = 0
    """Counted from 1; 0 where only the file is known."""
    anchor: str = ""
    """Id of the heading above, the same in every locale."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def reference(self) -> str:
        """The reference in a catalogue: without a line, so that rewrapping changes no entry."""
        return f"{self.file}#{self.anchor}" if self.anchor else self.file
