"""The local variables that are visible at one place of an action."""

from __future__ import annotations

from collections.abc import Iterator

from quorum.typed_tree import Local


class Scope:
    """Blocks inside blocks; a name is known from its declaration to the end of its block."""

    def __init__(self) -> None:
        self._blocks: list[dict[str, Local]] = [{}]
        # Variables of blocks that are over, for hints.
        self._gone: dict[str, Local] = {}

    def open(self) -> None:
        self._blocks.append({})

    def close(self) -> None:
        self._gone.update(self._blocks.pop())

    def find(self, name: str) -> Local | None:
        for block in reversed(self._blocks):
            local = block.get(name)
            if local is not None:
                return local
        return None

    def declare(self, local: Local) -> None:
        self._blocks[-1][local.name] = local

    def gone(self, name: str) -> Local | None:
        """A variable of this name whose block is over."""
        return self._gone.get(name)

    def names(self) -> Iterator[str]:
        for block in self._blocks:
            yield from block
