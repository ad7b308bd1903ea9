# A board without M5's firmware: programs run, print and talk to the lens; the rest is not there.
#
# `parts` names what a board can do (the libraries of the robot ask for it); what is measured
# (buttons, movements, the battery) is None where there is nothing to measure it with.

import sys

from quorum_runtime import clock, trace

POLL_MS = 10
POWER_CHIP = (22, 21)  # (clock, data) of the bus inside, which is port A on a Basic, Gray or Fire


class PlainBoard:
    """The ground for every board; UIFlow2Board fills in what its hardware can do."""

    parts = ()  # of "screen", "lights", "speaker"

    def __init__(self):
        self._held = [False, False, False]
        self._pressed_since = [False, False, False]

    # -- the life of a program

    def begin(self):
        self._held = [bool(self.button_is_down(button)) for button in range(3)]
        self._pressed_since = [False, False, False]

    def end(self):
        """No sound, and the settings of the start."""

    def darken(self):
        """No lights."""

    def clear_away(self):
        """No picture and no lights."""

    def poll(self):
        """Look at the buttons; what was pressed is remembered until somebody asks."""
        for button in range(3):
            down = bool(self.button_is_down(button))
            if down and not self._held[button]:
                self._pressed_since[button] = True
            self._held[button] = down

    def sleep_ms(self, milliseconds):
        """Wait; meanwhile notice buttons, and let the trace catch up."""
        start = clock.ticks_ms()
        while True:
            self.poll()
            trace.send_held()
            rest = milliseconds - clock.ticks_diff(clock.ticks_ms(), start)
            if rest <= 0:
                return
            clock.sleep_ms(rest if rest < POLL_MS else POLL_MS)

    # -- buttons

    def button_is_down(self, button):
        """None where there are no buttons."""
        return None

    def was_pressed(self, button):
        """Since the last question; None where there are no buttons."""
        if self.button_is_down(button) is None:
            return None
        self.poll()
        pressed = self._pressed_since[button]
        self._pressed_since[button] = False
        return pressed

    # -- what it measures

    def acceleration(self):
        """In g, or None where there is no sensor."""
        return None

    def rotation_speed(self):
        """In degrees per second, or None."""
        return None

    def temperature(self):
        """In degrees Celsius, or None."""
        try:
            import esp32
        except ImportError:
            return None
        if hasattr(esp32, "mcu_temperature"):
            return float(esp32.mcu_temperature())
        if hasattr(esp32, "raw_temperature"):  # the first ESP32, in degrees Fahrenheit
            return (esp32.raw_temperature() - 32) / 1.8
        return None

    def battery_level(self):
        """In percent, or None."""
        return None

    def is_charging(self):
        """Or None where there is no battery."""
        return None

    # -- ways to the lens

    def reserved_pins(self):
        """Those on which programs arrive: using them cuts the connection."""
        return (19, 20) if _is_s3() else (1, 3)

    def port_a(self):
        """(clock, data): the pins of the red port, on the M5Stack that has such a chip."""
        return (1, 2) if _is_s3() else (22, 21)

    def port_a_has_power(self):
        """Whether the 5 V of the red port are on, as far as the board knows."""
        return True

    def i2c(self, data_pin=None, clock_pin=None):
        """A fresh bus at 100 kHz, on these pins or on port A; None where there are no pins.

        Raises ValueError for pins that the board has not, or needs itself.
        """
        try:
            from machine import Pin, SoftI2C
        except ImportError:
            return None
        if data_pin is None:
            clock_pin, data_pin = self.port_a()
        self._require_free(clock_pin, data_pin)
        # The software bus is patient with a lens that stretches the clock, on any pins.
        return SoftI2C(scl=Pin(clock_pin), sda=Pin(data_pin), freq=100000, timeout=50000)

    def free_i2c(self, data_pin=None, clock_pin=None):
        """Free a data line that a device holds down after a reset in mid-transfer."""
        if data_pin is None:
            clock_pin, data_pin = self.port_a()
        if (clock_pin, data_pin) == POWER_CHIP:
            return  # its bus is the firmware's as well
        from board_adapter.data_line import free

        free(clock_pin, data_pin)

    def uart(self, transmit_pin, receive_pin):
        """A fresh serial line at the speed to be set in the menu of the lens, or None as above."""
        try:
            from machine import UART
        except ImportError:
            return None
        self._require_free(transmit_pin, receive_pin)
        return UART(1, baudrate=115200, tx=transmit_pin, rx=receive_pin, rxbuf=1024, timeout=0)

    def _require_free(self, *pins):
        for pin in pins:
            if pin in self.reserved_pins():
                raise ValueError("pin %d is in use" % pin)


def _is_s3():
    return "ESP32S3" in getattr(sys.implementation, "_machine", "")
