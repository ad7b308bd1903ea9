"""The reference of the library: what its signature files say, as plain data.

The portal and the pages under `docs/library` are made of this. Read from the files each time, as
they are: the compiler keeps its own, smaller picture of the library (`quorum/library.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from quorum import library
from quorum import syntax_tree as tree
from quorum.diagnostics import Reporter
from quorum.doc_comments import CommentMistake, Documentation, Example, read_comment
from quorum.lexer import Lexer
from quorum.parser import parse
from quorum.sources import SourceFile

# What the examples find in front of the virtual board: a scene as JSON (docs/scenes.md).
ROOT = Path(library.ROOT)
EXAMPLE_SCENE = ROOT / "example_scene.json"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a signature file that cannot be read."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class SignatureError(Exception):
    """Signature files have problems, told one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class ParameterReference:
    """A parameter of an action; the type as it is written."""

    type: str
    name: str


@dataclass(frozen=True, slots=True)
class ActionReference:
    """A public action. `returns` is empty when it gives nothing back."""

    name: str
    parameters: tuple[ParameterReference, ...]
    returns: str
    blueprint: bool
    documentation: Documentation
    line: int

    @property
    def signature(self) -> str:
        """`GetBlock(integer index) returns Block`"""
        inside = ", ".join(f"{each.type} {each.name}" for each in self.parameters)
        return f"{self.name}({inside})" + (f" returns {self.returns}" if self.returns else "")


@dataclass(frozen=True, slots=True)
class FieldReference:
    """A public constant or variable; `value` is the text of its first value."""

    name: str
    type: str
    value: str
    constant: bool
    documentation: Documentation
    line: int


@dataclass(frozen=True, slots=True)
class ClassReference:
    """A class of the library; `parents` are full names, `file` is relative to the library."""

    name: str
    package: str
    shared: bool
    type_parameters: tuple[str, ...]
    parents: tuple[str, ...]
    fields: tuple[FieldReference, ...]
    actions: tuple[ActionReference, ...]
    documentation: Documentation
    file: str
    line: int

    @property
    def full_name(self) -> str:
        return f"{self.package}.{self.name}"

    @property
    def title(self) -> str:
        """`HashTable<K, V>`"""
        inside = ", ".join(self.type_parameters)
        return f"{self.name}<{inside}>" if inside else self.name

    @property
    def constants(self) -> tuple[FieldReference, ...]:
        return tuple(field for field in self.fields if field.constant)

    @property
    def variables(self) -> tuple[FieldReference, ...]:
        return tuple(field for field in self.fields if not field.constant)

    @property
    def always_visible(self) -> bool:
        """Whether programs know the class without a `use` line."""
        return self.full_name in library.ALWAYS_VISIBLE

    def examples(self) -> Iterator[tuple[str, Example]]:
        """The examples from the top of the file to the bottom, each with what it belongs to."""
        documented = [(self.name, self.documentation)]
        documented += [(each.name, each.documentation) for each in self.fields]
        documented += [(each.signature, each.documentation) for each in self.actions]
        for what, documentation in documented:
            if documentation.example is not None:
                yield what, documentation.example


def read_library() -> tuple[ClassReference, ...]:
    """All classes of the library by their full names. Raises SignatureError with all problems."""
    classes: list[ClassReference] = []
    problems: list[Problem] = []
    for full_name in sorted(library.class_names()):
        try:
            classes.append(read_class(full_name))
        except SignatureError as error:
            problems += error.problems
    if problems:
        raise SignatureError(problems)
    return tuple(classes)


def read_class(full_name: str, root: Path = ROOT) -> ClassReference:
    """One class of the library (or of another folder with signature files).

    Raises SignatureError with all problems of its file.
    """
    path = root.joinpath(*full_name.split(".")).with_suffix(".quorum")
    file = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SignatureError([Problem(file, 1, f"cannot be read: {error}")]) from error
    return _Reader(full_name, file, text).read()


def example_scene() -> str:
    """What the examples see, hear and feel on the virtual board, as JSON."""
    return EXAMPLE_SCENE.read_text(encoding="utf-8")


class _Reader:
    """Reads one signature file and collects what is wrong with it."""

    def __init__(self, full_name: str, file: str, text: str) -> None:
        self._full_name = full_name
        self._file = file
        self._text = text
        self._reporter = Reporter(SourceFile(file, text))
        self._comments = Lexer(Reporter(self._reporter.source)).run().comments
        self._ends = [end for _, end in self._comments]
        self._problems: list[Problem] = []

    def read(self) -> ClassReference:
        program = parse(self._reporter, self._full_name.rpartition(".")[2])
        if self._reporter.found:
            raise SignatureError(
                Problem(self._file, found.line, found.message("en"))
                for found in self._reporter.found
            )
        result = self._class(program)
        if self._problems:
            raise SignatureError(sorted(self._problems, key=lambda problem: problem.line))
        return result

    def _class(self, program: tree.Program) -> ClassReference:
        written = program.class_
        package = program.package.text if program.package else ""
        if f"{package}.{written.name.name}" != self._full_name:
            problem = Problem(self._file, 1, f"declares {package}.{written.name.name}")
            raise SignatureError([problem])
        members = [member for member in written.members if _is_public(member)]
        return ClassReference(
            name=written.name.name,
            package=package,
            shared=written.shared,
            type_parameters=tuple(name.name for name in written.type_parameters),
            parents=tuple(_full_names(program, package)),
            fields=tuple(
                self._field(member) for member in members if isinstance(member, tree.Declaration)
            ),
            actions=tuple(
                self._action(member)
                for member in members
                if isinstance(member, tree.ActionDeclaration)
            ),
            documentation=self._documentation(written.span[0]),
            file=self._file,
            line=self._line(written.span[0]),
        )

    def _field(self, written: tree.Declaration) -> FieldReference:
        value = written.value
        return FieldReference(
            name=written.name.name,
            type=written.type.text,
            value=self._text[slice(*value.span)] if value is not None else "",
            constant=written.constant,
            documentation=self._documentation(written.span[0]),
            line=self._line(written.span[0]),
        )

    def _action(self, written: tree.ActionDeclaration) -> ActionReference:
        return ActionReference(
            name=written.name.name,
            parameters=tuple(
                ParameterReference(each.type.text, each.name.name) for each in written.parameters
            ),
            returns=written.returns.text if written.returns else "",
            blueprint=written.blueprint,
            documentation=self._documentation(written.span[0]),
            line=self._line(written.span[0]),
        )

    def _documentation(self, start: int) -> Documentation:
        """What the comment right before a declaration says; nothing when there is none."""
        place = bisect_right(self._ends, start) - 1
        if place < 0:
            return Documentation()
        begin, end = self._comments[place]
        if self._text[end:start].strip():
            return Documentation()
        try:
            found = read_comment(self._text[begin + 2 : end - 2], self._line(begin))
        except CommentMistake as mistake:
            self._problems.append(Problem(self._file, mistake.line, str(mistake)))
            return Documentation()
        if found.example is None:
            return found
        completed = _with_use(found.example.program, self._full_name)
        return replace(found, example=replace(found.example, program=completed))

    def _line(self, offset: int) -> int:
        return self._reporter.index.line(offset)


def _is_public(member: tree.Member) -> bool:
    """Actions are public unless they say otherwise, fields only when they say so."""
    if isinstance(member, tree.ActionDeclaration):
        return member.access != "private"
    return isinstance(member, tree.Declaration) and member.access == "public"


def _full_names(program: tree.Program, package: str) -> Iterator[str]:
    """The full names of the parents of the class."""
    used = {use.parts[-1]: use.text for use in program.uses}
    for parent in program.class_.parents:
        name = parent.name.text
        yield used.get(name, name if "." in name else f"{package}.{name}")


def _with_use(program: str, full_name: str) -> str:
    """An example with the `use` line of its class, which stands before its own ones."""
    lines = program.split("\n")
    own = f"use {full_name}"
    if full_name not in library.ALWAYS_VISIBLE and own not in lines:
        lines.insert(0, own)
    uses = list(takewhile(lambda line: line.startswith("use "), lines))
    statements = "\n".join(lines[len(uses) :]).lstrip("\n")
    return "\n".join([*uses, "", statements]) if uses else statements
