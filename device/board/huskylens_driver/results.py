# What the lens sees, in pixels of a picture of 320 x 240, and what of it can be an answer.

FIRST_REQUEST = 0x20  # of nine: see protocol.py
MOST_OBJECTS = 64  # more in one answer: a damaged number
WIDTH, HEIGHT = 320, 240


class Results:
    """One answer: the picture it belongs to and what was in it."""

    names = {}  # ID -> name; a HuskyLens 2 tells them

    def __init__(self, frame, learned):
        self.frame = frame  # 16 bits; the same number twice is the same picture
        self.learned = learned  # how many ids this algorithm knows
        self.blocks = []  # (x, y, width, height, id), x and y of the centre
        self.arrows = []  # (x origin, y origin, x target, y target, id)

    def add(self, values, is_arrow):
        (self.arrows if is_arrow else self.blocks).append(tuple(values))


def is_wanted(command, id, is_arrow, own_id):
    """Whether this request asks for a thing of this kind with this ID.

    The nine requests are three rows (everything, what is learned, one ID) of three columns (both
    kinds, blocks, arrows).
    """
    row, column = divmod(command - FIRST_REQUEST, 3)
    if column and is_arrow != (column == 2):
        return False
    return row == 0 or (own_id >= 1 if row == 1 else own_id == id)


def is_plausible(values, is_arrow):
    """Whether these five numbers can be a thing: one that has half left the picture still is."""
    x, y, x2, y2, id = values
    if id < 0 or not _is_near(x, y):
        return False
    return _is_near(x2, y2) if is_arrow else 0 <= x2 <= 2 * WIDTH and 0 <= y2 <= 2 * HEIGHT


def _is_near(x, y):
    return -WIDTH <= x < 2 * WIDTH and -HEIGHT <= y < 2 * HEIGHT
