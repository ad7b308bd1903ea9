"""The scene over time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import virtual_huskylens2
import virtual_lens_faults
import virtual_scene
from lens_on_paper import Clock

from device.scenes import schema

FACE, TAG = 0, 5

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
def clock() -> Iterator[Clock]:
    """The time of the scene, in the hand of the test."""
    clock = Clock()
    before = virtual_scene.ticks_ms, virtual_scene.ticks_diff
    virtual_scene.use_clock(clock.ticks_ms)
    yield clock
    virtual_scene.show(None)
    virtual_scene.use_clock(*before)


def show(*objects: dict[str, Any], **settings: Any) -> None:
    virtual_scene.show({"objects": list(objects), **settings})


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


def test_what_a_scene_may_say_is_what_can_be_played() -> None:
    """The checker of scenes runs on the host, which has none of the board's modules."""
    assert schema.ALGORITHMS == virtual_scene.ALGORITHMS
    assert schema.LENS_FAULTS == virtual_lens_faults.NAMES
    known = virtual_huskylens2.ALGORITHMS.values()
    assert [virtual_scene.ALGORITHMS[number] for number in known] == list(
        schema.HUSKYLENS2_ALGORITHMS
    )
