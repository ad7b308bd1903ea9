"""Conditions whose answer is known without running the program."""

from __future__ import annotations

from quorum import typed_tree as typed
from quorum.types import BOOLEAN, INTEGER, TEXT

_SAME_ON_BOTH_SIDES = {"=": True, "<=": True, ">=": True, "not=": False, "<": False, ">": False}


def truth(condition: typed.Expression) -> bool | None:
    """What the condition always is; None when that depends on how the program runs.

    A constant with a name counts as unknown: `if DEBUG` is there to be changed one day.
    """
    match condition:
        case typed.Literal(value=bool() as value):
            return value
        case typed.Not():
            inner = truth(condition.operand)
            return None if inner is None else not inner
        case typed.Logic():
            return _of_logic(condition)
        case typed.Compare():
            return _of_comparison(condition)
    return None


def _of_logic(condition: typed.Logic) -> bool | None:
    """`and`, `or`; the left side is followed in a loop, since such chains may be very long."""
    deciding = condition.operator == "or"
    sides: list[typed.Expression] = []
    left: typed.Expression = condition
    while isinstance(left, typed.Logic) and left.operator == condition.operator:
        sides.append(left.right)
        left = left.left
    answers = [truth(left), *map(truth, reversed(sides))]
    if deciding in answers:
        return deciding
    return None if None in answers else not deciding


def _of_comparison(condition: typed.Compare) -> bool | None:
    left, right = condition.left, condition.right
    if isinstance(left, typed.LocalValue) and isinstance(right, typed.LocalValue):
        # A number can be "not a number", which differs from itself.
        certain = left.local is right.local and left.type in (INTEGER, TEXT, BOOLEAN)
        return _SAME_ON_BOTH_SIDES[condition.operator] if certain else None
    if isinstance(left, typed.Literal) and isinstance(right, typed.Literal):
        return _of_literals(condition.operator, left.value, right.value)
    return None


def _of_literals(operator: str, left: object, right: object) -> bool | None:
    if operator in {"=", "not="}:
        return (left == right) is (operator == "=")
    if not isinstance(left, int | float) or not isinstance(right, int | float):
        return None
    match operator:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
    return left >= right
