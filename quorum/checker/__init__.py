"""Decides whether a program makes sense, and writes down what each part of it means."""

from __future__ import annotations

from collections.abc import Sequence

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.checker.declarations import declare_classes, new_class
from quorum.checker.definedness import settle
from quorum.checker.flow import always_returns
from quorum.checker.scope import Scope
from quorum.checker.statements import StatementChecker
from quorum.checker.world import Unit, World
from quorum.codes import Code
from quorum.diagnostics import Reporter
from quorum.inheritance import has_unknown_parent, open_blueprints
from quorum.types import (
    NOTHING,
    UNKNOWN,
    ActionInfo,
    ClassInfo,
    FieldInfo,
)


def check(programs: Sequence[tree.Program], reporters: Sequence[Reporter]) -> typed.Program | None:
    """Check the files of one program; mistakes go to the reporters. The first file is the main one.

    Returns None when the classes do not fit together well enough to look inside them.
    """
    world = World()
    for index, (program, reporter) in enumerate(zip(programs, reporters, strict=True)):
        info = new_class(program)
        if info.full_name in world.user_classes:
            reporter.error(Code.DUPLICATE_CLASS, program.class_.name.span, name=info.name)
            continue
        world.user_classes[info.full_name] = info
        world.units.append(Unit(index, program, reporter, info))
    if not world.units or not declare_classes(world):
        return None
    _check_main(world.units[0])
    calls: set[str] = set()
    field_values: list[tuple[FieldInfo, typed.Expression]] = []
    checkers = [_ClassChecker(world, unit, calls, field_values) for unit in world.units]
    # All fields first: the type of `COUNT = 2` is only known from its value.
    for checker in checkers:
        checker.check_fields()
    classes = tuple(checker.check_actions() for checker in checkers)
    result = typed.Program(classes, frozenset(world.used_library_classes), frozenset(calls))
    settle(result, field_values)
    return result


def _check_main(unit: Unit) -> None:
    """The main class must have an action Main that takes nothing and gives nothing.

    That a blueprint or a system action cannot be called is told elsewhere.
    """
    info = unit.info
    mains = info.actions.get("Main", [])
    main = next((action for action in mains if not action.parameters), None)
    if main is not None and main.returns == NOTHING:
        return
    similar = [name for name in info.actions if name.lower() == "main"]
    almost = "Main" if mains else "".join(similar[:1])
    found = main or (info.actions[almost][0] if almost else None)
    variant = "case" if almost else ""
    if mains:
        variant = "returns" if main is not None else "parameters"
    unit.reporter.error(
        Code.MISSING_MAIN,
        found.declaration.name.span
        if found is not None and found.declaration is not None
        else unit.program.class_.name.span,
        name=almost,
        class_name=info.name,
        variant=variant,
    )


class _ClassChecker(StatementChecker):
    """One class of the program."""

    def __init__(
        self,
        world: World,
        unit: Unit,
        calls: set[str],
        field_values: list[tuple[FieldInfo, typed.Expression]],
    ) -> None:
        super().__init__(world, unit)
        self._calls = calls
        self.field_values = field_values
        self._fields: list[typed.FieldStart | typed.SetField] = []

    def note_call(self, info: ClassInfo, action: ActionInfo) -> None:
        self._calls.add(f"{info.name}:{action.name}")
        self.names.note(info)

    def check_fields(self) -> None:
        """The first values of the fields, in the order in which they are written."""
        missing = open_blueprints(self.info)
        if missing and self.unit.index == 0 and not has_unknown_parent(self.info):
            self.reporter.error(
                Code.OPEN_BLUEPRINTS,
                self.unit.program.class_.name.span,
                name=self.info.name,
                action=missing[0].signature,
            )
        for order, member in enumerate(self.unit.program.class_.members):
            if isinstance(member, tree.Declaration | tree.Assignment):
                self.field_limit = self.assignable_limit = order
                field = self.info.fields.get(member.name.name)
                if field is not None and field.declaration is member:
                    self._field(member, field)
                elif isinstance(member, tree.Assignment):
                    again = self.assignment(member)
                    if isinstance(again, typed.SetField):
                        self._fields.append(again)
        self.field_limit = None

    def _field(self, member: tree.Declaration | tree.Assignment, field: FieldInfo) -> None:
        if isinstance(member, tree.Declaration):
            value = self.first_value(member, field.type)
            if field.constant and isinstance(value, typed.Literal):
                field.literal = value.value
        else:
            self.declaring = member.name.name
            value = self.value(member.value)
            self.declaring = None
            field.type = self.inferred(member, value)
        self.field_values.append((field, value))
        self._fields.append(typed.FieldStart(member.span[0], field, value))

    def check_actions(self) -> typed.Class:
        """The bodies of the actions."""
        class_ = self.unit.program.class_
        actions: list[typed.Action] = []
        on_create: typed.Block | None = None
        by_declaration = {
            id(action.declaration): action
            for overloads in self.info.actions.values()
            for action in overloads
        }
        for order, member in enumerate(class_.members):
            if isinstance(member, tree.OnCreate):
                self._enter("on create", order)
                block = self.block(member.block)
                on_create = block if on_create is None else on_create
            elif isinstance(member, tree.ActionDeclaration):
                action = by_declaration.get(id(member))
                if action is not None and member.block is not None:
                    actions.append(self._action(action, member, order))
        return typed.Class(
            self.info,
            self.unit.index,
            class_.span[0],
            tuple(self._fields),
            on_create,
            tuple(actions),
        )

    def _enter(self, name: str, order: int) -> None:
        """Begin a new body: an empty scope, and the fields written above it for assignments."""
        self.scope = Scope()
        self.returns = NOTHING
        self.action_name = name
        self.assignable_limit = order
        self.checks = 0

    def _action(self, info: ActionInfo, member: tree.ActionDeclaration, order: int) -> typed.Action:
        self._enter(info.name, order)
        self.returns = info.returns
        parameters: list[typed.Local] = []
        for written, (name, kind) in zip(member.parameters, info.parameters, strict=True):
            local = typed.Local(name, kind, False, written.name.span[0], may_be_undefined=True)
            parameters.append(local)
            self.scope.declare(local)
        block = self.block(member.block or ())
        if info.returns not in (NOTHING, UNKNOWN) and not always_returns(member.block or ()):
            self.reporter.error(
                Code.MISSING_RETURN, member.name.span, name=info.name, expected=str(info.returns)
            )
        return typed.Action(info, member.span[0], tuple(parameters), block)
