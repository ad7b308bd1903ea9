"""Traces on a terminal: of a program that runs now, or of the last one that ran."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from device import engine
from device.console import telling
from device.console.targets import Target
from device.link import RunEnd
from device.scenes import load_scene
from device.trace import TraceEvent, TraceReader
from quorum import SourceFile, compile_program
from submissions.models import Result

OUTPUT_LIMIT_BYTES = 1_000_000

Say = Callable[[str], None]


def show_last_result(target: Target, say: Say) -> bool:
    """Tell the trace of the newest result of a board; False when there is none."""
    result = Result.objects.filter(board=target.name).order_by("-created_at").first()
    if result is None:
        say(_("No program has run on this board yet."))
        return False
    for kind, *values in result.trace:
        say(telling.event_line(kind, values))
    return True


def run_program(target: Target, options: Namespace, say: Say) -> bool:
    """Compile a program, run it on the board and tell each event with its time.

    Returns False when it has mistakes or did not come to a good end. The whole conversation is
    kept in `options.record`, if one is named. Raises DeviceError, OSError.
    """
    path = Path(options.program)
    compilation = compile_program([SourceFile(path.name, path.read_text("utf-8"))])
    if compilation.program is None:
        for mistake in compilation.diagnostics:
            say(f"{mistake.file}:{mistake.line}: {mistake.message(get_language() or 'en')}")
        return False
    teller = _Teller(say)
    with target.opened(Path(options.record) if options.record else None) as linked:
        engine.prepare(linked)
        if options.scene:
            linked.show_scene(load_scene(Path(options.scene)))
        run = linked.run(
            compilation.program.text,
            on_data=teller.take,
            time_limit_s=options.limit,
            output_limit_bytes=OUTPUT_LIMIT_BYTES,
        )
    teller.finish()
    if run.ended is not RunEnd.FINISHED:
        say(telling.ending(run.ended))
    return run.ended is RunEnd.FINISHED and not teller.failed


class _Teller:
    """Tells events as they come, each with the milliseconds since the first byte was awaited."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._reader = TraceReader()
        self._began = time.monotonic()
        self.failed = False

    def take(self, data: bytes) -> None:
        self._tell(self._reader.feed(data))

    def finish(self) -> None:
        self._tell(self._reader.finish())

    def _tell(self, events: Sequence[TraceEvent]) -> None:
        now_ms = round((time.monotonic() - self._began) * 1000)
        for event in events:
            self.failed = self.failed or event.kind == "error"
            self._say(f"{now_ms:>7} ms  {telling.event_line(event.kind, event.values)}")
