"""What the doctor asks the board itself: MicroPython programs that print one line of JSON.

The libraries of the platform write their trace as well; the answer is the last line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from device.exceptions import PlatformError
from device.link import Board

PROBE_S = 8.0  # the camera may take 2 s for an algorithm and as long for its first picture

_ECHO = "print({text!r})"

_FACTS = """
import gc, json, os
gc.collect()
try:
    _disk = os.statvfs({root!r})
    _disk = _disk[0] * _disk[3]
except OSError:
    _disk = -1
try:
    import M5
    _facts = [True, M5.Power.getBatteryLevel(), bool(M5.Power.isCharging())]
except ImportError:
    _facts = [False, -1, False]
print(json.dumps([gc.mem_free(), _disk] + _facts))
"""

_CAMERA = """
import json
from quorum_libraries.robots.huskylens.huskylens import HuskyLens
_camera = HuskyLens()
_answer = [bool(_camera.Connect__()), -1, ""]
if _answer[0] and {algorithm} >= 0:
    try:
        _camera.SelectAlgorithm__integer({algorithm})
        _camera.Request__()
        _answer[1] = _camera.GetLearnedCount__()
    except Exception as error:
        _answer[2] = str(error)
print(json.dumps(_answer))
"""

# The morpho of the platform, made of what every board's screen can draw.
_PICTURE = """
def _draw():
    from quorum_libraries.robots.m5stack.screen import Screen
    screen = Screen()
    screen.Clear__()
    triangle = screen.DrawTriangleFull__integer_integer_integer_integer_integer_integer_integer
    rectangle = screen.DrawRectangleFull__integer_integer_integer_integer_integer
    for side in (-1, 1):
        triangle(160, 90, 160 + 110 * side, 20, 160 + 90 * side, 110, 0x1D4ED8)
        triangle(160, 96, 160 + 75 * side, 118, 160 + 30 * side, 160, 0x8AB0FF)
    rectangle(157, 70, 6, 90, 0xFFFFFF)
    rectangle(40, 176, 80, 24, 0xFF0000)
    rectangle(120, 176, 80, 24, 0x00FF00)
    rectangle(200, 176, 80, 24, 0x0000FF)
    screen.Output__text_integer_integer_integer_integer("HuskyLens Missions", 64, 208, 1, 0xFFFFFF)
try:
    import M5
    _draw()
    print("true")
except ImportError:
    print("false")
"""


def echo(board: Board, text: str) -> bool:
    """Send a text to the board and back; whether it came back as it was."""
    try:
        return board.execute(_ECHO.format(text=text), PROBE_S) == text + "\n"
    except PlatformError:
        return False  # damaged on its way there: no program any more


@dataclass(frozen=True)
class Facts:
    """What a board tells about itself."""

    heap_free_bytes: int
    storage_free_bytes: int  # -1: it cannot be read
    has_m5: bool  # UIFlow2's module for the parts of an M5Stack
    battery_percent: int  # negative: unknown
    is_charging: bool


def facts(board: Board) -> Facts:
    """Ask for memory, storage and power. Raises PlatformError, LinkError."""
    return Facts(*_ask(board, _FACTS.format(root=board.identity.library_root)))


def camera(board: Board, algorithm: int | None) -> tuple[bool, int, str]:
    """Whether the camera answers; with an algorithm, how many objects it has learned with it (-1:
    it could not be asked) and what it said instead. Raises PlatformError, LinkError.
    """
    number = -1 if algorithm is None else algorithm
    answers, learned, trouble = _ask(board, _CAMERA.format(algorithm=number))
    return answers, learned, trouble


def picture(board: Board) -> bool:
    """Draw the test picture; whether the board has a screen for it.

    Raises PlatformError with what the board said, LinkError.
    """
    return bool(_ask(board, _PICTURE))


def _ask(board: Board, program: str) -> Any:
    lines = board.execute(program, PROBE_S).splitlines()
    try:
        return json.loads(lines[-1])
    except (IndexError, ValueError) as error:
        raise PlatformError(f"the board said {lines[-1:]!r}") from error
