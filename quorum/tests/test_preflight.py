"""The advice that depends on the board, and what all advice has in common."""

from __future__ import annotations

import textwrap

import pytest

from quorum import Compilation, Severity, SourceFile, compile_program
from quorum.boards import BOARDS, Part
from quorum.diagnostics import MOST_WARNINGS
from quorum.tests.programs import NAMES

USES = "use Libraries.Robots.M5Stack.all\n"
PARTS = {
    "Screen": "part:Clear()",
    "Light": "part:Clear()",
    "Button": "output part:IsAPressed()",
    "Sound": "part:Beep()",
    "MotionSensor": "output part:GetTiltX()",
    "Battery": "output part:GetLevel()",
}


def compiled(text: str, board: str = "", **others: str) -> Compilation:
    sources = [SourceFile("main.quorum", textwrap.dedent(text))]
    sources += [
        SourceFile(f"{name}.quorum", textwrap.dedent(other)) for name, other in others.items()
    ]
    return compile_program(sources, board=board)


def warnings(text: str, board: str = "", **others: str) -> list[tuple[str, int, int]]:
    """The advice by the names of its codes, with line and column."""
    compilation = compiled(text, board, **others)
    assert compilation.diagnostics == ()
    return [(NAMES[each.code], each.line, each.column) for each in compilation.warnings]


# --- all advice -------------------------------------------------------------------------------


def test_advice_is_a_warning_and_the_program_is_there() -> None:
    compilation = compiled("integer apples = 3\n")
    (warning,) = compilation.warnings
    assert warning.severity is Severity.WARNING
    assert compilation.program is not None


def test_a_program_with_mistakes_gets_no_advice() -> None:
    compilation = compiled("integer apples = 3\noutput pears\n")
    assert compilation.diagnostics
    assert compilation.warnings == ()


def test_nobody_reads_more_than_a_few_pieces_of_advice() -> None:
    text = "".join(f"integer n{number} = 0\n" for number in range(100))
    assert len(compiled(text).warnings) == MOST_WARNINGS


def test_of_too_much_advice_the_worst_is_kept() -> None:
    text = "".join(f"integer n{number} = 0\n" for number in range(100))
    assert warnings(text + "repeat while true\nend\n")[-1] == ("ENDLESS_LOOP", 101, 1)


def test_a_board_that_nobody_knows_is_no_board() -> None:
    text = "use Libraries.Robots.M5Stack.Screen\nScreen screen\nscreen:Clear()\n"
    assert warnings(text, "toaster") == []


# --- parts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_the_board_lacks_is_told_at_its_use_line(part: str) -> None:
    text = f"use Libraries.Robots.M5Stack.{part}\n{part} part\n{PARTS[part]}\n"
    assert warnings(text, "plain") == [("BOARD_LACKS", 1, 5)]
    assert warnings(text) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_nobody_asks_for_anything_is_not_missed(part: str) -> None:
    assert warnings(f"{USES}{part} part\noutput 5\n", "plain") == []


def test_only_the_basic_among_the_m5stacks_lacks_the_motion_sensor() -> None:
    text = f"{USES}MotionSensor sensor\noutput sensor:IsShaking()\n"
    assert [name for name in BOARDS if warnings(text, name)] == ["basic", "plain"]


def test_every_board_measures_its_temperature() -> None:
    text = f"{USES}MotionSensor sensor\noutput sensor:GetTemperature()\n"
    assert [name for name in BOARDS if warnings(text, name)] == []


def test_a_part_may_be_used_in_another_file() -> None:
    text = "class main\naction Main\nHelper helper\nhelper:Draw()\nend\nend\n"
    helper = f"{USES}class Helper\nScreen screen\naction Draw\nscreen:Clear()\nend\nend\n"
    (warning,) = compiled(text, "plain", Helper=helper).warnings
    assert (warning.file, warning.line, warning.column) == ("Helper.quorum", 1, 5)


def test_a_part_by_its_full_name_is_told_at_the_beginning() -> None:
    text = "// a drawing\nLibraries.Robots.M5Stack.Screen screen\nscreen:Clear()\n"
    assert warnings(text, "plain") == [("BOARD_LACKS", 1, 1)]


def test_no_board_has_a_keyboard() -> None:
    text = 'output "Hello " + input("Name?") + input("")\n'
    assert not any(board.has(Part.KEYBOARD) for board in BOARDS.values())
    for name in BOARDS:
        assert warnings(text, name) == [("INPUT_WITHOUT_KEYBOARD", 1, 19)]
    assert warnings(text) == []


def test_the_console_asks_the_keyboard_too() -> None:
    text = "use Libraries.System.Console\nConsole console\noutput console:Input()\n"
    assert warnings(text, "cores3") == [("INPUT_WITHOUT_KEYBOARD", 1, 5)]


# --- sizes ------------------------------------------------------------------------------------

LONG_TEXT = f'output "{"x" * 11_000}"\n'
LONG_PROGRAM = "".join(f'output "line " + {number} * 2 mod 7\n' for number in range(1500))
WIDE_ARRAY = """use Libraries.Containers.Array
Array<integer> places
places:SetSize(20000)
output places:GetSize()
"""


def test_a_long_text_is_a_burden_for_a_small_board_only() -> None:
    assert warnings(LONG_TEXT, "basic") == [("BIG_VALUE", 1, 8)]
    assert warnings(LONG_TEXT, "cores3") == []
    assert warnings(LONG_TEXT, "virtual") == []


def test_letters_count_by_their_bytes() -> None:
    text = f'output "{"é" * 6_000}"\n'
    (warning,) = compiled(text, "basic").warnings
    assert (warning.code, warning.arguments["size"]) == ("Q7203", "12")


def test_an_array_of_a_written_size_is_weighed() -> None:
    assert warnings(WIDE_ARRAY, "basic") == [("BIG_VALUE", 3, 1)]
    assert warnings(WIDE_ARRAY, "core2") == []
    assert warnings(WIDE_ARRAY.replace("20000", "200"), "basic") == []


def test_a_program_that_does_not_fit_into_a_small_memory() -> None:
    assert warnings(LONG_PROGRAM, "gray") == [("PROGRAM_TOO_BIG", 1, 1)]
    (warning,) = compiled(LONG_PROGRAM, "gray").warnings
    assert int(warning.arguments["needed"]) > int(warning.arguments["heap"]) == 100


def test_a_program_that_fits_may_be_long_under_way() -> None:
    assert warnings(LONG_PROGRAM, "fire") == [("LONG_WAY", 1, 1)]
    assert warnings(LONG_PROGRAM, "cores3") == []
    assert warnings(LONG_PROGRAM) == []


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "stored"),
    [("16777217.0", "16777216.0"), ("1.0e39", "Infinity"), ("1.0e-46", "0.0")],
)
def test_a_number_that_is_another_one_in_32_bits(written: str, stored: str) -> None:
    (warning,) = compiled(f"output {written}\n", "cores3").warnings
    assert (warning.code, warning.column) == ("Q7206", 8)
    assert (warning.arguments["written"], warning.arguments["stored"]) == (written, stored)
    assert warnings(f"output {written}\n", "virtual") == []


@pytest.mark.parametrize("written", ["3.14159265358979", "0.1", "16777216.0", "0.0", "1000000.5"])
def test_a_rounding_behind_the_point_is_no_advice(written: str) -> None:
    assert warnings(f"output {written}\n", "cores3") == []
