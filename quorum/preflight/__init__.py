"""Looks at a program that has no mistakes, before it goes to the board, and gives advice.

Few pieces of advice, and only what is certain: a warning that is wrong once is not read again.
`docs/quorum.md` lists what is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.boards import Board
from quorum.diagnostics import Reporter
from quorum.preflight.doubtful import doubtful
from quorum.preflight.loops import endless
from quorum.preflight.subject import Subject
from quorum.preflight.unused import unused


def look_over(
    programs: Sequence[tree.Program],
    checked: typed.Program,
    reporters: Sequence[Reporter],
    translated: str,
    board: Board | None,
) -> None:
    """Give the reporters the warnings about a program; `translated` is its MicroPython."""
    subjects = [
        Subject(class_, programs[class_.source], reporters[class_.source])
        for class_ in checked.classes
    ]
    # The worst comes first: of too many warnings, the last ones are dropped.
    endless(subjects)
    if board is not None:
        from quorum.preflight.board import too_much  # only here: the command answers sooner

        too_much(subjects, checked, translated, board)
    for subject in subjects:
        doubtful(subject)
    unused(subjects)
