"""Expressions made by chance from all that primitive values can do, and what each is worth.

An expression is made together with a function that gives its value, which follows the reference
and knows nothing of the compiler. `programs_by_chance` does the same with statements.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

INTEGER, NUMBER, TEXT, BOOLEAN = KINDS = "integer", "number", "text", "boolean"
OR, AND, EQUAL, RELATION, SUM, PRODUCT, SIGN, ATOM = range(8)
TOP = 2**31 - 1
FIELD = "field"  # how the names of fields begin
_MOST_STEPS, _LONGEST_TEXT = 5000, 2000
_EDGES = [0, 1, 2, 3, 7, 31, 100, 46341, 2**30 - 1, 2**30, TOP - 1, TOP]
_NUMBERS = [0.0, 0.1, 0.5, 1.0, 3.25, 100.0, 0.001, 12345678.0, 2.0**40]
_TEXTS = ["", "a", "b", "abc", "x y", "é", "1"]


class TooLongError(Exception):
    """The program does more than is worth comparing."""


class StoppedError(Exception):
    """A Quorum error, by the name of its class."""


@dataclass
class State:
    """What the program knows and has output; no name stands for two variables."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    steps: int = 0

    def step(self) -> None:
        """One more statement."""
        self.steps += 1
        if self.steps > _MOST_STEPS:
            raise TooLongError


@dataclass(frozen=True)
class Expression:
    """`alike`: both sides of all its operators have the same type, so a type can be inferred."""

    kind: str
    text: str
    level: int
    value: Callable[[State], Any]
    alike: bool = True

    def at(self, level: int) -> str:
        """Its text, in parentheses where it would bind too weakly."""
        return self.text if self.level >= level else f"({self.text})"

    def given_to(self, kind: str, state: State) -> Any:
        """Its value, widened for a number."""
        value = self.value(state)
        return float(value) if kind == NUMBER else value


@dataclass(frozen=True)
class Action:
    name: str
    kind: str
    parameters: list[tuple[str, str]]
    run: Callable[[State], Any]


Names = dict[str, str]  # the kinds of the variables that can be seen


def cut(value: int) -> int:
    """To 32 bits with a sign."""
    return (value + 2**31) % 2**32 - 2**31


def shown(value: Any) -> str:
    """A value as `output` shows it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, float):
        return str(value)
    if math.isnan(value):
        return "NaN"
    sign = "-" if math.copysign(1, value) < 0 else ""
    if value in (0, math.inf, -math.inf):
        return sign + ("Infinity" if value else "0.0")
    _, digits, exponent = Decimal(repr(abs(value))).normalize().as_tuple()
    point = len(digits) + int(exponent)
    plain = 0.001 <= abs(value) < 10**7
    places = point if plain else 1
    written = "".join(map(str, digits)).rjust(len(digits) + max(0, 1 - places), "0")
    written = written.ljust(places + 1, "0")
    places = max(places, 1)
    return f"{sign}{written[:places]}.{written[places:]}" + ("" if plain else f"E{point - 1}")


def _divided(a: int, b: int) -> int:
    if b == 0:
        raise StoppedError("DivideByZeroError")
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


def _number_divided(a: float, b: float) -> float:
    if b:
        return a / b
    return math.nan if a == 0 or math.isnan(a) else math.copysign(math.inf, a) * math.copysign(1, b)


def _to_integer(value: float) -> int:
    return 0 if math.isnan(value) else int(max(-TOP - 1, min(TOP, value)))


def _joined(a: Any, b: Any) -> str:
    text = shown(a) + shown(b)
    if len(text) > _LONGEST_TEXT:
        raise TooLongError
    return text


_INTEGER_OPERATORS: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divided,
    "mod": lambda a, b: a - b * _divided(a, b),
}
_NUMBER_OPERATORS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _number_divided,
}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "not=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_LEVELS = {"or": OR, "and": AND, "=": EQUAL, "not=": EQUAL, "+": SUM, "-": SUM}
_LEVELS |= dict.fromkeys(("<", "<=", ">", ">="), RELATION)
_LEVELS |= dict.fromkeys(("*", "/", "mod"), PRODUCT)


def binary(
    kind: str, sign: str, left: Expression, right: Expression, value: Callable[[State], Any]
) -> Expression:
    """Two sides and an operator; comparisons with `=` do not stand in a row."""
    level = _LEVELS[sign]
    text = f"{left.at(level + (level == EQUAL))} {sign} {right.at(level + 1)}"
    alike = left.kind == right.kind and left.alike and right.alike
    return Expression(kind, text, level, value, alike)


class ExpressionMaker:
    """Expressions over the variables that can be seen and the actions made so far."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.actions: list[Action] = []

    def expression(self, kind: str, names: Names, depth: int = 3) -> Expression:
        """Of this kind, for a number sometimes an integer that widens."""
        if depth == 0 or self.chance.random() < 0.2:
            return self.leaf(kind, names)
        actions = [action for action in self.actions if action.kind == kind]
        if actions and self.chance.random() < 0.15:
            return self.call(self.chance.choice(actions), names, depth)
        make = {INTEGER: self.integer, NUMBER: self.number, TEXT: self.joint, BOOLEAN: self.truth}
        return make[kind](names, depth - 1)

    def leaf(self, kind: str, names: Names) -> Expression:
        """A variable or a literal."""
        known = [name for name in names if names[name] == kind]
        if known and self.chance.random() < 0.75:
            name = self.chance.choice(known)
            through_me = name.startswith(FIELD) and self.chance.random() < 0.3
            text = f"me:{name}" if through_me else name
            return Expression(kind, text, ATOM, lambda state: state.values[name])
        choices: dict[str, Sequence[Any]] = {
            INTEGER: [*_EDGES, self.chance.randrange(1000)],
            NUMBER: [*_NUMBERS, self.chance.random()],
            TEXT: _TEXTS,
            BOOLEAN: [True, False],
        }
        value = self.chance.choice(choices[kind])
        number = f"{Decimal(repr(value)):f}" if kind == NUMBER else ""
        text = number or (f'"{value}"' if kind == TEXT else shown(value))
        return Expression(kind, text, ATOM, lambda _: value)

    def sides(self, pairs: Sequence[tuple[str, str]], names: Names, depth: int) -> list[Expression]:
        """Two expressions of kinds that go together."""
        return [self.expression(kind, names, depth) for kind in self.chance.choice(pairs)]

    def integer(self, names: Names, depth: int) -> Expression:
        """An arithmetic expression, a negative, a cast, or the size of a text."""
        match self.chance.randrange(6):
            case 0:
                inner = self.expression(INTEGER, names, depth)
                text = f"-{inner.at(ATOM)}"
                return Expression(INTEGER, text, SIGN, lambda s: cut(-inner.value(s)), inner.alike)
            case 1:
                number = self.expression(NUMBER, names, depth)
                text = f"cast(integer, {number.text})"
                return Expression(INTEGER, text, ATOM, lambda s: _to_integer(number.value(s)))
            case 2 if texts := [name for name in names if names[name] == TEXT]:
                name = self.chance.choice(texts)
                text = f"{name}:GetSize()"
                return Expression(INTEGER, text, ATOM, lambda s: len(s.values[name]))
        sign = self.chance.choice([*_INTEGER_OPERATORS, "+", "-", "*"])
        left, right = self.sides([(INTEGER, INTEGER)], names, depth)
        act = _INTEGER_OPERATORS[sign]
        return binary(INTEGER, sign, left, right, lambda s: cut(act(left.value(s), right.value(s))))

    def number(self, names: Names, depth: int) -> Expression:
        """An arithmetic expression, a negative or a cast."""
        match self.chance.randrange(6):
            case 0:
                inner = self.expression(NUMBER, names, depth)
                text = f"-{inner.at(ATOM)}"
                return Expression(NUMBER, text, SIGN, lambda s: -inner.value(s), inner.alike)
            case 1:
                integer = self.expression(INTEGER, names, depth)
                text = f"cast(number, {integer.text})"
                return Expression(NUMBER, text, ATOM, lambda s: float(integer.value(s)))
        sign = self.chance.choice(list(_NUMBER_OPERATORS))
        pairs = [(NUMBER, NUMBER), (NUMBER, INTEGER), (INTEGER, NUMBER)]
        left, right = self.sides(pairs, names, depth)
        act = _NUMBER_OPERATORS[sign]
        return binary(
            NUMBER, sign, left, right, lambda s: act(float(left.value(s)), float(right.value(s)))
        )

    def joint(self, names: Names, depth: int) -> Expression:
        """A text joined with anything, or a cast."""
        if self.chance.random() < 0.3:
            inner = self.expression(self.chance.choice(KINDS), names, depth)
            text = f"cast(text, {inner.text})"
            return Expression(TEXT, text, ATOM, lambda s: shown(inner.value(s)))
        pairs = [pair for kind in KINDS for pair in ((TEXT, kind), (kind, TEXT))]
        left, right = self.sides(pairs, names, depth)
        return binary(TEXT, "+", left, right, lambda s: _joined(left.value(s), right.value(s)))

    def truth(self, names: Names, depth: int) -> Expression:
        """A comparison, `and`, `or` or `not`."""
        match self.chance.randrange(6):
            case 0:
                inner = self.expression(BOOLEAN, names, depth)
                text = f"not {inner.at(ATOM)}"
                return Expression(BOOLEAN, text, SIGN, lambda s: not inner.value(s), inner.alike)
            case 1 | 2:
                left, right = self.sides([(BOOLEAN, BOOLEAN)], names, depth)
                return self.chance.choice([self.both, self.either])(left, right)
        sign = self.chance.choice(list(_COMPARISONS))
        pairs = [(a, b) for a in (INTEGER, NUMBER) for b in (INTEGER, NUMBER)] + [(TEXT, TEXT)]
        left, right = self.sides(pairs, names, depth)
        act = _COMPARISONS[sign]
        return binary(BOOLEAN, sign, left, right, lambda s: act(left.value(s), right.value(s)))

    def both(self, left: Expression, right: Expression) -> Expression:
        """The right side is only asked where the left one holds."""
        return binary(BOOLEAN, "and", left, right, lambda s: left.value(s) and right.value(s))

    def either(self, left: Expression, right: Expression) -> Expression:
        """The right side is only asked where the left one does not hold."""
        return binary(BOOLEAN, "or", left, right, lambda s: left.value(s) or right.value(s))

    def call(self, action: Action, names: Names, depth: int) -> Expression:
        """An action with arguments, some of which widen."""
        given = [self.fitting(kind, names, depth - 1) for _, kind in action.parameters]

        def value(state: State) -> Any:
            values = [
                argument.given_to(kind, state)
                for argument, (_, kind) in zip(given, action.parameters, strict=True)
            ]
            for (name, _), each in zip(action.parameters, values, strict=True):
                state.values[name] = each
            return action.run(state)

        text = f"{action.name}({', '.join(argument.text for argument in given)})"
        return Expression(action.kind, text, ATOM, value)

    def fitting(self, kind: str, names: Names, depth: int = 3) -> Expression:
        """What a variable of this kind can be given: a number takes integers too."""
        widens = kind == NUMBER and self.chance.random() < 0.3
        return self.expression(INTEGER if widens else kind, names, depth)
