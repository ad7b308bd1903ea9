"""The trace as it leaves the board."""

from __future__ import annotations

import json

import pytest
from quorum_runtime.trace import emit


def test_an_event_is_one_compact_line(capsys: pytest.CaptureFixture[str]) -> None:
    emit("blocks", 7, [(1, 2, 3, 4, 5)])
    assert capsys.readouterr().out == '\x1e["blocks",7,[[1,2,3,4,5]]]\n'


def test_no_text_can_end_its_line_or_begin_another(capsys: pytest.CaptureFixture[str]) -> None:
    text = "a\nb\x1e\x04\r\x00\x03é"
    emit("output", text)
    line = capsys.readouterr().out
    assert [code for code in line[1:-1].encode() if code < 32] == []
    assert json.loads(line[1:]) == ["output", text]
