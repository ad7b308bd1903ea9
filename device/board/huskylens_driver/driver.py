# Requests to the lens, each with a limit: no lens, a wrong cable or an open menu end as an error.

from huskylens_driver import protocol
from huskylens_driver.errors import LensBusy, LensError, LensNeedsPro, LensNotFound

INFO_MS = 300  # until the answer to a request begins; the bus needs 2 ms for it
OBJECT_MS = 100  # between two objects of one answer
ALGORITHM_MS = 2000  # loading a model; no figure is published
PICTURE_MS = 2000  # then the first picture with it
CARD_MS = 5000  # writing to the memory card
BUSY_MS = 50  # between two looks at a busy lens
IDLE_MS = 2  # between two looks at a lens that has said nothing
KNOCKS = 5
TRIES = 2
MOST_OBJECTS = 64  # more in one answer: a damaged number


class Results:
    """One answer: the picture it belongs to and what was in it."""

    def __init__(self, frame, learned):
        self.frame = frame  # 16 bits; the same number twice is the same picture
        self.learned = learned  # how many ids this algorithm knows
        self.blocks = []  # (x, y, width, height, id), x and y of the centre
        self.arrows = []  # (x origin, y origin, x target, y target, id)


class Driver:
    """One lens behind a transport; `clock` has ticks_ms, ticks_diff and sleep_ms."""

    def __init__(self, transport, clock):
        self._transport = transport
        self._clock = clock
        self._parser = protocol.Parser()
        self._frames = []

    def knock(self):
        """Whether a lens answers. In auto-detect mode it wakes up with the first knock."""
        for _ in range(KNOCKS):
            try:
                self._ask(protocol.KNOCK)
                self._expect(protocol.RETURN_OK, INFO_MS)
                return True
            except (LensError, OSError):
                self._transport.restart()
                self._clock.sleep_ms(10)
        return False

    def select_algorithm(self, number):
        """Choose an algorithm and wait until it has looked at its first picture."""
        before = self._tried(self._request_once, protocol.REQUEST, b"").frame
        self._tell(protocol.ALGORITHM, protocol.word(number), ALGORITHM_MS)
        limit = self._limit(PICTURE_MS)
        while not self._is_over(limit):
            frame = self._tried(self._request_once, protocol.REQUEST, b"").frame
            if frame not in (0, before):
                return
            self._clock.sleep_ms(10)
        # A lens that does not count its pictures is used all the same.

    def request(self, command=protocol.REQUEST, id=None):
        """What the lens sees, as Results."""
        return self._tried(self._request_once, command, b"" if id is None else protocol.word(id))

    def learn(self, id):
        self._tell(protocol.LEARN, protocol.word(id))

    def forget(self):
        self._tell(protocol.FORGET)

    def set_name(self, id, name):
        self._tell(protocol.CUSTOM_NAME, protocol.name_data(id, name))

    def write_text(self, text, x, y):
        self._tell(protocol.CUSTOM_TEXT, protocol.text_data(text, x, y))

    def clear_text(self):
        self._tell(protocol.CLEAR_TEXT)

    def save_photo(self):
        self._tell(protocol.PHOTO, b"", CARD_MS)

    def save_screenshot(self):
        self._tell(protocol.SCREENSHOT, b"", CARD_MS)

    # -- one exchange

    def _tell(self, command, data=b"", limit_ms=INFO_MS):
        self._tried(self._tell_once, command, data, limit_ms)

    def _tell_once(self, command, data, limit_ms):
        self._ask(command, data)
        self._expect(protocol.RETURN_OK, limit_ms)

    def _request_once(self, command, data):
        self._ask(command, data)
        info = protocol.words(self._expect(protocol.RETURN_INFO, INFO_MS))
        if len(info) < 3 or info[0] > MOST_OBJECTS:
            raise LensNotFound("The answer of the camera is damaged.")
        results = Results(info[2], info[1])
        for _ in range(info[0]):
            kind, data = self._next_object()
            values = [protocol.signed(value) for value in protocol.words(data)]
            if len(values) < 5:
                raise LensNotFound("The answer of the camera is damaged.")
            target = results.blocks if kind == protocol.RETURN_BLOCK else results.arrows
            target.append(tuple(values[:5]))
        return results

    def _next_object(self):
        limit = self._limit(OBJECT_MS)
        while True:
            kind, data = self._next_frame(limit)
            if kind in (protocol.RETURN_BLOCK, protocol.RETURN_ARROW):
                return kind, data

    def _tried(self, exchange, *arguments):
        """The exchange, once more when it fails; its error when it fails again."""
        attempt = 1
        while True:
            try:
                return exchange(*arguments)
            except LensNeedsPro:
                raise
            except LensError:
                if attempt == TRIES:
                    raise
            except OSError as error:
                # A lens that lost its power in mid-transfer can block the bus: a fresh one.
                self._transport.restart()
                if attempt == TRIES:
                    raise LensNotFound("Nothing answers on the bus (%s)." % error)
            attempt += 1

    def _ask(self, command, data=b""):
        """Send a command; whatever is left from before must not be taken for its answer."""
        self._frames = []
        self._parser.reset()
        self._transport.empty()
        self._transport.write(protocol.frame(command, data))

    def _expect(self, wanted, limit_ms):
        """The data of the answer of this kind; a busy lens gets its time once more."""
        limit = self._limit(limit_ms)
        waited_for_busy = False
        while True:
            kind, data = self._next_frame(limit, waited_for_busy)
            if kind == wanted:
                return data
            if kind == protocol.RETURN_NEED_PRO:
                raise LensNeedsPro("Only a HuskyLens Pro can do this.")
            if kind == protocol.RETURN_BUSY:
                self._clock.sleep_ms(BUSY_MS)
                if not waited_for_busy:
                    limit = self._limit(limit_ms + ALGORITHM_MS)
                waited_for_busy = True

    def _next_frame(self, limit, busy=False):
        while not self._frames:
            if self._is_over(limit):
                if busy:
                    raise LensBusy("The camera is busy.")
                raise LensNotFound("The camera does not answer.")
            self._frames = self._parser.feed(self._transport.read())
            if not self._frames:
                self._clock.sleep_ms(IDLE_MS)
        return self._frames.pop(0)

    def _limit(self, limit_ms):
        return (self._clock.ticks_ms(), limit_ms)

    def _is_over(self, limit):
        return self._clock.ticks_diff(self._clock.ticks_ms(), limit[0]) > limit[1]
