"""Where a block surely ends with a `return` or an `alert`."""

from __future__ import annotations

from collections.abc import Sequence

from quorum import syntax_tree as tree


def always_returns(block: Sequence[tree.Statement]) -> bool:
    """Whether the block returns on every path. Loops and `check` never count."""
    return any(statement_returns(statement) for statement in block)


def statement_returns(statement: tree.Statement) -> bool:
    """Whether nothing can come after the statement."""
    if isinstance(statement, tree.Return | tree.Alert):
        return True
    if isinstance(statement, tree.If) and statement.otherwise is not None:
        return always_returns(statement.otherwise) and all(
            always_returns(branch.block) for branch in statement.branches
        )
    return False
