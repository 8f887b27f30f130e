"""What the README says to type is typed here, word for word."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_first_leaflet_of_the_readme_works_as_written(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    script = re.search(r"```sh\n(mkdir -p garden.*?)```", text, re.DOTALL)
    assert script
    command = tmp_path / "plainleaf"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pipeline.cli "$@"\n', "utf-8")
    command.chmod(0o755)
    found = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-e", "-c", script.group(1)],
        cwd=tmp_path,
        env=found,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Open garden/build/draft/index.html" in done.stdout, done.stderr
    assert "watering.po:" in done.stdout
    assert re.search(r"failed coverage: No translation of “Watering”", done.stdout)
    assert (tmp_path / "garden" / "build" / "draft" / "pl" / "watering" / "index.html").is_file()
    assert done.returncode == 1
