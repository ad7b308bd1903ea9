# What has been drawn on the virtual screen.
#
# A program only writes down what it draws; the picture is made when somebody looks, perhaps in
# another thread, or when the list has grown long. To draw the list twice does no harm: its order
# alone decides.

from virtual_canvas import HEIGHT, WIDTH, Canvas, text_size

LONGEST = 250  # shapes; more are put into the picture, so that memory stays bounded
MOST_TEXTS = 100
SIZE = 3 * WIDTH * HEIGHT


class Picture:
    def __init__(self):
        # The dots and the texts before the list (None: all black), and the list of
        # (rotation, color, shape, places); always replaced as one.
        self._state = (None, (), [])

    def draw(self, rotation, color, shape, *places):
        """Note a shape: see Canvas.draw()."""
        if shape == "fillScreen":
            self._state = (None, (), [])  # nothing of what came before is seen any more
        drawn = self._state[2]
        drawn.append((rotation, color, shape, places))
        if len(drawn) >= LONGEST:
            self._shorten()

    def dots(self):
        """Three bytes (red, green, blue) for each dot, row by row."""
        while True:
            state = self._state
            dots = bytearray(state[0] or SIZE)
            # While they were copied, the program may have put more into them.
            if state is self._state:
                break
        _put(dots, list(state[2]))
        return dots

    def texts(self):
        """[(text, x, y, width, height)] of what has not been cleared or covered since."""
        _, texts, drawn = self._state
        return _texts(texts, list(drawn))

    def _shorten(self):
        dots, texts, drawn = self._state
        if dots is None:
            dots = bytearray(SIZE)
        _put(dots, drawn)
        self._state = (dots, _texts(texts, drawn), [])


def _put(dots, drawn):
    canvas = Canvas(dots)
    for shape in drawn:
        canvas.draw(*shape)


def _texts(texts, drawn):
    texts = list(texts)
    for _, _, shape, places in drawn:
        if shape == "text":
            message, x, y, tenths, background = places
            box = (x, y) + text_size(message, tenths)
            if background is not None:
                texts = _uncovered(texts, box)
            texts.append((message,) + box)
        elif shape == "fillScreen":
            texts = []
        elif shape in ("fillRect", "fillRoundRect"):
            texts = _uncovered(texts, places)
    return texts[-MOST_TEXTS:]


def _uncovered(texts, box):
    return [text for text in texts if not _covers(box, text[1:])]


def _covers(box, other):
    return (
        box[0] <= other[0]
        and box[1] <= other[1]
        and box[0] + box[2] >= other[0] + other[2]
        and box[1] + box[3] >= other[1] + other[3]
    )
