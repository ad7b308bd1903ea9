"""All classes of one compilation, and what a class name means in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quorum import library
from quorum import syntax_tree as tree
from quorum.codes import Code
from quorum.diagnostics import Reporter
from quorum.inheritance import ancestors
from quorum.parser.words import (
    FOREIGN_BLOCKS,
    FOREIGN_LINES,
    FOREIGN_WORDS,
    STATEMENT_WORDS,
    meant_type,
)
from quorum.suggest import nearest
from quorum.types import (
    PRIMITIVES,
    UNKNOWN,
    ClassInfo,
    ClassType,
    Type,
    TypeVariable,
)


@dataclass(eq=False, slots=True)
class Unit:
    """One source file with its class."""

    index: int
    program: tree.Program
    reporter: Reporter
    info: ClassInfo
    names: Names = field(init=False)


class World:
    """The classes of the program and, on demand, those of the library."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.user_classes: dict[str, ClassInfo] = {}
        self.used_library_classes: set[str] = set()
        self._own_names: dict[str, dict[str, str]] = {}
        self._common_heirs: dict[tuple[ClassInfo, ClassInfo, int], bool] = {}

    def find(self, full_name: str) -> ClassInfo | None:
        """The class with this full name."""
        found = self.user_classes.get(full_name)
        return found if found is not None else library.load(full_name)

    def classes_in(self, package: str) -> Iterable[str]:
        """The full names of the classes directly in a package."""
        for full_name, info in self.user_classes.items():
            if info.package == package:
                yield full_name
        if package:
            yield from library.classes_in(package)

    def own_names(self, package: str) -> Mapping[str, str]:
        """Simple name -> full name, for the classes directly in a package.

        All files of a package share the answer, so all classes of the program must be known.
        """
        names = self._own_names.get(package)
        if names is None:
            names = {full.rpartition(".")[2]: full for full in self.classes_in(package)}
            self._own_names[package] = names
        return names

    def is_package(self, package: str) -> bool:
        """Whether some class is directly in this package."""
        return package in library.packages() or any(
            info.package == package for info in self.user_classes.values()
        )

    def library_class(self, full_name: str) -> ClassInfo:
        """A class that the language itself needs."""
        found = library.load(full_name)
        if found is None:
            raise library.LibraryError(f"{full_name} is missing")
        return found

    def share_an_heir(self, one: ClassInfo, other: ClassInfo) -> bool:
        """Whether some class of the program, or of the library that it uses, has both above it."""
        key = one, other, len(self.used_library_classes)
        known = self._common_heirs.get(key)
        if known is None:
            used = map(self.library_class, sorted(self.used_library_classes))
            lines = (ancestors(info) for info in (*(unit.info for unit in self.units), *used))
            known = any(one in line and other in line for line in lines)
            self._common_heirs[key] = known
        return known


class Names:
    """What class names mean in one file: its package, its `use` lines and what is always there."""

    def __init__(self, world: World, unit: Unit) -> None:
        self._world = world
        self._reporter = unit.reporter
        self._used: dict[str, list[str]] = {}
        # What wrong `use` lines were to bring in; missing that as well would be told twice.
        self._missed: set[str] = set()
        self._package = unit.info.package
        self._variables: dict[str, TypeVariable] = {
            variable.name: variable for variable in unit.info.variables
        }
        for full_name in library.ALWAYS_VISIBLE:
            self._used[full_name.rpartition(".")[2]] = [full_name]
        self._own = world.own_names(self._package)
        for use in unit.program.uses:
            self._add_use(use)

    def _add_use(self, use: tree.QualifiedName) -> None:
        if use.parts[-1] == "all":
            package = ".".join(use.parts[:-1])
            if not package or not self._world.is_package(package):
                self._unknown_use(use)
                return
            names: Iterable[str] = self._world.classes_in(package)
        elif self._world.find(use.text) is not None:
            names = (use.text,)
        else:
            self._unknown_use(use)
            return
        for full_name in names:
            self._make_visible(full_name)

    def _make_visible(self, full_name: str) -> None:
        known = self._used.setdefault(full_name.rpartition(".")[2], [])
        if full_name not in known:
            known.append(full_name)

    def _unknown_use(self, use: tree.QualifiedName) -> None:
        """Report the line, and go on as if what was probably meant had been written."""
        if self._reporter.full:
            return
        better = self._meant_use(use)
        if not better or use.parts[-1] != "all":
            self._missed.add(use.parts[-1])
        self._reporter.error(
            Code.UNKNOWN_USE,
            use.span,
            name=use.text,
            better=better,
            variant="near" if better else "",
        )
        package, _, last = better.rpartition(".")
        if last:
            meant = self._world.classes_in(package) if last == "all" else (better,)
            for full_name in meant:
                self._make_visible(full_name)

    def _meant_use(self, use: tree.QualifiedName) -> str:
        """What an unknown `use` line was probably to name; empty when nothing is near."""
        by_name = library.classes_by_simple_name()
        last = use.parts[-1]
        if last == "all":
            near = nearest(".".join(use.parts[:-1]), library.packages())
            return f"{near}.all" if near is not None else ""
        if last in by_name:
            return by_name[last][0]
        if self._world.is_package(use.text):
            return f"{use.text}.all"
        near = nearest(use.text, [*library.class_names(), *self._world.user_classes])
        if near is not None:
            return near
        near = nearest(last, by_name)
        return by_name[near][0] if near is not None else ""

    def visible(self) -> Iterable[str]:
        """The simple names that can be used here."""
        yield from self._own
        yield from self._used
        yield from self._variables

    def lookup(self, name: tree.QualifiedName) -> ClassInfo | None:
        """The class of this name, without a word when there is none or more than one."""
        found = self._candidates(name)
        return self._world.find(found[0]) if len(found) == 1 else None

    def _candidates(self, name: tree.QualifiedName) -> list[str]:
        if len(name.parts) > 1:
            return [name.text] if self._world.find(name.text) is not None else []
        simple = name.parts[0]
        found = list(self._used.get(simple, []))
        own = self._own.get(simple)
        if own is not None and own not in found and not (found and self._is_implicit(own)):
            found.insert(0, own)
        return found

    def _is_implicit(self, full_name: str) -> bool:
        """Whether nobody wrote the name of the class: it is that of a file."""
        info = self._world.user_classes.get(full_name)
        return info is not None and info.declaration is not None and info.declaration.implicit

    def class_named(self, name: tree.QualifiedName) -> ClassInfo | None:
        """The class of this name; a mistake is reported."""
        found = self._candidates(name)
        if len(found) == 1:
            return self._world.find(found[0])
        if found:
            self._reporter.error(
                Code.AMBIGUOUS_CLASS, name.span, name=name.text, one=found[0], other=found[1]
            )
        else:
            self._unknown_class(name)
        return None

    def _unknown_class(self, name: tree.QualifiedName) -> None:
        if self._reporter.full:
            return
        simple = name.parts[-1]
        if simple in self._missed or "all" in self._missed:
            return
        elsewhere = library.classes_by_simple_name().get(simple, [])
        elsewhere = elsewhere or [
            full for full, info in self._world.user_classes.items() if info.name == simple
        ]
        if len(name.parts) == 1 and elsewhere:
            self._reporter.error(
                Code.CLASS_NEEDS_USE, name.span, name=simple, better=f"use {elsewhere[0]}"
            )
            return
        habit = FOREIGN_LINES.get(simple) or FOREIGN_BLOCKS.get(simple)
        if habit is not None and len(name.parts) == 1:
            # `import Screen` keeps the grammar: it looks like a declaration.
            self._reporter.error(Code.FOREIGN_STATEMENT, name.span, word=simple, variant=habit)
            return
        better, variant = self.meant_class(simple)
        self._reporter.error(
            Code.UNKNOWN_CLASS, name.span, name=name.text, better=better, variant=variant
        )

    def meant_class(self, simple: str) -> tuple[str, str]:
        """What was probably meant by an unknown class name, and the wording for it."""
        statement = FOREIGN_WORDS.get(simple.lower())
        if statement is None and simple.lower() in STATEMENT_WORDS:
            statement = simple.lower()
        if statement is not None and statement not in PRIMITIVES:
            return statement, "statement"
        if simple.lower() in {"let", "var", "auto", "dim", "soit"}:
            return "", "untyped"
        primitive = meant_type(simple)
        if primitive is not None:
            return primitive, "primitive"
        near = nearest(simple, self.visible())
        if near is not None:
            return near, "near"
        near = nearest(simple, library.classes_by_simple_name())
        if near is not None:
            return library.classes_by_simple_name()[near][0], "near_use"
        statement = nearest(simple, STATEMENT_WORDS)
        return (statement, "statement") if statement is not None else ("", "")

    def type_of(self, written: tree.TypeName) -> Type:
        """The type that is written; UNKNOWN after a mistake, which is reported."""
        if written.primitive is not None:
            return PRIMITIVES[written.primitive]
        name = written.name
        if name is None:
            return UNKNOWN
        if len(name.parts) == 1 and name.parts[0] in self._variables:
            variable = self._variables[name.parts[0]]
            if written.arguments:
                self._wrong_arguments(written, variable.name, 0)
            return variable
        info = self.class_named(name)
        arguments = tuple(self.type_of(argument) for argument in written.arguments)
        if info is None:
            primitive = meant_type(name.parts[0])
            return PRIMITIVES[primitive] if primitive and len(name.parts) == 1 else UNKNOWN
        if written.arguments and len(arguments) != len(info.variables):
            self._wrong_arguments(written, info.name, len(info.variables))
            return UNKNOWN
        if UNKNOWN in arguments:
            return UNKNOWN
        self.note(info)
        return ClassType(info, arguments)

    def _wrong_arguments(self, written: tree.TypeName, name: str, expected: int) -> None:
        self._reporter.error(
            Code.GENERIC_ARGUMENTS,
            written.span,
            name=name,
            expected=str(expected),
            found=str(len(written.arguments)),
            variant={0: "none", 1: "one"}.get(expected, ""),
        )

    def add_parent(self, info: ClassInfo) -> None:
        """Parents count as used by their class."""
        self._make_visible(info.full_name)
        self.note(info)

    def note(self, info: ClassInfo) -> None:
        """Remember that the program uses a library class."""
        if info.is_library:
            self._world.used_library_classes.add(info.full_name)
