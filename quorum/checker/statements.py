"""What a statement means, and whether the values in it are of the right types."""

from __future__ import annotations

from collections.abc import Sequence

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.expressions import BAD, assigned
from quorum.checker.flow import statement_returns
from quorum.checker.variables import VariableChecker, advice_for
from quorum.checker.world import Unit, World
from quorum.codes import Code
from quorum.conversions import fits
from quorum.inheritance import may_inherit
from quorum.types import (
    BOOLEAN,
    ERROR_NAME,
    INTEGER,
    NOTHING,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    ClassInfo,
    ClassType,
    Type,
    is_numeric,
    is_primitive,
)

# A `check` may need three indentations; see `DEEPEST_BLOCK` of the parser.
DEEPEST_CHECK = 12

# MicroPython jumps over 32 KB of bytecode at most; three times as many branches are more.
MOST_BRANCHES = 500


class StatementChecker(VariableChecker):
    """The statements of one action, `on create` or field."""

    def __init__(self, world: World, unit: Unit) -> None:
        super().__init__(world, unit)
        self.returns: Type = NOTHING
        self.action_name = ""
        self.checks = 0

    # --- blocks ---

    def block(self, statements: Sequence[tree.Statement], *, scoped: bool = True) -> typed.Block:
        """The statements of a block, in a scope of their own."""
        if scoped:
            self.scope.open()
        result: list[typed.Statement] = []
        over: tree.Statement | None = None
        for statement in statements:
            if over is not None:
                self.reporter.error(
                    Code.UNREACHABLE,
                    statement.span,
                    line=str(self.reporter.line(over.span[0])),
                    word=_opening_word(over),
                )
                over = None
                break
            checked = self.statement(statement)
            if checked is not None:
                result.append(checked)
            plain = isinstance(statement, tree.Return | tree.Alert)
            if plain or (self.returns != NOTHING and statement_returns(statement)):
                over = statement
        if scoped:
            self.scope.close()
        return tuple(result)

    def statement(self, node: tree.Statement) -> typed.Statement | None:
        """One statement; None for one that does nothing at run time or was wrong."""
        self.operators = 0
        match node:
            case tree.Assignment():
                return self.assignment(node)
            case tree.Declaration():
                return self.declaration(node)
            case tree.SoloCall():
                return typed.Evaluate(node.span[0], self.solo_call(node.call))
            case tree.Output() | tree.Say():
                return self.output(node)
            case tree.If():
                return self.if_statement(node)
            case tree.RepeatTimes():
                return self.repeat_times(node)
            case tree.RepeatWhile():
                return self.repeat_while(node)
            case tree.Return():
                return self.return_statement(node)
            case tree.Alert():
                return self.alert(node)
            case tree.Check():
                return self.check(node)

    def solo_call(self, node: tree.Chain) -> typed.Expression:
        """A call whose result nobody wants, so an undefined one is not looked into."""
        call = self.expression(node)
        return call.operand if isinstance(call, typed.Convert) else call

    # --- the rest ---

    def output(self, node: tree.Output | tree.Say) -> typed.Statement:
        word = "say" if isinstance(node, tree.Say) else "output"
        value = self.value(node.value)
        if not is_primitive(value.type) and value.type != UNKNOWN:
            self.reporter.error(
                Code.NOT_SHOWABLE,
                node.value.span,
                word=word,
                type=str(value.type),
                variant="undefined" if value.type == UNDEFINED else "",
            )
        return typed.Output(node.span[0], value)

    def condition(self, node: tree.Expression, code: Code, word: str) -> typed.Expression:
        """A condition, which must be a boolean."""
        value = self.value(node)
        if value.type not in (BOOLEAN, UNKNOWN):
            self.reporter.error(
                code,
                node.span,
                word=word,
                found=str(value.type),
                variant="number" if is_numeric(value.type) else "",
            )
        return value

    def if_statement(self, node: tree.If) -> typed.Statement:
        branches: list[typed.Branch] = []
        if len(node.branches) > MOST_BRANCHES:
            self.reporter.error(
                Code.TOO_DEEP,
                node.branches[MOST_BRANCHES].condition.span,
                limit=str(MOST_BRANCHES),
                variant="branches",
            )
        for place, branch in enumerate(node.branches):
            word = "elseif" if place else "if"
            condition = self.condition(branch.condition, Code.CONDITION_NOT_BOOLEAN, word)
            block = self.block(branch.block)
            branches.append(typed.Branch(branch.span[0], condition, block))
        otherwise = None if node.otherwise is None else self.block(node.otherwise)
        return typed.If(node.span[0], tuple(branches), otherwise)

    def repeat_times(self, node: tree.RepeatTimes) -> typed.Statement:
        count = self.value(node.count)
        if count.type not in (INTEGER, UNKNOWN):
            self.reporter.error(Code.TIMES_NOT_INTEGER, node.count.span, found=str(count.type))
        block = self.block(node.block)
        return typed.RepeatTimes(node.span[0], count, block)

    def repeat_while(self, node: tree.RepeatWhile) -> typed.Statement:
        word = "until" if node.until else "while"
        condition = self.condition(node.condition, Code.LOOP_NOT_BOOLEAN, f"repeat {word}")
        block = self.block(node.block)
        return typed.RepeatWhile(node.span[0], node.until, condition, block)

    def return_statement(self, node: tree.Return) -> typed.Statement:
        if node.value is None:
            if self.returns not in (NOTHING, UNKNOWN):
                self.reporter.error(
                    Code.RETURN_NOW_NEEDS_VALUE,
                    node.span,
                    name=self.action_name,
                    expected=str(self.returns),
                )
            return typed.Return(node.span[0], None)
        value = self.value(node.value)
        if self.returns == NOTHING:
            if value.type != UNKNOWN:
                self.return_too_much(node.value.span, value.type)
            return typed.Return(node.span[0], None)
        if not fits(self.returns, value.type):
            self.reporter.error(
                Code.WRONG_RETURN,
                node.value.span,
                name=self.action_name,
                expected=str(self.returns),
                found=str(value.type),
                variant=advice_for(self.returns, value.type),
            )
            return typed.Return(node.span[0], BAD)
        return typed.Return(node.span[0], assigned(self.returns, value))

    def return_too_much(self, span: tree.Span, kind: Type) -> None:
        """A result in an action without `returns`; where it all begins, none can be declared."""
        self.reporter.error(
            Code.RETURN_WITHOUT_RETURNS,
            span,
            name=self.action_name,
            found=str(kind),
            variant="main" if self.action_name in {"Main", "on create"} else "",
        )

    def alert(self, node: tree.Alert) -> typed.Statement:
        value = self.value(node.value)
        kind = value.type
        is_error = isinstance(kind, ClassType) and may_inherit(kind.info, self.error_class())
        if kind not in (TEXT, UNKNOWN) and not is_error:
            self.reporter.error(Code.WRONG_ALERT, node.value.span, found=str(kind))
        return typed.Alert(node.span[0], value)

    def error_class(self) -> ClassInfo:
        return self.world.library_class(ERROR_NAME)

    def check(self, node: tree.Check) -> typed.Statement:
        self.checks += 1
        if self.checks == DEEPEST_CHECK + 1:
            limit = str(DEEPEST_CHECK)
            self.reporter.error(Code.TOO_DEEP, node.span, limit=limit, variant="block")
        block = self.block(node.block)
        named: set[ClassInfo] = set()
        detects = tuple(self.detect(detect, named) for detect in node.detects)
        always = None if node.always is None else self.block(node.always)
        self.checks -= 1
        return typed.Check(node.span[0], block, detects, always)

    def detect(self, node: tree.Detect, named: set[ClassInfo]) -> typed.Detect:
        """One `detect`; `named` holds the classes that earlier ones of the `check` catch."""
        error = self.error_class()
        classes: list[ClassInfo] = []
        if not node.classes:
            if error in named:
                self.reporter.error(Code.DETECT_TWICE, node.name.span, name="Error", variant="all")
            named.add(error)
        for name in node.classes:
            found = self.names.class_named(name)
            if found is None:
                continue
            if not may_inherit(found, error):
                self.reporter.error(Code.NOT_AN_ERROR, name.span, name=found.name)
                continue
            if found in named:
                self.reporter.error(Code.DETECT_TWICE, name.span, name=found.name)
            named.add(found)
            self.names.note(found)
            if found is not error:
                classes.append(found)
        if any(self.names.lookup(name) is error for name in node.classes):
            classes = []
        self.scope.open()
        known = self.scope.find(node.name.name)
        if known is not None:
            self.duplicate_variable(node.name, known)
        local = typed.Local(node.name.name, ClassType(error), False, node.name.span[0])
        self.scope.declare(local)
        block = self.block(node.block, scoped=False)
        self.scope.close()
        return typed.Detect(node.span[0], local, tuple(classes), block)


def _opening_word(statement: tree.Statement) -> str:
    if isinstance(statement, tree.Alert):
        return "alert"
    return "if" if isinstance(statement, tree.If) else "return"
