"""How the integer variables change in loops: a first guess of where their values lie."""

from __future__ import annotations

from collections.abc import Iterator

from quorum import typed_tree as typed
from quorum.translator.known import hull
from quorum.translator.pieces import ANY, LARGEST, SMALLEST, Range
from quorum.types import INTEGER

Assigned = dict[typed.Local, list[typed.Expression]]


class Growth:
    """For each block of an action, the integer variables that it sets, and to what."""

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
                if statement.local.type == INTEGER:
                    found.setdefault(statement.local, []).append(statement.value)
                continue
            for inner in inner_blocks(statement):
                for local, values in self.of(inner).items():
                    found.setdefault(local, []).extend(values)
        return found


def inner_blocks(statement: typed.Statement) -> Iterator[typed.Block]:
    """The blocks of a statement."""
    match statement:
        case typed.If():
            for branch in statement.branches:
                yield branch.block
            yield statement.otherwise or ()
        case typed.RepeatTimes() | typed.RepeatWhile():
            yield statement.block
        case typed.Check():
            yield statement.block
            for detect in statement.detects:
                yield detect.block
            yield statement.always or ()


def guess(local: typed.Local, before: Range, values: list[typed.Expression]) -> Range:
    """Where a variable lies at the beginning of each round of a loop, if all goes well.

    A counter that only grows is never less than at first; one that shrinks from there hardly
    goes below 0. Whether the guess holds is for the reader to find out.
    """
    low, high = before
    grows = shrinks = False
    for value in values:
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
