"""Work spread over processes comes back whole and in order, and so do its errors."""

import os
import time

import pytest

from pipeline import spread as spreading
from pipeline.errors import SourceError, SourceErrors
from pipeline.place import Place
from pipeline.spread import FEW, spread

ITEMS = list(range(FEW * 2))


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_processors", lambda: 2)


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(spread(lambda: lambda item: item * item, ITEMS)) == [one * one for one in ITEMS]


def test_much_work_is_done_by_several_processes_and_little_by_one() -> None:
    def slowly(_item: int) -> int:
        time.sleep(0.002)  # so that no process does it all before the other has begun
        return os.getpid()

    assert len(set(spread(lambda: slowly, ITEMS))) == 2
    assert set(spread(lambda: slowly, ITEMS[: FEW - 1])) == {os.getpid()}


def test_an_error_of_a_process_keeps_its_place_and_its_words() -> None:
    def fail(item: int) -> int:
        raise SourceError("It is wrong.", "Mend it.", Place("a.md", item))

    with pytest.raises(SourceError, match=r"a\.md: It is wrong\. Mend it\.") as caught:
        list(spread(lambda: fail, ITEMS))
    assert caught.value.place == Place("a.md", 0)


def test_several_errors_travel_together() -> None:
    def fail(item: int) -> int:
        raise SourceErrors((SourceError("One.", "Mend it."), SourceError(str(item), "Mend it.")))

    with pytest.raises(SourceErrors) as caught:
        list(spread(lambda: fail, ITEMS))
    assert [error.problem for error in caught.value.errors] == ["One.", "0"]
