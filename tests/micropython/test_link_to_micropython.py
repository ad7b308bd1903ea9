"""Our link against MicroPython itself, which we did not write.

The WebAssembly build differs from a board: it blocks when it is asked for raw-paste, so it is not
asked; its lines end with \\n alone; and a program that runs keeps the whole process busy, so its
output comes when it has ended, and no Ctrl-C can reach it. Those are tested with the virtual board.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from device.exceptions import PlatformError
from device.installation import runtime_files
from device.link import Board, ProgramRun, RunEnd, open_board
from device.link.timing import Timing
from device.trace import TraceReader
from quorum import SourceFile, compile_program
from tools.setting_up.node import ensure_node

PEER = Path(__file__).parent / "raw_repl_peer.mjs"
READY = "listening on "
NO_SERIAL_LINE = Timing(plain_pause_s=0.0)  # TCP itself waits for a reader that is slow

QUORUM = """
text greeting = "Bonjour"
integer i = 0
repeat 3 times
    i = i + 1
    output greeting + " " + i
end
integer zero = 0
output 1 / zero
"""


@pytest.fixture(scope="module")
def board() -> Iterator[Board]:
    """One interpreter for all tests, as on a board."""
    process = subprocess.Popen(
        [ensure_node().folder / "node", PEER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith(READY), line
    board = open_board(
        "socket://" + line.removeprefix(READY).strip(), raw_paste=False, timing=NO_SERIAL_LINE
    )
    yield board
    board.close()
    process.communicate(timeout=10)


def run(board: Board, program: str) -> tuple[ProgramRun, bytes]:
    output = bytearray()
    result = board.run(
        program, on_data=output.extend, time_limit_s=30, output_limit_bytes=1_000_000
    )
    return result, bytes(output)


def test_micropython_says_what_it_is(board: Board) -> None:
    identity = board.identity
    assert identity.machine == "JS with Emscripten"
    assert identity.firmware == "1.27.0"
    assert identity.library_root == "/lib"
    assert (identity.unique_id, identity.boot_option, identity.is_virtual) == ("", None, False)
    assert identity.mpy is not None
    assert identity.mpy & 0xFF == 6
    assert identity.heap_free_bytes is not None


def test_programs_run_one_after_the_other_and_share_their_names(board: Board) -> None:
    assert run(board, "seen = 5\nprint('first')")[1] == b"first\n"
    assert run(board, "print(seen)")[1] == b"5\n"
    board.check()


def test_an_error_comes_with_its_line(board: Board) -> None:
    result, output = run(board, "print('before')\n\n1 / 0\n")
    assert output == b"before\n"
    assert result.error_text.splitlines()[1:] == [
        '  File "<stdin>", line 3, in <module>',
        "ZeroDivisionError: divide by zero",
    ]


def test_a_syntax_error_is_an_error_and_the_next_program_runs(board: Board) -> None:
    assert "SyntaxError" in run(board, "x = ")[0].error_text
    assert run(board, "print('next')")[1] == b"next\n"


def test_kilobytes_go_both_ways(board: Board) -> None:
    program = "\n".join(f"x{number} = {number}" for number in range(400))
    assert run(board, program + "\nprint(x399)")[1] == b"399\n"
    result, output = run(board, "for number in range(2000): print(number)")
    assert output.split() == [str(number).encode() for number in range(2000)]
    assert result.output_bytes == len(output)


def test_text_of_every_alphabet_survives_both_ways(board: Board) -> None:
    assert run(board, "print('Élève n° 3 → 蝶')")[1].decode() == "Élève n° 3 → 蝶\n"


def test_a_program_that_prints_the_end_mark_does_not_cut_its_output(board: Board) -> None:
    assert run(board, r"print('a\x04b')")[1] == b"a\x04b\n"


def test_a_soft_reset_forgets_names_and_keeps_files(board: Board) -> None:
    board.execute("gone = 1\nwith open('/kept.txt', 'w') as file: file.write('kept')")
    board.soft_reset()
    assert board.execute("print('gone' in globals())") == "False\n"
    assert board.execute("print(open('/kept.txt').read())") == "kept\n"


def test_a_program_that_ends_the_interpreter_is_followed_by_the_next(board: Board) -> None:
    assert run(board, "print('bye')\nraise SystemExit")[1] == b"bye\n"
    assert run(board, "print('hello')")[1] == b"hello\n"


def test_an_exhausted_heap_is_an_error_and_the_next_program_runs(board: Board) -> None:
    result, _ = run(board, "rows = [bytearray(2_000_000_000)]")
    assert "MemoryError" in result.error_text
    assert run(board, "print('next')")[1] == b"next\n"


def test_the_platforms_own_mistakes_are_no_answers(board: Board) -> None:
    with pytest.raises(PlatformError, match="NameError"):
        board.execute("no_such_name")


def test_a_quorum_program_runs_with_the_runtime_from_its_file_system(board: Board) -> None:
    files = runtime_files()
    assert board.install(files) == sorted(files)
    assert board.install(files) == []
    board.execute("import sys\nif '/lib' not in sys.path: sys.path.append('/lib')")
    program = compile_program([SourceFile("main.quorum", QUORUM)]).program
    assert program is not None

    result, output = run(board, program.text)

    assert result.ended is RunEnd.FINISHED
    events = TraceReader().feed(output)
    assert [event.values[0] for event in events if event.kind == "output"] == [
        "Bonjour 1",
        "Bonjour 2",
        "Bonjour 3",
    ]
    (error,) = [event for event in events if event.kind == "error"]
    assert error.values[0] == "DivideByZeroError"
    assert events[-1].kind == "end"
