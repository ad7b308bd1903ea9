"""Why a program is not taken, or a report not recorded.

SubmissionError
├── Refusal                  told to the student; has a code, a hint and an HTTP status
│   ├── NotAStudent          403
│   ├── NoRunActive          409
│   ├── RunOver              409
│   ├── AlreadyWaiting       409
│   ├── KeyReused            422
│   ├── TooManySubmissions   429
│   ├── QueueFull            503
│   ├── StorageFull          503
│   ├── ProgramEmpty         422
│   ├── ProgramTooLarge      413
│   ├── ProgramNotText       422
│   └── DoesNotCompile       422, carries the diagnostics
├── SteeringRefused          told to the teacher: what cannot be done to a program
└── LeaseLost                told to a worker: somebody else owns the entry now
"""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quorum import Diagnostic


class SubmissionError(Exception):
    """Something about a submission cannot be done."""


class Refusal(SubmissionError):
    """A program that is not taken. Nothing was stored and no attempt was counted.

    limit: the setting that was reached, empty for a refusal that is no matter of limits.
    value: of that limit. retry_after_s: when to try again, where time alone helps.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409
    limit: ClassVar[str] = ""

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        value: int | None = None,
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.value = value
        self.retry_after_s = retry_after_s


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

    def __init__(self, since: datetime) -> None:
        super().__init__(
            _("The time for this mission has been over since %(time)s.")
            % {"time": time_format(timezone.localtime(since), "H:i")},
            _("Your program stays in the editor. Ask for more time if you need it."),
        )


class AlreadyWaiting(Refusal):
    """A program of the student waits or runs already."""

    code = "already_waiting"
    limit = "waiting_per_student"

    def __init__(self, is_waiting: bool, retry_after_s: int | None = None) -> None:
        super().__init__(
            _("Your last program is still waiting: you can have one in the queue.")
            if is_waiting
            else _("Your last program is running on the board: you can have one at a time."),
            _("Replace it with this one (it keeps its place), or wait for its result.")
            if is_waiting
            else _("Wait for its result, then submit the next one."),
            value=1,
            retry_after_s=retry_after_s,
        )
        self.can_replace = is_waiting


class KeyReused(Refusal):
    """The idempotency key belongs to another program."""

    code = "idempotency_key_reused"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            _("This idempotency key was used for another program."),
            _("Use a new key for each program, and the same key only to send it again."),
        )


class TooManySubmissions(Refusal):
    """More programs in a minute than the settings allow."""

    code = "too_many_submissions"
    status = 429
    limit = "submissions_per_minute"

    def __init__(self, limit: int, retry_after_s: int) -> None:
        super().__init__(
            ngettext(
                "You can send %(limit)d program in a minute.",
                "You can send %(limit)d programs in a minute.",
                limit,
            )
            % {"limit": limit},
            ngettext(
                "Send it again in %(seconds)d second. Use the time to read your program once more.",
                "Send it again in %(seconds)d seconds. Use the time to read your program once "
                "more.",
                retry_after_s,
            )
            % {"seconds": retry_after_s},
            value=limit,
            retry_after_s=retry_after_s,
        )


class QueueFull(Refusal):
    """The queue holds as many programs as the settings allow."""

    code = "queue_full"
    status = 503
    limit = "queue_capacity"

    def __init__(self, capacity: int, retry_after_s: int) -> None:
        super().__init__(
            ngettext(
                "The queue is full: %(capacity)d program is waiting, and that is the limit.",
                "The queue is full: %(capacity)d programs are waiting, and that is the limit.",
                capacity,
            )
            % {"capacity": capacity},
            ngettext(
                "Try again in %(seconds)d second. Your program stays in the editor.",
                "Try again in %(seconds)d seconds. Your program stays in the editor.",
                retry_after_s,
            )
            % {"seconds": retry_after_s},
            value=capacity,
            retry_after_s=retry_after_s,
        )


class StorageFull(Refusal):
    """The journal cannot be written, so that a promise could not be kept."""

    code = "storage_full"
    status = 503

    RETRY_AFTER_S = 30

    def __init__(self) -> None:
        super().__init__(
            _("The classroom’s computer cannot store your program: its disk is full or broken."),
            _("Call your teacher. Your program stays in the editor: send it again afterwards."),
            retry_after_s=self.RETRY_AFTER_S,
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
    limit = "code_size_limit"

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            _("Your program is too large: %(size)d bytes, and the limit is %(limit)d.")
            % {"size": size, "limit": limit},
            _("Look for text that was pasted by mistake, or use a repeat."),
            value=limit,
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


class SteeringRefused(SubmissionError):
    """What the teacher asks cannot be done to this program; the text is for the teacher."""

    @classmethod
    def has_open_program(cls, name: str) -> "SteeringRefused":
        return cls(
            _("A program of %(name)s waits or runs already: repeat this one afterwards.")
            % {"name": name}
        )

    @classmethod
    def not_finished(cls) -> "SteeringRefused":
        return cls(_("This program has no result yet: it waits or runs."))


class LeaseLost(SubmissionError):
    """The worker's claim is not valid any more: it expired, or the entry was cancelled."""
