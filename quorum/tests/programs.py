"""Helpers of the language's tests: compile a text, run it here, look at what comes out."""

from __future__ import annotations

import contextlib
import io
import textwrap

from quorum import Compilation, SourceFile, compile_program
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


def run_text(text: str, **others: str) -> list[Event]:
    """The events of a program, which must have no mistakes."""
    compilation = compile_text(text, **others)
    assert compilation.program is not None, [
        (each.code, each.line, each.message("en")) for each in compilation.diagnostics
    ]
    written = io.StringIO()
    code = compile(compilation.program.text, "<stdin>", "exec")
    with contextlib.redirect_stdout(written):
        exec(code, {"__name__": "__main__"})
    return [read_event(line) for line in written.getvalue().split("\n") if line]


def outputs(text: str, **others: str) -> list[str]:
    """What a program outputs; an uncaught error ends the list as `! ErrorClass`."""
    lines: list[str] = []
    for event in run_text(text, **others):
        if event.kind == "output":
            lines += event.values
        elif event.kind == "error":
            lines.append(f"! {event.values[0]}")
    return lines


def value_of(expression: str, before: str = "") -> str:
    """What `output` shows for an expression."""
    (line,) = outputs(f"{before}\noutput {expression}\n")
    return line
