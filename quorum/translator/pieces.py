"""Python expressions in the making: their text, how tightly they bind, where their value lies."""

from __future__ import annotations

from dataclasses import dataclass

# How tightly the parts of a Python expression bind.
TERNARY = 1
OR = 2
AND = 3
NOT = 4
COMPARISON = 5
SUM = 6
PRODUCT = 7
SIGN = 8
ATOM = 9

SMALLEST, LARGEST = -(2**31), 2**31 - 1
# Small integers of MicroPython on 32 bits: tests with them need no memory.
SMALL = (-(2**30), 2**30 - 1)
# Ranges are not followed further than this.
FAR = 2**80

LEVEL = {"+": SUM, "-": SUM, "*": PRODUCT}


@dataclass(frozen=True, slots=True)
class Piece:
    """A Python expression, how tightly it binds and, for integers, where its value lies."""

    text: str
    level: int = ATOM
    low: int = SMALLEST
    high: int = LARGEST

    def at(self, level: int) -> str:
        """The text, in parentheses if it binds less tightly than needed."""
        return self.text if self.level >= level else f"({self.text})"

    @property
    def fits(self) -> bool:
        """Whether the value surely has 32 bits."""
        return self.low >= SMALLEST and self.high <= LARGEST


def is_variable(piece: Piece) -> bool:
    """Whether the piece is a plain local variable: it may be read twice."""
    return piece.text.startswith("v_") and piece.text.isidentifier()


def range_of(operator: str, left: Piece, right: Piece) -> tuple[int, int]:
    """Where the result of an operation lies."""
    if operator == "+":
        return left.low + right.low, left.high + right.high
    if operator == "-":
        return left.low - right.high, left.high - right.low
    corners = [one * other for one in (left.low, left.high) for other in (right.low, right.high)]
    return min(corners), max(corners)


def division_range(operator: str, left: Piece, divisor: int) -> tuple[int, int]:
    if operator == "mod":
        return (0 if left.low >= 0 else 1 - divisor), divisor - 1
    low = -(-left.low // divisor) if left.low < 0 else left.low // divisor
    high = -(-left.high // divisor) if left.high < 0 else left.high // divisor
    return low, high
