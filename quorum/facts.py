"""Counts and collects what a program uses, for the checks of missions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.compilation import ProgramFacts


def facts_of(programs: Sequence[tree.Program], checked: typed.Program) -> ProgramFacts:
    """The facts about a program that has no mistakes."""
    collector = _Collector()
    for program in programs:
        class_ = program.class_
        if not class_.implicit:
            collector.constructs.add("class")
        if program.uses:
            collector.constructs.add("use")
        for member in class_.members:
            collector.member(member, implicit_main=class_.implicit)
    return ProgramFacts(
        statement_count=collector.count,
        constructs=frozenset(collector.constructs),
        library_classes=checked.library_classes,
        calls=checked.calls,
    )


class _Collector:
    def __init__(self) -> None:
        self.count = 0
        self.constructs: set[str] = set()

    def member(self, member: tree.Member, *, implicit_main: bool) -> None:
        if isinstance(member, tree.ActionDeclaration):
            # The implicit Main of a program of statements has no name in the text.
            if not (implicit_main and member.name.span[0] == member.name.span[1]):
                self.constructs.add("action")
            if member.parameters:
                self.constructs.add("parameters")
            if member.returns is not None:
                self.constructs.add("returns")
            self.block(member.block or ())
        elif isinstance(member, tree.OnCreate):
            self.constructs.add("on create")
            self.block(member.block)
        else:
            self.constructs.add("field")
            self.statement(member)

    def block(self, block: Iterable[tree.Statement]) -> None:
        for statement in block:
            self.statement(statement)

    def statement(self, statement: tree.Statement) -> None:
        self.count += 1
        add = self.constructs.add
        match statement:
            case tree.If():
                add("if")
                if len(statement.branches) > 1:
                    add("elseif")
                for branch in statement.branches:
                    self.expression(branch.condition)
                    self.block(branch.block)
                if statement.otherwise is not None:
                    add("else")
                    self.block(statement.otherwise)
            case tree.RepeatTimes():
                add("repeat times")
                self.expression(statement.count)
                self.block(statement.block)
            case tree.RepeatWhile():
                add("repeat until" if statement.until else "repeat while")
                self.expression(statement.condition)
                self.block(statement.block)
            case tree.Check():
                add("check")
                self.block(statement.block)
                for detect in statement.detects:
                    add("detect")
                    self.block(detect.block)
                if statement.always is not None:
                    add("always")
                    self.block(statement.always)
            case tree.Declaration():
                add("constant" if statement.constant else "variable")
                if statement.value is not None:
                    self.expression(statement.value)
            case tree.Assignment():
                add("variable")
                self.expression(statement.value)
            case tree.Return():
                add("return")
                if statement.value is not None:
                    self.expression(statement.value)
            case tree.Output() | tree.Say() | tree.Alert():
                add(type(statement).__name__.lower())
                self.expression(statement.value)
            case tree.SoloCall():
                self.expression(statement.call)

    def expression(self, first: tree.Expression) -> None:
        waiting: list[tree.Expression] = [first]
        while waiting:
            node = waiting.pop()
            match node:
                case tree.Binary():
                    self.constructs.add(node.operator)
                    waiting += (node.left, node.right)
                case tree.Unary():
                    if node.operator == "not":
                        self.constructs.add("not")
                    waiting.append(node.operand)
                case tree.IsTest():
                    self.constructs.add("is")
                    waiting.append(node.operand)
                case tree.Cast():
                    self.constructs.add("cast")
                    waiting.append(node.operand)
                case tree.Input():
                    self.constructs.add("input")
                    if node.prompt is not None:
                        waiting.append(node.prompt)
                case tree.Chain():
                    for link in node.links:
                        waiting += link.arguments or ()
