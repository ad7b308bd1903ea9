# A scene with its names turned into numbers and its defaults filled in.
#
# docs/scenes.md describes the dictionary, device/scenes checks it; here it is believed.

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
ARROWS = 3  # the algorithm whose results are arrows (line tracking)
BUTTONS = "ABC"
AUTO, I2C = "auto", "i2c"  # what the camera listens to; otherwise a speed of its serial line
BLOCK_KEYS = ("x", "y", "width", "height")
BLOCK_DEFAULT = (160, 120, 80, 80)
ARROW_KEYS = ("x_origin", "y_origin", "x_target", "y_target")
ARROW_DEFAULT = (160, 239, 160, 80)
FRAME_RATE = 15  # pictures per second; no figure is published, this is a careful one
AT_REST = ((0.0, 0.0, 1.0), (0.0, 0.0, 0.0))  # a board on the table feels 1 g upwards


class Scene:
    def __init__(self, scene):
        self.loop_ms = scene.get("loop_ms", 0)
        self.temperature = float(scene.get("temperature", 25.0))
        self.battery = (scene.get("battery", 80), scene.get("charging", True))
        self._read_camera(scene)
        self.objects = [_object(thing) for thing in scene.get("objects", ())]
        self.presses = [
            (BUTTONS.index(press["button"]), press["at_ms"], press["at_ms"] + press["duration_ms"])
            for press in scene.get("buttons", ())
        ]
        self.motion = [
            (
                moment["at_ms"],
                vector(moment.get("acceleration", AT_REST[0])),
                vector(moment.get("rotation_speed", AT_REST[1])),
            )
            for moment in scene.get("motion", ())
        ]

    def _read_camera(self, scene):
        self.lens = scene.get("lens", "huskylens")
        self.pro = scene.get("pro", False)
        self.protocol = scene.get("protocol", AUTO)
        self.boot_ms = scene.get("boot_ms", 0)
        self.frame_rate = scene.get("frame_rate", FRAME_RATE)
        self.first_frame = scene.get("first_frame", 0)
        self.algorithm = None
        if "algorithm" in scene:
            self.algorithm = ALGORITHMS.index(scene["algorithm"])
        self.unplugged = _spans(scene.get("unplugged", ()))
        self.menu = _spans(scene.get("menu", ()))
        self.lens_faults = [
            (fault["at_ms"], fault["name"], fault.get("count", 1))
            for fault in scene.get("lens_faults", ())
        ]


def vector(values):
    return tuple([float(value) for value in values])


def _spans(spans):
    return [(span["from_ms"], span["until_ms"]) for span in spans]


def _object(thing):
    """(algorithm, id, from, until, [(at, a, b, c, d), ...], name)"""
    algorithm = ALGORITHMS.index(thing["algorithm"])
    keys, place = (BLOCK_KEYS, BLOCK_DEFAULT)
    if algorithm == ARROWS:
        keys, place = (ARROW_KEYS, ARROW_DEFAULT)
    start = thing.get("from_ms", 0)
    path = []
    for at, move in [(start, thing)] + [(move["at_ms"], move) for move in thing.get("moves", ())]:
        place = tuple([move.get(keys[i], place[i]) for i in range(4)])
        path.append((at,) + place)
    return (
        algorithm,
        thing.get("id", 0),
        start,
        thing.get("until_ms"),
        path,
        thing.get("name", ""),
    )
