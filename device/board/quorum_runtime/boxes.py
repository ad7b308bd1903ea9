# The values inside objects. The way into an object has a module for each type (integer_box and so
# on): a program that keeps integers has no memory to spare for the others.

from quorum_runtime.objects import defined


def unbox(box):
    """The value inside; an undefined object has none."""
    if box is None:
        defined(box)
    return box.value


def unbox_text(box):
    """The text inside; undefined stays undefined."""
    return None if box is None else box.value
