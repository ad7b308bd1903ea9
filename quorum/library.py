"""The standard library and the libraries of the robot, as the compiler sees them.

Each class is a real Quorum file under `quorum/library/`, read with the same parser. Only the
classes that a program names are read; once read they stay for the life of the process.
"""

from __future__ import annotations

import os
import threading
from functools import cache

from quorum.signature_cache import SignatureCache
from quorum.signatures import ClassSignature, read_signature, type_parts
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
_kept: SignatureCache | None = None


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


def use_cache(folder: str) -> None:
    """From now on, keep signatures in this folder between one process and the next."""
    global _kept
    _kept = SignatureCache(folder)


def _load(full_name: str) -> ClassInfo:
    known = _loaded.get(full_name)
    if known is not None:
        return known
    signature = _read(full_name)
    if f"{signature.package}.{signature.name}" != full_name:
        raise LibraryError(f"{full_name}: the file declares another class or package")
    info = ClassInfo(
        name=signature.name,
        package=signature.package,
        shared=signature.shared,
        is_library=True,
        declaration=None,
    )
    _loaded[full_name] = info  # before its parts: classes may name each other
    try:
        _fill(info, signature)
    except LibraryError:
        del _loaded[full_name]
        raise
    return info


def _read(full_name: str) -> ClassSignature:
    path = os.path.join(ROOT, *full_name.split(".")) + _SUFFIX
    with open(path, encoding="utf-8") as file:
        text = file.read()
    known = _kept.find(full_name, text) if _kept else None
    if known is not None:
        return known
    read = read_signature(SourceFile(full_name, text))
    if isinstance(read, str):
        raise LibraryError(f"{full_name}, {read}")
    if _kept:
        _kept.keep(full_name, text, read)
    return read


def _fill(info: ClassInfo, signature: ClassSignature) -> None:
    info.variables = tuple(TypeVariable(name, info) for name in signature.variables)
    names = _visible_names(signature)

    def resolve(text: str) -> Type:
        if not text:
            return NOTHING
        if text in PRIMITIVES:
            return PRIMITIVES[text]
        name, arguments = type_parts(text)
        for variable in info.variables:
            if variable.name == name:
                return variable
        return ClassType(_find(name, names, info), tuple(map(resolve, arguments)))

    for parent in signature.parents:
        name, arguments = type_parts(parent)
        info.parents.append(ClassType(_find(name, names, info), tuple(map(resolve, arguments))))
    if not info.parents and info.full_name != OBJECT_NAME:
        info.parents.append(ClassType(_load(OBJECT_NAME)))
    for action in signature.actions:
        overloads = info.actions.setdefault(action.name, [])
        overloads.append(
            ActionInfo(
                name=action.name,
                owner=info,
                parameters=tuple((name, resolve(kind)) for kind, name in action.parameters),
                returns=resolve(action.returns),
                public=action.public,
                blueprint=action.blueprint,
                system=action.system,
            )
        )
    for field in signature.fields:
        info.fields[field.name] = FieldInfo(
            name=field.name,
            owner=info,
            type=resolve(field.type),
            public=field.public,
            constant=field.constant,
            literal=field.literal,
        )


def _visible_names(signature: ClassSignature) -> dict[str, str]:
    names = {full.rpartition(".")[2]: full for full in ALWAYS_VISIBLE}
    for use in signature.uses:
        package, _, last = use.rpartition(".")
        used = classes_in(package) if last == "all" else (use,)
        names.update((full.rpartition(".")[2], full) for full in used)
    names.update((full.rpartition(".")[2], full) for full in classes_in(signature.package))
    return names


def _find(name: str, names: dict[str, str], info: ClassInfo) -> ClassInfo:
    full_name = names.get(name, name)
    if full_name not in class_names():
        raise LibraryError(f"{info.full_name}: unknown class {name}")
    return _load(full_name)
