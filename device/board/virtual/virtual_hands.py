# Whoever stands before the virtual board: presses its buttons, moves it, pulls out the camera's
# cable, looks at it. A teacher, a test or a web page orders it, also while a program runs, perhaps
# from another thread: so nothing here changes what the program is using at the moment.
#
#     handle(order)   do what a dictionary says and give one back: docs/virtual-hardware.md

import binascii

import neopixel
import virtual_canvas
import virtual_scene
import virtual_time
from M5 import Speaker
from virtual_cameras import camera
from virtual_lens_faults import MOST, NAMES
from virtual_png import png
from virtual_screen import display

BUTTONS = "ABC"
LONGEST_PRESS_MS = 3600000


def handle(order):
    """Carry out an order, for instance {"do": "press", "button": "A", "duration_ms": 300}.

    Raises ValueError with a sentence when it is not one.
    """
    kind = order.get("do") if isinstance(order, dict) else order
    if not isinstance(kind, str) or kind not in _ORDERS:
        known = ", ".join(sorted(_ORDERS))
        raise ValueError("I do not know the order %r. There are: %s." % (kind, known))
    return _ORDERS[kind](order) or {}


def _press(order):
    button = order.get("button")
    if button not in tuple(BUTTONS):
        raise ValueError("The button must be A, B or C, not %r." % (button,))
    duration_ms = _whole_number(order, "duration_ms", LONGEST_PRESS_MS)
    virtual_scene.press(BUTTONS.index(button), duration_ms)


def _move(order):
    """What is not named stays as it is; null leaves it to the scene."""
    moved = list(virtual_scene.moved())
    for number, name in enumerate(("acceleration", "rotation_speed")):
        if name in order:
            moved[number] = None if order[name] is None else _vector(order[name], name)
    virtual_scene.move(moved[0], moved[1])


def _unplug_camera(order):
    virtual_scene.unplug_camera()


def _plug_camera(order):
    virtual_scene.plug_camera()


def _scene(order):
    """What cannot be played is refused; where it plays, the scene is believed."""
    try:
        virtual_scene.put_up(order.get("scene"))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError("This is no scene: %r." % (error,))


def _lens_fault(order):
    name = order.get("name")
    if name not in NAMES:
        raise ValueError("I do not know the fault %r. There are: %s." % (name, ", ".join(NAMES)))
    camera().faults.order(name, _whole_number(order, "count", MOST))


def _screen(order):
    dots = display.picture.dots()
    file = png(virtual_canvas.WIDTH, virtual_canvas.HEIGHT, dots)
    return {"png": binascii.b2a_base64(file).decode().strip()}


def _look(order):
    lens = camera().look()
    lens["connected"] = not virtual_scene.unplugged_at(virtual_time.peek_ms())
    shown = dict(neopixel.shown)
    texts = sorted(display.picture.texts(), key=lambda text: (text[2], text[1]))
    return {
        "lights": [color for pin in sorted(shown) for color in _colors(shown[pin])],
        "light_changes": [[_colors(colors), at] for colors, at in list(neopixel.log.entries)],
        "sounds": list(Speaker.log.entries),
        "screen_texts": [text[0] for text in texts],
        "brightness": display.getBrightness(),
        "lens": lens,
    }


_ORDERS = {
    "press": _press,
    "move": _move,
    "unplug_camera": _unplug_camera,
    "plug_camera": _plug_camera,
    "scene": _scene,
    "lens_fault": _lens_fault,
    "screen": _screen,
    "look": _look,
}


def _whole_number(order, name, most):
    value = order.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise ValueError("%s must be a whole number from 1 to %d, not %r." % (name, most, value))
    return value


def _vector(value, name):
    if not isinstance(value, (list, tuple)) or len(value) != 3:
        raise ValueError("%s must be three numbers [x, y, z], not %r." % (name, value))
    for part in value:
        if isinstance(part, bool) or not isinstance(part, (int, float)):
            raise ValueError("%s must be three numbers [x, y, z], not %r." % (name, value))
    return value


def _colors(strip):
    """Colors as programs write them: 0xRRGGBB."""
    return [red << 16 | green << 8 | blue for red, green, blue in strip]
