# What is in front of the virtual board: things the camera sees, fingers on buttons, movements.
#
# A scene is a plain dictionary in the form that docs/scenes.md describes; device/scenes.py checks
# it, here it is believed. Its time counts in milliseconds from the start of the program: whoever
# starts a program calls restart().

import json
import time

ALGORITHMS = (
    "face_recognition",
    "object_tracking",
    "object_recognition",
    "line_tracking",
    "color_recognition",
    "tag_recognition",
    "object_classification",
)
ARROWS = 3  # the algorithm whose results are arrows (line tracking)
BUTTONS = "ABC"
BLOCK_KEYS = ("x", "y", "width", "height")
BLOCK_DEFAULT = (160, 120, 80, 80)
ARROW_KEYS = ("x_origin", "y_origin", "x_target", "y_target")
ARROW_DEFAULT = (160, 239, 160, 80)
FRAME_RATE = 15  # pictures per second; no figure is published, this is a careful one

on_show = None  # called with the dictionary of every new scene
version = 0  # counts the scenes: who remembers something about the old one can notice


def _host_ticks():
    return int(time.monotonic() * 1000)


def _host_difference(later, earlier):
    return later - earlier


ticks_ms = getattr(time, "ticks_ms", _host_ticks)
ticks_diff = getattr(time, "ticks_diff", _host_difference)


class _Prepared:
    """A scene with its names turned into numbers and its defaults filled in."""

    def __init__(self, scene):
        self.loop_ms = scene.get("loop_ms", 0)
        self.frame_rate = scene.get("frame_rate", FRAME_RATE)
        self.temperature = float(scene.get("temperature", 25.0))
        self.battery = (scene.get("battery", 80), scene.get("charging", True))
        self.algorithm = None
        if "algorithm" in scene:
            self.algorithm = ALGORITHMS.index(scene["algorithm"])
        self.objects = [_object(thing) for thing in scene.get("objects", ())]
        self.presses = [
            (BUTTONS.index(press["button"]), press["at_ms"], press["at_ms"] + press["duration_ms"])
            for press in scene.get("buttons", ())
        ]
        self.motion = [
            (
                moment["at_ms"],
                tuple(float(value) for value in moment.get("acceleration", (0, 0, 1))),
                tuple(float(value) for value in moment.get("rotation_speed", (0, 0, 0))),
            )
            for moment in scene.get("motion", ())
        ]
        self.unplugged = [(gap["from_ms"], gap["until_ms"]) for gap in scene.get("unplugged", ())]


def _object(thing):
    """(algorithm, id, from, until, [(at, a, b, c, d), ...])"""
    algorithm = ALGORITHMS.index(thing["algorithm"])
    keys, place = (BLOCK_KEYS, BLOCK_DEFAULT)
    if algorithm == ARROWS:
        keys, place = (ARROW_KEYS, ARROW_DEFAULT)
    start = thing.get("from_ms", 0)
    path = []
    for at, move in [(start, thing)] + [(move["at_ms"], move) for move in thing.get("moves", ())]:
        place = tuple(move.get(keys[i], place[i]) for i in range(4))
        path.append((at,) + place)
    return algorithm, thing.get("id", 0), start, thing.get("until_ms"), path


_scene = _Prepared({})
_started = ticks_ms()


def show(scene):
    """Put up another scene: a dictionary, its JSON text, or None for an empty room."""
    global _scene, version
    if isinstance(scene, str):
        scene = json.loads(scene)
    scene = scene or {}
    _scene = _Prepared(scene)
    version += 1
    restart()
    if on_show is not None:
        on_show(scene)


def restart():
    """A program starts now."""
    global _started
    _started = ticks_ms()


def use_clock(ticks, difference=None):
    """Let the time of the scene come from somewhere else (tests, the browser)."""
    global ticks_ms, ticks_diff
    ticks_ms = ticks
    ticks_diff = difference or _host_difference
    restart()


def elapsed_ms():
    return ticks_diff(ticks_ms(), _started)


def scene_ms():
    """The time in the scene, which may begin again and again."""
    return elapsed_ms() % _scene.loop_ms if _scene.loop_ms else elapsed_ms()


def algorithm():
    """What the camera is set to when the scene is put up, or None."""
    return _scene.algorithm


def frame():
    """The number of the camera's picture, 16 bits."""
    return elapsed_ms() * _scene.frame_rate // 1000 & 0xFFFF


def unplugged():
    """Whether the camera's cable is out now."""
    now = scene_ms()
    return any(start <= now < end for start, end in _scene.unplugged)


def visible(wanted):
    """The objects of this algorithm now: [(number in the scene, id, four values)].

    The values are x, y, width, height of a block, or origin and target of an arrow.
    """
    now = scene_ms()
    found = []
    for number, (kind, known, start, end, path) in enumerate(_scene.objects):
        if kind == wanted and start <= now and (end is None or now < end):
            found.append((number, known, _place(path, now)))
    return found


def _place(path, now):
    """Where a thing is: it glides in a straight line from one point of its path to the next."""
    before = path[0]
    for after in path:
        if after[0] > now:
            break
        before = after
    else:
        return before[1:]
    span = after[0] - before[0]
    passed = now - before[0]
    if passed <= 0:
        return before[1:]
    return tuple(before[i] + (after[i] - before[i]) * passed // span for i in range(1, 5))


def button_pressed(button):
    """Whether a finger is on button 0, 1 or 2 (A, B, C)."""
    now = scene_ms()
    return any(number == button and start <= now < end for number, start, end in _scene.presses)


def acceleration():
    """In g, as (x, y, z); a board that lies on the table feels 1 g upwards."""
    return _motion()[0]


def rotation_speed():
    """In degrees per second, as (x, y, z)."""
    return _motion()[1]


def temperature():
    return _scene.temperature


def battery():
    """(percent, whether it is being charged)"""
    return _scene.battery


def _motion():
    now = scene_ms()
    state = ((0.0, 0.0, 1.0), (0.0, 0.0, 0.0))
    for at, force, speed in _scene.motion:
        if at <= now:
            state = (force, speed)
    return state
