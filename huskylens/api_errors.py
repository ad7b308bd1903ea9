"""One form for every error that the API answers: {"error": {"code", "message", "hint"}}."""

import logging
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.utils.translation import gettext
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

logger = logging.getLogger(__name__)

# A database that is started again takes that long.
RETRY_AFTER_S = 5


def error_response(
    status: int, code: str, message: str, hint: str = "", **details: Any
) -> Response:
    """Build an error answer; `details` stand beside "error" (diagnostics, limits)."""
    body: dict[str, Any] = {"error": {"code": code, "message": message, "hint": hint}}
    body.update(details)
    return Response(body, status=status)


def handle_exception(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Turn REST framework's own exceptions, and a database that is away, into the form of this API.

    Others stay errors 500.
    """
    if isinstance(exc, OperationalError | InterfaceError):
        logger.error("the database does not answer: %s", exc)
        connection.close()
        return _database_away()
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


def _database_away() -> Response:
    answer = error_response(
        503,
        "database_away",
        gettext("The classroom’s computer cannot reach its database at the moment."),
        gettext("Nothing is lost: your program is still here. Try again in a few seconds."),
        retry_after_s=RETRY_AFTER_S,
    )
    answer.headers["Retry-After"] = str(RETRY_AFTER_S)
    return answer


def _first_message(detail: Any) -> str:
    if isinstance(detail, dict):
        field, value = next(iter(detail.items()), ("", ""))
        return f"{field}: {_first_message(value)}" if field != "detail" else _first_message(value)
    if isinstance(detail, list):
        return _first_message(detail[0]) if detail else ""
    return str(detail)
