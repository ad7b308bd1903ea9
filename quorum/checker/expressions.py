"""What an expression means: the type and the conversions of each of its parts."""

from __future__ import annotations

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.scope import Scope
from quorum.checker.world import Unit, World
from quorum.codes import Code
from quorum.conversions import Conversion, cast_conversion, is_any_object
from quorum.inheritance import ancestors, may_inherit
from quorum.types import (
    BOOLEAN,
    INTEGER,
    NOTHING,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    ClassType,
    FieldInfo,
    Type,
    TypeVariable,
    accepts_undefined,
    is_class,
    is_numeric,
    is_primitive,
)

# A chain of divisions longer than this nests too deeply in the translated program.
LONGEST_DIVISION = 40
# So many operators in one statement: CPython gives up at about twice as many.
MOST_OPERATORS = 1000
_COMPARISONS = frozenset({">", ">=", "<", "<="})
_EQUALITIES = frozenset({"=", "not="})
BAD = typed.Bad(UNKNOWN)


class ExpressionChecker:
    """Expressions inside one class. Calls and names come from `quorum.checker.calls`."""

    def __init__(self, world: World, unit: Unit) -> None:
        self.world = world
        self.unit = unit
        self.info = unit.info
        self.names = unit.names
        self.reporter = unit.reporter
        self.scope = Scope()
        # The name whose first value is being read, for `x = 1 + x`.
        self.declaring: str | None = None
        # Fields written at or below this place are not known yet (None: all fields are).
        self.field_limit: int | None = None
        # How many operators the current statement has so far.
        self.operators = 0
        # Expressions whose type cannot be inferred although it is known; by identity.
        self.mixed: dict[int, typed.Expression] = {}

    # --- entry points ---

    def value(self, node: tree.Expression) -> typed.Expression:
        """An expression that must have a value."""
        result = self.expression(node)
        if result.type == NOTHING:
            name = node.links[-1].name.name if isinstance(node, tree.Chain) else ""
            self.reporter.error(Code.NO_RESULT, node.span, name=name)
            return BAD
        return result

    def expression(self, node: tree.Expression) -> typed.Expression:
        """Any expression, also a call without result."""
        match node:
            case tree.Chain():
                return self.chain(node)
            case tree.IntegerLiteral():
                return typed.Literal(INTEGER, node.value)
            case tree.TextLiteral():
                return typed.Literal(TEXT, node.value)
            case tree.Binary():
                return self.binary(node)
            case tree.Unary():
                return self.unary(node)
            case tree.NumberLiteral():
                return typed.Literal(NUMBER, node.value)
            case tree.BooleanLiteral():
                return typed.Literal(BOOLEAN, node.value)
            case tree.UndefinedLiteral():
                return typed.Literal(UNDEFINED, None)
            case tree.Me():
                return typed.MeValue(self.info.as_type)
            case tree.IsTest():
                return self.is_test(node)
            case tree.Cast():
                return self.cast(node)
            case tree.Input():
                return self.input(node)
            case tree.Broken():
                return BAD

    def chain(self, node: tree.Chain) -> typed.Expression:
        raise NotImplementedError  # quorum.checker.calls

    # --- operators ---

    def binary(self, node: tree.Binary) -> typed.Expression:
        """Operators; the left side is followed in a loop, since sums may be very long."""
        spine = [node]
        while isinstance(spine[-1].left, tree.Binary):
            spine.append(spine[-1].left)
        self.operators += len(spine)
        if self.operators - len(spine) < MOST_OPERATORS <= self.operators:
            self.reporter.error(Code.EXPRESSION_TOO_LONG, spine[0].operator_span)
        left = self.value(spine[-1].left)
        divisions = 0
        for part in reversed(spine):
            right = self.value(part.right)
            left = self.combine(part, left, right)
            divisions += part.operator in {"/", "mod"}
            if divisions == LONGEST_DIVISION:
                self.reporter.error(Code.EXPRESSION_TOO_LONG, part.operator_span)
        return left

    def combine(
        self, node: tree.Binary, left: typed.Expression, right: typed.Expression
    ) -> typed.Expression:
        """One operator with its two sides."""
        operator = node.operator
        one, other = left.type, right.type
        if UNKNOWN in (one, other):
            return BAD
        if operator in {"and", "or"}:
            if one == BOOLEAN == other:
                return typed.Logic(BOOLEAN, operator, left, right)
            return self.operator_mistake(node, one, other)
        result = self._apply(operator, left, right)
        if result is None:
            return self.operator_mistake(node, one, other)
        if one != other or id(left) in self.mixed or id(right) in self.mixed:
            self.mixed[id(result)] = result
        return result

    def _apply(
        self, operator: str, left: typed.Expression, right: typed.Expression
    ) -> typed.Expression | None:
        one, other = left.type, right.type
        if operator in _EQUALITIES:
            if (is_numeric(one) and is_numeric(other)) or (one == other and is_primitive(one)):
                return typed.Compare(BOOLEAN, operator, left, right, False)
            if (one == UNDEFINED and accepts_undefined(other)) or (
                other == UNDEFINED and accepts_undefined(one)
            ):
                return typed.Compare(BOOLEAN, operator, left, right, True)
            if _may_be_the_same(one, other):
                return typed.Compare(BOOLEAN, operator, left, right, True)
            return None
        if operator in _COMPARISONS:
            if (is_numeric(one) and is_numeric(other)) or one == TEXT == other:
                return typed.Compare(BOOLEAN, operator, left, right, False)
            return None
        if is_numeric(one) and is_numeric(other):
            if one == other == INTEGER:
                return typed.Arithmetic(INTEGER, operator, left, right)
            return typed.Arithmetic(NUMBER, operator, widen(left), widen(right))
        if operator == "+" and TEXT in (one, other) and is_primitive(one) and is_primitive(other):
            return typed.Join(TEXT, left, right)
        return None

    def operator_mistake(self, node: tree.Binary, one: Type, other: Type) -> typed.Expression:
        """Say why the two sides do not go together."""
        operator = node.operator
        variant = ""
        if operator in {"and", "or"}:
            variant = "logic"
        elif UNDEFINED in (one, other):
            variant = "undefined"
        elif is_class(one) and is_class(other) and operator in _EQUALITIES:
            variant = "classes"
        elif is_class(one) or is_class(other):
            variant = "object"
        elif TEXT in (one, other) and (is_numeric(one) or is_numeric(other)):
            variant = "text_number"
        elif BOOLEAN in (one, other) and operator not in _EQUALITIES:
            variant = "boolean"
        numeric = one if is_numeric(one) else other
        self.reporter.error(
            Code.OPERATOR_TYPES,
            node.operator_span,
            operator=operator,
            left=str(one),
            right=str(other),
            numeric=str(numeric),
            variant=variant,
        )
        return BAD

    def unary(self, node: tree.Unary) -> typed.Expression:
        operand = self.value(node.operand)
        kind = operand.type
        if kind == UNKNOWN:
            return BAD
        result: typed.Expression
        if node.operator == "not" and kind == BOOLEAN:
            result = typed.Not(BOOLEAN, operand)
        elif node.operator == "-" and is_numeric(kind):
            if isinstance(operand, typed.Literal) and isinstance(operand.value, int | float):
                result = typed.Literal(kind, -operand.value)
            else:
                result = typed.Negate(kind, operand)
        else:
            self.reporter.error(
                Code.UNARY_TYPE,
                (node.span[0], node.span[0] + len(node.operator)),
                operator=node.operator,
                found=str(kind),
                variant="not" if node.operator == "not" else "",
            )
            return BAD
        if id(operand) in self.mixed:
            self.mixed[id(result)] = result
        return result

    def is_test(self, node: tree.IsTest) -> typed.Expression:
        operand = self.value(node.operand)
        tested = self.names.class_named(node.class_name)
        result: typed.Expression = BAD
        if tested is not None and operand.type != UNKNOWN:
            kind = operand.type
            possible = isinstance(kind, TypeVariable)
            if isinstance(kind, ClassType):
                possible = (
                    may_inherit(kind.info, tested)
                    or may_inherit(tested, kind.info)
                    or self.world.share_an_heir(kind.info, tested)
                )
            if possible:
                self.names.note(tested)
                result = typed.Is(BOOLEAN, operand, tested)
            else:
                self.reporter.error(
                    Code.IS_IMPOSSIBLE,
                    node.span,
                    found=str(kind),
                    expected=tested.name,
                    variant="" if isinstance(kind, ClassType) else "primitive",
                )
        if result is not BAD:
            self.mixed[id(result)] = result
        return result

    def cast(self, node: tree.Cast) -> typed.Expression:
        target = self.names.type_of(node.type)
        operand = self.value(node.operand)
        if UNKNOWN in (target, operand.type):
            return typed.Bad(target)
        how = cast_conversion(target, operand.type)
        if how is Conversion.IMPOSSIBLE:
            self.reporter.error(
                Code.CAST_IMPOSSIBLE,
                node.span,
                found=str(operand.type),
                expected=str(target),
                variant="object" if is_class(operand.type) else "",
            )
            return BAD
        return typed.Convert(target, how, operand)

    def input(self, node: tree.Input) -> typed.Expression:
        prompt: typed.Expression | None = None
        if node.prompt is not None:
            prompt = self.value(node.prompt)
            if prompt.type not in (TEXT, UNDEFINED, UNKNOWN):
                self.reporter.error(Code.WRONG_INPUT, node.prompt.span, found=str(prompt.type))
        result = typed.Input(TEXT, prompt)
        self.mixed[id(result)] = result
        return result

    # --- names ---

    def own_field(self, name: str) -> FieldInfo | None:
        """A field of the current class that is known here."""
        found = self.info.fields.get(name)
        if found is None or (self.field_limit is not None and found.order >= self.field_limit):
            return None
        return found

    def parent_field_owner(self, name: str) -> str:
        """The ancestor that has a field of this name; fields are not inherited by name."""
        for ancestor in ancestors(self.info)[:-1]:
            if name in ancestor.fields:
                return ancestor.name
        return ""


def _may_be_the_same(one: Type, other: Type) -> bool:
    """Whether `=` compares two references: to objects of one class, or to any objects."""
    if is_any_object(one) and is_any_object(other):
        return True
    return isinstance(one, ClassType) and isinstance(other, ClassType) and one.info is other.info


def widen(value: typed.Expression) -> typed.Expression:
    """The value as a number."""
    if value.type != INTEGER:
        return value
    if isinstance(value, typed.Literal) and isinstance(value.value, int):
        return typed.Literal(NUMBER, float(value.value))
    return typed.Convert(NUMBER, Conversion.WIDEN, value)


def assigned(target: Type, value: typed.Expression) -> typed.Expression:
    """A value that fits, as it is stored in a variable of this type."""
    if target == NUMBER and value.type == INTEGER:
        return widen(value)
    return value
