"""What the classes of the program promise: parents, fields, actions, and whether that fits."""

from __future__ import annotations

from quorum import library
from quorum import syntax_tree as tree
from quorum.checker.world import Names, Unit, World
from quorum.codes import Code
from quorum.inheritance import (
    ancestors,
    as_ancestor,
    as_seen_in,
    bindings_for,
    build_table,
    own_ancestors,
    parents_first,
    table_of,
)
from quorum.types import (
    NOTHING,
    UNKNOWN,
    ActionInfo,
    ClassInfo,
    ClassType,
    FieldInfo,
    Type,
    TypeVariable,
    erased_name,
    substitute,
)

# A message about several actions names the first ones.
_MOST_NAMES = 4


def declare_classes(world: World) -> bool:
    """Fill the classes of the program. False when their inheritance is too broken to go on."""
    for unit in world.units:
        unit.names = Names(world, unit)
    for unit in world.units:
        _check_type_parameters(unit)
        _declare_parents(unit)
    if not _without_cycles(world):
        return False
    for unit in world.units:
        _declare_members(unit)
    order = _parents_first(world)
    for unit in order:
        _check_inheritance(unit)
    return True


def new_class(program: tree.Program) -> ClassInfo:
    """The class of a source file, still without parents, fields and actions."""
    written = program.class_
    info = ClassInfo(
        name=written.name.name,
        package=program.package.text if program.package else "",
        shared=written.shared,
        is_library=False,
        declaration=written,
    )
    info.variables = tuple(TypeVariable(name.name, info) for name in written.type_parameters)
    return info


def _check_type_parameters(unit: Unit) -> None:
    seen: set[str] = set()
    for name in unit.program.class_.type_parameters:
        if name.name in seen:
            unit.reporter.error(Code.DUPLICATE_PARAMETER, name.span, name=name.name)
        seen.add(name.name)


# --- parents ----------------------------------------------------------------------------------


def _declare_parents(unit: Unit) -> None:
    info, names, reporter = unit.info, unit.names, unit.reporter
    for parent in unit.program.class_.parents:
        found = names.class_named(parent.name)
        if found is None:
            info.incomplete = True
            continue
        if found.shared:
            info.incomplete = True
            reporter.error(Code.SHARED_PARENT, parent.span, name=found.name)
            continue
        if any(other.info is found for other in info.parents):
            reporter.error(Code.DUPLICATE_PARENT, parent.span, name=found.name)
            continue
        arguments = tuple(names.type_of(argument) for argument in parent.arguments)
        if UNKNOWN in arguments:
            info.incomplete = True
            continue
        illegal = not all(isinstance(argument, TypeVariable) for argument in arguments)
        if arguments and (illegal or len(arguments) != len(found.variables)):
            info.incomplete = True
            reporter.error(
                Code.PARENT_ARGUMENTS,
                parent.span,
                name=found.name,
                expected=str(len(found.variables)),
                variant={0: "none", 1: "one"}.get(len(found.variables), ""),
            )
            continue
        names.add_parent(found)
        info.parents.append(ClassType(found, arguments))
    if not info.parents:
        info.parents.append(ClassType(library.object_class()))


def _without_cycles(world: World) -> bool:
    """Report each class that is its own ancestor."""
    circular = own_ancestors([unit.info for unit in world.units])
    for unit in world.units:
        if unit.info in circular:
            unit.reporter.error(
                Code.INHERITANCE_CYCLE, unit.program.class_.name.span, name=unit.info.name
            )
    return not circular


def _parents_first(world: World) -> list[Unit]:
    """The classes of the program, each behind its parents; their lines of ancestors are known then.

    One after the other: a line of parents may be longer than Python calls functions.
    """
    by_class = {unit.info: unit for unit in world.units}
    order = parents_first(by_class)
    for info in order:
        ancestors(info)
    return [by_class[info] for info in order if info in by_class]


# --- members ----------------------------------------------------------------------------------


def _declare_members(unit: Unit) -> None:
    reporter = unit.reporter
    has_create = False
    for order, member in enumerate(unit.program.class_.members):
        if isinstance(member, tree.ActionDeclaration):
            _declare_action(unit, member)
        elif isinstance(member, tree.OnCreate):
            if has_create:
                reporter.error(Code.SECOND_ON_CREATE, (member.span[0], member.span[0] + 2))
            has_create = True
        elif isinstance(member, tree.Declaration):
            _declare_field(unit, member, order)
        else:
            _declare_untyped_field(unit, member, order)


def _declare_field(unit: Unit, member: tree.Declaration, order: int) -> None:
    name = member.name
    if name.name in unit.info.fields:
        unit.reporter.error(Code.DUPLICATE_FIELD, name.span, name=name.name)
        return
    unit.info.fields[name.name] = FieldInfo(
        name=name.name,
        owner=unit.info,
        type=unit.names.type_of(member.type),
        public=member.access == "public",
        constant=member.constant,
        declaration=member,
        order=order,
    )


def _declare_untyped_field(unit: Unit, member: tree.Assignment, order: int) -> None:
    """`COUNT = 2` in a class: its type is settled when the first value is checked.

    Where the field is known already, the same line only changes its value.
    """
    name = member.name
    if member.me or member.holder or member.parent or name.name in unit.info.fields:
        return
    unit.info.fields[name.name] = FieldInfo(
        name=name.name,
        owner=unit.info,
        type=UNKNOWN,
        public=False,
        constant=False,
        declaration=member,
        order=order,
    )


def _declare_action(unit: Unit, member: tree.ActionDeclaration) -> None:
    info, reporter, names = unit.info, unit.reporter, unit.names
    if member.system:
        reporter.error(Code.SYSTEM_ACTION, member.name.span, name=member.name.name)
    seen: set[str] = set()
    parameters: list[tuple[str, Type]] = []
    for parameter in member.parameters:
        name = parameter.name.name
        if name in seen:
            reporter.error(Code.DUPLICATE_PARAMETER, parameter.name.span, name=name)
        seen.add(name)
        parameters.append((name, names.type_of(parameter.type)))
    action = ActionInfo(
        name=member.name.name,
        owner=info,
        parameters=tuple(parameters),
        returns=NOTHING if member.returns is None else names.type_of(member.returns),
        public=member.access != "private",
        blueprint=member.blueprint,
        system=member.system,
        declaration=member,
    )
    overloads = info.actions.setdefault(action.name, [])
    if any(other.key == action.key for other in overloads):
        reporter.error(
            Code.DUPLICATE_ACTION,
            member.name.span,
            name=action.name,
            types=", ".join(erased_name(kind).rpartition(".")[2] for _, kind in parameters),
            variant="types" if parameters else "",
        )
        return
    overloads.append(action)


# --- inheritance ------------------------------------------------------------------------------


def _check_inheritance(unit: Unit) -> None:
    conflicts = build_table(unit.info)
    both: dict[tuple[ClassInfo, ClassInfo], list[str]] = {}
    for conflict in conflicts:
        first, second = conflict.first, conflict.second
        if conflict.blueprint:
            declaration = second.declaration
            unit.reporter.error(
                Code.BLUEPRINT_HIDES,
                declaration.name.span if declaration else unit.program.class_.name.span,
                name=second.name,
                parent=first.owner.name,
            )
        else:
            both.setdefault((first.owner, second.owner), []).append(first.name)
    for (one, other), names in both.items():
        _tell_ambiguous(unit, one, other, list(dict.fromkeys(names)))
    _check_overrides(unit, {conflict.first.key for conflict in conflicts})
    _check_diamond(unit)


def _tell_ambiguous(unit: Unit, one: ClassInfo, other: ClassInfo, names: list[str]) -> None:
    """Two parents bring the same actions: one mistake, however many actions there are."""
    unit.reporter.error(
        Code.INHERITANCE_AMBIGUOUS,
        unit.program.class_.name.span,
        name="`, `".join(names[:_MOST_NAMES]),
        one=one.name,
        other=other.name,
        class_name=unit.info.name,
        variant="several" if len(names) > 1 else "",
    )


def _check_overrides(unit: Unit, ambiguous: set[tuple[str, ...]]) -> None:
    """Whatever replaces an inherited action has a result of the same type."""
    info = unit.info
    told: set[tuple[str, ...]] = set(ambiguous)
    for parent in info.parents:
        for key, other in table_of(parent.info).items():
            action = table_of(info)[key]
            if action is other or key in told:
                continue
            expected, found = result_in(other, info), result_in(action, info)
            if expected != found and UNKNOWN not in (expected, found):
                told.add(key)
                _tell_other_result(unit, action, other, expected, found)


def _tell_other_result(
    unit: Unit, action: ActionInfo, other: ActionInfo, expected: Type, found: Type
) -> None:
    own = action.declaration if action.owner is unit.info else None
    unit.reporter.error(
        Code.OVERRIDE_RETURN,
        own.name.span if own else unit.program.class_.name.span,
        name=action.name,
        parent=other.owner.name,
        expected=str(expected),
        found=str(found),
        variant="nothing" if expected == NOTHING else "",
    )


def result_in(action: ActionInfo, heir: ClassInfo) -> Type:
    """The type of the result of an action that the heir has or inherits."""
    return as_seen_in(heir, substitute(action.returns, bindings_for(heir.as_type, action.owner)))


def _check_diamond(unit: Unit) -> None:
    """One ancestor reached on two ways must be the same type on both."""
    info = unit.info
    seen: dict[ClassInfo, ClassType] = {}
    for parent in info.parents:
        for ancestor in generic_ancestors(parent.info):
            kind = as_ancestor(parent, ancestor)
            if kind is None:
                continue
            other = seen.setdefault(ancestor, kind)
            if other != kind:
                unit.reporter.error(
                    Code.PARENT_ARGUMENTS,
                    unit.program.class_.name.span,
                    name=ancestor.name,
                    expected=str(other),
                    variant="diamond",
                )
                return


def generic_ancestors(info: ClassInfo) -> list[ClassInfo]:
    """The class and its ancestors that have type parameters."""
    return [ancestor for ancestor in ancestors(info) if ancestor.variables]
