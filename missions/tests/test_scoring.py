"""Points: thirty, twenty-nine, twenty-eight ... and never less than one."""

import pytest

from missions.scoring import points_for_place


@pytest.mark.parametrize(
    ("place", "points"), [(1, 30), (2, 29), (29, 2), (30, 1), (31, 1), (200, 1)]
)
def test_each_place_has_its_points(place, points):
    assert points_for_place(place, 30) == points


def test_there_is_no_place_before_the_first():
    with pytest.raises(ValueError):
        points_for_place(0, 30)
