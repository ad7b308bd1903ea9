"""A conversation with a board, written down as a test: a recording without times."""

from __future__ import annotations

from device.link.raw_repl import RawRepl
from device.link.recorded_port import RecordedPort
from device.link.recording import LOST, RECEIVED, SENT, Entry
from device.link.surroundings import Surroundings

WORD = "word"
BANNER = b"raw REPL; CTRL-B to exit\r\n>"


def host(data: bytes) -> Entry:
    """What the client must send next."""
    return Entry(SENT, data.decode("latin-1"))


def board(data: bytes) -> Entry:
    """What the board answers then."""
    return Entry(RECEIVED, data.decode("latin-1"))


GONE = Entry(LOST, ["LinkLost", "transcript"])  # the cable is pulled here

PASTE = host(b"\x05A\x01")
ACCEPTED = board(b"R\x01\x80\x00\x01")  # a window of 128 bytes, and once more 128 at once
INTERRUPTED = (host(b"\r\x03"), host(b"\x03"))
GREETING = (*INTERRUPTED, host(b"\r\x01"), board(BANNER))
FINISHED = board(b"\x04\x04>")


def started(source: bytes) -> tuple[Entry, ...]:
    """The part of a transcript up to the moment in which the program begins."""
    return PASTE, ACCEPTED, host(source + b"\x04"), board(b"\x04")


PROOF = (*started(b"print(end='word')"), board(b"word\x04\x04>"))
IN_STEP = (*GREETING, *PROOF)


def surroundings(port: RecordedPort) -> Surroundings:
    """The port's clock, and always the same word."""
    return Surroundings(clock=port.clock, word=lambda: WORD)


def talk(*steps: Entry) -> tuple[RecordedPort, RawRepl]:
    """A board that keeps to the transcript, and a client of it."""
    port = RecordedPort(steps)
    return port, RawRepl(port, around=surroundings(port))
