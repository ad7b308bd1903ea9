"""From bytes to a source text."""

from __future__ import annotations

import pytest

from quorum import Diagnostic, SourceFile, decode_source


def test_utf8_with_or_without_a_mark_is_read() -> None:
    assert decode_source("é".encode(), "a") == SourceFile("a", "é")
    assert decode_source(b"\xef\xbb\xbfx", "a") == SourceFile("a", "x")
    assert decode_source(b"", "a") == SourceFile("a", "")


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"ab\nc\x00d", "Q0001", 2, 2),
        (b"ab\nc\xe9d", "Q0002", 2, 2),
        ("x".encode("utf-16"), "Q0002", 1, 1),
    ],
)
def test_anything_else_is_a_diagnostic_in_its_place(
    data: bytes, code: str, line: int, column: int
) -> None:
    found = decode_source(data, "a")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.line, found.column) == (code, line, column)
    assert found.message("fr")
