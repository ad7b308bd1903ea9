# Primitive values as objects and back.

from quorum_libraries.language.types.boolean import Boolean as box_boolean  # noqa: F401
from quorum_libraries.language.types.integer import Integer as box_integer  # noqa: F401
from quorum_libraries.language.types.number import Number as box_number  # noqa: F401
from quorum_libraries.language.types.text import Text
from quorum_runtime.objects import defined


def box_text(value):
    """An undefined text stays undefined."""
    return None if value is None else Text(value)


def unbox(box):
    """The value inside; an undefined object has none."""
    return defined(box).value


def unbox_text(box):
    """The text inside; undefined stays undefined."""
    return None if box is None else box.value
