# An M5Stack with UIFlow2 (module M5): Basic, Gray, Fire, Core2, CoreS3 and the virtual board.

import M5
from board_adapter.plain import PlainBoard
from board_adapter.readable import readable

# M5.getBoard(); a Basic, a Gray and a Fire are the same to it.
BASIC, CORE2, TOUGH, CORES3 = 1, 2, 8, 10
PORT_A = {BASIC: (22, 21), CORE2: (33, 32), TOUGH: (33, 32), CORES3: (1, 2)}  # (clock, data)
LIGHT_PIN = {BASIC: 15, CORE2: 25, CORES3: 5}  # where a base with ten lights has them
LIGHT_COUNT = 10
INNER_HEAP_BYTES = 520 * 1024  # an ESP32 with more has it outside, on pins 16 and 17
FONTS = {1: "DejaVu18", 2: "DejaVu24", 3: "DejaVu40"}
FIRST_TOUCH_Y = 200  # the buttons of a CoreS3: the lowest part of its touch screen
FAR = 4000  # pixels; beyond it nothing is visible, and the firmware's numbers are small


def _near(value):
    return -FAR if value < -FAR else FAR if value > FAR else int(value)


def _percent(value, most):
    return (0 if value < 0 else 100 if value > 100 else value) * most // 100


def _has_outer_memory():
    try:
        from esp32 import HEAP_DATA, idf_heap_info
    except ImportError:
        return False
    return sum([region[0] for region in idf_heap_info(HEAP_DATA)]) > INNER_HEAP_BYTES


class UIFlow2Board(PlainBoard):
    # Nobody can see whether a board stands on a base with lights: they are taken to be there.
    parts = ("screen", "lights", "speaker")

    def __init__(self):
        M5.begin()
        self._kind = M5.getBoard()
        self._buttons = (M5.BtnA, M5.BtnB, M5.BtnC)
        self._lights = None
        self._colors = [0] * LIGHT_COUNT
        self._brightness = None
        self._restore()
        super().__init__()

    def begin(self):
        M5.update()
        super().begin()

    def end(self):
        M5.Speaker.stop()
        self._restore()

    def _restore(self):
        self._light_percent = 100
        if self._brightness != 80:
            self.brightness(80)
        self.volume(50)

    def darken(self):
        if any(self._colors):
            self.light(-1, 0)

    def clear_away(self):
        self.clear(0)
        self.darken()

    # -- screen

    def clear(self, color):
        M5.Lcd.fillScreen(color)

    def text(self, message, x, y, size, color):
        M5.Lcd.setFont(getattr(M5.Lcd.FONTS, FONTS[size]))
        # The same color twice: the background shows through.
        M5.Lcd.setTextColor(color, color)
        M5.Lcd.drawString(readable(message), _near(x), _near(y))

    def pixel(self, x, y, color):
        M5.Lcd.drawPixel(_near(x), _near(y), color)

    def line(self, x1, y1, x2, y2, color):
        M5.Lcd.drawLine(_near(x1), _near(y1), _near(x2), _near(y2), color)

    def rectangle(self, x, y, width, height, color, filled):
        draw = M5.Lcd.fillRect if filled else M5.Lcd.drawRect
        draw(_near(x), _near(y), _near(width), _near(height), color)

    def circle(self, x, y, radius, color, filled):
        draw = M5.Lcd.fillCircle if filled else M5.Lcd.drawCircle
        draw(_near(x), _near(y), _near(radius), color)

    def triangle(self, x1, y1, x2, y2, x3, y3, color, filled):
        draw = M5.Lcd.fillTriangle if filled else M5.Lcd.drawTriangle
        draw(_near(x1), _near(y1), _near(x2), _near(y2), _near(x3), _near(y3), color)

    def brightness(self, percent):
        self._brightness = percent
        M5.Lcd.setBrightness(_percent(percent, 255))

    # -- lights and sound

    def light(self, index, color):
        for number in range(LIGHT_COUNT) if index < 0 else (index,):
            self._colors[number] = color
        self._show_lights()

    def light_brightness(self, percent):
        self._light_percent = percent
        self._show_lights()

    def _show_lights(self):
        strip = self._light_strip()
        if strip is None:
            return
        for number in range(LIGHT_COUNT):
            color = self._colors[number]
            strip[number] = (
                _percent(self._light_percent, color >> 16 & 0xFF),
                _percent(self._light_percent, color >> 8 & 0xFF),
                _percent(self._light_percent, color & 0xFF),
            )
        strip.write()

    def _light_strip(self):
        """The ten lights of a Fire or of a base; a board alone has none, which is no error."""
        if self._lights is None:
            try:
                from machine import Pin
                from neopixel import NeoPixel

                self._lights = NeoPixel(Pin(LIGHT_PIN[self._kind]), LIGHT_COUNT)
            except (ImportError, KeyError, ValueError, OSError):
                self._lights = False
        return self._lights or None

    def tone(self, frequency, milliseconds):
        M5.Speaker.tone(frequency, milliseconds)

    def stop_sound(self):
        M5.Speaker.stop()

    def volume(self, percent):
        M5.Speaker.setVolume(_percent(percent, 255))

    # -- buttons

    def poll(self):
        M5.update()
        super().poll()

    def button_is_down(self, button):
        if self._kind == CORES3:
            return any(self._touched(index, button) for index in range(M5.Touch.getCount()))
        return bool(self._buttons[button].isPressed())

    def _touched(self, index, button):
        point = M5.Touch.getTouchPointRaw(index)
        return point[1] >= FIRST_TOUCH_Y and point[0] * 3 // 320 == button

    # -- what it measures

    def acceleration(self):
        return M5.Imu.getAccel() if M5.Imu.getType() else None

    def rotation_speed(self):
        return M5.Imu.getGyro() if M5.Imu.getType() else None

    def battery_level(self):
        level = M5.Power.getBatteryLevel()
        # Without a battery, or without a chip that knows about it, the level is negative.
        return level if level >= 0 else None

    def is_charging(self):
        # On boards that cannot tell, the firmware's "unknown" arrives here as True.
        return None if self.battery_level() is None else bool(M5.Power.isCharging())

    # -- ways to the lens

    def reserved_pins(self):
        if self._kind == CORES3:
            return 11, 12, 19, 20  # the chips inside, USB
        if self._kind != BASIC:
            return 1, 3, 16, 17, 21, 22  # the line of the programs, the memory, the chips inside
        return (1, 3, 16, 17) if _has_outer_memory() else (1, 3)

    def port_a(self):
        return PORT_A.get(self._kind, PORT_A[BASIC])

    def i2c(self, data_pin=None, clock_pin=None):
        if data_pin is not None and (clock_pin, data_pin) != self.port_a():
            return super().i2c(data_pin, clock_pin)
        from machine import I2C, Pin

        self.port_a_has_power()
        scl, sda = self.port_a()
        # On a Basic port A is also the bus of the power chip: UIFlow2's own unit 0 shares it
        # with care, a software bus would take the pins away.
        return I2C(0, scl=Pin(scl), sda=Pin(sda), freq=100000)

    def port_a_has_power(self):
        """Switch its 5 V on. A board without battery that lives on USB refuses it."""
        if self._kind == BASIC:
            return True  # straight from the supply
        if not M5.Power.getExtOutput():
            M5.Power.setExtOutput(True)
        return bool(M5.Power.getExtOutput())
