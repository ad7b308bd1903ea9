"""Regular expressions with a bound on the work they can make.

Python's `re` has no time limit, and a pattern such as `(a+)+b` can run for years on a line of fifty
letters. So a pattern is refused when repetition could multiply: a repeated group may contain
neither a repetition nor a choice, and there are only a few repetitions in all. With lines of at
most 200 characters the worst case is then a fraction of a second.
"""

import re
from functools import lru_cache

from django.utils.translation import gettext as _

MAX_PATTERN_LENGTH = 200
MAX_REPETITIONS = 3
MAX_OPTIONAL_PARTS = 6

_COUNTED = re.compile(r"\{(\d*)(?:,(\d*))?\}")
_UNNUMBERED_GROUP = "(?:"


class PatternProblem(Exception):
    """The pattern cannot be used; the message is a sentence that says why."""


def check_pattern(pattern: str) -> None:
    """Raises PatternProblem unless the pattern is correct and its work is bounded."""
    if len(pattern) > MAX_PATTERN_LENGTH:
        raise PatternProblem(
            _("The pattern is too long: at most %(maximum)d characters.")
            % {"maximum": MAX_PATTERN_LENGTH}
        )
    try:
        re.compile(pattern)
    except re.error as error:
        raise PatternProblem(
            _("This is not a correct pattern (%(reason)s).") % {"reason": error.msg}
        ) from error
    _Scanner(pattern).scan()


@lru_cache(maxsize=200)
def compiled(pattern: str, ignore_case: bool) -> "re.Pattern[str]":
    return re.compile(pattern, re.IGNORECASE if ignore_case else re.NOFLAG)


class _Scanner:
    """Walks once over a correct pattern and counts what can repeat."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.repetitions = 0
        self.optional_parts = 0

    def scan(self) -> None:
        groups = [False]  # for each open group: does it contain a repetition or a choice?
        closed_group: bool | None = None  # the same for a group that ended just now
        position = 0
        while position < len(self.pattern):
            character = self.pattern[position]
            finished_group, closed_group = closed_group, None
            if character == "\\":
                if self.pattern[position + 1].isdigit():
                    raise PatternProblem(_("Leave out references to groups such as \\1."))
                position += 2
            elif character == "[":
                position = self._after_set(position)
            elif character == "(":
                position = self._after_opening(position)
                groups.append(False)
            elif character == ")":
                closed_group = groups.pop()
                groups[-1] = groups[-1] or closed_group
                position += 1
            elif character == "|":
                groups[-1] = True
                position += 1
            elif character == "?":
                self.optional_parts += 1
                groups[-1] = True
                position += 1
            elif character in "*+" or (character == "{" and _COUNTED.match(self.pattern, position)):
                if finished_group:
                    raise PatternProblem(
                        _("Do not repeat a group that contains a repetition or a choice.")
                    )
                counted = _COUNTED.match(self.pattern, position)
                position = counted.end() if counted else position + 1
                if position < len(self.pattern) and self.pattern[position] in "?+":
                    position += 1  # lazy or possessive: as much work as the plain one
                self.repetitions += 1
                groups[-1] = True
            else:
                position += 1
        if self.repetitions > MAX_REPETITIONS or self.optional_parts > MAX_OPTIONAL_PARTS:
            raise PatternProblem(
                _("Use at most %(repetitions)d of * + {} and %(optional)d of ?.")
                % {"repetitions": MAX_REPETITIONS, "optional": MAX_OPTIONAL_PARTS}
            )

    def _after_set(self, position: int) -> int:
        """The position after `[...]`; a bracket right after the opening belongs to the set."""
        position += 1
        if self.pattern[position] == "^":
            position += 1
        if self.pattern[position] == "]":
            position += 1
        while self.pattern[position] != "]":
            position += 2 if self.pattern[position] == "\\" else 1
        return position + 1

    def _after_opening(self, position: int) -> int:
        if self.pattern.startswith("(?", position):
            if not self.pattern.startswith(_UNNUMBERED_GROUP, position):
                raise PatternProblem(_("Use only plain groups: ( ) and (?: )."))
            return position + len(_UNNUMBERED_GROUP)
        return position + 1
