"""The adapter: what reaches the hardware, on the boards of the family."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import board_adapter
import esp32
import M5
import machine
import neopixel
import pytest
from board_adapter.plain import PlainBoard
from board_adapter.readable import readable
from virtual_room import Room, room

__all__ = ["room"]

DARK = [(0, 0, 0)] * 10
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
    assert board_adapter.board().parts == ()
    assert board_adapter.board().acceleration() is None
    board_adapter.silence()


def test_a_program_begins_with_a_dark_screen_and_dark_lights(room: Room) -> None:
    board_adapter.board().light(-1, 0xFF0000)
    board_adapter.reset()
    board_adapter.begin()
    assert ("fillScreen", 0) in M5.calls
    assert neopixel.shown[5] == DARK


def test_what_a_program_showed_goes_when_another_one_comes_and_only_once(room: Room) -> None:
    board_adapter.board().light(-1, 0xFF0000)
    board_adapter.reset()
    board_adapter.tidy()
    assert neopixel.shown[5] == DARK
    board_adapter.tidy()
    board_adapter.begin()
    assert M5.calls.count(("fillScreen", 0)) == 1


def test_a_good_end_silences_the_board_and_leaves_its_picture_and_its_lights(room: Room) -> None:
    board_adapter.board().light(-1, 0xFF0000)
    board_adapter.reset()
    assert M5.calls == [("stop",), ("setVolume", 127)]
    assert neopixel.shown[5] == [(255, 0, 0)] * 10


def test_a_bad_end_switches_the_lights_off_too(room: Room) -> None:
    board_adapter.board().light(3, 0xFF0000)
    board_adapter.reset(well=False)
    assert M5.calls[0] == ("stop",)
    assert neopixel.shown[5] == DARK


def test_a_program_that_used_no_lights_leaves_their_pin_alone(room: Room) -> None:
    board_adapter.reset(well=False)
    assert neopixel.shown == {}


def test_silence_makes_dark_what_still_shines_from_before_a_restart(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_adapter, "_board", None)
    board_adapter.silence()
    assert ("stop",) in M5.calls
    assert neopixel.shown[5] == DARK


def test_settings_of_a_program_do_not_reach_the_next_one(room: Room) -> None:
    board = board_adapter.board()
    board.brightness(10)
    board.volume(100)
    board.light_brightness(10)
    board_adapter.reset()
    assert M5.calls[-2:] == [("setBrightness", 204), ("setVolume", 127)]
    board_adapter.begin()
    board.light(0, 0xFF0000)
    assert neopixel.shown[5][0] == (255, 0, 0)


def test_a_press_that_a_program_did_not_ask_for_is_forgotten(room: Room) -> None:
    room.show(buttons=[PRESS_B])
    board_adapter.board().sleep_ms(500)
    board_adapter.reset()
    assert not board_adapter.board().was_pressed(1)


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


@pytest.fixture
def use_board(room: Room, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Any]:
    """Be a board of this kind, and return its adapter."""

    def use(kind: int) -> Any:
        M5.use_board(kind)
        monkeypatch.setattr(board_adapter, "_board", None)
        board_adapter.begin()
        return board_adapter.board()

    return use


@pytest.mark.parametrize(("kind", "pins"), [(1, (22, 21)), (2, (33, 32)), (10, (1, 2))])
def test_port_a_has_other_pins_on_every_board(
    use_board: Callable[[int], Any], kind: int, pins: tuple[int, int]
) -> None:
    assert use_board(kind).port_a() == pins


@pytest.mark.parametrize(
    ("machine_name", "pins", "reserved"),
    [
        ("Generic ESP32 module with ESP32", (22, 21), (1, 3)),
        ("Generic ESP32S3 module with ESP32S3", (1, 2), (19, 20)),
    ],
)
def test_without_the_module_m5_the_chip_tells_the_pins(
    monkeypatch: pytest.MonkeyPatch,
    machine_name: str,
    pins: tuple[int, int],
    reserved: tuple[int, int],
) -> None:
    monkeypatch.setattr(sys.implementation, "_machine", machine_name, raising=False)
    assert PlainBoard().port_a() == pins
    assert PlainBoard().reserved_pins() == reserved


def test_port_a_is_the_bus_of_the_firmware_also_when_a_program_names_its_pins(
    use_board: Callable[[int], Any],
) -> None:
    """On a Basic a bus of its own would take the pins away from the power chip."""
    board = use_board(M5.BOARD.M5Stack)
    assert type(board.i2c()) is machine.I2C
    assert type(board.i2c(21, 22)) is machine.I2C
    assert type(board.i2c(26, 36)) is machine.SoftI2C


@pytest.mark.parametrize(
    ("kind", "pins"),
    [
        (M5.BOARD.M5Stack, (1, 26)),
        (M5.BOARD.M5StackCore2, (13, 3)),
        (M5.BOARD.M5StackCore2, (16, 17)),
        (M5.BOARD.M5StackCore2, (21, 22)),
        (M5.BOARD.M5StackCoreS3, (19, 20)),
        (M5.BOARD.M5StackCoreS3, (12, 11)),
    ],
)
def test_pins_that_a_board_needs_itself_are_refused(
    use_board: Callable[[int], Any], kind: int, pins: tuple[int, int]
) -> None:
    for line in (use_board(kind).i2c, use_board(kind).uart):
        with pytest.raises(ValueError, match="in use"):
            line(*pins)


@pytest.mark.parametrize(("heap_bytes", "refused"), [(300_000, False), (4_500_000, True)])
def test_a_fire_is_known_by_its_memory_which_hangs_on_the_pins_of_port_c(
    use_board: Callable[[int], Any],
    monkeypatch: pytest.MonkeyPatch,
    heap_bytes: int,
    refused: bool,
) -> None:
    monkeypatch.setattr(esp32, "HEAP_DATA", 4, raising=False)
    monkeypatch.setattr(esp32, "idf_heap_info", lambda kind: [(heap_bytes, 0, 0, 0)], raising=False)
    assert (17 in use_board(M5.BOARD.M5Stack).reserved_pins()) is refused


def test_port_a_is_switched_on_for_the_camera(
    use_board: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(M5.Power, "_ext_output", False)
    board = use_board(M5.BOARD.M5StackCoreS3)
    board.i2c()
    assert M5.Power.getExtOutput()
    assert board.port_a_has_power()


def test_a_board_on_usb_without_battery_says_that_port_a_has_no_power(
    use_board: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(M5.Power, "_ext_output", False)
    monkeypatch.setattr(M5.Power, "setExtOutput", lambda enable: None)
    assert not use_board(M5.BOARD.M5StackCoreS3).port_a_has_power()
    assert use_board(M5.BOARD.M5Stack).port_a_has_power()
