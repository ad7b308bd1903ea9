# What the virtual cameras of both generations have in common: bytes in, bytes out, and trouble.

import virtual_scene
import virtual_time
from virtual_lens_faults import Faults
from virtual_lens_memory import Memory

FILLER = 0  # what a read gives on I2C when the lens has nothing to say
MOST_UNREAD = 2048  # bytes; a board that does not read loses the older ones


class Lens:
    """Its settings survive the end of a program; texts and unread answers not the loss of power.

    An heir describes its frames (HEADER, LENGTH_AT, EXTRA: bytes beside the data) and answers them:
    answer(frame) gives (milliseconds that it takes, frames), instead(fault, frame) the frames of a
    right answer to another question, of a refusal or of a busy lens.
    """

    def __init__(self):
        self.faults = Faults()
        self.memory = Memory()
        self.algorithm = 0
        self._scene = None
        self._power = None
        self._start()

    def _start(self):
        """The lens gets its power."""
        self.awake = False  # in auto-detect mode it is silent on I2C until the first knock
        self.texts = []  # (text, x, y) on its screen
        self._input = b""
        self._output = b""
        self._kept_back = b""  # an answer that comes with the next one
        self._late = None  # the answer that comes when the lens is no longer busy
        self._busy = None  # since when, for how long

    def write(self, data):
        """Bytes from the board."""
        self._notice()
        if virtual_scene.menu_is_open():
            self._input = b""
            return
        self._input += bytes(data)
        while True:
            frame = self._next_frame()
            if frame is None:
                return
            self.awake = True
            self._hear(frame)

    def take(self, count):
        """At most `count` bytes of what the lens has to say now."""
        self._notice()
        data = self._output[:count]
        self._output = self._output[count:]
        return data

    def read(self, count):
        """Exactly `count` bytes, as on I2C, where the reader decides how many there are."""
        data = self.take(count)
        return data + bytes([FILLER]) * (count - len(data))

    def waiting(self):
        """How many bytes there are to take."""
        self._notice()
        return len(self._output)

    def is_awake(self):
        self._notice()
        return self.awake

    @property
    def names(self):
        """(algorithm, id) -> what it writes beside the thing."""
        return self.memory.names

    def look(self):
        """What somebody sees who looks at the lens, perhaps in another thread."""
        is_new = self._scene != virtual_scene.version  # and the lens has not noticed it yet
        memory = Memory() if is_new else self.memory
        algorithm = self.algorithm
        if is_new and virtual_scene.algorithm() is not None:
            algorithm = virtual_scene.algorithm()
        names = memory.names
        return {
            "algorithm": virtual_scene.ALGORITHMS[algorithm],
            "learned_ids": memory.ids(algorithm),
            "names": {str(key[1]): names[key] for key in names if key[0] == algorithm},
            "texts": [] if is_new else [list(text) for text in self.texts],
            "frame": virtual_scene.frame_at(virtual_time.peek_ms()),
            "faults": 0 if is_new else self.faults.given,
        }

    def _notice(self):
        """See what has happened in the meantime: another scene, new power, an end of the work."""
        if self._scene != virtual_scene.version:
            self._scene = virtual_scene.version
            self.memory = Memory()
            self.faults.given = 0
            if virtual_scene.algorithm() is not None:
                self.algorithm = virtual_scene.algorithm()
        power = virtual_scene.power()
        if self._power != power:
            self._power = power
            self._start()
        if self._busy is not None and is_over(self._busy):
            self._busy = None
            self._say(self._late)

    def _hear(self, frame):
        fault = self.faults.next()
        takes_ms = 0
        if fault in ("busy", "need_pro"):
            frames = self.instead(fault, frame)
        elif self._busy is not None:
            frames = self.instead("busy", frame)
        else:
            takes_ms, frames = self.answer(frame)
            if fault == "other_answer" and frames:
                frames = self.instead(fault, frame)
        answer = self.faults.spoil(fault, frames, self.LENGTH_AT)
        if fault == "late_answer":
            self._kept_back += answer
            answer = b""
        elif self._kept_back:
            answer = self._kept_back + answer
            self._kept_back = b""
        if takes_ms:
            self._late = answer
            self._busy = (virtual_time.moment(), takes_ms)
        else:
            self._say(answer)

    def _say(self, answer):
        self._output = (self._output + answer)[-MOST_UNREAD:]

    def _next_frame(self):
        """The next frame with a right sum, or None; whatever is none is passed over."""
        while True:
            start = self._input.find(self.HEADER)
            if start < 0:
                self._input = self._input[1 - len(self.HEADER) :]
                return None
            self._input = self._input[start:]
            if len(self._input) <= self.LENGTH_AT:
                return None
            end = self._input[self.LENGTH_AT] + self.EXTRA
            if len(self._input) < end:
                return None
            frame = self._input[:end]
            if sum(frame[:-1]) & 0xFF == frame[-1]:
                self._input = self._input[end:]
                return frame
            self._input = self._input[1:]


def is_over(wait):
    """Whether a wait (since when, for how many milliseconds) has come to its end."""
    return virtual_time.since(wait[0]) >= wait[1]


def word(data, place=0):
    """A number of 16 bits, little endian."""
    return data[place] | data[place + 1] << 8


def words(numbers):
    return b"".join([bytes((number & 0xFF, number >> 8 & 0xFF)) for number in numbers])


def with_sum(frame):
    """The frame with its checksum, the low byte of the sum of all its bytes."""
    return frame + bytes((sum(frame) & 0xFF,))


def ascii_text(data):
    """What a lens writes on its screen."""
    return "".join([chr(byte) if 31 < byte < 127 else "?" for byte in data])
