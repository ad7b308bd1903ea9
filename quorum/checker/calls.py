"""Names, fields and calls: what each link of a chain means."""

from __future__ import annotations

from collections.abc import Iterable

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.expressions import BAD, ExpressionChecker, widen
from quorum.codes import Code
from quorum.conversions import Conversion, argument_conversion, argument_cost
from quorum.inheritance import actions_named, ancestors, bindings_for, inherits, table_of
from quorum.parser.words import FOREIGN_WORDS, STATEMENT_WORDS
from quorum.suggest import nearest
from quorum.types import (
    BOX_NAMES,
    INTEGER,
    NOTHING,
    NUMBER,
    OBJECT_NAME,
    UNKNOWN,
    ActionInfo,
    ClassInfo,
    ClassType,
    FieldInfo,
    Simple,
    Type,
    TypeVariable,
    bindings_of,
    is_class,
    is_primitive,
    substitute,
)

# Actions of the object forms that make no sense on a plain value.
_BOX_ACTIONS = frozenset({"SetValue", "GetValue"})
_COST_OF_BINDING = 3


class CallChecker(ExpressionChecker):
    """Everything with a name in it."""

    def chain(self, node: tree.Chain) -> typed.Expression:
        """`a`, `f(1)`, `a:b:f(1)`, with or without `me:` or `parent:P:`."""
        first = node.links[0]
        if node.parent is not None:
            value = self.parent_access(node, node.parent)
        elif first.arguments is not None:
            value = self.call(None, self.info.as_type, first)
        else:
            value = self.variable(first, node)
        for link in node.links[1:]:
            if value.type == NOTHING:
                self.reporter.error(Code.NO_RESULT, link.name.span, name="", variant="chain")
                value = BAD
            value = self.member(value, link)
        return value

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
            Code.UNKNOWN_VARIABLE, span, name=name, better=better or "", variant=variant
        )

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
        result = found.type
        if isinstance(result, TypeVariable):
            if kind.info is not self.info:
                result = ClassType(self.world.library_class(OBJECT_NAME))
        else:
            result = substitute(result, bindings_of(kind))
        return typed.FieldValue(result, holder, found)

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
        self, holder: tree.Identifier | None, parent: tree.QualifiedName
    ) -> tuple[typed.Expression | None, ClassType] | None:
        """The object before `parent:P:` (None: the current one) and its type; P is checked."""
        value: typed.Expression | None = None
        info = self.info
        if holder is not None:
            link = tree.Link(holder.span, holder, None)
            value = self.variable(link, tree.Chain(holder.span, False, None, None, (link,)))
            if value.type == UNKNOWN:
                return None
            if not isinstance(value.type, ClassType):
                self.reporter.error(
                    Code.NOT_A_PARENT, parent.span, name=parent.text, class_name=str(value.type)
                )
                return None
            info = value.type.info
        found = self.names.class_named(parent)
        if found is None:
            return None
        if found is info or not inherits(info, found):
            self.reporter.error(
                Code.NOT_A_PARENT, parent.span, name=parent.text, class_name=info.name
            )
            return None
        self.names.note(found)
        receiver = value.type if value is not None else self.info.as_type
        bindings = bindings_for(receiver, found) if isinstance(receiver, ClassType) else {}
        return value, ClassType(found, tuple(bindings.get(v, v) for v in found.variables))

    def parent_access(self, node: tree.Chain, parent: tree.QualifiedName) -> typed.Expression:
        """`parent:P:f(...)`, `parent:P:x`, also through a variable."""
        link = node.links[0]
        reached = self.parent_of(node.holder, parent)
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
        return typed.FieldValue(substitute(found.type, bindings_of(kind)), holder, found)

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
        """A call on an object; `receiver` is None for the current one."""
        values = self.arguments(link)
        action = self.choose(kind, link, values, own=receiver is None and parent is None)
        if action is None:
            return BAD
        on_me = receiver is None or isinstance(receiver, typed.MeValue)
        if (
            not action.public
            and action.owner is not self.info
            and not (on_me and inherits(self.info, action.owner))
        ):
            self.reporter.error(
                Code.PRIVATE_ACTION, link.name.span, name=action.name, class_name=kind.info.name
            )
        if parent is not None and action.blueprint:
            self.reporter.error(
                Code.UNKNOWN_ACTION,
                link.name.span,
                name=action.name,
                class_name=kind.info.name,
                variant="blueprint",
            )
        if kind.info.is_library:
            self.note_call(kind.info, action)
        passed = self.passed(kind, action, values)
        result = self.result_type(kind, action)
        call = typed.Call(
            result if not isinstance(action.returns, TypeVariable) else action.returns,
            receiver,
            parent,
            action,
            passed,
        )
        if isinstance(action.returns, TypeVariable):
            if is_primitive(result):
                return typed.Convert(result, Conversion.UNBOX, call)
            return typed.Convert(result, Conversion.NONE, call)
        return call

    def primitive_call(
        self, receiver: typed.Expression, kind: Simple, link: tree.Link
    ) -> typed.Expression:
        """An action of the object form, called on a primitive value."""
        values = self.arguments(link)
        full_name = BOX_NAMES.get(kind)
        if full_name is None:
            self.reporter.error(Code.ACTION_ON_UNDEFINED, link.name.span, name=link.name.name)
            return BAD
        if link.name.name in _BOX_ACTIONS:
            self.reporter.error(
                Code.BOX_ACTION_ON_PRIMITIVE, link.name.span, name=link.name.name, type=str(kind)
            )
            return BAD
        box = ClassType(self.world.library_class(full_name))
        action = self.choose(box, link, values, own=False)
        if action is None:
            return BAD
        self.note_call(box.info, action)
        passed = self.passed(box, action, values)
        return typed.PrimitiveCall(action.returns, receiver, action, passed)

    def note_call(self, info: ClassInfo, action: ActionInfo) -> None:
        """Remember a call on a library object; `quorum.checker` collects them."""
        raise NotImplementedError

    def choose(
        self, kind: ClassType, link: tree.Link, values: list[typed.Expression], *, own: bool
    ) -> ActionInfo | None:
        """The overload that fits best; mistakes are reported."""
        name = link.name.name
        overloads = actions_named(kind.info, name)
        if not overloads:
            self.unknown_action(kind.info, link, own=own)
            return None
        if any(value.type == UNKNOWN for value in values):
            fitting = [a for a in overloads if len(a.parameters) == len(values)]
            if len(fitting) != 1:
                return None
        best: list[ActionInfo] = []
        best_cost = 0
        for action in overloads:
            cost = self.cost(kind, action, values)
            if cost is None:
                continue
            if not best or cost < best_cost:
                best, best_cost = [action], cost
            elif cost == best_cost:
                best.append(action)
        if len(best) == 1:
            return best[0]
        found = ", ".join(str(value.type) for value in values)
        if best:
            self.reporter.error(
                Code.AMBIGUOUS_CALL,
                link.name.span,
                name=name,
                one=best[0].signature,
                other=best[1].signature,
                found=found,
            )
            return None
        self.wrong_arguments(overloads, link, found, kind)
        return None

    def wrong_arguments(
        self, overloads: list[ActionInfo], link: tree.Link, found: str, kind: ClassType
    ) -> None:
        shown = sorted(
            {action.signature for action in overloads}, key=lambda text: (len(text), text)
        )
        if kind.is_raw and any(
            isinstance(parameter, TypeVariable)
            for action in overloads
            for _, parameter in action.parameters
        ):
            self.reporter.error(
                Code.GENERIC_ARGUMENTS,
                link.name.span,
                name=kind.info.name,
                expected=str(len(kind.info.variables)),
                found="0",
                variant="raw",
            )
            return
        variant = "" if len(shown) == 1 else "several"
        if not found:
            variant = "none" if len(shown) == 1 else "none_several"
        elif len(shown) == 1 and shown[0].endswith("()"):
            variant = "takes_none"
        self.reporter.error(
            Code.WRONG_ARGUMENTS,
            link.span,
            name=link.name.name,
            found=found,
            expected=shown[0],
            others=" / ".join(shown[:4]),
            variant=variant,
        )

    def unknown_action(self, info: ClassInfo, link: tree.Link, *, own: bool) -> None:
        """No action of this name at all."""
        if self.reporter.full:
            return
        name = link.name.name
        better, variant = "", ""
        known: Iterable[str] = sorted({action.name for action in table_of(info).values()})
        if own:
            hidden = {
                action.name for action in table_of(self.world.library_class(OBJECT_NAME)).values()
            }
            known = [each for each in known if each not in hidden]
        statement = FOREIGN_WORDS.get(name.lower())
        if statement is None and name.lower() in STATEMENT_WORDS:
            statement = name.lower()
        near = nearest(name, known)
        if own and statement is not None:
            better, variant = statement, "statement"
        elif near is not None:
            better, variant = near, "near_own" if own else "near"
        elif own and (class_name := self.names.lookup(tree.QualifiedName((0, 0), (name,)))):
            better = class_name.name
            variant = "class"
        elif own and (near := nearest(name, STATEMENT_WORDS)):
            better, variant = near, "statement"
        elif name in info.fields:
            better, variant = name, "field"
        elif own:
            variant = "own"
        self.reporter.error(
            Code.UNKNOWN_ACTION,
            link.name.span,
            name=name,
            class_name=info.name,
            better=better,
            variable=better[:1].lower() + better[1:],
            variant=variant,
        )

    def cost(
        self, kind: ClassType, action: ActionInfo, values: list[typed.Expression]
    ) -> int | None:
        """What passing the arguments costs; None when they do not fit."""
        if len(action.parameters) != len(values):
            return None
        bindings = bindings_for(kind, action.owner)
        total = 0
        for (_, declared), value in zip(action.parameters, values, strict=True):
            if isinstance(declared, TypeVariable) and declared not in bindings:
                return None
            bound = substitute(declared, bindings)
            cost = argument_cost(bound, value.type)
            if cost is None and is_widening_binding(declared, bound, value.type):
                cost = _COST_OF_BINDING
            if cost is None:
                return None
            total += cost
        return total

    def passed(
        self, kind: ClassType, action: ActionInfo, values: list[typed.Expression]
    ) -> tuple[typed.Expression, ...]:
        """The arguments as the action receives them."""
        bindings = bindings_for(kind, action.owner)
        result: list[typed.Expression] = []
        for (_, declared), value in zip(action.parameters, values, strict=True):
            bound = substitute(declared, bindings)
            if is_widening_binding(declared, bound, value.type):
                value = widen(value)
            how = argument_conversion(bound, value.type)
            if how is Conversion.WIDEN:
                value = widen(value)
            elif how is not Conversion.NONE:
                value = typed.Convert(bound, how, value)
            if isinstance(declared, TypeVariable) and is_primitive(value.type):
                value = typed.Convert(declared, Conversion.BOX, value)
            result.append(value)
        return tuple(result)

    def result_type(self, kind: ClassType, action: ActionInfo) -> Type:
        """The type of the result as the caller sees it."""
        bindings = bindings_for(kind, action.owner)
        result = substitute(action.returns, bindings)
        if isinstance(result, TypeVariable) and result.owner is not self.info:
            return ClassType(self.world.library_class(OBJECT_NAME))
        return result


def is_widening_binding(declared: Type, bound: Type, value: Type) -> bool:
    """Whether an integer goes into an `Array<number>` or the like."""
    if not isinstance(declared, TypeVariable) or value != INTEGER:
        return False
    if bound == NUMBER:
        return True
    return (
        is_class(bound)
        and isinstance(bound, ClassType)
        and (bound.info.full_name == BOX_NAMES[NUMBER])
    )
