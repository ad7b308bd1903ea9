# A board without M5's firmware: programs run, print and talk to the lens; the rest is not there.
#
# What is drawn, lit and played goes to the trace alone (quorum_libraries.robots writes it): the
# page of the program shows it. What only hardware can know (buttons, sensors, the battery) is None.

from board_adapter import clock

POLL_MS = 10


class PlainBoard:
    """The ground for every board; UIFlow2Board fills in what its hardware can do."""

    light_count = 10

    def __init__(self):
        self._held = [False, False, False]
        self._pressed_since = [False, False, False]

    # -- the life of a program

    def begin(self):
        self._held = [bool(self.button_is_down(button)) for button in range(3)]
        self._pressed_since = [False, False, False]

    def end(self):
        self.stop_sound()

    def poll(self):
        """Look at the buttons; what was pressed is remembered until somebody asks."""
        for button in range(3):
            down = bool(self.button_is_down(button))
            if down and not self._held[button]:
                self._pressed_since[button] = True
            self._held[button] = down

    def sleep_ms(self, milliseconds):
        """Wait, and notice buttons meanwhile."""
        start = clock.ticks_ms()
        while True:
            self.poll()
            rest = milliseconds - clock.ticks_diff(clock.ticks_ms(), start)
            if rest <= 0:
                return
            clock.sleep_ms(rest if rest < POLL_MS else POLL_MS)

    # -- screen

    def clear(self, color):
        pass

    def text(self, message, x, y, size, color):
        pass

    def pixel(self, x, y, color):
        pass

    def line(self, x1, y1, x2, y2, color):
        pass

    def rectangle(self, x, y, width, height, color, filled):
        pass

    def circle(self, x, y, radius, color, filled):
        pass

    def triangle(self, x1, y1, x2, y2, x3, y3, color, filled):
        pass

    def brightness(self, percent):
        pass

    # -- lights and sound

    def light(self, index, color):
        """index -1 = all"""

    def light_brightness(self, percent):
        pass

    def tone(self, frequency, milliseconds):
        """Start a tone; it goes on by itself."""

    def stop_sound(self):
        pass

    def volume(self, percent):
        pass

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

    def i2c(self, data_pin=None, clock_pin=None):
        """A fresh bus at 100 kHz, on these pins or on port A; None where there are no pins.

        Raises ValueError for pins that the board has not.
        """
        try:
            from machine import Pin, SoftI2C
        except ImportError:
            return None
        if data_pin is None:
            clock_pin, data_pin = self.port_a()
        # The software bus is patient with a lens that stretches the clock, on any pins.
        return SoftI2C(scl=Pin(clock_pin), sda=Pin(data_pin), freq=100000, timeout=50000)

    def uart(self, transmit_pin, receive_pin):
        """A fresh serial line at the speed to be set in the menu of the lens, or None as above."""
        try:
            from machine import UART
        except ImportError:
            return None
        return UART(1, baudrate=115200, tx=transmit_pin, rx=receive_pin, rxbuf=1024, timeout=0)

    def port_a(self):
        """(clock, data): the pins of the red port."""
        return 22, 21
