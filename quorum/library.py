"""The standard library and the libraries of the robot, as the compiler sees them.

Each class is a real Quorum file under `quorum/library/`, read with the same parser. Only the
classes that a program names are read; once read they stay for the life of the process.
"""

from __future__ import annotations

import os
import threading
from functools import cache

from quorum import syntax_tree as tree
from quorum.diagnostics import Reporter
from quorum.parser import parse
from quorum.sources import SourceFile
from quorum.types import (
    NOTHING,
    OBJECT_NAME,
    PRIMITIVES,
    ActionInfo,
    ClassInfo,
    ClassType,
    FieldInfo,
    Type,
    TypeVariable,
)

# A text, as everywhere on the way to an answer: `pathlib` is slow to import.
ROOT = os.path.join(os.path.dirname(__file__), "library")
_SUFFIX = ".quorum"

# Visible in every program without a `use` line.
ALWAYS_VISIBLE = (
    OBJECT_NAME,
    "Libraries.Language.Types.Integer",
    "Libraries.Language.Types.Number",
    "Libraries.Language.Types.Text",
    "Libraries.Language.Types.Boolean",
    "Libraries.Language.Errors.Error",
)

_lock = threading.RLock()
_loaded: dict[str, ClassInfo] = {}


class LibraryError(Exception):
    """A signature file is wrong: a mistake of the platform, never of a student's program."""


@cache
def class_names() -> frozenset[str]:
    """The full names of all library classes."""
    names: set[str] = set()
    for folder, _, files in os.walk(ROOT):
        package = os.path.relpath(folder, ROOT).replace(os.sep, ".")
        names.update(
            f"{package}.{file.removesuffix(_SUFFIX)}" for file in files if file.endswith(_SUFFIX)
        )
    return frozenset(names)


@cache
def packages() -> frozenset[str]:
    """The packages that hold classes."""
    return frozenset(name.rpartition(".")[0] for name in class_names())


@cache
def classes_by_simple_name() -> dict[str, list[str]]:
    """Simple name -> full names, for hints about missing `use` lines."""
    found: dict[str, list[str]] = {}
    for full_name in sorted(class_names()):
        found.setdefault(full_name.rpartition(".")[2], []).append(full_name)
    return found


@cache
def classes_in(package: str) -> tuple[str, ...]:
    """The full names of the classes directly in a package."""
    return tuple(sorted(name for name in class_names() if name.rpartition(".")[0] == package))


def load(full_name: str) -> ClassInfo | None:
    """The class with this full name, or None. Raises LibraryError on a bad signature file."""
    known = _loaded.get(full_name)
    if known is not None:
        return known
    if full_name not in class_names():
        return None
    with _lock:
        return _load(full_name)


def object_class() -> ClassInfo:
    """`Libraries.Language.Object`, the ancestor of all."""
    found = load(OBJECT_NAME)
    if found is None:
        raise LibraryError(f"{OBJECT_NAME} is missing")
    return found


def _load(full_name: str) -> ClassInfo:
    known = _loaded.get(full_name)
    if known is not None:
        return known
    program = _read(full_name)
    written = program.class_
    package, _, name = full_name.rpartition(".")
    if written.name.name != name or program.package is None or program.package.text != package:
        raise LibraryError(f"{full_name}: the file declares another class or package")
    info = ClassInfo(
        name=name,
        package=package,
        shared=written.shared,
        is_library=True,
        declaration=written,
        documentation=written.documentation,
    )
    _loaded[full_name] = info  # before its parts: classes may name each other
    try:
        _fill(info, program)
    except LibraryError:
        del _loaded[full_name]
        raise
    return info


def _read(full_name: str) -> tree.Program:
    path = os.path.join(ROOT, *full_name.split(".")) + _SUFFIX
    with open(path, encoding="utf-8") as file:
        source = SourceFile(os.path.basename(path), file.read())
    reporter = Reporter(source)
    program = parse(reporter, full_name.rpartition(".")[2])
    if reporter.found:
        first = reporter.found[0]
        raise LibraryError(f"{full_name}, line {first.line}: {first.code}")
    return program


def _fill(info: ClassInfo, program: tree.Program) -> None:
    written = program.class_
    info.variables = tuple(TypeVariable(name.name, info) for name in written.type_parameters)
    names = _visible_names(info.package, program)

    def resolve(kind: tree.TypeName | None) -> Type:
        if kind is None:
            return NOTHING
        if kind.primitive:
            return PRIMITIVES[kind.primitive]
        if kind.name is None:
            raise LibraryError(f"{info.full_name}: a type without a name")
        for variable in info.variables:
            if variable.name == kind.name.text:
                return variable
        return ClassType(_find(kind.name, names, info), tuple(map(resolve, kind.arguments)))

    for parent in written.parents:
        found = _find(parent.name, names, info)
        info.parents.append(ClassType(found, tuple(map(resolve, parent.arguments))))
    if not info.parents and info.full_name != OBJECT_NAME:
        info.parents.append(ClassType(_load(OBJECT_NAME)))
    for member in written.members:
        if isinstance(member, tree.ActionDeclaration):
            action = ActionInfo(
                name=member.name.name,
                owner=info,
                parameters=tuple((p.name.name, resolve(p.type)) for p in member.parameters),
                returns=resolve(member.returns),
                public=member.access != "private",
                blueprint=member.blueprint,
                system=member.system,
                declaration=member,
            )
            info.actions.setdefault(action.name, []).append(action)
        elif isinstance(member, tree.Declaration):
            info.fields[member.name.name] = FieldInfo(
                name=member.name.name,
                owner=info,
                type=resolve(member.type),
                public=member.access == "public",
                constant=member.constant,
                declaration=member,
                literal=constant_value(member.value) if member.constant else None,
            )


def _visible_names(package: str, program: tree.Program) -> dict[str, str]:
    names = {full.rpartition(".")[2]: full for full in ALWAYS_VISIBLE}
    for use in program.uses:
        used = classes_in(".".join(use.parts[:-1])) if use.parts[-1] == "all" else (use.text,)
        names.update((full.rpartition(".")[2], full) for full in used)
    names.update((full.rpartition(".")[2], full) for full in classes_in(package))
    return names


def _find(name: tree.QualifiedName, names: dict[str, str], info: ClassInfo) -> ClassInfo:
    full_name = names.get(name.text, name.text)
    if full_name not in class_names():
        raise LibraryError(f"{info.full_name}: unknown class {name.text}")
    return _load(full_name)


def constant_value(value: tree.Expression | None) -> int | float | str | bool | None:
    """The value of a literal, perhaps with a sign or a sum; None for anything else."""
    match value:
        case (
            tree.IntegerLiteral()
            | tree.NumberLiteral()
            | tree.TextLiteral()
            | tree.BooleanLiteral()
        ):
            return value.value
        case tree.Unary(operator="-", operand=operand):
            inner = constant_value(operand)
            is_number = isinstance(inner, int | float) and not isinstance(inner, bool)
            return -inner if is_number else None  # type: ignore[operator]
        case tree.Binary(operator="-", left=left, right=tree.IntegerLiteral() as right):
            start = constant_value(left)
            if type(start) is int and start - right.value >= -(2**31):
                return start - right.value
    return None
