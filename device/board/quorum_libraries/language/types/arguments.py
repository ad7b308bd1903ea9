# The value inside an object form that an action received.

from quorum_runtime.errors import CastError
from quorum_runtime.objects import defined


def _value(box, name):
    defined(box)
    if type(box).__name__ != name:
        raise CastError("This object is not of the class " + name + ".")
    return box.value


def integer_of(box):
    return _value(box, "Integer")


def number_of(box):
    return _value(box, "Number")


def boolean_of(box):
    return _value(box, "Boolean")


def text_of_object(box):
    return _value(box, "Text")
