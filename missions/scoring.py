"""Points: who solves a mission earlier gets more."""


def points_for_place(place: int, first_points: int) -> int:
    """Return the points of the student who was the `place`-th (from 1) to solve a mission in a run.

    The first gets `first_points`, each next one a point less, and nobody less than one.
    """
    if place < 1:
        raise ValueError("a place counts from 1")
    return max(first_points - place + 1, 1)
