"""Writes statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from quorum import typed_tree as typed
from quorum.compilation import SourceLine
from quorum.diagnostics import Reporter
from quorum.translator.deep import DEEPEST, Compound, changed_in, has_return
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
        # Blocks around the place in the Python function that is being written, the variables that
        # have a value there, and whether it is a function inside the one of the action.
        self._depth = 0
        self._known_locals: set[typed.Local] = set()
        self._is_inner = False
        self._functions = 0

    def at(self, offset: int) -> None:
        """What follows comes from this place of the source."""
        if self.reporter is not None:
            self.out.source = SourceLine(
                self.reporter.source.name,
                self.reporter.line(offset),
                self.action,
                self.class_in_hand,
            )

    def begin_body(self, parameters: Sequence[typed.Local] = ()) -> None:
        """A new action: only its parameters have values."""
        self._known_locals = set(parameters)
        self._functions = 0

    @contextmanager
    def nested(self, depth: int = 1) -> Iterator[None]:
        """What is written inside is indented; for Python it lies so many blocks deeper."""
        self._depth += depth
        with self.out.indented():
            yield
        self._depth -= depth

    def block(self, block: typed.Block) -> None:
        """The statements of a block, indented; an empty one says `pass`."""
        with self.nested():
            before = self.out.mark()
            for statement in block:
                self.statement(statement)
            if self.out.mark() == before:
                self.out.line("pass")

    def statement(self, statement: typed.Statement) -> None:
        if self._depth >= DEEPEST and isinstance(statement, Compound):
            self.inner_function(statement)
            return
        self.at(statement.offset)
        line = self.out.line
        match statement:
            case typed.SetLocal():
                self.set_local(statement)
            case typed.Evaluate():
                line(self.text(statement.call))
            case typed.Output():
                self.needs.helper("output")
                line(f"output({self.formatted(statement.value).text})")
            case typed.SetField():
                self.set_field(statement)
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

    def inner_function(self, statement: Compound) -> None:
        """A statement as a function that is called at once; see `translator.deep`."""
        self._functions += 1
        name = f"deeper_{self._functions}"
        leaves = has_return((statement,))
        changed = changed_in(statement) & self._known_locals
        outer = sorted(variable_name(local.name) for local in changed)
        if leaves:
            outer += self._leaving
        self.out.source = None
        self.out.line(f"def {name}():")
        around = self._depth, self._is_inner
        self._depth, self._is_inner = 0, True
        with self.out.indented():
            if outer:
                self.out.line(f"nonlocal {', '.join(outer)}")
            self.statement(statement)
        self._depth, self._is_inner = around
        self.out.source = None
        if not leaves:
            self.out.line(f"{name}()")
            return
        self.out.line(f"left = {name}()")
        self.out.line("if left:")
        with self.out.indented():
            self.out.line("return left" if self._is_inner else "return left[0]")

    def set_local(self, statement: typed.SetLocal) -> None:
        """An integer is stored first and then cut to 32 bits, where it could have more."""
        self._known_locals.add(statement.local)
        name = variable_name(statement.local.name)
        piece = self.raw(statement.value)
        self.out.line(_assignment(name, piece.text, statement.value))
        if not piece.fits:
            self.out.line(self.wrap_variable(name, piece))

    def set_field(self, statement: typed.SetField) -> None:
        target = self.field_target(statement.holder, statement.field)
        value = self.text(statement.value)
        if statement.holder is None:
            self.out.line(_assignment(target, value, statement.value))
        else:  # what stands before the dot is looked up once for reading, once for writing
            self.out.line(f"{target} = {value}")

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
        value = None if statement.value is None else self.text(statement.value)
        if self._leaving:
            if value is not None:
                self.out.line(f"result = {value}")
                value = "result"
            for flag in self._leaving:
                self.out.line(f"{flag} = True")
        if self._is_inner:
            value = f"({value},)"
        self.out.line("return" if value is None else f"return {value}")

    def alert(self, statement: typed.Alert) -> None:
        value = statement.value
        if value.type == TEXT:
            self.needs.helper("Error")
            self.out.line(f"raise Error({self.formatted(value).text})")
        elif self.may_be_undefined(value):
            self.out.line(f"raise {self.needs.helper('defined')}({self.text(value)})")
        else:
            self.out.line(f"raise {self.text(value)}")

    # --- check ---

    def check(self, statement: typed.Check) -> None:
        """`try`; the `always` block is a `finally` that a `return` in a `detect` skips."""
        self._checks += 1
        flag = ""
        if statement.always is not None and any(
            has_return(each.block) for each in statement.detects
        ):
            flag = f"left_{self._checks}"
            self.out.line(f"{flag} = False")
        error = f"error_{self._checks}"
        leaving = self._leaving
        if statement.detects:
            self._leaving = []
        both = bool(statement.detects) and statement.always is not None
        self._depth += both  # for Python these are two blocks
        self.out.line("try:")
        self.block(statement.block)
        self._leaving = [*leaving, flag] if flag else leaving
        if statement.detects:
            self.needs.helper("Error")
            self.at(statement.detects[0].offset)
            self.out.line(f"except Error as {error}:")
            with self.nested(3):
                self.detects(statement.detects, error)
        self._depth -= both
        self._leaving = leaving
        if statement.always is not None:
            self.always(statement.always, flag)

    def always(self, block: typed.Block, flag: str) -> None:
        self.out.line("finally:")
        if not flag:
            self.block(block)
            return
        with self.nested():
            self.out.line(f"if not {flag}:")
            self.block(block)

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
                self.detected(catch_all, error)
            return
        self.out.line("else:")
        if catch_all is not None:
            self.detect_block(catch_all, error)
        else:
            with self.out.indented():
                self.out.line("raise")

    def detect_block(self, detect: typed.Detect, error: str) -> None:
        with self.nested():
            self.detected(detect, error)

    def detected(self, detect: typed.Detect, error: str) -> None:
        """The statements of a `detect`, with its name for the error."""
        self._known_locals.add(detect.local)
        self.out.line(f"{variable_name(detect.local.name)} = {error}")
        for statement in detect.block:
            self.statement(statement)


def _assignment(target: str, text: str, value: typed.Expression) -> str:
    """`x = x + 1` as `x += 1`, as people write it in Python."""
    if isinstance(value, typed.Arithmetic | typed.Join):
        operator = "+" if isinstance(value, typed.Join) else value.operator
        start = f"{target} {operator} "
        # With more than one operator, numbers would be added in another order.
        single = isinstance(value.left, typed.LocalValue | typed.FieldValue)
        if single and operator in {"+", "-", "*"} and text.startswith(start):
            return f"{target} {operator}= {text.removeprefix(start)}"
    return f"{target} = {text}"
