"""Tells people why a program stopped."""

from __future__ import annotations

from collections.abc import Sequence

from quorum.compilation import SourceLine
from quorum.diagnostics import LONGEST_LIST, shorten
from quorum.messages import known_language
from quorum.messages.run_time import KINDS, PHRASES, WITH_DETAIL


def describe_error(
    class_name: str, message: str, stack: Sequence[SourceLine], language: str
) -> str:
    """The error in the reader's language, with the line where it happened.

    `stack` has the innermost place first; it may be empty. The message of a plain `Error` and of
    a program's own error classes is the author's text, so it is shown as it is.
    """
    language = known_language(language)
    return _place(stack, language) + _reason(class_name, message, language)


def _reason(class_name: str, message: str, language: str) -> str:
    phrases = PHRASES[language]
    detail = shorten(message, LONGEST_LIST)
    kind = KINDS[language].get(class_name)
    if kind is not None:
        return f"{kind} ({detail})" if detail and class_name in WITH_DETAIL else kind
    if class_name == "Error":
        return phrases["error"].format(detail=detail)
    key = "own" if detail else "silent"
    return phrases[key].format(name=class_name, detail=detail)


def _place(stack: Sequence[SourceLine], language: str) -> str:
    if not stack:
        return ""
    place = stack[0]
    key = "line" if not place.action or place.action == "Main" else "line_action"
    if any(other.file != place.file for other in stack):
        key = f"file_{key}"
    return PHRASES[language][key].format(file=place.file, line=place.line, action=place.action)
