"""How long the raw REPL client waits for what."""

from __future__ import annotations

from dataclasses import dataclass

BAUD = 115_200  # what the REPL of every ESP32 firmware uses; USB and sockets ignore it
BITS_PER_BYTE = 10  # start bit, eight bits, stop bit
PLAIN_CHUNK_BYTES = 64


@dataclass(frozen=True)
class Timing:
    """Every wait of the client, in seconds, and why it is as long as it is."""

    quiet_s: float = 0.05  # a board that was interrupted says nothing more after this
    noisy_s: float = 2.0  # a flood must have ended this long after Ctrl-C
    answer_s: float = 2.0  # for an answer that needs no program, from its first to its last byte
    banner_s: float = 1.0  # until the raw banner; then Ctrl-A may have been lost in a boot
    resync_s: float = 3.0  # to come into step, with all its attempts
    paste_bytes_per_s: int = 1_000  # a board that takes a program more slowly than this hangs
    compile_s: float = 10.0  # until a program that was sent completely has been compiled
    reboot_s: float = 3.0  # until a soft reset has closed the drivers and says that it begins
    reset_between_s: float = 5.0  # boot.py of UIFlow2 is silent while it starts the hardware
    reset_s: float = 10.0  # mpremote's limit for a soft reset
    poll_s: float = 0.1  # between two looks at `should_stop`
    interrupt_every_s: float = 0.1  # a busy ESP32 can miss a Ctrl-C
    interrupt_s: float = 2.0  # then the program is called stuck
    stop_s: float = 0.4  # the same for one that somebody stops: an emergency has a second in all
    restart_quiet_s: float = 1.0  # after boot text: the board has started when it says no more
    restart_s: float = 10.0  # a board that still writes boot text after this never ends starting
    silence_s: float = 1.0  # an emergency stop may take no longer
    boot_loop_s: float = 30.0  # so many starts within this time
    boot_loop_starts: int = 3  # are a boot loop

    # Plain raw mode has no flow control. The wire needs 5.6 ms for 64 bytes at 115,200 baud; half
    # as long again lets a late board catch up: it would have to sleep for 30 ms before the 260
    # bytes of its ring buffer overflow.
    plain_pause_s: float = 1.5 * PLAIN_CHUNK_BYTES * BITS_PER_BYTE / BAUD
