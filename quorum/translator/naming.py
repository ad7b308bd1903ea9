"""Names in the translated program. No name of a student's program gets through unchanged.

Each kind of name has a form of its own, so that none can meet a word of Python, a name of the
runtime or one of another kind: variables `v_x`, fields `f_x`, classes `c_X`, actions
`Name__type_type`. A Quorum name has only letters, digits and `_`, and never ends in `_`.
"""

from __future__ import annotations

from quorum import library
from quorum.inheritance import ancestors
from quorum.types import ActionInfo, ClassInfo, ClassType, FieldInfo, Type, TypeVariable

# MicroPython keeps the length of a name in one byte. What the translator puts before or behind a
# name still fits.
LONGEST_NAME = 200
_DIGEST_LENGTH = 32


def bounded(name: str) -> str:
    """The name, or of one that is too long its beginning and a digest of all of it."""
    if len(name) <= LONGEST_NAME:
        return name
    from hashlib import sha256  # takes long to import, and hardly any program needs it

    digest = sha256(name.encode()).hexdigest()[:_DIGEST_LENGTH]
    return f"{name[: LONGEST_NAME - _DIGEST_LENGTH]}__{digest}"


def variable_name(name: str) -> str:
    return bounded(f"v_{name}")


def action_name(action: ActionInfo) -> str:
    """`Output__text_integer`; two actions have the same name only if one overrides the other.

    A leading `_` would make Python mangle the name, and `_` separates the types: both are
    written `_0`, which no separator can produce since no type begins with a digit. So is the dot
    before a class of a package, which is `_1`.
    """
    name = action.name
    if name.startswith("_"):
        name = "_0" + name[1:]
    return bounded(name + "__" + "_".join(_type_part(kind) for _, kind in action.parameters))


def _type_part(kind: Type) -> str:
    if isinstance(kind, TypeVariable):
        return "Object"
    if isinstance(kind, ClassType):
        return _class_part(kind.info)
    return kind.name


def _class_part(info: ClassInfo) -> str:
    """A library class by its name; one of the program with its package, `.` written as `_1`."""
    if info.is_library:
        return info.name
    name = info.full_name.replace("_", "_0").replace(".", "_1")
    return f"_1{name}" if name in library.classes_by_simple_name() else name


class Names:
    """The names of the classes and fields of one program."""

    def __init__(self, classes: list[ClassInfo]) -> None:
        self._classes: dict[ClassInfo, str] = {}
        self._fields: dict[FieldInfo, str] = {}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}  # the last number that was needed for a name
        for info in classes:
            self._classes[info] = self._free(f"c_{info.name}")
            for ancestor in ancestors(info):
                for field in ancestor.fields.values():
                    if ancestor.is_library and field not in self._fields:
                        self._fields[field] = f"f_{field.name}"
                        self._taken.add(f"f_{field.name}")
        for info in classes:
            for field in info.fields.values():
                self._fields[field] = self._free(f"f_{field.name}")

    def _free(self, name: str) -> str:
        """The name itself, or with a number where another class has it already."""
        name = bounded(name)
        number, free = self._numbers.get(name, 1), name
        while free in self._taken:
            number += 1
            free = f"{name}__{number}"
        self._numbers[name] = number
        self._taken.add(free)
        return free

    def library_class(self, info: ClassInfo) -> str:
        """The name under which a library class is imported."""
        known = self._classes.get(info)
        if known is None:
            known = self._classes[info] = self._free(info.name)
        return known

    def user_class(self, info: ClassInfo) -> str:
        return self._classes[info]

    def field(self, field: FieldInfo) -> str:
        return self._fields.get(field) or bounded(f"f_{field.name}")


def library_module(info: ClassInfo) -> str:
    """`Libraries.Robots.M5Stack.Screen` lies in `quorum_libraries.robots.m5stack.screen`."""
    parts = info.full_name.split(".")[1:]
    return ".".join(["quorum_libraries", *parts]).lower()
