"""Python looks for circles of objects again, whatever becomes of the work without it."""

import gc

import pytest

from pipeline.sweeping import unswept


def test_the_search_is_off_within_and_on_again_afterwards() -> None:
    with unswept():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"), unswept():
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_does_without_it_anyway_is_left_so() -> None:
    gc.disable()
    try:
        with unswept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
