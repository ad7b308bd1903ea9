"""Which variables can never be `undefined`, so that using them needs no test at run time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quorum import typed_tree as typed
from quorum.checker.early import early_fields
from quorum.conversions import Conversion
from quorum.types import FieldInfo

# Chains of variables that take their values from each other are followed this far.
_ROUNDS = 4


def may_be_undefined(value: typed.Expression) -> bool:
    """Whether the value can be `undefined`, as far as is known now."""
    match value:
        case typed.Literal():
            return value.value is None
        case typed.LocalValue():
            return value.local.may_be_undefined
        case typed.FieldValue():
            return value.field.literal is None and value.field.may_be_undefined
        case typed.MeValue() | typed.New() | typed.Join() | typed.Input():
            return False
        case typed.Convert():
            if value.how in (Conversion.BOX, Conversion.FORMAT):
                return False
            return may_be_undefined(value.operand)
        case typed.Bad():
            return False
        case typed.Call() | typed.PrimitiveCall():
            return True
    return False


def settle(program: typed.Program, fields: list[tuple[FieldInfo, typed.Expression]]) -> None:
    """Set `may_be_undefined` of all local variables and fields of the program.

    Everything is taken to be defined until a value shows otherwise; that spreads in rounds. What
    is not settled after the last round is taken to be undefined sometimes.
    """
    locals_ = list(dict.fromkeys(_locals(program)))
    for field, _ in fields:
        field.may_be_undefined = False
    for field in early_fields(program):
        field.may_be_undefined = True
    for round_number in range(_ROUNDS + 1):
        changed = False
        for local in locals_:
            if not local.may_be_undefined and any(map(may_be_undefined, local.values)):
                local.may_be_undefined = changed = True
        for field, value in fields:
            if not field.may_be_undefined and may_be_undefined(value):
                field.may_be_undefined = changed = True
        if not changed:
            return
        if round_number == _ROUNDS:
            for local in locals_:
                local.may_be_undefined = True
            for field, _ in fields:
                field.may_be_undefined = True


def _locals(program: typed.Program) -> Iterator[typed.Local]:
    for class_ in program.classes:
        for action in class_.actions:
            yield from _locals_of(action.block)
        if class_.on_create is not None:
            yield from _locals_of(class_.on_create)


def _locals_of(block: Iterable[typed.Statement]) -> Iterator[typed.Local]:
    for statement in block:
        match statement:
            case typed.SetLocal():
                yield statement.local
            case typed.If():
                for branch in statement.branches:
                    yield from _locals_of(branch.block)
                yield from _locals_of(statement.otherwise or ())
            case typed.RepeatTimes() | typed.RepeatWhile():
                yield from _locals_of(statement.block)
            case typed.Check():
                yield from _locals_of(statement.block)
                for detect in statement.detects:
                    yield from _locals_of(detect.block)
                yield from _locals_of(statement.always or ())
