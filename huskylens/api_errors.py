"""One form for every error that the API answers: {"error": {"code", "message", "hint"}}."""

from typing import Any

from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler


def error_response(
    status: int, code: str, message: str, hint: str = "", **details: Any
) -> Response:
    """Build an error answer; `details` stand beside "error" (diagnostics, limits)."""
    body: dict[str, Any] = {"error": {"code": code, "message": message, "hint": hint}}
    body.update(details)
    return Response(body, status=status)


def handle_exception(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Turn REST framework's own exceptions into the form of this API; others stay errors 500."""
    response = exception_handler(exc, context)
    if response is None or not isinstance(exc, exceptions.APIException):
        return response
    detail = exc.detail
    message = detail if isinstance(detail, str) else _first_message(detail)
    code = exc.get_codes()
    answer = error_response(
        response.status_code, code if isinstance(code, str) else exc.default_code, str(message)
    )
    for name, value in response.headers.items():
        answer.headers.setdefault(name, value)
    return answer


def _first_message(detail: Any) -> str:
    if isinstance(detail, dict):
        field, value = next(iter(detail.items()), ("", ""))
        return f"{field}: {_first_message(value)}" if field != "detail" else _first_message(value)
    if isinstance(detail, list):
        return _first_message(detail[0]) if detail else ""
    return str(detail)
