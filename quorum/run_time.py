"""Tells people why a program stopped."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from quorum.compilation import SourceLine
from quorum.diagnostics import LONGEST_LIST, shorten
from quorum.messages import known_language
from quorum.messages.details import detail_in
from quorum.messages.run_time import KINDS, PHRASES, SENTENCES, WITH_DETAIL


def describe_error(
    class_name: str, message: str, stack: Sequence[SourceLine], language: str
) -> str:
    """The error in the reader's language, with the line where it happened.

    `stack` has the innermost place first; it may be empty. The message of a plain `Error` and of
    a program's own error classes is the author's text, so it is shown as it is.
    """
    language = known_language(language)
    return _place(stack, language) + _reason(class_name, message, language)


def describe_stack(stack: Sequence[SourceLine], language: str) -> list[str]:
    """A line for each call that led to an error, the innermost first; none for a single place.

    The same place several times in a row, as in a recursion, is one line with a number.
    """
    phrases = PHRASES[known_language(language)]
    places = [(place, len(list(same))) for place, same in groupby(stack)]
    if len(stack) < 2:
        return []
    in_files = len({place.file for place in stack}) > 1
    in_classes = len({place.class_name for place in stack}) > 1
    lines = [phrases["calls"]]
    for place, times in places:
        key = "call_file" if in_files else "call"
        action = f"{place.class_name}:{place.action}" if in_classes else place.action
        text = phrases[key].format(file=place.file, line=place.line, action=action)
        lines.append(text + (phrases["times"].format(count=times) if times > 1 else ""))
    return lines


def _reason(class_name: str, message: str, language: str) -> str:
    phrases = PHRASES[language]
    told = SENTENCES[language].get(message)
    if told is not None:
        return told
    detail = shorten(message, LONGEST_LIST)
    kind = KINDS[language].get(class_name)
    if kind is not None:
        detail = detail_in(language, detail)
        return f"{kind} ({detail})" if detail and class_name in WITH_DETAIL else kind
    if class_name == "Error":
        return phrases["error"].format(detail=detail)
    platform, _, name = class_name.partition(":")
    if platform == "python":
        return phrases["internal"].format(name=name, detail=detail)
    key = "own" if detail else "silent"
    return phrases[key].format(name=class_name, detail=detail)


def _place(stack: Sequence[SourceLine], language: str) -> str:
    if not stack:
        return ""
    place = stack[0]
    # First values of fields belong to `on create`, although nobody may have written one.
    key = "line" if place.action in {"", "Main", "on create"} else "line_action"
    if any(other.file != place.file for other in stack):
        key = f"file_{key}"
    return PHRASES[language][key].format(file=place.file, line=place.line, action=place.action)
