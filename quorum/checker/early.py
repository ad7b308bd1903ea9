"""Which fields can be seen before they have their first value.

The values of fields are worked out one after the other, and those of ancestors before. An action
that is called meanwhile, on the object that is being made, finds the later fields still empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from quorum import typed_tree as typed
from quorum.inheritance import ancestors
from quorum.types import ClassInfo, FieldInfo


def early_fields(program: typed.Program) -> Iterator[FieldInfo]:
    """The fields that an action may read while their object is being made."""
    classes = {class_.info: class_ for class_ in program.classes}
    talking = {info for info, class_ in classes.items() if _talks(class_)}
    for class_ in program.classes:
        seen = any(info in talking for info in ancestors(class_.info) if info is not class_.info)
        for start in class_.fields:
            seen = seen or _lets_out(start.value, class_.info)
            if seen and isinstance(start, typed.FieldStart):
                yield start.field


def _talks(class_: typed.Class) -> bool:
    """Whether making the part of an object that comes from the class may call its actions."""
    return bool(class_.on_create) or any(
        _lets_out(start.value, class_.info) for start in class_.fields
    )


def _lets_out(first: typed.Expression, info: ClassInfo) -> bool:
    """Whether working out the value may run an action of the object itself."""
    waiting = [first]
    while waiting:
        value = waiting.pop()
        match value:
            case typed.Call() | typed.MeValue():
                return True
            case typed.New():
                # Whoever is made meanwhile can reach the one object of a shared class.
                if info.shared and not value.info.is_library:
                    return True
            case typed.Arithmetic() | typed.Join() | typed.Compare() | typed.Logic():
                waiting += (value.left, value.right)
            case typed.Not() | typed.Negate() | typed.Is() | typed.Convert():
                waiting.append(value.operand)
            case typed.PrimitiveCall():
                waiting += (value.receiver, *value.arguments)
            case typed.FieldValue() if value.holder is not None:
                waiting.append(value.holder)
    return False
