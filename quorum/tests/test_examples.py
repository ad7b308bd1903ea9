"""Every example of the library's reference runs, on a virtual board whose time is simulated."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Callable, Iterator

import pytest

from quorum import SourceFile, compile_program
from quorum.doc_comments import Example
from quorum.host import BOARD_FILES
from quorum.reference import example_scene, read_library
from quorum.tests.programs import Run, run_compiled

EXAMPLES = [
    pytest.param(f"{each.file}:{example.line}", example, id=f"{each.full_name}: {what}")
    for each in read_library()
    for what, example in each.examples()
]

RunExample = Callable[[str, tuple[str, ...]], Run]


class SimulatedClock:
    """Time passes by sleeping, and a little by every look at it: no waiting is endless."""

    def __init__(self) -> None:
        self.now = 0

    def ticks_ms(self) -> int:
        self.now += 1
        return self.now

    def sleep_ms(self, milliseconds: int) -> None:
        self.now += max(0, milliseconds)


@pytest.fixture(scope="module")
def _quick_garbage_collection() -> Iterator[None]:
    """Each program begins with one, which would otherwise look through all of Django."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def run_example(
    monkeypatch: pytest.MonkeyPatch, _quick_garbage_collection: None
) -> Iterator[RunExample]:
    """Runs a program as a board does that has just been switched on."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(BOARD_FILES / "virtual")])
    adapter = importlib.import_module("board_adapter")
    scene = importlib.import_module("virtual_scene")
    clock = SimulatedClock()
    monkeypatch.setattr(adapter, "_board", None)
    monkeypatch.setattr(adapter, "_running", False)
    monkeypatch.setattr(adapter.clock, "ticks_ms", clock.ticks_ms)
    monkeypatch.setattr(adapter.clock, "sleep_ms", clock.sleep_ms)
    monkeypatch.setattr(importlib.import_module("machine"), "_wait_bits", lambda *_: None)
    before = scene.ticks_ms, scene.ticks_diff
    scene.use_clock(clock.ticks_ms)
    scene.show(example_scene())

    def run(program: str, reads: tuple[str, ...]) -> Run:
        compilation = compile_program([SourceFile("main.quorum", program)])
        assert [(each.line, each.message("en")) for each in compilation.diagnostics] == []
        assert [(each.line, each.message("en")) for each in compilation.warnings] == []
        assert compilation.program is not None
        return run_compiled(compilation.program, reads)

    yield run
    scene.show(None)
    scene.use_clock(*before)


@pytest.mark.parametrize(("place", "example"), EXAMPLES)
def test_an_example_does_what_it_says(
    place: str, example: Example, run_example: RunExample
) -> None:
    run = run_example(example.program, example.reads)
    errors = [event.values for event in run.events if event.kind == "error"]
    assert (place, errors) == (place, [])
    if example.prints is not None:
        assert (place, run.lines) == (place, example.prints)


def test_an_example_that_waits_in_a_loop_comes_to_its_end(run_example: RunExample) -> None:
    waiting = (
        "use Libraries.Robots.M5Stack.Button\n"
        "Button button\n"
        "repeat until button:IsCPressed() end\n"
        'output "pressed"'
    )
    assert run_example(waiting, ()).lines == ("pressed",)
