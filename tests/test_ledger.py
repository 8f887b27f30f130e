"""Ledgers on the disk: what counts, in which order, and what is named as counting for nothing."""

import json
import subprocess
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from pipeline.ledger import append, read
from pipeline.signature import Signature
from tests.crash import run_until_killed

TODAY = date(2026, 11, 22)


def _line(step: str = "translate", day: str = "2026-11-01", key: str = "k", **more: str) -> str:
    values = {"key": key, "step": step, "role": "test translator", "person": "a tester"}
    return json.dumps({**values, "date": day, **more}, ensure_ascii=False)


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
        _line("translate", "2026-11-03", person="another tester"),
    ]
    assert _steps(tmp_path, lines) == {"translate"}


def test_a_withdrawal_that_is_damaged_or_dated_ahead_holds_all_the_same(tmp_path: Path) -> None:
    key = "0123456789abcdef" * 4
    signed = _line("translate", "2026-11-01", key=key)
    ahead = _line("withdraw", "2026-11-23", key=key)
    torn = _line("withdraw", "2026-11-20", key=key)[:-9]
    path = tmp_path / "one.jsonl"
    for line in (ahead, torn):
        path.write_text(f"{signed}\n{line}", "utf-8")
        ledger, _ = read(path, "one", "pl", TODAY)
        assert ledger.steps_of(key) == frozenset(), line
    assert [one.place.line for one in read(path, "one", "pl", TODAY)[1]] == [2]


def test_the_order_of_lines_makes_no_difference(tmp_path: Path) -> None:
    lines = [
        _line("translate", "2026-11-01"),
        _line("withdraw", "2026-11-01"),
        _line("translate", "2026-11-02"),
        _line("revise", "2026-11-02", person="another tester"),
    ]
    found = {_steps(tmp_path, list(order)) for order in permutations(lines)}
    assert found == {frozenset({"translate", "revise"})}


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
    path.write_text(f"{_line()}\n{line}\n", encoding="utf-8")
    ledger, ignored = read(path, "one", "pl", TODAY)
    assert ledger.steps_of("k") == {"translate"}
    assert [each.place.line for each in ignored] == [2]
    assert why in ignored[0].why


# ── lines that do not count ────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("lines", "line", "why"),
    [
        ([_line("revise")], 1, "“revise” counts only where “translate” stands before it"),
        ([_line(), _line("revise")], 2, "are signed by the same person, a tester"),
        ([_line("clinical"), _line()], 1, "“clinical” counts only where “revise” stands"),
        ([_line("revise", "2026-11-01", person="b"), _line(day="2026-11-02")], 1, "counts only"),
    ],
)
def test_a_signature_that_the_table_does_not_allow_is_named(
    tmp_path: Path, lines: list[str], line: int, why: str
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    ledger, ignored = read(path, "one", "pl", TODAY, shown_as="locales/pl/ledger/one.jsonl")
    assert len(ledger.signatures) == len(lines) - 1
    assert [str(each.place) for each in ignored] == [f"locales/pl/ledger/one.jsonl:{line}"]
    assert why in ignored[0].why


@pytest.mark.parametrize(
    "line",
    [
        '{"key": "k", "step": "translate", "role": "r", "person": null, "date": "2026-11-01"}',
        '{"key": "k", "step": "translate", "role": 1, "person": "p", "date": "2026-11-01"}',
        _line()[:-1] + ', "step": "revise"}',
        _line().replace("a tester", "a \udcff"),
        "<<<<<<< HEAD",
        "\x00",
    ],
)
def test_a_line_that_could_be_read_in_two_ways_counts_for_nothing(
    tmp_path: Path, line: str
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_bytes(f"{line}\n{_line(key='other')}\n".encode(errors="surrogateescape"))
    ledger, ignored = read(path, "one", "pl", TODAY)
    assert [one.key for one in ledger.signatures] == ["other"]
    assert [each.place.line for each in ignored] == [1]


def test_a_name_may_hold_what_elsewhere_ends_a_line(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    odd = replace(SIGNATURE, person="a\u2028tester\x85")
    append(path, [odd])
    ledger, ignored = read(path, "one", "pl", TODAY)
    assert ignored == ()
    assert ledger.signatures[0].person == "a\u2028tester"


# ── adding lines ───────────────────────────────────────────────────────────────────────────────
SIGNATURE = Signature("k", "translate", "test", "a tester", date(2026, 11, 1))


@pytest.mark.parametrize(
    "old",
    [
        b"",
        (_line() + "\n").encode(),
        (_line() + "\r\n").encode(),
        _line().encode(),
        (_line() + "\n" + _line("revise")[:30]).encode(),
        b"\xff\xfe no ledger at all\n\n\n",
    ],
)
def test_adding_keeps_every_byte_and_ends_with_a_line_end(tmp_path: Path, old: bytes) -> None:
    path = tmp_path / "pl" / "ledger" / "one.jsonl"
    if old:
        path.parent.mkdir(parents=True)
        path.write_bytes(old)
    assert append(path, [SIGNATURE, replace(SIGNATURE, key="l", tool="a test")]) == 2
    data = path.read_bytes()
    new = data.removeprefix(old).removeprefix(b"" if old.endswith(b"\n") else b"\n")
    assert data.startswith(old)
    assert new.endswith(b"}\n")
    lines = [json.loads(line) for line in new.split(b"\n")[:-1]]
    assert [list(line) for line in lines] == [sorted(line) for line in lines]
    ledger, _ = read(path, "one", "pl", TODAY)
    assert {"k", "l"} <= {one.key for one in ledger.signatures}


def test_a_line_that_is_there_is_not_added_again(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    assert append(path, [SIGNATURE, SIGNATURE]) == 1
    before = path.read_bytes()
    path.write_bytes(before.replace(b"\n", b"\r\n"))
    assert append(path, [SIGNATURE]) == 0
    assert append(path, []) == 0
    assert path.read_bytes() == before.replace(b"\n", b"\r\n")


def test_a_run_that_is_killed_while_adding_leaves_the_old_lines_or_all(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    killed, seen = 1, set()
    while True:
        path.write_bytes(b"old\n")
        survived = not run_until_killed(lambda: append(path, [SIGNATURE]), killed, half=True)
        seen.add(path.read_bytes())
        if survived:
            break
        killed += 1
    assert killed > 2
    assert seen == {b"old\n", path.read_bytes()}


def test_two_branches_that_both_sign_are_merged_with_all_their_lines(tmp_path: Path) -> None:
    """As the rules for the repository say: `merge=union` for ledgers."""

    def git(*words: str) -> None:
        names = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
        subprocess.run(["git", *names, *words], cwd=tmp_path, check=True, capture_output=True)

    rules = Path(__file__).parent.parent / ".gitattributes"
    git("init", "-b", "main")
    (tmp_path / ".gitattributes").write_bytes(rules.read_bytes())
    path = tmp_path / "locales" / "pl" / "ledger" / "one.jsonl"
    append(path, [SIGNATURE])
    git("add", ".")
    git("commit", "-m", "one")
    git("branch", "other")
    append(path, [replace(SIGNATURE, step="revise", person="another", date=date(2026, 11, 3))])
    git("commit", "-am", "two")
    git("checkout", "other")
    append(path, [replace(SIGNATURE, step="reader", person="a third", date=date(2026, 11, 2))])
    git("commit", "-am", "three")
    git("merge", "main")
    ledger, ignored = read(path, "one", "pl", TODAY)
    assert ignored == ()
    assert ledger.steps_of("k") == {"translate", "revise", "reader"}
