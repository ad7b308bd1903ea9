"""Scene files: what is in front of the virtual camera, over time (docs/scenes.md).

The form is one and the same everywhere: TOML in a file, JSON on its way, a plain dictionary in
`device/board/virtual/virtual_scene.py`, which plays it. This module finds the mistakes in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from device.exceptions import SceneError

ALGORITHMS = (
    "face_recognition",
    "object_tracking",
    "object_recognition",
    "line_tracking",
    "color_recognition",
    "tag_recognition",
    "object_classification",
)
BUTTONS = ("A", "B", "C")
DAY_MS = 86_400_000  # no scene is longer

Check = Callable[[Any, str], None]


def load_scene(path: Path) -> dict[str, Any]:
    """Read and check a scene file; raises SceneError, which names the file and the field."""
    try:
        scene = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SceneError(f"{path.name}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SceneError(f"{path.name}: not TOML: {error}") from error
    return check_scene(scene, path.name)


def check_scene(scene: Mapping[str, Any], source: str) -> dict[str, Any]:
    """The scene as a plain dictionary, when it is right; raises SceneError naming the field."""
    try:
        _table(_SCENE)(scene, "")
        for number, thing in enumerate(scene.get("objects", ())):
            _check_order(thing, f"objects[{number}]")
        for number, gap in enumerate(scene.get("unplugged", ())):
            _check_span(gap, f"unplugged[{number}]")
    except _Mistake as mistake:
        raise SceneError(f"{source}: {mistake}") from None
    return dict(scene)


class _Mistake(Exception):
    """A field and what is wrong with it."""


def _fail(field: str, text: str) -> None:
    raise _Mistake(f"{field or 'the scene'}: {text}")


def _integer(low: int, high: int) -> Check:
    def check(value: Any, field: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            _fail(field, f"must be a whole number from {low} to {high}, not {value!r}")

    return check


def _number(value: Any, field: str) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool) or abs(value) > 10_000:
        _fail(field, f"must be a number, not {value!r}")


def _boolean(value: Any, field: str) -> None:
    if not isinstance(value, bool):
        _fail(field, f"must be true or false, not {value!r}")


def _text(value: Any, field: str) -> None:
    if not isinstance(value, str):
        _fail(field, f"must be a text, not {value!r}")


def _one_of(choices: tuple[str, ...]) -> Check:
    def check(value: Any, field: str) -> None:
        if value not in choices:
            _fail(field, f"must be one of {', '.join(choices)}, not {value!r}")

    return check


def _vector(value: Any, field: str) -> None:
    if not isinstance(value, list) or len(value) != 3:
        _fail(field, f"must be three numbers [x, y, z], not {value!r}")
    for axis, part in zip("xyz", value, strict=True):
        _number(part, f"{field}.{axis}")


def _list_of(check: Check) -> Check:
    def check_all(value: Any, field: str) -> None:
        if not isinstance(value, list):
            _fail(field, "must be a list")
        for number, item in enumerate(value):
            check(item, f"{field}[{number}]")

    return check_all


def _table(fields: Mapping[str, Check], required: tuple[str, ...] = ()) -> Check:
    def check(value: Any, field: str) -> None:
        if not isinstance(value, Mapping):
            _fail(field, "must be a table")
        for name in required:
            if name not in value:
                _fail(f"{field}.{name}", "is missing")
        for name, item in value.items():
            path = f"{field}.{name}" if field else name
            if name not in fields:
                _fail(path, f"is not known; known here: {', '.join(sorted(fields))}")
            fields[name](item, path)

    return check


_TIME = _integer(0, DAY_MS)
_BLOCK = {
    "x": _integer(0, 319),
    "y": _integer(0, 239),
    "width": _integer(1, 320),
    "height": _integer(1, 240),
}
_ARROW = {
    "x_origin": _integer(0, 319),
    "y_origin": _integer(0, 239),
    "x_target": _integer(0, 319),
    "y_target": _integer(0, 239),
}


def _object(value: Any, field: str) -> None:
    is_arrow = isinstance(value, Mapping) and value.get("algorithm") == "line_tracking"
    place = _ARROW if is_arrow else _BLOCK
    fields: dict[str, Check] = {
        "algorithm": _one_of(ALGORITHMS),
        "id": _integer(0, 255),
        "name": _text,
        "from_ms": _TIME,
        "until_ms": _TIME,
        "moves": _list_of(_table({"at_ms": _TIME, **place}, required=("at_ms",))),
        **place,
    }
    _table(fields, required=("algorithm",))(value, field)


_SCENE: dict[str, Check] = {
    "algorithm": _one_of(ALGORITHMS),
    "loop_ms": _integer(1, DAY_MS),
    "frame_rate": _integer(1, 60),
    "temperature": _number,
    "battery": _integer(0, 100),
    "charging": _boolean,
    "objects": _list_of(_object),
    "buttons": _list_of(
        _table(
            {
                "button": _one_of(BUTTONS),
                "at_ms": _TIME,
                "duration_ms": _integer(1, DAY_MS),
            },
            required=("button", "at_ms", "duration_ms"),
        )
    ),
    "motion": _list_of(
        _table(
            {"at_ms": _TIME, "acceleration": _vector, "rotation_speed": _vector},
            required=("at_ms",),
        )
    ),
    "unplugged": _list_of(
        _table({"from_ms": _TIME, "until_ms": _TIME}, required=("from_ms", "until_ms"))
    ),
}


def _check_order(thing: Mapping[str, Any], field: str) -> None:
    """The moves of a thing follow each other, and it goes after it has come."""
    _check_span(thing, field)
    last = thing.get("from_ms", 0)
    for number, move in enumerate(thing.get("moves", ())):
        if move["at_ms"] <= last:
            _fail(f"{field}.moves[{number}].at_ms", f"must be later than {last}")
        last = move["at_ms"]


def _check_span(span: Mapping[str, Any], field: str) -> None:
    start = span.get("from_ms", 0)
    if "until_ms" in span and span["until_ms"] <= start:
        _fail(f"{field}.until_ms", f"must be later than from_ms ({start})")
