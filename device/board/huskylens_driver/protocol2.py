# The bytes of the protocol of the HuskyLens 2 (SEN0638).
#
#     55 AA COMMAND ALGORITHM LENGTH DATA... SUM
#
# NOT TESTED ON HARDWARE. The vendor has renumbered commands and algorithms once, so there are two
# tables; which of them holds is known by the knock that the lens answers (finding.py).

from huskylens_driver.protocol import ascii_bytes

HEADER = b"\x55\xaa"
NAME_BYTES = 20  # the lens would take 32


class Newer:
    """The protocol text V0.2 (2025-11-26)."""

    GET_RESULT = 0x01
    SET_ALGORITHM = 0x0A
    SET_NAME = 0x0B
    RETURN_DONE = (0x1A,)
    RETURN_INFO = 0x1B
    RETURN_BLOCK = 0x1C
    RETURN_ARROW = 0x1D
    PHOTO = 0x20
    SCREENSHOT = 0x21
    FORGET = 0x23
    SAVE_MODEL = 0x24
    LOAD_MODEL = 0x25
    # In the order of the first generation, from faces to QR codes and bar codes. What the first one
    # calls object classification, to tell apart what it was taught, is its self-learning
    # classification.
    ALGORITHMS = (1, 3, 2, 12, 4, 16, 6, 18, 17)


class Older:
    """The vendor's library of 2025-10, and the draft of V0.2, which answers 45 instead of 40."""

    GET_RESULT = 0x21
    SET_ALGORITHM = 0x30
    SET_NAME = 0x31
    RETURN_DONE = (0x40, 0x45)
    RETURN_INFO = 0x42
    RETURN_BLOCK = 0x43
    RETURN_ARROW = 0x44
    PHOTO = 0x50
    SCREENSHOT = 0x51
    FORGET = 0x53
    SAVE_MODEL = 0x54
    LOAD_MODEL = 0x55
    # No lines: what the four numbers of its arrows mean is told in two ways.
    ALGORITHMS = (1, 2, 3, None, 5, 6, 7, 10, 11)


def codes_for(knock):
    """The table of a lens that answers this knock."""
    return Older if command_of(knock) else Newer


def command_of(frame):
    return frame[2]


def algorithm_of(frame):
    return frame[3]


def data_of(frame):
    return frame[5:-1]


def has_failed(answer):
    """Whether the lens says that it did not do what it was told."""
    data = data_of(answer)
    return len(data) > 1 and data[1] != 0


def frame(command, algorithm=0, data=b""):
    """The frame for a command; algorithm 0 is for what concerns none."""
    body = HEADER + bytes((command, algorithm, len(data))) + data
    return body + bytes((sum(body) & 0xFF,))


def number_data(number):
    """The ten bytes that most commands carry, with one number in them."""
    return bytes((number,)) + bytes(9)


def name_data(id, name):
    """The data of SET_NAME."""
    text = ascii_bytes(name)[:NAME_BYTES]
    return number_data(id) + bytes((len(text),)) + text


def name_in(data):
    """The name in the data of a block, or None when it is longer than its frame."""
    if len(data) == 10:
        return ""
    end = 11 + data[10]
    if end > len(data):
        return None
    try:
        return data[11:end].decode()
    except UnicodeError:
        return ""  # cut within a letter
