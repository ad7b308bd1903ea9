# The bytes of the HuskyLens protocol (SEN0305 and SEN0336; a HuskyLens 2 speaks protocol2.py).
#
#     55 AA 11 LENGTH COMMAND DATA... SUM
#
# LENGTH counts DATA alone; SUM is the low byte of the sum of everything before it; numbers have
# 16 bits, little endian. docs/huskylens.md has a table of the commands; 31, 38 and 3A are names in
# the vendor's enumeration that are described nowhere, and are not used.

from huskylens_driver.parser import Parser

HEADER = b"\x55\xaa\x11"

# Nine requests: results.is_wanted tells what each of them asks for.
REQUEST = 0x20
REQUEST_BLOCKS = 0x21
REQUEST_ARROWS = 0x22
REQUEST_LEARNED = 0x23
REQUEST_BLOCKS_LEARNED = 0x24
REQUEST_ARROWS_LEARNED = 0x25
REQUEST_BY_ID = 0x26
REQUEST_BLOCKS_BY_ID = 0x27
REQUEST_ARROWS_BY_ID = 0x28
RETURN_INFO = 0x29
RETURN_BLOCK = 0x2A
RETURN_ARROW = 0x2B
KNOCK = 0x2C
ALGORITHM = 0x2D
RETURN_OK = 0x2E
CUSTOM_NAME = 0x2F
PHOTO = 0x30
SAVE_MODEL = 0x32
LOAD_MODEL = 0x33
CUSTOM_TEXT = 0x34
CLEAR_TEXT = 0x35
LEARN = 0x36
FORGET = 0x37
SCREENSHOT = 0x39
IS_PRO = 0x3B
FIRMWARE_VERSION = 0x3C
RETURN_BUSY = 0x3D
RETURN_NEED_PRO = 0x3E

# The answers we know carry at most ten bytes, a version a short text; more is a damaged frame.
LONGEST_DATA = 64
LENGTHS = {RETURN_INFO: 10, RETURN_BLOCK: 10, RETURN_ARROW: 10, RETURN_OK: 0}

NAME_BYTES = 20
TEXT_BYTES = 19


def new_parser():
    """A parser for what the lens answers."""
    return Parser(HEADER, 4, 3, LONGEST_DATA, LENGTHS)


def frame(command, data=b""):
    """The frame for a command."""
    body = HEADER + bytes((len(data), command)) + data
    return body + bytes((sum(body) & 0xFF,))


def command_of(frame):
    return frame[4]


def data_of(frame):
    return frame[5:-1]


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
    text = ascii_bytes(name)[:NAME_BYTES]
    return bytes((id & 0xFF, len(text) + 1)) + text + b"\x00"


def text_data(text, x, y):
    """The data of CUSTOM_TEXT; x may be greater than a byte can say."""
    content = ascii_bytes(text)[:TEXT_BYTES]
    if x >= 255:
        place = bytes((len(content), 0xFF, x % 255, y))
    else:
        place = bytes((len(content), 0, x, y))
    return place + content


def ascii_bytes(text):
    """The lens shows ASCII alone; one byte for each character keeps the lengths right."""
    return bytes([ord(letter) if 31 < ord(letter) < 127 else 63 for letter in text])
