"""`python -m quorum run`: a program on this machine, seen from the terminal."""

from __future__ import annotations

import json
import sys
import tomllib
from argparse import Namespace
from pathlib import Path

from quorum import host
from quorum.compilation import TranslatedProgram
from quorum.messages.run_time import PHRASES
from quorum.run_time import describe_error, describe_stack
from quorum.terminal import write_line


class SceneUnreadable(Exception):
    """The file that says what the camera sees is not there, or is neither TOML nor JSON."""

    def __init__(self, file: str, detail: str) -> None:
        super().__init__(file, detail)
        self.file = file
        self.detail = detail

    def describe(self, language: str) -> str:
        """What is wrong with the file, in plain words."""
        return PHRASES[language]["scene"].format(file=self.file, detail=self.detail)


def run(program: TranslatedProgram, options: Namespace) -> bool:
    """Run the program and show what it outputs; whether it came to its end without an error.

    Raises SceneUnreadable before it begins.
    """

    def show(event: host.Event) -> None:
        if options.json:
            write_line(sys.stdout, json.dumps([event.kind, *event.values], ensure_ascii=False))
        elif event.kind in {"output", "plain"}:
            write_line(sys.stdout, str(event.values[0]))
        elif event.kind == "ask":
            # As a console does it: the answer is typed behind the question.
            sys.stdout.write(str(event.values[0]))
            sys.stdout.flush()

    scene = _scene(options.scene) if options.scene else ""
    result = host.run_program(
        program, show, virtual=options.board != "none", scene=scene, keyboard=True
    )
    if result.error is not None:
        stack = result.error[2]
        write_line(sys.stderr, describe_error(*result.error, options.language))
        for line in describe_stack(stack, options.language):
            write_line(sys.stderr, line)
    elif not result.ended:
        write_line(sys.stderr, PHRASES[options.language]["gone"])
    return result.ended and result.error is None


def _scene(name: str) -> str:
    """The scene of a file as JSON text."""
    path = Path(name)
    try:
        text = path.read_text(encoding="utf-8")
        return json.dumps(tomllib.loads(text) if path.suffix == ".toml" else json.loads(text))
    except OSError as error:
        raise SceneUnreadable(name, error.strerror or str(error)) from error
    except ValueError as error:  # no UTF-8, no TOML, no JSON
        raise SceneUnreadable(name, str(error)) from error
