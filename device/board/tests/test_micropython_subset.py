"""What lies on the board keeps to the Python that MicroPython has.

The tests run on CPython, which would not notice; a board would, in the classroom.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

BOARD = Path(__file__).parent.parent
PACKAGES = ("quorum_runtime", "quorum_libraries", "board_adapter", "huskylens_driver", "virtual")
FILES = sorted(path for package in PACKAGES for path in (BOARD / package).rglob("*.py"))

OURS = {"quorum_runtime", "quorum_libraries", "board_adapter", "huskylens_driver"}
VIRTUAL = {path.stem for path in (BOARD / "virtual").glob("virtual_*.py")}
MICROPYTHON = {
    "array",
    "binascii",
    "collections",
    "errno",
    "esp32",
    "gc",
    "hashlib",
    "io",
    "json",
    "M5",
    "machine",
    "math",
    "micropython",
    "neopixel",
    "os",
    "random",
    "re",
    "struct",
    "sys",
    "time",
    "zlib",
}
MISSING_METHODS = {
    "capitalize",
    "casefold",
    "expandtabs",
    "format_map",
    "isalnum",
    "isdecimal",
    "isidentifier",
    "isprintable",
    "ljust",
    "removeprefix",
    "removesuffix",
    "rjust",
    "swapcase",
    "title",
    "translate",
    "with_traceback",
    "zfill",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(BOARD).as_posix())
def test_a_file_for_the_board_keeps_to_micropython(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [problem for node in ast.walk(tree) for problem in problems(node)] == []


def problems(node: ast.AST) -> Iterator[str]:
    place = f"line {getattr(node, 'lineno', '?')}: "
    match node:
        case ast.Import(names=names):
            yield from (place + f"import {n.name}" for n in names if not known(n.name))
        case ast.ImportFrom(module=module, level=0) if not known(module or ""):
            yield place + f"from {module} import"
        case ast.Match():
            yield place + "match"
        case ast.AsyncFunctionDef() | ast.Await() | ast.AsyncFor():
            yield place + "async"
        case ast.arguments(posonlyargs=[_, *_]):
            yield place + "positional-only parameters"
        case ast.List(elts=parts) | ast.Tuple(elts=parts, ctx=ast.Load()) | ast.Set(elts=parts):
            if any(isinstance(part, ast.Starred) for part in parts):
                yield place + "[*list]"
        case ast.Dict(keys=keys) if None in keys:
            yield place + "{**dictionary}"
        case ast.Slice(step=step) if step is not None:
            yield place + "a slice with a step"
        case ast.ClassDef(keywords=[_, *_]):
            yield place + "a metaclass"
        case ast.ExceptHandler(type=None) | ast.ExceptHandler(type=ast.Name(id="BaseException")):
            # Ctrl-C has to get through, or the host cannot stop a program.
            if not any(isinstance(part, ast.Raise) and part.exc is None for part in node.body):
                yield place + "an except that swallows Ctrl-C"
        case ast.JoinedStr(values=values):
            for part in values:
                if any(isinstance(n, ast.JoinedStr) for n in ast.walk(part) if n is not part):
                    yield place + "a nested f-string"
        case ast.Attribute(attr=name) if name in MISSING_METHODS or name == "__cause__":
            yield place + f".{name}"


def known(module: str) -> bool:
    return module.split(".")[0] in OURS | VIRTUAL | MICROPYTHON
