"""Variables, fields and parents: what a name without parentheses stands for."""

from __future__ import annotations

from quorum import library
from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.expressions import BAD, ExpressionChecker
from quorum.codes import Code
from quorum.inheritance import (
    actions_named,
    ancestors,
    as_ancestor,
    as_seen_in,
    has_unknown_parent,
    inherits,
    may_inherit,
)
from quorum.suggest import nearest
from quorum.types import (
    OBJECT_NAME,
    UNKNOWN,
    ClassInfo,
    ClassType,
    FieldInfo,
    Simple,
    Type,
    TypeVariable,
    bindings_of,
    substitute,
)


class NameChecker(ExpressionChecker):
    """Names; calls come from `quorum.checker.calls`."""

    # --- variables and fields ---

    def variable(self, link: tree.Link, node: tree.Chain) -> typed.Expression:
        """A bare name, or `me:name`."""
        name = link.name.name
        if not node.me:
            local = self.scope.find(name)
            if local is not None:
                return typed.LocalValue(local.type, local)
        own = self.own_field(name)
        if own is not None:
            return typed.FieldValue(own.type, None, own)
        self.unknown_variable(name, link.name.span, me=node.me, followed=len(node.links) > 1)
        return BAD

    def unknown_variable(
        self, name: str, span: tree.Span, *, me: bool, followed: bool = False
    ) -> None:
        """Say what is wrong with a name that stands for nothing."""
        if self.reporter.full:
            return
        gone = self.scope.gone(name)
        class_name = tree.QualifiedName(span, (name,))
        owner = self.parent_field_owner(name)
        if name == self.declaring or (name in self.info.fields and self.own_field(name) is None):
            self.reporter.error(Code.USED_BEFORE_VALUE, span, name=name)
        elif owner:
            self.reporter.error(
                Code.UNKNOWN_FIELD, span, name=name, owner=owner, variant="inherited"
            )
        elif me:
            better = nearest(name, self.info.fields)
            self.reporter.error(
                Code.UNKNOWN_FIELD,
                span,
                name=name,
                class_name=self.info.name,
                better=better or "",
                variant="near" if better else "me",
            )
        elif gone is not None:
            self.reporter.error(
                Code.UNKNOWN_VARIABLE,
                span,
                name=name,
                line=str(self.reporter.line(gone.declared_at)),
                variant="gone",
            )
        elif actions_named(self.info, name):
            self.reporter.error(Code.ACTION_WITHOUT_PARENTHESES, span, name=name)
        elif self.names.lookup(class_name) is not None:
            variable = name[0].lower() + name[1:]
            self.reporter.error(Code.CLASS_IS_NO_VARIABLE, span, name=name, variable=variable)
        else:
            self.misspelt_variable(name, span, followed=followed)

    def misspelt_variable(self, name: str, span: tree.Span, *, followed: bool) -> None:
        known = [*self.scope.names(), *self.info.fields]
        better = nearest(name, known)
        literal = {"none": "undefined", "null": "undefined", "nil": "undefined"}.get(name.lower())
        if literal is None and name.lower() in {"true", "false", "vrai", "faux", "undefined"}:
            literal = {"vrai": "true", "faux": "false"}.get(name.lower(), name.lower())
        if literal is None and name in {"this", "self"}:
            literal = "me"
        variant = "near" if better else "object" if followed else ""
        if literal is not None and better is None:
            better, variant = literal, "word"
        self.reporter.error(
            Code.UNKNOWN_VARIABLE,
            span,
            name=name,
            better=better or "",
            class_name=self.class_called_like(name),
            variant=variant,
        )

    def class_called_like(self, variable: str) -> str:
        """The class that an object of this name probably has: `timer` is a Timer."""
        known = sorted({*self.names.visible(), *library.classes_by_simple_name()})
        return next((name for name in known if name.lower() == variable.lower()), "Screen")

    def member(self, holder: typed.Expression, link: tree.Link) -> typed.Expression:
        """A field of, or a call on, the value so far."""
        kind = holder.type
        if kind == UNKNOWN:
            self.arguments(link)
            return BAD
        if isinstance(kind, TypeVariable):
            kind = ClassType(self.world.library_class(OBJECT_NAME))
        if link.arguments is not None:
            if isinstance(kind, ClassType):
                return self.call(holder, kind, link)
            return self.primitive_call(holder, kind, link)
        if not isinstance(kind, ClassType):
            self.reporter.error(
                Code.FIELD_ON_PRIMITIVE,
                link.name.span,
                name=link.name.name,
                type=str(kind),
            )
            return BAD
        return self.field(holder, kind, link.name)

    def field(
        self, holder: typed.Expression, kind: ClassType, name: tree.Identifier
    ) -> typed.Expression:
        """`holder:name`, read."""
        found = self.find_field(kind.info, name)
        if found is None:
            return BAD
        return typed.FieldValue(self.read_type(found, kind), holder, found)

    def read_type(self, field: FieldInfo, kind: ClassType) -> Type:
        """The type of a field, read through an object of this type.

        What a field of type `T` holds stays an object: only actions give the type it stands for.
        """
        if isinstance(field.type, TypeVariable):
            return as_seen_in(self.info, field.type)
        return as_seen_in(self.info, substitute(field.type, bindings_of(kind)))

    def find_field(self, info: ClassInfo, name: tree.Identifier) -> FieldInfo | None:
        """The field of the class, if this class may use it; mistakes are reported."""
        found = info.fields.get(name.name)
        if found is None:
            self.unknown_field(info, name)
            return None
        if not found.public and found.owner is not self.info:
            self.reporter.error(Code.PRIVATE_FIELD, name.span, name=name.name, class_name=info.name)
            return None
        return found

    def unknown_field(self, info: ClassInfo, name: tree.Identifier) -> None:
        if self.reporter.full:
            return
        owner = next((a.name for a in ancestors(info)[:-1] if name.name in a.fields), "")
        better, variant = "", ""
        if owner:
            better, variant = f"parent:{owner}:{name.name}", "parent"
        elif actions_named(info, name.name):
            better, variant = f"{name.name}()", "action"
        else:
            public = [field.name for field in info.fields.values() if field.public]
            near = nearest(name.name, public)
            if near is not None:
                better, variant = near, "near"
        self.reporter.error(
            Code.UNKNOWN_FIELD,
            name.span,
            name=name.name,
            class_name=info.name,
            better=better,
            variant=variant,
        )

    # --- parents ---

    def parent_of(
        self, holder: tree.Identifier | None, parent: tree.QualifiedName, *, me: bool = False
    ) -> tuple[typed.Expression | None, ClassType] | None:
        """The object before `parent:P:` (None: the current one) and its type; P is checked.

        With `me`, the holder is a field of the current object.
        """
        value: typed.Expression | None = None
        info = self.info
        if holder is not None:
            link = tree.Link(holder.span, holder, None)
            value = self.variable(link, tree.Chain(holder.span, me, None, None, (link,)))
            if value.type == UNKNOWN:
                return None
            if not isinstance(value.type, ClassType):
                self.reporter.error(
                    Code.NOT_A_PARENT, parent.span, name=parent.text, class_name=str(value.type)
                )
                return None
            info = value.type.info
        found = self.ancestor_named(info, parent)
        if found is None:
            return None
        if found is info or not may_inherit(info, found):
            self.reporter.error(
                Code.NOT_A_PARENT, parent.span, name=parent.text, class_name=info.name
            )
            return None
        self.names.note(found)
        receiver = value.type if value is not None else self.info.as_type
        seen = as_ancestor(receiver, found) if isinstance(receiver, ClassType) else None
        return value, seen if seen is not None else ClassType(found)

    def ancestor_named(self, info: ClassInfo, name: tree.QualifiedName) -> ClassInfo | None:
        """The ancestor of this name; no `use` line is needed for it."""
        known = [each for each in ancestors(info)[:-1] if name.text in (each.name, each.full_name)]
        if len(known) == 1:
            return known[0]
        return self.names.lookup(name) if has_unknown_parent(info) else self.names.class_named(name)

    def parent_access(self, node: tree.Chain, parent: tree.QualifiedName) -> typed.Expression:
        """`parent:P:f(...)`, `parent:P:x`, also through a variable."""
        link = node.links[0]
        reached = self.parent_of(node.holder, parent, me=node.me)
        if reached is None:
            self.arguments(link)
            return BAD
        holder, kind = reached
        if link.arguments is not None:
            return self.call(holder, kind, link, parent=kind.info)
        found = kind.info.fields.get(link.name.name)
        if found is None:
            self.unknown_field(kind.info, link.name)
            return BAD
        if not found.public and not inherits(self.info, found.owner):
            self.reporter.error(
                Code.PRIVATE_FIELD, link.name.span, name=found.name, class_name=kind.info.name
            )
            return BAD
        if holder is None and isinstance(found.type, TypeVariable):
            own = substitute(found.type, bindings_of(kind))
            return typed.FieldValue(as_seen_in(self.info, own), None, found)
        return typed.FieldValue(self.read_type(found, kind), holder, found)

    # --- calls ---

    def arguments(self, link: tree.Link) -> list[typed.Expression]:
        """The values in the parentheses."""
        return [self.value(argument) for argument in link.arguments or ()]

    def call(
        self,
        receiver: typed.Expression | None,
        kind: ClassType,
        link: tree.Link,
        *,
        parent: ClassInfo | None = None,
    ) -> typed.Expression:
        raise NotImplementedError  # quorum.checker.calls

    def primitive_call(
        self, receiver: typed.Expression, kind: Simple, link: tree.Link
    ) -> typed.Expression:
        raise NotImplementedError  # quorum.checker.calls
