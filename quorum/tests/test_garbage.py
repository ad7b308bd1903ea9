"""The garbage collector is as it was after a program has been compiled."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from quorum.garbage import collected_later
from quorum.tests.programs import compile_text


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("text", ["output 1", "output", ""])
def test_the_collector_works_again_after_a_program(text: str) -> None:
    compile_text(text)
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    compile_text("output 1")
    assert not gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), collected_later():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()
