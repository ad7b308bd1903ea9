"""Why a program is not taken, or a report not recorded.

SubmissionError
├── Refusal                  told to the student; has a code, a hint and an HTTP status
│   ├── NotAStudent          403
│   ├── NoRunActive          409
│   ├── RunOver              409
│   ├── AlreadyWaiting       409
│   ├── QueueFull            503
│   ├── ProgramEmpty         422
│   ├── ProgramTooLarge      413
│   ├── ProgramNotText       422
│   └── DoesNotCompile       422, carries the diagnostics
└── LeaseLost                told to a worker: somebody else owns the entry now
"""

from collections.abc import Sequence
from typing import ClassVar

from django.utils.translation import gettext as _

from quorum import Diagnostic


class SubmissionError(Exception):
    """Something about a submission cannot be done."""


class Refusal(SubmissionError):
    """A program that is not taken. Nothing was stored and no attempt was counted."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotAStudent(Refusal):
    """Only students hand in programs."""

    code = "not_a_student"
    status = 403

    def __init__(self) -> None:
        super().__init__(
            _("Only students can submit a program."), _("Log in with a student account.")
        )


class NoRunActive(Refusal):
    """The mission is not being played in the student's classroom."""

    code = "no_run_active"

    def __init__(self) -> None:
        super().__init__(
            _("This mission is not running in your class."),
            _("Keep your program: you can submit it as soon as the teacher starts the mission."),
        )


class RunOver(Refusal):
    """The time of the mission is over."""

    code = "run_over"

    def __init__(self) -> None:
        super().__init__(
            _("The time for this mission is over."),
            _("Your program stays in the editor. Ask for more time if you need it."),
        )


class AlreadyWaiting(Refusal):
    """A program of the student waits or runs already."""

    code = "already_waiting"

    def __init__(self) -> None:
        super().__init__(
            _("Your last program has not finished yet."),
            _("Wait for its result, then submit the next one."),
        )


class QueueFull(Refusal):
    """The queue holds as many programs as the settings allow."""

    code = "queue_full"
    status = 503

    def __init__(self, capacity: int) -> None:
        super().__init__(
            _("The queue is full: %(capacity)d programs are waiting.") % {"capacity": capacity},
            _("Try again in a minute. Your program stays in the editor."),
        )


class ProgramEmpty(Refusal):
    """There is nothing to run."""

    code = "program_empty"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            _("Your program is empty."), _('Write at least one line, for instance: output "Hello"')
        )


class ProgramTooLarge(Refusal):
    """The program is larger than the settings allow."""

    code = "program_too_large"
    status = 413

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            _("Your program is too large: %(size)d bytes, and the limit is %(limit)d.")
            % {"size": size, "limit": limit},
            _("Look for text that was pasted by mistake, or use a repeat."),
        )


class ProgramNotText(Refusal):
    """The program is no Unicode text."""

    code = "program_not_text"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            _("This is not a text: it contains characters that no program can have."),
            _("Save your program as plain text in UTF-8, or write it in the editor."),
        )


class DoesNotCompile(Refusal):
    """The compiler found mistakes."""

    code = "does_not_compile"
    status = 422

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(
            _("Your program has mistakes, so it was not put into the queue."),
            _("Correct what is underlined. This does not count as an attempt."),
        )
        self.diagnostics = tuple(diagnostics)


class LeaseLost(SubmissionError):
    """The worker's claim is not valid any more: it expired, or the entry was cancelled."""
