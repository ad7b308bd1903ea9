"""Blocks deep inside each other.

Python nests no more than twenty loops and `try` blocks, and the compiler on the board needs some
of its small stack for every block. From `DEEPEST` on, a statement with blocks becomes a function
of its own inside the function of its action. There it sees the variables around it; those that it
changes are named in a `nonlocal` line. It gives nothing, or where a `return` leaves the action, a
tuple with the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from quorum import typed_tree as typed

# Blocks inside each other in one Python function. A single `check` may add five.
DEEPEST = 12

Compound = typed.If | typed.RepeatTimes | typed.RepeatWhile | typed.Check


def blocks_of(statement: typed.Statement) -> Iterator[typed.Block]:
    """The blocks directly inside a statement."""
    match statement:
        case typed.If():
            yield from (branch.block for branch in statement.branches)
            yield statement.otherwise or ()
        case typed.RepeatTimes() | typed.RepeatWhile():
            yield statement.block
        case typed.Check():
            yield statement.block
            yield from (detect.block for detect in statement.detects)
            yield statement.always or ()


def inside(statement: typed.Statement) -> Iterator[typed.Statement]:
    """The statement and all statements in its blocks."""
    yield statement
    for block in blocks_of(statement):
        for inner in block:
            yield from inside(inner)


def has_return(block: typed.Block) -> bool:
    """Whether a `return` stands anywhere in the block."""
    return any(isinstance(each, typed.Return) for statement in block for each in inside(statement))


def changed_in(statement: typed.Statement) -> set[typed.Local]:
    """The variables that get a value somewhere in the statement."""
    return {each.local for each in inside(statement) if isinstance(each, typed.SetLocal)}
