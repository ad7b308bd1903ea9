"""Loops and calls without end or pause, as far as that can be proved (Q7101 to Q7104).

A loop is told to be endless only when no `return`, no `alert`, no call that may `alert` and no
error that somebody catches can leave it.
"""

from __future__ import annotations

from collections.abc import Sequence

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.codes import Code
from quorum.inheritance import inherits
from quorum.preflight.habits import Habits, asks_the_robot, may_fail, writes_at_once
from quorum.preflight.subject import Subject
from quorum.preflight.truth import truth
from quorum.preflight.walk import children, walk

# A condition made of these alone has the same answer as long as its variables stay the same.
_STEADY = (
    typed.Literal
    | typed.LocalValue
    | typed.FieldValue
    | typed.MeValue
    | typed.Arithmetic
    | typed.Join
    | typed.Compare
    | typed.Logic
    | typed.Not
    | typed.Negate
    | typed.Is
    | typed.Convert
    | typed.PrimitiveCall
)


def endless(subjects: Sequence[Subject]) -> None:
    """Warn of loops without end or pause, and of actions that always call themselves."""
    habits = Habits(subjects)
    for subject in subjects:
        called = {node.action for node in subject.nodes if isinstance(node, typed.Call)}
        for node in subject.nodes:
            if isinstance(node, typed.RepeatWhile):
                _loop(subject, node, habits)
        for action in subject.class_.actions:
            if action.info in called:
                _endless_calls(subject, action, subjects)


def _loop(subject: Subject, node: typed.RepeatWhile, habits: Habits) -> None:
    known = truth(node.condition)
    if known is None:
        stuck = _stuck_variables(node)
        if not stuck:
            _waiting_loop(subject, node, habits)
        elif not _may_be_left(node, habits):
            _warn(subject, node, Code.STUCK_LOOP, names=", ".join(stuck), name=stuck[0])
    elif known is not node.until and not _may_be_left(node, habits):
        variant = "" if habits.pauses(node.block) else "no_pause"
        _warn(subject, node, Code.ENDLESS_LOOP, variant=variant)


def _waiting_loop(subject: Subject, node: typed.RepeatWhile, habits: Habits) -> None:
    """A loop that waits for a sensor or a clock, and writes as fast as it can meanwhile."""
    if not asks_the_robot(node.condition) or not writes_at_once(node.block):
        return
    if not habits.pauses((node.condition, *node.block)):
        _warn(subject, node, Code.LOOP_WITHOUT_PAUSE)


def _warn(subject: Subject, node: typed.RepeatWhile, code: Code, **arguments: str) -> None:
    written = subject.statement(node.offset)
    if isinstance(written, tree.RepeatWhile):
        subject.reporter.warning(code, subject.header(node.offset, written.condition), **arguments)


def _may_be_left(node: typed.RepeatWhile, habits: Habits) -> bool:
    """Whether anything could end a loop whose condition does not."""
    inside = walk(*node.block)
    if any(isinstance(each, typed.Return | typed.Alert) for each in inside):
        return True
    if habits.may_alert(inside):
        return True
    return habits.catches and any(may_fail(each) for each in [*inside, *walk(node.condition)])


# --- conditions that never change -------------------------------------------------------------


def _stuck_variables(node: typed.RepeatWhile) -> list[str]:
    """The variables of a condition that nothing in the loop can change; none when one may."""
    parts = walk(node.condition)
    if not all(isinstance(part, _STEADY) for part in parts):
        return []
    inside = walk(*node.block)
    changed: set[object] = {each.local for each in inside if isinstance(each, typed.SetLocal)}
    changed |= {each.field for each in inside if isinstance(each, typed.SetField)}
    calls = any(isinstance(each, typed.Call | typed.New) for each in inside)
    names: list[str] = []
    for part in parts:
        if isinstance(part, typed.LocalValue):
            if part.local in changed:
                return []
            names.append(part.local.name)
        elif isinstance(part, typed.FieldValue):
            if part.field in changed or (calls and not part.field.constant):
                return []
            names.append(part.field.name)
    return list(dict.fromkeys(names))


# --- actions that always call themselves ------------------------------------------------------


def _endless_calls(subject: Subject, action: typed.Action, subjects: Sequence[Subject]) -> None:
    for statement in action.block:
        if _surely_calls(statement, action):
            # An heir may have another action of this name, and its objects call that one.
            owner = action.info.owner
            heirs = [each.class_.info for each in subjects if each.class_.info is not owner]
            if not any(inherits(heir, owner) for heir in heirs):
                _warn_of_call(subject, statement, action)
            return
        if any(isinstance(each, typed.Return | typed.Alert) for each in walk(statement)):
            return


def _surely_calls(statement: typed.Statement, action: typed.Action) -> bool:
    """Whether the statement calls the action on the same object whenever it runs."""
    waiting = [child for child in children(statement) if not isinstance(child, _LATER)]
    if isinstance(statement, typed.If):
        waiting = [statement.branches[0].condition]
    while waiting:
        node = waiting.pop()
        if isinstance(node, typed.Call) and node.action is action.info and _is_on_me(node):
            return True
        # The right side of `and` and `or` is not always looked at.
        waiting += [node.left] if isinstance(node, typed.Logic) else children(node)
    return False


def _is_on_me(call: typed.Call) -> bool:
    return call.parent is None and (
        call.receiver is None or isinstance(call.receiver, typed.MeValue)
    )


_LATER = (typed.Branch, typed.Detect, *typed.Statement.__args__)


def _warn_of_call(subject: Subject, statement: typed.Statement, action: typed.Action) -> None:
    written = subject.statement(statement.offset)
    links = (node for node in walk(written) if isinstance(node, tree.Link))
    span = next((link.span for link in links if link.name.name == action.info.name), None)
    subject.reporter.warning(
        Code.ENDLESS_CALLS, span or subject.span(statement.offset), name=action.info.name
    )
