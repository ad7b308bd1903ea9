"""The adapter: what reaches the hardware, on the boards of the family."""

from __future__ import annotations

import sys

import board_adapter
import esp32
import M5
import neopixel
import pytest
from board_adapter.plain import PlainBoard
from board_adapter.readable import readable
from virtual_room import Room, room

__all__ = ["room"]

PRESS_B = {"button": "B", "at_ms": 100, "duration_ms": 50}


def test_a_board_with_the_module_m5_is_chosen_by_itself(room: Room) -> None:
    assert type(board_adapter.board()).__name__ == "UIFlow2Board"


def test_without_the_module_m5_programs_still_run(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "M5", None)
    monkeypatch.setattr(board_adapter, "_board", None)
    board_adapter.begin()
    assert type(board_adapter.board()) is PlainBoard
    board_adapter.board().text("nobody sees it", 0, 0, 1, 0)
    assert board_adapter.board().acceleration() is None


def test_a_program_begins_with_a_dark_screen_and_dark_lights(room: Room) -> None:
    board_adapter.board().light(-1, 0xFF0000)
    board_adapter.reset()
    board_adapter.begin()
    assert ("fillScreen", 0) in M5.calls
    assert neopixel.shown[5] == [(0, 0, 0)] * 10


def test_the_end_of_a_program_silences_the_board_and_leaves_its_picture(room: Room) -> None:
    board_adapter.reset()
    assert M5.calls == [("stop",)]


def test_texts_use_a_font_for_each_size_and_letters_it_has(room: Room) -> None:
    board_adapter.board().text("Élève…", 5, 6, 3, 0xFFFFFF)
    assert M5.calls == [
        ("setFont", M5.Lcd.FONTS.DejaVu40),
        ("setTextColor", 0xFFFFFF, 0xFFFFFF),
        ("drawString", "Eleve...", 5, 6, None),
    ]
    assert readable("«œuf» n° 5") == '"oeuf" n° 5'


def test_places_far_outside_are_brought_near_for_the_firmware(room: Room) -> None:
    board_adapter.board().pixel(10**12, -(10**12), 1)
    assert M5.calls == [("drawPixel", 4000, -4000, 1)]


def test_the_lights_follow_color_and_brightness(room: Room) -> None:
    board = board_adapter.board()
    board.light(-1, 0x102030)
    board.light(3, 0xFF0000)
    board.light_brightness(50)
    assert neopixel.shown[5][2:5] == [(8, 16, 24), (127, 0, 0), (8, 16, 24)]


@pytest.mark.parametrize("kind", [M5.BOARD.M5Stack, M5.BOARD.M5StackCoreS3])
def test_a_press_during_a_sleep_is_remembered_until_it_is_asked_for(
    room: Room, monkeypatch: pytest.MonkeyPatch, kind: int
) -> None:
    M5.use_board(kind)
    monkeypatch.setattr(board_adapter, "_board", None)
    room.show(buttons=[PRESS_B])
    board_adapter.begin()
    board = board_adapter.board()
    board.sleep_ms(500)
    assert not board.button_is_down(1)
    assert board.was_pressed(1)
    assert not board.was_pressed(1)
    assert not board.was_pressed(0)


def test_a_button_that_is_held_when_the_program_begins_was_not_pressed_in_it(room: Room) -> None:
    room.show(buttons=[{"button": "A", "at_ms": 0, "duration_ms": 5000}])
    board_adapter.begin()
    assert board_adapter.board().button_is_down(0)
    assert not board_adapter.board().was_pressed(0)


def test_fingers_come_and_go_between_two_looks_alone(room: Room) -> None:
    room.show(buttons=[PRESS_B])
    room.clock.now = 120
    M5.update()
    room.clock.now = 200
    assert M5.Touch.getCount() == 1
    assert M5.Touch.getTouchPointRaw(0)[:2] == (160, 225)
    M5.update()
    assert M5.Touch.getCount() == 0


def test_the_first_esp32_measures_its_temperature_in_fahrenheit(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(esp32, "mcu_temperature")
    assert board_adapter.board().temperature() is None
    monkeypatch.setattr(esp32, "raw_temperature", lambda: 122, raising=False)
    assert board_adapter.board().temperature() == pytest.approx(50)


def test_a_sleep_lasts_as_long_as_it_was_asked_to(room: Room) -> None:
    board_adapter.board().sleep_ms(123)
    assert room.clock.now == 123
    board_adapter.board().sleep_ms(-5)
    assert room.clock.now == 123


@pytest.mark.parametrize(("kind", "pins"), [(1, (22, 21)), (2, (33, 32)), (10, (1, 2))])
def test_port_a_has_other_pins_on_every_board(
    room: Room, monkeypatch: pytest.MonkeyPatch, kind: int, pins: tuple[int, int]
) -> None:
    M5.use_board(kind)
    monkeypatch.setattr(board_adapter, "_board", None)
    board_adapter.begin()
    assert board_adapter.board().port_a() == pins
