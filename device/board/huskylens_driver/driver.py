# Requests to a HuskyLens (SEN0305, SEN0336), each with a limit: no lens, a wrong cable or an open
# menu end as an error, and what is damaged or belongs to another question is never a result.

from huskylens_driver import protocol
from huskylens_driver.conversation import ANSWER_MS, IDLE_MS, KNOCK_MS, Conversation
from huskylens_driver.errors import BUSY, UNEXPECTED, Fault, LensNeedsPro
from huskylens_driver.results import MOST_OBJECTS, Results, is_plausible, is_wanted

OBJECT_MS = 100  # between two objects of one answer
COMMAND_MS = 500  # to learn, forget, show; no figure is published, the vendor waits as long
ALGORITHM_MS = 2000  # loading a model; no figure is published
PICTURE_MS = 2000  # then the first picture with it
CARD_MS = 5000  # writing to the memory card


class Driver(Conversation):
    """One lens behind a transport."""

    def __init__(self, transport, clock, faults=None):
        super().__init__(transport, clock, protocol.new_parser(), faults)
        self._picture_owed = False  # of an algorithm that was asked for

    def select_algorithm(self, number):
        """Choose an algorithm and wait until it has looked at its first picture.

        0 to 6; 7 (QR codes) and 8 (bar codes) raise LensNeedsPro on a lens that is no Pro.
        """
        self._look()  # a lens that is gone says so sooner than to a command that takes seconds
        # Also when the answer is lost: the lens may have heard all the same.
        self._picture_owed = True
        self._tell(protocol.ALGORITHM, protocol.word(number), ALGORITHM_MS)
        self._await_picture()

    def request(self, command=protocol.REQUEST, id=None):
        """What the lens sees, as Results; `command` is one of the nine requests."""
        if self._picture_owed:
            self._await_picture()
        return self._look(command, id)

    def learn(self, id):
        self._tell(protocol.LEARN, protocol.word(id))

    def forget(self):
        self._tell(protocol.FORGET)

    def set_name(self, id, name):
        self._tell(protocol.CUSTOM_NAME, protocol.name_data(id, name))

    def write_text(self, text, x, y):
        """The lens keeps ten texts; an eleventh takes the place of the oldest."""
        self._tell(protocol.CUSTOM_TEXT, protocol.text_data(text, x, y))

    def clear_text(self):
        self._tell(protocol.CLEAR_TEXT)

    def save_photo(self):
        self._tell_card(protocol.PHOTO)

    def save_screenshot(self):
        self._tell_card(protocol.SCREENSHOT)

    def save_model(self, number):
        """Save what the algorithm has learned as file `number` on the memory card."""
        self._tell_card(protocol.SAVE_MODEL, protocol.word(number))

    def load_model(self, number):
        self._tell_card(protocol.LOAD_MODEL, protocol.word(number))

    def is_pro(self):
        """Whether it is a HuskyLens Pro; None when the lens does not know the question."""
        answer = self._ask_perhaps(protocol.IS_PRO)
        return bool(answer[0]) if answer else None

    def firmware_version(self):
        """As the lens writes it; an empty text when it does not say, which older ones do not."""
        answer = self._ask_perhaps(protocol.FIRMWARE_VERSION)
        return "".join([chr(byte) for byte in answer if 31 < byte < 127])

    # -- one exchange

    def _look(self, command=protocol.REQUEST, id=None):
        return self._tried(self._request_once, (command, id))

    def _await_picture(self):
        """Let pass what the algorithm before has seen: until the lens has counted one more."""
        before = self._look().frame
        started = self._clock.ticks_ms()
        while self._clock.ticks_diff(self._clock.ticks_ms(), started) < PICTURE_MS:
            if self._look().frame not in (0, before):
                break
            self._clock.sleep_ms(5 * IDLE_MS)
        # A lens that does not count its pictures is used all the same.
        self._picture_owed = False

    def _ask_perhaps(self, command):
        """The data of the answer to a question that not every lens knows; empty without one."""
        return self._tried(self._ask_perhaps_once, (command,), tries=1)

    def _ask_perhaps_once(self, command):
        self._send(protocol.frame(command))
        try:
            answer = self._expect(command, ANSWER_MS)
        except (Fault, LensNeedsPro):
            answer = b""
        # Whatever a lens says that does not know the question, it is passed over.
        self._in_step = False
        return answer

    def _tell(self, command, data=b"", limit_ms=COMMAND_MS):
        self._tried(self._tell_once, (command, data, limit_ms), limit_ms)

    def _tell_card(self, command, data=b""):
        """Tell once: when the answer is lost, nobody knows whether the card has it already."""
        self._tried(self._tell_once, (command, data, CARD_MS), CARD_MS, 1)

    def _tell_once(self, command, data, limit_ms):
        self._send(protocol.frame(command, data))
        self._expect(protocol.RETURN_OK, limit_ms)

    def _knock_once(self):
        """The answer to a knock, and nothing of what may come before it."""
        self._parser.reset()
        self._frames = []
        self._transport.write(protocol.frame(protocol.KNOCK))
        limit = self._limit(KNOCK_MS)
        while True:
            command = protocol.command_of(self._next_frame(self._left(limit)))
            if command == protocol.RETURN_OK:
                return
            if command == protocol.RETURN_BUSY:
                raise Fault(BUSY)
            if self._is_over(limit):
                raise Fault(UNEXPECTED)

    def _request_once(self, command, id):
        self._send(protocol.frame(command, b"" if id is None else protocol.word(id)))
        info = protocol.words(self._expect(protocol.RETURN_INFO, ANSWER_MS))
        if info[0] > MOST_OBJECTS:
            raise Fault(UNEXPECTED)
        results = Results(info[2], info[1])
        for _ in range(info[0]):
            frame = self._next_frame(OBJECT_MS)
            kind = protocol.command_of(frame)
            is_arrow = kind == protocol.RETURN_ARROW
            if not is_arrow and kind != protocol.RETURN_BLOCK:
                raise Fault(UNEXPECTED)
            values = [protocol.signed(value) for value in protocol.words(protocol.data_of(frame))]
            fits = is_plausible(values, is_arrow) and is_wanted(command, id, is_arrow, values[4])
            if not fits:
                raise Fault(UNEXPECTED)
            results.add(values, is_arrow)
        self._expect_no_more()
        return results

    def _expect(self, wanted, limit_ms):
        """The data of the next frame, which must be of this kind."""
        frame = self._next_frame(limit_ms)
        command = protocol.command_of(frame)
        if command == wanted:
            return protocol.data_of(frame)
        if command == protocol.RETURN_NEED_PRO:
            raise LensNeedsPro()
        raise Fault(BUSY if command == protocol.RETURN_BUSY else UNEXPECTED)
