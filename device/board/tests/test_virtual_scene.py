"""The scene over time, and the virtual lens that sees it through the real protocol."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import machine
import pytest
import virtual_scene
from huskylens_driver import protocol
from huskylens_driver.driver import Driver
from huskylens_driver.errors import LensNeedsPro, LensNotFound
from huskylens_driver.transport import I2CTransport, SerialTransport
from lens_on_paper import Clock
from virtual_huskylens import lens

FACE, TRACKING, LINE, TAG = 0, 1, 3, 5

ANNA = {
    "algorithm": "face_recognition",
    "id": 1,
    "from_ms": 1000,
    "until_ms": 6000,
    "x": 80,
    "width": 70,
    "height": 90,
    "moves": [{"at_ms": 3000, "x": 200}, {"at_ms": 5000, "x": 240, "width": 90}],
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """The time of the scene, moved by sleeping; transfers on the wire take none."""
    clock = Clock()
    before = virtual_scene.ticks_ms, virtual_scene.ticks_diff
    virtual_scene.use_clock(clock.ticks_ms)
    monkeypatch.setattr(machine, "_wait_bits", lambda count, speed: None)
    yield clock
    virtual_scene.show(None)
    virtual_scene.use_clock(*before)


def show(*objects: dict[str, Any], **settings: Any) -> None:
    virtual_scene.show({"objects": list(objects), **settings})


def lens_driver(clock: Clock) -> Driver:
    return Driver(I2CTransport(lambda: machine.I2C(0, scl=1, sda=2)), clock)


def places(algorithm: int) -> list[tuple[int, ...]]:
    return [place for _, _, place in virtual_scene.visible(algorithm)]


def test_a_thing_comes_glides_and_goes(clock: Clock) -> None:
    show(ANNA)
    story = {}
    for clock.now in (999, 1000, 2000, 3000, 4000, 5999, 6000):
        story[clock.now] = places(FACE)
    assert story == {
        999: [],
        1000: [(80, 120, 70, 90)],
        2000: [(140, 120, 70, 90)],
        3000: [(200, 120, 70, 90)],
        4000: [(220, 120, 80, 90)],
        5999: [(240, 120, 90, 90)],
        6000: [],
    }


def test_a_thing_is_seen_by_its_own_algorithm_alone(clock: Clock) -> None:
    show({"algorithm": "tag_recognition", "id": 3})
    assert places(TAG) == [(160, 120, 80, 80)]
    assert places(FACE) == []


def test_a_scene_that_loops_begins_again(clock: Clock) -> None:
    show(ANNA, loop_ms=10_000)
    clock.now = 11_000
    assert places(FACE) == [(80, 120, 70, 90)]


def test_every_program_starts_at_the_beginning_of_the_scene(clock: Clock) -> None:
    show(ANNA)
    clock.now = 2000
    virtual_scene.restart()
    assert places(FACE) == []


def test_buttons_and_movements_have_their_time(clock: Clock) -> None:
    show(
        buttons=[{"button": "B", "at_ms": 100, "duration_ms": 50}],
        motion=[{"at_ms": 200, "acceleration": [0, 1, 0]}],
    )
    pressed = []
    for clock.now in (99, 100, 149, 150):
        pressed.append(virtual_scene.button_pressed(1))
    assert pressed == [False, True, True, False]
    assert virtual_scene.acceleration() == (0.0, 0.0, 1.0)
    clock.now = 200
    assert virtual_scene.acceleration() == (0.0, 1.0, 0.0)
    assert virtual_scene.rotation_speed() == (0.0, 0.0, 0.0)


def test_the_lens_is_silent_on_the_bus_until_somebody_knocks(clock: Clock) -> None:
    lens.awake = False
    bus = machine.I2C(0, scl=1, sda=2)
    assert bus.scan() == []
    assert lens_driver(clock).knock()
    assert bus.scan() == [0x32]


def test_the_lens_tells_what_it_sees(clock: Clock) -> None:
    show(ANNA, {"algorithm": "face_recognition", "x": 20}, algorithm="face_recognition")
    clock.now = 3000
    results = lens_driver(clock).request(protocol.REQUEST_BLOCKS)
    assert results.blocks == [(200, 120, 70, 90, 1), (20, 120, 80, 80, 0)]
    assert results.learned == 1
    assert results.frame == 45


def test_requests_can_ask_for_less(clock: Clock) -> None:
    show(ANNA, {"algorithm": "face_recognition", "id": 2}, {"algorithm": "face_recognition"})
    driver = lens_driver(clock)
    driver.select_algorithm(FACE)
    clock.now = 3000
    assert len(driver.request().blocks) == 3
    assert len(driver.request(protocol.REQUEST_LEARNED).blocks) == 2
    assert [found[4] for found in driver.request(protocol.REQUEST_BY_ID, 2).blocks] == [2]
    assert driver.request(protocol.REQUEST_ARROWS).blocks == []


def test_line_tracking_gives_arrows(clock: Clock) -> None:
    show({"algorithm": "line_tracking", "id": 1, "x_target": 200, "y_target": 100})
    driver = lens_driver(clock)
    driver.select_algorithm(LINE)
    assert driver.request().arrows == [(160, 239, 200, 100, 1)]
    assert driver.request(protocol.REQUEST_BLOCKS).arrows == []


def test_after_a_change_of_algorithm_the_first_results_are_of_the_new_one(clock: Clock) -> None:
    show({"algorithm": "tag_recognition", "id": 9}, algorithm="face_recognition")
    driver = lens_driver(clock)
    driver.select_algorithm(TAG)
    assert driver.request().blocks == [(160, 120, 80, 80, 9)]
    assert 0 < clock.now < 1000


def test_an_algorithm_of_the_pro_is_refused(clock: Clock) -> None:
    with pytest.raises(LensNeedsPro):
        lens_driver(clock).select_algorithm(7)


def test_the_lens_learns_what_is_in_the_middle_and_forgets_it_again(clock: Clock) -> None:
    show(
        {"algorithm": "object_tracking", "x": 20},
        {"algorithm": "object_tracking", "x": 170},
        algorithm="object_tracking",
    )
    driver = lens_driver(clock)
    driver.learn(4)
    assert [found[4] for found in driver.request().blocks] == [0, 4]
    driver.forget()
    assert [found[4] for found in driver.request().blocks] == [0, 0]


def test_what_was_learned_in_another_scene_is_gone(clock: Clock) -> None:
    show({"algorithm": "face_recognition"}, algorithm="face_recognition")
    driver = lens_driver(clock)
    driver.learn(4)
    show({"algorithm": "face_recognition"})
    assert [found[4] for found in driver.request().blocks] == [0]


def test_the_lens_shows_names_and_texts(clock: Clock) -> None:
    show(algorithm="face_recognition")
    lens.texts = []
    driver = lens_driver(clock)
    driver.set_name(1, "Anna")
    driver.write_text("Hi", 300, 40)
    driver.write_text("Ho", 300, 40)
    assert lens.names[(FACE, 1)] == "Anna"
    assert lens.texts == [("Ho", 300, 40)]
    driver.clear_text()
    assert lens.texts == []


def test_a_cable_that_falls_out_is_an_error_until_it_is_back(clock: Clock) -> None:
    show(unplugged=[{"from_ms": 100, "until_ms": 3000}])
    driver = lens_driver(clock)
    driver.request()
    clock.now = 100
    with pytest.raises(LensNotFound):
        driver.request()
    clock.now = 3000
    driver.request()


def test_wrong_pins_reach_no_lens(clock: Clock) -> None:
    driver = Driver(I2CTransport(lambda: machine.SoftI2C(scl=8, sda=9)), clock)
    assert not driver.knock()


def test_the_lens_can_be_asked_over_a_serial_line(clock: Clock) -> None:
    show({"algorithm": "face_recognition", "id": 1}, algorithm="face_recognition")
    driver = Driver(SerialTransport(lambda: machine.UART(1, 115200, tx=17, rx=18)), clock)
    assert driver.knock()
    assert len(driver.request().blocks) == 1
    assert not Driver(SerialTransport(lambda: machine.UART(1, 115200, tx=1, rx=2)), clock).knock()
