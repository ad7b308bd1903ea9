"""What a statement means, and whether the values in it are of the right types."""

from __future__ import annotations

from collections.abc import Sequence

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.calls import CallChecker
from quorum.checker.expressions import BAD, assigned
from quorum.checker.flow import statement_returns
from quorum.checker.world import Unit, World
from quorum.codes import Code
from quorum.conversions import Conversion, fits
from quorum.inheritance import inherits, open_blueprints
from quorum.types import (
    BOOLEAN,
    ERROR_NAME,
    INTEGER,
    NOTHING,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    ClassInfo,
    ClassType,
    FieldInfo,
    Type,
    TypeVariable,
    bindings_of,
    is_class,
    is_numeric,
    is_primitive,
    substitute,
)

# Python itself nests no more than 20 loops and `try` blocks; a `check` may need three.
DEEPEST_LOOPS = 15
_WEIGHT_OF_CHECK = 3


class StatementChecker(CallChecker):
    """The statements of one action, `on create` or field."""

    def __init__(self, world: World, unit: Unit) -> None:
        super().__init__(world, unit)
        self.returns: Type = NOTHING
        self.action_name = ""
        self.loops = 0
        # An assignment without type or `me:` sees only the fields written above its action.
        self.assignable_limit = 0
        self.field_values: list[tuple[FieldInfo, typed.Expression]] = []

    # --- blocks ---

    def block(self, statements: Sequence[tree.Statement], *, scoped: bool = True) -> typed.Block:
        """The statements of a block, in a scope of their own."""
        if scoped:
            self.scope.open()
        result: list[typed.Statement] = []
        over: tree.Statement | None = None
        for statement in statements:
            if over is not None:
                self.reporter.error(
                    Code.UNREACHABLE,
                    statement.span,
                    line=str(self.reporter.line(over.span[0])),
                    word=_opening_word(over),
                )
                over = None
                break
            checked = self.statement(statement)
            if checked is not None:
                result.append(checked)
            plain = isinstance(statement, tree.Return | tree.Alert)
            if plain or (self.returns != NOTHING and statement_returns(statement)):
                over = statement
        if scoped:
            self.scope.close()
        return tuple(result)

    def statement(self, node: tree.Statement) -> typed.Statement | None:
        """One statement; None for one that does nothing at run time or was wrong."""
        match node:
            case tree.Assignment():
                return self.assignment(node)
            case tree.Declaration():
                return self.declaration(node)
            case tree.SoloCall():
                return typed.Evaluate(node.span[0], self.expression(node.call))
            case tree.Output() | tree.Say():
                return self.output(node)
            case tree.If():
                return self.if_statement(node)
            case tree.RepeatTimes():
                return self.repeat_times(node)
            case tree.RepeatWhile():
                return self.repeat_while(node)
            case tree.Return():
                return self.return_statement(node)
            case tree.Alert():
                return self.alert(node)
            case tree.Check():
                return self.check(node)

    # --- variables ---

    def declaration(self, node: tree.Declaration) -> typed.Statement | None:
        """`type name [= value]`"""
        kind = self.names.type_of(node.type)
        value = self.first_value(node, kind)
        name = node.name.name
        known = self.scope.find(name)
        if known is not None:
            if kind != UNKNOWN:
                self.duplicate_variable(node.name, known)
            return None
        local = typed.Local(name, kind, node.constant, node.name.span[0])
        self.add_value(local, value)
        if node.constant and isinstance(value, typed.Literal) and type(value.value) is int:
            local.literal = value.value
        self.scope.declare(local)
        return typed.SetLocal(node.span[0], local, value)

    def duplicate_variable(self, name: tree.Identifier, known: typed.Local) -> None:
        self.reporter.error(
            Code.DUPLICATE_VARIABLE,
            name.span,
            name=name.name,
            line=str(self.reporter.line(known.declared_at)),
        )

    def first_value(self, node: tree.Declaration, kind: Type) -> typed.Expression:
        """The value of a declaration: the written one, or a new object."""
        name = node.name.name
        if node.value is not None:
            outer, self.declaring = self.declaring, name
            value = self.value(node.value)
            self.declaring = outer
            return self.fitting(kind, value, node.value.span, name)
        if node.constant or is_primitive(kind):
            self.reporter.error(
                Code.NEEDS_VALUE,
                node.name.span,
                name=name,
                type=str(kind),
                example=_EXAMPLES.get(str(kind), "undefined"),
            )
            return BAD
        if isinstance(kind, TypeVariable):
            self.reporter.error(Code.CREATE_GENERIC, node.name.span, name=name, type=str(kind))
            return BAD
        if not isinstance(kind, ClassType):
            return BAD
        missing = open_blueprints(kind.info)
        if missing:
            self.reporter.error(
                Code.OPEN_BLUEPRINTS,
                node.type.span,
                name=kind.info.name,
                action=missing[0].signature,
            )
            return BAD
        return typed.New(kind, kind.info)

    def fitting(
        self, target: Type, value: typed.Expression, span: tree.Span, name: str
    ) -> typed.Expression:
        """The value as it is stored in a variable; a wrong type is reported."""
        if not fits(target, value.type):
            self.reporter.error(
                Code.WRONG_ASSIGNMENT,
                span,
                name=name,
                expected=str(target),
                found=str(value.type),
                variant=_assignment_variant(target, value.type),
            )
            return BAD
        return assigned(target, value)

    def add_value(self, local: typed.Local, value: typed.Expression) -> None:
        """Remember what is assigned; later it shows whether the variable may be undefined."""
        if local.type == TEXT or is_class(local.type):
            local.values.append(value)

    def assignment(self, node: tree.Assignment) -> typed.Statement | None:
        """An assignment in one of its forms."""
        name = node.name
        if node.parent is not None:
            return self.parent_assignment(node, node.parent)
        if node.holder is not None:
            return self.object_assignment(node, node.holder)
        if not node.me:
            local = self.scope.find(name.name)
            if local is not None:
                return self.local_assignment(node, local)
        own = self.info.fields.get(name.name)
        if own is not None and not node.me and own.order >= self.assignable_limit:
            own = None
        if own is not None:
            value = self.value(node.value)
            return self.set_field(node, None, own, own.type, value)
        if node.me:
            self.value(node.value)
            self.unknown_variable(name.name, name.span, me=True)
            return None
        return self.new_variable(node)

    def local_assignment(self, node: tree.Assignment, local: typed.Local) -> typed.Statement | None:
        value = self.fitting(local.type, self.value(node.value), node.value.span, node.name.name)
        if local.constant:
            self.constant_changed(node.name, self.reporter.line(local.declared_at))
            return None
        self.add_value(local, value)
        return typed.SetLocal(node.span[0], local, value)

    def constant_changed(self, name: tree.Identifier, line: int | None) -> None:
        self.reporter.error(
            Code.CONSTANT_CHANGED,
            name.span,
            name=name.name,
            line=str(line or ""),
            variant="" if line else "field",
        )

    def new_variable(self, node: tree.Assignment) -> typed.Statement | None:
        """The first value of a variable without a written type."""
        name = node.name.name
        outer, self.declaring = self.declaring, name
        value = self.value(node.value)
        self.declaring = outer
        kind = self.inferred(node, value)
        local = typed.Local(name, kind, False, node.name.span[0])
        self.add_value(local, value)
        self.scope.declare(local)
        return typed.SetLocal(node.span[0], local, value)

    def inferred(self, node: tree.Assignment, value: typed.Expression) -> Type:
        """The type that the first value gives a variable; reported where it gives none."""
        kind = value.type
        name = node.name.name
        if kind == UNKNOWN:
            return UNKNOWN
        if kind == UNDEFINED:
            self.reporter.error(Code.CANNOT_INFER, node.name.span, name=name, variant="undefined")
            return UNKNOWN
        if is_class(kind):
            self.reporter.error(
                Code.CANNOT_INFER,
                node.name.span,
                name=name,
                type=str(kind),
                variant="object",
            )
            return kind
        if id(value) in self.mixed:
            self.reporter.error(Code.CANNOT_INFER, node.name.span, name=name, type=str(kind))
        return kind

    def set_field(
        self,
        node: tree.Assignment,
        holder: typed.Expression | None,
        field: FieldInfo,
        kind: Type,
        value: typed.Expression,
    ) -> typed.Statement | None:
        """Write a field whose type, as seen from here, is `kind`."""
        value = self.fitting(kind, value, node.value.span, node.name.name)
        if field.constant:
            self.constant_changed(node.name, None)
            return None
        if isinstance(field.type, TypeVariable) and is_primitive(value.type):
            value = typed.Convert(field.type, Conversion.BOX, value)
        self.field_values.append((field, value))
        return typed.SetField(node.span[0], holder, field, value)

    def object_assignment(
        self, node: tree.Assignment, holder: tree.Identifier
    ) -> typed.Statement | None:
        """`holder:name = value`, also `me:holder:name = value`."""
        link = tree.Link(holder.span, holder, None)
        target = self.variable(link, tree.Chain(holder.span, node.me, None, None, (link,)))
        value = self.value(node.value)
        kind = target.type
        if kind == UNKNOWN:
            return None
        if not isinstance(kind, ClassType):
            self.reporter.error(
                Code.FIELD_ON_PRIMITIVE, node.name.span, name=node.name.name, type=str(kind)
            )
            return None
        field = self.find_field(kind.info, node.name)
        if field is None:
            return None
        return self.set_field(node, target, field, substitute(field.type, bindings_of(kind)), value)

    def parent_assignment(
        self, node: tree.Assignment, parent: tree.QualifiedName
    ) -> typed.Statement | None:
        """`parent:P:name = value`, `holder:parent:P:name = value`"""
        reached = self.parent_of(node.holder, parent)
        value = self.value(node.value)
        if reached is None:
            return None
        holder, kind = reached
        field = kind.info.fields.get(node.name.name)
        if field is None:
            self.unknown_field(kind.info, node.name)
            return None
        if not field.public and not inherits(self.info, field.owner):
            self.reporter.error(
                Code.PRIVATE_FIELD, node.name.span, name=field.name, class_name=kind.info.name
            )
            return None
        return self.set_field(node, holder, field, substitute(field.type, bindings_of(kind)), value)

    # --- the rest ---

    def output(self, node: tree.Output | tree.Say) -> typed.Statement:
        word = "say" if isinstance(node, tree.Say) else "output"
        value = self.value(node.value)
        if not is_primitive(value.type) and value.type != UNKNOWN:
            self.reporter.error(
                Code.NOT_SHOWABLE,
                node.value.span,
                word=word,
                type=str(value.type),
                variant="undefined" if value.type == UNDEFINED else "",
            )
        return typed.Output(node.span[0], value)

    def condition(self, node: tree.Expression, code: Code, word: str) -> typed.Expression:
        """A condition, which must be a boolean."""
        value = self.value(node)
        if value.type not in (BOOLEAN, UNKNOWN):
            self.reporter.error(
                code,
                node.span,
                word=word,
                found=str(value.type),
                variant="number" if is_numeric(value.type) else "",
            )
        return value

    def if_statement(self, node: tree.If) -> typed.Statement:
        branches: list[typed.Branch] = []
        for place, branch in enumerate(node.branches):
            word = "elseif" if place else "if"
            condition = self.condition(branch.condition, Code.CONDITION_NOT_BOOLEAN, word)
            block = self.block(branch.block)
            branches.append(typed.Branch(branch.span[0], condition, block))
        otherwise = None if node.otherwise is None else self.block(node.otherwise)
        return typed.If(node.span[0], tuple(branches), otherwise)

    def deeper(self, span: tree.Span, weight: int = 1) -> None:
        before = self.loops
        self.loops += weight
        if before <= DEEPEST_LOOPS < self.loops:
            self.reporter.error(Code.TOO_DEEP, span, limit=str(DEEPEST_LOOPS), variant="block")

    def repeat_times(self, node: tree.RepeatTimes) -> typed.Statement:
        count = self.value(node.count)
        if count.type not in (INTEGER, UNKNOWN):
            self.reporter.error(Code.TIMES_NOT_INTEGER, node.count.span, found=str(count.type))
        self.deeper(node.span)
        block = self.block(node.block)
        self.loops -= 1
        return typed.RepeatTimes(node.span[0], count, block)

    def repeat_while(self, node: tree.RepeatWhile) -> typed.Statement:
        word = "until" if node.until else "while"
        condition = self.condition(node.condition, Code.LOOP_NOT_BOOLEAN, f"repeat {word}")
        self.deeper(node.span)
        block = self.block(node.block)
        self.loops -= 1
        return typed.RepeatWhile(node.span[0], node.until, condition, block)

    def return_statement(self, node: tree.Return) -> typed.Statement:
        if node.value is None:
            if self.returns not in (NOTHING, UNKNOWN):
                self.reporter.error(
                    Code.RETURN_NOW_NEEDS_VALUE,
                    node.span,
                    name=self.action_name,
                    expected=str(self.returns),
                )
            return typed.Return(node.span[0], None)
        value = self.value(node.value)
        if self.returns == NOTHING:
            self.reporter.error(
                Code.RETURN_WITHOUT_RETURNS,
                node.value.span,
                name=self.action_name,
                found=str(value.type),
            )
            return typed.Return(node.span[0], None)
        if not fits(self.returns, value.type):
            self.reporter.error(
                Code.WRONG_RETURN,
                node.value.span,
                name=self.action_name,
                expected=str(self.returns),
                found=str(value.type),
                variant=_assignment_variant(self.returns, value.type),
            )
            return typed.Return(node.span[0], BAD)
        return typed.Return(node.span[0], assigned(self.returns, value))

    def alert(self, node: tree.Alert) -> typed.Statement:
        value = self.value(node.value)
        kind = value.type
        is_error = isinstance(kind, ClassType) and inherits(kind.info, self.error_class())
        if kind not in (TEXT, UNKNOWN) and not is_error:
            self.reporter.error(Code.WRONG_ALERT, node.value.span, found=str(kind))
        return typed.Alert(node.span[0], value)

    def error_class(self) -> ClassInfo:
        return self.world.library_class(ERROR_NAME)

    def check(self, node: tree.Check) -> typed.Statement:
        self.deeper(node.span, _WEIGHT_OF_CHECK)
        block = self.block(node.block)
        named: set[ClassInfo] = set()
        detects = tuple(self.detect(detect, named) for detect in node.detects)
        always = None if node.always is None else self.block(node.always)
        self.loops -= _WEIGHT_OF_CHECK
        return typed.Check(node.span[0], block, detects, always)

    def detect(self, node: tree.Detect, named: set[ClassInfo]) -> typed.Detect:
        """One `detect`; `named` holds the classes that earlier ones of the `check` catch."""
        error = self.error_class()
        classes: list[ClassInfo] = []
        if not node.classes:
            if error in named:
                self.reporter.error(Code.DETECT_TWICE, node.name.span, name="Error", variant="all")
            named.add(error)
        for name in node.classes:
            found = self.names.class_named(name)
            if found is None:
                continue
            if not inherits(found, error):
                self.reporter.error(Code.NOT_AN_ERROR, name.span, name=found.name)
                continue
            if found in named:
                self.reporter.error(Code.DETECT_TWICE, name.span, name=found.name)
            named.add(found)
            self.names.note(found)
            if found is not error:
                classes.append(found)
        if any(self.names.lookup(name) is error for name in node.classes):
            classes = []
        self.scope.open()
        known = self.scope.find(node.name.name)
        if known is not None:
            self.duplicate_variable(node.name, known)
        local = typed.Local(node.name.name, ClassType(error), False, node.name.span[0])
        self.scope.declare(local)
        block = self.block(node.block, scoped=False)
        self.scope.close()
        return typed.Detect(node.span[0], local, tuple(classes), block)


_EXAMPLES = {"integer": "0", "number": "0.0", "text": '""', "boolean": "false"}


def _opening_word(statement: tree.Statement) -> str:
    if isinstance(statement, tree.Alert):
        return "alert"
    return "if" if isinstance(statement, tree.If) else "return"


def _assignment_variant(target: Type, value: Type) -> str:
    """Which advice helps: `cast`, another type, or unboxing."""
    if value == UNDEFINED:
        return "undefined"
    if is_class(target) and is_primitive(value):
        return "box"
    if is_class(value) and is_primitive(target):
        return "unbox"
    if target == INTEGER and str(value) == "number":
        return "truncate"
    if target == TEXT and is_primitive(value):
        return "to_text"
    if value == TEXT and is_primitive(target):
        return "from_text"
    return ""
