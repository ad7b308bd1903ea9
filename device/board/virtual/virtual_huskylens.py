# A HuskyLens that answers the real byte protocol and sees the scene.
#
# Written from the protocol's description and on purpose without the driver's code: a mistake in
# one of the two shows. Frame: 55 AA 11 LENGTH COMMAND DATA... SUM, numbers little endian.

import virtual_scene

REQUEST = 0x20  # to 0x28: everything, blocks, arrows; then learned; then one id
INFO, BLOCK, ARROW = 0x29, 0x2A, 0x2B
KNOCK, ALGORITHM, OK = 0x2C, 0x2D, 0x2E
NAME, PHOTO, SAVE_MODEL, LOAD_MODEL = 0x2F, 0x30, 0x32, 0x33
TEXT, CLEAR_TEXT, LEARN, FORGET, SCREENSHOT = 0x34, 0x35, 0x36, 0x37, 0x39
IS_PRO, VERSION, BUSY, NEED_PRO = 0x3B, 0x3C, 0x3D, 0x3E

ALGORITHMS = 7  # 0 to 6; QR codes and bar codes need a Pro
LOADING_MS = 60  # an algorithm is loaded: OK comes after this
FIRST_PICTURE_MS = 200  # and this long after that the first picture has been looked at
CARD_MS = 300  # writing to the memory card
FILLER = 0  # what a read gives when the lens has nothing to say
MAX_TEXTS = 10


class VirtualHuskyLens:
    """The lens: bytes in, bytes out. Its settings survive a reset of the board's program."""

    def __init__(self):
        self.awake = False  # in auto-detect mode it is silent on I2C until the first knock
        self.algorithm = 0
        self.names = {}
        self.texts = []
        self._scene_version = -1
        self._learned = {}  # number of an object in the scene -> id
        self._forgotten = set()  # algorithms
        self._input = b""
        self._output = b""
        self._late = []  # (when, bytes) of answers that take their time
        self._busy_until = 0
        self._picture_after = 0

    def write(self, data):
        """Bytes from the board."""
        self._notice_scene()
        self._input += bytes(data)
        while True:
            frame = self._next_frame()
            if frame is None:
                return
            self.awake = True
            self._answer(frame[0], frame[1])

    def take(self, count):
        """At most `count` bytes of what the lens has to say now."""
        now = virtual_scene.elapsed_ms()
        while self._late and self._late[0][0] <= now:
            self._output += self._late.pop(0)[1]
        data = self._output[:count]
        self._output = self._output[count:]
        return data

    def read(self, count):
        """Exactly `count` bytes, as on I2C, where the reader decides how many there are."""
        data = self.take(count)
        return data + bytes([FILLER]) * (count - len(data))

    def waiting(self):
        self._output = self.take(0) + self._output
        return len(self._output)

    def _notice_scene(self):
        """Another scene is another day: what was learned in the old one is gone."""
        if self._scene_version == virtual_scene.version:
            return
        self._scene_version = virtual_scene.version
        self._learned = {}
        self._forgotten = set()
        self._late = []
        self._busy_until = self._picture_after = 0
        if virtual_scene.algorithm() is not None:
            self.algorithm = virtual_scene.algorithm()

    def _next_frame(self):
        while True:
            start = self._input.find(b"\x55\xaa\x11")
            if start < 0:
                self._input = self._input[-2:]
                return None
            self._input = self._input[start:]
            if len(self._input) < 5 or len(self._input) < self._input[3] + 6:
                return None
            end = self._input[3] + 6
            frame = self._input[:end]
            if sum(frame[:-1]) & 0xFF == frame[-1]:
                self._input = self._input[end:]
                return frame[4], frame[5:-1]
            self._input = self._input[1:]

    def _answer(self, command, data):
        now = virtual_scene.elapsed_ms()
        if now < self._busy_until:
            self._say(BUSY)
        elif REQUEST <= command <= REQUEST + 8:
            self._report(command, data)
        elif command == ALGORITHM:
            self._select(data[0] | data[1] << 8, now)
        elif command in (PHOTO, SCREENSHOT, SAVE_MODEL, LOAD_MODEL):
            self._say_later(OK, now + CARD_MS)
        elif command == IS_PRO:
            self._say(IS_PRO, [0])
        elif command in (KNOCK, VERSION, NAME, TEXT, CLEAR_TEXT, LEARN, FORGET):
            self._obey(command, data)
            self._say(OK)
        # Anything else is not answered, as on the real lens.

    def _select(self, algorithm, now):
        if algorithm >= ALGORITHMS:
            self._say(NEED_PRO)
            return
        self.algorithm = algorithm
        self._picture_after = now + LOADING_MS + FIRST_PICTURE_MS
        self._say_later(OK, now + LOADING_MS)

    def _obey(self, command, data):
        if command == LEARN:
            self._learn(data[0] | data[1] << 8)
        elif command == FORGET:
            self._forgotten.add(self.algorithm)
            kept = {}
            for number, known in self._learned.items():
                if known[0] != self.algorithm:
                    kept[number] = known
            self._learned = kept
        elif command == NAME:
            self.names[(self.algorithm, data[0])] = bytes(data[2:-1]).decode()
        elif command == TEXT:
            x = data[2] + (255 if data[1] else 0)
            self.texts = [text for text in self.texts if text[1:] != (x, data[3])]
            self.texts.append((bytes(data[4 : 4 + data[0]]).decode(), x, data[3]))
            self.texts = self.texts[-MAX_TEXTS:]
        elif command == CLEAR_TEXT:
            self.texts = []

    def _learn(self, wanted):
        """Learn what is nearest to the middle of the picture."""
        nearest = None
        for number, _, (x, y, _, _) in virtual_scene.visible(self.algorithm):
            distance = (x - 160) ** 2 + (y - 120) ** 2
            if nearest is None or distance < nearest[0]:
                nearest = (distance, number)
        if nearest is not None:
            self._learned[nearest[1]] = (self.algorithm, wanted)

    def _seen(self):
        """(id, four values) of everything that the algorithm finds now."""
        if virtual_scene.elapsed_ms() < self._picture_after:
            return []
        found = []
        for number, known, place in virtual_scene.visible(self.algorithm):
            if self.algorithm in self._forgotten:
                known = 0
            if number in self._learned:
                known = self._learned[number][1]
            found.append((known, place))
        return found

    def _report(self, command, data):
        kind = (command - REQUEST) % 3  # 0 everything, 1 blocks, 2 arrows
        arrows = self.algorithm == virtual_scene.ARROWS
        seen = self._seen()
        ids = {known for known, _ in seen if known}
        if (kind == 1 and arrows) or (kind == 2 and not arrows):
            seen = []
        if REQUEST + 3 <= command <= REQUEST + 5:
            seen = [thing for thing in seen if thing[0]]
        elif command > REQUEST + 5:
            wanted = data[0] | data[1] << 8
            seen = [thing for thing in seen if thing[0] == wanted]
        frame = 0 if virtual_scene.elapsed_ms() < self._picture_after else virtual_scene.frame()
        self._say(INFO, [len(seen), len(ids), frame, 0, 0])
        for known, place in seen:
            self._say(ARROW if arrows else BLOCK, [max(0, value) for value in place] + [known])

    def _say(self, command, numbers=()):
        self._output += self._frame(command, numbers)

    def _say_later(self, command, when):
        self._busy_until = when
        self._late.append((when, self._frame(command, ())))

    def _frame(self, command, numbers):
        frame = b"\x55\xaa\x11" + bytes([2 * len(numbers), command])
        for number in numbers:
            frame += bytes([number & 0xFF, number >> 8 & 0xFF])
        return frame + bytes([sum(frame) & 0xFF])


lens = VirtualHuskyLens()
