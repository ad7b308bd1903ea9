# Questions and answers over a line that may lose, damage and delay them.
#
# Answers carry no number: an old one looks like a new one. So after a failure nothing is asked
# until a knock has been answered. The lens answers in order, and whatever came before the answer to
# the knock belongs to a question that nobody asks any more. Then the two are in step again.

from huskylens_driver.errors import (
    BUS,
    BUSY,
    CUT,
    DAMAGE,
    SILENCE,
    UNEXPECTED,
    Fault,
    LensBusy,
    LensDamaged,
    LensNotFound,
)

ANSWER_MS = 300  # until the answer to a question begins; the bus needs 2 ms for it
KNOCK_MS = 100  # until a knock is answered
FIND_MS = 500  # of knocking, until there is no lens
STEP_MS = 300  # of knocking after a failure
BUSY_MS = 50  # between two knocks at a lens that is busy
BUSY_KNOCKS_MS = 5000  # of these: what an earlier program has begun can last as long
AGAIN_MS = 10  # between two knocks that failed
QUIET_MS = 20  # what comes this soon behind the answer to a knock is older than the next question
IDLE_MS = 2  # between two looks at a lens that has said nothing
TRIES = 2


class Conversation:
    """What the drivers of both generations do alike.

    An heir has `_knock_once()`, which raises a Fault when this knock was not answered. `clock` has
    ticks_ms, ticks_diff and sleep_ms; `faults` counts failed attempts by their kind.
    """

    def __init__(self, transport, clock, parser, faults=None):
        self.faults = {} if faults is None else faults
        self._transport = transport
        self._clock = clock
        self._parser = parser
        self._frames = []
        self._in_step = False
        self._end = None

    def knock(self):
        """Whether a lens answers. In auto-detect mode it wakes up with the first knock."""
        self._begin(BUSY_KNOCKS_MS)
        try:
            self._get_in_step(FIND_MS)
        except Fault:
            return False
        return True

    # -- one question

    def _tried(self, exchange, arguments, limit_ms=ANSWER_MS, tries=TRIES):
        """What the exchange gives; when it fails, what it gives once the line is in step again.

        All together lasts `tries` times `limit_ms` and STEP_MS at most. Raises LensBusy,
        LensDamaged or LensNotFound, and LensNeedsPro without a second attempt.
        """
        self._begin(tries * limit_ms + STEP_MS)
        damaged = False
        for _ in range(tries):
            try:
                if not self._in_step:
                    self._get_in_step(STEP_MS)
                answer = exchange(*arguments)
                if self._damage():
                    self._count(self._damage())
                return answer
            except Fault as fault:
                kind = fault.kind
            except OSError:
                self._transport.restart()
                kind = BUS
            self._in_step = False
            self._count(kind)
            damaged = damaged or kind in DAMAGE
        if kind == BUSY:
            raise LensBusy()
        raise LensDamaged() if damaged else LensNotFound()

    def _send(self, frame):
        """Send a question; whatever is left from before must not be taken for its answer."""
        self._frames = []
        self._parser.reset()
        self._transport.empty()
        self._transport.write(frame)

    def _next_frame(self, limit_ms):
        """The next frame of the answer. Raises Fault when there is none in time."""
        limit = self._limit(limit_ms)
        while not self._frames:
            self._frames = self._parser.feed(self._transport.read())
            if not self._frames:
                if self._parser.problem:
                    raise Fault(self._parser.problem)
                if self._is_over(limit):
                    raise Fault(self._damage() or SILENCE)
                self._clock.sleep_ms(IDLE_MS)
        return self._frames.pop(0)

    def _expect_no_more(self):
        """One look behind the answer: a further frame means that it was not what it seemed."""
        if not self._frames:
            self._clock.sleep_ms(IDLE_MS)
            self._frames = self._parser.feed(self._transport.read())
        if self._frames or self._parser.is_inside():
            raise Fault(UNEXPECTED)

    def _damage(self):
        """What was wrong with the bytes since the question, or None."""
        if self._parser.problem:
            return self._parser.problem
        if self._parser.is_inside() or (self._parser.strays and not self._transport.fills):
            return CUT
        return None

    # -- being in step

    def _get_in_step(self, limit_ms):
        """Knock until the lens answers. Raises Fault after `limit_ms` without a sign of life."""
        self._in_step = False
        limit = self._limit(limit_ms)
        quiet_ms = QUIET_MS
        while True:
            try:
                self._knock_once()
                self._pass_over(quiet_ms)
                self._in_step = True
                return
            except Fault as fault:
                kind = fault.kind
                quiet_ms = KNOCK_MS + AGAIN_MS  # this knock may still be answered
            except OSError:
                # A lens that lost its power in mid-transfer can block the bus: a fresh one.
                self._transport.restart()
                kind = BUS
            if kind == BUSY:
                limit = self._limit(limit_ms)
            self._clock.sleep_ms(BUSY_MS if kind == BUSY else AGAIN_MS)
            if self._is_over(limit):
                raise Fault(kind)

    def _pass_over(self, quiet_ms):
        """A late answer can look like the answer to the knock, which then comes behind it."""
        limit = self._limit(quiet_ms)
        while not self._is_over(limit):
            self._transport.read()
            self._clock.sleep_ms(IDLE_MS)

    # -- time

    def _begin(self, limit_ms):
        self._end = (self._clock.ticks_ms(), limit_ms)

    def _limit(self, limit_ms):
        """The end of a wait that begins now, and is never later than that of the whole question."""
        left = self._left(self._end)
        return (self._clock.ticks_ms(), limit_ms if limit_ms < left else left)

    def _left(self, limit):
        return limit[1] - self._clock.ticks_diff(self._clock.ticks_ms(), limit[0])

    def _is_over(self, limit):
        return self._left(limit) <= 0

    def _count(self, kind):
        self.faults[kind] = self.faults.get(kind, 0) + 1
