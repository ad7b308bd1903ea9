"""A program does the same whatever ran on the board before it: no module keeps anything of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from device.scenes import load_scene
from quorum import SourceFile, compile_program
from quorum.host import Event
from quorum.reference import example_scene
from quorum.tests.test_examples import EXAMPLES
from tests.micropython import Program, run_programs
from tests.micropython.test_examples import SWITCH_ON
from tests.micropython.this_python import SIMULATED_TIME

MISSIONS = Path(__file__).parent.parent.parent / "missions" / "content"

# Between two programs a board is not switched off.
_GO_ON = SWITCH_ON.replace("board_adapter._board = None\n", "") + "virtual_scene.restart()\n"

# Programs that leave behind whatever a program can, and end in every way there is.
_SETTINGS = """
use Libraries.Robots.M5Stack.all
use Libraries.Robots.HuskyLens.HuskyLens
Screen screen
Light light
Sound sound
HuskyLens camera
screen:SetTextSize(3)
screen:SetBackgroundColor(255)
screen:SetBrightness(1)
screen:OutputLine("mine")
light:SetBrightness(1)
light:SetAll(255)
sound:SetVolume(1)
camera:SetName(1, "mine")
camera:Write("mine", 1, 1)
"""
_LIBRARIES = """
use Libraries.Compute.Random
use Libraries.Containers.HashTable
use Libraries.Language.Errors.all
use Libraries.Language.Object
Random random
random:SetSeed(1)
HashTable<Object, Object> table
Object key
table:Add(key, key)
output key:GetHashCode()
check
    alert("mine")
detect e
    output e:GetStackTraceMessage()
end
"""
_ERROR = _SETTINGS + "output camera:GetBlock(99):GetX()\n"
_ENDLESS = "class Main\naction Main\nMain()\nend\nend\n"
_FLOOD = """
use Libraries.Robots.M5Stack.Screen
Screen screen
integer x = 0
repeat 3000 times
    screen:DrawPixel(x, x, x)
    x = x + 1
end
"""
_INTERRUPTED = """
from quorum_runtime.program import run
def program():
    from quorum_libraries.robots.m5stack.light import Light
    def start():
        Light().SetAll__integer(255)
        raise KeyboardInterrupt
    return start
run(program)
"""


# One that looks for what the others left behind.
_WITNESS = """
use Libraries.Robots.M5Stack.all
use Libraries.Robots.HuskyLens.HuskyLens
use Libraries.Compute.Random
use Libraries.Language.Object
Object one
Sound sound
HuskyLens camera
Timer timer
Random random
Screen screen
Button button
random:SetSeed(5)
output one:GetHashCode() + " " + random:RandomInteger() + " " + sound:GetVolume()
output camera:GetAlgorithm() + camera:GetName(1) + camera:GetCount()
output button:WasPressed(0) + " " + timer:GetElapsed()
screen:OutputLine("first")
"""


def translated(source: str) -> str:
    program = compile_program([SourceFile("main.quorum", source)]).program
    assert program is not None
    return program.text


def programs() -> Iterator[tuple[str, Program]]:
    """The witness, the examples of the library and the programs of the missions."""
    yield "witness", Program(translated(_WITNESS), _GO_ON.format(scene="{}", lines=[]))
    for place, example in (each.values for each in EXAMPLES):
        lines = [line + "\n" for line in example.reads]
        before = _GO_ON.format(scene=example_scene(), lines=lines)
        yield place, Program(translated(example.program), before)
    for path in sorted(MISSIONS.glob("*/*.quorum")):
        program = compile_program([SourceFile("Main.quorum", path.read_text("utf-8"))]).program
        scene = path.with_name("scene.toml")
        seen = load_scene(scene) if scene.exists() else {}
        # Its algorithm belongs to the camera, which keeps it over a change of program.
        before = _GO_ON.format(
            scene=json.dumps({"algorithm": "face_recognition", **seen}), lines=[]
        )
        if program is not None:
            yield f"{path.parent.name}/{path.name}", Program(program.text, before)


@cache
def in_this_order() -> dict[str, tuple[Event, ...]]:
    """The trace of each program, run one after the other."""
    found = dict(programs())
    runs = run_programs(list(found.values()), virtual=True, setup=SIMULATED_TIME)
    return {name: run.events for name, run in zip(found, runs, strict=True)}


@cache
def backwards_after_others() -> dict[str, tuple[Event, ...]]:
    """The same from the last to the first, each after one that leaves things behind."""
    found = dict(reversed(list(programs())))
    texts = [translated(text) for text in (_SETTINGS, _LIBRARIES, _ERROR, _ENDLESS, _FLOOD)]
    others = cycle([*texts, _INTERRUPTED])
    pairs = [(Program(next(others), program.before), program) for program in found.values()]
    runs = run_programs(
        [each for pair in pairs for each in pair], virtual=True, setup=SIMULATED_TIME
    )
    return {name: run.events for name, run in zip(found, runs[1::2], strict=True)}


@pytest.mark.parametrize("name", [name for name, _ in programs()])
def test_a_program_does_the_same_whatever_ran_before_it(name: str) -> None:
    assert in_this_order()[name] == backwards_after_others()[name]
    assert in_this_order()[name]
