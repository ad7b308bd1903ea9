"""With a seed and a virtual clock a program does the same every time, byte for byte."""

from __future__ import annotations

from device.installation import runtime_files
from device.link import open_board
from device.tests.virtual_peer import running_peer
from quorum import SourceFile, compile_program

CHANCE_AND_TIME = """
import os, random, time
print([random.random() for _ in range(3)], os.urandom(4), {"a", "b", "c", "d"})
start = time.ticks_ms()
for _ in range(3):
    time.sleep(1000)
    print(random.randrange(1000), time.ticks_diff(time.ticks_ms(), start), time.time())
"""

QUORUM = """
use Libraries.Compute.Random
use Libraries.Robots.M5Stack.Timer
use Libraries.Robots.HuskyLens.HuskyLens

Random random
Timer timer
HuskyLens camera
camera:SelectAlgorithm(camera:FACE_RECOGNITION)
repeat 20 times
    camera:RequestBlocks()
    output random:RandomInteger(100)
    timer:Sleep(250)
end
"""


def play(*options: str) -> str:
    with running_peer(*options) as peer:
        return peer.raw_line().run(CHANCE_AND_TIME)


def test_two_boards_with_the_same_seed_and_virtual_clocks_say_the_same() -> None:
    options = ("--seed", "42", "--clock", "virtual")
    first = play(*options)
    assert first == play(*options)
    assert first.splitlines()[-1].split()[1] == "3000000"


def test_another_seed_says_something_else() -> None:
    first, second = (play("--seed", seed, "--clock", "virtual") for seed in ("1", "2"))
    assert first.splitlines()[0] != second.splitlines()[0]


def test_chance_begins_again_with_every_program() -> None:
    with running_peer("--seed", "42") as peer:
        line = peer.raw_line()
        program = "import random\nprint(random.random())"
        assert line.run(program) == line.run(program)


def test_a_quorum_program_leaves_the_same_trace_after_a_soft_reset() -> None:
    program = compile_program([SourceFile("main.quorum", QUORUM)]).program
    assert program is not None
    with running_peer("--seed", "42", "--clock", "virtual") as peer:
        board = open_board(peer.board.url)
        board.install(runtime_files())
        board.close()
        peer.hand.wait_for("connected", False)
        line = peer.raw_line()
        line.soft_reset()
        first = line.run(program.text)
        assert '["end",' in first
        line.soft_reset()
        assert line.run(program.text) == first
