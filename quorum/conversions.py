"""Which value fits where: assignment (4.2 of the language), arguments (4.3), casts (4.4)."""

from __future__ import annotations

from enum import StrEnum

from quorum.inheritance import as_ancestor, has_unknown_parent, may_inherit
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
    if is_any_object(target):
        return is_class(value)
    if isinstance(target, ClassType) and isinstance(value, ClassType):
        return is_heir(value, target)
    return False


def is_any_object(kind: Type) -> bool:
    """Whether the type is Object or, inside a generic class, a type variable: it holds any."""
    if isinstance(kind, TypeVariable):
        return True
    return isinstance(kind, ClassType) and kind.info.full_name == OBJECT_NAME


def is_heir(value: ClassType, target: ClassType) -> bool:
    """Whether the class inherits from the other one, with the same type arguments.

    A class with a mistake among its parents may inherit from any.
    """
    seen = as_ancestor(value, target.info)
    return seen == target if seen is not None else has_unknown_parent(value.info)


def argument_cost(parameter: Type, argument: Type) -> int | None:
    """The cost of passing an argument, None when it does not fit."""
    if parameter == argument or UNKNOWN in (parameter, argument):
        return 0
    if argument == UNDEFINED:
        return 0 if accepts_undefined(parameter) else None
    if isinstance(argument, Simple) and is_class(parameter):
        if isinstance(parameter, ClassType) and BOX_NAMES[argument] == parameter.info.full_name:
            return 2
        return 4 if is_any_object(parameter) else None
    if is_any_object(parameter):
        return 1 if is_class(argument) else None
    if isinstance(parameter, ClassType):
        return 1 if isinstance(argument, ClassType) and is_heir(argument, parameter) else None
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


def cast_conversion(target: Type, value: Type) -> Conversion:
    """What `cast(target, value)` does."""
    if target == value or UNKNOWN in (target, value):
        return Conversion.NONE
    if value == UNDEFINED:
        return Conversion.NONE if accepts_undefined(target) else Conversion.IMPOSSIBLE
    if isinstance(target, Simple):
        if isinstance(value, Simple):
            return _PRIMITIVE_CASTS.get((target, value), Conversion.IMPOSSIBLE)
        if is_any_object(value):
            return Conversion.CHECK_UNBOX
        unboxed = UNBOXED.get(value.info.full_name) if isinstance(value, ClassType) else None
        return Conversion.UNBOX if unboxed == target else Conversion.IMPOSSIBLE
    if isinstance(value, Simple):
        boxed = isinstance(target, ClassType) and BOX_NAMES.get(value) == target.info.full_name
        return Conversion.BOX if boxed or is_any_object(target) else Conversion.IMPOSSIBLE
    return _class_cast(target, value)


def _class_cast(target: ClassType | TypeVariable, value: ClassType | TypeVariable) -> Conversion:
    """Up an inheritance line nothing happens, down it the object is looked at."""
    if isinstance(target, TypeVariable) or is_any_object(target):
        return Conversion.NONE
    if isinstance(value, TypeVariable):
        return Conversion.CHECK
    if may_inherit(value.info, target.info):
        return Conversion.NONE
    return Conversion.CHECK if may_inherit(target.info, value.info) else Conversion.IMPOSSIBLE
