"""The types of values, and what classes, fields and actions look like from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quorum.syntax_tree import ActionDeclaration, Assignment, ClassDeclaration, Declaration

LANGUAGE_TYPES = "Libraries.Language.Types"
OBJECT_NAME = "Libraries.Language.Object"
ERROR_NAME = "Libraries.Language.Errors.Error"


@dataclass(frozen=True, slots=True)
class Simple:
    """A primitive type, or one of the three types that no program can write down."""

    name: str

    def __str__(self) -> str:
        return self.name


INTEGER = Simple("integer")
NUMBER = Simple("number")
TEXT = Simple("text")
BOOLEAN = Simple("boolean")
UNDEFINED = Simple("undefined")
NOTHING = Simple("nothing")  # what a call without `returns` gives
UNKNOWN = Simple("unknown")  # after a mistake: fits everywhere, so the mistake is told once

PRIMITIVES: Mapping[str, Simple] = {
    "integer": INTEGER,
    "number": NUMBER,
    "text": TEXT,
    "boolean": BOOLEAN,
}
BOX_NAMES: Mapping[Simple, str] = {
    INTEGER: f"{LANGUAGE_TYPES}.Integer",
    NUMBER: f"{LANGUAGE_TYPES}.Number",
    TEXT: f"{LANGUAGE_TYPES}.Text",
    BOOLEAN: f"{LANGUAGE_TYPES}.Boolean",
}
UNBOXED: Mapping[str, Simple] = {name: primitive for primitive, name in BOX_NAMES.items()}


@dataclass(frozen=True, slots=True)
class TypeVariable:
    """`T` inside `class Box<T>`."""

    name: str
    owner: ClassInfo

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class ClassType:
    """A class with its type arguments; none for a class without type parameters, or a raw one."""

    info: ClassInfo
    arguments: tuple[Type, ...] = ()

    def __str__(self) -> str:
        if not self.arguments:
            return self.info.name
        return f"{self.info.name}<{', '.join(map(str, self.arguments))}>"

    @property
    def is_raw(self) -> bool:
        """Whether the type arguments were left out."""
        return bool(self.info.variables) and not self.arguments


Type = Simple | ClassType | TypeVariable


@dataclass(eq=False, slots=True)
class FieldInfo:
    """A field. `literal` is its value where that is a constant known now."""

    name: str
    owner: ClassInfo
    type: Type
    public: bool
    constant: bool
    declaration: Declaration | Assignment | None = None
    literal: int | float | str | bool | None = None
    may_be_undefined: bool = True
    order: int = 0


@dataclass(eq=False, slots=True)
class ActionInfo:
    """An action, in terms of the type variables of its owner."""

    name: str
    owner: ClassInfo
    parameters: tuple[tuple[str, Type], ...]
    returns: Type
    public: bool
    blueprint: bool
    system: bool
    declaration: ActionDeclaration | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What tells overloads apart: the name and the erased parameter types."""
        return (self.name, *(erased_name(kind) for _, kind in self.parameters))

    @property
    def signature(self) -> str:
        """`Output(text message, integer x)`, for messages."""
        written = self.declaration.parameters if self.declaration is not None else ()
        kinds = [str(kind) for _, kind in self.parameters]
        for place, parameter in enumerate(written):
            if self.parameters[place][1] == UNKNOWN:
                kinds[place] = parameter.type.text
        names = (name for name, _ in self.parameters)
        inside = ", ".join(map(" ".join, zip(kinds, names, strict=True)))
        return f"{self.name}({inside})"


@dataclass(eq=False, slots=True)
class ClassInfo:
    """A class of the program or of the library."""

    name: str
    package: str
    shared: bool
    is_library: bool
    declaration: ClassDeclaration | None
    variables: tuple[TypeVariable, ...] = ()
    parents: list[ClassType] = field(default_factory=list)
    fields: dict[str, FieldInfo] = field(default_factory=dict)
    actions: dict[str, list[ActionInfo]] = field(default_factory=dict)
    # Whether a parent is missing here because it was a mistake, which has been reported.
    incomplete: bool = False
    # Filled by `quorum.inheritance`: what calls on an object of this class reach.
    table: dict[tuple[str, ...], ActionInfo] | None = None
    named: dict[str, list[ActionInfo]] | None = None  # the same by name
    line: list[ClassInfo] | None = None

    @property
    def full_name(self) -> str:
        return f"{self.package}.{self.name}" if self.package else self.name

    @property
    def as_type(self) -> ClassType:
        """The type of `me` inside the class."""
        return ClassType(self, self.variables)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"ClassInfo({self.full_name})"


def erased_name(kind: Type) -> str:
    """The name of a type without type arguments; type variables hold any object."""
    if isinstance(kind, ClassType):
        return kind.info.full_name
    if isinstance(kind, TypeVariable):
        return OBJECT_NAME
    return kind.name


def substitute(kind: Type, bindings: Mapping[TypeVariable, Type]) -> Type:
    """The type with its type variables replaced."""
    if not bindings or isinstance(kind, Simple):
        return kind
    if isinstance(kind, TypeVariable):
        return bindings.get(kind, kind)
    if not kind.arguments:
        return kind
    return ClassType(kind.info, tuple(substitute(part, bindings) for part in kind.arguments))


def bindings_of(kind: ClassType) -> dict[TypeVariable, Type]:
    """What the type variables of the class stand for in this type."""
    return dict(zip(kind.info.variables, kind.arguments, strict=False))


def is_class(kind: Type) -> bool:
    """Whether values of the type are references to objects."""
    return isinstance(kind, ClassType | TypeVariable)


def is_numeric(kind: Type) -> bool:
    return kind in (INTEGER, NUMBER)


def is_primitive(kind: Type) -> bool:
    return kind in (INTEGER, NUMBER, TEXT, BOOLEAN)


def accepts_undefined(kind: Type) -> bool:
    """Whether a variable of the type may be `undefined`."""
    return kind == TEXT or is_class(kind)
