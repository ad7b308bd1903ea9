"""The driver and the virtual lens, which know nothing of each other's code, over both lines."""

from __future__ import annotations

import pytest
from board_adapter import board, clock
from huskylens_driver import protocol
from huskylens_driver.driver import Driver
from huskylens_driver.errors import BUSY, LensNeedsPro
from huskylens_driver.finding import find_lens
from huskylens_driver.transport import I2CTransport, SerialTransport
from virtual_huskylens import lens
from virtual_room import Room, room

__all__ = ["room"]

FACE, LINE, TAG, QR_CODE = 0, 3, 5, 7
TX, RX = 17, 18
KNOWN = {"algorithm": "tag_recognition", "id": 2, "x": 60, "y": 50, "width": 40, "height": 20}
UNKNOWN = {"algorithm": "tag_recognition", "x": 300, "y": 230, "width": 10, "height": 12}
ROAD = {"algorithm": "line_tracking", "id": 1, "x_target": 200, "y_target": 100}
KNOWN_BLOCK = (60, 50, 40, 20, 2)
UNKNOWN_BLOCK = (300, 230, 10, 12, 0)


@pytest.fixture(params=["I2C", "serial"])
def driver(request: pytest.FixtureRequest, room: Room) -> Driver:
    """The driver that was found on this line, with two tags and a road before the lens."""
    room.show(KNOWN, UNKNOWN, ROAD)
    if request.param == "I2C":
        found = find_lens(I2CTransport(lambda: board().i2c()), clock)
    else:
        found = find_lens(SerialTransport(lambda: board().uart(TX, RX)), clock)
    assert type(found) is Driver
    return found


def test_each_of_the_nine_requests_brings_what_it_asks_for(driver: Driver) -> None:
    driver.select_algorithm(TAG)
    both, known = [KNOWN_BLOCK, UNKNOWN_BLOCK], [KNOWN_BLOCK]
    for first, blocks, id in (
        (protocol.REQUEST, both, None),
        (protocol.REQUEST_LEARNED, known, None),
        (protocol.REQUEST_BY_ID, known, 2),
    ):
        assert driver.request(first, id).blocks == blocks
        assert driver.request(first + 1, id).blocks == blocks
        assert driver.request(first + 2, id).blocks == []
    assert driver.request().learned == 1
    assert driver.faults == {}


def test_lines_are_arrows(driver: Driver) -> None:
    driver.select_algorithm(LINE)
    for command in (protocol.REQUEST, protocol.REQUEST_ARROWS, protocol.REQUEST_ARROWS_LEARNED):
        assert driver.request(command).arrows == [(160, 239, 200, 100, 1)]
    assert driver.request(protocol.REQUEST_ARROWS_BY_ID, 1).arrows == [(160, 239, 200, 100, 1)]
    assert driver.request(protocol.REQUEST_BLOCKS).blocks == []


def test_pictures_have_increasing_numbers(driver: Driver, room: Room) -> None:
    driver.select_algorithm(TAG)
    before = driver.request().frame
    room.clock.now += 1000
    assert driver.request().frame > before


def test_the_lens_learns_under_an_id_and_forgets(driver: Driver, room: Room) -> None:
    room.show({"algorithm": "face_recognition"})
    driver.select_algorithm(FACE)
    driver.learn(7)
    assert driver.request(protocol.REQUEST_BY_ID, 7).blocks[0][4] == 7
    driver.forget()
    assert driver.request(protocol.REQUEST_LEARNED).blocks == []


def test_names_and_texts_stand_on_the_screen_of_the_lens(driver: Driver) -> None:
    driver.select_algorithm(TAG)
    driver.set_name(2, "x" * 30)
    assert lens.names[(TAG, 2)] == "x" * 20
    driver.clear_text()
    for number in range(12):
        driver.write_text("Text %d" % number, 300, number)
    driver.write_text("again", 300, 5)
    assert [text for text, _, _ in lens.texts] == [
        *["Text %d" % number for number in (2, 3, 4, 6, 7, 8, 9, 10, 11)],
        "again",
    ]
    assert lens.texts[0][1:] == (300, 2)
    driver.clear_text()
    assert lens.texts == []


def test_what_takes_its_time_is_waited_for(driver: Driver) -> None:
    for write_card in (driver.save_photo, driver.save_screenshot):
        write_card()
    driver.save_model(1)
    driver.load_model(1)
    driver.request()
    assert driver.faults == {}


def test_a_lens_that_is_busy_with_something_else_is_asked_again(driver: Driver) -> None:
    driver.select_algorithm(TAG)
    lens.write(protocol.frame(protocol.PHOTO))
    assert driver.request().blocks == [KNOWN_BLOCK, UNKNOWN_BLOCK]
    assert driver.faults == {BUSY: 1}


def test_the_virtual_lens_is_no_pro(driver: Driver) -> None:
    assert driver.is_pro() is False
    driver.firmware_version()
    with pytest.raises(LensNeedsPro):
        driver.select_algorithm(QR_CODE)
    driver.request()
    assert driver.faults == {}
