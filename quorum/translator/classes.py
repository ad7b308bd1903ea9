"""Writes classes and actions.

A Quorum class with several parents becomes a Python class with one base class: MicroPython looks
up methods of several base classes in another order than Quorum does. What the other parents bring
is written out as plain references, and `is_a` knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quorum import library
from quorum import typed_tree as typed
from quorum.diagnostics import Reporter
from quorum.inheritance import ancestors, inherits, table_of
from quorum.translator.naming import Names, action_name, variable_name
from quorum.translator.ranges import find_ranges
from quorum.translator.runtime import Needs
from quorum.translator.statements import StatementWriter
from quorum.translator.writer import Writer
from quorum.types import (
    BOOLEAN,
    ERROR_NAME,
    INTEGER,
    NUMBER,
    OBJECT_NAME,
    ActionInfo,
    ClassInfo,
    Type,
)


def base_class(info: ClassInfo) -> ClassInfo:
    """The parent that becomes the Python base class: only heirs of Error can be raised."""
    error = library.load(ERROR_NAME)
    for parent in info.parents:
        if error is not None and inherits(parent.info, error):
            return parent.info
    return info.parents[0].info


def base_line(info: ClassInfo) -> list[ClassInfo]:
    """The class and the ancestors that are its Python base classes, the nearest first."""
    line = [info]
    while line[-1].parents:
        line.append(base_class(line[-1]))
    return line


def beside_line(info: ClassInfo) -> list[ClassInfo]:
    """The ancestors that Python does not see as base classes."""
    if all(len(ancestor.parents) < 2 for ancestor in ancestors(info)):
        return []
    line = set(base_line(info))
    return [ancestor for ancestor in ancestors(info) if ancestor not in line]


def _brought_beside(info: ClassInfo) -> list[ClassInfo]:
    """The ancestors that this class has to bring in because its Python base class does not."""
    return beside_line(info) if len(info.parents) > 1 else []


class ClassWriter(StatementWriter):
    """Classes of one program, into one writer."""

    def __init__(
        self,
        writer: Writer,
        names: Names,
        needs: Needs,
        classes: Sequence[typed.Class],
        reporters: Sequence[Reporter],
    ) -> None:
        beside = frozenset(ancestor for class_ in classes for ancestor in beside_line(class_.info))
        super().__init__(writer, names, needs, beside)
        self._reporters = reporters
        self._classes = {class_.info: class_ for class_ in classes}
        # Classes whose part of a new object must be callable alone: an heir has several parents.
        self._mixed = {
            ancestor
            for class_ in classes
            if len(class_.info.parents) > 1
            for ancestor in ancestors(class_.info)
        }

    def write(self, class_: typed.Class) -> None:
        """One class; its base class has been written before."""
        info = class_.info
        self.reporter = self._reporters[class_.source]
        name = self.names.user_class(info)
        self.class_in_hand = self.action = info.name
        self.at(class_.offset)
        self.out.blank()
        self.out.line(f"class {name}({self.class_name(base_class(info))}):")
        with self.out.indented():
            before = self.out.mark()
            self.ancestors_line(info)
            self.field_defaults(class_)
            self.creation(class_)
            for action in class_.actions:
                self.write_action(action)
            self.inherited_beside(info)
            if self.out.mark() == before:
                self.out.line("pass")
        self.adopted(info)

    # --- objects ---

    def field_defaults(self, class_: typed.Class) -> None:
        """What fields hold before their first value: somebody may already ask for them."""
        if _is_quiet(class_):
            return
        for ancestor in (*_brought_beside(class_.info), class_.info):
            if ancestor.is_library:
                continue
            for start in self._classes[ancestor].fields:
                if isinstance(start, typed.SetField):
                    continue
                if ancestor is class_.info:
                    self.at(start.offset)
                self.out.line(f"{self.names.field(start.field)} = {_default(start.field.type)}")

    def has_start(self, class_: typed.Class) -> bool:
        """Whether there is something to do for this class when an object is made."""
        return bool(class_.fields) or class_.on_create is not None

    def creation(self, class_: typed.Class) -> None:
        """`__init__`: the parts of all ancestors, each once, ancestors before heirs."""
        info = class_.info
        parent = info.parents[0].info
        if info in self._mixed or (parent.is_library and parent.full_name != OBJECT_NAME):
            self.creation_by_parts(class_)
        elif self.has_start(class_):
            self.start_method("__init__", class_, parent if any(self.parts(parent)) else None)

    def parts(self, info: ClassInfo) -> Iterator[ClassInfo]:
        """The class and its ancestors, as far as they do something when an object is made."""
        for ancestor in ancestors(info):
            if ancestor.full_name != OBJECT_NAME and (
                ancestor.is_library or self.has_start(self._classes[ancestor])
            ):
                yield ancestor

    def creation_by_parts(self, class_: typed.Class) -> None:
        """Each part has a method of its own, and `__init__` calls them."""
        if self.has_start(class_):
            self.start_method(self.start_name(class_.info), class_)
        self.at(class_.offset)
        self.out.blank()
        self.out.line("def __init__(self):")
        with self.out.indented():
            before = self.out.mark()
            for part in self.parts(class_.info):
                name = self.class_name(part)
                if part.is_library:
                    self.out.line(f"{self.needs.helper('begin')}({name}, self)")
                else:
                    self.out.line(f"{name}.{self.start_name(part)}(self)")
            if self.out.mark() == before:
                self.out.line("pass")

    def start_name(self, info: ClassInfo) -> str:
        return f"start_{self.names.user_class(info)}"

    def start_method(self, name: str, class_: typed.Class, parent: ClassInfo | None = None) -> None:
        """What the parent does, the first values of the own fields, then the own `on create`."""
        self.action = "on create"
        self.at(class_.offset)
        self.out.blank()
        self.out.line(f"def {name}(self):")
        with self.out.indented():
            if parent is not None:
                self.out.line(f"{self.class_name(parent)}.__init__(self)")
            if class_.info.shared:
                self.out.line(f"{self.needs.helper('share')}(self)")
            for start in class_.fields:
                self.field_start(start)
            self.ranges = find_ranges(class_.on_create or ())
            self.begin_body()
            for statement in class_.on_create or ():
                self.statement(statement)
            if not class_.fields and not class_.on_create and parent is None:
                self.out.line("pass")

    def field_start(self, start: typed.FieldStart | typed.SetField) -> None:
        """The first value of a field, or an assignment among the fields."""
        if isinstance(start, typed.SetField):
            self.statement(start)
            return
        self.at(start.offset)
        self.out.line(f"{self.field_target(None, start.field)} = {self.text(start.value)}")

    # --- several parents ---

    def ancestors_line(self, info: ClassInfo) -> None:
        """For `is_a`: the ancestors that are no Python base classes."""
        beside = _brought_beside(info)
        if beside:
            names = ", ".join(self.class_name(ancestor) for ancestor in beside)
            self.out.line(f"ancestors = ({names},)")

    def adopted(self, info: ClassInfo) -> None:
        """What classes of the library need of themselves, for those that are no base classes."""
        for ancestor in _brought_beside(info):
            if ancestor.is_library:
                helper = self.needs.helper("adopt")
                self.out.line(f"{helper}({self.class_name(info)}, {self.class_name(ancestor)})")

    def inherited_beside(self, info: ClassInfo) -> None:
        """References to the actions that the Python base class does not bring."""
        if len(info.parents) < 2:
            return
        brought: dict[str, ActionInfo] = {
            action_name(action): action for action in table_of(base_class(info)).values()
        }
        for action in table_of(info).values():
            name = action_name(action)
            if action.owner is info or action.blueprint or brought.get(name) is action:
                continue
            self.out.line(f"{name} = {self.class_name(action.owner)}.{name}")

    # --- actions ---

    def write_action(self, action: typed.Action) -> None:
        self.action = action.info.name
        self.at(action.offset)
        parameters = "".join(f", {variable_name(local.name)}" for local in action.parameters)
        self.out.blank()
        self.out.line(f"def {action_name(action.info)}(self{parameters}):")
        self.ranges = find_ranges(action.block)
        self.begin_body(action.parameters)
        self.block(action.block)


def _is_quiet(class_: typed.Class) -> bool:
    """Whether nobody can ask for a field of a new object before all of them have a value."""
    info = class_.info
    return (
        not info.shared
        and all(parent.info.full_name == OBJECT_NAME for parent in info.parents)
        and all(_asks_nobody(start.value) for start in class_.fields)
    )


def _asks_nobody(value: typed.Expression) -> bool:
    while isinstance(value, typed.Convert | typed.Negate):
        value = value.operand
    return isinstance(value, typed.Literal | typed.New)


def _default(kind: Type) -> str:
    """The value of a field before its first value is set."""
    if kind == INTEGER:
        return "0"
    if kind == NUMBER:
        return "0.0"
    return "False" if kind == BOOLEAN else "None"
