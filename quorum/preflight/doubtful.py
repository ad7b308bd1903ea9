"""Statements that run but surely do not do what was wanted (Q7003 to Q7006)."""

from __future__ import annotations

from itertools import groupby

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.codes import Code
from quorum.conversions import Conversion
from quorum.preflight.subject import Subject
from quorum.preflight.truth import truth
from quorum.types import INTEGER, NUMBER

# Shared classes whose actions only calculate.
_CALCULATING = frozenset({"Libraries.Compute.Math", "Libraries.Compute.BitwiseOperations"})


def doubtful(subject: Subject) -> None:
    """Warn of what has no effect or another one than it seems."""
    lost: set[typed.Arithmetic] = set()
    for node in subject.nodes:
        match node:
            case typed.Convert() | typed.Compare():
                lost.update(_integer_divisions(node))
            case typed.SetLocal() | typed.SetField():
                _same_value(subject, node)
            case typed.Evaluate():
                _result_lost(subject, node)
            case typed.Branch():
                _known_branch(subject, node)
            case typed.RepeatWhile() | typed.RepeatTimes():
                _never_repeated(subject, node)
    if lost:
        _lost_fractions(subject, lost)


def _same_value(subject: Subject, node: typed.SetLocal | typed.SetField) -> None:
    """`x = x`; inside an action with a parameter `x`, the field was meant."""
    value = node.value
    if isinstance(node, typed.SetLocal):
        if not isinstance(value, typed.LocalValue) or value.local is not node.local:
            return
        name = node.local.name
        shadowed = name in subject.class_.info.fields
    else:
        if not isinstance(value, typed.FieldValue) or value.field is not node.field:
            return
        if not (_is_me(node.holder) and _is_me(value.holder)):
            return
        name, shadowed = node.field.name, False
    subject.reporter.warning(
        Code.SAME_VALUE,
        subject.span(node.offset),
        name=name,
        variant="field" if shadowed else "",
    )


def _is_me(holder: typed.Expression | None) -> bool:
    return holder is None or isinstance(holder, typed.MeValue)


def _result_lost(subject: Subject, node: typed.Evaluate) -> None:
    """A call that only gives a value, as a statement."""
    call = node.call
    if not isinstance(call, typed.PrimitiveCall | typed.Call) or node in subject.guarded:
        return
    if isinstance(call, typed.Call) and call.action.owner.full_name not in _CALCULATING:
        return
    span = subject.span(node.offset)
    receiver = call.receiver
    kept = isinstance(receiver, typed.LocalValue) and receiver.type == call.type
    name = receiver.local.name if isinstance(receiver, typed.LocalValue) else ""
    subject.reporter.warning(
        Code.RESULT_LOST,
        span,
        action=call.action.name,
        name=name,
        better=f"{name} = {subject.text(span)}" if kept else f"output {subject.text(span)}",
        variant="same" if kept else "",
    )


# --- conditions -------------------------------------------------------------------------------


def _known_branch(subject: Subject, node: typed.Branch) -> None:
    known = truth(node.condition)
    branch = subject.branch(node.offset)
    if known is not None and branch is not None:
        subject.reporter.warning(
            Code.CONDITION_KNOWN,
            subject.header(node.offset, branch.condition),
            variant="" if known else "false",
        )


def _never_repeated(subject: Subject, node: typed.RepeatWhile | typed.RepeatTimes) -> None:
    written = subject.statement(node.offset)
    if isinstance(node, typed.RepeatTimes) and isinstance(written, tree.RepeatTimes):
        count = node.count
        if not isinstance(count, typed.Literal) or not isinstance(count.value, int):
            return
        if count.value <= 0:
            span = subject.header(node.offset, written.count)
            subject.reporter.warning(Code.CONDITION_KNOWN, span, variant="never")
    if isinstance(node, typed.RepeatWhile) and isinstance(written, tree.RepeatWhile):
        if truth(node.condition) is not node.until:
            return
        span = subject.header(node.offset, written.condition)
        subject.reporter.warning(Code.CONDITION_KNOWN, span, variant="never")


# --- divisions --------------------------------------------------------------------------------


def _lost_fractions(subject: Subject, lost: set[typed.Arithmetic]) -> None:
    """Divisions of integers whose result is used as a number: `number half = 1 / 2` is 0.0."""
    for offset, group in groupby(subject.with_places(), key=lambda pair: pair[1]):
        divisions = [node for node, _ in group if _is_division(node)]
        if not lost.isdisjoint(divisions):
            for division, written in zip(divisions, subject.divisions(offset), strict=False):
                if division in lost:
                    _fraction_lost(subject, written)


def _is_division(node: object) -> bool:
    return isinstance(node, typed.Arithmetic) and node.operator == "/"


def _integer_divisions(node: typed.Convert | typed.Compare) -> list[typed.Arithmetic]:
    """The divisions of integers below a node that makes a number of them."""
    if isinstance(node, typed.Convert):
        waiting = [node.operand] if node.how is Conversion.WIDEN else []
    else:
        sides = (node.left, node.right)
        waiting = list(sides) if NUMBER in {side.type for side in sides} else []
    found: list[typed.Arithmetic] = []
    while waiting:
        part = waiting.pop()
        if not isinstance(part, typed.Arithmetic) or part.type != INTEGER:
            continue
        if part.operator == "/" and not _is_exact(part):
            found.append(part)
        elif part.operator == "*":
            waiting += (part.left, part.right)
    return found


def _is_exact(division: typed.Arithmetic) -> bool:
    left, right = division.left, division.right
    if not isinstance(left, typed.Literal) or not isinstance(right, typed.Literal):
        return False
    return (
        isinstance(left.value, int)
        and isinstance(right.value, int)
        and right.value != 0
        and left.value % right.value == 0
    )


def _fraction_lost(subject: Subject, division: tree.Binary) -> None:
    right = division.right
    literal = isinstance(right, tree.IntegerLiteral)
    subject.reporter.warning(
        Code.FRACTION_LOST,
        division.operator_span,
        better=f"/ {right.value}.0" if isinstance(right, tree.IntegerLiteral) else "",
        variant="literal" if literal else "",
    )
