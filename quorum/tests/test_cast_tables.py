"""The tables of casts and of `is`, cell by cell, and the types that statements take."""

from __future__ import annotations

import pytest

from quorum.tests.programs import outputs
from quorum.tests.type_tables import ANIMALS, PRIMITIVES, TYPES, mistakes_in, table, value

# --- casts ------------------------------------------------------------------------------------

CASTS = """
               integer  number  text  boolean  undefined  Integer  Number  Text  Boolean  Object  Animal  Dog  Cat  T
integer        yes      yes     yes   -        -          yes      -       -     -        yes     -       -    -    yes
number         yes      yes     yes   -        -          -        yes     -     -        yes     -       -    -    yes
text           yes      yes     yes   yes      yes        -        -       yes   -        yes     -       -    -    yes
boolean        -        -       yes   yes      -          -        -       -     yes      yes     -       -    -    yes
Integer        yes      -       -     -        yes        yes      -       -     -        yes     -       -    -    yes
Number         -        yes     -     -        yes        -        yes     -     -        yes     -       -    -    yes
Text           -        -       yes   -        yes        -        -       yes   -        yes     -       -    -    yes
Boolean        -        -       -     yes      yes        -        -       -     yes      yes     -       -    -    yes
Object         yes      yes     yes   yes      yes        yes      yes     yes   yes      yes     yes     yes  yes  yes
Animal         -        -       -     -        yes        -        -       -     -        yes     yes     yes  yes  yes
Dog            -        -       -     -        yes        -        -       -     -        yes     yes     yes  -    yes
Cat            -        -       -     -        yes        -        -       -     -        yes     yes     -    yes  yes
Array<integer> -        -       -     -        yes        -        -       -     -        yes     -       -    -    yes
Array<text>    -        -       -     -        yes        -        -       -     -        yes     -       -    -    yes
T              yes      yes     yes   yes      yes        yes      yes     yes   yes      yes     yes     yes  yes  yes
"""  # noqa: E501


def can_cast(target: str, kind: str) -> bool:
    if "Array" in kind:
        return "Array" in target or target in ("Object", "T")
    return table(CASTS)[target, kind] == "yes"


@pytest.mark.parametrize("target", [kind for kind in TYPES if kind != "undefined"])
def test_a_cast_leads_from_exactly_its_types(target: str) -> None:
    """The result has the type that is written, so a variable of that type takes it."""
    lines = [f"{target} x{i} = cast({target}, {value(kind)})" for i, kind in enumerate(TYPES)]
    expected = ["" if can_cast(target, kind) else "CAST_IMPOSSIBLE" for kind in TYPES]
    assert mistakes_in(lines) == expected


# --- is ---------------------------------------------------------------------------------------

TESTS = """
          Integer  Number  Text  Boolean  Object  Animal  Dog  Cat  Array
Integer   yes      -       -     -        yes     -       -    -    -
Number    -        yes     -     -        yes     -       -    -    -
Text      -        -       yes   -        yes     -       -    -    -
Boolean   -        -       -     yes      yes     -       -    -    -
Object    yes      yes     yes   yes      yes     yes     yes  yes  yes
Animal    -        -       -     -        yes     yes     yes  yes  -
Dog       -        -       -     -        yes     yes     yes  -    -
Cat       -        -       -     -        yes     yes     -    yes  -
T         yes      yes     yes   yes      yes     yes     yes  yes  yes
"""


@pytest.mark.parametrize("kind", TYPES)
def test_is_asks_only_what_can_be_true(kind: str) -> None:
    tested = [column for row, column in table(TESTS) if row == "Object"]
    lines = [f"boolean x{place} = {value(kind)} is {name}" for place, name in enumerate(tested)]
    expected = [
        "" if table(TESTS).get((kind, name)) == "yes" else "IS_IMPOSSIBLE" for name in tested
    ]
    if "Array" in kind:
        expected = ["" if name in ("Object", "Array") else "IS_IMPOSSIBLE" for name in tested]
    assert mistakes_in(lines) == expected


# --- what an object is when the program runs ---------------------------------------------------

# Whether an Object that holds this (column) is of the class, and can be cast to the type (row).
HELD = """
          Integer  Number  Text  Boolean  Object  Animal  Dog  Cat  undefined
integer   yes      -       -     -        -       -       -    -    error
number    -        yes     -     -        -       -       -    -    error
text      -        -       yes   -        -       -       -    -    error
boolean   -        -       -     yes      -       -       -    -    error
Integer   yes      -       -     -        -       -       -    -    undefined
Number    -        yes     -     -        -       -       -    -    undefined
Text      -        -       yes   -        -       -       -    -    undefined
Boolean   -        -       -     yes      -       -       -    -    undefined
Object    yes      yes     yes   yes      yes     yes     yes  yes  undefined
Animal    -        -       -     -        -       yes     yes  yes  undefined
Dog       -        -       -     -        -       -       yes  -    undefined
Cat       -        -       -     -        -       -       -    yes  undefined
"""


@pytest.mark.parametrize("held", [column for row, column in table(HELD) if row == "Object"])
def test_casts_and_is_look_at_the_object(held: str) -> None:
    cells = {row: found for (row, column), found in table(HELD).items() if column == held}
    lines = ["use Libraries.Language.Errors.all"]
    lines.append("Object thing = undefined" if held == "undefined" else f"{held} it")
    lines += [] if held == "undefined" else ["Object thing = it"]
    expected = []
    for target, found in cells.items():
        lines += ["check", f"{target} x = cast({target}, thing)", 'output "yes"']
        lines += ["detect e is CastError", 'output "-"']
        lines += ["detect e is UndefinedObjectError", 'output "error"', "end"]
        expected.append("yes" if found == "undefined" else found)
        if target not in PRIMITIVES:
            lines.append(f"output thing is {target}")
            expected.append("true" if found == "yes" else "false")
    assert outputs("\n".join(lines), **ANIMALS) == expected


# --- statements that take a value -------------------------------------------------------------

STATEMENTS = {
    "output {}": (PRIMITIVES, "NOT_SHOWABLE"),
    "say {}": (PRIMITIVES, "NOT_SHOWABLE"),
    "alert({})": (("text", "Error"), "WRONG_ALERT"),
    "if {} end": (("boolean",), "CONDITION_NOT_BOOLEAN"),
    "if true elseif {} end": (("boolean",), "CONDITION_NOT_BOOLEAN"),
    "repeat {} times end": (("integer",), "TIMES_NOT_INTEGER"),
    "repeat while {} end": (("boolean",), "LOOP_NOT_BOOLEAN"),
    "repeat until {} end": (("boolean",), "LOOP_NOT_BOOLEAN"),
    "text x{} = input({})": (("text", "undefined"), "WRONG_INPUT"),
}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_takes_exactly_its_types(statement: str) -> None:
    right, code = STATEMENTS[statement]
    lines = [f"if true {_with_value(statement, kind)} end" for kind in TYPES]
    assert mistakes_in(lines) == ["" if kind in right else code for kind in TYPES]


def _with_value(statement: str, kind: str) -> str:
    if statement.count("{}") == 2:
        return statement.format(value(kind), value(kind))
    return statement.format(value(kind))
