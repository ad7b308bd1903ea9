"""The program with every name resolved and every conversion written down.

The checker builds it, the translator writes it out; nothing is looked up a second time. `offset`
is the place in the source, for the line map.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from quorum.conversions import Conversion
from quorum.nodes import node
from quorum.types import ActionInfo, ClassInfo, FieldInfo, Type


@dataclass(eq=False, slots=True)
class Local:
    """A local variable or parameter.

    `may_be_undefined` is settled after checking, from `values`: all that is ever assigned to it.
    """

    name: str
    type: Type
    constant: bool
    declared_at: int
    may_be_undefined: bool = False
    values: list[Expression] = field(default_factory=list)
    literal: int | None = None


# --- expressions ------------------------------------------------------------------------------


@node
class Literal:
    """A constant; `undefined` is None."""

    type: Type
    value: int | float | str | bool | None


@node
class MeValue:
    type: Type


@node
class LocalValue:
    type: Type
    local: Local


@node
class FieldValue:
    """`holder` is None for the current object."""

    type: Type
    holder: Expression | None
    field: FieldInfo


@node
class Arithmetic:
    """`+ - * / mod` on two integers or two numbers (an integer among numbers is widened)."""

    type: Type
    operator: str
    left: Expression
    right: Expression


@node
class Join:
    """`+` with a text on one side at least."""

    type: Type
    left: Expression
    right: Expression


@node
class Compare:
    """A comparison; `identity` compares references, otherwise values."""

    type: Type
    operator: str
    left: Expression
    right: Expression
    identity: bool


@node
class Logic:
    type: Type
    operator: str
    left: Expression
    right: Expression


@node
class Not:
    type: Type
    operand: Expression


@node
class Negate:
    type: Type
    operand: Expression


@node
class Is:
    type: Type
    operand: Expression
    tested: ClassInfo


@node
class Convert:
    """A value on its way to another type; `type` is where it arrives."""

    type: Type
    how: Conversion
    operand: Expression


@node
class Call:
    """A call. `receiver` is None for the current object; `parent` names the class whose version
    is called, None for the usual virtual call."""

    type: Type
    receiver: Expression | None
    parent: ClassInfo | None
    action: ActionInfo
    arguments: tuple[Expression, ...]


@node
class PrimitiveCall:
    """An action of the object form, called on a primitive value."""

    type: Type
    receiver: Expression
    action: ActionInfo
    arguments: tuple[Expression, ...]


@node
class New:
    type: Type
    info: ClassInfo


@node
class Input:
    """A line that somebody types."""

    type: Type
    prompt: Expression | None


@node
class Bad:
    """The place of a mistake that has been reported."""

    type: Type


Expression = (
    Literal
    | MeValue
    | LocalValue
    | FieldValue
    | Arithmetic
    | Join
    | Compare
    | Logic
    | Not
    | Negate
    | Is
    | Convert
    | Call
    | PrimitiveCall
    | New
    | Input
    | Bad
)


# --- statements -------------------------------------------------------------------------------


@node
class SetLocal:
    offset: int
    local: Local
    value: Expression


@node
class SetField:
    """`holder` is None for the current object."""

    offset: int
    holder: Expression | None
    field: FieldInfo
    value: Expression


@node
class Evaluate:
    """A call whose result nobody wants."""

    offset: int
    call: Expression


@node
class Branch:
    offset: int
    condition: Expression
    block: Block


@node
class If:
    offset: int
    branches: tuple[Branch, ...]
    otherwise: Block | None


@node
class RepeatTimes:
    offset: int
    count: Expression
    block: Block


@node
class RepeatWhile:
    offset: int
    until: bool
    condition: Expression
    block: Block


@node
class Detect:
    """Without classes it catches everything."""

    offset: int
    local: Local
    classes: tuple[ClassInfo, ...]
    block: Block


@node
class Check:
    offset: int
    block: Block
    detects: tuple[Detect, ...]
    always: Block | None


@node
class Return:
    """`value` is None for `return now`."""

    offset: int
    value: Expression | None


@node
class Output:
    """`output` and `say`: the board prints both."""

    offset: int
    value: Expression


@node
class Alert:
    """The value is a text or an error object."""

    offset: int
    value: Expression


Statement = (
    SetLocal
    | SetField
    | Evaluate
    | If
    | RepeatTimes
    | RepeatWhile
    | Check
    | Return
    | Output
    | Alert
)
Block = tuple[Statement, ...]


# --- the program ------------------------------------------------------------------------------


@node
class Action:
    info: ActionInfo
    offset: int
    parameters: tuple[Local, ...]
    block: Block


@node
class FieldStart:
    """The first value of a field."""

    offset: int
    field: FieldInfo
    value: Expression


@node
class Class:
    info: ClassInfo
    source: int  # the place of its file among the sources
    offset: int
    fields: tuple[FieldStart | SetField, ...]  # what a new object begins with, in this order
    on_create: Block | None
    actions: tuple[Action, ...]


@node
class Program:
    """The classes in the order of the sources; the first one is the main class."""

    classes: tuple[Class, ...]
    library_classes: frozenset[str]  # full names of the library classes that are used
    calls: frozenset[str]  # "HuskyLens:RequestBlocks" for calls on library objects
