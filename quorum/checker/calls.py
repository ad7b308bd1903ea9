"""Calls: which action is meant, and what happens to its arguments and its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.expressions import BAD, widen
from quorum.checker.names import NameChecker
from quorum.codes import Code
from quorum.conversions import Conversion, argument_conversion, argument_cost
from quorum.inheritance import (
    actions_named,
    as_seen_in,
    bindings_for,
    has_unknown_parent,
    inherits,
    table_of,
)
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
    Simple,
    Type,
    TypeVariable,
    is_primitive,
    substitute,
)

# Actions of the object forms that make no sense on a plain value.
_BOX_ACTIONS = frozenset({"SetValue", "GetValue"})
_COST_OF_BINDING = 3


class CallChecker(NameChecker):
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

    # --- calls ---

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
        on_me = receiver is None
        action = self.choose(kind, link, values, own=on_me and parent is None, on_me=on_me)
        if action is None:
            return BAD
        if not self.may_call(action, inherited=on_me or parent is not None):
            self.reporter.error(
                Code.PRIVATE_ACTION,
                link.name.span,
                name=action.name,
                class_name=action.owner.name,
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

    def may_call(self, action: ActionInfo, *, inherited: bool) -> bool:
        """Whether this class may use the action; heirs call a private one as `inherited` only."""
        if action.public or action.owner is self.info:
            return True
        return inherited and inherits(self.info, action.owner)

    def primitive_call(
        self, receiver: typed.Expression, kind: Simple, link: tree.Link
    ) -> typed.Expression:
        """An action of the object form, called on a primitive value."""
        values = self.arguments(link)
        if link.name.name in _BOX_ACTIONS:
            self.reporter.error(
                Code.BOX_ACTION_ON_PRIMITIVE, link.name.span, name=link.name.name, type=str(kind)
            )
            return BAD
        box = ClassType(self.world.library_class(BOX_NAMES[kind]))
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
        self,
        kind: ClassType,
        link: tree.Link,
        values: list[typed.Expression],
        *,
        own: bool,
        on_me: bool = False,
    ) -> ActionInfo | None:
        """The overload that fits best; mistakes are reported.

        `own` calls have nothing before the name, `on_me` those on the current object: there a
        type variable is any object, elsewhere it must stand for a type.
        """
        name = link.name.name
        overloads = actions_named(kind.info, name)
        if not overloads:
            if not has_unknown_parent(kind.info):
                self.unknown_action(kind.info, link, own=own)
            return None
        if any(value.type == UNKNOWN for value in values):
            fitting = [a for a in overloads if len(a.parameters) == len(values)]
            if len(fitting) != 1:
                return None
        best: list[ActionInfo] = []
        best_cost = 0
        for action in overloads:
            cost = self.cost(kind, action, values, on_me=on_me)
            if cost is None:
                continue
            if not best or cost < best_cost:
                best, best_cost = [action], cost
            elif cost == best_cost:
                best.append(action)
        if len(best) == 1:
            if not on_me and is_unbound(best[0].returns, bindings_for(kind, best[0].owner)):
                self.raw_call(best[0], link)
                return None
            return best[0]
        if any(kind == UNKNOWN for each in best for _, kind in each.parameters):
            return None
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
        if not has_unknown_parent(kind.info):
            self.wrong_arguments(overloads, link, found, kind)
        return None

    def wrong_arguments(
        self, overloads: list[ActionInfo], link: tree.Link, found: str, kind: ClassType
    ) -> None:
        shown = sorted(
            {action.signature for action in overloads}, key=lambda text: (len(text), text)
        )
        count = len(link.arguments or ())
        for action in overloads:
            bindings = bindings_for(kind, action.owner)
            if len(action.parameters) == count and any(
                is_unbound(parameter, bindings) for _, parameter in action.parameters
            ):
                self.raw_call(action, link)
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
            others="` / `".join(shown[:4]),
            variant=variant,
        )

    def raw_call(self, action: ActionInfo, link: tree.Link) -> None:
        """A call that needs to know what the type variables of the class stand for."""
        self.reporter.error(
            Code.GENERIC_ARGUMENTS,
            link.name.span,
            name=action.owner.name,
            expected=str(len(action.owner.variables)),
            found="0",
            variant="raw",
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
        self,
        kind: ClassType,
        action: ActionInfo,
        values: list[typed.Expression],
        *,
        on_me: bool,
    ) -> int | None:
        """What passing the arguments costs; None when they do not fit."""
        if len(action.parameters) != len(values):
            return None
        bindings = bindings_for(kind, action.owner)
        total = 0
        for (_, declared), value in zip(action.parameters, values, strict=True):
            if not on_me and is_unbound(declared, bindings):
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
        return as_seen_in(self.info, substitute(action.returns, bindings))


def is_unbound(kind: Type, bindings: Mapping[TypeVariable, Type]) -> bool:
    """Whether the type is a type variable of a class whose type arguments were left out."""
    return isinstance(kind, TypeVariable) and kind not in bindings


def is_widening_binding(declared: Type, bound: Type, value: Type) -> bool:
    """Whether an integer goes into an `Array<number>` or the like."""
    if not isinstance(declared, TypeVariable) or value != INTEGER:
        return False
    if bound == NUMBER:
        return True
    return isinstance(bound, ClassType) and bound.info.full_name == BOX_NAMES[NUMBER]
