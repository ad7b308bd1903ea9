"""Writes statements."""

from __future__ import annotations

from quorum import typed_tree as typed
from quorum.checker.definedness import may_be_undefined
from quorum.compilation import SourceLine
from quorum.diagnostics import Reporter
from quorum.translator.expressions import ExpressionWriter
from quorum.translator.naming import Names, variable_name
from quorum.translator.pieces import NOT
from quorum.translator.runtime import Needs
from quorum.translator.writer import Writer
from quorum.types import TEXT, ClassInfo


class StatementWriter(ExpressionWriter):
    """Statements of one program, into one writer."""

    def __init__(
        self, writer: Writer, names: Names, needs: Needs, secondary: frozenset[ClassInfo]
    ) -> None:
        super().__init__(names, needs, secondary)
        self.out = writer
        self.reporter: Reporter | None = None
        self.class_in_hand = ""
        self.action = ""
        self._checks = 0
        # Flags to raise before a `return` that leaves a `detect` block past its `always`.
        self._leaving: list[str] = []

    def at(self, offset: int) -> None:
        """What follows comes from this place of the source."""
        if self.reporter is not None:
            self.out.source = SourceLine(
                self.reporter.source.name,
                self.reporter.line(offset),
                self.action,
                self.class_in_hand,
            )

    def block(self, block: typed.Block) -> None:
        """The statements of a block, indented; an empty one says `pass`."""
        with self.out.indented():
            before = self.out.mark()
            for statement in block:
                self.statement(statement)
            if self.out.mark() == before:
                self.out.line("pass")

    def statement(self, statement: typed.Statement) -> None:
        self.at(statement.offset)
        line = self.out.line
        match statement:
            case typed.SetLocal():
                line(f"{variable_name(statement.local.name)} = {self.text(statement.value)}")
            case typed.Evaluate():
                line(self.text(statement.call))
            case typed.Output():
                self.needs.helper("output")
                line(f"output({self.formatted(statement.value).text})")
            case typed.SetField():
                target = self.field_target(statement.holder, statement.field)
                line(f"{target} = {self.text(statement.value)}")
            case typed.If():
                self.if_statement(statement)
            case typed.RepeatTimes():
                line(f"for _ in range({self.text(statement.count)}):")
                self.block(statement.block)
            case typed.RepeatWhile():
                if statement.until:
                    line(f"while not {self.text(statement.condition, NOT)}:")
                else:
                    line(f"while {self.text(statement.condition)}:")
                self.block(statement.block)
            case typed.Return():
                self.return_statement(statement)
            case typed.Alert():
                self.alert(statement)
            case typed.Check():
                self.check(statement)

    def if_statement(self, statement: typed.If) -> None:
        word = "if"
        for branch in statement.branches:
            self.at(branch.offset)
            self.out.line(f"{word} {self.text(branch.condition)}:")
            self.block(branch.block)
            word = "elif"
        if statement.otherwise is not None:
            self.out.line("else:")
            self.block(statement.otherwise)

    def return_statement(self, statement: typed.Return) -> None:
        if not self._leaving:
            value = "" if statement.value is None else f" {self.text(statement.value)}"
            self.out.line(f"return{value}")
            return
        if statement.value is not None:
            self.out.line(f"result = {self.text(statement.value)}")
        for flag in self._leaving:
            self.out.line(f"{flag} = True")
        self.out.line("return" if statement.value is None else "return result")

    def alert(self, statement: typed.Alert) -> None:
        value = statement.value
        if value.type == TEXT:
            self.needs.helper("Error")
            self.out.line(f"raise Error({self.formatted(value).text})")
        elif may_be_undefined(value):
            self.out.line(f"raise {self.needs.helper('defined')}({self.text(value)})")
        else:
            self.out.line(f"raise {self.text(value)}")

    # --- check ---

    def check(self, statement: typed.Check) -> None:
        """`try`; the `always` block is a `finally` that a `return` in a `detect` skips."""
        self._checks += 1
        number = self._checks
        if statement.always is None:
            self.check_and_detect(statement, number)
            return
        flag = ""
        if any(_has_return(detect.block) for detect in statement.detects):
            flag = f"left_{number}"
            self.out.line(f"{flag} = False")
        self.out.line("try:")
        with self.out.indented():
            if flag:
                self._leaving.append(flag)
            self.check_and_detect(statement, number)
            if flag:
                self._leaving.pop()
        self.out.line("finally:")
        if flag:
            with self.out.indented():
                self.out.line(f"if not {flag}:")
                self.block(statement.always)
        else:
            self.block(statement.always)

    def check_and_detect(self, statement: typed.Check, number: int) -> None:
        """The check block with its detect blocks."""
        if not statement.detects:
            self.out.line("if True:")
            self.block(statement.block)
            return
        self.needs.helper("Error")
        leaving, self._leaving = self._leaving, []
        self.out.line("try:")
        self.block(statement.block)
        self._leaving = leaving
        error = f"error_{number}"
        self.at(statement.detects[0].offset)
        self.out.line(f"except Error as {error}:")
        with self.out.indented():
            self.detects(statement.detects, error)

    def detects(self, detects: tuple[typed.Detect, ...], error: str) -> None:
        """Specific ones first; the one for everything is tried last, wherever it stands."""
        catch_all: typed.Detect | None = None
        word = "if"
        for detect in detects:
            if not detect.classes:
                catch_all = detect
                continue
            tests = [self.class_test(error, info) for info in detect.classes]
            self.at(detect.offset)
            self.out.line(f"{word} {' or '.join(tests)}:")
            self.detect_block(detect, error)
            word = "elif"
        if word == "if":
            if catch_all is not None:
                self.out.line(f"{variable_name(catch_all.local.name)} = {error}")
                for statement in catch_all.block:
                    self.statement(statement)
            return
        self.out.line("else:")
        if catch_all is not None:
            self.detect_block(catch_all, error)
        else:
            with self.out.indented():
                self.out.line("raise")

    def detect_block(self, detect: typed.Detect, error: str) -> None:
        with self.out.indented():
            self.out.line(f"{variable_name(detect.local.name)} = {error}")
            for statement in detect.block:
                self.statement(statement)


def _has_return(block: typed.Block) -> bool:
    """Whether a `return` stands anywhere in the block."""
    for statement in block:
        match statement:
            case typed.Return():
                return True
            case typed.If():
                if any(_has_return(branch.block) for branch in statement.branches):
                    return True
                if statement.otherwise is not None and _has_return(statement.otherwise):
                    return True
            case typed.RepeatTimes() | typed.RepeatWhile():
                if _has_return(statement.block):
                    return True
            case typed.Check():
                blocks = [statement.block, statement.always or ()]
                blocks += [detect.block for detect in statement.detects]
                if any(map(_has_return, blocks)):
                    return True
    return False
