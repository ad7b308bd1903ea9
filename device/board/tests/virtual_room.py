"""A virtual board whose time a test holds in its hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import board_adapter
import M5
import machine
import neopixel
import pytest
import virtual_scene
from board_adapter import clock as board_clock
from lens_on_paper import Clock
from quorum_runtime import trace


class Room:
    """The clock of everything, and what the program has written so far."""

    def __init__(self, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
        self.clock = clock
        self._capsys = capsys

    def show(self, *objects: dict[str, Any], **settings: Any) -> None:
        virtual_scene.show({"objects": list(objects), **settings})

    def trace(self) -> list[list[Any]]:
        """The events since the last question."""
        lines = self._capsys.readouterr().out.split("\n")
        return [json.loads(line.removeprefix("\x1e")) for line in lines if line]


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Room]:
    clock = Clock()
    for name in ("ticks_ms", "ticks_diff", "sleep_ms"):
        monkeypatch.setattr(board_clock, name, getattr(clock, name))
    monkeypatch.setattr(machine, "_wait_bits", lambda count, speed: None)
    monkeypatch.setattr(board_adapter, "_board", None)
    before = virtual_scene.ticks_ms, virtual_scene.ticks_diff
    virtual_scene.use_clock(clock.ticks_ms)
    virtual_scene.show(None)
    neopixel.shown.clear()
    trace.begin()
    board_adapter.begin()
    M5.calls.clear()
    yield Room(clock, capsys)
    board_adapter.reset()
    M5.use_board(M5.BOARD.M5StackCoreS3)
    virtual_scene.show(None)
    virtual_scene.use_clock(*before)
