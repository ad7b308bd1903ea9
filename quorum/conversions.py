"""Which value fits where: assignment (4.2 of the language), arguments (4.3), casts (4.4)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from quorum.inheritance import as_ancestor, inherits
from quorum.types import (
    BOOLEAN,
    BOX_NAMES,
    INTEGER,
    NUMBER,
    OBJECT_NAME,
    TEXT,
    UNBOXED,
    UNDEFINED,
    UNKNOWN,
    ClassInfo,
    ClassType,
    Simple,
    Type,
    TypeVariable,
    accepts_undefined,
    is_class,
    is_primitive,
)


class Conversion(StrEnum):
    """What happens to a value on its way; the translator knows how to write each of them."""

    NONE = "none"
    WIDEN = "widen"  # integer -> number
    BOX = "box"  # primitive -> its object form
    UNBOX = "unbox"  # object form -> primitive, an error when undefined
    TRUNCATE = "truncate"  # number -> integer
    FORMAT = "format"  # primitive -> text
    PARSE = "parse"  # text -> primitive, or a CastError
    CHECK = "check"  # a class further down: a CastError when the object is of another one
    CHECK_UNBOX = "check_unbox"  # Object -> primitive
    IMPOSSIBLE = "impossible"


def fits(target: Type, value: Type) -> bool:
    """Whether a value may be assigned or returned: widening and subclasses, but no boxing."""
    if target == value or UNKNOWN in (target, value):
        return True
    if value == UNDEFINED:
        return accepts_undefined(target)
    if target == NUMBER:
        return value == INTEGER
    if isinstance(target, ClassType) and isinstance(value, ClassType):
        return as_ancestor(value, target.info) == target
    # Inside a generic class, the value of a type variable is some object.
    return isinstance(value, TypeVariable) and (
        isinstance(target, ClassType) and target.info.full_name == OBJECT_NAME
    )


def argument_cost(parameter: Type, argument: Type) -> int | None:
    """The cost of passing an argument, None when it does not fit."""
    if parameter == argument or UNKNOWN in (parameter, argument):
        return 0
    if argument == UNDEFINED:
        return 0 if accepts_undefined(parameter) else None
    if isinstance(parameter, ClassType):
        name = parameter.info.full_name
        if isinstance(argument, ClassType):
            return 1 if as_ancestor(argument, parameter.info) == parameter else None
        if isinstance(argument, TypeVariable):
            return 1 if name == OBJECT_NAME else None
        if is_primitive(argument):
            if BOX_NAMES[argument] == name:
                return 2
            return 4 if name == OBJECT_NAME else None
        return None
    if parameter == NUMBER and argument == INTEGER:
        return 3
    if isinstance(argument, ClassType) and UNBOXED.get(argument.info.full_name) == parameter:
        return 2
    return None


def argument_conversion(parameter: Type, argument: Type) -> Conversion:
    """What happens to an argument that fits."""
    if parameter == NUMBER and argument == INTEGER:
        return Conversion.WIDEN
    if is_primitive(argument) and is_class(parameter):
        return Conversion.BOX
    if is_class(argument) and is_primitive(parameter):
        return Conversion.UNBOX
    return Conversion.NONE


_PRIMITIVE_CASTS: dict[tuple[Simple, Simple], Conversion] = {
    (INTEGER, NUMBER): Conversion.TRUNCATE,
    (INTEGER, TEXT): Conversion.PARSE,
    (NUMBER, INTEGER): Conversion.WIDEN,
    (NUMBER, TEXT): Conversion.PARSE,
    (BOOLEAN, TEXT): Conversion.PARSE,
    (TEXT, INTEGER): Conversion.FORMAT,
    (TEXT, NUMBER): Conversion.FORMAT,
    (TEXT, BOOLEAN): Conversion.FORMAT,
}


def cast_conversion(
    target: Type, value: Type, related: Callable[[ClassInfo, ClassInfo], bool]
) -> Conversion:
    """What `cast(target, value)` does. `related` tells whether two classes share an heir."""
    if target == value or UNKNOWN in (target, value):
        return Conversion.NONE
    if value == UNDEFINED:
        return Conversion.NONE if accepts_undefined(target) else Conversion.IMPOSSIBLE
    if isinstance(target, Simple):
        if isinstance(value, Simple):
            return _PRIMITIVE_CASTS.get((target, value), Conversion.IMPOSSIBLE)
        if isinstance(value, TypeVariable) or value.info.full_name == OBJECT_NAME:
            return Conversion.CHECK_UNBOX
        unboxed = UNBOXED.get(value.info.full_name)
        return Conversion.UNBOX if unboxed == target else Conversion.IMPOSSIBLE
    if isinstance(target, TypeVariable):
        return Conversion.NONE if is_class(value) else Conversion.BOX
    if isinstance(value, Simple):
        name = target.info.full_name
        if is_primitive(value) and (name == OBJECT_NAME or BOX_NAMES[value] == name):
            return Conversion.BOX
        return Conversion.IMPOSSIBLE
    if isinstance(value, TypeVariable):
        return Conversion.CHECK
    if inherits(value.info, target.info):
        return Conversion.NONE
    if inherits(target.info, value.info) or related(target.info, value.info):
        return Conversion.CHECK
    return Conversion.IMPOSSIBLE
