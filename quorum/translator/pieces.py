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

# Where an integer lies: from, to.
Range = tuple[int, int]

SMALLEST, LARGEST = -(2**31), 2**31 - 1
ANY: Range = (SMALLEST, LARGEST)
# Small integers of MicroPython on 32 bits: tests with them need no memory. One less at the lower
# end, which is written as the negative of a number that must be small itself.
SMALL: Range = (1 - 2**30, 2**30 - 1)
# Ranges are not followed further than this.
FAR = 2**80

LEVEL = {"+": SUM, "-": SUM, "*": PRODUCT}


# Characters: some variables and signs, but not two forms of a division.
_SHORT = 40


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
    def range(self) -> Range:
        """Where the value lies, for an integer."""
        return self.low, self.high

    @property
    def fits(self) -> bool:
        """Whether the value surely has 32 bits."""
        return fits(self.range)


def is_variable(piece: Piece) -> bool:
    """Whether the piece is a plain local variable: it may be read twice."""
    return piece.text.startswith("v_") and piece.text.isidentifier()


def is_short(piece: Piece) -> bool:
    """Whether the piece may be written twice: with long ones, a chain would double at each link."""
    return len(piece.text) <= _SHORT


def fits(range_: Range) -> bool:
    """Whether all values of the range have 32 bits."""
    return range_[0] >= SMALLEST and range_[1] <= LARGEST


def cut(range_: Range) -> Range:
    """Where the value lies when it has been cut to 32 bits."""
    return range_ if fits(range_) else ANY


def range_of(operator: str, left: Range, right: Range) -> Range:
    """Where the result of an operation lies, not cut to 32 bits yet."""
    if operator in {"/", "mod"}:
        return _division_range(operator, cut(left), cut(right))
    if operator == "+":
        low, high = left[0] + right[0], left[1] + right[1]
    elif operator == "-":
        low, high = left[0] - right[1], left[1] - right[0]
    else:
        corners = [one * other for one in left for other in right]
        low, high = min(corners), max(corners)
    return (low, high) if low >= -FAR and high <= FAR else (-FAR, FAR)


def _division_range(operator: str, left: Range, right: Range) -> Range:
    """Division truncates toward zero; what it leaves has the sign of the left side."""
    low, high = left
    if operator == "mod":
        rest = max(-right[0], right[1], 1) - 1
        return max(min(low, 0), -rest), min(max(high, 0), rest)
    if right[0] <= 0 <= right[1]:
        return ANY
    corners = [_truncated(one, other) for one in left for other in right]
    return cut((min(corners), max(corners)))


def _truncated(left: int, right: int) -> int:
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient
