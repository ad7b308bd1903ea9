"""What the actions of a program may do when they are called: wait, or stop with an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from quorum import typed_tree as typed
from quorum.conversions import Conversion
from quorum.preflight.subject import Subject
from quorum.preflight.walk import walk

_ROBOT = "Libraries.Robots."

# The beginnings of the actions that take time by themselves. The camera answers at the speed of
# its wire, in 20 to 200 milliseconds.
_WAITING: dict[str, tuple[str, ...]] = {
    "Libraries.Robots.M5Stack.Timer": ("Sleep",),
    "Libraries.Robots.M5Stack.Button": ("WaitFor",),
    "Libraries.Robots.M5Stack.Sound": ("Play", "Beep"),
    "Libraries.Robots.HuskyLens.HuskyLens": (
        *("Request", "Connect", "IsConnected", "SelectAlgorithm", "Learn", "Forget"),
        *("SetName", "Write", "ClearText", "Save"),
    ),
    "Libraries.System.Console": ("Input",),
}

# What travels over the wire each time it is called, apart from these actions.
_SHOWING = frozenset({"Libraries.Robots.M5Stack.Screen", "Libraries.Robots.M5Stack.Light"})
_SHOWING_NOTHING = ("Get", "SetText", "SetBackground")

# Containers call these of the objects in them.
_CALLED_BY_LIBRARIES = frozenset({"Equals", "GetHashCode", "Compare"})
_CREATION = "on create"

_MAY_FAIL = frozenset(
    {Conversion.PARSE, Conversion.CHECK, Conversion.CHECK_UNBOX, Conversion.UNBOX}
)


class Habits:
    """Answers about a whole program.

    An action counts by its name: which one is called is known only while the program runs, and
    one that may do something is enough to say nothing.
    """

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._subjects = subjects

    @cached_property
    def catches(self) -> bool:
        """Whether some `detect` of the program may catch an error."""
        return any(
            isinstance(node, typed.Check) and node.detects
            for subject in self._subjects
            for node in subject.nodes
        )

    def may_alert(self, nodes: Iterable[object]) -> bool:
        """Whether a call among these may end in an `alert`."""
        return not self._alerting.isdisjoint(_called(nodes))

    def pauses(self, nodes: Iterable[object]) -> bool:
        """Whether something in these may wait."""
        below = walk(*nodes)
        return any(map(_waits, below)) or not self._pausing.isdisjoint(_called(below))

    @cached_property
    def _alerting(self) -> set[str]:
        return self._actions_that(lambda node: isinstance(node, typed.Alert))

    @cached_property
    def _pausing(self) -> set[str]:
        return self._actions_that(_waits)

    def _actions_that(self, does: Callable[[object], bool]) -> set[str]:
        """The actions in which something does that, and those that call them."""
        callers: dict[str, list[str]] = {}
        for name, body in self._bodies:
            for called in _called(body):
                callers.setdefault(called, []).append(name)
        waiting = [name for name, body in self._bodies if any(map(does, body))]
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += callers.get(name, ())
        return found

    @cached_property
    def _bodies(self) -> list[tuple[str, list[object]]]:
        return list(_bodies(self._subjects))


def may_fail(node: object) -> bool:
    """Whether this part of an expression may end in an error."""
    if isinstance(node, typed.Arithmetic):
        return node.operator in {"/", "mod"}
    if isinstance(node, typed.Convert):
        return node.how in _MAY_FAIL
    return isinstance(node, typed.Call | typed.PrimitiveCall)


def asks_the_robot(condition: typed.Expression) -> bool:
    """Whether the answer comes from a sensor or a clock, at once."""
    return any(_owner(node).startswith(_ROBOT) for node in walk(condition))


def writes_at_once(block: typed.Block) -> bool:
    """Whether each turn of a loop outputs or draws something, whatever happens."""
    return any(map(_writes, block))


def _writes(statement: typed.Statement) -> bool:
    if isinstance(statement, typed.Output):
        return True
    if not isinstance(statement, typed.Evaluate) or not isinstance(statement.call, typed.Call):
        return False
    action = statement.call.action
    return _owner(statement.call) in _SHOWING and not action.name.startswith(_SHOWING_NOTHING)


def _owner(node: object) -> str:
    """The full name of the class whose action is called."""
    return node.action.owner.full_name if isinstance(node, typed.Call) else ""


def _waits(node: object) -> bool:
    if isinstance(node, typed.Call):
        return node.action.name.startswith(_WAITING.get(_owner(node), ("\0",)))
    return isinstance(node, typed.Input)


def _bodies(subjects: Sequence[Subject]) -> Iterator[tuple[str, list[object]]]:
    """The name of each action with all that happens in it."""
    for subject in subjects:
        for action in subject.class_.actions:
            yield action.info.name, walk(*action.block)
        yield _CREATION, walk(*(subject.class_.on_create or ()), *subject.class_.fields)


def _called(nodes: Iterable[object]) -> set[str]:
    """The names of the actions that may be called."""
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, typed.Call):
            names.add(node.action.name)
            if node.action.owner.is_library and not _owner(node).startswith(_ROBOT):
                names |= _CALLED_BY_LIBRARIES
        elif isinstance(node, typed.New) and not node.info.is_library:
            names.add(_CREATION)
    return names
