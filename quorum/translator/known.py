"""What is known about the variables at one place of an action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quorum.translator.pieces import ANY, Range
from quorum.typed_tree import Local

End = Mapping[Local, Range]

# Said of a variable that could be `undefined`, where it is not.
DEFINED: Range = (1, 1)


def hull(one: Range, other: Range) -> Range:
    """The smallest range that holds both."""
    return min(one[0], other[0]), max(one[1], other[1])


class Known:
    """The ranges of the variables; a variable that is not mentioned may have any value.

    There is one table for the whole action. Every change is noted, so that the branches of an
    `if` can begin at the same place: copying the table for each would take time that grows with
    the square of the program.
    """

    def __init__(self) -> None:
        self._ranges: dict[Local, Range] = {}
        self._before: list[tuple[Local, Range]] = []

    def get(self, local: Local) -> Range:
        return self._ranges.get(local, ANY)

    def set(self, local: Local, value: Range) -> None:
        self._before.append((local, self.get(local)))
        self._put(local, value)

    def _put(self, local: Local, value: Range) -> None:
        if value == ANY:
            self._ranges.pop(local, None)
        else:
            self._ranges[local] = value

    def mark(self) -> int:
        """This place, for `back`."""
        return len(self._before)

    def back(self, mark: int) -> End:
        """Return to a place; gives what was known where one came from, if it was different."""
        left: dict[Local, Range] = {}
        while len(self._before) > mark:
            local, before = self._before.pop()
            left.setdefault(local, self.get(local))
            self._put(local, before)
        return left

    def join(self, ends: Sequence[End]) -> None:
        """Go on where several ways that began here come together."""
        joined: dict[Local, Range] = {}
        times: dict[Local, int] = {}
        for end in ends:
            for local, value in end.items():
                joined[local] = hull(joined.get(local, value), value)
                times[local] = times.get(local, 0) + 1
        for local, value in joined.items():
            everywhere = times[local] == len(ends)
            self.set(local, value if everywhere else hull(value, self.get(local)))
