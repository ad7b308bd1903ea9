"""Ancestors: their order, their types, and which action a call on an object reaches."""

from __future__ import annotations

from collections.abc import Iterable

from quorum.types import (
    ActionInfo,
    ClassInfo,
    ClassType,
    Type,
    TypeVariable,
    bindings_of,
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


def parents_first(classes: Iterable[ClassInfo]) -> list[ClassInfo]:
    """The classes and all their ancestors, each behind its parents where there is no circle."""
    order: list[ClassInfo] = []
    seen: set[ClassInfo] = set()
    for first in classes:
        waiting = [(first, iter(first.parents))] if first not in seen else []
        seen.add(first)
        while waiting:
            info, parents = waiting[-1]
            parent = next((each.info for each in parents if each.info not in seen), None)
            if parent is None:
                order.append(info)
                waiting.pop()
            else:
                seen.add(parent)
                waiting.append((parent, iter(parent.parents)))
    return order


def own_ancestors(classes: Iterable[ClassInfo]) -> set[ClassInfo]:
    """The classes that are their own ancestors, in time that grows with the number of parents.

    Going from the last of `parents_first` to all heirs, one gets only to classes of its circle
    (S. R. Kosaraju's way to strongly connected components).
    """
    order = parents_first(classes)
    heirs: dict[ClassInfo, dict[ClassInfo, None]] = {info: {} for info in order}
    for info in order:
        for parent in info.parents:
            heirs[parent.info][info] = None
    found: set[ClassInfo] = set()
    seen: set[ClassInfo] = set()
    for first in reversed(order):
        circle = [] if first in seen else [first]
        seen.add(first)
        for info in circle:  # grows while it is read
            new = [heir for heir in heirs[info] if heir not in seen]
            seen.update(new)
            circle += new
        if len(circle) > 1 or (circle and first in heirs[first]):
            found.update(circle)
    return found


def inherits(info: ClassInfo, ancestor: ClassInfo) -> bool:
    """Whether the class is the other one or one of its descendants."""
    return ancestor in ancestors(info)


def has_unknown_parent(info: ClassInfo) -> bool:
    """Whether a mistake hides some of what the class inherits."""
    return any(ancestor.incomplete for ancestor in ancestors(info))


def may_inherit(info: ClassInfo, ancestor: ClassInfo) -> bool:
    """Whether the class inherits from the other one, as far as a mistake lets us know."""
    return inherits(info, ancestor) or has_unknown_parent(info)


def as_ancestor(kind: ClassType, ancestor: ClassInfo) -> ClassType | None:
    """The type seen as one of its ancestors, with the type arguments mapped through `is`."""
    if kind.info is ancestor:
        return kind
    if ancestor not in ancestors(kind.info):
        return None
    if not ancestor.variables:
        return ClassType(ancestor)
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


def as_seen_in(info: ClassInfo, kind: Type) -> Type:
    """The type in the words of a class: it has no names for the type variables of others."""
    if isinstance(kind, TypeVariable):
        return kind if kind.owner is info else ClassType(ancestors(info)[0])  # Object
    if isinstance(kind, ClassType) and any(
        as_seen_in(info, argument) != argument for argument in kind.arguments
    ):
        return ClassType(kind.info)
    return kind


class Conflict:
    """Two parents bring the same action, or a blueprint hides an implemented one."""

    def __init__(self, first: ActionInfo, second: ActionInfo, *, blueprint: bool) -> None:
        self.first = first
        self.second = second
        self.blueprint = blueprint


def build_table(info: ClassInfo) -> list[Conflict]:
    """Fill `info.table`; the tables of the parents must exist. Returns what is ambiguous."""
    offered = _offered(info)
    table = {key: actions[0] for key, actions in offered.items()}
    own = {action.key: action for overloads in info.actions.values() for action in overloads}
    found: list[Conflict] = []
    for key, actions in offered.items():
        implemented = [action for action in actions if not action.blueprint]
        if implemented:
            table[key] = implemented[0]
        if len(implemented) > 1 and key not in own:
            found.append(Conflict(implemented[0], implemented[1], blueprint=False))
    for key, action in own.items():
        inherited = table.get(key)
        if action.blueprint and inherited is not None and not inherited.blueprint:
            found.append(Conflict(inherited, action, blueprint=True))
        table[key] = action
    info.table = table
    info.named = None
    return found


def _offered(info: ClassInfo) -> dict[tuple[str, ...], list[ActionInfo]]:
    """The actions that the parents bring, by key, without those that another one replaces.

    The keys of a parent hold for its heirs: a type variable stands for a type variable again.
    """
    if len(info.parents) == 1:
        return {key: [action] for key, action in table_of(info.parents[0].info).items()}
    brought: dict[tuple[str, ...], list[ActionInfo]] = {}
    for parent in info.parents:
        for key, action in table_of(parent.info).items():
            actions = brought.setdefault(key, [])
            if not any(inherits(other.owner, action.owner) for other in actions):
                actions[:] = [a for a in actions if not inherits(action.owner, a.owner)]
                actions.append(action)
    return brought


def table_of(info: ClassInfo) -> dict[tuple[str, ...], ActionInfo]:
    """All actions of the class, own and inherited, by key."""
    if info.table is None:
        for parent in info.parents:
            table_of(parent.info)
        build_table(info)
    return info.table or {}


def actions_named(info: ClassInfo, name: str) -> list[ActionInfo]:
    """The overloads that a call on an object of the class may reach."""
    table = table_of(info)
    if info.named is None:
        named: dict[str, list[ActionInfo]] = {}
        for action in table.values():
            named.setdefault(action.name, []).append(action)
        info.named = named
    return info.named.get(name, [])


def open_blueprints(info: ClassInfo) -> list[ActionInfo]:
    """The actions that the class promises and nobody implements."""
    return [action for action in table_of(info).values() if action.blueprint]
