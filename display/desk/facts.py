"""What the desk shows: of each class its alerts, boards, mission, queue and results."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from accounts.models import Classroom, Role, User
from device import hands, probing
from device.boards import boards_of, problem_of, state_label
from device.models import Board, BoardState
from device.problems import describe_problem
from display.desk.acting import SECTIONS
from display.desk.mission_acts import EXTRA_MINUTES_LIMIT
from missions.models import ExtraTime, Mission, MissionRun
from missions.runs import latest_run
from operations.alerts import open_alerts
from operations.models import Alert
from operations.words import describe_alert, describe_silence
from submissions import queue
from submissions.models import Submission
from submissions.state import queue_state, running_programs
from submissions.states import OPEN, Status

# The newest results; the admin's list of submissions has all of them.
RESULTS_SHOWN = 60


def desk_context() -> dict[str, Any]:
    """Return what the desk shows."""
    missions = list(Mission.objects.filter(active=True).prefetch_related("texts"))
    silent = probing.silent_workers()
    return {
        "section": "alerts-0",
        "alerts": _alerts(open_alerts(None), silent),
        "silences": [describe_silence(celery_queue) for celery_queue in silent],
        "actions_url": reverse("admin:accounts_auditentry_changelist"),
        "submissions_url": reverse("admin:submissions_submission_changelist"),
        "extra_minutes_limit": EXTRA_MINUTES_LIMIT,
        "classrooms": [
            _classroom_card(classroom, missions, silent) for classroom in Classroom.objects.all()
        ],
    }


def _classroom_card(
    classroom: Classroom, missions: list[Mission], silent: list[str]
) -> dict[str, Any]:
    latest = latest_run(classroom)
    run = latest if latest is not None and latest.is_active else None
    students = User.objects.filter(role=Role.STUDENT, classroom=classroom)
    queued = queue_state(classroom.pk)
    return {
        "id": classroom.pk,
        "name": classroom.name,
        "sections": {name: f"{name}-{classroom.pk}" for name in SECTIONS},
        "beamer_url": reverse("display:beamer", args=[classroom.beamer_key]),
        "students": [{"id": one.pk, "name": one.display_name} for one in students],
        "alerts": _alerts(open_alerts(classroom.pk), silent),
        "boards": [_board_card(board) for board in boards_of(classroom)],
        "run": _run_card(run),
        "missions": [_mission_row(classroom, mission) for mission in missions],
        "paused": queued["paused"],
        "pause_url": reverse("admin:desk-queue-pause", args=[classroom.pk]),
        "resume_url": reverse("admin:desk-queue-resume", args=[classroom.pk]),
        "empty_url": reverse("admin:desk-queue-empty", args=[classroom.pk]),
        "running": [
            running | _program_urls(running["submission"])
            for running in running_programs(classroom.pk)
        ],
        "waiting": [_waiting_row(waiting) for waiting in queued["waiting"]],
        "results": _results(latest),
    }


def _alerts(alerts: QuerySet[Alert], silent: list[str]) -> list[dict[str, Any]]:
    """The open alerts; a worker that is silent now stands on the desk until it is not."""
    return [
        {
            "id": alert.pk,
            "text": describe_alert(alert),
            "since": alert.raised_at,
            "count": alert.count,
            "seen_url": reverse("admin:desk-alert-seen", args=[alert.pk]),
        }
        for alert in alerts
        if not (alert.code == probing.SILENT and alert.subject in silent)
    ]


def _board_card(board: Board) -> dict[str, Any]:
    problem = problem_of(board) if board.enabled else ""
    return {
        "id": board.pk,
        "name": board.name,
        "state": _sign_of(board),
        "state_label": state_label(board),
        "problem": describe_problem(problem),
        "stopped": board.stopped,
        "in_service": board.enabled,
        "drains": not board.enabled and board.state == BoardState.BUSY,
        "stop_url": reverse("admin:desk-board-stop", args=[board.pk]),
        "release_url": reverse("admin:desk-board-release", args=[board.pk]),
        "rest_url": reverse("admin:desk-board-rest", args=[board.pk]),
        "return_url": reverse("admin:desk-board-return", args=[board.pk]),
        "examination_url": reverse("admin:device_board_examination", args=[board.pk]),
        "gestures": [
            {"words": words, "url": reverse("admin:desk-board-hand", args=[board.pk, name])}
            for name, (words, _order) in hands.GESTURES.items()
            if hands.has_hands(board)
        ],
    }


def _sign_of(board: Board) -> str:
    """The shape and colour beside the words."""
    if not board.enabled:
        return "cancelled"
    return "failed" if board.stopped else board.state


def _run_card(run: MissionRun | None) -> dict[str, Any] | None:
    if run is None:
        return None
    given = ExtraTime.objects.filter(run=run).select_related("student")
    return {
        "id": run.pk,
        "mission_id": run.mission_id,
        "title": run.mission.text().title,
        "ends_at": run.ends_at,
        "stop_url": reverse("admin:desk-stop", args=[run.pk]),
        "extend_url": reverse("admin:desk-extend", args=[run.pk]),
        "restart_url": reverse("admin:desk-restart", args=[run.pk]),
        "extra_time_url": reverse("admin:desk-extra-time", args=[run.pk]),
        "extra_times": [
            {"name": extra.student.display_name, "minutes": round(extra.seconds / 60)}
            for extra in given
        ],
    }


def _mission_row(classroom: Classroom, mission: Mission) -> dict[str, Any]:
    return {
        "id": mission.pk,
        "order": mission.order_num,
        "title": mission.text().title,
        "start_url": reverse("admin:desk-start", args=[classroom.pk, mission.pk]),
    }


def _waiting_row(waiting: dict[str, Any]) -> dict[str, Any]:
    urls = _program_urls(waiting["submission"])
    return waiting | urls | {"wait": _wait_words(*waiting["wait_s"])}


def _wait_words(low_s: int, high_s: int) -> str:
    if high_s >= 120:
        values = {"low": max(1, round(low_s / 60)), "high": round(high_s / 60)}
        return gettext("%(low)d to %(high)d min") % values
    return gettext("%(low)d to %(high)d s") % {"low": low_s, "high": high_s}


def _results(run: MissionRun | None) -> dict[str, Any]:
    """The newest results of a run, and its account."""
    if run is None:
        return {"rows": [], "account": None, "title": "", "more": False}
    ended = Submission.objects.filter(run=run).exclude(status__in=OPEN).select_related("user")
    # One more than is shown says whether there are more.
    newest = list(ended.defer("code")[: RESULTS_SHOWN + 1])
    return {
        "title": run.mission.text().title,
        "rows": [_result_row(submission) for submission in newest[:RESULTS_SHOWN]],
        "more": len(newest) > RESULTS_SHOWN,
        "account": _account(run),
    }


def _result_row(submission: Submission) -> dict[str, Any]:
    return _program_urls(submission.pk) | {
        "name": submission.user.display_name,
        "attempt": submission.attempt_number,
        "at": timezone.localtime(submission.submitted_at),
        "status": submission.status,
        "points": submission.points,
        "invalid": submission.invalid,
        "repeats": submission.repeats_id is not None,
        "has_result": submission.status != Status.CANCELLED,
    }


def _program_urls(submission_id: int) -> dict[str, Any]:
    acts = ("front", "cancel", "repeat", "invalid", "valid")
    return {
        f"{act}_url": reverse(f"admin:desk-program-{act}", args=[submission_id]) for act in acts
    } | {"url": reverse("portal:submission", args=[submission_id])}


def _account(run: MissionRun) -> dict[str, Any]:
    """What became of everything that a run has received."""
    account = queue.reconcile(run)
    return {
        "received": account.received,
        "judged": sum(account.judged.values()),
        "cancelled": sum(account.cancelled.values()),
        "open": account.open,
        "twice": len(account.twice),
        "adds_up": account.adds_up,
        "without_result": len(account.without_result),
    }
