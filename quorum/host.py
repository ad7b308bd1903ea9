"""Runs a translated program on this machine, in a process of its own.

The program runs with the files that lie on a real board, and says what it does in the same trace;
this module turns the trace back into output and errors.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from quorum.compilation import SourceLine, TranslatedProgram

BOARD_FILES = Path(__file__).resolve().parent.parent / "device" / "board"
RECORD = "\x1e"

# Runs in the new process: the folders, the scene (JSON or empty), then the program itself.
# It ends when nobody reads its output any more, which a thread waits for (not on Windows): a
# program without end must not go on alone after the process that started it was killed.
# Python's own limit of 1000 nested calls is lower than what a program may need; making objects
# inside each other takes most of the stack, which Linux lets grow while the process runs.
_START = """
import sys
program, scene, keyboard = sys.argv[1:4]
sys.path[:0] = sys.argv[4:]
try:
    import _thread, os, select
    reader = select.poll()
    reader.register(1, 0)
    _thread.start_new_thread(lambda: (reader.poll(), os._exit(1)), ())
except AttributeError:
    pass
try:
    import resource
    most = resource.getrlimit(resource.RLIMIT_STACK)[1]
    resource.setrlimit(resource.RLIMIT_STACK, (100_000_000, most))
    resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000,) * 2)
    sys.setrecursionlimit(20000)
except (ImportError, OSError, ValueError):
    sys.setrecursionlimit(4000)
if scene:
    import virtual_scene
    virtual_scene.show(scene)
if keyboard:
    from quorum_runtime.keyboard import connect
    connect(sys.stdin.readline)
with open(program, encoding="ascii") as file:
    text = file.read()
exec(compile(text, "<stdin>", "exec"), {"__name__": "__main__"})
"""


@dataclass(frozen=True)
class Event:
    """One line of the trace; plain text that is no trace has the kind "plain"."""

    kind: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class HostRun:
    """How a run ended. `error` is (class name, message, stack) of an uncaught error."""

    ended: bool
    error: tuple[str, str, tuple[SourceLine, ...]] | None


def run_program(
    program: TranslatedProgram,
    on_event: Callable[[Event], None],
    *,
    virtual: bool = False,
    scene: str = "",
    keyboard: bool = False,
) -> HostRun:
    """Run a program to its end; each event is handed over when it comes.

    `scene` is the JSON text of what the virtual camera sees. With `keyboard`, `input` reads the
    standard input of this process; an event "ask" with the question comes before. A Ctrl-C ends
    the program and goes on.
    """
    folders = [str(BOARD_FILES)]
    if virtual:
        folders.append(str(BOARD_FILES / "virtual"))
    error: tuple[str, str, tuple[SourceLine, ...]] | None = None
    ended = False
    options = [scene if virtual else "", "keyboard" if keyboard else "", *folders]
    with _process(program.text, options, keyboard=keyboard) as output:
        for line in output:
            event = read_event(line)
            if event.kind == "error":
                error = _error(program, event.values)
            ended = ended or event.kind == "end"
            on_event(event)
    return HostRun(ended, error)


@contextmanager
def _process(text: str, options: Sequence[str], *, keyboard: bool) -> Iterator[IO[str]]:
    """The standard output of a process that runs the program; it is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "program.py"
        file.write_text(text, encoding="ascii")
        command = [sys.executable, "-I", "-u", "-X", "utf8", "-c", _START, str(file)]
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own text
            [*command, *options],
            # Our own keyboard; it may be closed (`<&-`), and then nothing more is typed.
            stdin=None if keyboard and sys.stdin else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what a program has to say is in its trace
            encoding="utf-8",
            errors="replace",
        )
        try:
            if process.stdout is not None:
                with process.stdout:
                    yield process.stdout
        except BaseException:
            process.kill()
            raise
        finally:
            process.wait()


def read_event(line: str) -> Event:
    """One line of standard output as an event."""
    text = line.rstrip("\n")
    if text.startswith(RECORD):
        try:
            values = json.loads(text[1:])
        except ValueError:
            return Event("plain", (text,))
        if isinstance(values, list) and values and isinstance(values[0], str):
            return Event(values[0], tuple(values[1:]))
    return Event("plain", (text,))


def _error(
    program: TranslatedProgram, values: Sequence[Any]
) -> tuple[str, str, tuple[SourceLine, ...]]:
    """The uncaught error with the Quorum lines behind its MicroPython lines."""
    name, message, lines = (*values, "", "", [])[:3]
    stack = [program.source_line(line) for line in lines if isinstance(line, int)]
    return str(name), str(message), tuple(place for place in stack if place is not None)
