"""Writes arithmetic.

Integers have 32 bits and wrap around. A sum, difference or product of wrapped integers may be
wrapped once at the end, which gives the same result; and where the range of the result is known
to fit, not at all. The test for small values is written in place, because on the board it costs a
tenth of a call; `wrap` does the rest.
"""

from __future__ import annotations

from typing import TypeGuard

from quorum import typed_tree as typed
from quorum.conversions import Conversion
from quorum.translator.pieces import (
    ATOM,
    LARGEST,
    LEVEL,
    PRODUCT,
    SIGN,
    SMALL,
    SMALLEST,
    TERNARY,
    Piece,
    is_short,
    is_variable,
    range_of,
)
from quorum.translator.runtime import Needs
from quorum.types import (
    INTEGER,
)


def is_widened(value: typed.Expression) -> TypeGuard[typed.Convert]:
    """Whether the value is an integer that becomes a number."""
    return isinstance(value, typed.Convert) and value.how is Conversion.WIDEN


class ArithmeticWriter:
    """Sums, products and divisions; other expressions come from `translator.expressions`."""

    needs: Needs

    def raw(self, value: typed.Expression) -> Piece:
        """The expression; an integer may still have more than 32 bits."""
        raise NotImplementedError

    def piece(self, value: typed.Expression) -> Piece:
        """The expression with a value of the right size."""
        return self.wrapped(self.raw(value))

    def wrapped(self, piece: Piece) -> Piece:
        """The integer cut to 32 bits, where it could have more."""
        if piece.fits:
            return piece
        self.needs.helper("wrap")
        low, high = SMALL
        test = f"(w := {piece.text})"
        if piece.low < SMALLEST:
            test = f"{low} <= {test}"
        if piece.high > LARGEST:
            test = f"{test} <= {high}"
        return Piece(f"w if {test} else wrap(w)", TERNARY)

    def wrap_variable(self, name: str, piece: Piece) -> str:
        """The statement that cuts a variable to 32 bits after it was set to the piece."""
        self.needs.helper("wrap")
        low, high = SMALL
        if piece.low >= SMALLEST:
            test = f"{name} > {high}"
        elif piece.high <= LARGEST:
            test = f"{name} < {low}"
        else:
            test = f"not {low} <= {name} <= {high}"
        return f"if {test}: {name} = wrap({name})"

    def arithmetic(self, value: typed.Arithmetic) -> Piece:
        """A chain of operators is followed along its left side in a loop: it may be long."""
        spine = [value]
        while isinstance(spine[-1].left, typed.Arithmetic) and spine[-1].left.type == value.type:
            spine.append(spine[-1].left)
        if value.type == INTEGER:
            piece = self.raw(spine[-1].left)
            for part in reversed(spine):
                piece = self.integer_step(part, piece)
            return piece
        first = spine[-1]
        # One of the first two stays a number; from then on what stands on the left is one.
        piece = (
            self.piece(first.left) if is_widened(first.right) else self.number_operand(first.left)
        )
        for part in reversed(spine):
            piece = self.number_step(part, piece)
        return piece

    def integer_step(self, part: typed.Arithmetic, left: Piece) -> Piece:
        operator = part.operator
        if operator in {"/", "mod"}:
            return self.integer_division(part, self.wrapped(left))
        right = self.raw(part.right)
        level = LEVEL[operator]
        text = f"{left.at(level)} {operator} {right.at(level + 1)}"
        return Piece(text, level, *range_of(operator, left.range, right.range))

    def integer_division(self, part: typed.Arithmetic, left: Piece) -> Piece:
        """Truncates toward zero; Python's own operators round down."""
        right = self.piece(part.right)
        sign, helper = ("//", "divide") if part.operator == "/" else ("%", "remainder")
        low, high = range_of(part.operator, left.range, right.range)
        plain = Piece(f"{left.at(PRODUCT)} {sign} {right.at(SIGN)}", PRODUCT, low, high)
        if right.low > 0:
            if left.low >= 0:
                return plain
            if is_variable(left) and is_short(right):
                negative = f"-(-{left.text} {sign} {right.at(SIGN)})"
                text = f"{plain.text} if {left.text} >= 0 else {negative}"
                return Piece(text, TERNARY, low, high)
        self.needs.helper(helper)
        general = f"{helper}({left.text}, {right.text})"
        if right.low <= 0 < right.high and is_variable(right) and is_short(left):
            if left.low >= 0:
                return Piece(f"{plain.text} if {right.text} > 0 else {general}", TERNARY, low, high)
            if is_variable(left):
                test = f"{left.text} >= 0 < {right.text}"
                return Piece(f"{plain.text} if {test} else {general}", TERNARY, low, high)
        return Piece(general, ATOM, low, high)

    def number_operand(self, value: typed.Expression) -> Piece:
        """An operand beside a number: Python widens an integer by itself."""
        if is_widened(value):
            return self.piece(value.operand)
        return self.piece(value)

    def number_step(self, part: typed.Arithmetic, left: Piece) -> Piece:
        operator = part.operator
        right = self.number_operand(part.right)
        if operator in LEVEL:
            level = LEVEL[operator]
            return Piece(f"{left.at(level)} {operator} {right.at(level + 1)}", level)
        literal = part.right.value if isinstance(part.right, typed.Literal) else None
        if operator == "/" and literal:
            return Piece(f"{left.at(PRODUCT)} / {right.at(SIGN)}", PRODUCT)
        helper = "divide_number" if operator == "/" else "remainder_number"
        self.needs.helper(helper)
        general = f"{helper}({left.text}, {right.text})"
        if operator == "/" and is_variable(right) and is_short(left):
            fast = f"{left.at(PRODUCT)} / {right.text}"
            return Piece(f"{fast} if {right.text} else {general}", TERNARY)
        return Piece(general)

    def negate(self, value: typed.Negate) -> Piece:
        if value.type != INTEGER:
            return Piece(f"-{self.piece(value.operand).at(SIGN)}", SIGN)
        operand = self.raw(value.operand)
        return Piece(f"-{operand.at(SIGN)}", SIGN, -operand.high, -operand.low)
