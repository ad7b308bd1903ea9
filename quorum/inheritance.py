"""Ancestors: their order, their types, and which action a call on an object reaches."""

from __future__ import annotations

from quorum.types import (
    ActionInfo,
    ClassInfo,
    ClassType,
    Type,
    TypeVariable,
    bindings_of,
    erased_name,
    substitute,
)


def ancestors(info: ClassInfo) -> list[ClassInfo]:
    """The class and all its ancestors, each once, ancestors before descendants.

    This is the order in which the parts of a new object are made. It does not end on a cycle of
    parents, which the checker refuses before.
    """
    if info.line is None:
        line: list[ClassInfo] = []
        seen: set[ClassInfo] = set()
        for parent in info.parents:
            for ancestor in ancestors(parent.info):
                if ancestor not in seen:
                    seen.add(ancestor)
                    line.append(ancestor)
        line.append(info)
        info.line = line
    return info.line


def inherits(info: ClassInfo, ancestor: ClassInfo) -> bool:
    """Whether the class is the other one or one of its descendants."""
    return ancestor in ancestors(info)


def as_ancestor(kind: ClassType, ancestor: ClassInfo) -> ClassType | None:
    """The type seen as one of its ancestors, with the type arguments mapped through `is`."""
    if kind.info is ancestor:
        return kind
    if ancestor not in ancestors(kind.info):
        return None
    bindings = bindings_of(kind)
    for parent in kind.info.parents:
        if kind.is_raw:
            found = as_ancestor(ClassType(parent.info), ancestor)
        else:
            seen = ClassType(
                parent.info, tuple(substitute(part, bindings) for part in parent.arguments)
            )
            found = as_ancestor(seen, ancestor)
        if found is not None:
            return found
    return None


def bindings_for(receiver: ClassType, owner: ClassInfo) -> dict[TypeVariable, Type]:
    """What the type variables of `owner` stand for when seen from the receiver."""
    seen = as_ancestor(receiver, owner)
    return bindings_of(seen) if seen is not None else {}


def key_in(action: ActionInfo, heir: ClassInfo) -> tuple[str, ...]:
    """The key of an inherited action, its type variables replaced as the heir sees them."""
    if action.owner is heir or not action.owner.variables:
        return action.key
    bindings = bindings_for(heir.as_type, action.owner)
    return (
        action.name,
        *(erased_name(substitute(kind, bindings)) for _, kind in action.parameters),
    )


class Conflict:
    """Two parents bring the same action, or a blueprint hides an implemented one."""

    def __init__(self, first: ActionInfo, second: ActionInfo, *, blueprint: bool) -> None:
        self.first = first
        self.second = second
        self.blueprint = blueprint


def build_table(info: ClassInfo) -> list[Conflict]:
    """Fill `info.table`; the tables of the parents must exist. Returns what is ambiguous."""
    table: dict[tuple[str, ...], ActionInfo] = {}
    conflicts: list[tuple[tuple[str, ...], Conflict]] = []
    for parent in info.parents:
        for action in table_of(parent.info).values():
            key = key_in(action, info)
            other = table.get(key)
            if other is None or other is action:
                table[key] = action
            elif inherits(other.owner, action.owner):
                pass
            elif inherits(action.owner, other.owner) or (other.blueprint and not action.blueprint):
                table[key] = action
            elif not action.blueprint and not other.blueprint:
                conflicts.append((key, Conflict(other, action, blueprint=False)))
    found: list[Conflict] = []
    own = {action.key: action for overloads in info.actions.values() for action in overloads}
    for key, conflict in conflicts:
        if key not in own:
            found.append(conflict)
    for key, action in own.items():
        inherited = table.get(key)
        if action.blueprint and inherited is not None and not inherited.blueprint:
            found.append(Conflict(inherited, action, blueprint=True))
        table[key] = action
    info.table = table
    return found


def table_of(info: ClassInfo) -> dict[tuple[str, ...], ActionInfo]:
    """All actions of the class, own and inherited, by key."""
    if info.table is None:
        for parent in info.parents:
            table_of(parent.info)
        build_table(info)
    return info.table or {}


def actions_named(info: ClassInfo, name: str) -> list[ActionInfo]:
    """The overloads that a call on an object of the class may reach."""
    return [action for action in table_of(info).values() if action.name == name]


def open_blueprints(info: ClassInfo) -> list[ActionInfo]:
    """The actions that the class promises and nobody implements."""
    return [action for action in table_of(info).values() if action.blueprint]
