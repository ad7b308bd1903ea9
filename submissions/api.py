"""The API of missions and submissions."""

from typing import Any, cast

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language, gettext
from rest_framework.exceptions import ParseError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import User
from huskylens.api_errors import error_response
from missions import configuration
from missions.models import Mission
from missions.runs import active_run
from submissions import pages, queue
from submissions.exceptions import AlreadyWaiting, DoesNotCompile, ProgramEmpty, Refusal
from submissions.feedback import describe
from submissions.models import IDEMPOTENCY_KEY, Submission
from submissions.parsers import JSONProgramParser, TextProgramParser
from submissions.programs import board_kind_of, compile_text, require_text
from submissions.state import queue_and_running


def _language() -> str:
    return (get_language() or "fr")[:2]


def _program(request: Request) -> str:
    """The text that one of the parsers has found; parsers are not asked about an empty body."""
    return str(cast(dict[str, Any], request.data).get("code", ""))


def _refuse(refusal: Refusal) -> Response:
    details: dict[str, Any] = {}
    if isinstance(refusal, DoesNotCompile):
        details["diagnostics"] = [d.to_dict(_language()) for d in refusal.diagnostics]
    if refusal.limit:
        details["limit"] = {"name": refusal.limit, "value": refusal.value}
    if isinstance(refusal, AlreadyWaiting):
        details["can_replace"] = refusal.can_replace
    if refusal.retry_after_s is not None:
        details["retry_after_s"] = refusal.retry_after_s
    answer = error_response(refusal.status, refusal.code, refusal.message, refusal.hint, **details)
    if refusal.retry_after_s is not None:
        answer.headers["Retry-After"] = str(refusal.retry_after_s)
    return answer


def _idempotency_key(request: Request) -> str:
    key = request.headers.get("Idempotency-Key", "")
    if key and not IDEMPOTENCY_KEY.fullmatch(key):
        raise ParseError(
            gettext("An Idempotency-Key has 1 to 64 letters, digits, hyphens or underscores.")
        )
    return key


class CheckView(APIView):
    """What the compiler says of a program, while it is being written: mistakes, or warnings."""

    parser_classes = [JSONProgramParser, TextProgramParser]

    def post(self, request: Request) -> Response:
        code = _program(request)
        try:
            require_text(code, configuration.read(configuration.CODE_SIZE_LIMIT))
        except ProgramEmpty:
            return Response({"diagnostics": []})
        except Refusal as refusal:
            return _refuse(refusal)
        board = board_kind_of(cast(User, request.user).classroom_id)
        compilation = compile_text(code, board)
        told = (*compilation.diagnostics, *compilation.warnings)
        return Response({"diagnostics": [each.to_dict(_language()) for each in told]})


class SubmitView(APIView):
    """Hand in a program for the mission that is running.

    A request that may have been lost is sent again with the same `Idempotency-Key`: the answer is
    then 200 with the receipt of the first one. `"replace": true` gives the place of the student's
    waiting program to this one.
    """

    parser_classes = [JSONProgramParser, TextProgramParser]

    def post(self, request: Request, mission_id: int) -> Response:
        mission = get_object_or_404(Mission, pk=mission_id)
        try:
            receipt = queue.submit_program(
                cast(User, request.user),
                mission,
                _program(request),
                key=_idempotency_key(request),
                replace=cast(dict[str, Any], request.data).get("replace") is True,
            )
        except Refusal as refusal:
            return _refuse(refusal)
        return Response(
            {
                "submission": receipt.submission.pk,
                "receipt": str(receipt.submission.receipt),
                "attempt": receipt.submission.attempt_number,
                "position": receipt.position,
                "wait_s": receipt.wait_s,
            },
            status=200 if receipt.repeated else 201,
        )


class SubmissionView(APIView):
    """One submission; students see their own."""

    def get(self, request: Request, submission_id: int) -> Response:
        user = cast(User, request.user)
        visible = Submission.objects.select_related("result", "mission", "run")
        if not user.is_teacher:
            visible = visible.filter(user=user)
        submission = get_object_or_404(visible, pk=submission_id)
        context = pages.submission_context(submission)
        return Response(
            {
                "id": submission.pk,
                "receipt": str(submission.receipt),
                "mission": submission.mission_id,
                "attempt": submission.attempt_number,
                "status": submission.status,
                "points": submission.points,
                "invalid": submission.invalid,
                "submitted_at": submission.submitted_at.isoformat(),
                "position": context["position"],
                "wait_s": (
                    [context["wait_low"], context["wait_high"]] if context["position"] else None
                ),
                "result": _result(submission),
            }
        )


class MissionListView(APIView):
    """The missions, and which one is running for the user."""

    def get(self, request: Request) -> Response:
        user = cast(User, request.user)
        run = active_run(user.classroom_id) if user.classroom_id else None
        return Response(
            {
                "missions": [
                    {
                        "id": card.mission.pk,
                        "order": card.mission.order_num,
                        "title": card.title,
                        "summary": card.summary,
                        "state": card.state,
                        "points": card.points,
                    }
                    for card in pages.mission_cards(user, run)
                ]
            }
        )


class QueueView(APIView):
    """The queue of the user's classroom."""

    def get(self, request: Request) -> Response:
        user = cast(User, request.user)
        if user.classroom_id is None:
            return Response({"queue": {"paused": False, "waiting": []}, "running": None})
        return Response(queue_and_running(user.classroom_id))


def _result(submission: Submission) -> dict[str, Any] | None:
    result = getattr(submission, "result", None)
    if result is None:
        return None
    feedback = describe(result)
    return {
        "success": feedback.success,
        "ending": result.ending,
        "execution_time": feedback.execution_time,
        "output": feedback.output_lines,
        "output_truncated": feedback.output_truncated,
        "notes": feedback.notes,
        "error": (
            {"message": feedback.error_message, "line": feedback.error_line}
            if feedback.error_message
            else None
        ),
        "checks": [{"passed": passed, "message": text} for passed, text in feedback.outcomes],
        "summary": feedback.summary,
        "advice": feedback.advice,
    }
