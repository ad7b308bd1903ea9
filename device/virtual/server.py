"""A virtual board with everything around it: its port, its control channel, its faults."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any

from device.exceptions import SceneError
from device.scenes import check_scene
from device.virtual import boot_text
from device.virtual.accidents import Accidents
from device.virtual.board import Board
from device.virtual.control import DONE, HARDWARE, ControlPort, Order, Reply, refuse
from device.virtual.faults import FaultPlan, PlannedFault, make_fault
from device.virtual.interpreter import Options
from device.virtual.loop import Loop
from device.virtual.modes import Busy
from device.virtual.runner import Answer
from device.virtual.tcp_port import TcpPort
from device.virtual.workspaces import Workspace

READ_SIZE = 65_536
Address = tuple[str, int]


@dataclass(frozen=True)
class Setup:
    """What a virtual board is started with."""

    listen: Address
    control: Address | None = None
    rfc2217: bool = False
    scene: Mapping[str, Any] | None = None
    faults: Sequence[PlannedFault] = ()
    options: Options = field(default_factory=Options)
    end_with: int | None = None  # a file number: the board ends when that file does


class Server:
    """One virtual board. Raises OSError when a port cannot be had."""

    def __init__(self, setup: Setup) -> None:
        self._end_with = setup.end_with
        self._loop = Loop()
        self._port = TcpPort(self._loop, *setup.listen, rfc2217=setup.rfc2217)
        self._control: ControlPort | None = None
        options = setup.options
        if setup.control is not None:
            self._control = ControlPort(self._loop, *setup.control, self._obey)
            options = replace(options, control=self._control.address)
        unique_id = hashlib.sha256(self._port.address.encode()).hexdigest()[:12]
        self._board = Board(
            self._loop,
            options,
            Workspace(setup.scene),
            self._port,
            unique_id,
            self._program_begins,
        )
        self._accidents = Accidents(self._board, self._port)
        self._plan = FaultPlan(self._loop, setup.faults, self._accidents.happen)
        board = self._board
        self._port.attach(board.line.receive, board.runner.adjust, board.modem_lines)

    @property
    def address(self) -> str:
        return self._port.address

    @property
    def control_address(self) -> str | None:
        return self._control.address if self._control is not None else None

    def __enter__(self) -> Server:
        if self._end_with is not None:
            self._loop.watch(self._end_with, self._notice_end)
        self._board.power_on()
        self._plan.board_starts()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._board.close()
        self._port.close()
        if self._control is not None:
            self._control.close()
        self._loop.close()

    def end_at(self, *signals: int) -> None:
        """Let `serve` end when one of these signals comes."""
        self._loop.end_at(*signals)

    def serve(self) -> None:
        self._loop.run()

    def _program_begins(self, number: int) -> None:
        self._plan.program_begins(number)

    def _notice_end(self, _events: int) -> None:
        assert self._end_with is not None
        if not os.read(self._end_with, READ_SIZE):
            self._loop.end()

    # -- orders from the control channel

    def _obey(self, order: Order, reply: Reply) -> None:
        action = str(order.get("do"))
        if action in HARDWARE:
            self._ask_hardware(order, reply)
        elif action == "fault":
            reply(self._cause_fault(order))
        elif action == "reset":
            self._board.hard_reset("button", boot_text.POWER_ON)
            reply(DONE)
        elif action == "state":
            reply(self._state())
        else:
            known = ", ".join(sorted([*HARDWARE, "fault", "reset", "state"]))
            reply(refuse(f"there is no order {action!r}; there are {known}"))

    def _ask_hardware(self, order: Order, reply: Reply) -> None:
        """Hand an order in; a scene is believed inside, so its mistakes are found here."""
        try:
            if order["do"] == "scene":
                check_scene(order.get("scene") or {}, "scene")
        except SceneError as error:
            reply(refuse(error.detail))
            return
        self._board.runner.ask_hardware(order, reply)

    def _cause_fault(self, order: Order) -> Answer:
        value = order.get("value")
        try:
            fault = make_fault(str(order.get("name")), None if value is None else str(value))
        except ValueError as error:
            return refuse(str(error))
        self._accidents.happen(fault)
        return DONE

    def _state(self) -> Answer:
        board, lines = self._board, self._board.modem_lines
        return {
            "ok": True,
            "power": board.power.value,
            "mode": board.repl.mode.value,
            "busy": board.repl.busy.value,
            "running": board.repl.busy is Busy.RUNNING,
            "connected": self._port.is_connected,
            "unique_id": board.unique_id,
            "programs": board.programs,
            "resets": list(board.resets),
            "bytes_in": board.line.bytes_in,
            "bytes_out": board.line.bytes_out,
            "lines": {"dtr": lines.dtr, "rts": lines.rts, "changes": lines.changes},
        }
