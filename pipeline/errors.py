"""Everything that Plainleaf raises on purpose.

PlainleafError            one clear message: where, what is wrong, what to do
├── ConfigError           the project's settings
├── SourceError           a leaflet, a register, a region or a picture
└── CatalogueError        a .po or .pot file
"""

from pipeline.place import Place


class PlainleafError(Exception):
    """Bad input, said in one line: where, what is wrong, what to do."""

    def __init__(self, problem: str, remedy: str, place: Place | None = None) -> None:
        self.problem, self.remedy, self.place = problem, remedy, place
        where = f"{place}: " if place else ""
        super().__init__(f"{where}{problem} {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes whole: an exception is rebuilt from what it was made of."""
        return type(self), (self.problem, self.remedy, self.place)


class ConfigError(PlainleafError):
    """The project's settings are wrong."""


class SourceError(PlainleafError):
    """A file under `source/` is wrong."""


class CatalogueError(PlainleafError):
    """A `.po` or `.pot` file cannot be read or written."""


class SourceErrors(PlainleafError):
    """Several findings in the sources, kept together so that a writer sees all of them at once."""

    def __init__(self, errors: tuple[PlainleafError, ...]) -> None:
        self.errors = errors
        Exception.__init__(self, "\n".join(str(error) for error in errors))

    def __reduce__(self) -> tuple[object, ...]:
        """As every error of ours."""
        return type(self), (self.errors,)
