"""A syntax error is seen while a program is pasted, and a right program is never called wrong."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from device.virtual.syntax import FIRST_LOOK_BYTES, ReadAlong

PADDING = b"x = 1\n" * (FIRST_LOOK_BYTES // 6 + 1)
FILES = sorted(Path(ast.__file__).parent.glob("[a-d]*.py"))


def looks_at_every_line(source: bytes) -> bool:
    """Whether any beginning of the program that ends with a line is called wrong."""
    end = 0
    for line in source.splitlines(keepends=True):
        end += len(line)
        if ReadAlong().finds_error(bytearray(source[:end])):
            return True
    return False


@pytest.mark.parametrize("path", FILES[:12], ids=lambda path: path.name)
def test_no_beginning_of_a_right_program_is_called_wrong(path: Path) -> None:
    source = path.read_bytes()[:20_000]
    assert not looks_at_every_line(source[: source.rfind(b"\n") + 1])


@pytest.mark.parametrize(
    "line",
    [b"y = 2)\n", b"y = $\n", b"  y = 2\n", b"while y\n", b"y = (2]\n", b"print 'a'\n"],
)
def test_a_mistake_is_seen_before_the_program_is_complete(line: bytes) -> None:
    assert ReadAlong().finds_error(bytearray(PADDING + line + b"z = 3"))


def test_the_last_line_is_not_judged_before_it_is_complete() -> None:
    assert not ReadAlong().finds_error(bytearray(PADDING + b"y = 2)"))


def test_a_program_is_looked_at_when_it_has_doubled() -> None:
    read_along = ReadAlong()
    assert not read_along.finds_error(bytearray(PADDING))
    assert not read_along.finds_error(bytearray(PADDING + b"y = 2)\n"))
    assert read_along.finds_error(bytearray(PADDING + b"y = 2)\n" + PADDING))
