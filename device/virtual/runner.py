"""Runs the programs of a board: watches its child process and passes on what comes from it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from device.virtual.connection import Connection
from device.virtual.interpreter import InterpreterProcess, Result, Start
from device.virtual.loop import Loop

Answer = Mapping[str, Any]
NO_ANSWER: Answer = {"ok": False, "error": "the board was reset before it answered"}
IS_OFF: Answer = {"ok": False, "error": "the board does not run now"}


class ProgramEvents(Protocol):
    """Who is told what happens in the child."""

    def program_output(self, data: bytes) -> None: ...

    def program_result(self, result: Result) -> None: ...

    def interpreter_died(self) -> None: ...

    def has_room(self) -> bool:
        """Whether more output can be taken; otherwise the program has to wait."""


class Runner:
    """The child process as a part of the loop."""

    def __init__(self, loop: Loop, process: InterpreterProcess, events: ProgramEvents) -> None:
        self._loop = loop
        self._process = process
        self._events = events
        self._orders: Connection | None = None
        self._answers = b""
        self._asked: dict[int, Callable[[Answer], None]] = {}
        self._questions = 0

    def start(self, start: Start) -> None:
        orders = self._process.start(start)
        self._answers = b""
        self._orders = Connection(self._loop, orders, self._take_answers, lambda: None)
        assert self._process.results is not None
        self._loop.watch(self._process.results, self._take_results)
        self.adjust()

    def end(self) -> None:
        """Kill the child; nothing that it has said since counts."""
        for file in (self._process.results, self._process.output):
            if file is not None:
                self._loop.forget(file)
        if self._orders is not None:
            self._orders.close()
            self._orders = None
        self._process.kill()
        asked, self._asked = self._asked, {}
        for reply in asked.values():
            reply(NO_ANSWER)

    def ask_hardware(self, order: Mapping[str, Any], reply: Callable[[Answer], None]) -> None:
        """Pass an order on to the hardware, whose answer comes later, while a program may run."""
        if self._orders is None:
            reply(IS_OFF)
            return
        self._questions += 1
        self._asked[self._questions] = reply
        line = json.dumps({"number": self._questions, "order": order}, separators=(",", ":"))
        self._orders.send(line.encode() + b"\n")

    def adjust(self) -> None:
        """Read the program's output only while there is room for it."""
        file = self._process.output
        if file is None:
            return
        wanted = self._events.has_room()
        if wanted and not self._loop.watches(file):
            self._loop.watch(file, self._output_ready)
        elif not wanted:
            self._loop.forget(file)

    def _take_results(self, _events: int) -> None:
        results = self._process.read_results()
        self._take_output(everything=True)
        if results is None:
            self._events.interpreter_died()
            return
        for result in results:
            self._events.program_result(result)

    def _output_ready(self, _events: int) -> None:
        self._take_output()

    def _take_output(self, *, everything: bool = False) -> None:
        data = self._process.read_output()
        while data:
            self._events.program_output(data)
            data = self._process.read_output() if everything else None
        if data == b"" and self._process.output is not None:
            # Closed: the child is gone, which its results will say too.
            self._loop.forget(self._process.output)
        else:
            self.adjust()

    def _take_answers(self, data: bytes) -> None:
        *lines, self._answers = (self._answers + data).split(b"\n")
        for line in lines:
            try:
                answer = json.loads(line)
                reply = self._asked.pop(answer["number"], None)
            except (ValueError, TypeError, KeyError):  # a program has found this way, too
                self._events.interpreter_died()
                return
            if reply is not None:
                reply(answer["answer"])
