"""Running Quorum programs on virtual boards, for tests that need the whole way of a program.

A virtual board is a process of its own, reached over TCP as a real one is over its cable.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from device.installation import runtime_files
from device.link import Board, RunEnd, open_board
from device.tests.conftest import start_virtual_board
from device.trace import TraceEvent, TraceReader
from missions.checks import Evidence
from quorum import Compilation, SourceFile, compile_program

OUTPUT_LIMIT_BYTES = 1_000_000


class DidNotCompile(AssertionError):
    """The program of a test has mistakes; the message lists them."""


@dataclass(frozen=True)
class BoardRun:
    """How a run ended, and what the checks may look at."""

    ended: RunEnd
    evidence: Evidence


def compiled(source: str, name: str = "main.quorum") -> Compilation:
    """The compilation of one file. Raises DidNotCompile with the messages of the compiler."""
    compilation = compile_program([SourceFile(name, source)])
    if compilation.program is None:
        raise DidNotCompile(
            "\n".join(f"{d.file}:{d.line}: {d.message('en')}" for d in compilation.diagnostics)
        )
    return compilation


@contextmanager
def virtual_board() -> Iterator[Board]:
    """A virtual board with the runtime installed; its process ends with the block."""
    running = start_virtual_board()
    try:
        board = open_board(running.url)
        try:
            board.install(runtime_files())
            yield board
        finally:
            board.close()
    finally:
        running.stop()


def run_on(
    board: Board, source: str, scene: Mapping[str, Any], time_limit_s: float = 30.0
) -> BoardRun:
    """Compile a program, put up the scene, run the program and collect the evidence.

    Raises DidNotCompile, and DeviceError when the link fails.
    """
    compilation = compiled(source)
    assert compilation.program is not None
    reader = TraceReader()
    events: list[TraceEvent] = []
    board.show_scene(scene)
    run = board.run(
        compilation.program.text,
        on_data=lambda data: events.extend(reader.feed(data)),
        time_limit_s=time_limit_s,
        output_limit_bytes=OUTPUT_LIMIT_BYTES,
        should_stop=lambda: False,
    )
    events += reader.finish()
    evidence = Evidence(
        output=[str(event.values[0]) for event in events if event.kind in ("output", "plain")],
        trace=[(event.kind, event.values) for event in events],
        facts=compilation.facts,
        source=source,
    )
    return BoardRun(run.ended, evidence)
