"""How long the raw REPL client waits for what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Every wait of the client, in seconds, and why it is as long as it is."""

    quiet_s: float = 0.05  # a board that was interrupted says nothing more after this
    noisy_s: float = 2.0  # a flood must have ended this long after Ctrl-C
    answer_s: float = 2.0  # between two bytes of an answer that needs no program
    banner_s: float = 3.0  # until the raw banner; a launcher may be busy when Ctrl-A comes
    compile_s: float = 10.0  # until a program that was sent completely has been compiled
    reset_between_s: float = 5.0  # boot.py of UIFlow2 is silent while it starts the hardware
    reset_s: float = 10.0  # mpremote's limit for a soft reset
    poll_s: float = 0.1  # between two looks at `should_stop`
    interrupt_every_s: float = 0.1  # a busy ESP32 can miss a Ctrl-C
    interrupt_s: float = 2.0  # then the program is called stuck
    restart_quiet_s: float = 1.0  # after boot text: the board has started when it says no more
    plain_pause_s: float = 0.01  # plain raw mode has no flow control: 256 bytes, then a pause
    attempts: int = 3  # to come into step
