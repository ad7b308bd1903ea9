"""Writes expressions. Parentheses appear only where Python needs them."""

from __future__ import annotations

from quorum import library
from quorum import typed_tree as typed
from quorum.checker.definedness import may_be_undefined
from quorum.conversions import Conversion
from quorum.translator.arithmetic import ArithmeticWriter
from quorum.translator.known import DEFINED
from quorum.translator.literals import number_literal, text_literal
from quorum.translator.naming import Names, action_name, library_module, variable_name
from quorum.translator.pieces import (
    AND,
    ANY,
    ATOM,
    COMPARISON,
    NOT,
    OR,
    PRODUCT,
    SIGN,
    SUM,
    TERNARY,
    Piece,
)
from quorum.translator.ranges import Ranges, result_range
from quorum.translator.runtime import Needs
from quorum.types import (
    BOX_NAMES,
    ERROR_NAME,
    INTEGER,
    NUMBER,
    OBJECT_NAME,
    TEXT,
    ClassInfo,
    ClassType,
    FieldInfo,
    Simple,
    TypeVariable,
)

_COMPARISONS = {"=": "==", "not=": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}


class ExpressionWriter(ArithmeticWriter):
    """Expressions of one program."""

    def __init__(self, names: Names, needs: Needs, secondary: frozenset[ClassInfo]) -> None:
        self.names = names
        self.needs = needs
        # Classes that are a parent of some class without being its Python base class.
        self.secondary = secondary
        # What is known of the variables of the action being written, at each of their uses.
        self.ranges: Ranges = {}

    # --- entry points ---

    def text(self, value: typed.Expression, level: int = TERNARY) -> str:
        """The expression, ready to stand where at least `level` is needed."""
        return self.piece(value).at(level)

    def raw(self, value: typed.Expression) -> Piece:
        """The expression; an integer may still have more than 32 bits."""
        match value:
            case typed.LocalValue():
                return self.local(value)
            case typed.Literal():
                return self.literal(value.value)
            case typed.FieldValue():
                return self.field_value(value)
            case typed.Call():
                return self.call(value)
            case typed.Arithmetic():
                return self.arithmetic(value)
            case typed.Join():
                return self.join(value)
            case typed.Compare():
                return self.compare(value)
            case typed.Logic():
                return self.logic(value)
            case typed.Not():
                return Piece(f"not {self.text(value.operand, NOT)}", NOT)
            case typed.Negate():
                return self.negate(value)
            case typed.Convert():
                return self.convert(value)
            case typed.PrimitiveCall():
                return self.primitive_call(value)
            case typed.New():
                return self.new(value.info)
            case typed.MeValue():
                return Piece("self")
            case typed.Is():
                return self.is_test(value)
            case typed.Input():
                return self.input(value)
            case typed.Bad():
                raise ValueError("a program with mistakes cannot be translated")

    def input(self, value: typed.Input) -> Piece:
        prompt = "None" if value.prompt is None else self.text(value.prompt)
        return Piece(f"{self.needs.helper('ask')}({prompt})")

    # --- simple values ---

    def literal(self, value: float | str | bool | None) -> Piece:
        if value is None:
            return Piece("None")
        if isinstance(value, bool):
            return Piece("True" if value else "False")
        if isinstance(value, int):
            return Piece(str(value), SIGN if value < 0 else ATOM, value, value)
        if isinstance(value, float):
            text = number_literal(value)
            return Piece(text, SIGN if text.startswith("-") else ATOM)
        return Piece(text_literal(value))

    def local(self, value: typed.LocalValue) -> Piece:
        name = variable_name(value.local.name)
        known = value.local.literal
        low, high = self.ranges.get(value, ANY) if known is None else (known, known)
        return Piece(name, ATOM, low, high)

    def may_be_undefined(self, value: typed.Expression) -> bool:
        """Whether the value may be `undefined` at this place of the action."""
        return may_be_undefined(value) and not (
            isinstance(value, typed.LocalValue) and self.ranges.get(value) == DEFINED
        )

    def holder(self, value: typed.Expression | None) -> str:
        """The object before a dot; `undefined` is refused there."""
        if value is None:
            return "self"
        if self.may_be_undefined(value):
            return f"{self.needs.helper('defined')}({self.text(value)})"
        return self.text(value, ATOM)

    def field_value(self, value: typed.FieldValue) -> Piece:
        field = value.field
        if field.literal is not None:
            constant = self.literal(field.literal)
            if value.holder is None or not self.may_be_undefined(value.holder):
                return constant
            self.needs.helper("constant")
            return Piece(
                f"constant({self.text(value.holder)}, {constant.text})",
                ATOM,
                constant.low,
                constant.high,
            )
        return Piece(f"{self.holder(value.holder)}.{self.names.field(field)}")

    def field_target(self, holder: typed.Expression | None, field: FieldInfo) -> str:
        """The field on the left side of an assignment."""
        return f"{self.holder(holder)}.{self.names.field(field)}"

    def class_name(self, info: ClassInfo) -> str:
        """The Python class."""
        if not info.is_library:
            return self.names.user_class(info)
        if info.full_name == OBJECT_NAME:
            return self.needs.helper("Object")
        alias = self.names.library_class(info)
        return self.needs.library_class(library_module(info), info.name, alias)

    def new(self, info: ClassInfo) -> Piece:
        name = self.class_name(info)
        if info.shared:
            return Piece(f"{self.needs.helper('shared_object')}({name})")
        return Piece(f"{name}()")

    # --- calls ---

    def arguments(self, values: tuple[typed.Expression, ...]) -> str:
        return ", ".join(self.text(value) for value in values)

    def call(self, value: typed.Call) -> Piece:
        name = action_name(value.action)
        arguments = self.arguments(value.arguments)
        holder = self.holder(value.receiver)
        if value.action.owner.full_name == ERROR_NAME and "StackTrace" in value.action.name:
            self.needs.places = True
        if value.parent is not None:
            owner = self.class_name(value.action.owner)
            more = f", {arguments}" if arguments else ""
            return Piece(f"{owner}.{name}({holder}{more})")
        return Piece(f"{holder}.{name}({arguments})")

    def primitive_call(self, value: typed.PrimitiveCall) -> Piece:
        """Actions of the object forms are plain functions of the value."""
        kind = value.receiver.type
        name = action_name(value.action)
        if kind == TEXT and name == "GetSize__" and not self.may_be_undefined(value.receiver):
            return Piece(f"len({self.text(value.receiver)})", ATOM, *result_range(value))
        if name == "GetText__":
            return self.formatted(value.receiver)
        module = self.needs.actions(str(kind))
        values = (value.receiver, *value.arguments)
        text = f"{module}.{name}({self.arguments(values)})"
        return Piece(text, ATOM, *result_range(value))

    # --- texts ---

    def formatted(self, value: typed.Expression) -> Piece:
        """The value as a text, as `output` shows it."""
        if value.type == TEXT:
            if self.may_be_undefined(value):
                return Piece(f"{self.needs.helper('text_of')}({self.text(value)})")
            return self.piece(value)
        if value.type == INTEGER:
            if isinstance(value, typed.Literal):
                return Piece(f'"{value.value}"')
            return Piece(f"str({self.text(value)})")
        helper = "number_text" if value.type == NUMBER else "boolean_text"
        return Piece(f"{self.needs.helper(helper)}({self.text(value)})")

    def join(self, value: typed.Join) -> Piece:
        """A chain of texts; constants in a row are one constant."""
        parts: list[typed.Expression] = []
        left: typed.Expression = value
        while isinstance(left, typed.Join):
            parts.append(left.right)
            left = left.left
        parts.append(left)
        texts: list[str] = []
        after_constant = False
        for part in reversed(parts):
            text = self.formatted(part).at(PRODUCT)
            constant = isinstance(part, typed.Literal) and text.startswith('"')
            if constant and after_constant:
                texts[-1] = texts[-1][:-1] + text[1:]
            else:
                texts.append(text)
            after_constant = constant
        return Piece(" + ".join(texts), SUM if len(texts) > 1 else ATOM)

    # --- booleans ---

    def compare(self, value: typed.Compare) -> Piece:
        operator = _COMPARISONS[value.operator]
        left, right = value.left, value.right
        if value.identity:
            operator = "is" if value.operator == "=" else "is not"
        elif (
            left.type == TEXT
            and value.operator not in {"=", "not="}
            and (self.may_be_undefined(left) or self.may_be_undefined(right))
        ):
            self.needs.helper("compare_text")
            return Piece(
                f"compare_text({self.text(left)}, {self.text(right)}) {operator} 0", COMPARISON
            )
        divisible = self.divisibility(value)
        if divisible is not None:
            return Piece(f"{divisible} {operator} 0", COMPARISON)
        return Piece(f"{self.text(left, SUM)} {operator} {self.text(right, SUM)}", COMPARISON)

    def divisibility(self, value: typed.Compare) -> str | None:
        """`a mod 3 = 0`: whether something is left over does not depend on signs."""
        left, right = value.left, value.right
        if (
            value.operator not in {"=", "not="}
            or not (isinstance(right, typed.Literal) and right.type == INTEGER and right.value == 0)
            or not (isinstance(left, typed.Arithmetic) and left.operator == "mod")
            or left.type != INTEGER
        ):
            return None
        divisor = self.piece(left.right)
        if divisor.low != divisor.high or divisor.low <= 0:
            return None
        return f"{self.piece(left.left).at(PRODUCT)} % {divisor.at(SIGN)}"

    def logic(self, value: typed.Logic) -> Piece:
        """`a and b and c` in a row is one chain."""
        level = AND if value.operator == "and" else OR
        parts: list[str] = []
        left: typed.Expression = value
        while isinstance(left, typed.Logic) and left.operator == value.operator:
            parts.append(self.text(left.right, level + 1))
            left = left.left
        parts.append(self.text(left, level))
        return Piece(f" {value.operator} ".join(reversed(parts)), level)

    def is_test(self, value: typed.Is) -> Piece:
        if value.tested.full_name == OBJECT_NAME:
            return Piece(f"{self.text(value.operand, SUM)} is not None", COMPARISON)
        return Piece(self.class_test(self.text(value.operand), value.tested))

    def class_test(self, text: str, tested: ClassInfo) -> str:
        """Whether the object is of this class or an heir."""
        function = self.needs.helper("is_a") if tested in self.secondary else "isinstance"
        return f"{function}({text}, {self.class_name(tested)})"

    # --- conversions ---

    def convert(self, value: typed.Convert) -> Piece:
        operand = value.operand
        match value.how:
            case Conversion.NONE:
                return self.raw(operand)
            case Conversion.WIDEN:
                return Piece(f"float({self.text(operand)})")
            case Conversion.FORMAT:
                return self.formatted(operand)
            case Conversion.TRUNCATE:
                return self.helped("truncate", operand)
            case Conversion.PARSE:
                return self.helped(f"parse_{value.type}", operand)
            case Conversion.BOX:
                return self.helped(f"box_{operand.type}", operand)
            case Conversion.UNBOX:
                generic_text = value.type == TEXT and isinstance(operand.type, TypeVariable)
                return self.helped("unbox_text" if generic_text else "unbox", operand)
            case Conversion.CHECK:
                if not isinstance(value.type, ClassType):
                    return self.raw(operand)
                return Piece(self.cast(operand, value.type.info))
            case Conversion.CHECK_UNBOX:
                return Piece(f"{self.needs.helper('unbox')}({self.cast_to_box(value)})")
            case _:
                raise ValueError("an impossible conversion was let through")

    def helped(self, helper: str, operand: typed.Expression) -> Piece:
        return Piece(f"{self.needs.helper(helper)}({self.text(operand)})")

    def cast(self, operand: typed.Expression, target: ClassInfo) -> str:
        if target.full_name == OBJECT_NAME:
            return self.text(operand)
        self.needs.helper("cast_to")
        return f'cast_to({self.text(operand)}, {self.class_name(target)}, "{target.name}")'

    def cast_to_box(self, value: typed.Convert) -> str:
        """An object that must be the object form of the target."""
        if not isinstance(value.type, Simple):
            raise ValueError("only primitives are unboxed")
        box = self.box_class(value.type)
        self.needs.helper("cast_to")
        return f'cast_to({self.text(value.operand)}, {self.class_name(box)}, "{box.name}")'

    def box_class(self, primitive: Simple) -> ClassInfo:
        """The object form of a primitive type."""
        found = library.load(BOX_NAMES[primitive])
        if found is None:
            raise library.LibraryError(f"{BOX_NAMES[primitive]} is missing")
        return found
