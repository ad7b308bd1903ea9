"""What the student's pages show, gathered from missions and submissions."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Prefetch
from django.urls import reverse
from django.utils.translation import get_language, gettext

from accounts.models import User
from missions.models import Mission, MissionRun, MissionText
from missions.runs import active_run, extra_time
from submissions import history, limits, queue
from submissions.feedback import describe
from submissions.markdown import to_html
from submissions.models import Submission
from submissions.programs import board_kind_of, compile_text
from submissions.state import is_paused
from submissions.states import Status

HISTORY_SHOWN = 20
# Enough to tell one program from another; the page of the program has all of it.
RECEIPT_SHOWN = 8


@dataclass(frozen=True)
class MissionCard:
    """A mission in the list on the first page."""

    mission: Mission
    title: str
    summary: str
    state: str  # "running" | "locked" | "done"
    solved: bool
    points: int
    url: str


def mission_cards(user: User, run: MissionRun | None) -> list[MissionCard]:
    """Return every active mission with what this user has reached in it."""
    best = dict(
        Submission.objects.filter(user=user, status=Status.PASSED, invalid=False)
        .order_by()
        .values_list("mission_id")
        .annotate(Max("points"))
    )
    missions = Mission.objects.filter(active=True).prefetch_related(
        Prefetch("texts", queryset=MissionText.objects.all())
    )
    return [_card(mission, run, best) for mission in missions]


def _card(mission: Mission, run: MissionRun | None, best: dict[int, int]) -> MissionCard:
    text = mission.text()
    solved = mission.pk in best
    running = run is not None and run.mission_id == mission.pk
    return MissionCard(
        mission=mission,
        title=text.title,
        summary=text.summary,
        state="running" if running else "done" if solved else "locked",
        solved=solved,
        points=best.get(mission.pk, 0),
        url=reverse("portal:mission", args=[mission.order_num]),
    )


def time_context(user: User, run: MissionRun | None) -> dict[str, Any]:
    """Return how long a student can hand in programs: to the end of the run, or longer."""
    if run is None:
        return {"ends_at": None, "extra_s": 0}
    extra = extra_time(run, user)
    return {"ends_at": run.ends_at + extra, "extra_s": round(extra.total_seconds())}


def mission_context(user: User, mission: Mission) -> dict[str, Any]:
    """Return what the page of a mission shows to a user."""
    text = mission.text()
    run = active_run(user.classroom_id) if user.classroom_id else None
    run_here = run if run is not None and run.mission_id == mission.pk else None
    attempts = list(
        Submission.objects.filter(user=user, mission=mission).select_related("result", "run")[
            :HISTORY_SHOWN
        ]
    )
    current = next(
        (entry for entry in attempts if run_here is not None and entry.run_id == run_here.pk), None
    )
    context = {
        "mission": mission,
        "title": text.title,
        "description_html": to_html(text.description),
        "hints": [to_html(hint) for hint in text.hints],
        "run": run_here,
        "can_submit": user.is_student and run_here is not None,
        "closed_reason": _closed_reason(user, run_here),
        "code": _last_written(attempts) or mission.starter,
        "starter": mission.starter,
        "check_url": reverse("api-check"),
        "submit_url": reverse("api-submit", args=[mission.pk]),
        "submission_url_template": reverse("portal:submission", args=[0]),
        "history": attempts,
        "solved": any(one.status == Status.PASSED and not one.invalid for one in attempts),
        "current": current,
        "can_replace": current is not None and current.status == Status.WAITING,
        "execution_time_s": limits.program_limits(mission).execution_time_s,
        # Of this rendering of the form: sent twice, it is one program.
        "idempotency_key": uuid.uuid4(),
        **time_context(user, run_here),
    }
    if current is not None:
        context.update(submission_context(current))
    return context


def _last_written(attempts: list[Submission]) -> str:
    """The newest program that the student sent; one that the teacher repeats is an old one."""
    own = (one.code for one in attempts if one.repeats_id is None)
    return next(own, attempts[0].code if attempts else "")


def submission_context(submission: Submission) -> dict[str, Any]:
    """Return what a submission's page (and the fragment with its result) shows."""
    result = getattr(submission, "result", None)
    waits = submission.status == Status.WAITING
    place = queue.place_in_queue(submission) if waits else None
    position, (low, high) = place if place is not None else (None, (None, None))
    return {
        "submission": submission,
        "result": describe(result) if result is not None else None,
        "position": position,
        "wait_low": low,
        "wait_high": high,
        "paused": waits and is_paused(submission.run.classroom_id),
        "notes": history.notes_on(submission),
        "cancelled_because": history.cancelled_because(submission),
        "receipt_short": str(submission.receipt)[:RECEIPT_SHOWN],
    }


def warnings_about(submission: Submission) -> list[dict[str, str | int]]:
    """Return the compiler's advice about a program that was sent."""
    board = board_kind_of(submission.user.classroom_id)
    warnings = compile_text(submission.code, board).warnings
    return [warning.to_dict(get_language() or "fr") for warning in warnings]


def _closed_reason(user: User, run: MissionRun | None) -> str:
    if not user.is_student:
        return gettext("You are not a student: you can read the mission, but not submit a program.")
    if run is None:
        return gettext(
            "This mission is not running in your class. You can write your program and submit it "
            "as soon as the teacher starts the mission."
        )
    return ""
