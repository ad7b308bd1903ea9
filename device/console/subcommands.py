"""One function for each subcommand: reads its options, does one thing, tells what came of it.

Each returns the exit status: GOOD, or NOT_GOOD where the board works and says no.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from device import emergency, orders
from device.boards import problem_of, state_label
from device.console import telling, tracing
from device.console.targets import NoAnswer, Target, find_target, perform
from device.exceptions import PortBusy
from device.link import candidates
from device.models import Board, OrderKind
from device.problems import describe_problem

GOOD, NOT_GOOD, USAGE, UNREACHABLE = 0, 1, 2, 3

# A stop is due within a second; a worker that has not answered after this long is none.
STOP_WAIT_S = 3.0

Say = Callable[[str], None]


def list_boards(options: Namespace, say: Say) -> int:
    """The boards of the database, and what is plugged in."""
    boards = Board.objects.select_related("classroom")
    rows = [
        [
            board.name,
            board.url,
            state_label(board),
            board.machine or "–",
            describe_problem(problem_of(board)),
        ]
        for board in boards
    ]
    _say_all(say, _("Boards of the platform:"), telling.columns(rows))
    ports = [
        [port.device, port.usb_id, port.serial_number or "–", port.kind or port.description]
        for port in candidates()
    ]
    _say_all(say, _("Serial ports of this machine:"), telling.columns(ports))
    return GOOD


def info(options: Namespace, say: Say) -> int:
    """Who answers at the address."""
    target = find_target(options.board)
    success, answer = perform(target, OrderKind.DESCRIBE, {})
    if not success:
        say(telling.problem(answer))
        return NOT_GOOD
    rows = [
        [_("Address"), target.url],
        [_("Machine"), answer["machine"]],
        [_("MicroPython"), answer["firmware"]],
        [_("Unique id"), answer["unique_id"] or "–"],
        [_("Library folder"), answer["library_root"]],
        [_("Free memory"), _bytes(answer["heap_free_bytes"])],
        [_("Start option"), _or_dash(answer["boot_option"])],
        [_("Virtual"), _("yes") if answer["is_virtual"] else _("no")],
    ]
    for line in telling.columns(rows):
        say(line)
    return GOOD


def doctor(options: Namespace, say: Say) -> int:
    """The examination, line by line."""
    success, answer = perform(
        find_target(options.board), OrderKind.EXAMINE, {"mission": options.mission}
    )
    for line in telling.findings(answer):
        say(line)
    return GOOD if success else NOT_GOOD


def install(options: Namespace, say: Say) -> int:
    """Put the platform's files on the board."""
    success, answer = perform(find_target(options.board), OrderKind.INSTALL, {})
    if not success:
        say(telling.problem(answer))
        return NOT_GOOD
    for path in answer["changed"]:
        say(path)
    say(_("Files changed: %(number)d.") % {"number": len(answer["changed"])})
    return GOOD


def execute(options: Namespace, say: Say) -> int:
    """Run a piece of MicroPython and show what it prints."""
    code = options.code
    if options.file:
        code = sys.stdin.read() if options.file == "-" else Path(options.file).read_text("utf-8")
    success, answer = perform(
        find_target(options.board),
        OrderKind.EXECUTE,
        {"code": code, "limit_s": options.limit},
    )
    text = answer.get("output") if success else telling.mishap(answer)
    if text:
        say(str(text).rstrip("\n"))
    return GOOD if success else NOT_GOOD


def reset(options: Namespace, say: Say) -> int:
    """Start the board again; one that was stopped by hand runs programs again."""
    target = find_target(options.board)
    success, answer = perform(target, OrderKind.RESET, {"hard": options.hard})
    if not success:
        say(telling.problem(answer))
        return NOT_GOOD
    say(_("The board has started again and answers."))
    if target.board is not None and emergency.release_board(target.board):
        say(_("It was stopped by hand, and may run programs again."))
    return GOOD


def trace(options: Namespace, say: Say) -> int:
    """Run a program and show its trace as it comes; without one, the trace of the last result."""
    target = find_target(options.board)
    if options.program is None:
        return GOOD if tracing.show_last_result(target, say) else NOT_GOOD
    try:
        return GOOD if tracing.run_program(target, options, say) else NOT_GOOD
    except PortBusy as error:
        raise NoAnswer(
            _(
                "Take the board out of service in the admin, or stop the platform: a program is "
                "traced on a board that nobody else holds. (%(detail)s)"
            )
            % {"detail": error.detail}
        ) from error


def stop(options: Namespace, say: Say) -> int:
    """The emergency stop."""
    target = find_target(options.board)
    if target.board is None:
        return _stop_directly(target, say)
    order = emergency.stop_board(target.board)
    try:
        # Nobody holds it: there is no worker that could obey.
        status = _stop_directly(target, say)
        orders.answer_order(order, True, {})
    except PortBusy:
        answered = orders.wait_for_answer(order, STOP_WAIT_S)
        if answered is None or not answered.success:
            raise NoAnswer(_("The board does not fall silent: pull its cable.")) from None
        seconds = answered.answer["took_ms"] / 1000
        say(_("The board is silent, after %(seconds).1f s.") % {"seconds": seconds})
        status = GOOD
    say(_("It runs no program until somebody lets it run again (board reset, or the desk)."))
    return status


def _stop_directly(target: Target, say: Say) -> int:
    with target.opened() as linked:
        linked.silence()
    say(_("The board is silent."))
    return GOOD


def _say_all(say: Say, title: str, lines: Iterable[str]) -> None:
    say(title)
    for line in [*lines] or ["–"]:
        say(f"  {line}")


def _bytes(number: int | None) -> str:
    return "–" if number is None else _("%(kilobytes)d KB") % {"kilobytes": number // 1000}


def _or_dash(value: object) -> str:
    return "–" if value is None else str(value)
