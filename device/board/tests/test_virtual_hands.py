"""What somebody does with a virtual board, and sees on it, while a program runs."""

from __future__ import annotations

import base64
import json
import struct
import threading
import zlib
from typing import Any

import board_adapter
import M5
import machine
import pytest
import virtual_scene
from quorum_libraries.robots.huskylens.huskylens import HuskyLens
from quorum_libraries.robots.m5stack.light import Light
from quorum_libraries.robots.m5stack.screen import Screen
from quorum_libraries.robots.m5stack.sound import Sound
from virtual_hands import handle
from virtual_lens_faults import NAMES
from virtual_room import Room, room
from wire import frame

__all__ = ["room"]

KNOCK = frame(0x2C)


def look() -> dict[str, Any]:
    """What there is to see, as it goes over a wire."""
    seen: dict[str, Any] = json.loads(json.dumps(handle({"do": "look"})))
    return seen


def lens_is_there() -> bool:
    try:
        machine.I2C(0, scl=1, sda=2).writeto(0x32, KNOCK)
    except OSError:
        return False
    return True


def test_a_press_is_a_finger_on_the_button_for_a_while(room: Room) -> None:
    board = board_adapter.board()
    room.clock.now = 1000
    assert handle({"do": "press", "button": "B", "duration_ms": 300}) == {}
    pressed = []
    for room.clock.now in (1000, 1299, 1300):
        board.poll()
        pressed.append([board.button_is_down(button) for button in range(3)])
    assert pressed == [[False, True, False], [False, True, False], [False] * 3]
    assert board.was_pressed(1)


def test_two_fingers_and_those_of_the_scene_press_at_once(room: Room) -> None:
    room.show(buttons=[{"button": "C", "at_ms": 0, "duration_ms": 1000}])
    handle({"do": "press", "button": "A", "duration_ms": 100})
    handle({"do": "press", "button": "B", "duration_ms": 200})
    room.clock.now = 150
    pressed = [virtual_scene.button_pressed(button) for button in range(3)]
    assert pressed == [False, True, True]


def test_a_press_goes_on_when_a_program_begins(room: Room) -> None:
    room.clock.now = 50
    handle({"do": "press", "button": "A", "duration_ms": 100})
    room.clock.now = 100
    virtual_scene.restart()
    assert virtual_scene.button_pressed(0)
    room.clock.now = 150
    assert not virtual_scene.button_pressed(0)


def test_a_hand_reaches_a_program_that_is_running(room: Room) -> None:
    """The program runs in one thread, the orders come in another, as in the virtual board."""
    started, stop = threading.Event(), threading.Event()

    def wait_for_the_button() -> None:
        board = board_adapter.board()
        while not board.button_is_down(0) and not stop.is_set():
            started.set()
            board.poll()

    program = threading.Thread(target=wait_for_the_button)
    program.start()
    try:
        assert started.wait(10)
        handle({"do": "press", "button": "A", "duration_ms": 1000})
        program.join(10)
        assert not program.is_alive()
    finally:
        stop.set()
        program.join()


def test_a_move_holds_until_it_is_taken_back(room: Room) -> None:
    room.show(motion=[{"at_ms": 0, "acceleration": [0, 0, -1], "rotation_speed": [9, 0, 0]}])
    handle({"do": "move", "acceleration": [1, 0, 0.5]})
    assert M5.Imu.getAccel() == (1.0, 0.0, 0.5)
    assert M5.Imu.getGyro() == (9.0, 0.0, 0.0)
    handle({"do": "move", "rotation_speed": [0, 0, 0]})
    assert M5.Imu.getAccel() == (1.0, 0.0, 0.5)
    assert M5.Imu.getGyro() == (0.0, 0.0, 0.0)
    handle({"do": "move", "acceleration": None, "rotation_speed": None})
    assert M5.Imu.getAccel() == (0.0, 0.0, -1.0)
    assert M5.Imu.getGyro() == (9.0, 0.0, 0.0)


def test_the_next_scene_ends_a_move_and_a_pull_at_the_cable(room: Room) -> None:
    handle({"do": "move", "acceleration": [1, 0, 0]})
    handle({"do": "unplug_camera"})
    assert not lens_is_there()
    handle({"do": "scene", "scene": {"temperature": 30}})
    assert M5.Imu.getAccel() == (0.0, 0.0, 1.0)
    assert lens_is_there()
    assert virtual_scene.temperature() == 30.0


def test_the_camera_is_pulled_out_and_plugged_in(room: Room) -> None:
    room.show(boot_ms=2000)
    room.clock.now = 5000
    assert lens_is_there()
    handle({"do": "unplug_camera"})
    assert not lens_is_there()
    assert look()["lens"]["connected"] is False
    handle({"do": "plug_camera"})
    room.clock.now = 6999
    assert not lens_is_there()
    room.clock.now = 7000
    assert lens_is_there()
    assert look()["lens"]["connected"] is True


def test_the_answers_of_the_camera_can_be_spoiled(room: Room) -> None:
    for name in NAMES:
        handle({"do": "lens_fault", "name": name, "count": 1})
    bus = machine.I2C(0, scl=1, sda=2)
    for _ in NAMES:
        bus.writeto(0x32, KNOCK)
    assert look()["lens"]["faults"] == len(NAMES)


def test_a_look_shows_what_lights_speaker_and_screen_did_and_when(room: Room) -> None:
    light, sound, screen = Light(), Sound(), Screen()
    screen.Output__text_integer_integer("below", 0, 100)
    screen.Output__text_integer_integer("above", 0, 10)
    room.clock.now = 40
    light.SetColor__integer_integer(2, 0xFF8000)
    sound.PlayTone__integer_integer(440, 250)
    light.SetAll__integer(0)
    board_adapter.board().tone(100, 1000)
    board_adapter.board().stop_sound()
    seen = look()
    assert seen["sounds"] == [[440, 250, 40], [100, 1000, 290], [0, 0, 290]]
    assert seen["lights"] == [0] * 10
    assert seen["light_changes"] == [
        [[0, 0, 0xFF8000, *[0] * 7], 40],
        [[0] * 10, 290],
    ]
    assert seen["screen_texts"] == ["above", "below"]
    assert seen["brightness"] == 204


def test_what_a_program_did_is_seen_until_the_next_one_does_something(room: Room) -> None:
    room.clock.now = 500
    board_adapter.board().tone(440, 100)
    virtual_scene.restart()
    assert look()["sounds"] == [[440, 100, 500]]
    board_adapter.board().tone(880, 100)
    assert look()["sounds"] == [[880, 100, 0]]


def test_a_thousand_tones_are_not_all_remembered(room: Room) -> None:
    for number in range(1000):
        M5.Speaker.tone(number, 1)
    sounds = look()["sounds"]
    assert len(sounds) <= 200
    assert sounds[-1][0] == 999


def test_a_look_shows_what_the_camera_knows_and_writes(room: Room) -> None:
    tags = [{"algorithm": "tag_recognition", "id": id} for id in (3, 0, 8)]
    room.show(*tags, algorithm="tag_recognition", frame_rate=10)
    assert look()["lens"] == {
        "algorithm": "tag_recognition",
        "learned_ids": [3, 8],
        "names": {},
        "texts": [],
        "frame": 0,
        "faults": 0,
        "connected": True,
    }
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(5)
    camera.SetName__integer_text(3, "Anna")
    camera.Write__text_integer_integer("Hi", 30, 40)
    room.clock.now = 2000
    seen = look()["lens"]
    assert (seen["names"], seen["texts"], seen["frame"]) == ({"3": "Anna"}, [["Hi", 30, 40]], 20)


def test_the_screen_comes_as_a_picture(room: Room) -> None:
    board_adapter.board().clear(0x123456)
    file = base64.b64decode(handle({"do": "screen"})["png"])
    assert file[:4] == b"\x89PNG"
    assert struct.unpack(">II", file[16:24]) == (320, 240)
    start = file.index(b"IDAT") + 4
    rows = zlib.decompress(file[start:-16])
    assert rows == (b"\0" + bytes.fromhex("123456") * 320) * 240


@pytest.mark.parametrize(
    ("order", "complaint"),
    [
        ({}, "I do not know the order None. There are: lens_fault, look, move, "),
        ([1], "I do not know the order [1]."),
        ({"do": "jump"}, "I do not know the order 'jump'."),
        ({"do": ["press"]}, "I do not know the order ['press']."),
        ({"do": "press", "button": "D", "duration_ms": 1}, "must be A, B or C, not 'D'"),
        ({"do": "press", "button": "AB", "duration_ms": 1}, "must be A, B or C, not 'AB'"),
        ({"do": "press", "button": "A"}, "duration_ms must be a whole number from 1 to "),
        ({"do": "press", "button": "A", "duration_ms": True}, "not True"),
        ({"do": "move", "acceleration": [1, 2]}, "acceleration must be three numbers [x, y, z]"),
        ({"do": "move", "rotation_speed": [1, 2, "3"]}, "rotation_speed must be three numbers"),
        ({"do": "lens_fault", "name": "tired", "count": 1}, "'tired'. There are: wrong_sum, lying"),
        ({"do": "lens_fault", "name": "busy", "count": 0}, "count must be a whole number from 1"),
        ({"do": "scene", "scene": {"objects": [{}]}}, "This is no scene: KeyError('algorithm')"),
        ({"do": "scene", "scene": [1]}, "This is no scene"),
    ],
)
def test_an_order_that_is_none_is_told_in_a_sentence(
    room: Room, order: Any, complaint: str
) -> None:
    room.show(temperature=7)
    with pytest.raises(ValueError) as caught:
        handle(order)
    assert complaint in str(caught.value)
    assert virtual_scene.temperature() == 7.0
    assert not any(virtual_scene.button_pressed(button) for button in range(3))
