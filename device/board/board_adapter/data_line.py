# A device that is reset in the middle of an I2C transfer can go on holding the data line low, and
# no bus can begin then. It lets go when it has been clocked to the end of its byte.

import time
from machine import Pin

HALF_CLOCK_US = 5  # 100 kHz
CLOCKS = 9  # eight bits and the acknowledgement


def free(clock_pin, data_pin):
    """Clock the device until it lets go, and end its transfer; the bus must be made anew."""
    if not hasattr(Pin, "OPEN_DRAIN"):
        return  # pins that can only be driven hard would short the device
    clock = Pin(clock_pin, Pin.OPEN_DRAIN, value=1)
    data = Pin(data_pin, Pin.OPEN_DRAIN, value=1)
    for _ in range(CLOCKS):
        if data.value():
            break
        _set(clock, 0)
        _set(clock, 1)
    _set(data, 0)
    _set(data, 1)  # rising while the clock is high: stop


def _set(pin, level):
    pin.value(level)
    time.sleep_us(HALF_CLOCK_US)
