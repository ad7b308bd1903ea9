"""Variables and private fields that nothing reads (Q7001, Q7002).

Not told, because it would be wrong more often than right: parameters (a blueprint or a parent may
demand them), the caught error of a `detect`, parts of the robot that lie ready (`Screen screen`),
objects that do something when they are created, what is tried inside a `check`, and everything
public.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quorum import typed_tree as typed
from quorum.codes import Code
from quorum.inheritance import ancestors
from quorum.preflight.habits import may_fail
from quorum.preflight.subject import Subject
from quorum.preflight.walk import walk
from quorum.types import ClassInfo, FieldInfo

_PARTS_OF_THE_ROBOT = "Libraries.Robots."


def unused(subjects: Sequence[Subject]) -> None:
    """Warn of what is stored and never read."""
    lively = _classes_with_effects(subjects)
    read_fields = {
        node.field for each in subjects for node in each.nodes if isinstance(node, typed.FieldValue)
    }
    for subject in subjects:
        _unused_locals(subject, lively)
        _unused_fields(subject, lively, read_fields)


def _unused_locals(subject: Subject, lively: set[ClassInfo]) -> None:
    parameters = {local for action in subject.class_.actions for local in action.parameters}
    reads, values = _uses(subject)
    for local, stored in values.items():
        if reads[local] or local in parameters or _does_something(stored[0], lively):
            continue
        if any(_is_attempt(value, subject) for value in stored):
            continue
        quoted = subject.quoted.get(local.name)
        subject.reporter.warning(
            Code.UNUSED_VARIABLE,
            (local.declared_at, local.declared_at + len(local.name)),
            name=local.name,
            line="" if quoted is None else str(subject.reporter.line(quoted)),
            action=_called(stored[0]),
            variant=_variant(stored) if quoted is None else "quoted",
        )


def _uses(
    subject: Subject,
) -> tuple[Counter[typed.Local], dict[typed.Local, list[typed.Expression]]]:
    """How often each variable is read, and all that is stored in it.

    What `count = count + 1` reads is of no use to anybody else and does not count, unless a call
    takes part in it.
    """
    reads: Counter[typed.Local] = Counter()
    values: dict[typed.Local, list[typed.Expression]] = {}
    own: Counter[typed.Local] = Counter()
    for node in subject.nodes:
        match node:
            case typed.LocalValue(local=local):
                reads[local] += 1
            case typed.SetLocal(local=local):
                values.setdefault(local, []).append(node.value)
    for local, stored in values.items():
        if reads[local] and len(stored) > 1:
            own[local] = sum(_own_reads(local, value) for value in stored)
    return reads - own, values


def _own_reads(local: typed.Local, value: typed.Expression) -> int:
    below = walk(value)
    if any(isinstance(node, typed.Call) for node in below):
        return 0
    return sum(isinstance(node, typed.LocalValue) and node.local is local for node in below)


def _variant(values: Sequence[typed.Expression]) -> str:
    if isinstance(values[0], typed.New):
        return "object"
    if len(values) > 1:
        return "changed"
    return "call" if _called(values[0]) else ""


def _called(value: typed.Expression) -> str:
    """The action whose result is stored."""
    while isinstance(value, typed.Convert):
        value = value.operand
    return value.action.name if isinstance(value, typed.Call) else ""


def _unused_fields(subject: Subject, lively: set[ClassInfo], read: set[FieldInfo]) -> None:
    for start in subject.class_.fields:
        field, declaration = start.field, start.field.declaration
        if field.public or field in read or declaration is None:
            continue
        if _does_something(start.value, lively) or _called(start.value):
            continue
        subject.reporter.warning(
            Code.UNUSED_FIELD,
            declaration.name.span,
            name=field.name,
            class_name=field.owner.name,
            variant="object" if isinstance(start.value, typed.New) else "",
        )


# --- values that are wanted for what happens when they are created ----------------------------


def _does_something(value: typed.Expression, lively: set[ClassInfo]) -> bool:
    """Whether the value is wanted for what happens while it is made.

    A new object may act by itself or be a part of the robot; `input` waits for somebody.
    """
    if not isinstance(value, typed.New):
        return any(isinstance(node, typed.Input) for node in walk(value))
    return value.info.full_name.startswith(_PARTS_OF_THE_ROBOT) or any(
        ancestor in lively for ancestor in ancestors(value.info)
    )


def _is_attempt(value: typed.Expression, subject: Subject) -> bool:
    """Whether the value is made inside a `check` to see whether it can be made at all."""
    return value in subject.guarded and any(map(may_fail, walk(value)))


def _classes_with_effects(subjects: Sequence[Subject]) -> set[ClassInfo]:
    """The classes whose objects do something when they are created."""
    return {
        subject.class_.info
        for subject in subjects
        if subject.class_.on_create
        or any(isinstance(node, typed.Call | typed.New) for node in walk(*subject.class_.fields))
    }
