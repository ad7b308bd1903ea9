"""`python -m quorum check|run|translate FILE...`: the compiler on the command line.

Exit status: 0 all is well, 1 the program has mistakes, 2 it stopped by an error while running.
Advice about a program without mistakes does not change the status.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from quorum import library
from quorum.boards import BOARDS
from quorum.compilation import Compilation
from quorum.compiler import compile_program
from quorum.decoding import read_source
from quorum.diagnostics import Diagnostic
from quorum.messages import LANGUAGES
from quorum.report import shown
from quorum.signature_cache import usual_folder
from quorum.sources import SourceFile
from quorum.terminal import write_line

FINE, MISTAKES, STOPPED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; returns the exit status."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if folder := usual_folder():
        library.use_cache(folder)
    sources, mistakes = _read(options.files)
    unreadable = Compilation(tuple(mistakes), None, None)
    compilation = unreadable if mistakes else compile_program(sources, board=options.board)
    _tell(compilation, sources, options)
    program = compilation.program
    if program is None:
        return MISTAKES
    if options.command == "translate":
        sys.stdout.write(program.text)
        return FINE
    if options.command == "check":
        return FINE
    from quorum.running import SceneUnreadable, run  # only now: `check` answers sooner without it

    try:
        return FINE if run(program, options) else STOPPED
    except SceneUnreadable as problem:
        write_line(sys.stderr, problem.describe(options.language))
        return MISTAKES
    except KeyboardInterrupt:
        return INTERRUPTED


def describe_trouble(error: OSError) -> str:
    """What to say when the machine itself fails, for instance because its disk is full."""
    from quorum.messages.run_time import PHRASES

    return PHRASES[_own_language()]["machine"].format(detail=error.strerror)


class _Help(argparse.HelpFormatter):
    """With lines of one width.

    argparse asks for the width of the terminal at every start, even if nobody wants help, and that
    takes longer than to check a program.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=88)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quorum",
        description="The Quorum compiler for the M5Stack board.",
        formatter_class=_Help,
    )
    commands = parser.add_subparsers(dest="command", required=True, prog=parser.prog)
    for name, text in (
        ("check", "tell the mistakes of a program, or give advice about it"),
        ("run", "check a program and run it on this machine"),
        ("translate", "write the MicroPython program"),
    ):
        command = commands.add_parser(name, help=text, description=text, formatter_class=_Help)
        command.add_argument(
            "files", nargs="+", metavar="FILE", help="the main program, then its other classes"
        )
        command.add_argument("--json", action="store_true", help="for other programs to read")
        command.add_argument("--language", choices=LANGUAGES, default=_own_language())
        command.add_argument(
            "--board",
            choices=("none", *BOARDS),
            default="none",
            help="the board that the program is meant for: the advice is about this board, and run "
            "gives the program virtual hardware",
        )
        command.add_argument(
            "--scene", metavar="FILE", help="what the virtual camera sees: JSON or TOML (run only)"
        )
    return parser


def _own_language() -> str:
    """English where the machine is set to English, otherwise French."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "en" if value.lower().startswith("en") else "fr"
    return "fr"


def _read(names: Sequence[str]) -> tuple[list[SourceFile], list[Diagnostic]]:
    sources: list[SourceFile] = []
    mistakes: list[Diagnostic] = []
    for name in names:
        read = read_source(name)
        if isinstance(read, SourceFile):
            sources.append(read)
        else:
            mistakes.append(read)
    return sources, mistakes


# --- mistakes ---------------------------------------------------------------------------------


def _tell(
    compilation: Compilation, sources: Sequence[SourceFile], options: argparse.Namespace
) -> None:
    """The mistakes, or the advice about a program without any, on standard error."""
    told = (*compilation.diagnostics, *compilation.warnings)
    if options.json:
        found = [each.to_dict(options.language) for each in told]
        if found or options.command == "check":
            import json  # only here: half a dozen modules that hardly anybody needs

            write_line(sys.stderr, json.dumps(found, ensure_ascii=False, indent=2))
        return
    texts = {source.name: source.text for source in sources}
    blocks = [shown(each, texts.get(each.file, ""), options.language) for each in told]
    if blocks:
        write_line(sys.stderr, "\n\n".join(blocks))
