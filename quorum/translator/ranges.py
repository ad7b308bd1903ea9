"""What variables hold, as far as the program itself shows it.

After `if n < 2 return n end` a variable `n` is at least 2, so that `n - 1` cannot go below the
smallest integer, and the translated program need not test it. After `dog:Bark()` a variable `dog`
is not undefined, as the call would have been an error. An action is followed along all of
its ways, from top to bottom. A loop is followed with a guess of what holds at the beginning of
each round; where the end of a round does not agree, the guess is made weaker until it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from quorum import typed_tree as typed
from quorum.checker.definedness import may_be_undefined
from quorum.conversions import Conversion
from quorum.translator.growth import Growth, counted, guess
from quorum.translator.known import DEFINED, End, Known
from quorum.translator.pieces import ANY, LARGEST, SMALLEST, Range, cut, range_of
from quorum.types import INTEGER

Ranges = Mapping[typed.LocalValue, Range]

# Rounds in which the guess for a loop may be corrected before nothing is assumed any more.
_CORRECTIONS = 2
# Loops inside loops are followed again and again; in the mean each statement only so often.
_TIMES_FOLLOWED = 4
_FREE_STATEMENTS = 500

# An object is the same one after these, and undefined stays undefined.
_SAME_OBJECT = (Conversion.NONE, Conversion.CHECK)

_OPPOSITE = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "not=", "not=": "="}
_TURNED = {"<": ">", ">": "<", ">=": "<=", "<=": ">=", "=": "=", "not=": "not="}


def find_ranges(block: typed.Block) -> Ranges:
    """What is known of each use of a variable in the body of an action; ANY is left out."""
    finder = _RangeFinder()
    finder.start(block)
    return finder.found


class _Values:
    """Expressions: each use of a variable is noted with what is known there."""

    def __init__(self) -> None:
        self.known = Known()
        self.found: dict[typed.LocalValue, Range] = {}
        self._compared: dict[typed.Compare, tuple[Range, Range]] = {}

    def value(self, value: typed.Expression) -> Range:
        """Where the value lies, cut to 32 bits."""
        return cut(self.exact(value))

    def exact(self, value: typed.Expression) -> Range:
        """Where an integer lies before it is cut; ANY for values of other types."""
        match value:
            case typed.LocalValue():
                return self._local(value)
            case typed.Literal():
                number = value.value
                return (number, number) if type(number) is int else ANY
            case typed.Arithmetic():
                return self._arithmetic(value)
            case typed.Negate():
                low, high = self.exact(value.operand)
                return (-high, -low) if value.type == INTEGER else ANY
            case typed.FieldValue():
                self._reach(value.holder)
                literal = value.field.literal
                return (literal, literal) if type(literal) is int else ANY
            case typed.Convert():
                exact = self.exact(value.operand)
                return exact if value.how is Conversion.NONE else ANY
            case typed.Compare():
                self._compared[value] = self.value(value.left), self.value(value.right)
            case typed.Logic():
                self._logic(value)
            case typed.Not() | typed.Is():
                self.exact(value.operand)
            case typed.Join():
                for part in _parts(value):
                    self.exact(part)
            case typed.PrimitiveCall():
                for part in (value.receiver, *value.arguments):
                    self.exact(part)
                return result_range(value)
            case typed.Call():
                self._reach(value.receiver)
                for argument in value.arguments:
                    self.exact(argument)
        return ANY

    def _local(self, value: typed.LocalValue) -> Range:
        literal = value.local.literal
        if literal is not None:
            return literal, literal
        known = self.known.get(value.local)
        if known == ANY:
            self.found.pop(value, None)
        else:
            self.found[value] = known
        return known if value.type == INTEGER else ANY

    def _reach(self, holder: typed.Expression | None) -> None:
        """What stands before a `:`; an error ends the program here if it is undefined."""
        if holder is not None:
            self.exact(holder)
            self._defined_now(holder)

    def _defined_now(self, value: typed.Expression) -> None:
        if isinstance(value, typed.LocalValue) and value.local.may_be_undefined:
            self.known.set(value.local, DEFINED)

    def is_defined(self, value: typed.Expression) -> bool:
        """Whether the value is surely not undefined, here."""
        while isinstance(value, typed.Convert) and value.how in _SAME_OBJECT:
            value = value.operand
        if isinstance(value, typed.LocalValue) and self.known.get(value.local) == DEFINED:
            return True
        return not may_be_undefined(value)

    def _arithmetic(self, value: typed.Arithmetic) -> Range:
        """A chain of operators is followed along its left side in a loop: it may be long."""
        chain = _chain(value)
        exact = self.exact(chain[0].left)
        for part in chain:
            right = self.exact(part.right)
            exact = range_of(part.operator, exact, right) if part.type == INTEGER else ANY
        return exact

    def _logic(self, value: typed.Logic) -> None:
        """What stands on the right is only asked when the left side was true (`and`) or false."""
        mark = self.known.mark()
        for part in _operands(value):
            self.exact(part)
            self.assume(part, value.operator == "and")
        self.known.back(mark)

    # --- conditions ---

    def assume(self, condition: typed.Expression, holds: bool) -> None:
        """Go on where the condition, which has been followed just now, is true or false."""
        match condition:
            case typed.Not():
                self.assume(condition.operand, not holds)
            case typed.Logic() if (condition.operator == "and") is holds:
                for part in _operands(condition):
                    self.assume(part, holds)
            case typed.Compare() if condition.left.type == INTEGER == condition.right.type:
                operator = condition.operator if holds else _OPPOSITE[condition.operator]
                left, right = self._compared[condition]
                self._narrow(condition.left, operator, left, right)
                self._narrow(condition.right, _TURNED[operator], right, left)
            case typed.Is() if holds:
                self._defined_now(condition.operand)
            case typed.Compare() if holds is (condition.operator == "not="):
                sides = condition.left, condition.right
                if any(isinstance(side, typed.Literal) and side.value is None for side in sides):
                    for side in sides:
                        self._defined_now(side)

    def _narrow(self, value: typed.Expression, operator: str, known: Range, other: Range) -> None:
        """`value` stands in this relation to something whose range is `other`."""
        if not isinstance(value, typed.LocalValue) or value.local.literal is not None:
            return
        low, high = known
        match operator:
            case "<":
                high = min(high, other[1] - 1)
            case "<=":
                high = min(high, other[1])
            case ">":
                low = max(low, other[0] + 1)
            case ">=":
                low = max(low, other[0])
            case "=":
                low, high = max(low, other[0]), min(high, other[1])
            case "not=" if other == (low, low):
                low += 1
            case "not=" if other == (high, high):
                high -= 1
        if low <= high:
            self.known.set(value.local, (low, high))


class _RangeFinder(_Values):
    """Statements: every way through an action."""

    def __init__(self) -> None:
        super().__init__()
        self._growth = Growth()
        self._reachable = True
        self._patience = 0

    def start(self, block: typed.Block) -> None:
        self._growth.of(block)
        self._patience = _TIMES_FOLLOWED * self._growth.statements + _FREE_STATEMENTS
        self._block(block)

    def _block(self, block: typed.Block) -> None:
        for statement in block:
            if not self._reachable:
                return
            self._patience -= 1
            self._statement(statement)

    def _statement(self, statement: typed.Statement) -> None:
        match statement:
            case typed.SetLocal():
                self._set_local(statement)
            case typed.Evaluate():
                self.exact(statement.call)
            case typed.Output():
                self.exact(statement.value)
            case typed.SetField():
                self.exact(statement.value)
                self._reach(statement.holder)
            case typed.Return():
                if statement.value is not None:
                    self.exact(statement.value)
                self._reachable = False
            case typed.Alert():
                self.exact(statement.value)
                self._reachable = False
            case typed.If():
                self._if(statement)
            case typed.RepeatTimes():
                _, rounds = self.value(statement.count)
                self._loop(statement.block, None, True, rounds)
            case typed.RepeatWhile():
                self._loop(statement.block, statement.condition, not statement.until)
            case typed.Check():
                self._check(statement)
            case _:
                assert_never(statement)  # a new statement could change a variable unseen

    def _set_local(self, statement: typed.SetLocal) -> None:
        local, range_ = statement.local, self.value(statement.value)
        if local.type != INTEGER:
            range_ = DEFINED if local.may_be_undefined and self.is_defined(statement.value) else ANY
        self.known.set(local, range_)

    def _end(self, mark: int) -> list[End]:
        """The end of one of several ways that began at `mark`; none if nobody gets there."""
        end = self.known.back(mark)
        reached = [end] if self._reachable else []
        self._reachable = True
        return reached

    def _join(self, ends: list[End]) -> None:
        self.known.join(ends)
        self._reachable = bool(ends)

    def _if(self, statement: typed.If) -> None:
        ends: list[End] = []
        start = self.known.mark()
        for branch in statement.branches:
            self.exact(branch.condition)
            mark = self.known.mark()
            self.assume(branch.condition, True)
            self._block(branch.block)
            ends += self._end(mark)
            self.assume(branch.condition, False)
        self._block(statement.otherwise or ())
        ends += self._end(start)
        self._join(ends)

    def _loop(
        self,
        block: typed.Block,
        condition: typed.Expression | None,
        holds: bool,
        rounds: int = LARGEST,
    ) -> None:
        """A loop that goes on while the condition is `holds`, but not for more rounds."""
        guesses = self._guesses(block, rounds)
        for correction in range(_CORRECTIONS + 1):
            if correction == _CORRECTIONS or self._patience < 0:
                guesses = dict.fromkeys(guesses, ANY)
            start = self.known.mark()
            self._set_all(guesses)
            if condition is not None:
                self.exact(condition)
                self.assume(condition, holds)
            self._block(block)
            later = {local: self.known.get(local) for local in guesses} if self._reachable else {}
            self._end(start)
            weaker = guesses | {local: _weaker(guesses[local], later[local]) for local in later}
            if weaker == guesses:
                break
            guesses = weaker
        self._set_all(guesses)
        if condition is not None:
            self.exact(condition)
            self.assume(condition, not holds)

    def _guesses(self, block: typed.Block, rounds: int) -> dict[typed.Local, Range]:
        """What may hold when a round begins; what is sure for all rounds is known at once."""
        guesses: dict[typed.Local, Range] = {}
        for local, assignments in self._growth.of(block).items():
            before = self.known.get(local)
            sure = counted(local, before, assignments, max(rounds, 0))
            if sure is None:
                guesses[local] = guess(local, before, assignments)
            else:
                self.known.set(local, sure)
        return guesses

    def _set_all(self, ranges: Mapping[typed.Local, Range]) -> None:
        for local, range_ in ranges.items():
            self.known.set(local, range_)

    def _check(self, statement: typed.Check) -> None:
        """An error may leave a block anywhere, so what it sets is unknown from the beginning.

        The `always` block can begin in the middle of each of the others.
        """
        self._forget(statement.block)
        start = self.known.mark()
        self._block(statement.block)
        ends = self._end(start)
        for detect in statement.detects:
            self._block(detect.block)
            ends += self._end(start)
        if statement.always is None:
            self._join(ends)
            return
        for detect in statement.detects:
            self._forget(detect.block)
        self._block(statement.always)

    def _forget(self, block: typed.Block) -> None:
        for local in self._growth.of(block):
            self.known.set(local, ANY)


def result_range(call: typed.PrimitiveCall) -> Range:
    """Where the result of an action of a primitive lies."""
    return (0, LARGEST) if call.action.name == "GetSize" else ANY


def _weaker(guess_: Range, found: Range) -> Range:
    """The guess, without the side on which it was wrong."""
    return (
        guess_[0] if guess_[0] <= found[0] else SMALLEST,
        guess_[1] if found[1] <= guess_[1] else LARGEST,
    )


def _chain(value: typed.Arithmetic) -> list[typed.Arithmetic]:
    """`a + b - c` as its steps, the leftmost first."""
    chain = [value]
    while isinstance(chain[-1].left, typed.Arithmetic):
        chain.append(chain[-1].left)
    return chain[::-1]


def _operands(value: typed.Logic) -> list[typed.Expression]:
    """What `a and b and c` connects, from left to right."""
    found: list[typed.Expression] = []
    left: typed.Expression = value
    while isinstance(left, typed.Logic) and left.operator == value.operator:
        found.append(left.right)
        left = left.left
    return [left, *reversed(found)]


def _parts(value: typed.Join) -> list[typed.Expression]:
    """What a chain of joined texts is made of."""
    found: list[typed.Expression] = []
    left: typed.Expression = value
    while isinstance(left, typed.Join):
        found.append(left.right)
        left = left.left
    return [left, *reversed(found)]
