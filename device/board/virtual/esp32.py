# The part of MicroPython's module `esp32` that the board adapter uses, simulated.

import virtual_scene


def mcu_temperature():
    """In degrees Celsius, as on an ESP32-S3."""
    return virtual_scene.temperature()
