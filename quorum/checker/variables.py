"""Declarations and assignments: which value may go into which variable."""

from __future__ import annotations

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.calls import CallChecker
from quorum.checker.expressions import BAD, assigned
from quorum.checker.world import Unit, World
from quorum.codes import Code
from quorum.conversions import Conversion, fits
from quorum.inheritance import has_unknown_parent, inherits, open_blueprints
from quorum.types import (
    INTEGER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    ClassType,
    FieldInfo,
    Type,
    TypeVariable,
    bindings_of,
    is_class,
    is_primitive,
    substitute,
)

_EXAMPLES = {"integer": "0", "number": "0.0", "text": '""', "boolean": "false"}


class VariableChecker(CallChecker):
    """Variables and fields on the left side of `=`."""

    def __init__(self, world: World, unit: Unit) -> None:
        super().__init__(world, unit)
        # An assignment without type or `me:` sees only the fields written above its action.
        self.assignable_limit = 0
        self.field_values: list[tuple[FieldInfo, typed.Expression]] = []

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
        if is_primitive(kind):
            if node.type.primitive is None:
                return BAD  # `int x`: the type has been told about
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
        if missing and not has_unknown_parent(kind.info):
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
                variant=advice_for(target, value.type),
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
        own = self.own_field(name.name)
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


def advice_for(target: Type, value: Type) -> str:
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
