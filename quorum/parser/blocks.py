"""Blocks: where they end, whose `end` is missing, and finding the way again after a mistake."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from quorum.codes import Code
from quorum.diagnostics import Reporter
from quorum.lexer import END_OF_FILE, IDENTIFIER, Lexed, Token
from quorum.parser import words
from quorum.parser.expressions import PRIMITIVES, ExpressionReader
from quorum.parser.tokens import DEEPEST_BLOCK, Abandon, TooDeep
from quorum.syntax_tree import (
    Statement,
)

CLOSERS = frozenset({"end", "else", "elseif", "detect", "always"})
MEMBER_STARTERS = frozenset(
    {"action", "on", "blueprint", "system", "class", "shared", "package", "use"}
)
STARTERS = frozenset(
    {
        "if",
        "repeat",
        "check",
        "return",
        "output",
        "say",
        "alert",
        "constant",
        "public",
        "private",
        *PRIMITIVES,
    }
)
_LAND = STARTERS | CLOSERS | MEMBER_STARTERS | {END_OF_FILE, "while", "until"}
# In the middle of a line only these surely begin something new.
_LAND_INSIDE = CLOSERS | {END_OF_FILE, "output", "say", "repeat", "return", "class", "action"}
AFTER_NAME = frozenset({"=", "(", ":", ".", "<"})


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A block whose `end` has not come yet."""

    opening: Token
    closers: frozenset[str]


class BlockReader(ExpressionReader):
    """Statements one after the other; what a statement is comes from `parser.statements`."""

    def __init__(self, lexed: Lexed, reporter: Reporter, known_classes: frozenset[str]) -> None:
        super().__init__(lexed, reporter)
        self.known_classes = known_classes
        self.open_blocks: list[OpenBlock] = []
        self.closed_blocks: list[tuple[Token, Token]] = []
        # Lines that may be a misspelt `action`, `repeat` ...; told when an `end` is left over.
        self.suspects: list[tuple[Token, str]] = []
        self._lacks_ends: bool | None = None

    # --- blocks ---

    def block(self, opening: Token, closers: frozenset[str]) -> tuple[Statement, ...]:
        """Statements up to one of the closers, which stays; or up to where the block must end."""
        if self.block_depth >= DEEPEST_BLOCK:
            self.report(Code.TOO_DEEP, opening.span, limit=str(DEEPEST_BLOCK), variant="block")
            raise TooDeep
        self.block_depth += 1
        self.open_blocks.append(OpenBlock(opening, closers))
        statements: list[Statement] = []
        while not self.block_is_over():
            statement = self.recovering_statement()
            if statement is not None:
                statements.append(statement)
        self.open_blocks.pop()
        self.block_depth -= 1
        return tuple(statements)

    def block_is_over(self) -> bool:
        """Whether the innermost block cannot go on here; stray closers are reported and dropped."""
        while True:
            self.repair_word()
            kind = self.token.kind
            if kind == END_OF_FILE or kind in MEMBER_STARTERS:
                return True
            if kind in {"public", "private"} and self.peek().kind in MEMBER_STARTERS:
                return True
            if kind not in CLOSERS:
                return False
            if any(kind in open_block.closers for open_block in self.open_blocks):
                return True
            self.stray_closer()

    def stray_closer(self) -> None:
        """An `else`, `detect` ... that belongs to nothing."""
        token = self.take()
        if token.kind == "end" and self.suspects:
            suspect, meant = self.suspects.pop(0)
            self.report(
                Code.UNKNOWN_STATEMENT,
                suspect.span,
                name=suspect.text,
                better=meant,
                variant="near",
            )
            return
        self.report(Code.STRAY_WORD, token.span, word=token.kind, variant=token.kind)
        self.skip(started=True)

    def end(self, opening: Token) -> None:
        """The `end` of a block."""
        if self.token.kind == "end":
            closing = self.take()
            self.closed_blocks.append((opening, closing))
            self.word_after_end(closing)
            return
        self.missing_end(opening)

    def word_after_end(self, closing: Token) -> None:
        """`end if`, `end repeat`: other languages repeat the word."""
        token = self.token
        if (
            not token.first
            and token.kind in {"if", "repeat", "while", "action", "class", "check"}
            and self.peek().first
            and (token.kind == "while" or self.lacks_ends())
        ):
            self.repaired(Code.WORD_TOO_MUCH, token.span, word=f"end {token.text}", variant="end")
            self.take()

    def lacks_ends(self) -> bool:
        """Whether the file opens more blocks than it closes."""
        if self._lacks_ends is None:
            kinds = [token.kind for token in self.tokens]
            opened = sum(map(kinds.count, ("if", "repeat", "check", "class", "on", "action")))
            closed = kinds.count("end") + kinds.count("blueprint") + kinds.count("system")
            self._lacks_ends = opened > closed
        return self._lacks_ends

    def missing_end(self, opening: Token) -> None:
        """Blame the block whose `end` stands where the indentation says another one ends."""
        culprit, before = opening, self.token
        inside = len(self.closed_blocks)
        while inside and self.closed_blocks[inside - 1][0].start > opening.start:
            inside -= 1
        for index in range(inside, len(self.closed_blocks)):
            inner, closing = self.closed_blocks[index]
            if inner.first and closing.first and self.column(closing) < self.column(inner):
                culprit, before = inner, closing
                del self.closed_blocks[index]
                break
        last_line = self.last_line_inside(culprit, before)
        self.reporter.broken = True
        self.reporter.failure(
            Code.MISSING_END,
            culprit.span,
            block_word=f"block_{culprit.kind}",
            opening=culprit.kind,
            line=str(self.reporter.line(culprit.start)),
            last_line=str(last_line),
        )

    def column(self, token: Token) -> int:
        return self.reporter.index.locate(token.start)[1]

    def last_line_inside(self, opening: Token, before: Token) -> int:
        """The last line that the indentation shows to belong to the block."""
        margin = self.column(opening)
        opening_line = last = self.reporter.line(opening.start)
        everything = last
        for place in range(self.place_behind(opening), len(self.tokens)):
            token = self.tokens[place]
            if token.start >= before.start or token.kind == END_OF_FILE:
                break
            line = everything = self.reporter.line(token.start)
            if token.first and self.column(token) <= margin and token.kind not in CLOSERS:
                everything = 0
                break
            last = line
        return everything if everything and last == opening_line else last

    def place_behind(self, token: Token) -> int:
        """The place of the token that follows this one."""
        return bisect_right(self.tokens, token.start, key=lambda each: each.start)

    # --- finding the way again ---

    def recovering_statement(self) -> Statement | None:
        """One statement, or None when it made no sense (reported)."""
        place = self.position
        try:
            return self.statement()
        except Abandon:
            self.depth = 0
            self.skip(started=self.position > place)
            return None

    def skip(self, *, started: bool) -> None:
        """Go to where a new statement surely begins, at least one token further."""
        if not started:
            self.take()
        while True:
            token = self.token
            if token.kind in _LAND_INSIDE:
                return
            if token.first and (token.kind in _LAND or token.kind == IDENTIFIER):
                return
            self.take()

    def skip_line(self) -> None:
        """Go to the first token of the next line."""
        while self.token.kind != END_OF_FILE and not self.token.first:
            self.take()

    def repair_word(self) -> None:
        """Read a misspelt or foreign word at the start of a statement as what it stands for."""
        token = self.token
        if token.kind != IDENTIFIER or token.text in self.known_classes:
            return
        following = self.peek()
        if following.kind in AFTER_NAME:
            if following.kind == "(" and (opening := words.meant_opening(token.text)):
                self.suspects.append((token, opening))
            return
        word = token.text
        alone = following.first or following.kind == END_OF_FILE
        if alone:
            meant = words.meant_closing(word)
            if meant is None and word.lower() == "try":
                meant = "check"
            if meant is not None:
                self.replace_misspelt(meant)
            return
        if following.kind == IDENTIFIER:
            third = self.peek(2)
            is_declaration = third.kind == "=" or third.first or third.kind == END_OF_FILE
            if is_declaration or third.kind in {"(", "returns"}:
                if opening := words.meant_opening(word):
                    self.suspects.append((token, opening))
                    if third.kind in {"(", "returns"} and opening == "action":
                        self.replace_misspelt(opening)
                return
            if third.kind in {"."}:
                return
        if word in words.FOREIGN_BLOCKS or word in words.FOREIGN_LINES:
            return
        meant = words.meant_statement(word)
        if meant is not None:
            self.replace_misspelt(meant)

    def replace_misspelt(self, meant: str) -> None:
        """Tell about the word and go on with the one that was meant."""
        token = self.token
        if token.text.lower() == meant:
            self.repaired(Code.WRONG_CASE, token.span, name=token.text, better=meant)
        else:
            self.repaired(
                Code.UNKNOWN_STATEMENT, token.span, name=token.text, better=meant, variant="near"
            )
        self.replace(meant)

    def statement(self) -> Statement | None:
        """One statement; None when it was told about and dropped."""
        raise NotImplementedError
