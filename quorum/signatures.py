"""What a class of the library looks like from outside, as it is written in its file.

Plain texts, nothing resolved: a signature depends on its own file alone, so it can be kept as long
as the file stays the same (`quorum.signature_cache`).
"""

from __future__ import annotations

from typing import NamedTuple

from quorum import syntax_tree as tree
from quorum.diagnostics import Reporter
from quorum.parser import parse
from quorum.sources import SourceFile

Constant = int | float | str | bool | None


class FieldSignature(NamedTuple):
    """A field. `literal` is the value of a constant."""

    name: str
    type: str
    public: bool
    constant: bool
    literal: Constant


class ActionSignature(NamedTuple):
    """An action. `returns` is empty where there is no result; parameters are (type, name)."""

    name: str
    returns: str
    public: bool
    blueprint: bool
    system: bool
    parameters: tuple[tuple[str, str], ...]


class ClassSignature(NamedTuple):
    """A class with its `use` lines. Types and parents are written as in the file."""

    name: str
    package: str
    shared: bool
    uses: tuple[str, ...]
    variables: tuple[str, ...]
    parents: tuple[str, ...]
    fields: tuple[FieldSignature, ...]
    actions: tuple[ActionSignature, ...]


def read_signature(source: SourceFile) -> ClassSignature | str:
    """The signature in a file, or what is wrong with the file."""
    reporter = Reporter(source)
    program = parse(reporter, source.name)
    if reporter.found:
        first = reporter.found[0]
        return f"line {first.line}: {first.code}"
    class_ = program.class_
    members = class_.members
    return ClassSignature(
        name=class_.name.name,
        package=program.package.text if program.package else "",
        shared=class_.shared,
        uses=tuple(use.text for use in program.uses),
        variables=tuple(name.name for name in class_.type_parameters),
        parents=tuple(_parent(each) for each in class_.parents),
        fields=tuple(_field(each) for each in members if isinstance(each, tree.Declaration)),
        actions=tuple(
            _action(each) for each in members if isinstance(each, tree.ActionDeclaration)
        ),
    )


def _parent(parent: tree.ParentName) -> str:
    return tree.TypeName(parent.span, None, parent.name, parent.arguments).text


def _field(member: tree.Declaration) -> FieldSignature:
    return FieldSignature(
        name=member.name.name,
        type=member.type.text,
        public=member.access == "public",
        constant=member.constant,
        literal=constant_value(member.value) if member.constant else None,
    )


def _action(member: tree.ActionDeclaration) -> ActionSignature:
    return ActionSignature(
        name=member.name.name,
        returns=member.returns.text if member.returns else "",
        public=member.access != "private",
        blueprint=member.blueprint,
        system=member.system,
        parameters=tuple((each.type.text, each.name.name) for each in member.parameters),
    )


def constant_value(value: tree.Expression | None) -> Constant:
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


def type_parts(text: str) -> tuple[str, list[str]]:
    """`HashTable<text, Array<integer>>` as its name and its arguments."""
    name, _, rest = text.partition("<")
    arguments: list[str] = []
    depth = start = 0
    for place, character in enumerate(rest):
        depth += (character == "<") - (character == ">")
        if depth < 0 or (character == "," and not depth):
            arguments.append(rest[start:place].strip())
            start = place + 1
    return name, arguments
