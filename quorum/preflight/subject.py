"""One class of a program as the pre-flight looks at it: what it means beside what is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.diagnostics import Reporter
from quorum.preflight.walk import children, walk

_WORD = re.compile(r"\S+")
_QUOTED_WORD = re.compile(r'"\s*(\w+)\s*"')
_CLOSING = re.compile(r"(\s*\))+")
_BLOCKS = (tree.Branch, tree.Detect, *tree.Statement.__args__)


class Subject:
    """A class with its source. `nodes` is all of its typed tree, in the order of the text."""

    def __init__(self, class_: typed.Class, written: tree.Program, reporter: Reporter) -> None:
        self.class_ = class_
        self.written = written
        self.reporter = reporter
        self.nodes = tuple(walk(class_))

    @cached_property
    def guarded(self) -> frozenset[object]:
        """Everything inside a `check` with a `detect`: an error there may be what is wanted."""
        return frozenset(
            node
            for check in self.nodes
            if isinstance(check, typed.Check) and check.detects
            for node in walk(*check.block)
        )

    def with_places(self) -> Iterator[tuple[object, int]]:
        """Each node with the offset of the statement that it belongs to."""
        offset = 0
        for node in self.nodes:
            offset = getattr(node, "offset", offset)
            yield node, offset

    @cached_property
    def quoted(self) -> dict[str, int]:
        """The single words between quotes, with their places: perhaps a variable was meant."""
        words = _QUOTED_WORD.finditer(self.reporter.source.text)
        return {found[1]: found.start() for found in words}

    # --- what is written there ---

    @property
    def first_word(self) -> tree.Span:
        """Where advice about the whole program has its place."""
        found = _WORD.search(self.reporter.source.text)
        return found.span() if found else (0, 0)

    def statement(self, offset: int) -> tree.Statement | None:
        """The statement that begins at this place of the source."""
        return self._statements.get(offset)

    def branch(self, offset: int) -> tree.Branch | None:
        """The `if` or `elseif` that begins at this place."""
        return self._branches.get(offset)

    def span(self, offset: int) -> tree.Span:
        """The first line of the statement that begins at this place."""
        statement = self.statement(offset)
        end = offset if statement is None else statement.span[1]
        line_end = self.reporter.source.text.find("\n", offset)
        return offset, end if line_end < 0 else min(end, line_end)

    def header(self, offset: int, last: tree.Expression) -> tree.Span:
        """The beginning of a block, from its word to the end of its condition."""
        end = last.span[1]
        # Parentheses do not belong to the tree.
        closing = _CLOSING.match(self.reporter.source.text, end)
        return offset, closing.end() if closing else end

    def divisions(self, offset: int) -> list[tree.Binary]:
        """The divisions in the statement that begins here, in the order of the text."""
        owner = self.branch(offset) or self.statement(offset)
        own = [part for part in children(owner) if not isinstance(part, _BLOCKS)]
        return [
            node for node in walk(*own) if isinstance(node, tree.Binary) and node.operator == "/"
        ]

    def text(self, span: tree.Span) -> str:
        """A piece of the source."""
        return self.reporter.source.text[span[0] : span[1]]

    @cached_property
    def _statements(self) -> dict[int, tree.Statement]:
        return {
            node.span[0]: node
            for node in walk(self.written.class_)
            if isinstance(node, tree.Statement)
        }

    @cached_property
    def _branches(self) -> dict[int, tree.Branch]:
        return {
            node.span[0]: node
            for node in walk(self.written.class_)
            if isinstance(node, tree.Branch)
        }
