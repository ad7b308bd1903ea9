"""Helpers of the language's tests: compile a text, run it here, look at what comes out."""

from __future__ import annotations

import contextlib
import gc
import io
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unittest import mock

from quorum import Compilation, SourceFile, TranslatedProgram, compile_program
from quorum.codes import Code
from quorum.host import Event, read_event

NAMES = {code.number: code.name for code in Code}


def compile_text(text: str, name: str = "main.quorum", **others: str) -> Compilation:
    """Compile a program; `others` are its further files, by name without extension."""
    sources = [SourceFile(name, textwrap.dedent(text))]
    sources += [
        SourceFile(f"{key}.quorum", textwrap.dedent(value)) for key, value in others.items()
    ]
    return compile_program(sources)


def mistakes(text: str, **others: str) -> list[str]:
    """The mistakes of a program, by the names of their codes."""
    return [NAMES[found.code] for found in compile_text(text, **others).diagnostics]


def places(text: str, **others: str) -> list[tuple[str, int, int]]:
    """The mistakes with line and column."""
    found = compile_text(text, **others).diagnostics
    return [(NAMES[each.code], each.line, each.column) for each in found]


def in_main(body: str) -> str:
    """The statements as the action Main of a class."""
    return "class Main\naction Main\n" + body + "\nend\nend\n"


@dataclass(frozen=True)
class Run:
    """What a program did: its lines of output, and the class of the error that ended it."""

    events: tuple[Event, ...]

    @property
    def outputs(self) -> list[str]:
        """The texts that were output, one for each `output`."""
        return [str(event.values[0]) for event in self.events if event.kind == "output"]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same as a console shows it: a text with line ends is several lines."""
        return tuple("\n".join(self.outputs).split("\n")) if self.outputs else ()

    @property
    def error(self) -> str:
        return next((str(event.values[0]) for event in self.events if event.kind == "error"), "")


def run_compiled(program: TranslatedProgram, reads: Sequence[str] = ()) -> Run:
    """Run a translated program in this process; `reads` is what is typed for `input`."""
    from quorum_runtime.keyboard import connect  # lies on the path once `conftest` has run

    gc.freeze()  # the program begins by collecting garbage: not that of all tests before it
    written = io.StringIO()

    connect(io.StringIO("".join(line + "\n" for line in reads)).readline)
    with contextlib.redirect_stdout(written):
        exec(compile(program.text, "<stdin>", "exec"), {"__name__": "__main__"})
    return Run(tuple(read_event(line) for line in written.getvalue().split("\n") if line))


@contextlib.contextmanager
def plain_board() -> Iterator[None]:
    """A board without the parts of an M5Stack, whatever the tests of the boards have imported."""
    import board_adapter  # on the path as above

    simulated = sys.modules.pop("M5", None)
    sys.modules["M5"] = None  # type: ignore[assignment]  # Python's way to say: there is none
    try:
        with mock.patch.object(board_adapter, "_board", None):
            yield
    finally:
        del sys.modules["M5"]
        if simulated is not None:
            sys.modules["M5"] = simulated


def run_text(text: str, **others: str) -> list[Event]:
    """The events of a program, which must have no mistakes."""
    compilation = compile_text(text, **others)
    assert compilation.program is not None, [
        (each.code, each.line, each.message("en")) for each in compilation.diagnostics
    ]
    return list(run_compiled(compilation.program).events)


def outputs(text: str, **others: str) -> list[str]:
    """What a program outputs; an uncaught error ends the list as `! ErrorClass`."""
    run = Run(tuple(run_text(text, **others)))
    return [*run.outputs, *([f"! {run.error}"] if run.error else [])]
