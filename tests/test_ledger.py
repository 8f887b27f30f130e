"""Ledgers on the disk: what counts, in which order, and what is named as counting for nothing."""

import json
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from pipeline.ledger import read

TODAY = date(2026, 11, 22)


def _line(step: str = "translate", day: str = "2026-11-01", key: str = "k", **more: str) -> str:
    values = {"key": key, "step": step, "role": "test translator", "person": "a tester"}
    return json.dumps({**values, "date": day, **more})


def _steps(tmp_path: Path, lines: list[str]) -> frozenset[str]:
    path = tmp_path / "one.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read(path, "one", "pl", TODAY)[0].steps_of("k")


def test_a_missing_ledger_is_an_empty_one(tmp_path: Path) -> None:
    ledger, ignored = read(tmp_path / "none.jsonl", "one", "pl", TODAY)
    assert ledger.signatures == ()
    assert ignored == ()


def test_a_withdrawal_ends_what_stood_before_it_and_not_what_follows(tmp_path: Path) -> None:
    lines = [
        _line("translate", "2026-11-01"),
        _line("withdraw", "2026-11-02"),
        _line("revise", "2026-11-03"),
    ]
    assert _steps(tmp_path, lines) == {"revise"}


def test_the_order_of_lines_makes_no_difference(tmp_path: Path) -> None:
    lines = [
        _line("translate", "2026-11-01"),
        _line("withdraw", "2026-11-01"),
        _line("revise", "2026-11-02"),
    ]
    found = {_steps(tmp_path, list(order)) for order in permutations(lines)}
    assert found == {frozenset({"revise"})}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "no signature"),
        ("[]", "no signature"),
        ('{"key": "k"}', "no signature"),
        (_line("approve"), "unknown step"),
        (_line(day="2026-11-23"), "future"),
        (_line(day="yesterday"), "no signature"),
        (_line(person=""), "no key, role or person"),
        (_line()[:-20], "no signature"),
        pytest.param("[" * 100_000, "no signature", id="deep"),
    ],
)
def test_a_line_that_is_wrong_counts_for_nothing_and_is_named(
    tmp_path: Path, line: str, why: str
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(f"{_line('revise')}\n{line}\n", encoding="utf-8")
    ledger, ignored = read(path, "one", "pl", TODAY)
    assert ledger.steps_of("k") == {"revise"}
    assert [each.place.line for each in ignored] == [2]
    assert why in ignored[0].why
