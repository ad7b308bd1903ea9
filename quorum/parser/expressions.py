"""Reading expressions: precedence climbing over the operators, chains for everything with `:`."""

from __future__ import annotations

from quorum.codes import Code
from quorum.lexer import IDENTIFIER, INTEGER, NUMBER, RESERVED, TEXT, Token
from quorum.parser.tokens import DEEPEST_EXPRESSION, TokenReader, TooDeep, reserved_name
from quorum.syntax_tree import (
    Binary,
    BooleanLiteral,
    Cast,
    Chain,
    Expression,
    Identifier,
    Input,
    IntegerLiteral,
    IsTest,
    Link,
    Me,
    NumberLiteral,
    QualifiedName,
    TextLiteral,
    TypeName,
    Unary,
    UndefinedLiteral,
)

PRIMITIVES = ("integer", "number", "text", "boolean")
VALUE_STARTERS = frozenset(
    {IDENTIFIER, INTEGER, NUMBER, TEXT, "true", "false", "undefined", "me", "parent"}
    | {"(", "-", "not", "cast", "input"}
)
LARGEST_INTEGER = 2147483647
_EQUALITY = 3
_IS = 4
_LEVELS = {
    "or": 1,
    "and": 2,
    "=": _EQUALITY,
    "not=": _EQUALITY,
    "is": _IS,
    ">": 5,
    ">=": 5,
    "<": 5,
    "<=": 5,
    "+": 6,
    "-": 6,
    "*": 7,
    "/": 7,
    "mod": 7,
}


class ExpressionReader(TokenReader):
    """Everything that has a value."""

    def expression(self, minimum: int = 1) -> Expression:
        """An expression whose operators bind at least as tightly as `minimum`."""
        start = self.token.start
        left = self.unary()
        taken = 0  # the level of the operator taken last in this loop
        while True:
            operator = self.token
            level = _LEVELS.get(operator.kind, 0)
            if level < minimum:
                return left
            if level == taken and level in {_EQUALITY, _IS}:
                self.report(Code.CHAINED_COMPARISON, operator.span, operator=operator.text)
            if taken == _IS and level > _IS:
                self.fail(Code.CHAINED_COMPARISON, operator.span, operator="is", variant="is")
            self.take()
            taken = level
            if level == _IS:
                name = self.qualified_name("class")
                left = IsTest((start, name.span[1]), left, name)
                continue
            right = self.expression(level + 1)
            left = Binary((start, right.span[1]), operator.kind, operator.span, left, right)

    def unary(self) -> Expression:
        """A primary with at most one `-` or `not` before it."""
        prefix = self.token
        if prefix.kind not in {"-", "not"}:
            return self.primary()
        self.take()
        if self.token.kind in {"-", "not"}:
            second = self.token
            self.report(
                Code.DOUBLE_PREFIX,
                (prefix.start, second.end),
                first=prefix.text,
                second=second.text,
            )
            while self.token.kind in {"-", "not"}:
                self.take()
        if (
            prefix.kind == "-"
            and self.token.kind == INTEGER
            and self.token.text.lstrip("0") == "2147483648"
        ):
            token = self.take()
            self.report(Code.INTEGER_TOO_BIG, token.span, text=token.text, variant="smallest")
            return IntegerLiteral(token.span, 0)
        operand = self.primary()
        return Unary((prefix.start, operand.span[1]), prefix.kind, operand)

    def primary(self) -> Expression:
        """A literal, a name, a call, a cast, something in parentheses."""
        token = self.token
        kind = token.kind
        if kind == IDENTIFIER or kind in {"me", "parent"}:
            if token.first and self.value_missing_at is None and self.peek().kind == "=":
                self.value_missing_at = self.position
            return self.after_value(self.chain())
        if kind == INTEGER:
            return self.integer()
        if kind == NUMBER:
            self.take()
            return self.after_number(token, NumberLiteral(token.span, float(token.text)))
        if kind == TEXT:
            self.take()
            return TextLiteral(token.span, token.text)
        if kind in {"true", "false"}:
            self.take()
            return BooleanLiteral(token.span, kind == "true")
        if kind == "undefined":
            self.take()
            return UndefinedLiteral(token.span)
        if kind == "(":
            self.deeper(token)
            self.take()
            inner = self.expression()
            self.close(token)
            self.depth -= 1
            return self.after_value(inner)
        if kind == "cast":
            return self.cast()
        if kind == "input":
            return self.input()
        if kind == "[":
            self.fail(Code.SQUARE_BRACKETS, token.span, variant="literal")
        return self.missing_value()

    def missing_value(self) -> Expression:
        """Something other than a value stands here: say so and give the statement up."""
        token = self.token
        if token.kind == "." and self.peek().kind in {INTEGER, IDENTIFIER}:
            after = self.peek()
            self.fail(
                Code.NUMBER_WITHOUT_DIGITS,
                (token.start, after.end),
                text=f".{after.text}",
                better=f"0.{after.text}",
            )
        before = self.previous()
        if token.kind in RESERVED and not token.first and before.kind != token.kind:
            if token.kind in _LEVELS or token.kind in {"times", "end"}:
                pass
            elif token.kind not in {"output", "say", "return", "repeat", "if", "while", "until"}:
                self.take()
                self.fail(Code.RESERVED_NAME, token.span, **reserved_name(token, "value"))
        self.fail(Code.EXPECTED_VALUE, self.place(), before=before.text, **self.found())

    def deeper(self, token: Token) -> None:
        """One level further inside; the caller goes back with `self.depth -= 1`."""
        self.depth += 1
        if self.depth > DEEPEST_EXPRESSION:
            self.report(Code.TOO_DEEP, token.span, limit=str(DEEPEST_EXPRESSION))
            raise TooDeep

    def integer(self) -> Expression:
        """An integer literal, which must fit 32 bits."""
        token = self.take()
        digits = token.text.lstrip("0") or "0"
        if len(digits) > 10 or int(digits) > LARGEST_INTEGER:
            self.report(Code.INTEGER_TOO_BIG, token.span, text=token.text)
            return IntegerLiteral(token.span, 0)
        return self.after_number(token, IntegerLiteral(token.span, int(digits)))

    def after_number(self, token: Token, value: Expression) -> Expression:
        """Letters glued to a number: `2x` is no product, `3,5` no decimal."""
        following = self.token
        if (
            following.kind == IDENTIFIER
            and following.start == token.end
            and self.peek().kind not in {"=", ":", "(", "<", IDENTIFIER}
        ):
            self.position -= 1
            self.token = token
            self.name_starts_with_digit()
        return value

    def after_value(self, value: Expression) -> Expression:
        """What other languages write behind a value: an index in brackets."""
        if self.token.kind == "[" and self.same_line(self.token):
            self.fail(Code.SQUARE_BRACKETS, self.token.span, variant="index")
        return value

    def cast(self) -> Expression:
        """`cast(type, expression)`"""
        start = self.take()
        opening = self.token
        self.expect("(", "after_cast")
        self.deeper(opening)
        written = self.type_name()
        self.expect(",", "inside_cast")
        operand = self.expression()
        self.close(opening)
        self.depth -= 1
        return Cast(self.span_from(start.start), written, operand)

    def input(self) -> Expression:
        """`input("question")` or `input()`"""
        start = self.take()
        opening = self.token
        self.expect("(", "after_input")
        self.deeper(opening)
        prompt = None if self.token.kind == ")" else self.expression()
        self.close(opening)
        self.depth -= 1
        return Input(self.span_from(start.start), prompt)

    # --- chains ---

    def chain(self) -> Chain | Me:
        """A name, a call, or several of them joined by `:`."""
        start = self.token.start
        me = False
        if self.token.kind == "me":
            if self.peek().kind != ":" and not self.dot_is_colon():
                token = self.take()
                return Me(token.span)
            self.take()
            self.colon()
            me = True
        holder: Identifier | None = None
        parent: QualifiedName | None = None
        if self.token.kind == "parent":
            if me:
                self.fail(Code.NOT_A_STATEMENT, self.token.span, variant="me_parent")
            parent = self.parent_of()
        elif (
            self.token.kind == IDENTIFIER
            and self.peek().kind == ":"
            and self.peek(2).kind == "parent"
        ):
            word = self.take()
            holder = Identifier(word.span, word.text)
            self.take()
            parent = self.parent_of()
        links = [self.link()]
        while self.token.kind == ":" or self.dot_is_colon():
            if self.peek().kind == "parent":
                self.fail(Code.NOT_A_STATEMENT, self.peek().span, variant="parent")
            self.colon()
            links.append(self.link())
        return Chain(self.span_from(start), me, holder, parent, tuple(links))

    def parent_of(self) -> QualifiedName:
        """`parent:P:`, returning P."""
        self.take()
        self.expect(":", "after_parent")
        name = self.qualified_name("class")
        self.expect(":", "after_parent_class")
        return name

    def dot_is_colon(self) -> bool:
        """Whether a dot stands where other languages call an action: `screen.Clear()`."""
        return (
            self.token.kind == "." or (self.token.kind == "me" and self.peek().kind == ".")
        ) and self.peek(1 if self.token.kind == "." else 2).kind in {IDENTIFIER, "parent"}

    def colon(self) -> None:
        """The `:` between the links of a chain; a dot is read as one."""
        if self.token.kind == ".":
            before, after = self.previous(), self.peek()
            self.repaired(
                Code.DOT_INSTEAD_OF_COLON,
                self.token.span,
                text=f"{before.text}.{after.text}",
                better=f"{before.text}:{after.text}",
            )
        self.take()

    def link(self) -> Link:
        """`name` or `name(arguments)`."""
        token = self.token
        if token.kind == IDENTIFIER:
            self.take()
            name = Identifier(token.span, token.text)
        else:
            name = self.identifier("member")
        if self.token.kind != "(":
            return Link(token.span, name, None)
        opening = self.token
        self.deeper(opening)
        self.take()
        arguments: list[Expression] = []
        if self.token.kind != ")":
            arguments.append(self.expression())
            while self.accept(","):
                arguments.append(self.expression())
        self.close(opening)
        self.depth -= 1
        return Link(self.span_from(token.start), name, tuple(arguments))

    # --- types ---

    def type_name(self) -> TypeName:
        """A type: a primitive word, or a class with its type arguments."""
        token = self.token
        if token.kind in PRIMITIVES:
            self.take()
            return TypeName(token.span, token.kind, None, ())
        if token.kind != IDENTIFIER:
            if token.kind == "undefined":
                self.take()
                self.fail(Code.EXPECTED_TYPE, token.span, variant="undefined", **self.found())
            self.fail(Code.EXPECTED_TYPE, self.place(), **self.found())
        name = self.qualified_name("class")
        arguments: tuple[TypeName, ...] = ()
        if self.token.kind == "<":
            self.deeper(self.token)
            arguments = self.type_arguments()
            self.depth -= 1
        return TypeName(self.span_from(token.start), None, name, arguments)

    def type_arguments(self) -> tuple[TypeName, ...]:
        """`<type, type>`"""
        self.take()
        arguments = [self.type_name()]
        while self.accept(","):
            arguments.append(self.type_name())
        if self.token.kind == ">=":
            self.fail(
                Code.EXPECTED_SYMBOL,
                self.token.span,
                symbol="> =",
                place_word="type_arguments_blank",
                **self.found(),
            )
        self.expect(">", "type_arguments")
        return tuple(arguments)
