"""Which kind of board a classroom's programs run on, for the compiler's advice."""

import pytest

from device.kinds import kind_of
from device.models import Board
from submissions.programs import board_kind_of


@pytest.mark.parametrize(
    ("machine", "kind"),
    [
        ("M5STACK CoreS3 with ESP32S3", "cores3"),
        ("M5STACK Core2 with ESP32", "core2"),
        ("M5STACK Fire with ESP32", "fire"),
        ("M5STACK Basic with ESP32", "gray"),  # perhaps a Gray, which has more
        ("Generic ESP32S3 module with ESP32S3", "plain"),
        ("M5STACK Tough with ESP32", ""),
        ("", ""),
    ],
)
def test_a_board_is_known_by_what_its_firmware_says(machine, kind):
    assert kind_of(Board(machine=machine)) == kind


def test_a_virtual_board_is_no_cores3_whatever_it_says():
    assert (
        kind_of(Board(machine="Virtual M5Stack CoreS3 with ESP32S3", is_virtual=True)) == "virtual"
    )


def add_board(name, machine, **fields):
    return Board.objects.create(name=name, url=f"/dev/{name}", machine=machine, **fields)


def test_a_classroom_has_the_kind_of_its_boards(classroom):
    add_board("one", "M5STACK Core2 with ESP32", classroom=classroom)
    add_board("two", "M5STACK Core2 with ESP32")
    assert board_kind_of(classroom.pk) == "core2"


def test_boards_of_two_kinds_give_no_answer(classroom):
    add_board("one", "M5STACK Core2 with ESP32", classroom=classroom)
    add_board("two", "M5STACK Fire with ESP32")
    assert board_kind_of(classroom.pk) == ""


def test_other_classrooms_and_boards_out_of_service_do_not_count(classroom, other_classroom):
    add_board("one", "M5STACK Core2 with ESP32", classroom=other_classroom)
    add_board("two", "M5STACK Fire with ESP32", enabled=False)
    assert board_kind_of(classroom.pk) == ""
