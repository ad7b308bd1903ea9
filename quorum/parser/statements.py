"""Reading statements."""

from __future__ import annotations

from typing import NoReturn

from quorum.codes import Code
from quorum.lexer import END_OF_FILE, IDENTIFIER, INTEGER, NUMBER, TEXT, Token
from quorum.parser import words
from quorum.parser.blocks import (
    AFTER_NAME,
    CLOSERS,
    MEMBER_STARTERS,
    STARTERS,
    BlockReader,
)
from quorum.parser.expressions import PRIMITIVES, VALUE_STARTERS
from quorum.parser.tokens import Abandon, reserved_name
from quorum.suggest import nearest
from quorum.syntax_tree import (
    Alert,
    Assignment,
    Branch,
    Broken,
    Chain,
    Check,
    Declaration,
    Detect,
    Expression,
    Identifier,
    If,
    Output,
    QualifiedName,
    RepeatTimes,
    RepeatWhile,
    Return,
    Say,
    SoloCall,
    Statement,
)

# Where the number of a `repeat` surely is over.
_BEGINNINGS = STARTERS | CLOSERS | MEMBER_STARTERS | {END_OF_FILE, "times"}


class StatementReader(BlockReader):
    """Everything that does something."""

    def statement(self) -> Statement | None:
        """One statement; the parser stands on its first token."""
        self.depth = 0
        self.value_missing_at = None
        token = self.token
        kind = token.kind
        if kind == IDENTIFIER:
            return self.statement_with_name()
        if kind in PRIMITIVES or kind in {"constant", "public", "private"}:
            return self.declaration()
        if kind == "output":
            self.take()
            value = self.expression()
            return Output(self.span_from(token.start), value)
        if kind == "if":
            return self.if_statement()
        if kind == "repeat":
            return self.repeat()
        if kind in {"while", "until"}:
            self.repaired(Code.WORD_TOO_MUCH, token.span, word=kind, variant="while")
            return self.repeat_condition(token)
        if kind == "return":
            return self.return_statement()
        if kind in {"me", "parent"}:
            return self.statement_with_chain()
        if kind == "say":
            self.take()
            value = self.expression()
            return Say(self.span_from(token.start), value)
        if kind == "alert":
            self.take()
            opening = self.token
            self.expect("(", "after_alert")
            value = self.expression()
            self.close(opening)
            return Alert(self.span_from(token.start), value)
        if kind == "check":
            return self.check()
        return self.no_statement()

    def no_statement(self) -> NoReturn:
        """A token that no statement begins with."""
        token = self.token
        if token.kind in {INTEGER, NUMBER}:
            glued = self.peek()
            if glued.kind == IDENTIFIER and glued.start == token.end:
                self.name_starts_with_digit()
            self.fail(Code.NOT_A_STATEMENT, token.span, variant="value", **self.found())
        if token.kind in {TEXT, "true", "false", "undefined", "(", "-", "not", "cast", "input"}:
            self.fail(Code.NOT_A_STATEMENT, token.span, variant="value", **self.found())
        if token.kind == "times":
            self.fail(Code.STRAY_WORD, token.span, word=token.kind, variant="times")
        if token.kind in {"++", "["}:
            self.fail(Code.STRAY_WORD, token.span, word=token.kind)
        if token.kind == ")":
            self.fail(Code.STRAY_WORD, token.span, word=token.kind, variant="parenthesis")
        self.fail(Code.STRAY_WORD, token.span, word=token.text)

    def statement_with_name(self) -> Statement | None:
        """A statement that begins with a name: declaration, assignment or call."""
        token, following = self.token, self.peek()
        kind = following.kind
        if kind == "=":
            name = self.identifier("variable")
            self.take()
            value = self.expression()
            self.after_expression()
            return Assignment(self.span_from(token.start), False, None, None, name, value)
        if kind in {"(", ":"}:
            return self.statement_with_chain()
        if token.text in self.known_classes and kind in {IDENTIFIER, ".", "<"}:
            return self.declaration()
        foreign = words.FOREIGN_BLOCKS.get(token.text)
        if foreign is not None and not following.first:
            self.foreign_block(token, foreign)
            return None
        foreign = words.FOREIGN_LINES.get(token.text)
        if foreign is not None and kind not in {".", "<"}:
            self.report(Code.FOREIGN_STATEMENT, token.span, word=token.text, variant=foreign)
            self.take()
            self.skip_line()
            return None
        if kind == "." and self.is_dotted_call():
            return self.statement_with_chain()
        if kind in {IDENTIFIER, ".", "<"}:
            return self.declaration()
        if kind == "++" or (kind == "-" and self.peek(2).kind == "-"):
            sign = "+" if kind == "++" else "-"
            self.fail(
                Code.INCREMENT,
                (token.start, following.end),
                name=token.text,
                better=f"{token.text} = {token.text} {sign} 1",
            )
        if kind == "[":
            self.fail(Code.SQUARE_BRACKETS, following.span, variant="index")
        if kind in {"constant", *PRIMITIVES} and not following.first:
            self.fail(Code.STRAY_WORD, token.span, word=token.text, variant="before_type")
        if following.first or kind == END_OF_FILE:
            self.fail(Code.UNKNOWN_STATEMENT, token.span, name=token.text, variant="alone")
        return self.fail(Code.UNKNOWN_STATEMENT, token.span, name=token.text)

    def is_dotted_call(self) -> bool:
        """Whether `a.b.c(` or `a.b = ` stands here: a dot where a colon belongs."""
        distance = 1
        while self.peek(distance).kind == "." and self.peek(distance + 1).kind == IDENTIFIER:
            distance += 2
        return self.peek(distance).kind in {"(", "=", ":"}

    def foreign_block(self, token: Token, habit: str) -> None:
        """`for ...`, `def ...`: tell about it, read the block it opens, go on behind its `end`."""
        self.report(Code.FOREIGN_STATEMENT, token.span, word=token.text, variant=habit)
        self.take()
        self.skip_line()
        self.block(token._replace(kind="repeat"), frozenset({"end"}))
        self.accept("end")

    def after_expression(self) -> None:
        """What may stand wrongly behind a complete expression."""
        token = self.token
        if token.first:
            return
        if token.kind == "," and self.previous().kind == INTEGER and self.peek().kind == INTEGER:
            self.decimal_comma()
        if token.kind == ")":
            self.take()
            self.fail(Code.STRAY_WORD, token.span, word=")", variant="parenthesis")

    def statement_with_chain(self) -> Statement | None:
        """`a:f()`, `a:x = 1`, `me:x = 1`, `parent:P:x = 1`, `parent:P:f()`."""
        start = self.token
        value = self.chain()
        if not isinstance(value, Chain):
            self.fail(Code.NOT_A_STATEMENT, start.span, variant="me", **self.found())
        if self.token.kind == "=":
            return self.chain_assignment(value)
        if value.links[-1].arguments is None:
            if self.token.kind == "[":
                self.fail(Code.SQUARE_BRACKETS, self.token.span, variant="index")
            self.report(Code.FIELD_IS_NO_STATEMENT, value.span, text=self.text_of(value.span))
            if not self.token.first:
                raise Abandon
            return None
        self.after_expression()
        if not self.token.first and self.token.kind in {"+", "*", "/", "mod", "and", "or", ">"}:
            self.fail(Code.NOT_A_STATEMENT, self.token.span, variant="value", **self.found())
        return SoloCall(value.span, value)

    def text_of(self, span: tuple[int, int]) -> str:
        return self.reporter.source.text[span[0] : span[1]]

    def chain_assignment(self, target: Chain) -> Statement:
        """The target has been read; the parser stands on `=`."""
        links = target.links
        if any(link.arguments is not None for link in links):
            self.fail(Code.ASSIGNMENT_TO_VALUE, target.span, text=self.text_of(target.span))
        holder = target.holder
        too_far = len(links) > (1 if target.parent or target.me else 2)
        if too_far or (target.me and target.parent):
            self.fail(Code.ASSIGNMENT_TOO_FAR, target.span, text=self.text_of(target.span))
        if len(links) == 2:
            holder = links[0].name
        self.take()
        value = self.expression()
        self.after_expression()
        return Assignment(
            self.span_from(target.span[0]),
            target.me,
            holder,
            target.parent,
            links[-1].name,
            value,
        )

    def declaration(self) -> Declaration:
        """`[access] [constant] type name [= value]`"""
        start = self.token
        access = self.take().kind if self.token.kind in {"public", "private"} else None
        constant = self.accept("constant")
        if self.token.kind in PRIMITIVES and self.peek().kind == "=":
            word = self.token
            self.fail(Code.RESERVED_NAME, word.span, **reserved_name(word, "variable"))
        if (constant or access) and self.token.kind == IDENTIFIER and self.peek().kind == "=":
            self.fail(Code.EXPECTED_TYPE, self.token.span, variant="constant", **self.found())
        written = self.type_name()
        name = self.identifier("variable")
        value: Expression | None = None
        if self.accept("="):
            value = self.expression()
            self.after_expression()
        return Declaration(self.span_from(start.start), access, constant, written, name, value)

    def header(self, opening: Token) -> Expression:
        """The condition of a block; a broken one does not hide the block behind it."""
        self.value_missing_at = None
        try:
            condition = self.expression()
            self.value_missing_at = None
            return condition
        except Abandon:
            self.depth = 0
            while self.token.kind != END_OF_FILE and not self.token.first:
                if self.token.kind in {"times", "end"}:
                    break
                self.take()
            return Broken(opening.span)

    def drop_then(self) -> None:
        """`then`, `do` and the colon of Python are not written in Quorum."""
        token = self.token
        if token.first:
            return
        if token.kind == IDENTIFIER and token.text in {"then", "do", "alors", "faire"}:
            following = self.peek()
            if following.kind not in AFTER_NAME and token.text not in self.known_classes:
                self.repaired(Code.WORD_TOO_MUCH, token.span, word=token.text, variant="then")
                self.take()
        elif token.kind == ":" and self.peek().first:
            self.repaired(Code.WORD_TOO_MUCH, token.span, word=":", variant="colon")
            self.take()

    def if_statement(self) -> If:
        """`if ... elseif ... else ... end`"""
        start = self.take()
        closers = frozenset({"end", "else", "elseif"})
        branches: list[Branch] = []
        opening = start
        while True:
            condition = self.header(opening)
            self.drop_then()
            block = self.block(start, closers)
            branches.append(Branch(self.span_from(opening.start), condition, block))
            if self.token.kind != "elseif":
                break
            opening = self.take()
        otherwise: tuple[Statement, ...] | None = None
        else_if: tuple[int, int] | None = None
        if self.token.kind == "else":
            word = self.take()
            if self.token.kind == "if" and not self.token.first:
                else_if = word.start, self.token.end
            if self.token.kind == ":" and self.peek().first:
                self.drop_then()
            otherwise = self.block(start, frozenset({"end"}))
        if else_if is not None and self.token.kind != "end":
            self.report(Code.MISSING_END, else_if, variant="else_if")
        else:
            self.end(start)
        return If(self.span_from(start.start), tuple(branches), otherwise)

    def repeat(self) -> Statement:
        """`repeat n times`, `repeat while c`, `repeat until c`"""
        start = self.take()
        if self.token.kind in {"while", "until"}:
            return self.repeat_condition(start)
        if self.token.kind == "times" or (self.token.first and not self.times_ahead()):
            self.report(Code.REPEAT_NEEDS_KIND, start.span, variant="count")
            self.accept("times")
            count: Expression = Broken(start.span)
        else:
            count = self.header(start)
            if not self.accept("times"):
                self.times_missing(start, count)
        self.drop_then()
        block = self.block(start, frozenset({"end"}))
        self.end(start)
        return RepeatTimes(self.span_from(start.start), count, block)

    def times_ahead(self) -> bool:
        """Whether the `times` of a `repeat` comes before anything else begins."""
        distance = 0
        while self.peek(distance).kind not in _BEGINNINGS:
            distance += 1
        return self.peek(distance).kind == "times"

    def times_missing(self, start: Token, count: Expression) -> None:
        """`repeat 3` without `times`."""
        token = self.token
        word = token.text.lower()
        near = word in {"fois", "times"} or nearest(word, ("times",)) is not None
        if token.kind == IDENTIFIER and not token.first and near:
            self.repaired(
                Code.UNKNOWN_STATEMENT, token.span, name=token.text, better="times", variant="near"
            )
            self.take()
        elif not isinstance(count, Broken):
            self.report(
                Code.REPEAT_NEEDS_KIND, self.place(), text=self.text_of(count.span), **self.found()
            )

    def repeat_condition(self, start: Token) -> RepeatWhile:
        """The parser stands on `while` or `until`."""
        word = self.take()
        condition = self.header(word)
        self.drop_then()
        block = self.block(start._replace(kind="repeat"), frozenset({"end"}))
        self.end(start._replace(kind="repeat"))
        return RepeatWhile(self.span_from(start.start), word.kind == "until", condition, block)

    def return_statement(self) -> Return:
        """`return now` or `return value`"""
        start = self.take()
        if self.accept("now"):
            return Return(self.span_from(start.start), None)
        kind = self.token.kind
        if kind in CLOSERS or (self.token.first and kind not in VALUE_STARTERS):
            self.report(Code.RETURN_NEEDS_VALUE, start.span)
            return Return(start.span, None)
        value = self.expression()
        self.after_expression()
        return Return(self.span_from(start.start), value)

    def check(self) -> Check:
        """`check ... detect ... always ... end`"""
        start = self.take()
        closers = frozenset({"end", "detect", "always"})
        block = self.block(start, closers)
        detects: list[Detect] = []
        while self.token.kind == "detect":
            detects.append(self.detect(start, closers))
        always: tuple[Statement, ...] | None = None
        if self.accept("always"):
            always = self.block(start, frozenset({"end"}))
        if not detects and always is None and self.token.kind == "end":
            self.report(Code.CHECK_NEEDS_DETECT, start.span)
        self.end(start)
        return Check(self.span_from(start.start), block, tuple(detects), always)

    def detect(self, start: Token, closers: frozenset[str]) -> Detect:
        """`detect name [is Class {or Class}] block`"""
        word = self.take()
        name = Identifier(word.span, "e")
        classes: list[QualifiedName] = []
        try:
            name = self.identifier("detect")
            if self.accept("is"):
                classes.append(self.qualified_name("class"))
                while self.accept("or"):
                    classes.append(self.qualified_name("class"))
            self.drop_then()
        except Abandon:
            self.skip_line()
        block = self.block(start, closers)
        return Detect(self.span_from(word.start), name, tuple(classes), block)
