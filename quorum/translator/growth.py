"""How variables change in loops: a first guess of where the values of integers lie."""

from __future__ import annotations

from typing import NamedTuple

from quorum import typed_tree as typed
from quorum.translator.deep import blocks_of
from quorum.translator.known import hull
from quorum.translator.pieces import ANY, LARGEST, SMALLEST, Range, fits


class Assignment(NamedTuple):
    """A value that a block gives a variable, and how often at most while the block runs once."""

    value: typed.Expression
    times: int | None  # None is without limit


Assigned = dict[typed.Local, list[Assignment]]


class Growth:
    """For each block of an action, the variables that it sets, and to what."""

    def __init__(self) -> None:
        self._of_block: dict[int, Assigned] = {}
        self.statements = 0

    def of(self, block: typed.Block) -> Assigned:
        """What the block and all blocks inside it assign."""
        known = self._of_block.get(id(block))
        if known is None:
            known = self._of_block[id(block)] = self._collect(block)
        return known

    def _collect(self, block: typed.Block) -> Assigned:
        found: Assigned = {}
        for statement in block:
            self.statements += 1
            if isinstance(statement, typed.SetLocal):
                found.setdefault(statement.local, []).append(Assignment(statement.value, 1))
                continue
            rounds = _rounds(statement)
            for inner in blocks_of(statement):
                for local, assignments in self.of(inner).items():
                    found.setdefault(local, []).extend(
                        Assignment(value, rounds * times if rounds and times else None)
                        for value, times in assignments
                    )
        return found


def _rounds(statement: typed.Statement) -> int | None:
    """How often at most the blocks of a statement run."""
    match statement:
        case typed.RepeatTimes(count=typed.Literal(value=int(count))):
            return count
        case typed.RepeatTimes() | typed.RepeatWhile():
            return None
    return 1


def guess(local: typed.Local, before: Range, assignments: list[Assignment]) -> Range:
    """Where a variable lies at the beginning of each round of a loop, if all goes well.

    A counter that only grows is never less than at first; one that shrinks from there hardly
    goes below 0. Whether the guess holds is for the reader to find out.
    """
    low, high = before
    grows = shrinks = False
    for value, _ in assignments:
        step = _step(local, value)
        if isinstance(value, typed.Literal) and type(value.value) is int:
            low, high = hull((low, high), (value.value, value.value))
        elif step is None:
            return ANY
        else:
            grows = grows or step > 0
            shrinks = shrinks or step < 0
    if shrinks:
        low = 0 if low >= 0 else SMALLEST
    return low, LARGEST if grows else high


def counted(
    local: typed.Local, before: Range, assignments: list[Assignment], rounds: int
) -> Range | None:
    """Where a variable surely lies in a loop with so many rounds, if it only takes small steps."""
    low, high = before
    for value, times in assignments:
        step = _step(local, value)
        if step is None or times is None:
            return None
        low += min(step, 0) * times * rounds
        high += max(step, 0) * times * rounds
    return (low, high) if fits((low, high)) else None


def _step(local: typed.Local, value: typed.Expression) -> int | None:
    """5 for `x + 5`, -5 for `x - 5`, where x is the variable itself; None for anything else."""
    if (
        isinstance(value, typed.Arithmetic)
        and value.operator in {"+", "-"}
        and isinstance(value.left, typed.LocalValue)
        and value.left.local is local
        and isinstance(value.right, typed.Literal)
        and type(value.right.value) is int
    ):
        return value.right.value if value.operator == "+" else -value.right.value
    return None
