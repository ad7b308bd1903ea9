"""What a board prints that no program has written: banners, and the texts of a start.

The board says that it is a CoreS3, so the ROM's lines are those of an ESP32-S3.
"""

from __future__ import annotations

FIRMWARE = "1.25.0"
BUILD_DATE = "2026-11-01"
MACHINE = "Virtual M5Stack CoreS3 with ESP32S3"

RAW_BANNER = b"raw REPL; CTRL-B to exit\r\n"
FRIENDLY_BANNER = (
    f"\r\nMicroPython v{FIRMWARE} on {BUILD_DATE}; {MACHINE}\r\n"
    'Type "help()" for more information.\r\n'
).encode()
FRIENDLY_PROMPT = b">>> "
PASTE_BANNER = b"\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n"
PASTE_PROMPT = b"=== "
SOFT_REBOOT = b"MPY: soft reboot\r\n"

_BOOT_MODE = "boot:0x8 (SPI_FAST_FLASH_BOOT)"
_LOADER_MODE = "boot:0x0 (DOWNLOAD(USB/UART0))"


def _rom(cause: str, mode: str = _BOOT_MODE) -> bytes:
    lines = ["ESP-ROM:esp32s3-20210327", "Build:Mar 27 2021", f"rst:{cause},{mode}", ""]
    return ("\r\n" + "\r\n".join(lines)).encode()


POWER_ON = _rom("0x1 (POWERON)")
SOFTWARE_RESET = _rom("0xc (RTC_SW_CPU_RST)")
WATCHDOG = _rom("0x8 (TG1WDT_SYS_RST)")
BROWNOUT = b"\r\nBrownout detector was triggered\r\n" + _rom("0xf (BROWN_OUT_RST)")
PANIC = (
    b"\r\nGuru Meditation Error: Core  1 panic'ed (LoadProhibited). Exception was unhandled.\r\n"
    b"\r\nBacktrace: 0x4200a1f3:0x3fcebd10 0x4200b07e:0x3fcebd40\r\n"
    b"\r\nRebooting...\r\n"
) + SOFTWARE_RESET
ROM_LOADER = _rom("0x1 (POWERON)", _LOADER_MODE) + b"waiting for download\r\n"
# What UIFlow2's _boot.py draws at every start, before boot.py runs.
UIFLOW_LOGO = rb"""
       _  __ _
 _   _(_)/ _| | _____      __
| | | | | |_| |/ _ \ \ /\ / /
| |_| | |  _| | (_) \ V  V /
 \__,_|_|_| |_|\___/ \_/\_/   2.4.2
""".replace(b"\n", b"\r\n")
