"""The registers of facts and of works: what is read, and what is refused."""

from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.evidence import evidence, works

BOOK = '[book]\ntitle = "A book"\nfacts = ["F9"]\n'
READ = 'status = "verified"\nread_by = "test reviewer"\nread_on = 2026-11-01\nworks = ["book"]\n'


def _file(tmp_path: Path, text: str, name: str) -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_fact_is_unverified_until_a_named_person_has_read_a_work(tmp_path: Path) -> None:
    known = works(_file(tmp_path, BOOK, "references.toml"), "references.toml")
    text = f'[facts]\nF1 = "a"\nF2 = "b"\n\n[F2]\ntext = "b"\n{READ}'
    found = evidence(_file(tmp_path, text, "evidence.toml"), "evidence.toml", known)
    assert {name: one.grade for name, one in found.items()} == {
        "F1": "unverified",
        "F2": "verified",
    }
    assert [str(one.place) for one in found.values()] == ["evidence.toml:2", "evidence.toml:5"]
    assert found["F2"].works == ("book",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[F1]\nstatus='verified'\n", "e.toml:1: F1 is called verified, and nobody says who"),
        (
            f"\n[F1]\n{READ.replace('book', 'film')}",
            "e.toml:2: F1 names a work that is not there: f",
        ),
        (f"[F1]\n{READ.replace('test reviewer', '')}", "F1 is called verified, and nobody"),
        (f"[F1]\n{READ.replace('2026-11-01', '1')}", "F1 is called verified, and nobody"),
        (f"[F1]\n{READ}".replace('"test reviewer"', "true"), "F1 is called verified, and nobody"),
        (f"[F1]\n{READ.replace('test reviewer', ' - ')}", "F1 is called verified, and nobody"),
        ("[F1]\nstaus='verified'\n", "“F1” has a key “staus”, which says nothing here"),
        ("[F1]\nstatus='true'\n", "“status” of F1 is “true”. Write unverified or verified"),
        ("[F1]\nworks='book'\n", "“works” of “F1” is no list"),
    ],
)
def test_a_record_that_claims_too_much_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    known = works(_file(tmp_path, BOOK, "references.toml"), "references.toml")
    with pytest.raises(SourceError) as error:
        evidence(_file(tmp_path, text, "e.toml"), "e.toml", known)
    assert problem in str(error.value)


def test_a_table_of_its_own_says_more_than_a_line_wherever_it_stands(tmp_path: Path) -> None:
    known = works(_file(tmp_path, BOOK, "references.toml"), "references.toml")
    for text in (f'[facts]\nF1 = "a"\n[F1]\n{READ}', f'[F1]\n{READ}\n[facts]\nF1 = "a"\n'):
        found = evidence(_file(tmp_path, text, "e.toml"), "e.toml", known)["F1"]
        assert (found.grade, found.text) == ("verified", "a")


def test_an_unverified_fact_says_what_it_was_taken_from(tmp_path: Path) -> None:
    text = '[default]\nvia = "secondary page"\nread_on = 2026-11-22\n[facts]\nF1 = "a"\n'
    found = evidence(_file(tmp_path, text, "e.toml"), "e.toml", {})
    assert found["F1"].basis == "secondary page, read on 2026-11-22"


def test_a_work_has_a_title(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"references\.toml:1: The work “book” has no title"):
        works(_file(tmp_path, "[book]\nyear = 1996\n", "references.toml"), "references.toml")


def test_a_project_without_registers_has_no_facts(tmp_path: Path) -> None:
    assert evidence(tmp_path / "none.toml", "none.toml", {}) == {}
