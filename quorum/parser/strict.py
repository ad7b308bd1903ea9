"""The rules of the parser without its guesses: is the grammar kept, and where does it break first?

The reader that tells about mistakes looks at line ends, at misspelt words and at those of other
languages, and points to where a person would look. This one knows the rules alone and stops at
the first token that none of them accepts.
"""

from __future__ import annotations

from typing import NoReturn

from quorum.codes import Code
from quorum.diagnostics import Reporter
from quorum.lexer import IDENTIFIER, Lexer, Token
from quorum.parser.declarations import ProgramReader
from quorum.parser.tokens import Abandon
from quorum.sources import SourceFile
from quorum.syntax_tree import Expression, Span, Statement

# These are told about when the token has been taken already.
_TAKEN = frozenset(
    {Code.RESERVED_NAME, Code.INTEGER_TOO_BIG, Code.STRAY_WORD, Code.NAME_ENDS_WITH_UNDERSCORE}
)


def first_break(source: SourceFile) -> int | None:
    """The offset where the characters or the grammar break first; None when both are right."""
    mistakes = _FirstMistake(source)
    reader = StrictReader(Lexer(mistakes).run(), mistakes, "Main")
    reader.program()
    offsets = [mistakes.offset, reader.broken_at]
    return min((offset for offset in offsets if offset is not None), default=None)


class _FirstMistake(Reporter):
    """Keeps the place of the first mistake and drops the rest."""

    offset: int | None = None

    def error(self, code: Code, span: Span, **arguments: str) -> None:
        if self.offset is None or span[0] < self.offset:
            self.offset = span[0]


class _Broken(Abandon):
    """The grammar is broken; nothing is read any more."""


class StrictReader(ProgramReader):
    """Reads a program up to its first mistake; `broken_at` is the offset of the token there."""

    broken_at: int | None = None
