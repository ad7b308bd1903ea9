"""What is written down of a run while it happens: nothing, unless somebody records."""

from __future__ import annotations

from typing import Protocol

from device.link.runs import OnData, ProgramRun


class RunNotes(Protocol):
    """Listens to the runs of a board."""

    def of_run(self, program_text: str, on_data: OnData) -> OnData:
        """A program begins; returns who takes its output in place of `on_data`."""

    def of_end(self, run: ProgramRun) -> None:
        """It has ended, and the link knows how."""


class NoNotes:
    """Nobody listens."""

    def of_run(self, program_text: str, on_data: OnData) -> OnData:
        return on_data

    def of_end(self, run: ProgramRun) -> None:
        pass
