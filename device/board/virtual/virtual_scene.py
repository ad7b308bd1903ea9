# What is in front of the virtual board: things the camera sees, fingers on buttons, movements.
#
# A scene is a plain dictionary (docs/scenes.md; device/scenes.py makes it out of TOML). Its time
# counts in milliseconds from the start of the program: whoever starts a program calls restart().

import json
import time

EMPTY = {}
ARROWS = 3  # the algorithm whose results are arrows (line tracking)

on_show = None  # called with the dictionary of every new scene
version = 0  # counts the scenes: who remembers something about the old one can notice


def _host_ticks():
    return int(time.monotonic() * 1000)


def _host_difference(later, earlier):
    return later - earlier


ticks_ms = getattr(time, "ticks_ms", _host_ticks)
ticks_diff = getattr(time, "ticks_diff", _host_difference)

_scene = EMPTY
_started = ticks_ms()


def show(scene):
    """Put up another scene: a dictionary, its JSON text, or None for an empty room."""
    global _scene, version
    if isinstance(scene, str):
        scene = json.loads(scene)
    _scene = scene or EMPTY
    version += 1
    restart()
    if on_show is not None:
        on_show(_scene)


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
    loop = _scene.get("loop_ms") or 0
    return elapsed_ms() % loop if loop else elapsed_ms()


def algorithm():
    """What the camera is set to when the scene is put up, or None."""
    return _scene.get("algorithm")


def frame():
    """The number of the camera's picture, 16 bits."""
    return elapsed_ms() * _scene.get("frame_rate", 15) // 1000 & 0xFFFF


def unplugged():
    """Whether the camera's cable is out now."""
    now = scene_ms()
    return any(start <= now < end for start, end in _scene.get("unplugged", ()))


def visible(wanted):
    """The objects of this algorithm now: (number in the scene, id, (x, y, width, height)).

    For line tracking the four values are the arrow's origin and target.
    """
    now = scene_ms()
    found = []
    for number, thing in enumerate(_scene.get("objects", ())):
        if thing["algorithm"] != wanted or now < thing.get("from_ms", 0):
            continue
        until = thing.get("until_ms")
        if until is None or now < until:
            found.append((number, thing.get("id", 0), _place(thing["moves"], now)))
    return found


def _place(moves, now):
    """Where a thing is: it glides in a straight line from one [at_ms, a, b, c, d] to the next."""
    before = moves[0]
    for after in moves:
        if after[0] > now:
            break
        before = after
    else:
        return tuple(before[1:])
    span = after[0] - before[0]
    passed = now - before[0]
    if span <= 0 or passed <= 0:
        return tuple(before[1:])
    return tuple(before[i] + (after[i] - before[i]) * passed // span for i in range(1, 5))


def button_pressed(button):
    """Whether a finger is on button 0, 1 or 2 (A, B, C)."""
    now = scene_ms()
    for number, start, end in _scene.get("buttons", ()):
        if number == button and start <= now < end:
            return True
    return False


def acceleration():
    """In g, as (x, y, z); a board that lies on the table feels 1 g upwards."""
    return _motion(1, (0.0, 0.0, 1.0))


def rotation_speed():
    """In degrees per second, as (x, y, z)."""
    return _motion(4, (0.0, 0.0, 0.0))


def temperature():
    return _scene.get("temperature", 25.0)


def _motion(first, rest):
    now = scene_ms()
    for moment in _scene.get("motion", ()):
        if moment[0] <= now:
            rest = tuple(moment[first : first + 3])
    return rest
