"""Integers wrap around at 32 bits exactly, although the translator leaves out most of the tests.

Small programs are made by chance, full of counters, conditions and numbers near the edges, and
what they do is compared with an evaluator that cuts every single result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any
from unittest import mock

import pytest

from quorum.tests.programs import outputs
from quorum.translator.pieces import range_of

NAMES = "abc"
TOP = 2**31 - 1
EDGES = [0, 1, 2, 7, 46341, 2**30, TOP - 3, TOP - 2, TOP - 1, TOP]
CONNECTED = {"and": all, "or": any}
COMPARISONS = ["<", "<=", ">", ">=", "=", "not="]

# Expressions are an integer, a name, (operator, left, right) or ("-", operand); conditions
# (operator, left, right) or ("not", condition); statements begin with their kind.
Tree = Any


def constant(value: int) -> Tree:
    """The smallest integer cannot be written as its digits behind a minus sign."""
    if value >= 0:
        return value
    return ("-", -value) if value >= -TOP else ("-", ("-", TOP), 1)


class Maker:
    """Makes programs by chance; they like to count, to compare and to stand near the edges."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._choose = self._chance.choice

    def start(self) -> int:
        return self._choose([1, -1]) * self._choose(EDGES)

    def expression(self, depth: int = 2) -> Tree:
        kind = self._chance.random()
        if not depth or kind < 0.3:
            return self._choose(NAMES) if self._chance.random() < 0.6 else self._choose(EDGES)
        if kind < 0.4:
            return "-", self.expression(depth - 1)
        operator = self._choose(["+", "-", "+", "-", "*", "/", "mod"])
        return operator, self.expression(depth - 1), self.expression(depth - 1)

    def step(self, name: str) -> Tree:
        return self._choose("+-"), name, self._chance.randint(1, 4)

    def condition(self, depth: int = 2) -> Tree:
        kind = self._chance.random()
        if depth and kind < 0.25:
            connection = self._choose(["and", "or"])
            return connection, self.condition(depth - 1), self.condition(depth - 1)
        if depth and kind < 0.35:
            return "not", self.condition(depth - 1)
        sides = [self._choose(NAMES), self.expression(1)]
        self._chance.shuffle(sides)
        return self._choose(COMPARISONS), *sides

    def block(self, depth: int = 3) -> list[Tree]:
        return [self.statement(depth) for _ in range(self._chance.randint(1, 4))]

    def statement(self, depth: int) -> Tree:
        kinds = ["set", "literal", "literal", "step", "step", "step", "fail"]
        if depth:
            kinds += ["if", "if", "loop", "loop", "check", "check", "stop", "stop"]
        kind = self._choose(kinds)
        match kind:
            case "set":
                return "set", self._choose(NAMES), self.expression()
            case "literal":
                return "set", self._choose(NAMES), constant(self.start())
            case "step":
                name = self._choose(NAMES)
                return "set", name, self.step(name)
            case "fail":
                return "if", self.condition(0), [("set", "c", ("/", 1, 0))], ("=", 0, 0), [], []
            case "if":
                first, second = self.condition(), self.condition()
                bodies = [self.block(depth - 1) for _ in range(3)]
                return "if", first, bodies[0], second, *bodies[1:]
            case "loop":
                word = self._choose(["while", "until", "times"])
                head = self._chance.randint(0, 4) if word == "times" else self.condition()
                return word, head, self.block(depth - 1)
            case "check":
                return "check", self.block(depth - 1), self.block(0), self.block(0)
        return "stop", self.condition()


# --- as Quorum --------------------------------------------------------------------------------


def written(tree: Tree) -> str:
    """An expression or a condition in Quorum."""
    match tree:
        case int() | str():
            return str(tree)
        case (operator, left, right):
            return f"({written(left)} {operator} {written(right)})"
        case ("-", operand):
            return f"(-({written(operand)}))"
        case _:
            return f"(not ({written(tree[1])}))"


def lines(block: Sequence[Tree]) -> list[str]:
    return [line for statement in block for line in _lines(statement)]


def _lines(statement: Tree) -> list[str]:
    match statement:
        case ("set", name, value):
            return [f"{name} = {written(value)}"]
        case ("output", value):
            return [f"output {written(value)}"]
        case ("if", first, one, second, other, rest):
            heads = [f"if {written(first)}", f"elseif {written(second)}", "else"]
            parts = zip(heads, (one, other, rest), strict=True)
            return [line for head, part in parts for line in (head, *lines(part))] + ["end"]
        case ("while" | "until" as word, condition, body):
            return [f"repeat {word} {written(condition)}", *FUEL, *lines(body), "end"]
        case ("times", count, body):
            return [f"repeat {count} times", *FUEL, *lines(body), "end"]
        case ("check", body, handler, last):
            head, middle, end = ["check", *lines(body)], ["detect e", *lines(handler)], lines(last)
            return [*head, *middle, "always", *end, "end"]
        case _:
            return [f"if {written(statement[1])}", "return false", "end"]


# No program runs for ever: each round of a loop uses some fuel.
FUEL = ["fuel = fuel - 1", "if fuel < 0", "return false", "end"]
ROUNDS = 40


# --- evaluated --------------------------------------------------------------------------------


def cut(value: int) -> int:
    return (value + 2**31) % 2**32 - 2**31


class Stopped(Exception):
    """`return false`"""


@dataclass
class Machine:
    """Evaluates programs, and cuts every result."""

    values: dict[str, int]
    shown: list[str]
    fuel: int = ROUNDS

    def value(self, tree: Tree) -> int:
        match tree:
            case int():
                return tree
            case str():
                return self.values[tree]
            case ("-", operand):
                return cut(-self.value(operand))
        operator, left, right = tree[0], self.value(tree[1]), self.value(tree[2])
        if operator in {"/", "mod"}:
            quotient = abs(left) // abs(right)
            quotient = quotient if (left < 0) == (right < 0) else -quotient
            return cut(quotient if operator == "/" else left - quotient * right)
        return cut({"+": left + right, "-": left - right, "*": left * right}[operator])

    def holds(self, tree: Tree) -> bool:
        match tree:
            case ("not", operand):
                return not self.holds(operand)
            case ("and" | "or" as operator, left, right):
                return CONNECTED[operator](self.holds(part) for part in (left, right))
        left, right = self.value(tree[1]), self.value(tree[2])
        return {
            "<": left < right,
            "<=": left <= right,
            ">": left > right,
            ">=": left >= right,
            "=": left == right,
            "not=": left != right,
        }[tree[0]]

    def run(self, block: Sequence[Tree]) -> None:
        for statement in block:
            self.statement(statement)

    def statement(self, statement: Tree) -> None:
        match statement:
            case ("set", name, value):
                self.values[name] = self.value(value)
            case ("output", value):
                self.shown.append(str(self.value(value)))
            case ("if", first, one, second, other, rest):
                taken = one if self.holds(first) else other if self.holds(second) else rest
                self.run(taken)
            case ("while" | "until" as word, condition, body):
                while self.holds(condition) is (word == "while"):
                    self.round(body)
            case ("times", count, body):
                for _ in range(count):
                    self.round(body)
            case ("check", body, handler, last):
                self.check(body, handler, last)
            case _:
                if self.holds(statement[1]):
                    raise Stopped

    def round(self, body: Sequence[Tree]) -> None:
        self.fuel -= 1
        if self.fuel < 0:
            raise Stopped
        self.run(body)

    def check(self, body: Sequence[Tree], handler: Sequence[Tree], last: Sequence[Tree]) -> None:
        """A `return` in the check block does the `always` block, one in `detect` does not."""
        try:
            self.run(body)
        except ZeroDivisionError:
            try:
                self.run(handler)
            except ZeroDivisionError:
                self.run(last)
                raise
        except Stopped:
            self.run(last)
            raise
        self.run(last)


Start = tuple[int, ...]


def expected(block: Sequence[Tree], starts: Sequence[Start]) -> list[str]:
    """What `program` outputs."""
    shown: list[str] = []
    for start in starts:
        machine = Machine(dict(zip(NAMES, start, strict=True)), shown)
        try:
            machine.run(block)
        except Stopped:
            shown.append("stopped")
        except ZeroDivisionError:
            shown.append("failed")
    return shown


# --- tests ------------------------------------------------------------------------------------


def program(block: Sequence[Tree], starts: Sequence[Start], known: Sequence[int] = ()) -> str:
    """The block in an action that is called for each of the starts.

    `known` says at which of them the variables are set inside: then the translator sees where
    they lie at first. All starts must agree there.
    """
    body = "\n".join(
        [
            f"integer fuel = {ROUNDS}",
            *(f"{NAMES[place]} = {written(constant(starts[0][place]))}" for place in known),
            *lines(block),
            "return true",
        ]
    )
    while "detect e\n" in body:  # each with a name of its own
        body = body.replace("detect e\n", f"detect e{body.count('detect e')}\n", 1)
    parameters = ", ".join(f"integer {name}" for name in NAMES)
    calls = "\n".join(
        f"Try({', '.join(written(constant(value)) for value in start)})" for start in starts
    )
    return f"""
        action Main
            {calls}
        end
        action Try({parameters})
            check
                if not F({", ".join(NAMES)})
                    output "stopped"
                end
            detect e
                output "failed"
            end
        end
        action F({parameters}) returns boolean
            {body}
        end
    """


def assert_calculates(
    block: Sequence[Tree], starts: Sequence[Start], known: Sequence[int] = ()
) -> None:
    with mock.patch("gc.collect"):  # each program begins with it; here it would be slow
        assert outputs(program(block, starts, known)) == expected(block, starts)


SHOW = [("output", name) for name in NAMES]


@pytest.mark.parametrize("operator", COMPARISONS)
@pytest.mark.parametrize("limit", [-TOP - 1, -TOP, -TOP + 1, -1, 0, 1, TOP - 1, TOP])
def test_a_condition_says_no_more_about_a_variable_than_is_true(operator: str, limit: int) -> None:
    """Every comparison with a number near an edge, in both directions, on both ways, in loops."""
    near = {cut(edge + step) for edge in (limit, TOP, 0) for step in range(-3, 4)}
    starts = [(value, 0, 0) for value in sorted(near)]
    steps = [("set", "b", ("+", "a", 1)), ("set", "c", ("-", "a", 1)), *SHOW]
    steps += [("set", "b", ("+", "a", 2)), ("set", "c", ("-", "a", 2)), *SHOW]
    for sides in (["a", constant(limit)], [constant(limit), "a"]):
        condition = (operator, *sides)
        assert_calculates([("if", condition, steps, condition, [], steps)], starts)
        assert_calculates([("stop", condition), *steps], starts)
        for word in ("while", "until"):
            for sign in "+-":
                step = ("set", "a", (sign, "a", 1))
                assert_calculates([(word, condition, [*steps, step]), *steps], starts)


@pytest.mark.parametrize("part", range(6))
def test_programs_calculate_like_an_evaluator_that_cuts_every_result(part: int) -> None:
    for seed in range(80 * part, 80 * part + 80):
        maker = Maker(seed)
        first = tuple(maker.start() for _ in NAMES)
        others = [(first[0], maker.start(), maker.start()) for _ in range(5)]
        block = [*maker.block(), *maker.block(), *SHOW]
        known = [0] if seed % 2 else []
        assert_calculates(block, [first, *others], known)


def test_what_an_error_leaves_behind_may_be_any_value() -> None:
    fail: Tree = ("set", "c", ("/", 1, 0))
    five, top = ("set", "a", 5), ("set", "a", TOP)
    more: list[Tree] = [("set", "b", ("+", "a", 1)), *SHOW]
    assert_calculates([five, ("check", [top, fail, five], more, []), *more], [(0, 0, 0)])
    assert_calculates([five, ("check", [fail], [top, fail, five], more), *more], [(0, 0, 0)])
    small: Tree = ("stop", (">", "a", 5))
    assert_calculates([("check", [fail, small], [fail, small], more), *more], [(TOP, 0, 0)])


def test_a_counter_that_wraps_around_is_no_longer_above_its_first_value() -> None:
    body: list[Tree] = [("set", "b", ("-", "a", 1)), *SHOW, ("set", "a", ("+", "a", 1))]
    start: Tree = ("set", "a", TOP - 2)
    assert_calculates([start, ("times", 5, body), *body], [(0, 0, 0)])
    assert_calculates([start, ("times", 3, [("times", 3, body)]), *body], [(0, 0, 0)])


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "mod"])
def test_no_result_lies_outside_of_its_range(operator: str) -> None:
    ranges = [(low, high) for low in range(-4, 5) for high in range(low, 5)]
    machine = Machine({}, [])
    for left, right in product(ranges, ranges):
        low, high = range_of(operator, left, right)
        pairs = product(range(left[0], left[1] + 1), range(right[0], right[1] + 1))
        for one, other in pairs:
            if other or operator not in {"/", "mod"}:
                result = machine.value((operator, constant(one), constant(other)))
                assert low <= result <= high, (left, operator, right)


def test_a_counter_in_a_loop_with_a_known_number_of_rounds_is_bounded_by_it() -> None:
    for start in (TOP - 12, TOP - 11, -TOP + 11, -TOP + 10, 0):
        known: Tree = ("set", "a", constant(start))
        step: Tree = ("set", "a", ("+" if start >= 0 else "-", "a", 2))
        edge: list[Tree] = [("set", "b", ("+", "a", 1)), ("set", "c", ("-", "a", 1)), *SHOW]
        inner = [*edge, step]
        assert_calculates([known, ("times", 6, inner), *edge], [(0, 0, 0)])
        assert_calculates([known, ("times", 2, [("times", 3, inner)]), *edge], [(0, 0, 0)])
        assert_calculates([known, ("times", 3, [*inner, *inner]), *edge], [(0, 0, 0)])
        once: Tree = ("if", ("=", "b", 7), inner, ("=", 0, 0), inner, [])
        assert_calculates([known, ("times", 6, [once]), *edge], [(0, 0, 0)])
