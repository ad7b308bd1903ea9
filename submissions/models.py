"""Submissions, their queue entries and their results."""

import re
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Classroom, User
from missions.models import Mission, MissionRun
from submissions.reasons import describe_reason
from submissions.states import EntryStatus, Status

# What a sender may choose to name a program.
IDEMPOTENCY_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Submission(models.Model):
    """A program that a student handed in; it compiles."""

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="submissions", verbose_name=_("student")
    )
    mission = models.ForeignKey(
        Mission, on_delete=models.PROTECT, related_name="submissions", verbose_name=_("mission")
    )
    run = models.ForeignKey(
        MissionRun, on_delete=models.CASCADE, related_name="submissions", verbose_name=_("run")
    )
    code = models.TextField(_("program"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    points = models.PositiveSmallIntegerField(_("points"), default=0)
    attempt_number = models.PositiveIntegerField(_("attempt"))
    submitted_at = models.DateTimeField(_("submitted at"))
    receipt = models.UUIDField(
        _("receipt"),
        unique=True,
        default=uuid.uuid4,
        editable=False,
        help_text=_("Names the submission in the answer to the student and in the journal."),
    )
    idempotency_key = models.CharField(
        _("idempotency key"),
        max_length=64,
        blank=True,
        help_text=_("Chosen by the sender: the same key again is the same submission."),
    )
    repeats = models.ForeignKey(
        "self",
        verbose_name=_("repeats"),
        on_delete=models.SET_NULL,
        related_name="repetitions",
        null=True,
        blank=True,
        help_text=_("The submission whose program the teacher lets run again."),
    )
    invalid = models.BooleanField(
        _("invalid"), default=False, help_text=_("The teacher says that its result counts nothing.")
    )

    class Meta:
        db_table = "submissions"
        ordering = ["-submitted_at", "-id"]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "mission", "run", "attempt_number"],
                name="submissions_attempt_numbers_are_unique",
            ),
            models.UniqueConstraint(
                fields=["user", "run"],
                # An interrupted program waits again, so one that runs counts as well.
                condition=Q(status__in=["waiting", "running"]),
                name="submissions_one_open_per_student_and_run",
            ),
            models.CheckConstraint(
                name="submissions_status_is_known", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(
                name="submissions_points_only_when_passed",
                condition=Q(points=0) | Q(status="passed", invalid=False),
            ),
            models.UniqueConstraint(
                fields=["user", "idempotency_key"],
                condition=~Q(idempotency_key=""),
                name="submissions_one_per_idempotency_key",
            ),
        ]
        indexes = [models.Index(fields=["run", "status"], name="submissions_run_status")]

    def __str__(self) -> str:
        return f"{self.user} – {self.mission} ({self.attempt_number})"

    @property
    def is_open(self) -> bool:
        """Whether its result is still to come."""
        return self.status in (Status.WAITING, Status.RUNNING)


class QueueEntry(models.Model):
    """A submission's place in the queue, and the lease of the worker that runs it.

    While it is open it has an owner, a deadline (`due_at`) and a reason; `submissions.queue.sweep`
    finds what is overdue.
    """

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="entry", verbose_name=_("submission")
    )
    classroom = models.ForeignKey(
        Classroom,
        on_delete=models.CASCADE,
        related_name="queue",
        # Those of the open entries are below; one of all that ever was would be preferred to them.
        db_index=False,
        verbose_name=_("classroom"),
        help_text=_("That of the run, here once more: the queue of a class is read all the time."),
    )
    priority = models.IntegerField(
        _("priority"), default=0, help_text=_("Higher goes first, whatever the time.")
    )
    turn_at = models.DateTimeField(
        _("turn"),
        help_text=_(
            "Within a priority the earliest goes first: the time of arrival, later by a fixed "
            "delay for each of the last attempts. Waiting therefore always brings an entry forward."
        ),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=EntryStatus, default=EntryStatus.WAITING
    )
    created_at = models.DateTimeField(_("created at"))
    board = models.CharField(_("board"), max_length=60, blank=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    lease_expires_at = models.DateTimeField(_("lease expires at"), null=True, blank=True)
    due_at = models.DateTimeField(
        _("deadline"),
        null=True,
        blank=True,
        help_text=_("When something must have happened to it; empty when nothing is to come."),
    )
    fencing = models.PositiveIntegerField(
        _("fencing number"),
        default=0,
        help_text=_(
            "Counts the claims: a worker whose number is old has lost its right to report."
        ),
    )
    interruptions = models.PositiveSmallIntegerField(_("interruptions"), default=0)
    reason = models.CharField(_("reason of the last change"), max_length=120, blank=True)

    class Meta:
        db_table = "queue"
        ordering = ["-priority", "turn_at", "id"]
        verbose_name = _("queue entry")
        verbose_name_plural = _("queue")
        constraints = [
            models.UniqueConstraint(
                fields=["board"],
                condition=Q(status="running"),
                name="queue_one_running_entry_per_board",
            ),
            models.CheckConstraint(
                name="queue_running_entries_are_leased",
                condition=~Q(status="running")
                | (~Q(board="") & Q(lease_expires_at__isnull=False) & Q(started_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="queue_open_entries_have_a_deadline",
                condition=Q(due_at__isnull=False, status__in=["waiting", "running"])
                | Q(due_at__isnull=True, status__in=["done", "cancelled"]),
            ),
            models.CheckConstraint(
                name="queue_status_is_known", condition=Q(status__in=EntryStatus.values)
            ),
        ]
        indexes = [
            models.Index(
                fields=["-priority", "turn_at", "id"],
                condition=Q(status="waiting"),
                name="queue_order_of_waiting",
            ),
            models.Index(
                fields=["classroom", "-priority", "turn_at", "id"],
                condition=Q(status="waiting"),
                name="queue_order_in_a_classroom",
            ),
            models.Index(
                fields=["classroom"],
                condition=Q(status="running"),
                name="queue_running_in_a_classroom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} – {self.get_status_display()}"

    @property
    def owner(self) -> str:
        """Who has to do the next thing: the queue, a board's worker, or nobody any more."""
        if self.status == EntryStatus.WAITING:
            return "queue"
        return f"worker of {self.board}" if self.status == EntryStatus.RUNNING else ""


class Step(models.Model):
    """One change of a submission's status. Written with the change, never changed."""

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="steps", verbose_name=_("submission")
    )
    at = models.DateTimeField(_("when"))
    status = models.CharField(_("status"), max_length=10, choices=Status)
    reason = models.CharField(_("reason"), max_length=120)
    board = models.CharField(_("board"), max_length=60, blank=True)
    fencing = models.PositiveIntegerField(_("fencing number"), default=0)

    class Meta:
        db_table = "submission_steps"
        ordering = ["id"]
        verbose_name = _("step")
        verbose_name_plural = _("steps")

    def __str__(self) -> str:
        return f"{self.get_status_display()} – {describe_reason(self.reason)}"


class Removal(models.Model):
    """A submission that somebody deleted: the journal must not bring it back."""

    receipt = models.UUIDField(_("receipt"), primary_key=True)
    at = models.DateTimeField(_("when"))

    class Meta:
        db_table = "submission_removals"
        verbose_name = _("removal")
        verbose_name_plural = _("removals")

    def __str__(self) -> str:
        return str(self.receipt)


class QueuePause(models.Model):
    """The queue of a classroom, stopped by the teacher; no row: it goes on."""

    classroom = models.OneToOneField(
        Classroom,
        on_delete=models.CASCADE,
        related_name="queue_pause",
        primary_key=True,
        verbose_name=_("classroom"),
    )
    paused_at = models.DateTimeField(_("since"))

    class Meta:
        db_table = "queue_pauses"
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")

    def __str__(self) -> str:
        return f"{self.classroom} – {self.paused_at}"


class Result(models.Model):
    """What came of a submission. Exactly one, written once."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="result", verbose_name=_("submission")
    )
    success = models.BooleanField(_("success"))
    execution_time = models.PositiveIntegerField(_("execution time (ms)"))
    error_message = models.TextField(_("error message"), blank=True)
    created_at = models.DateTimeField(_("created at"))
    ending = models.CharField(_("ending"), max_length=20)
    error = models.JSONField(_("error"), null=True, blank=True)
    output = models.TextField(_("output"), blank=True)
    output_truncated = models.BooleanField(_("output cut"), default=False)
    trace = models.JSONField(_("trace"), default=list)
    outcomes = models.JSONField(_("checks"), default=list)
    board = models.CharField(_("board"), max_length=60, blank=True)

    class Meta:
        db_table = "results"
        ordering = ["-created_at"]
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return f"{self.submission_id} – {describe_reason(self.ending)}"
