"""What tests look at in the generated Markdown pages of docs/."""

from __future__ import annotations

import itertools
import re

_CODE_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def without_programs(page: str) -> str:
    """The page without its blocks of code."""
    return _CODE_BLOCK.sub("", page)


def headings_go_down_in_steps(page: str) -> bool:
    """Whether there is one title, first of all, and no heading skips a level below it."""
    levels = [len(marks) for marks in re.findall(r"^(#+) ", without_programs(page), re.M)]
    in_steps = all(after - before <= 1 for before, after in itertools.pairwise(levels))
    return levels[0] == 1 and levels.count(1) == 1 and in_steps
