"""The whole link against a virtual board in its own process, over TCP."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from device.exceptions import (
    BoardNotFound,
    BoardStuck,
    InstallationFailed,
    LinkLost,
    PortBusy,
    SceneError,
)
from device.installation import runtime_files
from device.link import Board, ProgramRun, RunEnd, open_board
from device.tests.conftest import VirtualBoard, start_virtual_board

PRINT_ENDLESSLY = "while True: print('x' * 100)"


def run(
    board: Board,
    program: str,
    *,
    time_limit_s: float = 10.0,
    output_limit_bytes: int = 1_000_000,
    on_data: Callable[[bytes], None] | None = None,
) -> tuple[ProgramRun, str]:
    output = bytearray()

    def keep(data: bytes) -> None:
        output.extend(data)
        if on_data is not None:
            on_data(data)

    result = board.run(
        program,
        on_data=keep,
        time_limit_s=time_limit_s,
        output_limit_bytes=output_limit_bytes,
        should_stop=lambda: False,
    )
    return result, output.decode().replace("\r\n", "\n")


def output_of(board: Board, program: str) -> str:
    result, output = run(board, program)
    assert (result.ended, result.error_text) == (RunEnd.FINISHED, "")
    return output


def test_a_virtual_board_says_what_it_is(shared_board: Board) -> None:
    identity = shared_board.identity
    assert identity.is_virtual
    assert identity.machine == "Virtual M5Stack CoreS3 with ESP32S3"
    assert identity.library_root == "/flash/libs"
    assert len(identity.unique_id) == 12


def test_programs_run_one_after_the_other_without_a_reset_between_them(
    shared_board: Board,
) -> None:
    assert output_of(shared_board, "seen = 5\nprint('first')") == "first\n"
    assert output_of(shared_board, "print(seen)") == "5\n"


def test_an_error_comes_with_its_line(shared_board: Board) -> None:
    result, output = run(shared_board, "print('before')\n\n1 / 0\n")
    assert output == "before\n"
    assert result.error_text.splitlines()[1:] == [
        '  File "<stdin>", line 3, in <module>',
        "ZeroDivisionError: division by zero",
    ]


def test_a_program_longer_than_every_window_arrives_whole(shared_board: Board) -> None:
    lines = [f"x{number} = {number}" for number in range(3000)]
    program = "\n".join([*lines, "print(sum(x for n, x in globals().items() if n[0] == 'x'))"])
    assert output_of(shared_board, program) == f"{sum(range(3000))}\n"


def test_text_of_every_alphabet_survives_both_ways(shared_board: Board) -> None:
    assert output_of(shared_board, "print('Élève n° 3 → 蝶')") == "Élève n° 3 → 蝶\n"


def test_an_endless_loop_ends_at_its_time_limit_and_the_next_program_runs(
    shared_board: Board,
) -> None:
    result, _ = run(shared_board, "mark = 1\nwhile True: pass", time_limit_s=0.2)
    assert result.ended is RunEnd.TIME_LIMIT
    assert "KeyboardInterrupt" in result.error_text
    assert output_of(shared_board, "print('mark' in globals())") == "False\n"


def test_a_program_that_sleeps_can_be_stopped(shared_board: Board) -> None:
    stop = threading.Event()
    result = shared_board.run(
        "import time\nprint('asleep')\ntime.sleep(60)",
        on_data=lambda data: stop.set(),
        time_limit_s=60,
        output_limit_bytes=1000,
        should_stop=stop.is_set,
    )
    assert result.ended is RunEnd.STOPPED


def test_a_flood_of_output_is_cut_and_the_next_program_runs(shared_board: Board) -> None:
    result, output = run(shared_board, PRINT_ENDLESSLY, output_limit_bytes=5000)
    assert result.ended is RunEnd.OUTPUT_LIMIT
    # Counted on the wire, where every line end has two bytes.
    assert len(output.replace("\n", "\r\n").encode()) == 5000
    assert output_of(shared_board, "print('calm')") == "calm\n"


def test_a_program_that_eats_all_memory_is_an_error_and_the_next_program_runs(
    shared_board: Board,
) -> None:
    result, _ = run(shared_board, "rows = []\nwhile True: rows.append(bytearray(1000000))")
    assert "MemoryError" in result.error_text
    assert output_of(shared_board, "print('rows' in globals())") == "False\n"


def test_endless_recursion_is_an_error_of_readable_length(shared_board: Board) -> None:
    result, _ = run(shared_board, "def dive(): dive()\ndive()")
    assert result.error_text.rstrip().endswith("RuntimeError: maximum recursion depth exceeded")
    assert len(result.error_text) < 5000


def test_control_bytes_in_the_output_do_not_break_the_conversation(shared_board: Board) -> None:
    result, output = run(shared_board, r"print('a\x04\x04b\x1ec\x01\x03d')")
    assert (result.ended, result.error_text) == (RunEnd.FINISHED, "")
    assert output == "a\x04\x04b\x1ec\x01\x03d\n"
    assert output_of(shared_board, "print('next')") == "next\n"


def test_a_program_that_ends_the_interpreter_is_followed_by_the_next(shared_board: Board) -> None:
    assert output_of(shared_board, "print('bye')\nraise SystemExit") == "bye\n"
    assert output_of(shared_board, "print('hello')") == "hello\n"


def test_a_program_that_ignores_ctrl_c_makes_the_board_restart_and_then_it_works_again(
    own_virtual_board: VirtualBoard,
) -> None:
    board = open_board(own_virtual_board.url)
    with pytest.raises(BoardStuck):
        run(
            board,
            "import micropython\nmicropython.kbd_intr(-1)\nwhile True: pass",
            time_limit_s=0.2,
        )
    assert output_of(board, "print('again')") == "again\n"
    board.close()


@pytest.mark.parametrize(
    "program",
    [
        "import socket",
        "import subprocess",
        "import ctypes",
        "import posix\nposix.system('true')",
        "open('/etc/passwd')",
        "open('../../../../etc/passwd')",
        "import io\nio.open('/etc/passwd')",
        "import os\nos.listdir('/etc')",
        "import os\nos.remove('/etc/passwd')",
        "import os\nos.chdir('/..')\nopen('../etc/passwd')",
        "import sys\nsys.modules['os'].listdir('/etc')",
        "import sys\nsys.modules['os'].kill(1, 0)",
        "import sys\nsys.modules['os'].fork()",
        "import dataclasses",
    ],
)
def test_a_program_stays_inside_the_virtual_board(shared_board: Board, program: str) -> None:
    result, output = run(shared_board, program)
    assert result.error_text != ""
    assert output == ""


def test_files_on_the_board_stay_over_a_soft_reset(shared_board: Board) -> None:
    output_of(shared_board, "with open('/flash/note.txt', 'w') as file: file.write('kept')")
    run(shared_board, "while True: pass", time_limit_s=0.1)
    assert output_of(shared_board, "print(open('note.txt').read())") == "kept\n"
    output_of(shared_board, "import os\nos.remove('/flash/note.txt')")


def test_what_is_installed_twice_is_sent_once(own_virtual_board: VirtualBoard) -> None:
    board = open_board(own_virtual_board.url)
    files = runtime_files()
    assert board.install(files) == sorted(files)
    assert board.install(files) == []
    assert output_of(board, "import huskylens_driver\nprint('imported')") == "imported\n"
    board.close()


def test_a_changed_file_is_sent_and_what_was_imported_from_the_old_one_is_forgotten(
    shared_board: Board,
) -> None:
    old = {
        "part/one.py": b"value = 1\n",
        "part/__init__.py": b"",
        "data.bin": bytes(range(256)) * 9,
    }
    shared_board.install(old)
    assert output_of(shared_board, "import part.one\nprint(part.one.value)") == "1\n"
    assert shared_board.install({**old, "part/one.py": b"value = 2\n"}) == ["part/one.py"]
    assert output_of(shared_board, "import part.one\nprint(part.one.value)") == "2\n"


def test_an_installation_cannot_leave_the_library_folder(shared_board: Board) -> None:
    with pytest.raises(InstallationFailed):
        shared_board.install({"../boot.py": b""})


def test_a_scene_is_in_front_of_the_camera_and_stays_there_over_a_soft_reset(
    shared_board: Board,
) -> None:
    look = "import virtual_scene\nprint(virtual_scene.visible(5))"
    shared_board.show_scene({"objects": [{"algorithm": "tag_recognition", "id": 7}]})
    assert output_of(shared_board, look) == "[(0, 7, (160, 120, 80, 80))]\n"
    run(shared_board, "while True: pass", time_limit_s=0.1)
    assert output_of(shared_board, look) == "[(0, 7, (160, 120, 80, 80))]\n"


def test_a_scene_with_a_mistake_is_not_shown_and_the_board_goes_on(shared_board: Board) -> None:
    with pytest.raises(SceneError, match=r"objects\[0\]\.algorithm"):
        shared_board.show_scene({"objects": [{"algorithm": "smell"}]})
    assert output_of(shared_board, "print(1)") == "1\n"


def test_a_board_that_is_killed_in_mid_run_is_a_lost_link(own_virtual_board: VirtualBoard) -> None:
    board = open_board(own_virtual_board.url)
    with pytest.raises(LinkLost):
        run(
            board,
            "print('running')\nwhile True: pass",
            time_limit_s=60,
            on_data=lambda data: own_virtual_board.process.kill(),
        )
    board.close()


def test_the_child_of_a_killed_board_dies_with_it(own_virtual_board: VirtualBoard) -> None:
    board = open_board(own_virtual_board.url)
    child = _children_of(own_virtual_board.process.pid)
    assert len(child) == 1
    own_virtual_board.process.kill()
    own_virtual_board.process.wait()
    board.close()
    waiting = threading.Event()
    for _ in range(100):
        if not _is_alive(child[0]):
            return
        waiting.wait(0.05)
    raise AssertionError("the child outlived its board")


def test_a_board_ends_cleanly_when_it_is_told_to(own_virtual_board: VirtualBoard) -> None:
    own_virtual_board.process.send_signal(signal.SIGTERM)
    assert own_virtual_board.process.wait(10) == 0


def test_a_board_can_end_with_whoever_started_it() -> None:
    theirs, ours = socket.socketpair()
    with theirs:
        running = start_virtual_board(stdin=theirs)
    ours.close()
    assert running.process.wait(10) == 0


def test_the_files_of_a_killed_board_are_removed_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    first = start_virtual_board()
    second = start_virtual_board()
    assert len(list(tmp_path.iterdir())) == 2
    first.process.kill()
    first.process.wait()
    third = start_virtual_board()
    assert len(list(tmp_path.iterdir())) == 2
    second.stop()
    third.stop()
    assert list(tmp_path.iterdir()) == []


def test_a_second_connection_is_told_that_the_board_is_in_use(
    virtual_board: VirtualBoard, shared_board: Board
) -> None:
    with pytest.raises(PortBusy):
        open_board(virtual_board.url)
    assert output_of(shared_board, "print('undisturbed')") == "undisturbed\n"


def test_a_program_runs_on_without_its_client_until_the_next_one_comes_into_step(
    own_virtual_board: VirtualBoard,
) -> None:
    board = open_board(own_virtual_board.url)
    program = "mark = 'from before'\nprint('up')\nwhile True: pass"
    with pytest.raises(ZeroDivisionError):
        run(board, program, on_data=lambda data: 1 // 0)
    board.close()
    board = open_board(own_virtual_board.url)
    assert output_of(board, "print(mark)") == "from before\n"
    board.close()


def test_an_address_where_nothing_listens_is_a_board_not_found() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(BoardNotFound):
        open_board(f"socket://127.0.0.1:{port}")
    with pytest.raises(BoardNotFound):
        open_board("/dev/serial/by-id/no-such-board")
    with pytest.raises(BoardNotFound):
        open_board("smoke://signals")


def _children_of(parent: int) -> list[int]:
    with open(f"/proc/{parent}/task/{parent}/children") as file:
        return [int(word) for word in file.read().split()]


def _is_alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
