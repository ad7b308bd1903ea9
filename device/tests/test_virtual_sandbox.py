"""The fence round the virtual board, tried from inside: each of these programs must fail."""

from __future__ import annotations

import pytest

from device.link import Board
from device.tests.test_link_virtual_board import output_of, run
from device.tests.virtual_peer import running_peer

MODULES = "import sys\nmodules = sys.modules\n"
IMPORT = MODULES + "load = modules['importlib'].import_module\n"


@pytest.mark.parametrize(
    "program",
    [
        IMPORT + "load('_posixsubprocess')",
        IMPORT + "load('subprocess')",
        IMPORT + "load('_socket')",
        IMPORT + "load('_ctypes')",
        IMPORT + "load('mmap')",
        MODULES + "modules['ctypes']",
        MODULES + "modules['gc'].get_objects()",
        MODULES + "modules['gc'].get_referrers(print)",
        MODULES + "modules['os'].posix_spawn('/bin/true', [], {})",
        MODULES + "modules['resource'].setrlimit(modules['resource'].RLIMIT_AS, (-1, -1))",
        MODULES + "modules['os'].open('/etc/passwd', 0)",
        "for kind in object.__subclasses__():\n"
        " if kind.__name__ == 'FileLoader':\n"
        "  print(kind('x', '/etc/passwd').get_data('/etc/passwd'))\n"
        "raise OSError",
    ],
)
def test_a_program_does_not_reach_the_host(shared_board: Board, program: str) -> None:
    result, output = run(shared_board, program)
    assert result.error_text != ""
    assert output == ""


def test_a_thread_that_outlives_its_program_is_fenced_in(shared_board: Board) -> None:
    program = IMPORT + "import time\ngo, result = [], []\n"
    program += "def look():\n while not go: time.sleep(0.001)\n"
    program += " try: result.append(open('/etc/passwd').read())\n"
    program += " except OSError as error: result.append(str(error))\n"
    output_of(shared_board, program + "load('_thread').start_new_thread(look, ())")
    answer = "go.append(1)\nwhile not result: time.sleep(0.001)\nprint('root:' in result[0])"
    assert output_of(shared_board, answer) == "False\n"


def test_what_a_program_leaves_behind_is_fenced_in_after_its_end(shared_board: Board) -> None:
    leave = "class Trap:\n def __del__(self): print(open('/etc/passwd').read())\ntrap = Trap()"
    output_of(shared_board, leave)
    result, output = run(shared_board, "trap = None\nprint('next')")
    assert (result.error_text, "root:" in output) == ("", False)
    assert output.endswith("next\n")


def test_a_program_that_imitates_the_interpreter_only_resets_its_board() -> None:
    forge = MODULES + "write = modules['posix'].write\n"
    forge += "for file in range(3, 12):\n try: write(file, b'{}\\n')\n except OSError: pass\n"
    with running_peer() as peer:
        line = peer.raw_line()
        line.start(forge)
        line.read_until(b">>> ")
        assert peer.hand.do("state")["resets"] == ["power on", "watchdog"]
