# The value inside an object form that an action received. The object forms need the actions and
# the actions need this, so classes are imported late: only to look at an heir or a wrong object.

from quorum_runtime.objects import cast_to, defined


def integer_of(box):
    if type(box).__name__ != "Integer":
        from quorum_libraries.language.types.integer import Integer

        cast_to(defined(box), Integer, "Integer")
    return box.value


def number_of(box):
    if type(box).__name__ != "Number":
        from quorum_libraries.language.types.number import Number

        cast_to(defined(box), Number, "Number")
    return box.value


def boolean_of(box):
    if type(box).__name__ != "Boolean":
        from quorum_libraries.language.types.boolean import Boolean

        cast_to(defined(box), Boolean, "Boolean")
    return box.value


def text_of_object(box):
    if type(box).__name__ != "Text":
        from quorum_libraries.language.types.text import Text

        cast_to(defined(box), Text, "Text")
    return box.value
