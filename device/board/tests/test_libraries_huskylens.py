"""Libraries.Robots.HuskyLens as a program uses it, with the virtual camera."""

from __future__ import annotations

import sys

import board_adapter
import M5
import machine
import pytest
from board_adapter.plain import PlainBoard
from huskylens_driver.driver2 import CHOOSES_IDS
from huskylens_driver.errors import LensCannot, LensNeedsPro
from huskylens_driver.results import Results
from quorum_libraries.robots.huskylens import connection
from quorum_libraries.robots.huskylens.arrow import Arrow
from quorum_libraries.robots.huskylens.block import Block
from quorum_libraries.robots.huskylens.huskylens import HuskyLens
from quorum_runtime.errors import InputOutputError, InvalidArgumentError, InvalidLocationError
from virtual_huskylens import lens
from virtual_room import Room, room

__all__ = ["room"]

FACE, LINE, TAG = 0, 3, 5
TAG_3 = {"algorithm": "tag_recognition", "id": 3, "x": 60, "y": 50, "width": 40, "height": 20}
SMALL_TAG = {"algorithm": "tag_recognition", "id": 8, "width": 10, "height": 10}
NO_CAMERA = {"from_ms": 0, "until_ms": 60_000}


def test_a_program_selects_asks_and_reads(room: Room) -> None:
    room.show(TAG_3, SMALL_TAG, {"algorithm": "tag_recognition"})
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(TAG)
    assert camera.RequestBlocks__() == 3
    block = camera.GetBlock__integer(0)
    assert (block.GetX__(), block.GetY__(), block.GetID__()) == (60, 50, 3)
    assert (block.GetLeft__(), block.GetTop__(), block.GetArea__()) == (40, 40, 800)
    assert camera.GetCount__integer(8) == 1
    assert camera.HasResult__()
    assert not camera.HasResult__integer(5)
    assert camera.GetLearnedCount__() == 2
    assert camera.GetLargestBlock__().GetID__() == 0
    assert not camera.GetLargestBlock__().IsLearned__()
    assert camera.GetBlockByID__integer(8).GetWidth__() == 10
    assert camera.GetBlockByID__integer(77) is None
    assert camera.GetAlgorithm__() == TAG


def test_the_trace_shows_each_picture_once(room: Room) -> None:
    room.show(TAG_3)
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(TAG)
    room.trace()
    now = room.clock.now
    camera.RequestBlocks__()
    camera.RequestBlocks__()
    room.clock.now += 1000
    camera.RequestBlocks__()
    frame = now * 15 // 1000
    assert room.trace() == [
        ["blocks", frame, [[60, 50, 40, 20, 3]]],
        ["blocks", (now + 1000) * 15 // 1000, [[60, 50, 40, 20, 3]]],
    ]


def test_an_empty_picture_is_told_too(room: Room) -> None:
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(FACE)
    assert camera.Request__() == 0
    assert camera.GetFirstBlock__() is None
    kinds = [event[0] for event in room.trace()]
    assert kinds == ["algorithm", "blocks"]
    camera.SelectAlgorithm__integer(LINE)
    camera.RequestArrows__()
    assert [event[0] for event in room.trace()] == ["algorithm", "arrows"]


def test_arrows_have_a_direction(room: Room) -> None:
    room.show({"algorithm": "line_tracking", "id": 1, "x_target": 160, "y_target": 100})
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(LINE)
    assert camera.RequestArrows__() == 1
    arrow = camera.GetArrow__integer(0)
    assert (arrow.GetXOrigin__(), arrow.GetYTarget__()) == (160, 100)
    assert arrow.GetAngle__() == 90.0
    assert Arrow((0, 0, 10, 0, 0)).GetAngle__() == 0.0


def test_an_index_beyond_the_results_is_explained(room: Room) -> None:
    room.show(TAG_3)
    camera = HuskyLens()
    with pytest.raises(InvalidLocationError, match=r"ask HasResult\(\) first"):
        camera.GetBlock__integer(0)
    camera.SelectAlgorithm__integer(TAG)
    camera.RequestBlocks__()
    with pytest.raises(InvalidLocationError, match="the last one is 0"):
        camera.GetBlock__integer(1)


def test_a_camera_without_answer_on_a_port_without_power_needs_a_cable_of_its_own(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.show(unplugged=[NO_CAMERA])
    monkeypatch.setattr(M5.Power, "_ext_output", False)
    monkeypatch.setattr(M5.Power, "setExtOutput", lambda enable: None)
    with pytest.raises(InputOutputError, match="a USB cable of its own"):
        HuskyLens().Request__()


def test_a_camera_that_does_not_answer_tells_what_to_do(room: Room) -> None:
    room.show(unplugged=[NO_CAMERA])
    camera = HuskyLens()
    assert not camera.Connect__()
    assert not camera.IsConnected__()
    with pytest.raises(InputOutputError, match="Check its cable"):
        camera.Request__()


def test_a_camera_that_comes_back_is_found_again(room: Room) -> None:
    room.show(TAG_3, unplugged=[{"from_ms": 5000, "until_ms": 8000}])
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(TAG)
    room.clock.now = 5000
    with pytest.raises(InputOutputError):
        camera.Request__()
    room.clock.now = 8000
    assert camera.Request__() == 1


def spoil_reads(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """A bit falls over in each of the next answers on the bus."""
    genuine = machine.I2C.readfrom
    left = [count]

    def readfrom(bus: machine.I2C, address: int, length: int, stop: bool = True) -> bytes:
        data = genuine(bus, address, length, stop)
        if not left[0] or not data.strip(b"\x00"):
            return data
        left[0] -= 1
        return data[:5] + bytes([data[5] ^ 1]) + data[6:]

    monkeypatch.setattr(machine.I2C, "readfrom", readfrom)


def test_a_damaged_answer_is_asked_for_again_and_told_to_the_trace(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.show(TAG_3)
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(TAG)
    room.trace()
    spoil_reads(monkeypatch, 1)
    assert camera.RequestBlocks__() == 1
    assert camera.GetBlock__integer(0).GetX__() == 60
    assert ["lens_faults", 1] in room.trace()


def test_faults_are_told_at_most_once_a_second_and_at_the_end(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(TAG)
    room.trace()
    told = []
    for _ in range(4):
        spoil_reads(monkeypatch, 1)
        camera.RequestBlocks__()
        room.clock.now += 400
        told += [event for event in room.trace() if event[0] == "lens_faults"]
    assert told == [["lens_faults", 1], ["lens_faults", 4]]
    spoil_reads(monkeypatch, 1)
    camera.RequestBlocks__()
    board_adapter.reset()
    assert room.trace()[-1] == ["lens_faults", 5]


def test_each_program_counts_its_own_faults(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        camera = HuskyLens()
        camera.SelectAlgorithm__integer(TAG)
        spoil_reads(monkeypatch, 1)
        camera.RequestBlocks__()
        board_adapter.reset()
        assert [event for event in room.trace() if event[0] == "lens_faults"] == [
            ["lens_faults", 1]
        ]
        board_adapter.begin()


def test_answers_that_stay_damaged_tell_what_to_do(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = HuskyLens()
    camera.Connect__()
    spoil_reads(monkeypatch, 1000)
    with pytest.raises(InputOutputError, match="arrive damaged"):
        camera.RequestBlocks__()


def test_a_camera_that_is_silent_on_a_serial_line_tells_which_wire_goes_where(room: Room) -> None:
    camera = HuskyLens()
    assert not camera.ConnectSerial__integer_integer(5, 6)
    with pytest.raises(InputOutputError, match="Its T belongs to the receive pin"):
        camera.Request__()


def test_a_camera_that_was_not_there_yet_is_looked_for_where_it_was_said_to_be(room: Room) -> None:
    room.show(TAG_3, unplugged=[{"from_ms": 0, "until_ms": 5000}])
    camera = HuskyLens()
    assert not camera.ConnectSerial__integer_integer(17, 18)
    room.clock.now = 5000
    assert camera.IsConnected__()
    camera.SelectAlgorithm__integer(TAG)
    assert camera.Request__() == 1


class OtherLens:
    """A HuskyLens 2 as its driver shows it: it tells names, and cannot do everything."""

    def request(self, command: int, id: int | None) -> Results:
        results = Results(0, 1)
        results.add((160, 120, 64, 48, 1), False)
        results.names = {1: "Io"}
        return results

    def learn(self, id: int) -> None:
        raise LensCannot(CHOOSES_IDS)

    def save_photo(self) -> None:
        raise LensNeedsPro


def test_a_huskylens_2_tells_its_names_and_says_what_it_cannot_do(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "find_lens", lambda *_: OtherLens())
    camera = HuskyLens()
    camera.Request__()
    assert camera.GetBlock__integer(0).GetName__() == "Io"
    with pytest.raises(InputOutputError, match="chooses the IDs itself"):
        camera.Learn__integer(1)


def test_what_only_a_pro_can_do_is_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "find_lens", lambda *_: OtherLens())
    with pytest.raises(InputOutputError, match="needs a HuskyLens Pro"):
        HuskyLens().SavePicture__()


def test_the_camera_is_found_on_the_pins_it_is_on(room: Room) -> None:
    camera = HuskyLens()
    assert not camera.Connect__integer_integer(8, 9)
    assert camera.Connect__integer_integer(2, 1)
    assert camera.ConnectSerial__integer_integer(17, 18)
    assert camera.IsConnected__()


def test_pins_that_the_board_has_not_are_named(room: Room) -> None:
    camera = HuskyLens()
    for connect in (camera.Connect__integer_integer, camera.ConnectSerial__integer_integer):
        with pytest.raises(InvalidArgumentError, match="pins 99 and -1"):
            connect(99, -1)
    assert camera.Connect__()


def test_a_machine_without_ports_says_so(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "machine", None)
    monkeypatch.setattr(board_adapter, "_board", PlainBoard())
    camera = HuskyLens()
    for connect in (
        camera.Connect__,
        lambda: camera.Connect__integer_integer(2, 1),
        lambda: camera.ConnectSerial__integer_integer(17, 18),
        camera.IsConnected__,
        camera.Request__,
    ):
        with pytest.raises(InputOutputError, match="has no port for a camera"):
            connect()


def test_names_are_shown_and_come_back_with_the_results(room: Room) -> None:
    room.show(TAG_3)
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(TAG)
    camera.SetName__integer_text(3, "Morpho")
    camera.RequestBlocks__()
    assert camera.GetBlock__integer(0).GetName__() == "Morpho"
    assert camera.GetName__integer(4) == ""
    assert lens.names[(TAG, 3)] == "Morpho"


def test_names_are_shown_without_accents_and_come_back_with_them(room: Room) -> None:
    room.show(TAG_3)
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(TAG)
    camera.SetName__integer_text(3, "Éloïse")
    camera.Write__text_integer_integer("À bientôt…", 0, 0)
    assert camera.GetName__integer(3) == "Éloïse"
    assert lens.names[(TAG, 3)] == "Eloise"
    assert lens.texts[-1][0] == "A bientot..."


def test_all_results_of_a_request_come_as_arrays(room: Room) -> None:
    room.show(TAG_3, SMALL_TAG, {"algorithm": "line_tracking", "id": 1})
    camera = HuskyLens()
    assert camera.GetBlocks__().GetSize__() == 0
    camera.SelectAlgorithm__integer(TAG)
    camera.SetName__integer_text(8, "Io")
    camera.RequestBlocks__()
    blocks = camera.GetBlocks__()
    assert blocks.GetSize__() == 2
    assert [blocks.Get__integer(i).GetID__() for i in range(2)] == [3, 8]
    assert blocks.Get__integer(1).GetName__() == "Io"
    assert camera.GetArrows__().GetSize__() == 0
    camera.SelectAlgorithm__integer(LINE)
    camera.RequestArrows__()
    assert camera.GetArrows__().Get__integer(0).GetYOrigin__() == 239
    assert blocks.GetSize__() == 2


def test_the_camera_learns_and_forgets(room: Room) -> None:
    room.show({"algorithm": "face_recognition"})
    camera = HuskyLens()
    camera.SelectAlgorithm__integer(FACE)
    camera.Learn__integer(2)
    assert camera.RequestByID__integer(2) == 1
    camera.Forget__()
    assert camera.RequestLearned__() == 0
    with pytest.raises(InvalidArgumentError, match="from 1 to 255"):
        camera.Learn__integer(0)


def test_texts_on_the_camera_stay_on_its_screen(room: Room) -> None:
    camera = HuskyLens()
    camera.ClearText__()
    camera.Write__text_integer_integer("Bravo", 999, -5)
    assert lens.texts == [("Bravo", 319, 0)]
    camera.SavePicture__()
    camera.SaveScreenshot__()


def test_an_unknown_algorithm_is_explained(room: Room) -> None:
    with pytest.raises(InvalidArgumentError, match="camera:FACE_RECOGNITION"):
        HuskyLens().SelectAlgorithm__integer(9)


def test_a_block_that_was_only_declared_is_empty() -> None:
    block = Block()
    assert (block.GetID__(), block.GetName__(), block.IsLearned__()) == (0, "", False)
