# Primitive values as objects and back.

from quorum_libraries.language.types.boolean import Boolean
from quorum_libraries.language.types.integer import Integer
from quorum_libraries.language.types.number import Number
from quorum_libraries.language.types.text import Text
from quorum_runtime.objects import defined


def box_integer(value):
    box = Integer()
    box.value = value
    return box


def box_number(value):
    box = Number()
    box.value = value
    return box


def box_boolean(value):
    box = Boolean()
    box.value = value
    return box


def box_text(value):
    """An undefined text stays undefined."""
    if value is None:
        return None
    box = Text()
    box.value = value
    return box


def unbox(box):
    """The value inside; an undefined object has none."""
    return defined(box).value


def unbox_text(box):
    """The text inside; undefined stays undefined."""
    return None if box is None else box.value
