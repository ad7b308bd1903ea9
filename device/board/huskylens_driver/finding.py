# Looks which HuskyLens is on a line, if any: one of the first generation or a HuskyLens 2.
#
# What concerns the HuskyLens 2 follows its public protocol and was not tested on hardware.

from huskylens_driver.conversation import IDLE_MS
from huskylens_driver.driver import Driver
from huskylens_driver.parser import Parser
from huskylens_driver.transport import ADDRESS

ADDRESS_OF_2 = 0x50
ANSWER_OF_2_MS = 150

# What knocks at a HuskyLens 2, and which commands answer. The firmware since the protocol V0.2 is
# asked first: what knocks at an older one makes it take a photo.
NEWER_KNOCK = b"\x55\xaa\x00\x00\x0a\x01" + bytes(9) + b"\x0a"
OLDER_KNOCK = b"\x55\xaa\x20\x00\x0a\x01" + bytes(9) + b"\x2a"
BARE_KNOCK = b"\x55\xaa\x20\x00\x00\x1f"
NEWER_ANSWERS = (0x1A,)
OLDER_ANSWERS = (0x40, 0x45)


def find_lens(transport, clock, faults=None):
    """The driver for the lens that answers here, or None.

    On I2C each generation has its own address. On a serial line the HuskyLens 2 is asked first: to
    it, the knock of the first generation is the beginning of a long frame.
    """
    driver = Driver(transport, clock, faults)
    if not transport.fills:
        return _find_second(transport, clock, faults) or (driver if driver.knock() else None)
    if driver.knock():
        return driver
    transport.address = ADDRESS_OF_2
    second = _find_second(transport, clock, faults)
    if second is None:
        transport.address = ADDRESS
    return second


def _find_second(transport, clock, faults):
    """The driver for a HuskyLens 2, which is loaded only when one answers."""
    for knock, answers in (
        (NEWER_KNOCK, NEWER_ANSWERS),
        (OLDER_KNOCK, OLDER_ANSWERS),
        (BARE_KNOCK, OLDER_ANSWERS),
    ):
        parser = Parser(b"\x55\xaa", 2, 4, 255, {})
        if _answer(transport, clock, parser, knock) in answers:
            from huskylens_driver.driver2 import Driver2

            return Driver2(transport, clock, parser, knock, faults)
    return None


def _answer(transport, clock, parser, knock):
    """The command of the first frame that comes, or None."""
    started = clock.ticks_ms()
    try:
        transport.empty()
        transport.write(knock)
        while clock.ticks_diff(clock.ticks_ms(), started) < ANSWER_OF_2_MS:
            for frame in parser.feed(transport.read()):
                return frame[2]
            clock.sleep_ms(IDLE_MS)
    except OSError:
        transport.restart()
    return None
