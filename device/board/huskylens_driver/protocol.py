# The bytes of the HuskyLens protocol.
#
#     55 AA 11 LENGTH COMMAND DATA... SUM
#
# LENGTH counts DATA alone; SUM is the low byte of the sum of everything before it; numbers have
# 16 bits, little endian.

HEADER = b"\x55\xaa\x11"

REQUEST = 0x20
REQUEST_BLOCKS = 0x21
REQUEST_ARROWS = 0x22
REQUEST_LEARNED = 0x23
REQUEST_BY_ID = 0x26
RETURN_INFO = 0x29
RETURN_BLOCK = 0x2A
RETURN_ARROW = 0x2B
KNOCK = 0x2C
ALGORITHM = 0x2D
RETURN_OK = 0x2E
CUSTOM_NAME = 0x2F
PHOTO = 0x30
CUSTOM_TEXT = 0x34
CLEAR_TEXT = 0x35
LEARN = 0x36
FORGET = 0x37
SCREENSHOT = 0x39
RETURN_BUSY = 0x3D
RETURN_NEED_PRO = 0x3E

# The answers we know carry at most ten bytes; a longer length is a damaged frame.
LONGEST_DATA = 64

NAME_BYTES = 20
TEXT_BYTES = 19


def frame(command, data=b""):
    """The frame for a command."""
    body = HEADER + bytes((len(data), command)) + data
    return body + bytes((sum(body) & 0xFF,))


def word(value):
    """A number as the lens wants it."""
    return bytes((value & 0xFF, value >> 8 & 0xFF))


def words(data):
    """The numbers in the data of a frame, without sign."""
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data) - 1, 2)]


def signed(value):
    """A number that may be negative: a place can lie outside the picture."""
    return value - 65536 if value > 32767 else value


def name_data(id, name):
    """The data of CUSTOM_NAME."""
    text = _ascii(name)[:NAME_BYTES]
    return bytes((id & 0xFF, len(text) + 1)) + text + b"\x00"


def text_data(text, x, y):
    """The data of CUSTOM_TEXT; x may be greater than a byte can say."""
    content = _ascii(text)[:TEXT_BYTES]
    if x >= 255:
        place = bytes((len(content), 0xFF, x % 255, y))
    else:
        place = bytes((len(content), 0, x, y))
    return place + content


def _ascii(text):
    """The lens shows ASCII alone; one byte for each character keeps the lengths right."""
    return bytes([ord(letter) if 31 < ord(letter) < 127 else 63 for letter in text])


class Parser:
    """Finds frames in a stream that may begin anywhere and may be damaged.

    After a wrong byte every later byte is looked at again as a possible beginning: a broken frame
    costs itself and never its successor.
    """

    def __init__(self):
        self._input = b""

    def reset(self):
        self._input = b""

    def feed(self, data):
        """The complete frames so far: [(command, data)]."""
        self._input += data
        frames = []
        while True:
            start = self._input.find(b"\x55")
            if start < 0:
                self._input = b""
                return frames
            self._input = self._input[start:]
            found = self._frame_at_start()
            if found is None:
                return frames
            if found:
                frames.append(found)
            else:
                self._input = self._input[1:]

    def _frame_at_start(self):
        """A frame, False when there cannot be one here, None when bytes are missing to tell."""
        stream = self._input
        if stream[:3] != HEADER[: len(stream)]:
            return False
        if len(stream) < 5:
            return None
        length = stream[3]
        if length > LONGEST_DATA:
            return False
        if len(stream) < length + 6:
            return None
        end = length + 5
        if sum(stream[:end]) & 0xFF != stream[end]:
            return False
        self._input = stream[end + 1 :]
        return (stream[4], stream[5:end])
