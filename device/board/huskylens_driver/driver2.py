# Requests to a HuskyLens 2 (SEN0638), behind the same interface as driver.py.
#
# NOT TESTED ON HARDWARE: there was none. What its public protocol leaves open raises LensCannot.

from huskylens_driver import protocol2
from huskylens_driver.conversation import ANSWER_MS, KNOCK_MS, TRIES, Conversation
from huskylens_driver.errors import UNEXPECTED, Fault, LensCannot
from huskylens_driver.protocol import REQUEST, signed, words
from huskylens_driver.results import HEIGHT, MOST_OBJECTS, WIDTH, Results, is_plausible, is_wanted

OBJECT_MS = 100  # between two objects of one answer
COMMAND_MS = 2000  # the vendor's library waits as long on I2C
ALGORITHM_MS = 5000  # and as long on a serial line
CARD_MS = 5000

SELECT_FIRST = "A HuskyLens 2 looks for nothing yet: call SelectAlgorithm() first."
CHOOSES_IDS = "A HuskyLens 2 chooses the IDs itself: teach it on its own screen."
NO_TEXTS = "A program cannot write on the screen of a HuskyLens 2."
TOO_OLD = "This HuskyLens 2 cannot look for that: its firmware is too old."
REFUSED = "The HuskyLens 2 refused to do that."


class Driver2(Conversation):
    """One lens behind a transport; `knock` is the frame that it has answered."""

    def __init__(self, transport, clock, parser, knock, faults=None):
        super().__init__(transport, clock, parser, faults)
        self._codes = protocol2.codes_for(knock)
        self._knock = knock
        self._algorithm = None

    def select_algorithm(self, number):
        """Choose an algorithm, by its number on the first generation.

        This lens does not number its pictures, so nothing tells when the first one has come.
        """
        algorithm = self._codes.ALGORITHMS[number]
        if algorithm is None:
            raise LensCannot(TOO_OLD)
        data = protocol2.number_data(algorithm)
        self._tell(self._codes.SET_ALGORITHM, 0, data, ALGORITHM_MS)
        self._algorithm = algorithm

    def request(self, command=REQUEST, id=None):
        """What the lens sees, as Results: it tells everything, and what is not asked for goes."""
        return self._tried(self._request_once, (self._chosen(), command, id))

    def learn(self, id):
        raise LensCannot(CHOOSES_IDS)

    def forget(self):
        self._tell(self._codes.FORGET, self._chosen())

    def set_name(self, id, name):
        self._tell(self._codes.SET_NAME, self._chosen(), protocol2.name_data(id, name))

    def write_text(self, text, x, y):
        raise LensCannot(NO_TEXTS)

    def clear_text(self):
        raise LensCannot(NO_TEXTS)

    def save_photo(self):
        self._tell(self._codes.PHOTO, 0, b"", CARD_MS, 1)

    def save_screenshot(self):
        self._tell(self._codes.SCREENSHOT, 0, b"", CARD_MS, 1)

    def save_model(self, number):
        self._tell_model(self._codes.SAVE_MODEL, number)

    def load_model(self, number):
        self._tell_model(self._codes.LOAD_MODEL, number)

    # -- one exchange

    def _chosen(self):
        if self._algorithm is None:
            raise LensCannot(SELECT_FIRST)
        return self._algorithm

    def _tell(self, command, algorithm, data=b"", limit_ms=COMMAND_MS, tries=TRIES):
        frame = protocol2.frame(command, algorithm, data)
        self._tried(self._tell_once, (frame, limit_ms), limit_ms, tries)

    def _tell_model(self, command, number):
        self._tell(command, self._chosen(), protocol2.number_data(number), CARD_MS, 1)

    def _tell_once(self, frame, limit_ms):
        self._send(frame)
        answer = self._next_frame(limit_ms)
        if not self._is_done(answer):
            raise Fault(UNEXPECTED)
        if protocol2.has_failed(answer):
            raise LensCannot(REFUSED)

    def _knock_once(self):
        """The answer to a knock, and nothing of what may come before it."""
        self._parser.reset()
        self._frames = []
        self._transport.write(self._knock)
        limit = self._limit(KNOCK_MS)
        while not self._is_done(self._next_frame(self._left(limit))):
            if self._is_over(limit):
                raise Fault(UNEXPECTED)

    def _is_done(self, frame):
        return protocol2.command_of(frame) in self._codes.RETURN_DONE

    def _request_once(self, algorithm, command, id):
        self._send(protocol2.frame(self._codes.GET_RESULT, algorithm))
        info = self._result(algorithm, ANSWER_MS)
        numbers = words(protocol2.data_of(info))
        if protocol2.command_of(info) != self._codes.RETURN_INFO or numbers[1] > MOST_OBJECTS:
            raise Fault(UNEXPECTED)
        results = Results(0, numbers[0] & 0xFF)
        results.names = {}
        tail = (WIDTH // 2, HEIGHT)  # arrows begin in the middle of the lower edge
        for _ in range(numbers[1]):
            frame = self._result(algorithm, OBJECT_MS)
            tail = self._take(results, frame, tail, command, id)
        self._expect_no_more()
        return results

    def _result(self, algorithm, limit_ms):
        """The next frame of an answer, with ten bytes of data at least and of this algorithm."""
        frame = self._next_frame(limit_ms)
        is_ours = protocol2.algorithm_of(frame) in (0, algorithm)
        if not is_ours or len(protocol2.data_of(frame)) < 10:
            raise Fault(UNEXPECTED)
        return frame

    def _take(self, results, frame, tail, command, id):
        """Keep the thing in this frame if it is asked for; gives the place where arrows go on."""
        data = protocol2.data_of(frame)
        is_arrow = protocol2.command_of(frame) == self._codes.RETURN_ARROW
        # Twice as many pixels each way as on the first generation.
        x, y, width, height = [signed(value) // 2 for value in words(data[2:10])]
        values = tail + (x, y, data[0]) if is_arrow else (x, y, width, height, data[0])
        name = "" if is_arrow else protocol2.name_in(data)
        is_known = is_arrow or protocol2.command_of(frame) == self._codes.RETURN_BLOCK
        if not is_known or name is None or not is_plausible(values, is_arrow):
            raise Fault(UNEXPECTED)
        if is_wanted(command, id, is_arrow, data[0]):
            results.add(values, is_arrow)
            if name:
                results.names[data[0]] = name
        return (x, y) if is_arrow else tail
