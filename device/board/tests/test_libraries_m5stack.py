"""Libraries.Robots.M5Stack as a program uses it: what happens, and what the trace tells."""

from __future__ import annotations

from collections.abc import Callable

import board_adapter
import M5
import pytest
from board_adapter.plain import PlainBoard
from quorum_libraries.robots.m5stack.battery import Battery
from quorum_libraries.robots.m5stack.button import Button
from quorum_libraries.robots.m5stack.color import Color
from quorum_libraries.robots.m5stack.light import Light
from quorum_libraries.robots.m5stack.motionsensor import MotionSensor
from quorum_libraries.robots.m5stack.screen import Screen
from quorum_libraries.robots.m5stack.sound import Sound, frequency_of
from quorum_libraries.robots.m5stack.timer import Timer
from quorum_runtime import clock, program
from quorum_runtime.boxes import unbox
from quorum_runtime.errors import InputOutputError, InvalidArgumentError
from virtual_room import Room, room

__all__ = ["room"]

WHITE = 0xFFFFFF


def test_colors_are_mixed_within_their_range() -> None:
    mix = Color().FromRedGreenBlue__integer_integer_integer
    assert mix(255, 128, 0) == 0xFF8000
    assert mix(300, -1, 5) == 0xFF0005


def test_the_screen_tells_everything_it_draws(room: Room) -> None:
    screen = Screen()
    screen.SetBackgroundColor__integer(5)
    screen.Clear__()
    screen.Output__text_integer_integer("Hi", 1, 2)
    screen.SetTextSize__integer(3)
    screen.SetTextColor__integer(7)
    screen.Output__text_integer_integer("Ho", 3, 4)
    screen.Output__text_integer_integer_integer_integer("Ha", 5, 6, 2, 8)
    screen.DrawPixel__integer_integer_integer(1, 2, 3)
    screen.DrawLine__integer_integer_integer_integer_integer(1, 2, 3, 4, 5)
    screen.DrawRectangleOutline__integer_integer_integer_integer_integer(1, 2, 3, 4, 5)
    screen.DrawRectangleFull__integer_integer_integer_integer_integer(1, 2, 3, 4, 5)
    screen.DrawCircleOutline__integer_integer_integer_integer(1, 2, 3, 4)
    screen.DrawCircleFull__integer_integer_integer_integer(1, 2, 3, 4)
    screen.DrawTriangleFull__integer_integer_integer_integer_integer_integer_integer(
        1, 2, 3, 4, 5, 6, 7
    )
    screen.SetBrightness__integer(150)
    assert room.trace() == [
        ["screen", "clear", 5],
        ["screen", "text", "Hi", 1, 2, 1, WHITE],
        ["screen", "text", "Ho", 3, 4, 3, 7],
        ["screen", "text", "Ha", 5, 6, 2, 8],
        ["screen", "pixel", 1, 2, 3],
        ["screen", "line", 1, 2, 3, 4, 5],
        ["screen", "rectangle", 1, 2, 3, 4, 5, False],
        ["screen", "rectangle", 1, 2, 3, 4, 5, True],
        ["screen", "circle", 1, 2, 3, 4, False],
        ["screen", "circle", 1, 2, 3, 4, True],
        ["screen", "triangle", 1, 2, 3, 4, 5, 6, 7, True],
        ["screen", "brightness", 100],
    ]


def test_lines_of_text_follow_each_other_and_move_up_when_the_screen_is_full(room: Room) -> None:
    screen = Screen()
    screen.SetTextSize__integer(3)
    for line in ("1", "2\n3", "4", "5"):
        screen.OutputLine__text(line)
    tops = [event[4] for event in room.trace()]
    assert tops == [0, 46, 92, 138, 184]
    screen.OutputLine__text("6")
    assert [event[2:5] for event in room.trace()] == [
        [0],
        ["2", 0, 0],
        ["3", 0, 46],
        ["4", 0, 92],
        ["5", 0, 138],
        ["6", 0, 184],
    ]
    screen.Clear__()
    screen.OutputLine__text("again")
    assert room.trace()[-1][2:5] == ["again", 0, 0]


def test_a_text_size_that_does_not_exist_is_named(room: Room) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Screen().SetTextSize__integer(4)
    assert "no text size 4" in caught.value.message


def test_lights_shine_one_by_one_and_all_together(room: Room) -> None:
    light = Light()
    light.SetAll__integer(255)
    light.SetColor__integer_integer(0, 5)
    light.SetColor__integer_integer_integer_integer(9, 255, 0, 0)
    light.SetBrightness__integer(10)
    light.Clear__()
    assert room.trace() == [
        ["light", -1, 255],
        ["light", 0, 5],
        ["light", 9, 0xFF0000],
        ["light", -1, 0],
    ]
    with pytest.raises(InvalidArgumentError):
        light.SetColor__integer_integer(10, 5)


def test_a_tone_lasts_so_the_next_one_follows_it(room: Room) -> None:
    sound = Sound()
    sound.PlayNote__text_integer("C4", 300)
    sound.Beep__()
    sound.Stop__()
    sound.PlayTone__integer_integer(440, 0)
    assert room.trace() == [["sound", 262, 300], ["sound", 1000, 200], ["sound", 0, 0]]
    assert room.clock.now == 500
    sound.SetVolume__integer(-3)
    assert sound.GetVolume__() == 0


@pytest.mark.parametrize(
    ("note", "frequency"),
    [("A4", 440), ("a4", 440), ("C4", 262), ("F#3", 185), ("Bb4", 466), ("B0", 31), ("C8", 4186)],
)
def test_notes_have_their_frequency(note: str, frequency: int) -> None:
    assert frequency_of(note) == frequency


@pytest.mark.parametrize("note", ["", "H4", "C", "C9", "4C", "C##4", "do", "C44"])
def test_what_is_not_a_note_is_explained(note: str) -> None:
    with pytest.raises(InvalidArgumentError, match="from A to G"):
        frequency_of(note)


def test_a_program_waits_for_a_button_and_says_so(room: Room) -> None:
    presses = [
        {"button": "C", "at_ms": 0, "duration_ms": 100},
        {"button": "C", "at_ms": 700, "duration_ms": 100},
    ]
    room.show(buttons=presses)
    button = Button()
    assert button.IsCPressed__()
    assert not button.IsAPressed__()
    button.WaitForPress__integer(2)
    assert 700 <= room.clock.now <= 720
    assert room.trace() == [["waiting", "button", 2]]


def test_waiting_for_any_button_tells_which_one_it_was(room: Room) -> None:
    room.show(buttons=[{"button": "B", "at_ms": 50, "duration_ms": 100}])
    assert Button().WaitForAnyPress__() == 1
    assert room.trace() == [["waiting", "button", -1]]
    with pytest.raises(InvalidArgumentError):
        Button().IsPressed__integer(3)


def test_the_motion_sensor_feels_how_the_board_is_held(room: Room) -> None:
    room.show(
        motion=[
            {"at_ms": 100, "acceleration": [0.0, 1.0, 0.0], "rotation_speed": [1, 2, 3]},
            {"at_ms": 200, "acceleration": [2.0, 0.0, 1.0]},
        ],
        temperature=31.5,
    )
    sensor = MotionSensor()
    assert (sensor.GetTiltX__(), sensor.GetTiltY__(), sensor.GetAccelerationZ__()) == (0, 0, 1)
    assert not sensor.IsShaking__()
    room.clock.now = 100
    assert sensor.GetTiltY__() == pytest.approx(90)
    assert sensor.GetRotationSpeedZ__() == 3
    room.clock.now = 200
    assert sensor.IsShaking__()
    assert sensor.GetTemperature__() == 31.5


def test_the_motion_sensor_gives_all_axes_of_one_moment(room: Room) -> None:
    room.show(
        motion=[{"at_ms": 0, "acceleration": [0.5, 0, 1], "rotation_speed": [10, 20, -30]}],
    )
    sensor = MotionSensor()
    force, speed = sensor.GetAcceleration__(), sensor.GetAngularVelocity__()
    assert [unbox(force.Get__integer(axis)) for axis in range(3)] == [0.5, 0.0, 1.0]
    assert [unbox(speed.Get__integer(axis)) for axis in range(3)] == [10.0, 20.0, -30.0]


def test_the_battery_tells_how_full_it_is(room: Room) -> None:
    battery = Battery()
    assert (battery.GetLevel__(), battery.IsCharging__()) == (80, True)
    room.show(battery=7, charging=False)
    assert (battery.GetLevel__(), battery.IsCharging__()) == (7, False)


def test_a_board_that_knows_no_battery_says_so(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(M5.Power, "getBatteryLevel", lambda: -2)
    for question in (Battery().GetLevel__, Battery().IsCharging__):
        with pytest.raises(InputOutputError, match="has no battery"):
            question()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        (lambda: Battery().GetLevel__(), "battery"),
        (lambda: Button().IsAPressed__(), "buttons"),
        (lambda: Button().WasPressed__integer(1), "buttons"),
        (lambda: Button().WaitForPress__integer(2), "buttons"),
        (lambda: Button().WaitForAnyPress__(), "buttons"),
        (lambda: MotionSensor().GetAcceleration__(), "motion sensor"),
        (lambda: MotionSensor().GetRotationSpeedX__(), "motion sensor"),
        (lambda: MotionSensor().IsShaking__(), "motion sensor"),
        (lambda: Screen().Clear__(), "screen"),
        (lambda: Screen().OutputLine__text("nobody sees it"), "screen"),
        (lambda: Screen().SetBrightness__integer(50), "screen"),
        (lambda: Light().SetAll__integer(255), "lights"),
        (lambda: Light().SetBrightness__integer(50), "lights"),
        (lambda: Sound().Beep__(), "speaker"),
        (lambda: Sound().Stop__(), "speaker"),
        (lambda: Sound().SetVolume__integer(5), "speaker"),
    ],
)
def test_what_a_plain_board_lacks_is_named_and_does_not_appear_in_the_trace(
    room: Room, monkeypatch: pytest.MonkeyPatch, question: Callable[[], object], missing: str
) -> None:
    monkeypatch.setattr(board_adapter, "_board", PlainBoard())
    with pytest.raises(InputOutputError, match=f"This board has no {missing}"):
        question()
    assert room.trace() == []


def test_a_timer_counts_from_its_own_start(room: Room) -> None:
    timer = Timer()
    timer.Sleep__integer(100)
    later = Timer()
    later.SleepSeconds__number(0.25)
    assert (timer.GetElapsed__(), later.GetElapsed__()) == (350, 250)
    timer.Reset__()
    assert (timer.GetElapsed__(), timer.GetMilliseconds__()) == (0, 350)


def test_a_stop_in_the_middle_of_a_tone_ends_the_tone(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(milliseconds: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(clock, "sleep_ms", interrupted)
    with pytest.raises(KeyboardInterrupt):
        program.run(lambda: lambda: Sound().PlayTone__integer_integer(440, 60000))
    tone, stop = (M5.calls.index(call) for call in (("tone", 440, 60000), ("stop",)))
    assert tone < stop


@pytest.mark.parametrize("seconds", [float("inf"), float("-inf"), float("nan")])
def test_a_sleep_without_end_is_an_error_of_the_program(room: Room, seconds: float) -> None:
    with pytest.raises(InvalidArgumentError):
        Timer().SleepSeconds__number(seconds)
