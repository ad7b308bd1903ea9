"""Writes arithmetic.

Integers have 32 bits and wrap around. A sum, difference or product of wrapped integers may be
wrapped once at the end, which gives the same result; and where the range of the result is known
to fit, not at all. The test for small values is written in place, because on the board it costs a
tenth of a call; `wrap` does the rest.
"""

from __future__ import annotations

from quorum import typed_tree as typed
from quorum.conversions import Conversion
from quorum.translator.pieces import (
    ATOM,
    FAR,
    LARGEST,
    LEVEL,
    PRODUCT,
    SIGN,
    SMALL,
    SMALLEST,
    TERNARY,
    Piece,
    division_range,
    is_variable,
    range_of,
)
from quorum.translator.runtime import Needs
from quorum.types import (
    INTEGER,
)


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
        piece = self.number_operand(spine[-1].left)
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
        low, high = range_of(operator, left, right)
        return Piece(text, level, max(low, -FAR), min(high, FAR))

    def integer_division(self, part: typed.Arithmetic, left: Piece) -> Piece:
        """Truncates toward zero; Python's own operators round down."""
        right = self.piece(part.right)
        sign, helper = ("//", "divide") if part.operator == "/" else ("%", "remainder")
        divisor = right.low if right.low == right.high else 0
        if divisor > 0:
            low, high = division_range(part.operator, left, divisor)
            plain = f"{left.at(PRODUCT)} {sign} {right.at(SIGN)}"
            if left.low >= 0:
                return Piece(plain, PRODUCT, low, high)
            if is_variable(left):
                negative = f"-(-{left.text} {sign} {right.at(SIGN)})"
                return Piece(f"{plain} if {left.text} >= 0 else {negative}", TERNARY, low, high)
        else:
            low, high = SMALLEST, LARGEST
        self.needs.helper(helper)
        general = f"{helper}({left.text}, {right.text})"
        if not divisor and is_variable(left) and is_variable(right):
            fast = f"{left.text} {sign} {right.text}"
            return Piece(f"{fast} if {left.text} >= 0 < {right.text} else {general}", TERNARY)
        return Piece(general, ATOM, low, high)

    def number_operand(self, value: typed.Expression) -> Piece:
        """An operand of number arithmetic: Python widens an integer by itself."""
        if isinstance(value, typed.Convert) and value.how is Conversion.WIDEN:
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
        if operator == "/" and is_variable(right):
            fast = f"{left.at(PRODUCT)} / {right.text}"
            return Piece(f"{fast} if {right.text} else {general}", TERNARY)
        return Piece(general)

    def negate(self, value: typed.Negate) -> Piece:
        operand = self.raw(value.operand) if value.type == INTEGER else self.piece(value.operand)
        return Piece(f"-{operand.at(SIGN)}", SIGN, -operand.high, -operand.low)
