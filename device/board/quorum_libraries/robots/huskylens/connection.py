# The way from a program to its camera: port, kind of lens, and what errors mean to a student.

from board_adapter import board, clock
from huskylens_driver.errors import LensBusy, LensCannot, LensDamaged, LensError, LensNeedsPro
from huskylens_driver.finding import find_lens
from huskylens_driver.transport import I2CTransport, SerialTransport
from quorum_libraries.robots.arguments import present
from quorum_libraries.robots.huskylens.faults import faults, tell_faults
from quorum_runtime.errors import InputOutputError, InvalidArgumentError

NO_ANSWER = (
    "The HuskyLens camera does not answer. Check its cable, close its menu, "
    'and set its "Protocol Type" to "Auto" or "I2C".'
)
NO_POWER = (
    "The HuskyLens camera does not answer, and the red port of the board gives no power. Give the "
    "camera a USB cable of its own, or charge the battery of the board."
)
NO_ANSWER_ON_SERIAL = (
    "The HuskyLens camera does not answer. Its T belongs to the receive pin and its R to the "
    'transmit pin; close its menu, and set its "Protocol Type" to "115200".'
)
DAMAGED = (
    "The answers of the HuskyLens camera arrive damaged. Push its plugs in, take a shorter cable, "
    'and set its "Protocol Type" to "I2C", or to "115200" on a serial line.'
)
BUSY = "The HuskyLens camera is busy. Wait a moment before you ask it again."
NEEDS_PRO = "This HuskyLens camera cannot do that: it needs a HuskyLens Pro."


class Connection:
    """One camera, on port A until a program says otherwise."""

    def __init__(self):
        self._driver = None
        self._transport = None
        self._no_answer = NO_ANSWER

    def over_i2c(self, *pins):
        """Look for the camera on port A or on these pins (data, clock); whether it answers."""
        self._no_answer = NO_ANSWER
        self._transport = I2CTransport(
            lambda: _port(board().i2c(*pins)), lambda: board().free_i2c(*pins)
        )
        found = self._find(pins)
        if not found and not pins and not board().port_a_has_power():
            self._no_answer = NO_POWER
        return found

    def over_serial(self, *pins):
        """Look for the camera on these pins (transmit, receive); whether it answers."""
        self._no_answer = NO_ANSWER_ON_SERIAL
        self._transport = SerialTransport(lambda: _port(board().uart(*pins)))
        return self._find(pins)

    def is_there(self):
        """Whether the camera answers now."""
        if self._driver is not None:
            return self._driver.knock()
        return self.over_i2c() if self._transport is None else self._find(())

    def ask(self, question):
        """Ask the camera, looking for it first if need be; its errors become errors of Quorum."""
        board().poll()
        if self._driver is None and not self.is_there():
            raise InputOutputError(self._no_answer)
        try:
            return question(self._driver)
        except LensError as error:
            raise InputOutputError(self._sentence(error))
        finally:
            tell_faults()

    def _find(self, pins):
        try:
            self._driver = find_lens(self._transport, clock, faults)
        except ValueError:
            self._driver = self._transport = None
            raise InvalidArgumentError("This board has no port with the pins %d and %d." % pins)
        return self._driver is not None

    def _sentence(self, error):
        if isinstance(error, LensCannot):
            return str(error)
        for kind, sentence in ((LensNeedsPro, NEEDS_PRO), (LensBusy, BUSY), (LensDamaged, DAMAGED)):
            if isinstance(error, kind):
                return sentence
        return self._no_answer


def _port(line):
    return present(line, "port for a camera")
