"""What a scene may say, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from device.scenes.fields import (
    Check,
    Mistake,
    Path,
    boolean,
    integer,
    list_of,
    number,
    one_of,
    table,
    text,
    vector,
)

ALGORITHMS = (
    "face_recognition",
    "object_tracking",
    "object_recognition",
    "line_tracking",
    "color_recognition",
    "tag_recognition",
    "object_classification",
    "qr_code_recognition",
    "barcode_recognition",
)
PRO_ALGORITHMS = ("qr_code_recognition", "barcode_recognition")
HUSKYLENS2_ALGORITHMS = (
    "face_recognition",
    "object_tracking",
    "object_recognition",
    "color_recognition",
    "tag_recognition",
)
BUTTONS = ("A", "B", "C")
LENSES = ("huskylens", "huskylens2")
PROTOCOLS = ("auto", "i2c")
LENS_FAULTS = (
    "wrong_sum",
    "lying_length",
    "cut_frame",
    "other_answer",
    "garbage",
    "silence",
    "busy",
    "need_pro",
    "late_answer",
)
DAY_MS = 86_400_000  # no scene is longer

_TIME = integer(0, DAY_MS)
_BLOCK = {
    "x": integer(0, 319),
    "y": integer(0, 239),
    "width": integer(1, 320),
    "height": integer(1, 240),
}
_ARROW = {
    "x_origin": integer(0, 319),
    "y_origin": integer(0, 239),
    "x_target": integer(0, 319),
    "y_target": integer(0, 239),
}


def check(scene: Any) -> None:
    """Raises Mistake for the first field that is wrong."""
    table(_SCENE)(scene, ())
    for place, thing in enumerate(scene.get("objects", ())):
        _check_order(thing, ("objects", place))
        _check_algorithm(scene, thing["algorithm"], ("objects", place, "algorithm"))
    for name in ("unplugged", "menu"):
        for place, span in enumerate(scene.get(name, ())):
            _check_span(span, (name, place))
    if "algorithm" in scene:
        _check_algorithm(scene, scene["algorithm"], ("algorithm",))


def _object(value: Any, path: Path) -> None:
    is_arrow = isinstance(value, Mapping) and value.get("algorithm") == "line_tracking"
    place = _ARROW if is_arrow else _BLOCK
    fields: dict[str, Check] = {
        "algorithm": one_of(ALGORITHMS),
        "id": integer(0, 255),
        "name": text,
        "from_ms": _TIME,
        "until_ms": _TIME,
        "moves": list_of(table({"at_ms": _TIME, **place}, required=("at_ms",))),
        **place,
    }
    table(fields, required=("algorithm",))(value, path)


def _protocol(value: Any, path: Path) -> None:
    is_speed = isinstance(value, int) and not isinstance(value, bool) and 1200 <= value <= 1_000_000
    if not is_speed and value not in PROTOCOLS:
        speeds = "the speed of a serial line (9600, 115200 …)"
        raise Mistake(path, f'must be "auto", "i2c" or {speeds}, not {value!r}')


_SPAN = table({"from_ms": _TIME, "until_ms": _TIME}, required=("from_ms", "until_ms"))
_PRESS = table(
    {"button": one_of(BUTTONS), "at_ms": _TIME, "duration_ms": integer(1, DAY_MS)},
    required=("button", "at_ms", "duration_ms"),
)
_MOVEMENT = table(
    {"at_ms": _TIME, "acceleration": vector, "rotation_speed": vector}, required=("at_ms",)
)
_LENS_FAULT = table(
    {"at_ms": _TIME, "name": one_of(LENS_FAULTS), "count": integer(1, 1000)},
    required=("at_ms", "name"),
)
_SCENE: dict[str, Check] = {
    "algorithm": one_of(ALGORITHMS),
    "battery": integer(0, 100),
    "boot_ms": integer(0, 60_000),
    "buttons": list_of(_PRESS),
    "charging": boolean,
    "first_frame": integer(0, 65_535),
    "frame_rate": integer(1, 60),
    "lens": one_of(LENSES),
    "lens_faults": list_of(_LENS_FAULT),
    "loop_ms": integer(1, DAY_MS),
    "menu": list_of(_SPAN),
    "motion": list_of(_MOVEMENT),
    "objects": list_of(_object),
    "pro": boolean,
    "protocol": _protocol,
    "temperature": number,
    "unplugged": list_of(_SPAN),
}


def _check_algorithm(scene: Mapping[str, Any], algorithm: str, path: Path) -> None:
    """The camera of this scene has the algorithm."""
    if scene.get("lens") == "huskylens2":
        if algorithm not in HUSKYLENS2_ALGORITHMS:
            known = ", ".join(HUSKYLENS2_ALGORITHMS)
            raise Mistake(path, f"the virtual HuskyLens 2 has only {known}, not {algorithm!r}")
    elif algorithm in PRO_ALGORITHMS and not scene.get("pro"):
        raise Mistake(path, f"{algorithm!r} needs a HuskyLens Pro: write pro = true at the top")


def _check_order(thing: Mapping[str, Any], path: Path) -> None:
    """The moves of a thing follow each other, and it goes after it has come."""
    _check_span(thing, path)
    last = thing.get("from_ms", 0)
    for place, move in enumerate(thing.get("moves", ())):
        if move["at_ms"] <= last:
            raise Mistake((*path, "moves", place, "at_ms"), f"must be later than {last}")
        last = move["at_ms"]


def _check_span(span: Mapping[str, Any], path: Path) -> None:
    start = span.get("from_ms", 0)
    if "until_ms" in span and span["until_ms"] <= start:
        raise Mistake((*path, "until_ms"), f"must be later than from_ms ({start})")
