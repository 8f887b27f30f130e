"""The draft edition of this project as it stands, made once for all tests that only read it."""

from functools import cache
from pathlib import Path

from pipeline.artifact import Artifact
from pipeline.build import artifacts_of
from pipeline.config import load
from pipeline.edition import Publication, open_publication
from tests.conftest import TODAY

ROOT = Path(__file__).resolve().parent.parent
PROJECT = load(ROOT)


@cache
def publication() -> Publication:
    """The draft edition before anything of it is written."""
    return open_publication(PROJECT, "draft", TODAY)


@cache
def files() -> dict[str, Artifact]:
    """Every file of the draft edition by its path."""
    return {one.path: one for one in artifacts_of(publication())}
