"""Checks of single fields. Each takes a value and its path, and raises Mistake."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

# Keys of tables and places in lists, from the outside to the inside.
Path = tuple[str | int, ...]
Check = Callable[[Any, Path], None]


class Mistake(Exception):
    """A field and what is wrong with it."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{shown(path) or 'the scene'}: {problem}")
        self.path = path


def shown(path: Path) -> str:
    """A path as people write it: objects[1].x"""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


def integer(low: int, high: int) -> Check:
    def check(value: Any, path: Path) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise Mistake(path, f"must be a whole number from {low} to {high}, not {value!r}")

    return check


def number(value: Any, path: Path) -> None:
    # Compared so that "not a number" is refused too.
    if (
        not isinstance(value, int | float)
        or isinstance(value, bool)
        or not -10_000 <= value <= 10_000
    ):
        raise Mistake(path, f"must be a number from -10000 to 10000, not {value!r}")


def boolean(value: Any, path: Path) -> None:
    if not isinstance(value, bool):
        raise Mistake(path, f"must be true or false, not {value!r}")


def text(value: Any, path: Path) -> None:
    if not isinstance(value, str):
        raise Mistake(path, f"must be a text, not {value!r}")


def one_of(choices: tuple[str, ...]) -> Check:
    def check(value: Any, path: Path) -> None:
        if value not in choices:
            raise Mistake(path, f"must be one of {', '.join(choices)}, not {value!r}")

    return check


def vector(value: Any, path: Path) -> None:
    if not isinstance(value, list) or len(value) != 3:
        raise Mistake(path, f"must be three numbers [x, y, z], not {value!r}")
    for place, part in enumerate(value):
        number(part, (*path, place))


def list_of(check: Check) -> Check:
    def check_all(value: Any, path: Path) -> None:
        if not isinstance(value, list):
            raise Mistake(path, "must be a list")
        for place, item in enumerate(value):
            check(item, (*path, place))

    return check_all


def table(fields: Mapping[str, Check], required: tuple[str, ...] = ()) -> Check:
    def check(value: Any, path: Path) -> None:
        if not isinstance(value, Mapping):
            raise Mistake(path, "must be a table")
        for name in required:
            if name not in value:
                raise Mistake((*path, name), "is missing")
        for name, item in value.items():
            if name not in fields:
                known = ", ".join(sorted(fields))
                raise Mistake((*path, name), f"is not known; known here: {known}")
            fields[name](item, (*path, name))

    return check
