"""What every test may ask for: a day, a project folder, golden files, a browser."""

import os
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, Union

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Tree = Mapping[str, Union["Tree", str, bytes]]
"""Names of files and folders, and what is in them."""
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

TODAY = date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "golden"

SETTINGS = """\
name = "Plainleaf"
locales = ["pl", "ar"]
region = "gb"
"""

CHROMIUM = Path("/usr/bin/chromium")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",  # as root there is none, and a fresh machine's tests run as root
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# A busy machine is no fault of an example; tests of speed take the time themselves.
settings.register_profile("plainleaf", deadline=None)
settings.load_profile("plainleaf")


# ── nothing skips where it counts ──────────────────────────────────────────────────────────────
def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`."""
    parser.addoption("--accept", action="store_true", help="renew the golden files")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under continuous integration a test that skips has failed: it has shown nothing."""
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Hold a module that skips itself whole to the same rule."""
    return _unskipped((yield))


def _unskipped(report: Report) -> Report:
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Nothing may skip under continuous integration: {report.longrepr}"
    return report


# ── a day, a folder, golden files ──────────────────────────────────────────────────────────────
@pytest.fixture(scope="session")
def today() -> date:
    """The day on which every test runs."""
    return TODAY


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Path]:
    """Build a project folder from a tree of files; without settings in it, it gets some.

    `make_project({"source": {"leaflets": {"tea.md": "…"}}})` gives the folder. A second call adds
    to the same folder; `folder="other"` names another one.
    """

    def make(tree: Tree, *, settings: str = SETTINGS, folder: str = "project") -> Path:
        root = tmp_path / folder
        _write(root, {"plainleaf.toml": settings} | dict(tree))
        return root

    return make


def _write(folder: Path, tree: Tree) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in tree.items():
        if isinstance(content, str):
            (folder / name).write_bytes(content.encode())
        elif isinstance(content, bytes):
            (folder / name).write_bytes(content)
        else:
            _write(folder / name, content)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare bytes with the file of that name in tests/golden/; `--accept` writes them there."""
    accept = bool(request.config.getoption("--accept"))

    def compare(name: str, data: bytes) -> None:
        file = GOLDEN / name
        if accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        assert file.is_file(), f"{file} is not there yet: make it with `make accept` and read it."
        assert data == file.read_bytes(), f"{name} is not as it was. Meant? `make accept`."

    return compare


# ── a browser ──────────────────────────────────────────────────────────────────────────────────
@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Debian's Chromium, started once; each test opens its own page or context and closes it."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there: tests/apt.txt lists what to install.")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  most tests need no browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(CHROMIUM_ARGUMENTS), chromium_sandbox=False
        )
        yield browser
        browser.close()
