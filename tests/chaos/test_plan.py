"""The plan of a run comes from its seed alone."""

from itertools import islice

from .faults import FAULTS, ONE_OF_EACH
from .plan import Point, points


def drawn(seed: int, count: int, first: tuple[str, ...] = ()) -> list[Point]:
    """The first points of a plan."""
    plan = points(seed, list(FAULTS.values()), [FAULTS[name] for name in first], 1.5)
    return list(islice(plan, count))


def test_the_same_seed_gives_the_same_plan():
    assert drawn(5, 200) == drawn(5, 200)
    assert drawn(5, 20) != drawn(6, 20)


def test_what_is_to_come_first_comes_first():
    opening = drawn(5, len(ONE_OF_EACH), ONE_OF_EACH)

    assert {point.choices[0].fault.name for point in opening} == set(ONE_OF_EACH)


def test_every_kind_of_fault_comes_in_a_thousand_points():
    names = {choice.fault.name for point in drawn(1, 1000) for choice in point.choices[:1]}

    assert names == set(FAULTS)


def test_faults_last_as_long_as_their_kind_does():
    for point in drawn(2, 200):
        for choice in point.choices:
            assert choice.fault.shortest_s <= choice.lasts_s <= choice.fault.longest_s
            assert choice.target in choice.fault.targets
