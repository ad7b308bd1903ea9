"""The options of `python -m device.virtual`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from device.exceptions import SceneError
from device.scenes import load_scene
from device.virtual.faults import KINDS, Value, parse_planned_fault
from device.virtual.interpreter import Options
from device.virtual.quantities import size_bytes, whole_number
from device.virtual.server import Address, Setup

FASTEST_BAUD = 10_000_000
LEAST_MEMORY = 64 * 1024 * 1024  # bytes; less, and CPython itself does not start
DESCRIPTION = """\
A virtual M5Stack with a HuskyLens: it speaks MicroPython's raw REPL on a TCP port, one client at a
time, and runs programs in a process of its own. Connect to it by socket://HOST:PORT, for instance
with mpremote."""
EPILOG = """\
WHEN is start (also when left out), a time after the start (3s), the beginning of a program (run2)
or a time after it (run2+200ms). The whole story is in docs/virtual-board.md."""

T = TypeVar("T")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and nothing else."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{message[:1].lower()}{message[1:]}\n")


def parse(arguments: Sequence[str] | None = None) -> Setup:
    """What the options ask for; raises SystemExit after a mistake, --help and --list-faults."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        scene = load_scene(given.scene) if given.scene is not None else None
    except SceneError as error:
        parser.exit(2, f"{error}\n")
    return Setup(
        listen=given.listen,
        control=given.control,
        rfc2217=given.rfc2217,
        scene=scene,
        faults=given.fault,
        options=Options(
            seed=given.seed,
            memory_bytes=given.memory,
            baud=given.baud,
            clock=given.clock,
        ),
        end_with=sys.stdin.fileno() if given.end_with_stdin else None,
    )


def fault_list() -> str:
    """One line for each fault: its name, its value, what it does."""
    lines = []
    for kind in KINDS.values():
        form = kind.name if kind.value is Value.NONE else f"{kind.name}:VALUE"
        lines.append(f"{form:19} {kind.sentence}{_default(kind.value, kind.default)}\n")
    return "".join(lines)


def _default(value: Value, default: float | None) -> str:
    if value is Value.NONE or default is None:
        return ""
    return f" (VALUE: {default:g}s)" if value is Value.DURATION else f" (VALUE: {default:g})"


def _parser() -> Parser:
    parser = Parser(
        prog="python -m device.virtual",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_ports(parser.add_argument)
    _add_circumstances(parser.add_argument)
    return parser


def _add_ports(add: Callable[..., object]) -> None:
    add(
        "--listen",
        type=_address,
        default=("127.0.0.1", 2323),
        metavar="HOST:PORT",
        help="where clients find the board; port 0 takes a free one (127.0.0.1:2323)",
    )
    add(
        "--control",
        type=_address,
        metavar="HOST:PORT",
        help="opens a second port for the hand that presses buttons and causes faults",
    )
    add(
        "--rfc2217",
        action="store_true",
        help="the port speaks RFC 2217: DTR and RTS reset the board as on a UART bridge",
    )
    add(
        "--baud",
        type=_checked(_baud),
        metavar="N",
        help="bytes travel at N bits per second, ten bits each, and a busy board loses input",
    )
    add(
        "--end-with-stdin",
        action="store_true",
        help="ends when standard input is closed, so when whoever started the board is gone",
    )


def _add_circumstances(add: Callable[..., object]) -> None:
    add("--scene", type=Path, metavar="FILE", help="what the camera sees (TOML)")
    add(
        "--fault",
        type=_checked(parse_planned_fault),
        action="append",
        default=[],
        metavar="NAME[@WHEN][:VALUE]",
        help="what goes wrong, and when; may be repeated",
    )
    add("--list-faults", action=_ListFaults, nargs=0, help="shows the faults and ends")
    add("--seed", type=_checked(whole_number), metavar="N", help="makes chance repeatable")
    add(
        "--clock",
        choices=["real", "virtual"],
        default="real",
        help="virtual: time passes by sleeping alone, at once, and the same every time",
    )
    add(
        "--memory",
        type=_checked(_memory),
        default=Options.memory_bytes,
        metavar="BYTES",
        help="the most that the process of the programs may take, for instance 256M (the default)",
    )


class _ListFaults(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        parser._print_message(fault_list(), sys.stdout)
        parser.exit()


def _checked(convert: Callable[[str], T]) -> Callable[[str], T]:
    """Let argparse show the sentence of a ValueError, which it hides otherwise."""

    def checked(text: str) -> T:
        try:
            return convert(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return checked


def _address(text: str) -> Address:
    host, colon, port = text.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT")
    return host.strip("[]") or "127.0.0.1", int(port)


def _baud(text: str) -> int:
    baud = whole_number(text)
    if not 300 <= baud <= FASTEST_BAUD:
        raise ValueError(f"a line has 300 to {FASTEST_BAUD} baud, not {baud}")
    return baud


def _memory(text: str) -> int:
    size = size_bytes(text)
    if size < LEAST_MEMORY:
        raise ValueError(f"a board needs at least {LEAST_MEMORY >> 20}M of memory, not {text}")
    return size
