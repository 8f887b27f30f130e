"""The wheel, installed outside the checkout, does its work in a project folder of its own."""

import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import polib
import pytest

from pipeline import __version__

ROOT = Path(__file__).resolve().parent.parent

LEAFLET = """\
---
title: Watering
description: How to water a garden.
version: 1
owner:
reviewer:
reviewed:
next_review:
tasks:
---

## When to water {#when}

<!-- evidence: none, an example -->

Water in the evening. The soil stays damp for longer.
"""


def run(*command: object, cwd: Path, fine: tuple[int, ...] = (0,)) -> str:
    """Run a program as a user would: outside the checkout, with no variable of the tests."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(cwd)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode in fine, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    built = ("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder)
    run(sys.executable, "-m", "pip", *built, ROOT, cwd=folder)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def programs(wheel: Path) -> Path:
    """The `bin` of an environment that has the wheel, and borrows the libraries of this one."""
    home = wheel.parent / "venv"
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=wheel.parent)
    (site,) = home.glob("lib/python*/site-packages")
    # A folder named in a .pth file is searched, but its own .pth files are not read: the
    # installation of the checkout stays out of reach.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


def test_the_wheel_carries_everything_that_the_package_needs(wheel: Path) -> None:
    inside = set(ZipFile(wheel).namelist())
    package = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "pipeline").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    interface = {
        f"pipeline/data/interface/{file.parts[-3]}.po"
        for file in ROOT.glob("locales/*/LC_MESSAGES/interface.po")
    }
    assert interface, "locales/ holds no catalogue of the interface."
    assert package | interface <= inside
    assert not {name for name in inside if name.startswith(("tests/", "source/", "locales/"))}


def test_the_program_comes_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    where = run(
        programs / "python", "-c", "import pipeline; print(pipeline.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(programs.parent)
    assert __version__ in run(programs / "plainleaf", "--version", cwd=tmp_path)


def test_it_builds_and_checks_another_project(
    programs: Path, tmp_path: Path, make_project: Callable[..., Path]
) -> None:
    settings = 'name = "Garden"\nlocales = ["pl"]\n'
    folder = make_project({"source": {"leaflets": {"watering.md": LEAFLET}}}, settings=settings)

    def plainleaf(word: str, *, fine: tuple[int, ...] = (0,)) -> str:
        return run(programs / "plainleaf", "--project", folder, word, cwd=tmp_path, fine=fine)

    plainleaf("extract")
    plainleaf("update")
    assert "watering" in plainleaf("check", fine=(1,)), "Nothing is translated: check says so."

    file = folder / "locales" / "pl" / "LC_MESSAGES" / "watering.po"
    catalogue = polib.pofile(str(file))
    for entry in catalogue:
        entry.msgstr = "Podlewaj wieczorem."
    catalogue.save(str(file))
    plainleaf("build")
    plainleaf("check")
    plainleaf("status")

    (page,) = (folder / "build" / "draft" / "pl" / "watering").glob("*.html")
    assert "Podlewaj wieczorem." in page.read_text(encoding="utf-8")
    assert not list(ROOT.glob("build/draft/*/watering")), "The checkout was written to."
