"""From Quorum to the trace: compiler, link, runtime, libraries, driver and lens together."""

from __future__ import annotations

from typing import Any

import pytest

from device.installation import runtime_files
from device.link import Board, RunEnd
from device.trace import TraceReader
from quorum import SourceFile, compile_program

WATCH_FACES = """
use Libraries.Robots.M5Stack.Screen
use Libraries.Robots.M5Stack.Color
use Libraries.Robots.M5Stack.Timer
use Libraries.Robots.HuskyLens.HuskyLens
use Libraries.Robots.HuskyLens.Block

Screen screen
Color color
Timer timer
HuskyLens camera
camera:SelectAlgorithm(camera:FACE_RECOGNITION)
repeat while true
    camera:RequestBlocks()
    screen:Clear()
    if camera:HasResult()
        Block face = camera:GetBlock(0)
        screen:Output("Face " + face:GetID(), 10, 10)
        screen:DrawRectangleOutline(face:GetLeft(), face:GetTop(),
            face:GetWidth(), face:GetHeight(), color:GREEN)
    else
        screen:Output("Nobody", 10, 10)
    end
    timer:Sleep(100)
end
"""

ASK_TOO_FAR = """use Libraries.Robots.HuskyLens.HuskyLens
HuskyLens camera
camera:Request()
output "asked"
output camera:GetBlock(3):GetX()
"""

EVERY_PART = """
use Libraries.Robots.M5Stack.Light
use Libraries.Robots.M5Stack.Button
use Libraries.Robots.M5Stack.Sound
use Libraries.Robots.M5Stack.MotionSensor
use Libraries.Robots.M5Stack.Color

Light light
Button button
Sound sound
MotionSensor motion
Color color
light:SetColor(2, color:FromRedGreenBlue(255, 0, 0))
button:WaitForPress(button:B)
sound:PlayNote("A4", 20)
output "up " + motion:GetAccelerationZ()
"""

DRAW_WITHOUT_END = """
use Libraries.Robots.M5Stack.Screen
Screen screen
integer turn = 0
repeat while true
    screen:DrawPixel(turn, 0, 0)
    turn = turn + 1
end
"""


@pytest.fixture(scope="module")
def board(shared_board: Board) -> Board:
    shared_board.install(runtime_files())
    return shared_board


def play(
    board: Board, text: str, scene: dict[str, Any], time_limit_s: float = 20.0
) -> tuple[RunEnd, list[tuple[Any, ...]]]:
    compilation = compile_program([SourceFile("main.quorum", text)])
    assert compilation.program is not None, compilation.diagnostics
    board.show_scene(scene)
    reader = TraceReader()
    events = []
    run = board.run(
        compilation.program.text,
        on_data=lambda data: events.extend(reader.feed(data)),
        time_limit_s=time_limit_s,
        output_limit_bytes=100_000,
    )
    return run.ended, [(event.kind, *event.values) for event in events]


def test_a_program_shows_the_face_that_the_camera_sees(board: Board) -> None:
    face = {"algorithm": "face_recognition", "id": 1, "width": 60, "height": 40}
    ended, trace = play(board, WATCH_FACES, {"objects": [face]}, time_limit_s=1.0)
    assert ended is RunEnd.TIME_LIMIT
    assert trace[0] == ("algorithm", 0)
    assert trace[1][0] == "blocks"
    assert trace[1][2] == [[160, 120, 60, 40, 1]]
    assert trace[2:5] == [
        ("screen", "clear", 0),
        ("screen", "text", "Face 1", 10, 10, 1, 0xFFFFFF),
        ("screen", "rectangle", 130, 100, 60, 40, 0x00FF00, False),
    ]


def test_an_error_in_a_library_is_told_with_the_line_of_the_program(board: Board) -> None:
    ended, trace = play(board, ASK_TOO_FAR, {})
    assert ended is RunEnd.FINISHED
    kinds = [event[0] for event in trace]
    assert kinds == ["blocks", "output", "error", "end"]
    assert trace[2][1:3] == ("InvalidLocationError", "There is no block: ask HasResult() first.")


def test_lights_buttons_sound_and_motion_work_together(board: Board) -> None:
    presses = {"buttons": [{"button": "B", "at_ms": 100, "duration_ms": 100}]}
    ended, trace = play(board, EVERY_PART, presses)
    assert ended is RunEnd.FINISHED
    assert trace[:-1] == [
        ("light", 2, 0xFF0000),
        ("waiting", "button", 1),
        ("sound", 440, 20),
        ("output", "up 1.0"),
    ]


def test_a_loop_that_draws_as_fast_as_it_can_leaves_the_line_free_and_its_last_picture(
    board: Board,
) -> None:
    ended, trace = play(board, DRAW_WITHOUT_END, {}, time_limit_s=0.5)
    drawn = [event[2] for event in trace if event[0] == "screen"]
    missing = sum(event[1] for event in trace if event[0] == "dropped")
    assert ended is RunEnd.TIME_LIMIT
    assert missing > 0
    assert drawn[-1] == len(drawn) + missing - 1


def test_what_a_program_typed_into_the_board_is_gone_for_the_next_one(board: Board) -> None:
    play(board, ASK_TOO_FAR, {})
    written = bytearray()
    board.run(
        "print([name for name in globals() if name[0] != '_'])",
        on_data=written.extend,
        time_limit_s=5.0,
        output_limit_bytes=1000,
    )
    assert bytes(written) == b"[]\r\n"
