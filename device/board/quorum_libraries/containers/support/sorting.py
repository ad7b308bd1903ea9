# Sorting by the actions of the values themselves. Equal values keep their order, which neither
# MicroPython's own sort does nor one that asks for a key.

from quorum_runtime.objects import defined


def own_order(one, other):
    return defined(one).Compare__Object(other)


def sort(values, order):
    """Sort a list in place."""
    values[:] = _sorted(values, order)


def _sorted(values, order):
    if len(values) < 2:
        return values
    middle = len(values) // 2
    left = _sorted(values[:middle], order)
    right = _sorted(values[middle:], order)
    result = []
    at_left = at_right = 0
    while at_left < len(left) and at_right < len(right):
        if order(left[at_left], right[at_right]) <= 0:
            result.append(left[at_left])
            at_left += 1
        else:
            result.append(right[at_right])
            at_right += 1
    result.extend(left[at_left:])
    result.extend(right[at_right:])
    return result
