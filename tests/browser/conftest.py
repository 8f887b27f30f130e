"""The draft edition on a disk, for every test that looks at the project's own pages."""

from pathlib import Path

import pytest

from tests.draft import files


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the draft edition."""
    folder = tmp_path_factory.mktemp("draft")
    for artifact in files().values():
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)
    return folder
