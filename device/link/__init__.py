"""The link to a board: bytes (`port`), the raw REPL (`raw_repl`), a board that runs programs."""

from __future__ import annotations

from device.link.addresses import Address, Candidate, candidates
from device.link.board import Board
from device.link.control_channel import give_order
from device.link.identity import BoardIdentity
from device.link.opening import find_again, open_board
from device.link.recording import Recording, read_recording
from device.link.recovery import Step
from device.link.runs import ProgramRun, RunEnd
from device.link.virtual_board import VirtualBoard

__all__ = [
    "Address",
    "Board",
    "BoardIdentity",
    "Candidate",
    "ProgramRun",
    "Recording",
    "RunEnd",
    "Step",
    "VirtualBoard",
    "candidates",
    "find_again",
    "give_order",
    "open_board",
    "read_recording",
]
