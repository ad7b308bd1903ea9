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
from quorum.parser.expressions import PRIMITIVES
from quorum.sources import SourceFile
from quorum.syntax_tree import Assignment, Expression, Span, Statement

# These are told about when their token has been taken already; the span is that token.
_TAKEN = frozenset(
    {
        Code.HEADER_TOO_LATE,
        Code.INTEGER_TOO_BIG,
        Code.NAME_ENDS_WITH_UNDERSCORE,
        Code.RESERVED_NAME,
        Code.STRAY_WORD,
        Code.TOO_DEEP,
    }
)

_FIELD_STARTERS = frozenset({IDENTIFIER, "constant", "public", "private", "me", "parent"})


def first_break(source: SourceFile) -> int | None:
    """The offset where the characters or the grammar break first; None when both are right."""
    characters = _FirstMistake(source)
    lexed = Lexer(characters).run()
    offsets = [] if characters.offset is None else [characters.offset]
    try:
        StrictReader(lexed, Reporter(source), "Main").program()
    except Break as found:
        offsets.append(found.offset)
    return min(offsets, default=None)


class Break(Exception):
    """No rule accepts the token that begins at `offset`."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class _FirstMistake(Reporter):
    """Keeps the place of the first mistake and drops the rest."""

    offset: int | None = None

    def error(self, code: Code, span: Span, **arguments: str) -> None:
        """Note where it is."""
        self.offset = span[0] if self.offset is None else min(span[0], self.offset)


class StrictReader(ProgramReader):
    """Reads a program; raises Break where it is not right."""

    # --- every mistake is the last one ---

    def report(self, code: Code, span: Span, **arguments: str) -> NoReturn:
        """The reader stands on the token that no rule accepts, or has just taken it."""
        raise Break(span[0] if code in _TAKEN else self.token.start)

    def repaired(self, code: Code, span: Span, **arguments: str) -> NoReturn:
        """What is meant may be clear, but it is not written."""
        self.report(code, span)

    def missing_end(self, opening: Token) -> NoReturn:
        """Something else stands where `end` is expected."""
        raise Break(self.token.start)

    def statement_outside(self, code: Code, variant: str) -> NoReturn:
        """A statement stands where an action is expected."""
        raise Break(self.token.start)

    # --- no guesses ---

    def repair_start(self) -> None:
        """A misspelt `class` is a name."""

    def repair_word(self) -> None:
        """A misspelt word is a name."""

    def replace_misspelt(self, meant: str) -> None:
        """A misspelt word is a name."""

    def drop_then(self) -> None:
        """`then` is a name."""

    def word_after_end(self, closing: Token) -> None:
        """`if` behind an `end` begins the next statement."""

    def after_expression(self) -> None:
        """Whatever follows is the next statement's business."""

    def after_number(self, token: Token, value: Expression) -> Expression:
        """A name directly behind a number begins the next statement."""
        return value

    def dot_is_colon(self) -> bool:
        """A dot is a dot."""
        return False

    def is_dotted_call(self) -> bool:
        """A dot belongs to the name of a class."""
        return False

    def at_action_name(self) -> bool:
        """A line end before the name of an action means nothing."""
        return True

    def times_ahead(self) -> bool:
        """A line end behind `repeat` means nothing."""
        return True

    # --- rules that the other reader has mixed with guesses ---

    def statement_with_name(self) -> Statement | None:
        """Assignment, call, or else a declaration."""
        following = self.peek().kind
        if following in {"(", ":"}:
            return self.statement_with_chain()
        if following != "=":
            return self.declaration()
        start = self.token
        name = self.identifier("variable")
        self.take()
        value = self.expression()
        return Assignment(self.span_from(start.start), False, None, None, name, value)

    def is_field(self) -> bool:
        """Whether a declaration or an assignment begins here."""
        kind, following = self.token.kind, self.peek().kind
        if kind in {"me", "parent"} or (kind == IDENTIFIER and following in {":", "("}):
            self.check_target()
        return kind in PRIMITIVES or kind in _FIELD_STARTERS

    def check_target(self) -> None:
        """In a class, a name with a `:` must be what an assignment begins with, no call."""
        expected = [IDENTIFIER, ":", IDENTIFIER, "="]
        if self.token.kind == "me":
            expected[0] = "me"
        elif "parent" in {self.token.kind, self.peek(2).kind}:
            holder = [] if self.token.kind == "parent" else [IDENTIFIER, ":"]
            expected = [*holder, "parent", ":", IDENTIFIER]
            while self.peek(len(expected)).kind == ".":
                expected += [".", IDENTIFIER]
            expected += [":", IDENTIFIER, "="]
        for distance, kind in enumerate(expected):
            if self.peek(distance).kind != kind:
                raise Break(self.peek(distance).start)
