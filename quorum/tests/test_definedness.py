"""A call on `undefined` is an error, although the translator leaves out most of the tests for it.

Small programs are made by chance that pass two boxes around, and what they do is compared with an
evaluator that looks at every single call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any
from unittest import mock

import pytest

from quorum.tests.programs import outputs

NAMES = "ab"
ROUNDS = 12

# Statements and conditions begin with their kind.
Tree = Any


class Maker:
    """Makes programs by chance."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._choose = self._chance.choice

    def block(self, depth: int = 3) -> list[Tree]:
        return [self.statement(depth) for _ in range(self._chance.randint(1, 4))]

    def statement(self, depth: int) -> Tree:
        kinds = ["touch", "touch", "set", "set", "set"]
        kind = self._choose([*kinds, "if", "if", "loop", "check"] if depth else kinds)
        match kind:
            case "touch":
                return "touch", self._choose(NAMES)
            case "set":
                return "set", self._choose(NAMES), self._choose(["undefined", "new", *NAMES])
            case "if":
                return "if", self.condition(), self.block(depth - 1), self.block(depth - 1)
            case "loop":
                word = self._choose(["while", "until", "times"])
                head = self._chance.randint(0, 3) if word == "times" else self.condition()
                return word, head, self.block(depth - 1)
        return "check", self.block(depth - 1), self.block(0), self.block(0)

    def condition(self, depth: int = 2) -> Tree:
        kind = self._chance.random()
        if depth and kind < 0.3:
            connection = self._choose(["and", "or"])
            return connection, self.condition(depth - 1), self.condition(depth - 1)
        if depth and kind < 0.4:
            return "not", self.condition(depth - 1)
        return self._choose(["=", "not=", "is", "full"]), self._choose(NAMES)


# --- as Quorum --------------------------------------------------------------------------------

_numbers = count()
FUEL = ["fuel = fuel - 1", "if fuel < 0", "return false", "end"]


def lines(block: Sequence[Tree]) -> list[str]:
    return [line for statement in block for line in _lines(statement)]


def _lines(statement: Tree) -> list[str]:
    match statement:
        case ("touch", name):
            return [f'{name}:Touch("{name}")']
        case ("set", name, "new"):
            fresh = f"fresh{next(_numbers)}"
            return [f"Box {fresh}", f"{name} = {fresh}"]
        case ("set", name, other):
            return [f"{name} = {other}"]
        case ("if", condition, then, other):
            return [f"if {_written(condition)}", *lines(then), "else", *lines(other), "end"]
        case ("while" | "until" as word, condition, body):
            return [f"repeat {word} {_written(condition)}", *FUEL, *lines(body), "end"]
        case ("times", rounds, body):
            return [f"repeat {rounds} times", *FUEL, *lines(body), "end"]
    _, body, handler, last = statement
    detect = f"detect e{next(_numbers)}"
    return ["check", *lines(body), detect, *lines(handler), "always", *lines(last), "end"]


def _written(condition: Tree) -> str:
    match condition:
        case ("not", operand):
            return f"(not ({_written(operand)}))"
        case ("and" | "or" as connection, one, other):
            return f"({_written(one)} {connection} {_written(other)})"
        case ("is", name):
            return f"({name} is Box)"
        case ("full", name):
            return f"{name}:IsFull()"
    operator, name = condition
    return f"({name} {operator} undefined)"


def program(block: Sequence[Tree]) -> str:
    return f"""
        class Main
            action Main
                Box one
                Box two
                Try(undefined, undefined)
                Try(one, undefined)
                Try(undefined, two)
                Try(one, one)
            end
            action Try(Box a, Box b)
                check
                    if not F(a, b)
                        output "stopped"
                    end
                detect e is UndefinedObjectError
                    output "failed"
                end
            end
            action F(Box a, Box b) returns boolean
                integer fuel = {ROUNDS}
                {chr(10).join(lines(block))}
                return true
            end
        end
    """


BOX = """
    class Box
        action Touch(text label)
            output label
        end
        action IsFull returns boolean
            output "full"
            return true
        end
    end
"""


# --- evaluated --------------------------------------------------------------------------------


class Failed(Exception):
    """A call on undefined."""


class Stopped(Exception):
    """`return false`"""


@dataclass
class Machine:
    """Evaluates programs; a name is true where it has an object."""

    defined: dict[str, bool]
    shown: list[str]
    fuel: int = field(default=ROUNDS)

    def call(self, name: str, label: str) -> bool:
        if not self.defined[name]:
            raise Failed
        self.shown.append(label)
        return True

    def holds(self, condition: Tree) -> bool:
        match condition:
            case ("not", operand):
                return not self.holds(operand)
            case ("and", one, other):
                return self.holds(one) and self.holds(other)
            case ("or", one, other):
                return self.holds(one) or self.holds(other)
            case ("full", name):
                return self.call(name, "full")
        operator, name = condition
        return self.defined[name] is (operator != "=")

    def run(self, block: Sequence[Tree]) -> None:
        for statement in block:
            self.statement(statement)

    def statement(self, statement: Tree) -> None:
        match statement:
            case ("touch", name):
                self.call(name, name)
            case ("set", name, value):
                self.defined[name] = self.defined.get(value, value == "new")
            case ("if", condition, then, other):
                self.run(then if self.holds(condition) else other)
            case ("while" | "until" as word, condition, body):
                while self.holds(condition) is (word == "while"):
                    self.round(body)
            case ("times", rounds, body):
                for _ in range(rounds):
                    self.round(body)
            case ("check", body, handler, last):
                try:
                    try:
                        self.run(body)
                    except Failed:
                        self.run(handler)
                finally:
                    self.run(last)

    def round(self, body: Sequence[Tree]) -> None:
        self.fuel -= 1
        if self.fuel < 0:
            raise Stopped
        self.run(body)


def expected(block: Sequence[Tree]) -> list[str]:
    shown: list[str] = []
    for one, other in ((False, False), (True, False), (False, True), (True, True)):
        try:
            Machine({"a": one, "b": other}, shown).run(block)
        except Stopped:
            shown.append("stopped")
        except Failed:
            shown.append("failed")
    return shown


@pytest.mark.parametrize("part", range(6))
def test_programs_fail_exactly_where_an_object_is_missing(part: int) -> None:
    for seed in range(80 * part, 80 * part + 80):
        block = Maker(seed).block()
        text = "use Libraries.Language.Errors.UndefinedObjectError\n" + program(block)
        with mock.patch("gc.collect"):  # each program begins with it; here it would be slow
            assert outputs(text, Box=BOX) == expected(block), f"seed {seed}"
