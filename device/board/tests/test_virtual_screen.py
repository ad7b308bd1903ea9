"""The virtual screen: what stands where after drawing, as somebody sees it who looks."""

from __future__ import annotations

import math
import struct
import threading
import zlib
from typing import Any

import pytest
import virtual_font
from virtual_picture import LONGEST
from virtual_png import png
from virtual_screen import Display

WIDTH, HEIGHT = 320, 240
RED, GREEN, WHITE = 0xFF0000, 0x00FF00, 0xFFFFFF
FAR = 10**9
ASCII = [chr(code) for code in range(33, 127)]

L = """
#....
#....
#....
#....
#....
#....
#####
"""
G = """
.....
.....
.####
#...#
#...#
#...#
.####
....#
.###.
"""


class Looker:
    """A display, and what a look at it shows."""

    def __init__(self) -> None:
        self.display = Display()
        self.display.setTextColor(WHITE, WHITE)

    def colors(self) -> list[int]:
        """The colors of all dots, row by row."""
        dots = self.display.picture.dots()
        return [int.from_bytes(dots[i : i + 3], "big") for i in range(0, len(dots), 3)]

    def lit(self) -> set[tuple[int, int]]:
        """Where it is not black."""
        return {(i % WIDTH, i // WIDTH) for i, color in enumerate(self.colors()) if color}

    def color(self, x: int, y: int) -> int:
        return self.colors()[y * WIDTH + x]


@pytest.fixture
def looker() -> Looker:
    return Looker()


def dots_of(art: str) -> set[tuple[int, int]]:
    rows = art.strip().split("\n")
    return {(x, y) for y, row in enumerate(rows) for x, dot in enumerate(row) if dot == "#"}


@pytest.mark.parametrize(("letter", "art"), [("L", L), ("g", G)])
def test_a_letter_has_its_shape(looker: Looker, letter: str, art: str) -> None:
    looker.display.drawString(letter, 10, 20)
    assert {(x - 10, y - 20) for x, y in looker.lit()} == dots_of(art)


@pytest.mark.parametrize(("font", "size", "scale"), [("DejaVu18", 1, 2), ("DejaVu40", 1.5, 6)])
def test_a_letter_grows_with_its_font_and_the_text_size(
    looker: Looker, font: str, size: float, scale: int
) -> None:
    looker.display.setFont(getattr(looker.display.FONTS, font))
    looker.display.setTextSize(size)
    looker.display.drawString("L", 0, 0)
    assert {(x // scale, y // scale) for x, y in looker.lit()} == dots_of(L)
    assert len(looker.lit()) == scale * scale * len(dots_of(L))


def test_no_two_letters_look_alike() -> None:
    shapes = {letter: virtual_font.glyph(letter) for letter in ASCII}
    assert len({str(shape) for shape in shapes.values()}) == len(ASCII)
    assert all(strokes and columns <= 5 for columns, strokes in shapes.values())


def test_letters_stand_beside_each_other_without_touching(looker: Looker) -> None:
    looker.display.drawString("MW", 0, 0)
    assert not {y for x, y in looker.lit() if x == 5}
    assert max(x for x, _ in looker.lit()) == 10
    assert looker.display.textWidth("MW") == 12


def test_a_letter_that_the_font_has_not_is_a_box(looker: Looker) -> None:
    looker.display.drawString("é", 0, 0)
    assert {(0, 0), (4, 0), (0, 6), (4, 6)} <= looker.lit()
    assert (2, 3) not in looker.lit()


def test_text_lets_the_background_through_or_brings_its_own(looker: Looker) -> None:
    looker.display.fillScreen(GREEN)
    looker.display.setTextColor(WHITE, WHITE)
    looker.display.drawString("L", 0, 0)
    looker.display.setTextColor(WHITE, RED)
    looker.display.drawString("L", 50, 0)
    assert [looker.color(x, 0) for x in (0, 2, 50, 52)] == [WHITE, GREEN, WHITE, RED]


def test_text_is_centered_and_put_to_the_right(looker: Looker) -> None:
    looker.display.drawCenterString("LLL", 160, 0)
    looker.display.drawRightString("LLL", 320, 20)
    columns = [{x for x, y in looker.lit() if top <= y < top + 9} for top in (0, 20)]
    assert [(min(found), max(found)) for found in columns] == [(151, 167), (302, 318)]


def test_print_goes_on_in_the_next_line_where_the_screen_ends(looker: Looker) -> None:
    looker.display.setCursor(300, 10)
    looker.display.print("WWWWW\n")
    looker.display.printf("%d", 1)
    assert looker.display.getCursor() == (looker.display.textWidth("1"), 28)
    assert {(300, 10), (312, 10), (0, 19)} <= looker.lit()


@pytest.mark.parametrize("radius", [1, 10, 60])
def test_a_full_circle_has_the_area_of_one(looker: Looker, radius: int) -> None:
    looker.display.fillCircle(160, 120, radius, RED)
    area = math.pi * (radius + 0.5) ** 2
    assert len(looker.lit()) == pytest.approx(area, rel=0.03 if radius > 5 else 0.3)
    assert looker.color(160, 120) == RED


def test_an_ellipse_and_a_triangle_have_their_area(looker: Looker) -> None:
    looker.display.fillEllipse(100, 100, 60, 20, RED)
    assert len(looker.lit()) == pytest.approx(math.pi * 60.5 * 20.5, rel=0.03)
    looker.display.fillScreen(0)
    looker.display.fillTriangle(10, 10, 110, 10, 10, 110, RED)
    assert len(looker.lit()) == 101 * 102 / 2


@pytest.mark.parametrize(
    ("outline", "full", "places"),
    [
        ("drawRect", "fillRect", (20, 30, 40, 25)),
        ("drawRoundRect", "fillRoundRect", (20, 30, 40, 25, 9)),
        ("drawCircle", "fillCircle", (100, 100, 37)),
        ("drawEllipse", "fillEllipse", (100, 100, 50, 20)),
        ("drawArc", "fillArc", (100, 100, 50, 20, 10, 250)),
    ],
)
def test_an_outline_is_the_edge_of_the_full_shape(
    looker: Looker, outline: str, full: str, places: tuple[int, ...]
) -> None:
    getattr(looker.display, full)(*places, RED)
    inside = looker.lit()
    looker.display.fillScreen(0)
    getattr(looker.display, outline)(*places, RED)
    edge = {
        (x, y) for x, y in inside if not {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)} <= inside
    }
    assert looker.lit() == edge


def test_the_outline_of_a_triangle_joins_its_corners(looker: Looker) -> None:
    looker.display.drawTriangle(10, 10, 110, 20, 30, 90, RED)
    lit = looker.lit()
    looker.display.fillTriangle(10, 10, 110, 20, 30, 90, RED)
    assert {(10, 10), (110, 20), (30, 90)} <= lit < looker.lit()


def test_a_line_has_a_dot_in_every_column_or_row(looker: Looker) -> None:
    looker.display.drawLine(5, 5, 25, 11, RED)
    assert sorted(x for x, _ in looker.lit()) == list(range(5, 26))
    looker.display.fillScreen(0)
    looker.display.drawLine(11, 25, 5, 5, RED)
    assert sorted(y for _, y in looker.lit()) == list(range(5, 26))


def test_a_piece_of_a_ring_begins_at_the_right_and_goes_clockwise(looker: Looker) -> None:
    looker.display.fillArc(100, 100, 20, 40, 0, 90, RED)
    assert looker.color(130, 101) == looker.color(101, 130) == RED
    assert looker.color(70, 101) == looker.color(101, 70) == looker.color(105, 105) == 0


def test_what_lies_outside_is_cut_off(looker: Looker) -> None:
    looker.display.fillCircle(0, 0, 20, RED)
    looker.display.fillRect(310, 230, 50, 50, RED)
    looker.display.drawString("WWW", -8, 100)
    lit = looker.lit()
    assert {(0, 0), (319, 239), (309, 229)} - lit == {(309, 229)}
    assert len({place for place in lit if place[0] >= 310}) == 100
    assert (0, 100) not in lit
    assert (4, 100) in lit


@pytest.mark.parametrize(
    ("call", "places"),
    [
        ("drawPixel", (FAR, FAR)),
        ("drawPixel", (-1, 0)),
        ("drawLine", (FAR, 0, FAR, FAR)),
        ("drawRect", (-FAR, 500, 2 * FAR, 10)),
        ("drawCircle", (160, 120, FAR)),
        ("fillTriangle", (FAR, FAR, FAR, 0, 2 * FAR, 5)),
        ("fillArc", (FAR, FAR, 5, 9, 0, 360)),
        ("fillRect", (5, 5, 0, 10)),
        ("drawRect", (5, 5, 10, 0)),
        ("fillCircle", (50, 50, -2)),
        ("drawArc", (50, 50, -5, -9, 0, 360)),
    ],
)
def test_what_is_outside_or_has_no_size_leaves_no_dot(
    looker: Looker, call: str, places: tuple[int, ...]
) -> None:
    getattr(looker.display, call)(*places, RED)
    assert looker.lit() == set()


@pytest.mark.parametrize("places", [(1.5, 1), ("1", 1), (1, None)])
def test_a_place_that_is_no_integer_is_refused_as_by_the_firmware(
    looker: Looker, places: tuple[Any, Any]
) -> None:
    with pytest.raises(TypeError):
        looker.display.drawPixel(*places, RED)
    with pytest.raises(TypeError):
        looker.display.drawString("text", *places)
    with pytest.raises(TypeError):
        looker.display.drawString(5, 1, 1)
    assert looker.lit() == set()


def test_what_reaches_across_the_whole_screen_is_seen_in_it(looker: Looker) -> None:
    looker.display.drawLine(-FAR, 50, FAR, 50, RED)
    looker.display.fillCircle(FAR, 120, FAR - 200, GREEN)
    assert [looker.color(x, 50) for x in (0, 199, 319)] == [RED, RED, GREEN]


def test_the_color_minus_one_is_that_of_the_texts(looker: Looker) -> None:
    looker.display.setTextColor(0x123456)
    looker.display.drawPixel(1, 1)
    assert looker.color(1, 1) == 0x123456


@pytest.mark.parametrize(
    ("rotation", "corner", "size"),
    [
        (0, (0, 239), (240, 320)),
        (1, (0, 0), (320, 240)),
        (2, (319, 0), (240, 320)),
        (3, (319, 239), (320, 240)),
    ],
)
def test_a_turned_screen_begins_in_another_corner(
    looker: Looker, rotation: int, corner: tuple[int, int], size: tuple[int, int]
) -> None:
    looker.display.setRotation(rotation)
    looker.display.drawPixel(0, 0, RED)
    assert looker.lit() == {corner}
    assert (looker.display.width(), looker.display.height()) == size
    looker.display.fillRect(0, 0, *size, RED)
    assert len(looker.lit()) == WIDTH * HEIGHT


def test_a_cleared_screen_shows_nothing_of_what_was_before(looker: Looker) -> None:
    looker.display.drawString("gone", 0, 0)
    looker.display.fillScreen(GREEN)
    assert set(looker.colors()) == {GREEN}
    assert looker.display.picture.texts() == []


def test_a_long_list_of_shapes_becomes_a_picture_and_nothing_is_lost(looker: Looker) -> None:
    for number in range(3 * LONGEST + 7):
        looker.display.drawPixel(number % WIDTH, number // WIDTH, RED)
    assert len(looker.lit()) == 3 * LONGEST + 7
    held = looker.display.picture._state[2]
    assert len(held) < LONGEST


def test_who_looks_while_a_program_draws_sees_one_moment(looker: Looker) -> None:
    """Each shape covers everything, so a picture of two moments would have two colors."""

    def draw() -> None:
        for color in range(1, 4 * LONGEST):
            looker.display.fillRect(0, 0, WIDTH, HEIGHT, color)

    program = threading.Thread(target=draw)
    program.start()
    seen = []
    while program.is_alive():
        dots = bytes(looker.display.picture.dots())
        seen.append(dots == dots[:3] * (WIDTH * HEIGHT))
    program.join()
    assert all(seen)
    assert set(looker.colors()) == {4 * LONGEST - 1}


def test_texts_are_on_the_screen_until_something_covers_them(looker: Looker) -> None:
    looker.display.setTextColor(WHITE, WHITE)
    looker.display.drawString("stays", 0, 0)
    looker.display.drawString("score 1", 0, 50)
    looker.display.fillRect(0, 50, 100, 20, 0)
    looker.display.drawString("score 2", 0, 50)
    looker.display.fillRect(3, 0, 5, 5, 0)
    assert [text[0] for text in looker.display.picture.texts()] == ["stays", "score 2"]


def test_a_text_with_a_background_covers_the_one_below_it(looker: Looker) -> None:
    looker.display.setTextColor(WHITE, 0)
    for count in ("10", "11"):
        looker.display.drawString(count, 0, 0)
    assert [text[0] for text in looker.display.picture.texts()] == ["11"]


def test_a_picture_becomes_a_png_file() -> None:
    dots = bytearray(range(2 * 3 * 3))
    file = png(3, 2, dots)
    assert file[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, place = {}, 8
    while place < len(file):
        (length,) = struct.unpack(">I", file[place : place + 4])
        kind, data = file[place + 4 : place + 8], file[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack(">I", file[place + 8 + length : place + 12 + length])
        assert zlib.crc32(kind + data) == checksum
        chunks[kind] = data
        place += 12 + length
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    assert struct.unpack(">IIBBBBB", chunks[b"IHDR"]) == (3, 2, 8, 2, 0, 0, 0)
    assert zlib.decompress(chunks[b"IDAT"]) == b"\0" + dots[:9] + b"\0" + dots[9:]
