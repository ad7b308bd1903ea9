"""Which classes are their own ancestors."""

from __future__ import annotations

from random import Random

import pytest

from quorum.inheritance import own_ancestors, parents_first
from quorum.types import ClassInfo, ClassType


def hierarchy(seed: int) -> list[ClassInfo]:
    """Some classes with parents chosen by chance."""
    chance = Random(seed)
    classes = [
        ClassInfo(f"C{number}", "", shared=False, is_library=False, declaration=None)
        for number in range(chance.randint(1, 9))
    ]
    for info in classes:
        count = chance.choice([0, 1, 1, 2, 3])
        info.parents += [ClassType(chance.choice(classes)) for _ in range(count)]
    return classes


def all_above(info: ClassInfo) -> set[ClassInfo]:
    seen: set[ClassInfo] = set()
    waiting = [parent.info for parent in info.parents]
    while waiting:
        above = waiting.pop()
        if above not in seen:
            seen.add(above)
            waiting += [parent.info for parent in above.parents]
    return seen


@pytest.mark.parametrize("part", range(4))
def test_exactly_those_that_are_above_themselves(part: int) -> None:
    for seed in range(250 * part, 250 * part + 250):
        classes = hierarchy(seed)
        assert own_ancestors(classes) == {info for info in classes if info in all_above(info)}


def test_parents_come_first_where_there_is_no_circle() -> None:
    for seed in range(500):
        classes = hierarchy(seed)
        order = parents_first(classes)
        assert sorted(map(id, order)) == sorted(map(id, classes))
        if not own_ancestors(classes):
            for info in classes:
                assert all(order.index(above) < order.index(info) for above in all_above(info))
