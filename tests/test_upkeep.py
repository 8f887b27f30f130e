"""The house is in order: every exception has a reason, locks and changelog are whole."""

import re
import subprocess
import tokenize
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

HOSTS = r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org"
MACHINE = re.compile(rf"(?<![\w.])/(?:work|tmp/v|opt|root|home/\w+)/|{HOSTS}")

EXCEPTION = re.compile(r"# (noqa|type: ignore)")
REASONED = re.compile(r"# (noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*|type: ignore\[[\w, -]+\]) +\S.*")


def tracked() -> list[Path]:
    """Every file that is, or is about to be, under version control."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [file for name in listed.split("\0") if name and (file := ROOT / name).is_file()]


def test_every_rule_that_is_set_aside_has_a_reason() -> None:
    ruff = tomllib.loads(PROJECT)["tool"]["ruff"]["lint"]
    rows = PROJECT[PROJECT.index("[tool.ruff.lint]") : PROJECT.index("[tool.mypy]")]
    for code in [
        *ruff["ignore"],
        *(one for row in ruff["per-file-ignores"].values() for one in row),
    ]:
        assert re.search(rf'^ +"{code}", +# \w.+$', rows, re.MULTILINE), (
            f"pyproject.toml: “{code}” stands on no line of its own with a reason behind it."
        )


@pytest.mark.parametrize("folder", ["pipeline", "tests", "benchmarks"])
def test_every_exception_in_the_code_has_a_reason(folder: str) -> None:
    for file in sorted((ROOT / folder).rglob("*.py")):
        with file.open("rb") as stream:
            tokens = list(tokenize.tokenize(stream.readline))
        for token in tokens:
            if token.type == tokenize.COMMENT and (found := EXCEPTION.search(token.string)):
                assert REASONED.match(token.string[found.start() :]), (
                    f"{file.relative_to(ROOT)}:{token.start[0]}: {token.string}: "
                    "name the rule, and write the reason two spaces behind it."
                )


def test_the_changelog_knows_the_version() -> None:
    code = (ROOT / "pipeline" / "__init__.py").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.search(r'^__version__ = "(.+)"$', code, re.MULTILINE)
    newest = re.search(r"^## \[(\d\S*)\] - \d{4}-\d\d-\d\d$", changes, re.MULTILINE)
    assert version, "pipeline/__init__.py says no version."
    assert newest, "CHANGELOG.md has no heading like “## [0.1.0] - 2026-11-22”."
    assert version[1] == newest[1], "CHANGELOG.md and pipeline/__init__.py disagree."


def test_no_file_knows_the_machine_that_it_was_written_on() -> None:
    for file in tracked():
        if file != Path(__file__).resolve():
            found = MACHINE.findall(file.read_bytes().decode(errors="replace"))
            assert not found, f"{file.relative_to(ROOT)}: {found} is true on one machine only."


@pytest.mark.parametrize("lock", ["run", "level", "test", "build"])
def test_a_lock_holds_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    assert not re.search(r"^-|://", text, re.MULTILINE), f"{lock}.txt holds an address."
    for each in re.split(r"\n(?=\w)", text):
        assert re.search(r"^\S+==\S+ .*--hash=sha256:", each, re.DOTALL), (
            f"{lock}.txt: {each.splitlines()[0]} has no version or no hash. Run `make lock`."
        )


def test_the_locks_agree() -> None:
    pins = [
        dict(re.findall(r"^(\S+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))
        for lock in sorted((ROOT / "requirements").glob("*.txt"))
    ]
    for package in {name for lock in pins for name in lock}:
        versions = {lock[package] for lock in pins if package in lock}
        assert len(versions) == 1, f"{package} is locked to {sorted(versions)}. Run `make lock`."
