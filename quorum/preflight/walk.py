"""Going through both trees without knowing every kind of node: a new one needs no change here."""

from __future__ import annotations

import re

_NODES = frozenset(
    {
        "Action",
        "Block",
        "Branch",
        "Chain",
        "Detect",
        "Expression",
        "FieldStart",
        "Link",
        "Member",
        "Statement",
    }
)


class _Parts(dict[type, tuple[str, ...]]):
    """The fields of each kind of node that hold further nodes, last one first."""

    def __missing__(self, class_: type) -> tuple[str, ...]:
        """Those whose annotation names a kind of node."""
        kinds: dict[str, str] = getattr(class_, "__annotations__", {})
        found = [name for name, kind in kinds.items() if _NODES & set(re.findall(r"\w+", kind))]
        self[class_] = parts = tuple(reversed(found))
        return parts


_parts = _Parts()


def walk(*roots: object) -> list[object]:
    """The nodes and everything below them, in the order in which it is written."""
    found: list[object] = []
    waiting = list(reversed(roots))
    while waiting:
        node = waiting.pop()
        found.append(node)
        for name in _parts[type(node)]:
            value = getattr(node, name)
            if type(value) is tuple:
                waiting += value[::-1]
            elif value is not None:
                waiting.append(value)
    return found


def children(node: object) -> list[object]:
    """The nodes directly below a node, in the order in which they are written."""
    found: list[object] = []
    for name in reversed(_parts[type(node)]):
        value = getattr(node, name)
        if type(value) is tuple:
            found += value
        elif value is not None:
            found.append(value)
    return found
