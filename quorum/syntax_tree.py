"""The shape of a program as it is written. Nodes are values: nothing is filled in later.

A `Span` is (start, end) in characters of the source, end exclusive.
"""

from __future__ import annotations

from quorum.nodes import node

Span = tuple[int, int]


@node
class Identifier:
    span: Span
    name: str


@node
class QualifiedName:
    """`Libraries.Compute.Math` or just `Math`."""

    span: Span
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        return ".".join(self.parts)


@node
class TypeName:
    """A type as written; `primitive` is set for `integer`, `number`, `text`, `boolean`."""

    span: Span
    primitive: str | None
    name: QualifiedName | None
    arguments: tuple[TypeName, ...]

    @property
    def text(self) -> str:
        base = self.primitive or (self.name.text if self.name else "")
        if not self.arguments:
            return base
        return base + "<" + ", ".join(argument.text for argument in self.arguments) + ">"


# --- expressions ------------------------------------------------------------------------------


@node
class IntegerLiteral:
    span: Span
    value: int


@node
class NumberLiteral:
    span: Span
    value: float


@node
class TextLiteral:
    span: Span
    value: str


@node
class BooleanLiteral:
    span: Span
    value: bool


@node
class UndefinedLiteral:
    span: Span


@node
class Me:
    span: Span


@node
class Unary:
    span: Span
    operator: str
    operand: Expression


@node
class Binary:
    span: Span
    operator: str
    operator_span: Span
    left: Expression
    right: Expression


@node
class IsTest:
    span: Span
    operand: Expression
    class_name: QualifiedName


@node
class Cast:
    span: Span
    type: TypeName
    operand: Expression


@node
class Input:
    span: Span
    prompt: Expression | None


@node
class Link:
    """One step of a chain: a variable or field, or a call when `arguments` is not None."""

    span: Span
    name: Identifier
    arguments: tuple[Expression, ...] | None


@node
class Chain:
    """`a`, `f(1)`, `me:a:f(1)`, `a:parent:P:f(1)`: an optional start, then links.

    `me` stands for a leading `me:`. With `parent`, `holder` is the variable before `parent:`
    (None for the current object) and the links begin behind the parent's name.
    """

    span: Span
    me: bool
    holder: Identifier | None
    parent: QualifiedName | None
    links: tuple[Link, ...]


@node
class Broken:
    """An expression that could not be read; the mistake has been reported."""

    span: Span


Expression = (
    IntegerLiteral
    | NumberLiteral
    | TextLiteral
    | BooleanLiteral
    | UndefinedLiteral
    | Me
    | Unary
    | Binary
    | IsTest
    | Cast
    | Input
    | Chain
    | Broken
)


# --- statements -------------------------------------------------------------------------------


@node
class Declaration:
    """`[access] [constant] type name [= value]`."""

    span: Span
    access: str | None
    constant: bool
    type: TypeName
    name: Identifier
    value: Expression | None


@node
class Assignment:
    """`name = v`, `me:name = v`, `holder:name = v`, `[holder:]parent:P:name = v`."""

    span: Span
    me: bool
    holder: Identifier | None
    parent: QualifiedName | None
    name: Identifier
    value: Expression


@node
class SoloCall:
    span: Span
    call: Chain


@node
class Branch:
    """One condition of an `if` with its block."""

    span: Span
    condition: Expression
    block: tuple[Statement, ...]


@node
class If:
    span: Span
    branches: tuple[Branch, ...]
    otherwise: tuple[Statement, ...] | None


@node
class RepeatTimes:
    span: Span
    count: Expression
    block: tuple[Statement, ...]


@node
class RepeatWhile:
    """`repeat while` or, with `until` set, `repeat until`."""

    span: Span
    until: bool
    condition: Expression
    block: tuple[Statement, ...]


@node
class Detect:
    span: Span
    name: Identifier
    classes: tuple[QualifiedName, ...]
    block: tuple[Statement, ...]


@node
class Check:
    span: Span
    block: tuple[Statement, ...]
    detects: tuple[Detect, ...]
    always: tuple[Statement, ...] | None


@node
class Return:
    """`return value`, or `return now` when `value` is None."""

    span: Span
    value: Expression | None


@node
class Output:
    span: Span
    value: Expression


@node
class Say:
    span: Span
    value: Expression


@node
class Alert:
    span: Span
    value: Expression


Statement = (
    Declaration
    | Assignment
    | SoloCall
    | If
    | RepeatTimes
    | RepeatWhile
    | Check
    | Return
    | Output
    | Say
    | Alert
)


# --- declarations -----------------------------------------------------------------------------


@node
class Parameter:
    span: Span
    type: TypeName
    name: Identifier


@node
class ActionDeclaration:
    """An action; `block` is None for `blueprint` and `system` actions."""

    span: Span
    access: str | None
    blueprint: bool
    system: bool
    name: Identifier
    parameters: tuple[Parameter, ...]
    returns: TypeName | None
    block: tuple[Statement, ...] | None
    documentation: str


@node
class OnCreate:
    span: Span
    block: tuple[Statement, ...]


@node
class ParentName:
    span: Span
    name: QualifiedName
    arguments: tuple[TypeName, ...]


Member = ActionDeclaration | OnCreate | Declaration | Assignment


@node
class ClassDeclaration:
    """A class as written, or the implicit class of a program of statements or actions."""

    span: Span
    shared: bool
    name: Identifier
    type_parameters: tuple[Identifier, ...]
    parents: tuple[ParentName, ...]
    members: tuple[Member, ...]
    implicit: bool
    documentation: str


@node
class Program:
    """One source file."""

    span: Span
    package: QualifiedName | None
    uses: tuple[QualifiedName, ...]
    class_: ClassDeclaration
