# What is in front of the virtual board: things the camera sees, fingers on buttons, movements.
#
# A scene is a plain dictionary in the form that docs/scenes.md describes; device/scenes checks
# it, here it is believed. Its time counts in milliseconds from the start of the program: whoever
# starts a program calls restart(). What somebody does with the hands (virtual_hands.py) comes on
# top, perhaps from another thread: so every change here is a single assignment.

import json

import virtual_time
from virtual_scene_reader import ALGORITHMS, ARROWS, AT_REST, AUTO, I2C, Scene, vector
from virtual_time import elapsed_ms, restart, ticks_diff, ticks_ms, use_clock

__all__ = [
    "ALGORITHMS",
    "ARROWS",
    "AUTO",
    "I2C",
    "restart",
    "ticks_diff",
    "ticks_ms",
    "use_clock",
]

on_show = None  # called with the dictionary of every new scene
version = 0  # counts the scenes: who remembers something about the old one can notice

_scene = Scene({})
_fingers = []  # (button, when it came, how long it stays) of fingers that are no part of the scene
_moved = (None, None)  # acceleration and rotation speed by hand
_pulled_out = False  # the camera's cable, by hand
_plugged_in = (0, 0)  # how often by hand since the scene was put up, and when last


def show(scene):
    """Put up another scene: a dictionary, its JSON text, or None for an empty room."""
    put_up(scene)
    restart()


def put_up(scene):
    """The same while a program may be running, perhaps from another thread."""
    global _scene, _fingers, _moved, _pulled_out, _plugged_in, version
    if isinstance(scene, str):
        scene = json.loads(scene)
    scene = scene or {}
    _scene = Scene(scene)
    _fingers = []
    _moved = (None, None)
    _pulled_out = False
    _plugged_in = (0, 0)
    version += 1
    virtual_time.begin()
    if on_show is not None:
        on_show(scene)


def scene_ms():
    """The time in the scene, which may begin again and again."""
    return _in_scene(elapsed_ms())


def _in_scene(milliseconds):
    return milliseconds % _scene.loop_ms if _scene.loop_ms else milliseconds


def playing():
    """(program, repetition): changes when the scene begins again."""
    return virtual_time.starts, elapsed_ms() // _scene.loop_ms if _scene.loop_ms else 0


# -- the camera


def lens():
    """Which camera is connected: "huskylens" or "huskylens2"."""
    return _scene.lens


def is_pro():
    return _scene.pro


def protocol():
    """What it listens to: "auto", "i2c" or the speed of its serial line."""
    return _scene.protocol


def algorithm():
    """What the camera is set to when the scene is put up, or None."""
    return _scene.algorithm


def frame():
    """The number of the camera's picture, 16 bits."""
    return frame_at(elapsed_ms())


def frame_at(milliseconds):
    """The number of its picture at this time of the program."""
    return _scene.first_frame + milliseconds * _scene.frame_rate // 1000 & 0xFFFF


def camera_is_on():
    """Whether the camera has power, and has had it long enough to have started."""
    now = elapsed_ms()
    return not unplugged_at(now) and (
        not _scene.boot_ms or now - _powered_at(now) >= _scene.boot_ms
    )


def unplugged_at(milliseconds):
    """Whether the camera's cable is out at this time of the program."""
    return _pulled_out or _within(_scene.unplugged, milliseconds)


def menu_is_open():
    """Whether somebody is in the camera's menu, where it answers nothing."""
    return bool(_scene.menu) and _within(_scene.menu, elapsed_ms())


def power():
    """A value that is another one after the camera has lost its power and got it again."""
    gap_end = _last_gap_end(elapsed_ms()) if _scene.unplugged else 0
    return version, gap_end, _plugged_in[0], virtual_time.starts if _scene.boot_ms else 0


def _powered_at(now):
    by_hand = virtual_time.in_program(_plugged_in[1]) if _plugged_in[0] else 0
    return max(_last_gap_end(now), by_hand)


def _last_gap_end(now):
    """When a gap of the scene ended last; 0 when none has ended yet."""
    last = 0
    for _, end in _scene.unplugged:
        if _scene.loop_ms:
            end += (now - end) // _scene.loop_ms * _scene.loop_ms
        if last < end <= now:
            last = end
    return last


def _within(spans, milliseconds):
    now = _in_scene(milliseconds)
    return any(start <= now < end for start, end in spans)


def lens_faults():
    """[(at, name, how many answers)] of the scene."""
    return _scene.lens_faults


def visible(wanted):
    """The objects of this algorithm now: [(number in the scene, id, four values)].

    The values are x, y, width, height of a block, or origin and target of an arrow.
    """
    now = scene_ms()
    found = []
    for number, (kind, known, start, end, path, _) in enumerate(_scene.objects):
        if kind == wanted and start <= now and (end is None or now < end):
            found.append((number, known, _place(path, now)))
    return found


def objects(wanted):
    """All objects of this algorithm, whether they are there now or not: [(number, id, name)]."""
    return [
        (number, thing[1], thing[5])
        for number, thing in enumerate(_scene.objects)
        if thing[0] == wanted
    ]


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
    return tuple([before[i] + (after[i] - before[i]) * passed // span for i in range(1, 5)])


# -- buttons, movements, and what else the board measures


def button_pressed(button):
    """Whether a finger is on button 0, 1 or 2 (A, B, C)."""
    now = scene_ms()
    if any(number == button and start <= now < end for number, start, end in _scene.presses):
        return True
    return any(
        number == button and virtual_time.peek_since(moment) < duration_ms
        for number, moment, duration_ms in _fingers
    )


def acceleration():
    """In g, as (x, y, z)."""
    return _moved[0] or _motion()[0]


def rotation_speed():
    """In degrees per second, as (x, y, z)."""
    return _moved[1] or _motion()[1]


def temperature():
    return _scene.temperature


def battery():
    """(percent, whether it is being charged)"""
    return _scene.battery


def _motion():
    now = scene_ms()
    state = AT_REST
    for at, force, speed in _scene.motion:
        if at <= now:
            state = (force, speed)
    return state


# -- what somebody does with the hands


def press(button, duration_ms):
    """Put a finger on button 0, 1 or 2, from now on for so long."""
    global _fingers
    there = [finger for finger in _fingers if virtual_time.peek_since(finger[1]) < finger[2]]
    _fingers = there + [(button, virtual_time.moment(), duration_ms)]


def move(acceleration, rotation_speed):
    """Hold the board like this until the next scene; None leaves it to the scene again."""
    global _moved
    _moved = (acceleration and vector(acceleration), rotation_speed and vector(rotation_speed))


def moved():
    return _moved


def unplug_camera():
    global _pulled_out
    _pulled_out = True


def plug_camera():
    """Its cable is in again, unless the scene says otherwise; the camera has lost its power."""
    global _pulled_out, _plugged_in
    if _pulled_out:
        _plugged_in = (_plugged_in[0] + 1, virtual_time.moment())
        _pulled_out = False
