"""Libraries.Robots.HuskyLens as a program uses it, with the virtual camera."""

from __future__ import annotations

import sys

import board_adapter
import pytest
from board_adapter.plain import PlainBoard
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
