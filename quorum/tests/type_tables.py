"""Tables of types as texts, and programs that try each of their cells.

Each table is written as the language has it; `-` is a mistake of the program. A row or column
`object` stands for every type of objects.
"""

from __future__ import annotations

from collections.abc import Sequence

from quorum.tests.programs import NAMES, compile_text

PRIMITIVES = ("integer", "number", "text", "boolean")
FORMS = ("Integer", "Number", "Text", "Boolean")
# `T` is a type variable, `Dog` and `Cat` inherit from `Animal`.
CLASSES = ("Object", "Animal", "Dog", "Cat", "Array<integer>", "Array<text>", "T")
TYPES = (*PRIMITIVES, "undefined", *FORMS, *CLASSES)

ANIMALS = {
    "Animal": "class Animal\nend",
    "Dog": "class Dog is Animal\nend",
    "Cat": "class Cat is Animal\nend",
}


def table(text: str) -> dict[tuple[str, str], str]:
    """The cells by (row, column)."""
    columns, *rows = (line.split() for line in text.strip().split("\n"))
    return {
        (name, column): cell
        for name, *cells in rows
        for column, cell in zip(columns, cells, strict=True)
    }


def cell(cells: dict[tuple[str, str], str], row: str, column: str) -> str:
    """The cell of two types, found under their own names or under those of their groups."""
    found = {cells[key] for key in _keys(row, column) if key in cells}
    assert len(found) <= 1, f"{row} and {column} stand twice in the table"
    return found.pop() if found else "-"


def _keys(row: str, column: str) -> list[tuple[str, str]]:
    return [(one, other) for one in (row, group(row)) for other in (column, group(column))]


def group(kind: str) -> str:
    """The row or column that stands for the type together with others."""
    return "object" if kind in (*FORMS, *CLASSES) else kind


def value(kind: str) -> str:
    """An expression of this type, inside the action `Try`."""
    return "undefined" if kind == "undefined" else "a" + "".join(filter(str.isalpha, kind))


def mistakes_in(lines: Sequence[str], members: str = "", **others: str) -> list[str]:
    """The code of the mistake in each line, empty where it is right; one mistake at most."""
    parameters = ", ".join(f"{kind} {value(kind)}" for kind in TYPES if kind != "undefined")
    start = f"use Libraries.Containers.Array\nclass Box<T>\naction Try({parameters})"
    text = "\n".join([start, *lines, "end", members, "end"])
    found = compile_text("output 1", Box=text, **ANIMALS, **others).diagnostics
    told = [""] * len(lines)
    for each in found:
        place = each.line - start.count("\n") - 2
        assert each.file == "Box.quorum"
        assert not told[place], f"{lines[place]}: two messages for one mistake"
        told[place] = NAMES[each.code]
    return told
