"""The execution engine: one claimed program on one board, from its text to a report."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connection

from device import stopping
from device.emergency import LOOK_EVERY_S, StopWatch
from device.exceptions import BoardStuck, DeviceError, PlatformError
from device.installation import runtime_files
from device.link import Board as LinkedBoard
from device.link import ProgramRun, RunEnd
from device.models import Board
from device.trace import TraceEvent, TraceReader
from events.audiences import classroom_stream
from events.live import deliver_live
from quorum import Compilation, TranslatedProgram
from submissions import queue
from submissions.exceptions import LeaseLost
from submissions.programs import compile_text
from submissions.queue import Claim
from submissions.reports import Ending, ProgramReport, RunTimeError, StackLine

logger = logging.getLogger(__name__)

LEASE_RENEWAL_S = 5.0
# Trace entries travel to the pages in bundles: often enough for the eye, seldom enough for Wi-Fi.
LIVE_INTERVAL_S = 0.05

_ENDINGS = {
    RunEnd.TIME_LIMIT: Ending.TIME_LIMIT,
    RunEnd.OUTPUT_LIMIT: Ending.OUTPUT_LIMIT,
    RunEnd.STOPPED: Ending.STOPPED,
}


def prepare(board: LinkedBoard) -> None:
    """Bring a board that was just opened to the platform's own runtime, in a fresh interpreter.

    Whoever had the board before may have left timers and a heap in pieces behind.

    Raises:
        DeviceError
    """
    changed = board.install(runtime_files(board.identity.mpy))
    if changed:
        logger.info("%d runtime files changed on %s", len(changed), board.identity.machine)
    else:
        board.soft_reset()  # an installation ends with one


@dataclass(frozen=True)
class Outcome:
    """What became of a program, and what is wrong with the board after it."""

    report: ProgramReport
    trouble: DeviceError | None = None


def run_claim(board: LinkedBoard, claim: Claim) -> Outcome:
    """Run a claimed program and report what happened; the lease is renewed while it runs.

    A worker that is asked to end stops the program, and so does the emergency stop; the report says
    `STOPPED` then.

    Raises:
        DeviceError: the link or the board failed; the program says nothing about it.
        LeaseLost: the entry belongs to somebody else by now.
    """
    submission = claim.submission
    compilation = compile_text(submission.code)
    if compilation.program is None:
        return Outcome(_not_compiled_any_more(claim))
    if board.identity.is_virtual:
        board.show_scene(submission.mission.scene)
    recorder = _Recorder(submission.pk, classroom_stream(submission.run.classroom_id))
    lease = _LeaseKeeper(claim)
    stop_watch = StopWatch(lambda: _is_stopped(claim.board))

    def should_stop() -> bool:
        recorder.flush_when_due()
        return stopping.asked.is_set() or stop_watch.has_come() or lease.keep()

    trouble = None
    try:
        run = board.run(
            compilation.program.text,
            on_data=recorder.take,
            time_limit_s=float(claim.limits.execution_time_s),
            output_limit_bytes=claim.limits.output_bytes,
            should_stop=should_stop,
        )
    except BoardStuck as error:
        if error.run is None:
            raise
        run, trouble = error.run, error
    recorder.finish()
    if trouble is None:
        lease.require()  # else the worker brings the board back first, and finds out as it reports
    _tell_of_the_camera(claim.board, recorder.events)
    return Outcome(_report(claim, compilation, run, recorder.events), trouble)


def _is_stopped(board: str) -> bool:
    try:
        return Board.objects.filter(name=board, stopped=True).exists()
    except DatabaseError:
        connection.close()  # the lease decides how long the program may go on without a database
        return False


class _Recorder:
    """Keeps the trace of a run and sends it on to who watches."""

    def __init__(self, submission_id: int, stream: str) -> None:
        self.events: list[TraceEvent] = []
        self._reader = TraceReader()
        self._submission_id = submission_id
        self._stream = stream
        self._unsent: list[list[Any]] = []
        self._sent_at = 0.0

    def take(self, data: bytes) -> None:
        self._keep(self._reader.feed(data))
        self.flush_when_due()

    def finish(self) -> None:
        self._keep(self._reader.finish())
        self._flush()

    def flush_when_due(self) -> None:
        """Send what waits if the last bundle is old enough."""
        if self._unsent and time.monotonic() - self._sent_at >= LIVE_INTERVAL_S:
            self._flush()

    def _keep(self, events: Sequence[TraceEvent]) -> None:
        self.events.extend(events)
        self._unsent.extend([event.kind, *event.values] for event in events)

    def _flush(self) -> None:
        if not self._unsent:
            return
        deliver_live(self._stream, self._submission_id, self._unsent)
        self._unsent = []
        self._sent_at = time.monotonic()


class _LeaseKeeper:
    """Renews the lease from the link's own loop, so that a worker that hangs loses it.

    Between two renewals it looks whether somebody has cancelled the program. A database that is
    away for less than the lease does not disturb it.
    """

    def __init__(self, claim: Claim) -> None:
        self._claim = claim
        self._looked_at = self._renewed_at = time.monotonic()
        self._lost: LeaseLost | None = None

    def keep(self) -> bool:
        """Renew the lease when due; True when it is lost and the program has to stop."""
        now = time.monotonic()
        if self._lost is None and now - self._looked_at >= LOOK_EVERY_S:
            self._looked_at = now
            try:
                self._look(now)
            except LeaseLost as error:
                self._lost = error
            except DatabaseError as error:
                self._bear(error, now)
        return self._lost is not None

    def _look(self, now: float) -> None:
        if now - self._renewed_at >= LEASE_RENEWAL_S:
            queue.renew_lease(self._claim)
            self._renewed_at = now
        elif not queue.is_valid(self._claim):
            raise LeaseLost

    def _bear(self, error: DatabaseError, now: float) -> None:
        connection.close()
        if now - self._renewed_at >= queue.LEASE.total_seconds():
            logger.warning(
                "the lease of submission %s ran out: %s", self._claim.submission.pk, error
            )
            self._lost = LeaseLost()

    def require(self) -> None:
        if self._lost is not None:
            raise self._lost


def _report(
    claim: Claim, compilation: Compilation, run: ProgramRun, events: Sequence[TraceEvent]
) -> ProgramReport:
    error = _run_time_error(compilation.program, run, events)
    ending = _ENDINGS.get(run.ended, Ending.ERROR if error else Ending.FINISHED)
    return ProgramReport(
        ending=ending,
        output=tuple(_output(events)),
        trace=tuple((event.kind, *event.values) for event in events if event.kind != "plain"),
        execution_time_ms=_execution_time_ms(run, events),
        board=claim.board,
        facts=compilation.facts,
        error=error if ending == Ending.ERROR else None,
        output_truncated=run.ended == RunEnd.OUTPUT_LIMIT,
    )


def _tell_of_the_camera(board: str, events: Sequence[TraceEvent]) -> None:
    """A loose contact is the teacher's to find: each program that met one is in the log."""
    faults = [event.values[0] for event in events if event.kind == "lens_faults" and event.values]
    if faults:
        logger.warning("board %s: %s damaged answers of the camera", board, faults[-1])


def _output(events: Sequence[TraceEvent]) -> list[str]:
    return [str(e.values[0]) for e in events if e.kind in ("output", "plain") and e.values]


def _execution_time_ms(run: ProgramRun, events: Sequence[TraceEvent]) -> int:
    """Measured on the board where the program came to its end, else on this side of the link."""
    ends = [event.values[0] for event in events if event.kind == "end" and event.values]
    if run.ended == RunEnd.FINISHED and ends and isinstance(ends[-1], int):
        return max(0, ends[-1])
    return round(run.duration_s * 1000)


def _run_time_error(
    program: TranslatedProgram | None, run: ProgramRun, events: Sequence[TraceEvent]
) -> RunTimeError | None:
    reported = next((e for e in events if e.kind == "error" and len(e.values) == 3), None)
    if reported is not None and program is not None:
        class_name, message, lines = reported.values
        return RunTimeError(str(class_name), str(message), _stack(program, lines))
    if run.ended == RunEnd.FINISHED and run.error_text.strip():
        last = run.error_text.strip().splitlines()[-1]
        if not last.startswith("MemoryError"):
            raise PlatformError(run.error_text.strip())
        # No memory was left to report it.
        return RunTimeError("MemoryError", "", ())
    return None


def _stack(program: TranslatedProgram, lines: Any) -> tuple[StackLine, ...]:
    stack = []
    for number in lines if isinstance(lines, list) else []:
        place = (
            program.line_map[number - 1]
            if isinstance(number, int) and 0 < number <= len(program.line_map)
            else None
        )
        if place is not None:
            stack.append(StackLine(place.line, place.action or ""))
    return tuple(stack)


def _not_compiled_any_more(claim: Claim) -> ProgramReport:
    """The compiler was updated while the program waited: not the student's fault."""
    logger.error("submission %s does not compile any more", claim.submission.pk)
    return ProgramReport(
        Ending.BOARD_LOST, output=(), trace=(), execution_time_ms=0, board=claim.board
    )
